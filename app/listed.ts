import { notFound } from "next/navigation";
import { NotFound, Refused } from "@/lib/errors";

/** One page of a list; there is none at an address that asks for what no list knows, a cursor it never gave above all. */
export async function pageOrNotFound<T>(list: Promise<T>): Promise<T> {
  try {
    return await list;
  } catch (error) {
    if (error instanceof Refused) notFound();
    throw error;
  }
}

/** What was not found is nothing; any other failure is one. */
export function missingAsNull(error: unknown): null {
  if (error instanceof NotFound) return null;
  throw error;
}

import { notFound } from "next/navigation";
import { Refused } from "@/lib/errors";

/** One page of a list; there is none at an address that asks for what no list knows, a cursor it never gave above all. */
export async function pageOrNotFound<T>(list: Promise<T>): Promise<T> {
  try {
    return await list;
  } catch (error) {
    if (error instanceof Refused) notFound();
    throw error;
  }
}

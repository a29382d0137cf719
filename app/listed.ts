import { notFound } from "next/navigation";
import { Refused } from "@/lib/errors";

/** One page of a list; there is none at an address with a cursor that the list never gave. */
export async function pageOrNotFound<T>(list: Promise<T>): Promise<T> {
  try {
    return await list;
  } catch (error) {
    if (error instanceof Refused && error.refusals.some(({ rule }) => rule === "cursor")) notFound();
    throw error;
  }
}

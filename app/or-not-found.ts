import { notFound } from "next/navigation";
import { NotFound } from "@/lib/errors";

/** Behind a page's read: what is not there, or may not be seen, is the page that says so; whatever else failed goes on. */
export function orNotFound(error: unknown): never {
  if (error instanceof NotFound) notFound();
  throw error;
}

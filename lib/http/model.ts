import { Conflict, Forbidden, NotFound, Refused, Unavailable } from "@/lib/errors";

/** The status code that says what a failure means; 500 for what the domain does not name. */
export function statusOf(error: unknown): number {
  if (error instanceof NotFound) return 404;
  if (error instanceof Forbidden) return 403;
  if (error instanceof Conflict) return 409;
  if (error instanceof Refused) return 422;
  if (error instanceof Unavailable) return 503;
  return 500;
}

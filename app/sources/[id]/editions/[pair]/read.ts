import { cache } from "react";
import { orNotFound } from "@/app/or-not-found";
import { getActor } from "@/lib/auth/server";
import { compareEditions } from "@/lib/editions/server";
import { NotFound } from "@/lib/errors";

/** The comparison at an address, read once for its page and its head; the site's own 404 when there is none to be seen. */
export const readCompared = cache(async (sourceId: string, pair: string) =>
  comparedAt(sourceId, pair).catch(orNotFound),
);

/** The comparison that "1..2" names. @throws {NotFound} */
export async function comparedAt(sourceId: string, pair: string) {
  const [, from, to] = /^(\d{1,6})\.\.(\d{1,6})$/u.exec(pair) ?? [];
  if (from === undefined || to === undefined) throw new NotFound("These editions");
  return compareEditions(await getActor(), { sourceId, from: Number(from), to: Number(to) });
}

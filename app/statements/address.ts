import { CORRECTED_SINCE, RETRACTED_SINCE, type StatementFilter } from "@/lib/statements";
import { typedDate } from "@/lib/text";

/** A filter as the names and values of an address, in one order, without what narrows nothing. */
export function filterEntries(filter: StatementFilter): [name: string, value: string][] {
  const { q, speaker, source, story, claim, form, state, id, retractedSince, correctedSince } = filter;
  const since = (at: Date | undefined) => at && typedDate(at, isDay(at) ? "day" : "time");
  const days = { [RETRACTED_SINCE]: since(retractedSince), [CORRECTED_SINCE]: since(correctedSince) };
  return Object.entries({ q, speaker, source, story, claim, form, state, id, ...days })
    .flatMap(([name, value]) => [value ?? []].flat().map((each): [string, string] => [name, each]))
    .filter(([, value]) => value !== "");
}

/** The address of a list, or of its twin, under a filter and from a place in it. */
export function addressOf(path: string, filter: StatementFilter, after?: string | null): string {
  const query = new URLSearchParams(filterEntries(filter));
  if (after) query.set("after", after);
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** The address of the list in one of its orders; the best answer first is what a search begins with. */
export function listedAt(
  filter: StatementFilter,
  order: "relevance" | "newest",
  after?: string | null,
): string {
  const list = addressOf("/statements", filter, after);
  if (order === "relevance" || !filter.q) return list;
  return `${list}${list.includes("?") ? "&" : "?"}order=newest`;
}

/** The address of a list that is a saved search, or of a place in it: it tells what is new there. */
export function followedAt(searchId: string, filter: StatementFilter, after?: string | null): string {
  const list = addressOf("/statements", filter, after);
  // what a search asked for once may narrow nothing any more
  return `${list}${list.includes("?") ? "&" : "?"}saved=${encodeURIComponent(searchId)}`;
}

/** The feeds of what a list shows, as the head of its page names them: what is published under the same filter. */
export function feedsOf({ q, speaker, source, story, form }: StatementFilter, claim?: string) {
  const query = new URLSearchParams(filterEntries({ q, speaker, source, story, form }));
  if (claim) query.set("claim", claim);
  const behind = query.size > 0 ? `?${query}` : "";
  return {
    "application/atom+xml": `/feeds/statements.atom${behind}`,
    "application/feed+json": `/feeds/statements.json${behind}`,
  };
}

const isDay = (at: Date) => at.getTime() % 86_400_000 === 0;

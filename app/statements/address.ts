import type { StatementFilter } from "@/lib/statements";

/** A filter as the names and values of an address, in one order, without what narrows nothing. */
export function filterEntries(filter: StatementFilter): [name: string, value: string][] {
  const { q, speaker, source, story, form, state, id } = filter;
  return Object.entries({ q, speaker, source, story, form, state, id })
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

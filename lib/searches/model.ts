import { type StatementFilter, statementFilterSchema } from "@/lib/statements";

/** So many searches one person keeps: each is counted where they are listed. */
export const MOST_SEARCHES = 50;

/** So long is what a search asks for at most: as long as an address that a server takes. */
export const MOST_ASKED = 16_000;

/** What a saved search asks for. */
export function filterOf(asked: string): StatementFilter {
  const given: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(asked)) given[name] = [...(given[name] ?? []), value];
  return statementFilterSchema.parse(
    Object.fromEntries(
      Object.entries(given).map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
    ),
  );
}

/** The least id that a row recorded since a moment can have: ids are UUIDs of version 7, which begin with their moment. */
export function leastIdSince(at: Date): string {
  const moment = at.getTime().toString(16).padStart(12, "0");
  return `${moment.slice(0, 8)}-${moment.slice(8)}-7000-8000-000000000000`;
}

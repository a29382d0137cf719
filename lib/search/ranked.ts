import type { Actor } from "@/lib/auth";
import { among, db } from "@/lib/db/server";
import { cursorOf, noSuchPage, type PageRequest, readCursor, takeOf } from "@/lib/paging";
import { phrasesOf, type Query, relevanceOf } from "@/lib/query";
import type { StatementFilter } from "@/lib/statements";
import { listStatements } from "@/lib/statements/server";
import { searchedNames } from "@/lib/visibility/server";

/** A row that a search found, as its order asks for it. */
export interface FoundRow {
  readonly id: string;
  readonly publicId: string;
  readonly occurredAt: Date;
  readonly searchKey: string;
  readonly speakerId: string | null;
}

interface Found {
  readonly query: Query;
  /** All that were found, the newest occasion first. */
  readonly rows: readonly FoundRow[];
  readonly page: PageRequest;
}

/**
 * One page of what a search found, the best answer first and of equal ones the newest. The whole order is computed for each page: it
 * is of a thousand rows at most, and stands on nothing but them. `next` is the place of the last row of this page.
 * @throws {Refused} when `after` is no such place.
 */
export async function listRanked(actor: Actor, filter: StatementFilter, { query, rows, page }: Found) {
  const names = await namesFound(actor, query, rows);
  const ranked = rows
    .map(({ id, publicId, occurredAt, searchKey, speakerId }) => ({
      ...{ id, publicId, at: occurredAt.getTime() },
      score: relevanceOf(query, { searchKey, speakerKey: names.get(speakerId ?? "") ?? "" }),
    }))
    .sort(bestFirst);
  const after = page.after ? placeOf(page.after) : null;
  // from where the row stood: it may have been changed since, so that the search finds it no more
  const rest = after ? ranked.filter((row) => bestFirst(after, row) < 0) : ranked;
  const take = takeOf(page);
  const shown = rest.slice(0, take);
  const last = rest.length > take ? shown.at(-1) : undefined;
  const ids = shown.map(({ publicId }) => publicId);
  // what they say is read as in any list, and whether it may be seen is asked again
  const { items } = ids.length
    ? await listStatements(actor, { ...filter, q: undefined, id: ids }, { take: ids.length })
    : { items: [] };
  const byId = new Map(items.map((item) => [item.publicId, item]));
  return {
    items: ids.flatMap((id) => byId.get(id) ?? []),
    next: last ? cursorOf(`${last.score} ${last.at}`, last.id) : null,
  };
}

interface Place {
  readonly score: number;
  /** When it was said, as `Date` counts. */
  readonly at: number;
  readonly id: string;
}

const bestFirst = (a: Place, b: Place) =>
  b.score - a.score || b.at - a.at || (a.id === b.id ? 0 : a.id < b.id ? 1 : -1);

function placeOf(after: string): Place {
  const { key, id } = readCursor(after);
  const [, score, at] = /^(\d{1,6}) (-?\d{1,16})$/u.exec(key) ?? [];
  if (score === undefined) throw noSuchPage();
  return { score: Number(score), at: Number(at), id };
}

/** Of the speakers of these rows the names in which something that is looked for stands. */
async function namesFound(
  actor: Actor,
  query: Query,
  rows: readonly FoundRow[],
): Promise<Map<string, string>> {
  const ids = [...new Set(rows.flatMap(({ speakerId }) => speakerId ?? []))];
  const found = await db.speakerAlias.findMany({
    where: {
      AND: [
        searchedNames(actor),
        // SpeakerAlias(speakerId, nameKey)
        { speakerId: among(ids) },
        { OR: phrasesOf(query).map((phrase) => ({ searchKey: { contains: phrase } })) },
      ],
    },
    select: { speakerId: true, searchKey: true },
    orderBy: { id: "asc" },
  });
  const names = new Map<string, string>();
  for (const { speakerId, searchKey } of found)
    names.set(speakerId, `${names.get(speakerId) ?? ""}${searchKey}`);
  return names;
}

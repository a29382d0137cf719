import { findRowIds, findRowsWithWords, type RowIds, type Worded, type WordsInRow } from "@/lib/db/server";

/** Records that statements are looked up by; where they are too many to name, they are those that hold these words. */
export interface Lookup {
  readonly by: "id" | "speaker" | "alias" | "source" | "outlet" | "claim" | "publicId";
  readonly ids: readonly string[];
  readonly holding?: { readonly table: Worded; readonly words: WordsInRow };
}

/**
 * How all statements that fit a term, and perhaps some more, are looked up without asking each: by words of their own, by
 * records that they belong to. What fits one of them may fit the term.
 */
export interface Reach {
  readonly words: readonly WordsInRow[];
  readonly lookups: readonly Lookup[];
}

/** So many statements are asked for by their ids; of what more fit, a page is soon found in the order of a list. */
const MOST_REACHED = 3000;

/**
 * So many are looked at one by one for what several terms ask of them together: of two that each fit thousands hardly any may
 * fit both, and then a list is walked to its end. At a million statements that took seconds.
 */
const MOST_LOOKED_AT = 50_000;

/** What narrows a search before it is asked: all that can fit, or of too many the first. */
export interface Narrowed extends RowIds {
  readonly isAll: boolean;
}

/**
 * The statements that can fit all of these terms, or null where no index says. It does not ask who may see them: it stands
 * beside the whole question, never in place of it.
 */
export async function reached(terms: readonly Reach[]): Promise<Narrowed | null> {
  const isPlain = ({ words, lookups }: Reach) => words.length === 1 && lookups.length === 0;
  const plain = terms.filter(isPlain).flatMap(({ words }) => words);
  const found = plain.length > 0 ? await findRowsWithWords("Statement", plain, MOST_REACHED) : null;
  if (found && found.count <= MOST_REACHED) return { ...found, isAll: true };
  const ways = terms.filter((term) => !isPlain(term));
  const union =
    (await smallestOf(ways, MOST_REACHED)) ??
    (terms.length > 1 ? await smallestOf(ways, MOST_LOOKED_AT) : null);
  if (union) return { ...union, isAll: true };
  return found && { ...found, isAll: false };
}

/** All that the ways of the first term lead to of which they are no more than `most`. */
async function smallestOf(terms: readonly Reach[], most: number): Promise<RowIds | null> {
  for (const term of terms) {
    const union = await unionOf(term, most);
    if (union) return union;
  }
  return null;
}

async function unionOf({ words, lookups }: Reach, most: number): Promise<RowIds | null> {
  // records that are too many to name have more statements than that
  if (most === MOST_REACHED && lookups.some(({ holding }) => holding)) return null;
  const ids = new Set<string>();
  const add = (found: RowIds | null) => {
    if (!found || found.count > most) return false;
    for (const id of JSON.parse(found.ids) as string[]) ids.add(id);
    return ids.size <= most;
  };
  for (const one of words) if (!add(await findRowsWithWords("Statement", [one], most))) return null;
  for (const one of lookups) {
    const named = await recordsOf(one, most);
    if (!named) return null;
    if (named.length > 0 && !add(await findRowIds(WAYS[one.by], named, most))) return null;
  }
  return { ids: JSON.stringify([...ids]), count: ids.size };
}

/** The records that statements are looked up by; null where they are more than `most`. */
async function recordsOf({ ids, holding }: Lookup, most: number): Promise<readonly string[] | null> {
  if (!holding) return ids;
  const found = await findRowsWithWords(holding.table, [holding.words], most);
  return found && found.count <= most ? [...ids, ...(JSON.parse(found.ids) as string[])] : null;
}

// Statement(speakerId, …), Statement(sourceId, …), Source(outletId, …) and Position(claimId, …)
const WAYS: Readonly<Record<Lookup["by"], (listed: string) => string>> = {
  id: (listed) => `SELECT id FROM "Statement" WHERE id IN ${listed}`,
  speaker: (listed) => `SELECT id FROM "Statement" WHERE "speakerId" IN ${listed}`,
  alias: (listed) =>
    `SELECT id FROM "Statement" WHERE "speakerId" IN (SELECT "speakerId" FROM "SpeakerAlias" WHERE id IN ${listed})`,
  source: (listed) => `SELECT id FROM "Statement" WHERE "sourceId" IN ${listed}`,
  outlet: (listed) =>
    `SELECT id FROM "Statement" WHERE "sourceId" IN (SELECT id FROM "Source" WHERE "outletId" IN ${listed})`,
  claim: (listed) =>
    `SELECT "statementId" AS id FROM "Position" WHERE "supersededAt" IS NULL AND "claimId" IN ${listed}`,
  publicId: (listed) => `SELECT id FROM "Statement" WHERE "publicId" IN ${listed}`,
};

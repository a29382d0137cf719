import { findRowIds, findRowsWithWords, type RowIds, type WordsInRow } from "@/lib/db/server";

/** Records that statements are looked up by. */
export interface Lookup {
  readonly by: "id" | "speaker" | "source" | "outlet" | "claim" | "publicId";
  readonly ids: readonly string[];
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
  for (const term of terms) {
    if (isPlain(term)) continue;
    const union = await unionOf(term);
    if (union) return { ...union, isAll: true };
  }
  return found && { ...found, isAll: false };
}

/** All that one of a term's ways leads to, when they are few. */
async function unionOf({ words, lookups }: Reach): Promise<RowIds | null> {
  const ids = new Set<string>();
  const add = (found: RowIds | null) => {
    if (!found || found.count > MOST_REACHED) return false;
    for (const id of JSON.parse(found.ids) as string[]) ids.add(id);
    return ids.size <= MOST_REACHED;
  };
  for (const one of words) if (!add(await findRowsWithWords("Statement", [one], MOST_REACHED))) return null;
  for (const one of lookups) if (one.ids.length > 0 && !add(await lookedUp(one))) return null;
  return { ids: JSON.stringify([...ids]), count: ids.size };
}

// Statement(speakerId, …), Statement(sourceId, …), Source(outletId, …) and Position(claimId, …)
const WAYS: Readonly<Record<Lookup["by"], (listed: string) => string>> = {
  id: (listed) => `SELECT id FROM "Statement" WHERE id IN ${listed}`,
  speaker: (listed) => `SELECT id FROM "Statement" WHERE "speakerId" IN ${listed}`,
  source: (listed) => `SELECT id FROM "Statement" WHERE "sourceId" IN ${listed}`,
  outlet: (listed) =>
    `SELECT id FROM "Statement" WHERE "sourceId" IN (SELECT id FROM "Source" WHERE "outletId" IN ${listed})`,
  claim: (listed) =>
    `SELECT "statementId" AS id FROM "Position" WHERE "supersededAt" IS NULL AND "claimId" IN ${listed}`,
  publicId: (listed) => `SELECT id FROM "Statement" WHERE "publicId" IN ${listed}`,
};

const lookedUp = ({ by, ids }: Lookup) => findRowIds(WAYS[by], ids, MOST_REACHED);

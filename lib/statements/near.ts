import type { Actor } from "@/lib/auth";
import { among, countRowsWithEach, db, findRowsWithSome } from "@/lib/db/server";
import { isNear, sparedOf } from "@/lib/query";
import { visibleStatements } from "@/lib/visibility/server";

/** So many wordings are compared; where more share the rarest words, more of these are asked for together. */
const MOST_COMPARED = 3000;
const MOST_TOGETHER = 3;

// past this a word is as common as any other
const COMMON = 1000;

/**
 * The statements that the actor may see whose wording is these words but for a few. A wording that lacks so many of them has one of
 * any that are one more, so the rarest of those are looked up; two or three together where one is common.
 */
export async function findNear(actor: Actor, asked: readonly string[]): Promise<string[]> {
  const found = await candidates(asked);
  const rows = await db.statement.findMany({
    where: { AND: [visibleStatements(actor), { id: among(found) }] },
    select: { id: true, searchKey: true },
    orderBy: { id: "asc" },
  });
  // the wording is the first line of what is searched
  const wordingOf = (key: string) => key.slice(0, `${key}\n`.indexOf("\n")).trim().split(" ");
  return rows.flatMap(({ id, searchKey }) => (isNear(asked, wordingOf(searchKey)) ? [id] : []));
}

async function candidates(asked: readonly string[]): Promise<string> {
  const rarest = await rarestFirst([...new Set(asked)]);
  const spared = sparedOf(asked.length);
  for (let together = 1; ; together++) {
    const some = rarest.slice(0, spared + together);
    const found = await findRowsWithSome(
      "Statement",
      groupsOf(some, together).map((words) => words.map(inRow)),
      MOST_COMPARED,
    );
    const isLast = together === MOST_TOGETHER || rarest.length <= spared + together;
    if (found.count <= MOST_COMPARED || isLast) return found.ids;
  }
}

const inRow = (word: string) => ({ words: [word], isPrefix: false });

async function rarestFirst(words: readonly string[]): Promise<string[]> {
  const counts = await countRowsWithEach("Statement", words, COMMON);
  return words
    .map((word, at) => ({ word, count: counts[at] ?? COMMON }))
    .sort((a, b) => a.count - b.count || b.word.length - a.word.length)
    .map(({ word }) => word);
}

/** Every choice of so many. */
function groupsOf(words: readonly string[], size: number): string[][] {
  if (size === 0) return [[]];
  return words.flatMap((word, at) =>
    groupsOf(words.slice(at + 1), size - 1).map((others) => [word, ...others]),
  );
}

import type { Tx } from "@/lib/db/server";
import { foldForSearch } from "@/lib/text";
import { type Slip, wordsOf } from "./model";

/** Where the slips stand: a statement or a claim, and the sources in which its words can be looked up. */
export interface SlipPlace {
  readonly statementId?: string;
  readonly claimId?: string;
  readonly sourceIds: readonly string[];
}

/** So many sources are looked into; a claim on which more rest has been read often enough. */
const MOST_SOURCES = 100;
const MOST_ROWS = 50;

/**
 * The first slip that the record does not prove, with what is against it; null when all are proven. A slip is proven when
 * the former spelling stands in none of the sources and in no other statement or claim, and the new one stands, as a word,
 * in one of the sources or in something else that is public, which took more than one person. The cost grows with the
 * length of the sources and the number of statements; it is asked for typing errors alone.
 */
export async function unprovenSlip(
  tx: Pick<Tx, "edition" | "statement" | "claim">,
  slips: readonly Slip[],
  place: SlipPlace,
): Promise<(Slip & { readonly because: "used" | "unknown" }) | null> {
  if (slips.length === 0) return null;
  const editions = await tx.edition.findMany({
    where: { sourceId: { in: place.sourceIds.slice(0, MOST_SOURCES) } },
    select: { text: true },
    orderBy: { id: "asc" },
  });
  const inSources = new Set(editions.flatMap(({ text }) => wordsOf(text).map(keyOf)));
  for (const slip of slips) {
    if (inSources.has(keyOf(slip.was)) || (await isUsedElsewhere(tx, slip.was, place)))
      return { ...slip, because: "used" };
    if (!inSources.has(keyOf(slip.now)) && !(await isPublicElsewhere(tx, slip.now, place)))
      return { ...slip, because: "unknown" };
  }
  return null;
}

const keyOf = (word: string) => foldForSearch(word);

const others = ({ statementId, claimId }: SlipPlace) => ({
  statement: statementId === undefined ? {} : { id: { not: statementId } },
  claim: claimId === undefined ? {} : { id: { not: claimId } },
});

async function isUsedElsewhere(
  tx: Pick<Tx, "statement" | "claim">,
  word: string,
  place: SlipPlace,
): Promise<boolean> {
  const key = keyOf(word);
  const { statement, claim } = others(place);
  const found = await Promise.all([
    tx.statement.findFirst({
      where: { ...statement, wordingKey: { contains: key } },
      orderBy: { id: "asc" },
      select: { id: true },
    }),
    tx.claim.findFirst({
      where: { ...claim, propositionKey: { contains: key } },
      orderBy: { id: "asc" },
      select: { id: true },
    }),
  ]);
  return found.some((one) => one !== null);
}

async function isPublicElsewhere(
  tx: Pick<Tx, "statement" | "claim">,
  word: string,
  place: SlipPlace,
): Promise<boolean> {
  const key = keyOf(word);
  const { statement, claim } = others(place);
  const [statements, claims] = await Promise.all([
    tx.statement.findMany({
      where: { ...statement, state: "published", wordingKey: { contains: key } },
      orderBy: { id: "asc" },
      take: MOST_ROWS,
      select: { wording: true },
    }),
    tx.claim.findMany({
      where: { ...claim, state: "published", propositionKey: { contains: key } },
      orderBy: { id: "asc" },
      take: MOST_ROWS,
      select: { proposition: true },
    }),
  ]);
  // a part of a longer word spells nothing
  const texts = [
    ...statements.map(({ wording }) => wording),
    ...claims.map(({ proposition }) => proposition),
  ];
  return texts.some((text) => wordsOf(text).some((each) => keyOf(each) === key));
}

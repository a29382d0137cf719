import type { Actor } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { locateQuote, quotedShare, surroundingsOf, WITHHELD } from "@/lib/matching";
import { listEditionsSharing } from "@/lib/shingles/server";
import { getSource, type SourceDetail } from "@/lib/sources/server";
import { visibleEditions } from "@/lib/visibility/server";
import { areNear } from "./changes";
import type { Printing } from "./model";

const MOST_EDITIONS = 40;
// each is read as its own page reads it
const MOST_TEXTS = 8;
const FORMS = { all: "direct", some: "mixed", none: "indirect" } as const;

/**
 * The texts that hold words without a statement that was captured of them, as far as the page of their source shows them to
 * the actor: to a reader the sentences around what is published there, and of these nothing that is withheld. `without`
 * are sources, by printed id, of which the words were captured.
 */
export async function listTextsHolding(
  actor: Actor,
  wording: string,
  { without }: { without: readonly string[] },
): Promise<Printing[]> {
  const ids = await listEditionsSharing(wording, { most: MOST_EDITIONS });
  const editions = await db.edition.findMany({
    where: {
      AND: [{ id: { in: ids } }, visibleEditions(actor), { source: { publicId: { notIn: [...without] } } }],
    },
    select: { id: true, number: true, source: { select: { publicId: true } } },
    orderBy: { number: "asc" },
  });
  // of each source the first edition that holds them; of all of them those that share most
  const places = ids.flatMap((id) => editions.filter((one) => one.id === id));
  const first = new Map<string, number>();
  for (const { number, source } of places)
    first.set(source.publicId, Math.min(number, first.get(source.publicId) ?? number));
  const found: Printing[] = [];
  for (const [sourceId, edition] of [...first].slice(0, MOST_TEXTS)) {
    const text = placeIn(await getSource(actor, { sourceId, edition }), wording);
    if (text) found.push(text);
  }
  return found;
}

function placeIn(source: SourceDetail, wording: string): Printing | null {
  for (const { text, marks } of source.excerpts) {
    const match = locateQuote(text, wording);
    if (!match || !areNear(wording, match.found) || match.found.includes(WITHHELD)) continue;
    const { startUtf16, endUtf16, found } = match;
    // captured there, as somebody else's or of another day: a reviewer ties the two
    const isCaptured = marks.some(({ ranges }) =>
      ranges.some(([start, end]) => start < endUtf16 && end > startUtf16),
    );
    if (isCaptured) continue;
    const { contextStartUtf16, contextEndUtf16 } = surroundingsOf(text, startUtf16, endUtf16);
    const { edition, publishedOn, publishedOnPrecision } = source;
    return {
      key: `${source.publicId}/${edition.number}`,
      wording: found,
      form: FORMS[quotedShare(text, [[startUtf16, endUtf16]])],
      language: source.language,
      statement: null,
      source,
      edition: edition.number,
      printedOn: publishedOn,
      printedOnPrecision: publishedOnPrecision,
      retrievedAt: edition.retrievedAt,
      ...{ addressee: "", hops: [], copiedFrom: [] },
      beside: {
        before: text.slice(contextStartUtf16, startUtf16),
        after: text.slice(endUtf16, contextEndUtf16),
      },
    };
  }
  return null;
}

import type { Actor } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { struckOut, WITHHELD, withheldIn } from "@/lib/matching";
import { hiddenIn, titlesFor } from "@/lib/sources/server";
import { visibleSources, visibleSpeakers } from "@/lib/visibility/server";

interface Hop {
  readonly name: string;
  readonly speaker: { readonly id: string; readonly slug: string; readonly name: string } | null;
  readonly source: { readonly id: string; readonly publicId: string; readonly title: string } | null;
}

/** The voices between, by their printed names; who they are and in what they stand as far as the actor may see that. */
export async function visibleHops(actor: Actor, hops: readonly Hop[]) {
  const ids = (one: "speaker" | "source") => hops.flatMap((hop) => hop[one]?.id ?? []);
  const [speakers, sources] = await Promise.all([
    db.speaker.findMany({
      where: { AND: [{ id: { in: ids("speaker") } }, visibleSpeakers(actor)] },
      select: { id: true },
      orderBy: { id: "asc" },
    }),
    db.source.findMany({
      where: { AND: [{ id: { in: ids("source") } }, visibleSources(actor)] },
      select: { id: true },
      orderBy: { id: "asc" },
    }),
  ]);
  const titled = await titlesFor(
    actor,
    hops.flatMap(({ source }) => source ?? []),
  );
  return hops.map(({ name, speaker, source }) => ({
    name,
    speaker: speakers.some(({ id }) => id === speaker?.id) ? speaker : null,
    source: source && sources.some(({ id }) => id === source.id) ? titled(source) : null,
  }));
}

interface Stored {
  readonly exact: string;
  readonly startUtf16: number;
  readonly pieces: string;
  readonly prefix: string | null;
  readonly suffix: string | null;
}

/**
 * An anchor without what may be another's words: beside a statement that the reader may not see it has no prefix and no
 * suffix, and of a split quotation its own pieces only. The offsets still find it.
 */
export function readableAnchor<A extends Stored>({ pieces, ...anchor }: A, isBesideHidden: boolean) {
  const own = JSON.parse(pieces) as [number, number][];
  if (!isBesideHidden) return { ...anchor, pieces: own };
  const { exact, startUtf16 } = anchor;
  const parts = own.map(([start, end]) => exact.slice(start - startUtf16, end - startUtf16));
  return {
    ...anchor,
    pieces: own,
    ...{ prefix: null, suffix: null },
    exact: own.length > 1 ? parts.join(` ${WITHHELD} `) : exact,
  };
}

interface Anchored {
  readonly state: string;
  readonly startUtf16: number;
  readonly endUtf16: number;
  readonly contextStartUtf16: number;
  readonly contextEndUtf16: number;
  readonly pieces: readonly (readonly [number, number])[];
  readonly edition: { readonly id: string };
}

/**
 * The sentences around the words, cut into what stands before, the words, and after; null when nothing is anchored. What
 * another statement says that the actor may not see is struck out.
 */
export async function getTextAround(actor: Actor, sourceId: string, anchor: Anchored | undefined) {
  if (!anchor || anchor.state === "lost") return null;
  const { text } = await db.edition.findUniqueOrThrow({
    where: { id: anchor.edition.id },
    select: { text: true },
  });
  const { startUtf16, endUtf16, contextStartUtf16, contextEndUtf16, pieces } = anchor;
  const hidden = await hiddenIn(actor, { sourceId, editionId: anchor.edition.id });
  const withheld = withheldIn(text, [contextStartUtf16, contextEndUtf16], hidden, pieces);
  return {
    before: struckOut(text, [contextStartUtf16, startUtf16], withheld).text,
    words: struckOut(text, [startUtf16, endUtf16], withheld).text,
    after: struckOut(text, [endUtf16, contextEndUtf16], withheld).text,
  };
}

import type { Actor } from "@/lib/auth";
import { db, type Prisma } from "@/lib/db/server";
import { type HiddenWords, repeatsWords, spelledBy, withoutHidden } from "@/lib/matching";
import { surnameKey } from "@/lib/speakers";
import { hiddenStatements, sealedStatements, seesUnpublished, visibleSources } from "@/lib/visibility/server";

/** The words that the actor may not see of one source, and where they stand in one of its editions. */
export async function hiddenIn(
  actor: Actor,
  { sourceId, editionId }: { sourceId: string; editionId?: string },
): Promise<HiddenWords[]> {
  const hidden = hiddenStatements(actor);
  if (!hidden) return [];
  const found = await db.statement.findMany({
    where: { AND: [{ sourceId }, hidden] },
    select: {
      wording: true,
      originalWording: true,
      attribution: true,
      speaker: { select: { name: true, kind: true } },
      anchors: {
        select: { editionId: true, startUtf16: true, endUtf16: true, exact: true },
        orderBy: { id: "asc" },
      },
      sightings: { select: { editionId: true, pieces: true, found: true }, orderBy: { id: "asc" } },
    },
    orderBy: { id: "asc" },
  });
  return found.map(({ attribution, speaker, ...said }) => {
    const { anchors, sightings } = said;
    // a lost anchor still names where the words stood before they were edited
    const here = anchors.find(
      (anchor) => anchor.editionId === editionId && anchor.endUtf16 > anchor.startUtf16,
    );
    // and where they were edited in a later text, they are the speaker's there too
    const seen = sightings.find((sighting) => sighting.editionId === editionId);
    return {
      span: here ? [here.startUtf16, here.endUtf16] : spanOf(seen?.pieces),
      wordings: wordingsOf(said),
      names: [attribution, ...(speaker ? namesOf(speaker) : [])],
    };
  });
}

function spanOf(pieces = "[]"): readonly [number, number] | null {
  const all = JSON.parse(pieces) as [number, number][];
  const [first, last] = [all[0], all.at(-1)];
  return first && last ? [first[0], last[1]] : null;
}

/** What an article calls a speaker: by name, and a person by surname, with its accents and without. */
function namesOf({ name, kind }: { name: string; kind: string }): string[] {
  return kind === "person" ? [name, surnameKey(name), name.split(/\s+/u).at(-1) ?? ""] : [name];
}

/** Which of these sources hold a statement that the actor may not see. */
export async function sourcesWithHidden(actor: Actor, publicIds: readonly string[]): Promise<Set<string>> {
  const hidden = hiddenStatements(actor);
  if (!hidden || publicIds.length === 0) return new Set();
  const found = await db.source.findMany({
    where: { publicId: { in: [...new Set(publicIds)] }, statements: { some: hidden } },
    select: { publicId: true },
    orderBy: { id: "asc" },
  });
  return new Set(found.map(({ publicId }) => publicId));
}

interface Evidence {
  readonly title: string;
  readonly excerpt: string;
  readonly source: { readonly id: string; readonly publicId: string; readonly title: string } | null;
}

/** Evidence as a page shows it, in the order in which it was given; whoever shows it asks `readableEvidence`. */
export const SHOWN_EVIDENCE = {
  orderBy: [{ addedAt: "asc" }, { id: "asc" }],
  select: {
    ...{ id: true, stance: true, title: true, address: true, excerpt: true, note: true },
    source: { select: { id: true, publicId: true, title: true } },
  },
} as const satisfies Prisma.EvidenceFindManyArgs;

/** Evidence as the actor may read it: a source that is not public is not named, and hidden words are struck out. */
export async function readableEvidence<E extends Evidence>(actor: Actor, evidence: readonly E[]) {
  const ids = [...new Set(evidence.flatMap(({ source }) => source?.id ?? []))];
  if (ids.length === 0 || seesUnpublished(actor)) return evidence;
  const [known, hidden] = await Promise.all([
    db.source.findMany({
      where: { AND: [{ id: { in: ids } }, visibleSources(actor)] },
      select: { id: true },
      orderBy: { id: "asc" },
    }),
    Promise.all(ids.map(async (sourceId) => [sourceId, await hiddenIn(actor, { sourceId })] as const)),
  ]);
  const hiddenOf = new Map(hidden);
  const titled = await titlesFor(
    actor,
    evidence.flatMap(({ source }) => source ?? []),
  );
  return evidence.map((piece) => {
    if (!piece.source) return piece;
    const { id } = piece.source;
    const isKnown = known.some((source) => source.id === id);
    const title = withoutHidden(piece.title, hiddenOf.get(id) ?? []);
    return {
      ...piece,
      source: isKnown ? titled(piece.source) : null,
      title: isKnown ? title : title || "A source that is not public",
      excerpt: withoutHidden(piece.excerpt, hiddenOf.get(id) ?? []),
    };
  });
}

interface Titled {
  readonly publicId: string;
  readonly title: string;
  readonly address?: string | null;
  readonly archiveAddress?: string | null;
  readonly titleRomanised?: string | null;
  readonly titleTranslated?: string | null;
}

/**
 * What these sources are called to the actor. A title is how the outlet itself names its work and stays with it, but a
 * headline that repeats words which are off the record or under an embargo would tell them: those are struck out of it. An
 * address that spells them is withheld whole, and so is what the headline says in other letters or another language, for
 * nothing tells which of its words are those.
 */
export async function titlesFor(
  actor: Actor,
  sources: readonly Titled[],
): Promise<<S extends Titled>(source: S) => S> {
  const sealed = sealedStatements(actor);
  if (!sealed || sources.length === 0) return (source) => source;
  const publicIds = [...new Set(sources.map(({ publicId }) => publicId))];
  // Source(publicId), Statement(sourceId, …), SourcingAssessment(statementId, supersededAt)
  const found = await db.source.findMany({
    where: { publicId: { in: publicIds }, statements: { some: sealed } },
    select: {
      publicId: true,
      statements: { where: sealed, select: WORDS, orderBy: { id: "asc" } },
    },
    orderBy: { id: "asc" },
  });
  const words = new Map(
    found.map(({ publicId, statements }) => [
      publicId,
      statements.map((one) => ({ span: null, wordings: wordingsOf(one) })),
    ]),
  );
  return (source) => {
    const hidden = words.get(source.publicId);
    if (!hidden) return source;
    const title = withoutHidden(source.title, hidden);
    const repeats = (text: string) => hidden.some(({ wordings }) => repeatsWords(text, wordings));
    const others = [source.titleRomanised, source.titleTranslated];
    const isTitleTold = title !== source.title || others.some((other) => other && repeats(other));
    const isTold = [source.address, source.archiveAddress].some(
      (address) => address && repeats(spelledBy(address)),
    );
    return {
      ...source,
      title,
      ...(isTitleTold ? { titleRomanised: null, titleTranslated: null } : {}),
      // an archive's address has the original's within it, or the words of its own
      ...(isTold ? { address: null, archiveAddress: null } : {}),
    };
  };
}

const WORDS = {
  wording: true,
  originalWording: true,
  anchors: { select: { exact: true }, orderBy: { id: "asc" } },
  sightings: { select: { found: true }, orderBy: { id: "asc" } },
} as const;

function wordingsOf(said: {
  readonly wording: string;
  readonly originalWording: string | null;
  readonly anchors: readonly { readonly exact: string }[];
  readonly sightings: readonly { readonly found: string }[];
}): string[] {
  const { wording, originalWording, anchors, sightings } = said;
  return [
    ...new Set([
      wording,
      ...(originalWording ? [originalWording] : []),
      ...anchors.map(({ exact }) => exact),
      ...sightings.flatMap(({ found }) => found || []),
    ]),
  ];
}

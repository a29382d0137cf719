import { db } from "@/lib/db/server";
import type { WordsTerm } from "@/lib/query";
import { placeIn, type Range } from "./place";

/** A place in an edition where the words of a search stand. */
export interface FoundPlace {
  readonly startUtf16: number;
  readonly endUtf16: number;
  /** The words around it, as the edition has them. */
  readonly around: string;
  /** The printed ids of statements that hold words of it; none when nobody captured them. */
  readonly capturedAs: readonly string[];
}

/** A source in whose text the words of a search stand: in which of its editions, and where, in the order of the text. */
export interface FoundText {
  readonly source: {
    readonly publicId: string;
    readonly title: string;
    readonly language: string;
    readonly outlet: { readonly name: string } | null;
  };
  readonly edition: number;
  readonly places: readonly FoundPlace[];
}

interface PassageRow {
  readonly editionId: string;
  readonly startUtf16: number;
  readonly endUtf16: number;
}

/** The texts of these passages with the place in each, one text of each source: what an earlier edition says too is said once. */
export async function textsWith(
  passages: readonly PassageRow[],
  sought: readonly WordsTerm[],
): Promise<FoundText[]> {
  const ids = [...new Set(passages.map(({ editionId }) => editionId))];
  const captured = await capturedIn(ids);
  const texts: FoundText[] = [];
  for (const id of ids) {
    // one after the other: each may be megabytes
    const { text, number, source } = await db.edition.findUniqueOrThrow({ where: { id }, select: EDITION });
    const held = captured.get(id) ?? [];
    const places = passages
      .filter(({ editionId }) => editionId === id)
      .sort((a, b) => a.startUtf16 - b.startUtf16)
      .flatMap((passage) => placesOf(text, passage, sought, held));
    texts.push({ source, edition: number, places: apart(places) });
  }
  return onceEach(texts);
}

const EDITION = {
  ...{ text: true, number: true },
  source: { select: { publicId: true, title: true, language: true, outlet: { select: { name: true } } } },
} as const;

interface Captured {
  readonly publicId: string;
  readonly pieces: readonly Range[];
}

function placesOf(
  text: string,
  { startUtf16, endUtf16 }: PassageRow,
  sought: readonly WordsTerm[],
  captured: readonly Captured[],
): FoundPlace[] {
  const touching = (all: readonly Captured[], [start, end]: Range) =>
    all.filter(({ pieces }) =>
      pieces.some(([from, to]) => from < startUtf16 + end && to > startUtf16 + start),
    );
  // each place of the passage is asked for these alone
  const near = touching(captured, [0, endUtf16 - startUtf16]);
  const holding = (place: Range) => touching(near, place);
  const found = placeIn(text.slice(startUtf16, endUtf16), sought, (place) => holding(place).length > 0);
  if (found === null) return [];
  const [start, end] = [startUtf16 + found[0], startUtf16 + found[1]];
  return [
    {
      ...{ startUtf16: start, endUtf16: end, around: wordsAround(text, start, end) },
      capturedAs: [...new Set(holding(found).map(({ publicId }) => publicId))],
    },
  ];
}

/** Without those that two neighbours found in what they share. */
function apart(places: readonly FoundPlace[]): FoundPlace[] {
  return places.filter((place, at) => (places[at - 1]?.endUtf16 ?? -1) <= place.startUtf16);
}

/** Each source once, by the edition that comes first, with what only others say left to them. */
function onceEach(texts: readonly FoundText[]): FoundText[] {
  const said = new Map<string, Set<string>>();
  return texts.flatMap((text) => {
    const before = said.get(text.source.publicId) ?? new Set();
    const places = text.places.filter(({ around }) => !before.has(around));
    said.set(text.source.publicId, new Set([...before, ...places.map(({ around }) => around)]));
    return places.length === 0 ? [] : [{ ...text, places }];
  });
}

const BEFORE = 120;
const BEHIND = 220;

/** Some words before and behind a place, cut between words and within a paragraph. */
function wordsAround(text: string, start: number, end: number): string {
  const from = Math.max(0, start - BEFORE);
  const before = text.slice(from, start);
  const line = before.lastIndexOf("\n");
  const cut = line >= 0 ? line + 1 : from === 0 ? 0 : before.search(/\s/u) + 1;
  const to = Math.min(text.length, end + BEHIND);
  const behind = text.slice(end, to);
  const stop = behind.indexOf("\n");
  const last = stop >= 0 ? stop : to === text.length ? behind.length : lastSpace(behind);
  const isBegun = from + cut > 0 && line < 0;
  return `${isBegun ? "… " : ""}${text.slice(from + cut, end + last).trim()}${stop < 0 && to < text.length ? " …" : ""}`;
}

function lastSpace(text: string): number {
  return Math.max(0, text.search(/\s\S*$/u));
}

/** Where statements stand in these editions: where they were captured, and where they were seen again. */
async function capturedIn(editionIds: readonly string[]): Promise<Map<string, Captured[]>> {
  const where = { editionId: { in: [...editionIds] } };
  const select = { editionId: true, pieces: true, statement: { select: { publicId: true } } } as const;
  // Anchor(editionId, startUtf16) and Sighting(editionId)
  const [anchors, sightings] = await Promise.all([
    db.anchor.findMany({ where: { ...where, state: { not: "lost" } }, select, orderBy: { id: "asc" } }),
    db.sighting.findMany({
      where: { ...where, state: { not: "lost" }, supersededAt: null },
      select,
      orderBy: { id: "asc" },
    }),
  ]);
  const captured = new Map<string, Captured[]>();
  for (const { editionId, pieces, statement } of [...anchors, ...sightings]) {
    const held = captured.get(editionId) ?? [];
    // a text that is quoted every day has thousands
    held.push({ publicId: statement.publicId, pieces: JSON.parse(pieces) as Range[] });
    captured.set(editionId, held);
  }
  return captured;
}

import type { Actor } from "@/lib/auth";
import { db, type Prisma } from "@/lib/db/server";
import { listEditionsSharing } from "@/lib/shingles/server";
import { titlesFor } from "@/lib/sources/server";
import { getTextAround, WORDED } from "@/lib/statements/server";
import { DECIDED_RELATIONS, visibleRelations, visibleStatements } from "@/lib/visibility/server";
import { areNear } from "./changes";
import { isUnsure, spanOf } from "./dates";
import type { Printing } from "./model";
import { listTextsHolding } from "./texts";

/** What is known of a statement before its other printings are looked for. */
export interface Uttered {
  readonly id: string;
  readonly publicId: string;
  readonly wording: string;
  readonly saidOn: Date | null;
  readonly saidOnPrecision: string | null;
  readonly occurredAt: Date;
  readonly speaker: { readonly id: string } | null;
}

/** A captured printing as its page shows it. */
export type PrintedStatement = Awaited<ReturnType<typeof listPrinted>>["printed"][number];

/** More than are read side by side; `isCut` says that there are others. */
export const MOST_PRINTINGS = 24;
const MOST_EDITIONS = 40;
const MOST_NEAR = 200;
// a report of what was said comes out within days of it, or has its own date of the occasion
const AROUND_MS = 10 * 24 * 60 * 60 * 1000;

// what a reviewer decided to be the same words, well or badly reported
const SAME = ["same_utterance", "derives_from", "misquotes", "misattributes", "context_omitted"];
const NOT_SAME = ["same_utterance", "repeats"];

/**
 * The statements that are the same utterance as one that the actor may see, itself among them: what a reviewer tied to it as
 * such, and the nearly same words of the same speaker on an occasion that may be the same.
 */
export async function listPrinted(actor: Actor, of: Uttered) {
  const [tied, near] = await Promise.all([listTied(actor, of.id), listNear(actor, of)]);
  const apart = await listSetApart(of.id);
  const wanted = [...new Set([of.id, ...tied, ...near])].filter((id) => !apart.has(id) || tied.includes(id));
  const found = await db.statement.findMany({
    where: { AND: [visibleStatements(actor), { id: { in: wanted } }, { state: { not: "declined" } }] },
    select: PRINTED,
    // whatever is left out, it is not the statement itself
    orderBy: [{ occurredAt: "asc" }, { id: "asc" }],
  });
  const self = found.filter(({ id }) => id === of.id);
  const others = found.filter(({ id }) => id !== of.id);
  const printed = [...self, ...others.slice(0, MOST_PRINTINGS - 1)];
  const titled = await titlesFor(
    actor,
    printed.map(({ source }) => source),
  );
  return {
    printed: printed.map((one) => ({ ...one, source: titled(one.source) })),
    isCut: others.length > MOST_PRINTINGS - 1,
  };
}

/** The printings of an utterance with all that tells where each took the words from; see `lineageOf`. */
export async function listPrintings(actor: Actor, of: Uttered) {
  const { printed, isCut } = await listPrinted(actor, of);
  const isNamed = new Set(printed.map(({ source }) => source.publicId));
  const [captured, ties, texts] = await Promise.all([
    Promise.all(printed.map((one) => toPrinting(actor, one, isNamed))),
    listCopies(actor, printed),
    listTextsHolding(actor, of.wording, { without: [...isNamed] }),
  ]);
  const printings: Printing[] = [
    ...captured.map((one) => ({ ...one, copiedFrom: ties.get(one.key) ?? [] })),
    ...texts.slice(0, MOST_PRINTINGS - captured.length),
  ];
  return { printings, isCut: isCut || captured.length + texts.length > printings.length };
}

const PRINTED = {
  ...WORDED,
  ...{ id: true, publicId: true, attribution: true, cue: true, addressee: true, sourceId: true },
  speaker: { select: { name: true, slug: true } },
  source: {
    select: {
      ...{ publicId: true, title: true, titleRomanised: true, titleTranslated: true, language: true },
      ...{ address: true, archiveAddress: true, publishedOn: true, publishedOnPrecision: true },
      outlet: { select: { name: true, slug: true } },
    },
  },
  hops: { orderBy: { ordinal: "asc" }, select: { name: true, source: { select: { publicId: true } } } },
  anchors: {
    orderBy: { edition: { number: "desc" } },
    take: 1,
    select: {
      ...{ state: true, startUtf16: true, endUtf16: true, pieces: true },
      ...{ contextStartUtf16: true, contextEndUtf16: true },
      edition: { select: { id: true, number: true, retrievedAt: true } },
    },
  },
} as const satisfies Prisma.StatementSelect;

async function toPrinting(actor: Actor, one: PrintedStatement, isNamed: ReadonlySet<string>) {
  const { publicId, wording, form, language, source, hops, anchors, addressee } = one;
  const [anchor] = anchors;
  const around = anchor
    ? await getTextAround(actor, one.sourceId, {
        ...anchor,
        pieces: JSON.parse(anchor.pieces) as [number, number][],
      })
    : null;
  return {
    ...{ key: publicId, wording, form, language, statement: one, source, addressee },
    edition: anchor?.edition.number ?? null,
    printedOn: source.publishedOn,
    printedOnPrecision: source.publishedOnPrecision,
    retrievedAt: anchor?.edition.retrievedAt ?? null,
    // a source that is none of the printings is nobody's here, and the reader may not see it
    hops: hops.map(({ name, source: hop }) => ({
      name,
      sourceId: hop && isNamed.has(hop.publicId) ? hop.publicId : null,
    })),
    beside: around && { before: around.before, after: around.after },
  };
}

/** Those that a reviewer tied to it as the same words, and to those again. */
async function listTied(actor: Actor, id: string): Promise<string[]> {
  const known = new Set([id]);
  for (let edge = [id]; edge.length > 0 && known.size <= MOST_PRINTINGS; ) {
    // Relation(fromId, state), Relation(toId, state)
    const ties = await db.relation.findMany({
      where: {
        AND: [
          visibleRelations(actor),
          { type: { in: SAME }, state: { in: [...DECIDED_RELATIONS] } },
          { OR: [{ fromId: { in: edge } }, { toId: { in: edge } }] },
        ],
      },
      select: { fromId: true, toId: true },
      orderBy: { id: "asc" },
      take: MOST_NEAR,
    });
    edge = ties.flatMap(({ fromId, toId }) => [fromId, toId]).filter((one) => !known.has(one));
    for (const one of edge) known.add(one);
  }
  return [...known];
}

/** Those that a reviewer said to be something else, or the same said again. */
async function listSetApart(id: string): Promise<Set<string>> {
  const ties = await db.relation.findMany({
    where: {
      OR: [{ fromId: id }, { toId: id }],
      AND: {
        OR: [
          { type: "same_utterance", state: "rejected" },
          { type: "repeats", state: { in: [...DECIDED_RELATIONS] } },
        ],
      },
      type: { in: NOT_SAME },
    },
    select: { fromId: true, toId: true },
    orderBy: { id: "asc" },
  });
  return new Set(ties.map(({ fromId, toId }) => (fromId === id ? toId : fromId)));
}

const NEAR = { id: true, wording: true, saidOn: true, saidOnPrecision: true } as const;

/** The same speaker's nearly same words: in editions that hold some of them in a row, and of those days. */
async function listNear(actor: Actor, of: Uttered): Promise<string[]> {
  if (!of.speaker) return [];
  const speakerId = of.speaker.id;
  const editionIds = await listEditionsSharing(of.wording, { most: MOST_EDITIONS });
  const where = (more: Prisma.StatementWhereInput) => ({
    AND: [visibleStatements(actor), { speakerId }, more],
  });
  const [inEditions, ofThoseDays] = await Promise.all([
    // Anchor(editionId, startUtf16)
    db.statement.findMany({
      where: where({ anchors: { some: { editionId: { in: editionIds } } } }),
      select: NEAR,
      orderBy: [{ occurredAt: "asc" }, { id: "asc" }],
      take: MOST_NEAR,
    }),
    // Statement(speakerId, occurredAt, id)
    db.statement.findMany({
      where: where({
        occurredAt: {
          gte: new Date(of.occurredAt.getTime() - AROUND_MS),
          lte: new Date(of.occurredAt.getTime() + AROUND_MS),
        },
      }),
      select: NEAR,
      orderBy: [{ occurredAt: "asc" }, { id: "asc" }],
      take: MOST_NEAR,
    }),
  ]);
  const said = spanOf({ printedOn: of.saidOn, printedOnPrecision: of.saidOnPrecision, retrievedAt: null });
  const all = new Map([...inEditions, ...ofThoseDays].map((one) => [one.id, one]));
  return [...all.values()].flatMap(({ id, wording, saidOn, saidOnPrecision }) => {
    const span = spanOf({ printedOn: saidOn, printedOnPrecision: saidOnPrecision, retrievedAt: null });
    return isUnsure(said, span) && areNear(of.wording, wording) ? [id] : [];
  });
}

/** Of each printing those that it derives from, as far as the actor sees that decided. */
async function listCopies(actor: Actor, printed: readonly PrintedStatement[]) {
  const ids = printed.map(({ id }) => id);
  const ties = await db.relation.findMany({
    where: {
      AND: [
        visibleRelations(actor),
        { type: "derives_from", state: { in: [...DECIDED_RELATIONS] } },
        { fromId: { in: ids }, toId: { in: ids } },
      ],
    },
    select: { from: { select: { publicId: true } }, to: { select: { publicId: true } } },
    orderBy: { id: "asc" },
  });
  const copies = new Map<string, string[]>();
  for (const { from, to } of ties)
    copies.set(from.publicId, [...(copies.get(from.publicId) ?? []), to.publicId]);
  return copies;
}

import { type Actor, assertCan } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { tellsName } from "@/lib/speakers";
import { listNamedElsewhere, listNamedNotes, type NamedElsewhere, type NamedNote } from "./named-notes";
import { listNamedRecords } from "./named-records";
import { findTaken } from "./names-taken";

/** What of one statement still prints a word of a name that was taken away, in the public's words. */
export interface NamedStill {
  readonly publicId: string;
  readonly places: readonly string[];
}

/** All such statements that were found, and how many the sentences around the words were not read of. */
export interface NamedStillList {
  readonly statements: readonly NamedStill[];
  readonly unread: number;
  /** What was written for the public with a decision, and about something else. */
  readonly notes: readonly NamedNote[];
  /** What else the desk wrote and visitors read. */
  readonly elsewhere: readonly NamedElsewhere[];
}

const MOST_LOOKED_INTO = 500;
// a press on Edit must not read a library: so many letters of texts are a second's work
const MOST_READ_UTF16 = 10_000_000;

/**
 * Where the names of somebody who became an anonymous voice still stand in what visitors read of their newest 500
 * statements. The texts around them are read one after another, each once, `mostReadUtf16` in all; `unread` says of how many
 * statements that leaves the text out. Null for a speaker who never was named. The statements are put right by corrections.
 * @throws {Forbidden}
 */
export async function listNamedStill(
  actor: Actor,
  speakerId: string,
  { mostReadUtf16 = MOST_READ_UTF16 }: { mostReadUtf16?: number } = {},
): Promise<NamedStillList | null> {
  assertCan(actor, "published:change");
  const taken = await findTaken(db, speakerId);
  if (taken === null) return null;
  const { names, instead } = taken;
  const statements = await db.statement.findMany({
    where: { speakerId, state: { in: ["published", "retracted"] } },
    orderBy: [{ occurredAt: "desc" }, { id: "desc" }],
    take: MOST_LOOKED_INTO,
    select: {
      publicId: true,
      ...fieldsOf(PRINTED),
      originalWording: true,
      introduction: true,
      translatedBy: true,
      hops: { orderBy: { ordinal: "asc" }, select: { name: true } },
      source: { select: { title: true, titleRomanised: true, titleTranslated: true, author: true } },
      anchors: {
        orderBy: { id: "asc" },
        select: {
          contextStartUtf16: true,
          contextEndUtf16: true,
          edition: { select: { id: true, lengthUtf16: true } },
        },
      },
    },
  });
  const around = await readAround(
    statements.flatMap(({ anchors }) => anchors),
    mostReadUtf16,
  );
  const found = statements.map(({ publicId, anchors, ...one }) => {
    const texts = anchors.map((anchor) => around.get(anchor));
    const places = placesOf({ ...one, around: texts.filter((text) => text !== undefined) });
    return {
      publicId,
      places: places.flatMap(([place, text]) => (tellsName(text, names, instead) ? [place] : [])),
      isRead: !texts.includes(undefined),
    };
  });
  return {
    statements: found.filter(({ places }) => places.length > 0).map(({ isRead: _, ...one }) => one),
    unread: found.filter(({ isRead }) => !isRead).length,
    notes: [...(await listNamedRecords(speakerId, taken)), ...(await listNamedNotes(taken))],
    elsewhere: await listNamedElsewhere(speakerId, taken),
  };
}

interface Around {
  readonly contextStartUtf16: number;
  readonly contextEndUtf16: number;
  readonly edition: { readonly id: string; readonly lengthUtf16: number };
}

/** The sentences around each anchor; none for those whose texts would be more than `most` letters with those before. */
async function readAround<A extends Around>(anchors: readonly A[], most: number): Promise<Map<A, string>> {
  const byEdition = new Map<string, A[]>();
  for (const anchor of anchors)
    byEdition.set(anchor.edition.id, [...(byEdition.get(anchor.edition.id) ?? []), anchor]);
  const around = new Map<A, string>();
  let read = 0;
  for (const [id, standing] of byEdition) {
    read += standing[0]?.edition.lengthUtf16 ?? 0;
    if (read > most) break;
    // one text in memory at a time
    const { text } = await db.edition.findUniqueOrThrow({ where: { id }, select: { text: true } });
    for (const anchor of standing)
      around.set(anchor, text.slice(anchor.contextStartUtf16, anchor.contextEndUtf16));
  }
  return around;
}

const PRINTED = {
  ...{ wording: "words", attribution: "attribution", roleThen: "role", cue: "cue", addressee: "told to" },
  ...{ saidOnNote: "date as printed", place: "place", event: "event", context: "context" },
} as const;

function fieldsOf<T extends object>(fields: T): { [K in keyof T]: true } {
  return Object.fromEntries(Object.keys(fields).map((field) => [field, true])) as { [K in keyof T]: true };
}

interface Printing extends Readonly<Record<keyof typeof PRINTED, string>> {
  readonly originalWording: string | null;
  readonly introduction: string | null;
  readonly translatedBy: string | null;
  readonly hops: readonly { readonly name: string }[];
  readonly source: {
    readonly title: string;
    readonly titleRomanised: string | null;
    readonly titleTranslated: string | null;
    readonly author: string | null;
  };
  readonly around: readonly string[];
}

function placesOf(one: Printing): (readonly [place: string, text: string])[] {
  const of = (texts: readonly (string | null)[]) => texts.join(" ");
  return [
    ...Object.entries(PRINTED).map(([field, place]) => [place, one[field as keyof typeof PRINTED]] as const),
    ["introduction", of([one.introduction])],
    ["original words", of([one.originalWording])],
    ["translated by", of([one.translatedBy])],
    ["voices between", of(one.hops.map(({ name }) => name))],
    [
      "source’s title and author",
      of([one.source.title, one.source.titleRomanised, one.source.titleTranslated, one.source.author]),
    ],
    ["the sentences around it", of(one.around)],
  ];
}

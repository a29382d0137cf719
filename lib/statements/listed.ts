import type { Actor } from "@/lib/auth";
import { db, type Prisma } from "@/lib/db/server";
import { foldForSearch, normaliseName } from "@/lib/text";
import {
  listedStatements,
  searchedNames,
  seesUnpublished,
  visibleClaims,
  visibleStatements,
} from "@/lib/visibility/server";
import { asksForStates, type StatementFilter } from "./model";

/**
 * The statements that the actor may see and that a filter asks for. What the words of a search name is looked up before:
 * a name or a printed id that is asked of every statement in turn makes a search of the whole table. `isForStates` says
 * whether the list names its states by itself, where its filter was taken apart.
 */
export async function statementsAskedFor(
  actor: Actor,
  filter: StatementFilter,
  isForStates = asksForStates(filter),
): Promise<Prisma.StatementWhereInput> {
  const { id, q = "", speaker, source, story, claim, form, state, retractedSince, correctedSince } = filter;
  return {
    AND: [
      visibleStatements(actor),
      isForStates ? {} : listedStatements(actor),
      ...(await containsWords(actor, wordsOf(q))),
      // a withdrawn story is no list any more
      story && !seesUnpublished(actor) ? { story: { withdrawnAt: null } } : {},
      // nothing else was retracted, and an index sorts behind the state
      retractedSince ? { state: "retracted" } : {},
    ],
    ...(id?.length ? { publicId: oneOf(id) } : {}),
    ...(speaker?.length ? { speaker: { slug: oneOf(speaker) } } : {}),
    ...(source ? { source: { publicId: source } } : {}),
    ...(story ? { story: { slug: story } } : {}),
    ...(claim ? { positions: { some: { supersededAt: null, claim: claimAskedFor(actor, claim) } } } : {}),
    ...(form?.length ? { form: oneOf(form) } : {}),
    ...(state?.length ? { state: oneOf(state) } : {}),
    ...(retractedSince
      ? { retractions: { some: { confirmedAt: { gte: retractedSince }, withdrawnAt: null } } }
      : {}),
    ...(correctedSince ? await corrected(correctedSince) : {}),
  };
}

/** A claim that is not public, or was withdrawn, is no list for a reader. */
function claimAskedFor(actor: Actor, slug: string): Prisma.ClaimWhereInput {
  return { AND: [{ slug }, visibleClaims(actor)] };
}

const WORD = /"([^"]+)"|[^\s"]+/gu;

/** The words of a search; words inside quotation marks stay together. */
function wordsOf(q: string): string[] {
  return Array.from(foldForSearch(q).matchAll(WORD), ([word, phrase]) => phrase?.trim() ?? word).filter(
    Boolean,
  );
}

// an index that sorts behind a column serves one value of it; a list of one is not seen as that
function oneOf(values: readonly string[]) {
  const [first, ...more] = values;
  return first !== undefined && more.length === 0 ? first : { in: [...values] };
}

// as it is printed, in any case, with the stop or bracket that stood behind it
const PRINTED_ID = /^\W*(st-[a-z0-9]{4,12})\W*$/u;
/** What was corrected since a day: by their ids as long as they are few, so that the others are not asked. */
async function corrected(since: Date): Promise<Prisma.StatementWhereInput> {
  const given = { givenAt: { gte: since } };
  // Correction(givenAt)
  const found = await db.correction.findMany({
    where: given,
    select: { statementId: true },
    orderBy: [{ givenAt: "asc" }, { id: "asc" }],
    take: MOST_IDS + 1,
  });
  if (found.length > MOST_IDS) return { corrections: { some: given } };
  return { id: { in: [...new Set(found.map(({ statementId }) => statementId))] } };
}

/** So many records are asked for by their ids, below what one query takes; what more fit narrows little. */
const MOST_IDS = 200;

/**
 * Each word stands in the wording or in a name of the speaker, so that "yousafzai détente" finds what a person means; a
 * printed id is its statement.
 */
async function containsWords(actor: Actor, words: readonly string[]): Promise<Prisma.StatementWhereInput[]> {
  if (words.length === 0) return [];
  const printed = words.flatMap((word) => PRINTED_ID.exec(word)?.[1] ?? []);
  const names = words.map(normaliseName).filter(Boolean);
  const answering = searchedNames(actor);
  const [ids, aliases] = await Promise.all([
    printed.length === 0
      ? []
      : db.statement.findMany({
          where: { AND: [visibleStatements(actor), { publicId: { in: printed } }] },
          select: { publicId: true },
          orderBy: { id: "asc" },
        }),
    db.speakerAlias.findMany({
      where: { ...answering, OR: names.map((name) => ({ nameKey: { contains: name } })) },
      select: { nameKey: true, speakerId: true },
      orderBy: { id: "asc" },
      take: MOST_IDS + 1,
    }),
  ]);
  const known = new Set(ids.map(({ publicId }) => publicId));
  const asked = words.map((word) => {
    const name = normaliseName(word);
    const named = aliases.filter(({ nameKey }) => name !== "" && nameKey.includes(name));
    return { word, name, speakerIds: [...new Set(named.map(({ speakerId }) => speakerId))] };
  });
  const isShort =
    aliases.length <= MOST_IDS && asked.reduce((sum, one) => sum + one.speakerIds.length, 0) <= MOST_IDS;
  return asked.map(({ word, name, speakerIds }) => {
    const publicId = PRINTED_ID.exec(word)?.[1];
    if (publicId !== undefined && known.has(publicId)) return { publicId };
    const worded = { wordingKey: { contains: word } };
    if (name === "" || (isShort && speakerIds.length === 0)) return worded;
    if (isShort) return { OR: [worded, { speakerId: { in: speakerIds } }] };
    return {
      OR: [worded, { speaker: { aliases: { some: { ...answering, nameKey: { contains: name } } } } }],
    };
  });
}

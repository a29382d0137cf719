import type { Actor } from "@/lib/auth";
import type { Against, HeldStatement, HeldText } from "@/lib/checking";
import { db, type Prisma } from "@/lib/db/server";
import { listEditionsSharing } from "@/lib/shingles/server";
import { WORDED } from "@/lib/statements/server";
import { foldForSearch, normaliseName } from "@/lib/text";
import { searchedNames, seesUnpublished, visibleRelations, visibleStatements } from "@/lib/visibility/server";
import type { CheckScope } from "./model";

// the nearest of what is held; more than a draft can quote
const MOST_EDITIONS = 80;
const MOST_SPEAKERS = 60;
const MOST_OF_A_SPEAKER = 1500;
const MOST_STATEMENTS = 600;
const MOST_NAMES_AT_ONCE = 500;

/** What is held at this moment, and the save of each statement by its printed id. */
export interface HeldNow extends Against {
  readonly versions: ReadonlyMap<string, number>;
}

/** A draft and where to look. */
export interface Question {
  readonly draft: string;
  readonly scope: CheckScope;
  /** The story that is looked through, by its id. */
  readonly storyId?: string | null;
}

/**
 * What the store holds that a draft may quote, as far as the actor may see it: for the desk the editions that have words
 * in a row in common with it and the statements of whoever it names; for everyone else, and for a program with a
 * reader's key, public statements without the texts around them.
 */
export async function findAgainst(actor: Actor, { draft, scope, storyId }: Question): Promise<HeldNow> {
  if (scope === "material") return { texts: [], statements: [], versions: new Map() };
  const editionIds =
    scope === "story"
      ? await editionsOfStory(storyId ?? "")
      : await listEditionsSharing(draft, { most: MOST_EDITIONS });
  const within = scope === "story" ? { storyId: storyId ?? "" } : {};
  const [inEditions, byNamed] = await Promise.all([
    listHeld(actor, { ...within, anchors: { some: { editionId: { in: editionIds } } } }),
    listByNamed(actor, draft, within),
  ]);
  const held = new Map([...inEditions, ...byNamed].map((one) => [one.id, one]));
  const nearest = nearestOf([...held.values()], draft);
  const statements = nearest.map((one) => heldStatement(one));
  const versions = new Map(nearest.map(({ publicId, version }) => [publicId, version]));
  if (!seesUnpublished(actor))
    return { texts: [], statements: statements.map((one) => ({ ...one, anchor: null })), versions };
  const wanted = [
    ...new Set([...editionIds, ...nearest.flatMap(({ anchors }) => anchors[0]?.editionId ?? [])]),
  ];
  return { texts: await listTexts(wanted.slice(0, MOST_EDITIONS * 2)), statements, versions };
}

async function editionsOfStory(storyId: string): Promise<string[]> {
  const editions = await db.edition.findMany({
    where: {
      source: { OR: [{ statements: { some: { storyId } } }, { stories: { some: { storyId } } }] },
    },
    select: { id: true },
    orderBy: { id: "desc" },
    take: MOST_EDITIONS * 2,
  });
  return editions.map(({ id }) => id);
}

const heldBy = (actor: Actor) =>
  ({
    ...WORDED,
    ...{ id: true, publicId: true, version: true, roleThen: true, place: true },
    ...{ saidOn: true, saidOnPrecision: true },
    speaker: {
      select: {
        name: true,
        aliases: { where: searchedNames(actor), select: { name: true }, orderBy: { id: "asc" } },
      },
    },
    versions: { select: { snapshot: true }, orderBy: { number: "desc" } },
    relationsTo: {
      where: { AND: [{ type: "reverses", state: "confirmed" }, visibleRelations(actor)] },
      select: { id: true },
      orderBy: { id: "asc" },
      take: 1,
    },
    anchors: {
      where: { state: { not: "lost" } },
      select: {
        ...{ editionId: true, startUtf16: true, endUtf16: true },
        edition: { select: { number: true, source: { select: { publicId: true } } } },
      },
      orderBy: { edition: { number: "desc" } },
      take: 1,
    },
  }) as const satisfies Prisma.StatementSelect;

type Held = Prisma.StatementGetPayload<{ select: ReturnType<typeof heldBy> }>;

function listHeld(
  actor: Actor,
  where: Prisma.StatementWhereInput,
  take = MOST_STATEMENTS * 2,
): Promise<Held[]> {
  return db.statement.findMany({
    where: { AND: [visibleStatements(actor), { state: { not: "declined" } }, where] },
    select: heldBy(actor),
    orderBy: [{ occurredAt: "desc" }, { id: "desc" }],
    take,
  });
}

/** The statements of whoever the draft names, the nearest to its words. */
async function listByNamed(actor: Actor, draft: string, within: Prisma.StatementWhereInput): Promise<Held[]> {
  const speakerIds = await speakersNamed(actor, draft);
  const words = wordsOf(draft);
  const near: { id: string; score: number }[] = [];
  for (const speakerId of speakerIds) {
    // Statement(speakerId, occurredAt, id)
    const rows = await db.statement.findMany({
      where: { AND: [visibleStatements(actor), { ...within, speakerId }] },
      select: { id: true, wordingKey: true },
      orderBy: [{ occurredAt: "desc" }, { id: "desc" }],
      take: MOST_OF_A_SPEAKER,
    });
    for (const { id, wordingKey } of rows) near.push({ id, score: shared(wordingKey, words) });
  }
  near.sort((a, b) => b.score - a.score);
  const ids = near.slice(0, MOST_STATEMENTS).map(({ id }) => id);
  return listHeld(actor, { id: { in: ids } });
}

/** Who is named in a text: up to four words in a row that are a name which the store knows. */
async function speakersNamed(actor: Actor, draft: string): Promise<string[]> {
  const keys = [...namesIn(draft)];
  const found = new Set<string>();
  for (let from = 0; from < keys.length && found.size < MOST_SPEAKERS; from += MOST_NAMES_AT_ONCE) {
    // SpeakerAlias(nameKey)
    const aliases = await db.speakerAlias.findMany({
      where: {
        AND: [{ nameKey: { in: keys.slice(from, from + MOST_NAMES_AT_ONCE) } }, searchedNames(actor)],
      },
      select: { speakerId: true },
      orderBy: { id: "asc" },
      take: MOST_SPEAKERS,
    });
    for (const { speakerId } of aliases) found.add(speakerId);
  }
  return [...found].slice(0, MOST_SPEAKERS);
}

const MOST_NAME_WORDS = 5;

function namesIn(draft: string): Set<string> {
  const keys = new Set<string>();
  const words = draft.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu) ?? [];
  for (let from = 0; from < words.length; from++) {
    if (!mayBeginName(words[from] as string)) continue;
    for (let count = 1; count <= MOST_NAME_WORDS && from + count <= words.length; count++) {
      if (!mayBeginName(words[from + count - 1] as string)) continue;
      const name = words.slice(from, from + count).join(" ");
      keys.add(normaliseName(name.replace(/['’]s$/u, "")));
    }
  }
  keys.delete("");
  return keys;
}

// a script without capitals tells nothing of what is a name
const mayBeginName = (word: string) => /^(?:\p{Lu}|\p{Lt}|\p{Lo}|\p{N})/u.test(word);

function wordsOf(text: string): Set<string> {
  return new Set(foldForSearch(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
}

/** How much of a wording a text has: the share of its words, the long ones counting more. */
function shared(wordingKey: string, words: ReadonlySet<string>): number {
  let [all, some] = [0, 0];
  for (const word of wordingKey.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []) {
    all += word.length;
    if (words.has(word)) some += word.length;
  }
  return all === 0 ? 0 : some / all;
}

function nearestOf(held: readonly Held[], draft: string): Held[] {
  if (held.length <= MOST_STATEMENTS) return [...held];
  const words = wordsOf(draft);
  const scored = held.map((one) => ({ one, score: shared(foldForSearch(one.wording), words) }));
  return scored
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_STATEMENTS)
    .map(({ one }) => one);
}

function heldStatement(one: Held): HeldStatement {
  const [anchor] = one.anchors;
  const wordings = one.versions.map(({ snapshot }) => wordingIn(snapshot));
  const [saidFrom, saidTo] = daysOf(one.saidOn, one.saidOnPrecision);
  return {
    id: one.publicId,
    wording: one.wording,
    formerWordings: [...new Set(wordings)].filter((words) => words !== "" && words !== one.wording),
    form: one.form as HeldStatement["form"],
    isDenial: one.isDenial,
    speaker: one.speaker && { name: one.speaker.name, aliases: one.speaker.aliases.map(({ name }) => name) },
    role: one.roleThen === "" ? null : one.roleThen,
    ...{ saidFrom, saidTo },
    place: one.place === "" ? null : one.place,
    standing: standingOf(one),
    doubt: one.verdicts.map(({ value }) => value).find((value) => DOUBTS.has(value)) ?? null,
    anchor: anchor
      ? { textId: textIdOf(anchor.edition), startUtf16: anchor.startUtf16, endUtf16: anchor.endUtf16 }
      : null,
  };
}

const DOUBTS: ReadonlySet<string> = new Set(["disputed", "denied", "misattributed", "fabricated"]);

function standingOf({ state, corrections, relationsTo }: Held): HeldStatement["standing"] {
  if (state === "retracted") return "retracted";
  if (relationsTo.length > 0) return "reversed";
  return corrections.length > 0 ? "corrected" : "stands";
}

function wordingIn(snapshot: string): string {
  const { wording } = JSON.parse(snapshot) as { wording?: unknown };
  return typeof wording === "string" ? wording : "";
}

function daysOf(saidOn: Date | null, precision: string | null): [string | null, string | null] {
  if (saidOn === null) return [null, null];
  const day = saidOn.toISOString().slice(0, 10);
  if (precision === "year") return [`${day.slice(0, 4)}-01-01`, `${day.slice(0, 4)}-12-31`];
  if (precision === "month") return [`${day.slice(0, 7)}-01`, `${day.slice(0, 7)}-31`];
  return [day, day];
}

async function listTexts(editionIds: readonly string[]): Promise<HeldText[]> {
  const editions = await db.edition.findMany({
    where: { id: { in: [...editionIds] } },
    select: {
      ...{ text: true, number: true },
      source: {
        select: {
          publicId: true,
          title: true,
          language: true,
          publishedOn: true,
          outlet: { select: { name: true } },
        },
      },
    },
    orderBy: { id: "asc" },
  });
  return editions.map(({ text, number, source }) => ({
    id: textIdOf({ number, source }),
    ...{ text, language: source.language },
    title: source.outlet ? `${source.outlet.name}: ${source.title}` : source.title,
    day: source.publishedOn?.toISOString().slice(0, 10) ?? null,
  }));
}

/** What a finding calls an edition: its address below `/sources/`. */
function textIdOf({ number, source }: { number: number; source: { publicId: string } }): string {
  return `${source.publicId}/editions/${number}`;
}

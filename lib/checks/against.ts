import type { Actor } from "@/lib/auth";
import type { Against, HeldStatement, HeldText } from "@/lib/checking";
import { db, type Prisma } from "@/lib/db/server";
import { now } from "@/lib/env";
import { listEditionsSharing } from "@/lib/shingles/server";
import { WORDED } from "@/lib/statements/server";
import { foldForSearch, normaliseName } from "@/lib/text";
import { searchedNames, seesUnpublished, visibleRelations, visibleStatements } from "@/lib/visibility/server";
import type { CheckScope } from "./model";

// the nearest of what is held; more than a draft can quote
const MOST_EDITIONS = 80;
const MOST_SPEAKERS = 60;
const MOST_OF_A_SPEAKER = 1500;
const MOST_OF_ALL_SPEAKERS = 12_000;
const MOST_OF_A_STORY = 12_000;
const MOST_STATEMENTS = 600;
const AT_ONCE = 500;

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
  const isStory = scope === "story";
  const editionIds = isStory
    ? await editionsOfStory(storyId ?? "")
    : await listEditionsSharing(draft, { most: MOST_EDITIONS });
  const near = new Near(draft);
  if (isStory) near.add(await listWorded(actor, { storyId: storyId ?? "" }, MOST_OF_A_STORY));
  else {
    await addAnchored(actor, editionIds, near);
    await addByNamed(actor, draft, near);
  }
  const nearest = await listHeld(actor, near.ids());
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

/** The statements that have most in common with a draft, by id: read in full are these alone. */
class Near {
  readonly #words: ReadonlySet<string>;
  readonly #scores = new Map<string, number>();

  constructor(draft: string) {
    this.#words = wordsOf(draft);
  }

  add(worded: readonly { readonly id: string; readonly wordingKey: string }[]): void {
    for (const { id, wordingKey } of worded) this.#scores.set(id, shared(wordingKey, this.#words));
  }

  ids(): string[] {
    const best = [...this.#scores].sort(([a, m], [b, n]) => n - m || (a < b ? 1 : -1));
    return best.slice(0, MOST_STATEMENTS).map(([id]) => id);
  }
}

function listWorded(actor: Actor, where: Prisma.StatementWhereInput, take: number) {
  // Statement(speakerId, occurredAt, id) and Statement(storyId, occurredAt, id)
  return db.statement.findMany({
    where: { AND: [visibleStatements(actor), { state: { not: "declined" } }, where] },
    select: { id: true, wordingKey: true },
    orderBy: [{ occurredAt: "desc" }, { id: "desc" }],
    take,
  });
}

/** The statements that stand in these editions. Asked by the places: by the statements, every one of the store is looked at. */
async function addAnchored(actor: Actor, editionIds: readonly string[], near: Near): Promise<void> {
  // Anchor(editionId)
  const places = await db.anchor.findMany({
    where: { editionId: { in: [...editionIds] } },
    select: { statementId: true },
    orderBy: { id: "asc" },
  });
  const ids = [...new Set(places.map(({ statementId }) => statementId))];
  for (let from = 0; from < ids.length; from += AT_ONCE)
    near.add(await listWorded(actor, { id: { in: ids.slice(from, from + AT_ONCE) } }, AT_ONCE));
}

/** The newest statements of whoever the draft names; the more are named, the fewer of each. */
async function addByNamed(actor: Actor, draft: string, near: Near): Promise<void> {
  const speakerIds = await speakersNamed(actor, draft);
  const each = Math.min(MOST_OF_A_SPEAKER, Math.ceil(MOST_OF_ALL_SPEAKERS / speakerIds.length));
  for (const speakerId of speakerIds) near.add(await listWorded(actor, { speakerId }, each));
}

function heldBy(actor: Actor) {
  return {
    ...WORDED,
    ...{ id: true, publicId: true, version: true, roleThen: true, place: true },
    ...{ saidOn: true, saidOnPrecision: true },
    speaker: {
      select: {
        name: true,
        aliases: { where: searchedNames(actor), select: { name: true }, orderBy: { id: "asc" } },
      },
    },
    versions: { select: { wording: true }, orderBy: { number: "desc" } },
    assessments: {
      where: { supersededAt: null },
      select: { attributionTerms: true, embargoedUntil: true },
      orderBy: { id: "asc" },
    },
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
  } as const satisfies Prisma.StatementSelect;
}

type Held = Prisma.StatementGetPayload<{ select: ReturnType<typeof heldBy> }>;

/** Statements in full. */
async function listHeld(actor: Actor, ids: readonly string[]): Promise<Held[]> {
  const held: Held[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE)
    held.push(
      ...(await db.statement.findMany({
        where: { AND: [visibleStatements(actor), { id: { in: ids.slice(from, from + AT_ONCE) } }] },
        select: heldBy(actor),
        orderBy: { id: "desc" },
      })),
    );
  return held;
}

/** Who is named in a text: up to four words in a row that are a name which the store knows. */
async function speakersNamed(actor: Actor, draft: string): Promise<string[]> {
  const keys = [...namesIn(draft)];
  const found = new Set<string>();
  for (let from = 0; from < keys.length && found.size < MOST_SPEAKERS; from += AT_ONCE) {
    // SpeakerAlias(nameKey)
    const aliases = await db.speakerAlias.findMany({
      where: { AND: [searchedNames(actor), { nameKey: { in: keys.slice(from, from + AT_ONCE) } }] },
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
  const names = new Set<string>();
  const words = draft.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu) ?? [];
  // each word is normalised once: a draft has few of them many times, and every one stands in up to nine names
  const keys = new Map<string, string>();
  const keyOf = (word: string) => {
    const key = keys.get(word) ?? `${normaliseName(word)} `.trimStart();
    keys.set(word, key);
    return key;
  };
  for (let from = 0; from < words.length; from++) {
    if (!mayBeginName(words[from] as string)) continue;
    let before = "";
    for (let count = 1; count <= MOST_NAME_WORDS && from + count <= words.length; count++) {
      const word = words[from + count - 1] as string;
      if (mayBeginName(word)) names.add(`${before}${keyOf(word.replace(/['’]s$/u, ""))}`.trimEnd());
      before += keyOf(word);
    }
  }
  names.delete("");
  return names;
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

function heldStatement(one: Held): HeldStatement {
  const [anchor] = one.anchors;
  const wordings = one.versions.map(({ wording }) => wording);
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

function standingOf({ state, corrections, relationsTo, assessments }: Held): HeldStatement["standing"] {
  if (assessments.some((one) => one.attributionTerms === "off_record")) return "off_record";
  if (assessments.some((one) => one.embargoedUntil !== null && one.embargoedUntil > now()))
    return "embargoed";
  if (state === "retracted") return "retracted";
  if (relationsTo.length > 0) return "reversed";
  return corrections.length > 0 ? "corrected" : "stands";
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

import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Actor, ROLES, SYSTEM, VISITOR } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { setClock } from "@/lib/env";
import { makeSource, makeSpeaker, makeStatement } from "@/prisma/factories";
import { clearDatabase } from "@/prisma/testing/database";
import {
  DECIDED_RELATIONS,
  hiddenStatements,
  isShutOut,
  listedStatements,
  MADE_PUBLIC,
  PUBLIC_CLAIM_STATES,
  sealedStatements,
  searchedNames,
  seesUnpublished,
  visibleClaims,
  visibleEditions,
  visibleRelations,
  visibleSources,
  visibleSpeakers,
  visibleStatements,
  visibleStories,
} from "./server";

// Who sees what, written out a second time after product.md section 6 and decision 009, and held against what the
// conditions find in the database.

const NOW = new Date("2026-03-01T12:00:00Z");
const [BEFORE, AFTER] = [new Date("2026-03-01T11:59:59Z"), new Date("2026-03-01T12:00:01Z")];

const DESK: readonly Actor["role"][] = ["reporter", "reviewer", "editor", "system"];
const ACTORS: readonly Actor[] = [
  VISITOR,
  SYSTEM,
  ...ROLES.map((role) => ({ id: `a-${role}`, name: role, role })),
];
const CASES = (["on", "off"] as const).flatMap((site) =>
  ACTORS.map((actor) => ({ actor, site, who: `${actor.role}, public site ${site}` })),
);
type Case = (typeof CASES)[number];
const isAtDesk = ({ actor }: Case) => DESK.includes(actor.role);
const seesNothing = ({ actor, site }: Case) => actor.role === "visitor" && site === "off";

/** What was assessed of a statement one after the other; the last stands. */
interface Assessed {
  readonly attributionTerms: string;
  readonly embargoedUntil?: Date;
}
const SOURCINGS: Readonly<Record<string, { readonly assessed: readonly Assessed[]; isOpen: boolean }>> = {
  unassessed: { assessed: [], isOpen: true },
  "on the record": { assessed: [{ attributionTerms: "on_record" }], isOpen: true },
  "off the record": { assessed: [{ attributionTerms: "off_record" }], isOpen: false },
  "off the record once": {
    assessed: [{ attributionTerms: "off_record" }, { attributionTerms: "on_record" }],
    isOpen: true,
  },
  "off the record since": {
    assessed: [{ attributionTerms: "on_record" }, { attributionTerms: "off_record" }],
    isOpen: false,
  },
  "under embargo": { assessed: [{ attributionTerms: "on_record", embargoedUntil: AFTER }], isOpen: false },
  "under embargo until now": {
    assessed: [{ attributionTerms: "on_record", embargoedUntil: NOW }],
    isOpen: true,
  },
  "under embargo before": {
    assessed: [{ attributionTerms: "on_record", embargoedUntil: BEFORE }],
    isOpen: true,
  },
  "under embargo once": {
    assessed: [
      { attributionTerms: "on_record", embargoedUntil: AFTER },
      { attributionTerms: "on_record", embargoedUntil: BEFORE },
    ],
    isOpen: true,
  },
};
const STATES: Readonly<Record<string, boolean>> = {
  ...{ captured: false, in_review: false, submitted: false, changes_requested: false },
  ...{ approved: false, published: true, retracted: true, declined: false },
};

/** A statement with a speaker, a source and a story of its own, all named after it. */
interface Planted {
  readonly name: string;
  readonly state: string;
  readonly isOpen: boolean;
  /** Whether it is off the record or under an embargo, in whatever state. */
  readonly isSealed: boolean;
}
const planted: (Planted & { readonly id: string })[] = [];

async function plant(state: string, sourcing: string, isWithdrawn = false) {
  const name = `${state}, ${sourcing}${isWithdrawn ? ", story withdrawn" : ""}`;
  const { assessed = [], isOpen = true } = SOURCINGS[sourcing] ?? {};
  const [speaker, source] = [await makeSpeaker(name), await makeSource("Words.", name)];
  const story = await db.story.create({
    data: { slug: name, title: name, withdrawnAt: isWithdrawn ? BEFORE : null },
  });
  const { id } = await makeStatement({
    ...{ wording: "Words.", state, speakerId: speaker.id, sourceId: source.id, storyId: story.id },
  });
  for (const [index, one] of assessed.entries()) {
    await db.sourcingAssessment.create({
      data: {
        ...{ statementId: id, sourceIdentity: "named_person", channel: "speech", proximity: "first_hand" },
        ...{ origin: "original_reporting", reliability: "B", credibility: 2, assessedAt: BEFORE, ...one },
        supersededAt: index === assessed.length - 1 ? null : BEFORE,
      },
    });
  }
  return { id, name, state, isOpen: isOpen && STATES[state] === true, isSealed: !isOpen };
}

const CLAIM_STATES: Readonly<Record<string, boolean>> = {
  ...{
    captured: false,
    submitted: false,
    approved: false,
    published: true,
    withdrawn: false,
    declined: false,
  },
};
/** The statements that take a position on a claim, and whether the public may see it once it is published. */
const POSITIONS: Readonly<
  Record<string, { readonly taken: readonly string[]; isPast?: boolean; isOpen: boolean }>
> = {
  "nobody's": { taken: [], isOpen: true },
  "an open one's": { taken: ["published, unassessed"], isOpen: true },
  "a retracted one's": { taken: ["retracted, on the record"], isOpen: true },
  // the claim was published before: what is under work does not take it back
  "a captured one's": { taken: ["captured, unassessed"], isOpen: true },
  "a hidden one's": { taken: ["published, off the record"], isOpen: false },
  "a hidden and a captured one's": {
    taken: ["published, under embargo", "captured, unassessed"],
    isOpen: false,
  },
  "a hidden and an open one's": {
    taken: ["published, off the record", "published, unassessed"],
    isOpen: true,
  },
  "a hidden one's, taken back": { taken: ["published, off the record"], isPast: true, isOpen: true },
};
const RELATION_STATES: Readonly<Record<string, boolean>> = {
  ...{ suggested: false, confirmed: true, rejected: false, resolved: true },
};
const ENDS = [
  "published, unassessed",
  "retracted, unassessed",
  "captured, unassessed",
  "published, off the record",
];

const idOf = (name: string) => planted.find((one) => one.name === name)?.id ?? expect.unreachable(name);
const isOpen = (name: string) => planted.find((one) => one.name === name)?.isOpen === true;

beforeAll(async () => {
  await clearDatabase();
  for (const state of Object.keys(STATES)) {
    for (const sourcing of Object.keys(SOURCINGS)) planted.push(await plant(state, sourcing));
  }
  planted.push(await plant("published", "on the record", true));
  const { id: speakerId } = await makeSpeaker("says nothing");
  await db.speakerAlias.createMany({
    data: [
      { speakerId, name: "another name", nameKey: "another name", kind: "alias" },
      { speakerId, name: "as printed once", nameKey: "as printed once", kind: "printed" },
    ],
  });
  await makeSource("Words.", "holds nothing");
  await db.story.create({ data: { slug: "holds nothing", title: "holds nothing" } });
  for (const state of Object.keys(CLAIM_STATES)) {
    for (const [whose, { taken, isPast = false }] of Object.entries(POSITIONS)) {
      const name = `${state}, ${whose}`;
      const positions = taken.map((statement) => ({
        ...{ statementId: idOf(statement), stance: "asserts", takenAt: BEFORE },
        supersededAt: isPast ? BEFORE : null,
      }));
      await db.claim.create({
        data: { slug: name, proposition: name, state, positions: { create: positions } },
      });
    }
  }
  for (const state of Object.keys(RELATION_STATES)) {
    for (const from of ENDS) {
      for (const to of ENDS.filter((end) => end !== from)) {
        await db.relation.create({
          data: {
            ...{ publicId: `${state}: ${from} – ${to}`, type: `updates ${state}`, state },
            ...{ fromId: idOf(from), toId: idOf(to), rationale: "", comparability: "", createdAt: BEFORE },
          },
        });
      }
    }
  }
});

afterEach(() => {
  setClock(null);
  process.env.PUBLIC_SITE = "";
});

/** Sets the site and the moment of a case. */
function enter({ site }: Case): void {
  setClock(NOW);
  process.env.PUBLIC_SITE = site;
}

describe.each(CASES)("$who", (one) => {
  const { actor } = one;
  const seen = (isPublic: boolean) => isAtDesk(one) || (!seesNothing(one) && isPublic);

  it("is at the desk, or shut out, or neither", () => {
    enter(one);
    expect(seesUnpublished(actor)).toBe(isAtDesk(one));
    expect(isShutOut(actor)).toBe(seesNothing(one));
  });

  it("sees statements, and all others are the hidden ones", async () => {
    enter(one);
    const named = async (where: object) => {
      const rows = await db.statement.findMany({ where, select: { id: true } });
      const ids = new Set(rows.map(({ id }) => id));
      return planted.filter(({ id }) => ids.has(id)).map(({ name }) => name);
    };
    const expected = planted.filter((statement) => seen(statement.isOpen)).map(({ name }) => name);
    expect(await named(visibleStatements(actor))).toEqual(expected);
    const hidden = hiddenStatements(actor);
    expect(hidden === null).toBe(isAtDesk(one));
    const rest = planted.map(({ name }) => name).filter((name) => !expected.includes(name));
    expect(hidden === null ? [] : await named(hidden)).toEqual(rest);
  });

  it("is told no words that are sealed, in whatever state the statement is", async () => {
    enter(one);
    const sealed = sealedStatements(actor);
    expect(sealed === null).toBe(isAtDesk(one));
    if (!sealed) return;
    const rows = await db.statement.findMany({ where: sealed, select: { id: true } });
    const ids = new Set(rows.map(({ id }) => id));
    const named = planted.filter(({ id }) => ids.has(id)).map(({ name }) => name);
    expect(named).toEqual(planted.filter(({ isSealed }) => isSealed).map(({ name }) => name));
  });

  it("is found by the names that the public reads, and at the desk by those remembered for matching too", async () => {
    enter(one);
    const where = { AND: [{ speaker: { name: "says nothing" } }, searchedNames(actor)] };
    const names = await db.speakerAlias.findMany({ where, orderBy: { name: "asc" } });
    const printed = isAtDesk(one) ? ["as printed once"] : [];
    expect(names.map(({ name }) => name)).toEqual(["another name", ...printed, "says nothing"].sort());
  });

  it("finds what stands published in a list, and what is retracted only when asking for it", async () => {
    enter(one);
    const where = { AND: [visibleStatements(actor), listedStatements(actor)] };
    const listed = await db.statement.groupBy({ by: ["state"], where, orderBy: { state: "asc" } });
    const all = Object.keys(STATES).sort();
    expect(listed.map(({ state }) => state)).toEqual(
      isAtDesk(one) ? all : seesNothing(one) ? [] : ["published"],
    );
  });

  it("sees speakers, sources and stories by the statements that they have", async () => {
    enter(one);
    const expected = planted.filter((statement) => seen(statement.isOpen)).map(({ name }) => name);
    const more = (name: string) => (isAtDesk(one) ? [name] : []);
    const speakers = await db.speaker.findMany({ where: visibleSpeakers(actor), select: { name: true } });
    expect(speakers.map(({ name }) => name).sort()).toEqual([...expected, ...more("says nothing")].sort());
    const sources = await db.source.findMany({ where: visibleSources(actor), select: { title: true } });
    expect(sources.map(({ title }) => title).sort()).toEqual([...expected, ...more("holds nothing")].sort());
    const stories = await db.story.findMany({ where: visibleStories(actor), select: { title: true } });
    const standing = expected.filter((name) => isAtDesk(one) || !name.endsWith("withdrawn"));
    expect(stories.map(({ title }) => title).sort()).toEqual([...standing, ...more("holds nothing")].sort());
  });

  it("sees claims that were published, unless all who take a position on one are hidden by now", async () => {
    enter(one);
    const expected = Object.entries(CLAIM_STATES).flatMap(([state, isPublished]) =>
      Object.entries(POSITIONS)
        .filter(([, position]) => seen(isPublished && position.isOpen))
        .map(([whose]) => `${state}, ${whose}`),
    );
    const claims = await db.claim.findMany({ where: visibleClaims(actor), select: { slug: true } });
    expect(claims.map(({ slug }) => slug).sort()).toEqual(expected.sort());
  });

  it("sees relations that were decided, between two statements that it sees", async () => {
    enter(one);
    const relations = await db.relation.findMany({
      where: visibleRelations(actor),
      select: { publicId: true },
    });
    const expected = Object.entries(RELATION_STATES).flatMap(([state, isDecided]) =>
      ENDS.flatMap((from) =>
        ENDS.filter((to) => to !== from && seen(isDecided && isOpen(from) && isOpen(to))).map(
          (to) => `${state}: ${from} – ${to}`,
        ),
      ),
    );
    expect(relations.map(({ publicId }) => publicId).sort()).toEqual(expected.sort());
  });
});

it("what was made public stays so while an embargo or the record hides it again", async () => {
  const made = await db.statement.groupBy({ by: ["state"], where: MADE_PUBLIC, _count: true });
  const perState = Object.keys(SOURCINGS).length;
  expect(Object.fromEntries(made.map(({ state, _count }) => [state, _count]))).toEqual({
    published: perState + 1,
    retracted: perState,
  });
  // a withdrawn claim keeps its address, with the notice; a suggestion is no decision
  expect([...PUBLIC_CLAIM_STATES]).toEqual(["published", "withdrawn"]);
  expect([...DECIDED_RELATIONS].sort()).toEqual(
    Object.keys(RELATION_STATES)
      .filter((state) => RELATION_STATES[state])
      .sort(),
  );
});

/** What stands in the editions of a source: the state of a statement each, "sealed" for one off the record; which the public reads. */
const EDITIONS: Readonly<
  Record<string, { readonly holds: readonly string[][]; readonly read: readonly number[] }>
> = {
  "open in the first": { holds: [["published"], []], read: [1] },
  "open in the second": { holds: [["captured"], ["retracted"]], read: [2] },
  "open in both": { holds: [["published", "sealed"], ["published"]], read: [1, 2] },
  // held without its place
  "open in none": { holds: [[], ["captured"], ["published, nowhere"]], read: [1] },
  "sealed in the first": { holds: [["sealed"], []], read: [] },
  "captured in the first": { holds: [["captured"]], read: [] },
};

describe("editions", () => {
  beforeAll(async () => {
    await clearDatabase();
    for (const [title, { holds }] of Object.entries(EDITIONS)) {
      const { id: sourceId } = await db.source.create({ data: { publicId: title, title } });
      for (const [index, states] of holds.entries()) {
        const text = `${title} ${index + 1}`;
        const { id: editionId } = await db.edition.create({
          data: {
            ...{ sourceId, number: index + 1, text, sha256: text, lengthUtf16: text.length },
            retrievedAt: BEFORE,
          },
        });
        for (const state of states) await plantIn({ sourceId, editionId }, state);
      }
    }
  });

  it.each(CASES)("$who reads those in which a public statement stands, or the first", async (one) => {
    enter(one);
    const found = await db.edition.findMany({ where: visibleEditions(one.actor), select: { text: true } });
    const expected = Object.entries(EDITIONS).flatMap(([title, { holds, read }]) =>
      holds.flatMap((_, index) => {
        const isRead = isAtDesk(one) || (!seesNothing(one) && read.includes(index + 1));
        return isRead ? [`${title} ${index + 1}`] : [];
      }),
    );
    expect(found.map(({ text }) => text).sort()).toEqual(expected.sort());
  });
});

async function plantIn({ sourceId, editionId }: { sourceId: string; editionId: string }, holds: string) {
  const [kept = "", isNowhere] = holds.split(", ");
  const { id } = await makeStatement({ sourceId, state: kept === "sealed" ? "published" : kept });
  await db.anchor.deleteMany({ where: { statementId: id } });
  const place = { exact: "", prefix: "", suffix: "", pieces: "[]", startUtf16: 0, endUtf16: 1 };
  if (!isNowhere)
    await db.anchor.create({
      data: {
        statementId: id,
        editionId,
        ...place,
        contextStartUtf16: 0,
        contextEndUtf16: 1,
        checkedAt: BEFORE,
      },
    });
  if (kept === "sealed")
    await db.sourcingAssessment.create({
      data: {
        ...{ statementId: id, attributionTerms: "off_record", assessedAt: BEFORE, channel: "speech" },
        ...{ sourceIdentity: "named_person", proximity: "first_hand", origin: "original_reporting" },
      },
    });
}

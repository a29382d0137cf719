import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Actor, SYSTEM, VISITOR } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { COUNT_LIMIT } from "@/lib/paging";
import { statementKeyOf } from "@/lib/query";
import type { StatementFilter } from "@/lib/statements";
import { countStatements, listStatements } from "@/lib/statements/server";
import { foldForSearch } from "@/lib/text";
import { makeSource, makeSpeaker, makeStatement } from "@/prisma/factories";
import { clearDatabase } from "@/prisma/testing/database";
import { countHeld, facetStatements, facetStatementsOf, listMeant, searchStatements } from "./server";

const ON = new Date("2026-02-01T00:00:00Z");
const STATES = ["captured", "published", "retracted", "declined"];
const speakers: { readonly id: string; readonly slug: string; readonly name: string }[] = [];

beforeAll(async () => {
  await clearDatabase();
  for (const [name, kind] of [
    ["Zarina", "person"],
    ["Ahmad", "person"],
    ["Bakhtar", "organisation"],
  ] as const)
    speakers.push(await makeSpeaker(name, kind));
  const [first, second] = [await makeSource("Words.", "One"), await makeSource("Words.", "Two")];
  const stories = await Promise.all(
    [null, ON].map((withdrawnAt, n) =>
      db.story.create({ data: { slug: `story-${n}`, title: `Story ${n}`, withdrawnAt } }),
    ),
  );
  for (let n = 0; n < 48; n++) {
    // by turns of lengths that share no factor, so that every combination comes up
    const state = STATES[n % 4] ?? "";
    const { id } = await makeStatement({
      ...{
        state,
        wording: `Words of ${n % 11 < 5 ? "peace" : "war"}.`,
        form: n % 7 < 4 ? "direct" : "indirect",
      },
      ...{ sourceId: (n % 13 ? first : second).id, storyId: stories[n % 3]?.id ?? null },
      speakerId: speakers[n % 5]?.id ?? null,
    });
    if (state === "retracted") {
      const confirmedAt = new Date(ON.getTime() + (n - 24) * 86_400_000);
      await db.retraction.create({
        data: { statementId: id, reason: "", proposedById: "a", proposedAt: ON, confirmedAt },
      });
    }
    if (n % 9 === 1) {
      await db.sourcingAssessment.create({
        data: {
          ...{ statementId: id, attributionTerms: "off_record", sourceIdentity: "", channel: "" },
          ...{ proximity: "", origin: "", reliability: "F", credibility: 6, assessedAt: ON },
        },
      });
    }
  }
  // a speaker and a source of whom nothing is held
  await makeSpeaker("Silent");
  await makeSource("Words.", "Empty");
});

afterEach(() => {
  process.env.PUBLIC_SITE = "";
});

const FILTERS: readonly StatementFilter[] = [
  {},
  { form: ["direct"] },
  { form: ["direct", "indirect"] },
  { state: ["published", "captured"] },
  { speaker: ["zarina"] },
  { form: ["indirect"], state: ["retracted"], speaker: ["ahmad", "bakhtar"] },
  { q: "peace" },
  { q: "peace", speaker: ["ahmad"], form: ["direct"] },
  { story: "story-0" },
  { story: "story-1" },
  { story: "story-1", form: ["direct"] },
  { retractedSince: ON },
  { retractedSince: ON, form: ["direct"] },
  { form: ["mixed"] },
  { speaker: ["nobody"] },
  { form: [], state: [], speaker: [] },
];
const READERS: readonly Actor[] = [SYSTEM, VISITOR];
const told = (filter: StatementFilter) => JSON.stringify(filter);

describe.each(READERS)("what narrows a list of the $role", (actor) => {
  const countOf = async (filter: StatementFilter) => (await countStatements(actor, filter)).count;
  const facetsOf = async (filter: StatementFilter) =>
    (await facetStatements(actor, filter)) ?? expect.unreachable("too long");

  it.each(FILTERS.map((filter) => [told(filter), filter] as const))(
    "counts beside each choice what the list holds when it is made: %s",
    async (_, filter) => {
      const facets = await facetsOf(filter);
      const choices = {
        form: ["direct", "indirect", "mixed"],
        state: STATES,
        speaker: [...speakers.map(({ slug }) => slug), "silent"],
      };
      for (const facet of ["form", "state", "speaker"] as const) {
        for (const value of choices[facet]) {
          const told = facets[facet].find((choice) => choice.value === value)?.count ?? 0;
          // without a state asked for, a list holds less than with one: a choice of state leaves what is listed now
          const isListed = facet !== "state" || filter.state?.length || filter.retractedSince;
          const listed = await countOf({ ...filter, [facet]: [value] });
          const plain = actor === VISITOR && !isListed && value !== "published" ? 0 : listed;
          expect(told, `${facet} ${value}`).toBe(plain);
        }
      }
    },
  );

  it("is counted of one speaker's list as it is beside the speaker's choice in the list of all", async () => {
    for (const filter of FILTERS) {
      const { speaker: _, ...narrowing } = filter;
      const of = { ...narrowing, speaker: ["ahmad"] };
      const { form, state } = await facetsOf(of);
      const own = await facetStatementsOf(actor, of);
      expect(own && [own.form, own.state], told(filter)).toEqual([form, state]);
      expect(own?.speaker.map(({ value }) => value).filter((slug) => slug !== "ahmad")).toEqual([]);
    }
  });

  it("is read with the page of the list as it is read alone", async () => {
    for (const filter of FILTERS) {
      const { list, count, facets } = await searchStatements(actor, filter, { take: 5 });
      expect(list, told(filter)).toEqual(await listStatements(actor, filter, { take: 5 }));
      expect(count, told(filter)).toEqual(await countStatements(actor, filter));
      expect(facets, told(filter)).toEqual(await facetStatements(actor, filter));
      const whole = await searchStatements(actor, filter, { take: 200 });
      expect([whole.count, whole.facets], told(filter)).toEqual([count, facets]);
    }
  });

  it("tells the most frequent first, and of equally frequent ones by name; none that leaves nothing", async () => {
    for (const filter of FILTERS) {
      const { form, state, speaker } = await facetsOf(filter);
      for (const choices of [form, state, speaker]) {
        const sorted = [...choices].sort((a, b) => b.count - a.count || a.label.localeCompare(b.label));
        expect(choices).toEqual(sorted);
        for (const { count } of choices) expect(count).toBeGreaterThan(0);
        expect(new Set(choices.map(({ value }) => value)).size).toBe(choices.length);
      }
    }
  });

  it("names speakers and their kind, and every other choice by its word", async () => {
    const { form, speaker } = await facetsOf({});
    expect(speaker.map(({ value, label, kind }) => [value, label, kind]).sort()).toEqual([
      ["ahmad", "Ahmad", "person"],
      ["bakhtar", "Bakhtar", "organisation"],
      ["zarina", "Zarina", "person"],
    ]);
    expect(form.map(({ value, label, kind }) => [value, label, kind]).sort()).toEqual([
      ["direct", "direct", "direct"],
      ["indirect", "indirect", "indirect"],
    ]);
  });

  it("is counted for the front page as it is listed", async () => {
    const { statements, speakers: voices, sources } = await countHeld(actor);
    expect(statements).toBe(await countOf({}));
    expect([voices, sources]).toEqual([3, 2]);
    expect(statements).toBe(actor === SYSTEM ? 48 : 10);
  });
});

it("holds nothing for a visitor while the public site is off", async () => {
  process.env.PUBLIC_SITE = "off";
  expect(await facetStatements(VISITOR)).toEqual({ form: [], state: [], speaker: [] });
  expect(await countHeld(VISITOR)).toEqual({ statements: 0, speakers: 0, sources: 0 });
});

it("is not counted when the list is longer than counting goes", async () => {
  const { id: sourceId } = await db.source.findFirstOrThrow({ where: { title: "Empty" } });
  const wording = "Words of plenty.";
  const add = (count: number, from: number) =>
    db.statement.createMany({
      data: Array.from({ length: count }, (_, n) => ({
        ...{ publicId: `many-${from + n}`, wording, wordingKey: foldForSearch(wording), form: "mixed" },
        searchKey: statementKeyOf({ wording }),
        ...{ sourceId, state: "captured", occurredAt: ON },
      })),
    });
  await add(COUNT_LIMIT, 0);
  const facets = await facetStatements(SYSTEM, { q: "plenty" });
  expect(facets?.form).toEqual([{ value: "mixed", label: "mixed", kind: "mixed", count: COUNT_LIMIT }]);
  // statements without a speaker are counted with all others, and under no speaker
  expect(facets?.speaker).toEqual([]);
  await add(1, COUNT_LIMIT);
  expect(await facetStatements(SYSTEM, { q: "plenty" })).toBeNull();
  expect(await facetStatements(SYSTEM, { q: "peace" })).not.toBeNull();
});

describe("what may have been meant by a search that found nothing", () => {
  it.each([
    ["a name spelled otherwise", "Zareena", ["zarina"]],
    ["a word that is only begun", "peac", ["peac*"]],
    ["both", "zareena peac", []],
    ["a quotation that somebody altered", "of the great peace words peac", []],
    ["nothing that is near", "qwertz", []],
    ["what cannot be understood", "speakr:x", []],
    ["a field alone", "state:captured", []],
  ])("%s", async (_, q, offered) => {
    const meant = await listMeant(SYSTEM, { q });
    expect(meant.map((one) => one.q.toLowerCase())).toEqual(offered);
    for (const one of meant)
      expect(await countStatements(SYSTEM, { q: one.q })).toEqual({
        count: one.count,
        isCapped: one.isCapped,
      });
  });

  it("is a name beyond the first thousands of its letter", async () => {
    const speakerId = speakers[0]?.id ?? "";
    const alias = (n: number) => ({
      speakerId,
      name: `Qalaa${n}`,
      nameKey: `q${n}`,
      searchKey: ` qalaa${n} `,
    });
    await db.speakerAlias.createMany({ data: Array.from({ length: 5100 }, (_, n) => alias(n)) });
    const { id } = await makeSpeaker("Qaddafi");
    await makeStatement({ state: "published", speakerId: id });
    for (const actor of READERS)
      expect((await listMeant(actor, { q: "Qadhafi" })).map(({ q }) => q)).toEqual(["Qaddafi"]);
    await db.speakerAlias.deleteMany({ where: { name: { startsWith: "Qalaa" } } });
  });

  it("is no name that a visitor may not see", async () => {
    const { id } = await makeSpeaker("Hiddenberg");
    await makeStatement({ state: "captured", speakerId: id });
    expect((await listMeant(SYSTEM, { q: "Hidenberg" })).map(({ q }) => q)).toEqual(["Hiddenberg"]);
    expect(await listMeant(VISITOR, { q: "Hidenberg" })).toEqual([]);
    // one that a source alone calls somebody
    const { id: open } = await makeSpeaker("Una");
    await makeStatement({ state: "published", speakerId: open });
    const printed = { name: "Glimmerwick", nameKey: "glimmerwick", searchKey: " glimmerwick " };
    await db.speakerAlias.create({ data: { ...printed, speakerId: open, kind: "printed" } });
    expect((await listMeant(SYSTEM, { q: "Glimerwick" })).map(({ q }) => q)).toEqual(["Glimmerwick"]);
    expect(await listMeant(VISITOR, { q: "Glimerwick" })).toEqual([]);
  });
});

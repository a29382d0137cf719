import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, can, ROLES, SYSTEM, VISITOR } from "@/lib/auth";
import { countClaims, getClaim, listClaims } from "@/lib/claims/server";
import { db } from "@/lib/db/server";
import { Forbidden } from "@/lib/errors";
import { isStandingConflict, RESOLUTIONS } from "@/lib/relations";
import {
  countContradictions,
  listContradictingSpeakers,
  listContradictions,
  listCountedContradictions,
  listNewestContradictions,
  listRelationsOf,
} from "@/lib/relations/server";
import { countHeld, facetStatements, searchStatements } from "@/lib/search/server";
import { countSources, listSources } from "@/lib/sources/server";
import { countSpeakers, editSpeaker, listMostQuoted, listSpeakers } from "@/lib/speakers/server";
import { STATEMENT_STATES, type StatementFilter } from "@/lib/statements";
import { countStatements, listStatements } from "@/lib/statements/server";
import { countStories, createStory, getStory, listStories } from "@/lib/stories/server";
import { makeSource, makeSpeaker, makeStatement, makeUser } from "@/prisma/factories";
import { clearDatabase } from "@/prisma/testing/database";
import { listNamedStill, listPositionsOf, tallySpeaker } from "./server";

// Two speakers with a statement in every state, one of them off the record and one under an embargo, in one source, story and
// claim, beside a story and a claim that were withdrawn and a claim under work, and between them a contradiction in every
// state and with every resolution. Every number that a page prints is then the length of the list that it stands over or
// leads to, for every role.

const ALL = { take: 200 };
const speakers: { id: string; slug: string }[] = [];
const people = new Map<string, Actor>([["visitor", VISITOR]]);
let storySlug: string;
let sourceId: string;

beforeAll(async () => {
  await clearDatabase();
  for (const role of ROLES) people.set(role, await makeUser(role));
  const story = await createStory(SYSTEM, { title: "The talks" });
  storySlug = story.slug;
  const held: string[][] = [];
  for (const name of ["Ann Aarons", "Bob Brown"]) {
    const speaker = await makeSpeaker(name);
    speakers.push(speaker);
    const source = await makeSource(`What ${name} said.`);
    sourceId = source.publicId;
    const ids: string[] = [];
    for (const state of [...STATEMENT_STATES, "published", "published", "published"]) {
      const parts = { state, speakerId: speaker.id, sourceId: source.id, storyId: story.id };
      ids.push((await makeStatement(parts)).id);
    }
    held.push(ids);
    const assessed = {
      ...{ channel: "speech", proximity: "first_hand", origin: "original_reporting" },
      ...{ sourceIdentity: "named_person", assessedAt: new Date() },
    };
    const embargoedUntil = new Date(Date.now() + 86_400_000);
    await db.sourcingAssessment.createMany({
      data: [
        { ...assessed, statementId: ids.at(-2) ?? "", attributionTerms: "off_record" },
        { ...assessed, statementId: ids.at(-1) ?? "", attributionTerms: "on_record", embargoedUntil },
      ],
    });
    await db.verdict.create({
      data: {
        ...{ statementId: ids[5] ?? "", axis: "said", value: "confirmed", reasons: "Heard by two." },
        ...{ asOf: new Date(), givenAt: new Date() },
      },
    });
  }
  const claim = await db.claim.create({
    data: {
      slug: "the-talks-ended",
      proposition: "The talks ended",
      propositionKey: "the talks ended",
      state: "published",
    },
  });
  await db.position.createMany({
    data: held.flat().map((statementId, index) => ({
      ...{
        claimId: claim.id,
        statementId,
        stance: index % 2 === 0 ? "asserts" : "denies",
        takenAt: new Date(),
      },
    })),
  });
  for (const state of ["withdrawn", "open"]) {
    const data = { slug: state, proposition: `It is ${state}`, propositionKey: `it is ${state}`, state };
    const { id: claimId } = await db.claim.create({ data });
    const taken = { claimId, stance: "asserts", takenAt: new Date() };
    await db.position.create({ data: { ...taken, statementId: held[0]?.[5] ?? "" } });
    await db.storyClaim.create({ data: { storyId: story.id, claimId } });
  }
  const fallen = await createStory(SYSTEM, { title: "Given up" });
  await db.story.update({ where: { id: fallen.id }, data: { withdrawnAt: new Date() } });
  const { id: inFallen } = await makeStatement({ state: "published", storyId: fallen.id });
  await db.position.create({
    data: { claimId: claim.id, statementId: inFallen, stance: "doubts", takenAt: new Date() },
  });
  const outcomes = [
    { state: "suggested", resolution: null },
    { state: "confirmed", resolution: null },
    { state: "rejected", resolution: null },
    ...RESOLUTIONS.map(({ key }) => ({ state: "resolved", resolution: key })),
  ];
  let number = 0;
  for (const [index, fromId] of (held[0] ?? []).entries()) {
    // every state of a relation between two published ones, and every state of a statement under a confirmed relation
    const to = held[1]?.[index === 5 ? 8 : 5] ?? "";
    for (const outcome of index === 5 || index === 8 ? outcomes : [outcomes[1]]) {
      const type = ["contradicts", "numeric_conflict", "temporal_conflict", "misquotes"][number % 4] ?? "";
      const row = { ...outcome, type: number < 4 ? type : `reverses`, fromId, toId: to };
      const twin = await db.relation.findFirst({ where: { type: row.type, fromId, toId: to } });
      await db.relation.create({
        data: {
          ...row,
          ...(twin
            ? {
                type:
                  [
                    "denies_saying",
                    "misattributes",
                    "context_omitted",
                    "disputes_attribution",
                    "contradicts",
                    "numeric_conflict",
                    "temporal_conflict",
                  ][number % 7] ?? "",
              }
            : {}),
          ...{
            publicId: `rel-${number}`,
            state: outcome?.state ?? "",
            rationale: "Compared word by word.",
            comparability: "",
          },
          createdAt: new Date(Date.UTC(2026, 0, 1, 0, number)),
        },
      });
      number++;
    }
  }
});

describe.each(["visitor", ...ROLES] as const)("for a %s", (who) => {
  const actor = () => people.get(who) ?? VISITOR;
  const isWorking = can({ id: "x", name: "x", role: who }, "statement:read_unpublished");

  it("a speaker's counts are those of the list under them", async () => {
    for (const { id, slug } of speakers) {
      const { items } = await listStatements(actor(), { speaker: [slug] }, ALL);
      const tally = await tallySpeaker(actor(), id);
      let contradicted = 0;
      for (const { publicId, state, ties: drawn } of items) {
        const ties = await listRelationsOf(actor(), publicId);
        expect(drawn.map(({ publicId: tie }) => tie).sort()).toEqual(
          ties.map(({ relation }) => relation.publicId).sort(),
        );
        if (ties.some(({ relation, other }) => isStandingConflict(relation, [state, other.state])))
          contradicted++;
      }
      expect(tally).toMatchObject({
        statements: items.length,
        sources: new Set(items.map(({ source }) => source.publicId)).size,
        checked: items.filter(({ verdicts }) => verdicts.length > 0).length,
        contradicted,
        retracted: (await listStatements(actor(), { speaker: [slug], state: ["retracted"] }, ALL)).items
          .length,
      });
      expect(contradicted).toBeGreaterThan(0);
      const row = (await listSpeakers(actor(), {}, ALL)).items.find((speaker) => speaker.slug === slug);
      expect(row?.statements).toBe(items.length);
      const most = (await listMostQuoted(actor(), { take: 6 })).find((speaker) => speaker.slug === slug);
      expect(most?.statements).toBe(items.length);
      expect(Object.values(tally.byForm).reduce((sum, count) => sum + count, 0)).toBe(items.length);
      const facets = await facetStatements(actor(), { speaker: [slug] });
      expect(facets?.form.reduce((sum, { count }) => sum + count, 0)).toBe(items.length);
    }
  });

  it("each filter of the list counts what it leaves, and the number over the list is its length", async () => {
    const speaker = [speakers[0]?.slug ?? ""];
    const filters: StatementFilter[] = [{}, { form: ["mixed"] }, { speaker }, { state: ["retracted"] }];
    for (const filter of [...filters, { form: ["direct"], speaker, state: ["published"] }]) {
      const { list, count, facets } = await searchStatements(actor(), filter, ALL);
      expect(count).toEqual({ count: list.items.length, isCapped: false });
      expect(await countStatements(actor(), filter)).toEqual(count);
      for (const facet of ["form", "state", "speaker"] as const) {
        for (const { value, count: told } of facets?.[facet] ?? []) {
          const left = await listStatements(actor(), { ...filter, [facet]: [value] }, ALL);
          expect(left.items, `${JSON.stringify(filter)} ${facet} ${value}`).toHaveLength(told);
        }
      }
    }
  });

  it("contradictions are counted, listed and set into the matrix alike", async () => {
    const all = (await listContradictions(actor(), {}, ALL)).items;
    expect((await countContradictions(actor())).count).toBe(all.length);
    const open = (await listContradictions(actor(), { isOpenOnly: true }, ALL)).items;
    expect((await countContradictions(actor(), { isOpenOnly: true })).count).toBe(open.length);
    expect(open.every(({ state }) => state !== "resolved")).toBe(true);
    expect(await listCountedContradictions(actor(), {}, { take: 2 })).toMatchObject({ count: all.length });
    // those that the front page leads with are the newest of those that it counts, but for what waits for a decision
    expect((await listNewestContradictions(actor(), ALL)).map(({ publicId }) => publicId).sort()).toEqual(
      open.flatMap(({ publicId, state }) => (state === "confirmed" ? publicId : [])).sort(),
    );
    for (const { state, resolution, from, to } of all) {
      expect(["suggested", "confirmed", "resolved"]).toContain(state);
      expect(resolution).not.toBe("different_definitions");
      expect([from.state, to.state]).not.toContain("retracted");
      expect([from.state, to.state]).not.toContain("declined");
      if (!isWorking) expect(state).not.toBe("suggested");
    }
    const pairs = await listContradictingSpeakers(actor());
    expect(pairs.reduce((sum, pair) => sum + pair.suggested + pair.confirmed + pair.resolved, 0)).toBe(
      all.length,
    );
    for (const { one, other, suggested, confirmed, resolved } of pairs) {
      const between = (await listContradictions(actor(), { between: [one.slug, other.slug] }, ALL)).items;
      expect(between).toHaveLength(suggested + confirmed + resolved);
    }
    expect(all.length).toBeGreaterThan(2);
  });

  it("the totals of lists of claims, sources, speakers and stories are their lengths", async () => {
    const lengths = [
      [await countClaims(actor()), await listClaims(actor(), {}, ALL)],
      [await countClaims(actor(), { q: "ended" }), await listClaims(actor(), { q: "ended" }, ALL)],
      [await countSources(actor()), await listSources(actor(), {}, ALL)],
      [await countSources(actor(), { outlet: "none" }), await listSources(actor(), { outlet: "none" }, ALL)],
      [await countSpeakers(actor()), await listSpeakers(actor(), {}, ALL)],
      [await countSpeakers(actor(), { letter: "a" }), await listSpeakers(actor(), { letter: "a" }, ALL)],
      [await countStories(actor()), await listStories(actor(), ALL)],
    ] as const;
    for (const [total, { items }] of lengths) expect(total).toEqual({ count: items.length, isCapped: false });
  });

  it("stories, sources and the front page count what their lists hold", async () => {
    const inStory = (await listStatements(actor(), { story: storySlug }, ALL)).items;
    expect((await countStatements(actor(), { story: storySlug })).count).toBe(inStory.length);
    const stories = (await listStories(actor())).items;
    expect(stories.find(({ slug }) => slug === storySlug)?.statements).toBe(inStory.length);
    expect(stories.map(({ slug }) => slug)).toHaveLength(isWorking ? 2 : 1);
    const { claims, sources } = await getStory(actor(), storySlug);
    const listed = (await listClaims(actor(), {}, ALL)).items.map(({ slug }) => slug);
    expect(claims.map(({ slug }) => slug).filter((slug) => !listed.includes(slug))).toEqual([]);
    expect(claims).toHaveLength(isWorking ? 2 : 0);
    const held = (await listSources(actor(), {}, ALL)).items.map(({ publicId }) => publicId);
    expect(sources.map(({ publicId }) => publicId).filter((id) => !held.includes(id))).toEqual([]);
    const inSource = (await listStatements(actor(), { source: sourceId }, ALL)).items;
    const row = (await listSources(actor())).items.find(({ publicId }) => publicId === sourceId);
    expect(row?.statements).toBe(inSource.length);
    expect((await countStatements(actor(), { source: sourceId })).count).toBe(inSource.length);
    const all = (await listStatements(actor(), {}, ALL)).items;
    expect(await countHeld(actor())).toEqual({
      statements: all.length,
      speakers: new Set(all.flatMap(({ speaker }) => speaker?.slug ?? [])).size,
      sources: new Set(all.map(({ source }) => source.publicId)).size,
    });
  });

  it("a claim's positions are those of statements that stand, on every page", async () => {
    const rows = (await listClaims(actor(), {}, ALL)).items;
    expect(rows).toHaveLength(isWorking ? 3 : 1);
    for (const { slug, positions: counted } of rows) {
      const { positions } = await getClaim(actor(), slug);
      expect(counted).toHaveLength(positions.length);
      for (const { statement } of positions) expect(["retracted", "declined"]).not.toContain(statement.state);
      const named = positions.filter(({ statement }) => statement.speaker);
      let bySpeakers = 0;
      for (const { id, slug: theirs } of speakers) {
        // asked first: what is counted of those that changed is not what is counted of all
        const some = await listPositionsOf(actor(), id, { isChangedOnly: true });
        const { items, claims, changes, changed } = await listPositionsOf(actor(), id);
        expect(claims).toBe(items.length);
        expect(changes).toBe(items.reduce((sum, one) => sum + one.changes, 0));
        expect(some.items).toEqual(items.filter((one) => one.changes > 0));
        expect([some.claims, some.changes, some.changed]).toEqual([claims, changes, some.items.length]);
        expect(changed).toBe(some.items.length);
        const own = items.find(({ claim }) => claim.slug === slug);
        bySpeakers += own?.positions.length ?? 0;
        const others = named.flatMap(({ statement: { speaker } }) =>
          speaker && speaker.slug !== theirs ? speaker.slug : [],
        );
        if (own) expect(own.others).toBe(new Set(others).size);
      }
      expect(bySpeakers).toBe(named.length);
    }
  });
});

describe("the name of somebody who is not named any more", () => {
  it("is told to an editor wherever visitors can still read it", async () => {
    const editor = await makeUser("editor");
    const { id, name } = await makeSpeaker("Zalmay Quetta");
    const source = await makeSource(`“We saw it,” said ${name}. “Nobody came.” Night fell.`);
    const fields = { state: "published", speakerId: id, sourceId: source.id };
    const named = await makeStatement({ ...fields, wording: "“We saw it,”" });
    await db.statement.update({
      where: { id: named.id },
      data: { attribution: "Mr Quetta, a clerk", context: "On what a clerk saw." },
    });
    await makeStatement({ state: "published", speakerId: id, wording: "“Nobody,”" });
    await makeStatement({ speakerId: id, wording: `“I am ${name},”` });
    expect(await listNamedStill(editor, id)).toBeNull();
    await editSpeaker(editor, {
      ...{ id, version: 1, name: "A clerk", kind: "anonymous", description: "" },
      publicNote: "The whole family was threatened.",
    });
    const nowhereElse = { notes: [], elsewhere: [] };
    expect(await listNamedStill(editor, id)).toEqual({
      statements: [{ publicId: named.publicId, places: ["attribution", "the sentences around it"] }],
      unread: 0,
      ...nowhereElse,
    });
    // a library is not read at a press: it says of how many statements the text was left out
    const inFields = [{ publicId: named.publicId, places: ["attribution"] }];
    for (const [mostReadUtf16, unread] of [
      [0, 2],
      [100, 1],
    ] as const)
      expect(await listNamedStill(editor, id, { mostReadUtf16 })).toEqual({
        ...{ statements: inFields, unread },
        ...nowhereElse,
      });
    await expect(listNamedStill(people.get("reviewer") ?? VISITOR, id)).rejects.toBeInstanceOf(Forbidden);
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, SYSTEM, VISITOR } from "@/lib/auth";
import { getClaim, listClaims } from "@/lib/claims/server";
import { db } from "@/lib/db/server";
import { Forbidden } from "@/lib/errors";
import { isStandingConflict, RESOLUTIONS } from "@/lib/relations";
import {
  countContradictions,
  listContradictingSpeakers,
  listContradictions,
  listRelationsOf,
} from "@/lib/relations/server";
import { countHeld, facetStatements } from "@/lib/search/server";
import { listSources } from "@/lib/sources/server";
import { editSpeaker, listMostQuoted, listSpeakers } from "@/lib/speakers/server";
import { STATEMENT_STATES } from "@/lib/statements";
import { countStatements, listStatements } from "@/lib/statements/server";
import { createStory, listStories } from "@/lib/stories/server";
import { makeSource, makeSpeaker, makeStatement, makeUser } from "@/prisma/factories";
import { clearDatabase } from "@/prisma/testing/database";
import { listNamedStill, listPositionsOf, tallySpeaker } from "./server";

// Two speakers with a statement in every state, one of them off the record, in one source, story and claim, and between
// them a contradiction in every state and with every resolution. Every number that a page prints is then the length of
// the list that it stands over or leads to, for a visitor and at the desk.

const ALL = { take: 200 };
const speakers: { id: string; slug: string }[] = [];
let reviewer: Actor;
let storySlug: string;
let sourceId: string;

beforeAll(async () => {
  await clearDatabase();
  reviewer = await makeUser("reviewer");
  const story = await createStory(SYSTEM, { title: "The talks" });
  storySlug = story.slug;
  const held: string[][] = [];
  for (const name of ["Ann Aarons", "Bob Brown"]) {
    const speaker = await makeSpeaker(name);
    speakers.push(speaker);
    const source = await makeSource(`What ${name} said.`);
    sourceId = source.publicId;
    const ids: string[] = [];
    for (const state of [...STATEMENT_STATES, "published", "published"]) {
      const parts = { state, speakerId: speaker.id, sourceId: source.id, storyId: story.id };
      ids.push((await makeStatement(parts)).id);
    }
    held.push(ids);
    await db.sourcingAssessment.create({
      data: {
        ...{ statementId: ids.at(-1) ?? "", attributionTerms: "off_record", sourceIdentity: "named_person" },
        ...{
          channel: "speech",
          proximity: "first_hand",
          origin: "original_reporting",
          assessedAt: new Date(),
        },
      },
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

describe.each(["visitor", "reviewer"])("for a %s", (who) => {
  const actor = () => (who === "visitor" ? VISITOR : reviewer);

  it("a speaker's counts are those of the list under them", async () => {
    for (const { id, slug } of speakers) {
      const { items } = await listStatements(actor(), { speaker: [slug] }, ALL);
      const tally = await tallySpeaker(actor(), id);
      let contradicted = 0;
      for (const { publicId, state } of items) {
        const ties = await listRelationsOf(actor(), publicId);
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
      const facets = await facetStatements(actor(), { speaker: [slug] });
      expect(facets?.form.reduce((sum, { count }) => sum + count, 0)).toBe(items.length);
    }
  });

  it("contradictions are counted, listed and set into the matrix alike", async () => {
    const all = (await listContradictions(actor(), {}, ALL)).items;
    expect((await countContradictions(actor())).count).toBe(all.length);
    const open = (await listContradictions(actor(), { isOpenOnly: true }, ALL)).items;
    expect((await countContradictions(actor(), { isOpenOnly: true })).count).toBe(open.length);
    expect(open.every(({ state }) => state !== "resolved")).toBe(true);
    for (const { state, resolution, from, to } of all) {
      expect(["suggested", "confirmed", "resolved"]).toContain(state);
      expect(resolution).not.toBe("different_definitions");
      expect([from.state, to.state]).not.toContain("retracted");
      expect([from.state, to.state]).not.toContain("declined");
      if (who === "visitor") expect(state).not.toBe("suggested");
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

  it("stories, sources and the front page count what their lists hold", async () => {
    const inStory = (await listStatements(actor(), { story: storySlug }, ALL)).items;
    expect((await countStatements(actor(), { story: storySlug })).count).toBe(inStory.length);
    expect((await listStories(actor())).items[0]?.statements).toBe(inStory.length);
    const inSource = (await listStatements(actor(), { source: sourceId }, ALL)).items;
    const row = (await listSources(actor())).items.find(({ publicId }) => publicId === sourceId);
    expect(row?.statements).toBe(inSource.length);
    expect((await countStatements(actor(), { source: sourceId })).count).toBe(inSource.length);
    const all = (await listStatements(actor(), {}, ALL)).items;
    expect(await countHeld(actor())).toEqual({
      statements: all.length,
      speakers: new Set(all.map(({ speaker }) => speaker?.slug)).size,
      sources: new Set(all.map(({ source }) => source.publicId)).size,
    });
  });

  it("a claim's positions are those of statements that stand, on every page", async () => {
    const [row] = (await listClaims(actor())).items;
    const { positions } = await getClaim(actor(), row?.slug ?? "");
    expect(row?.positions).toHaveLength(positions.length);
    for (const { statement } of positions) expect(["retracted", "declined"]).not.toContain(statement.state);
    let bySpeakers = 0;
    for (const { id } of speakers) {
      for (const claim of (await listPositionsOf(actor(), id)).items) bySpeakers += claim.positions.length;
    }
    expect(bySpeakers).toBe(positions.length);
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
    expect(await listNamedStill(editor, id)).toEqual({
      statements: [{ publicId: named.publicId, places: ["attribution", "the sentences around it"] }],
      unread: 0,
    });
    // a library is not read at a press: it says of how many statements the text was left out
    const inFields = [{ publicId: named.publicId, places: ["attribution"] }];
    for (const [mostReadUtf16, unread] of [
      [0, 2],
      [100, 1],
    ] as const)
      expect(await listNamedStill(editor, id, { mostReadUtf16 })).toEqual({ statements: inFields, unread });
    await expect(listNamedStill(reviewer, id)).rejects.toBeInstanceOf(Forbidden);
  });
});

import { beforeAll, describe, expect, it, test } from "vitest";
import { SYSTEM, VISITOR } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { NotFound } from "@/lib/errors";
import { facetStatements } from "@/lib/search/server";
import { getSpeaker, listLetters, listMostQuoted, listSpeakers } from "@/lib/speakers/server";
import { makeSpeaker, makeStatement } from "@/prisma/factories";
import { clearDatabase } from "@/prisma/testing/database";
import { listPositionsOf, MOST_CLAIMS } from "./positions";
import { tallySpeaker } from "./queries";

const NAMES = ["Ann Aarons", "Bob Aarons", "Cid Brown", "Dee Zorn"];
let ann: { id: string; slug: string };

beforeAll(async () => {
  await clearDatabase();
  const speakers = [];
  for (const name of NAMES) {
    const [given = "", family = ""] = name.toLowerCase().split(" ");
    const speaker = await makeSpeaker(name);
    await db.speaker.update({ where: { id: speaker.id }, data: { sortName: `${family} ${given}` } });
    speakers.push(speaker);
  }
  const [first, second, third, fourth] = speakers;
  if (!first || !second || !third || !fourth) throw new Error("four speakers were made");
  ann = first;
  const one = await makeStatement({
    speakerId: first.id,
    state: "published",
    form: "direct",
    occurredAt: day(1),
  });
  const two = await makeStatement({
    speakerId: first.id,
    state: "published",
    form: "mixed",
    occurredAt: day(2),
  });
  const three = await makeStatement({
    speakerId: first.id,
    state: "captured",
    form: "mixed",
    occurredAt: day(3),
  });
  const other = await makeStatement({ speakerId: second.id, state: "published" });
  await makeStatement({ speakerId: fourth.id, state: "captured" });
  await db.verdict.create({
    data: {
      statementId: one.id,
      axis: "said",
      value: "probable",
      reasons: "r",
      asOf: day(4),
      givenAt: day(4),
    },
  });
  await relate(one.id, other.id, "contradicts", "confirmed");
  await relate(two.id, other.id, "contradicts", "suggested");
  await relate(two.id, other.id, "corroborates", "confirmed");
  const claim = await db.claim.create({
    data: { slug: "a-claim", proposition: "It is so.", state: "published" },
  });
  for (const [statementId, stance] of [
    [one.id, "asserts"],
    [two.id, "denies"],
    [three.id, "denies"],
    [other.id, "doubts"],
  ] as const) {
    await db.position.create({ data: { claimId: claim.id, statementId, stance, takenAt: day(5) } });
  }
});

it("positions are told as they stand, each time that one was taken, lapsed or hidden", async () => {
  const told = async () => {
    const { items, claims } = await listPositionsOf(VISITOR, ann.id);
    return [claims, items.flatMap(({ positions }) => positions.map(({ stance }) => stance))];
  };
  const before = await told();
  expect(await told()).toEqual(before);
  const claim = await db.claim.create({
    data: { slug: "new-claim", proposition: "So.", state: "published" },
  });
  const { id: statementId } = await makeStatement({
    speakerId: ann.id,
    state: "published",
    occurredAt: day(9),
  });
  const { id } = await db.position.create({
    data: { claimId: claim.id, statementId, stance: "predicts", takenAt: day(9) },
  });
  const [count, stances] = before as [number, string[]];
  expect(await told()).toEqual([count + 1, ["predicts", ...stances]]);
  await db.claim.update({ where: { id: claim.id }, data: { state: "draft" } });
  expect(await told()).toEqual(before);
  await db.position.delete({ where: { id } });
  await db.statement.update({ where: { id: statementId }, data: { state: "captured" } });
  await db.claim.delete({ where: { id: claim.id } });
  await db.anchor.deleteMany({ where: { statementId } });
  await db.statement.delete({ where: { id: statementId } });
});

const day = (number: number) => new Date(Date.UTC(2025, 9, number));

function relate(fromId: string, toId: string, type: string, state: string) {
  return db.relation.create({
    data: {
      publicId: `rel-${type}-${state}-${fromId.slice(-6)}`,
      type,
      state,
      fromId,
      toId,
      rationale: "",
      comparability: "",
      createdAt: day(6),
    },
  });
}

describe("what is held of a speaker", () => {
  it("counts what the public sees, and everything at the desk", async () => {
    expect(await tallySpeaker(VISITOR, ann.id)).toEqual({
      statements: 2,
      byForm: { direct: 1, mixed: 1 },
      sources: 2,
      checked: 1,
      contradicted: 1,
      retracted: 0,
    });
    expect(await tallySpeaker(SYSTEM, ann.id)).toMatchObject({ statements: 3, sources: 3, contradicted: 1 });
  });

  it("counts a change of position once, in the order of time, beside the other speakers on the claim", async () => {
    expect(await listPositionsOf(VISITOR, ann.id)).toMatchObject({
      claims: 1,
      changes: 1,
      items: [
        {
          claim: { slug: "a-claim" },
          changes: 1,
          others: 1,
          positions: [{ stance: "asserts" }, { stance: "denies" }],
        },
      ],
    });
    expect((await listPositionsOf(SYSTEM, ann.id)).items[0]?.positions).toHaveLength(3);
  });
});

describe("a speaker of many claims", () => {
  it("is drawn with those spoken of last, and counted with all", async () => {
    const speaker = await db.speaker.create({
      data: { slug: "many-claims", name: "Zed Many", sortName: "zed many", kind: "person" },
    });
    const { id: sourceId } = await db.source.findFirstOrThrow({ orderBy: { id: "asc" } });
    for (let n = 0; n < MOST_CLAIMS + 2; n++) {
      const { id: claimId } = await db.claim.create({
        data: { slug: `many-${n}`, proposition: `It is ${n}.`, state: "published" },
      });
      for (const stance of ["asserts", "denies"]) {
        const statement = await db.statement.create({
          data: {
            ...{ publicId: `st-many${n}${stance}`, wording: "Yes.", wordingKey: "yes.", form: "direct" },
            ...{ sourceId, speakerId: speaker.id, state: "published", publishedVersion: 1 },
            occurredAt: new Date(Date.UTC(2020, 0, n + 1, stance === "denies" ? 12 : 1)),
          },
        });
        await db.position.create({
          data: { claimId, statementId: statement.id, stance, takenAt: day(1) },
        });
      }
    }
    const { items, claims, changes } = await listPositionsOf(VISITOR, speaker.id);
    expect([claims, changes, items.length]).toEqual([MOST_CLAIMS + 2, MOST_CLAIMS + 2, MOST_CLAIMS]);
    expect(items[0]).toMatchObject({
      claim: { slug: `many-${MOST_CLAIMS + 1}` },
      changes: 1,
      positions: [{ stance: "asserts" }, { stance: "denies" }],
    });
    expect(items.at(-1)?.claim.slug).toBe("many-2");
    // and all of them through pages, once
    const slugs: string[] = [];
    let after: string | null | undefined;
    do {
      const page = await listPositionsOf(VISITOR, speaker.id, { take: 5, after: after ?? undefined });
      slugs.push(...page.items.map(({ claim }) => claim.slug));
      for (const one of page.items) expect(one).toMatchObject({ changes: 1, others: 0 });
      after = page.next;
    } while (after);
    expect(slugs).toEqual(Array.from({ length: MOST_CLAIMS + 2 }, (_, n) => `many-${MOST_CLAIMS + 1 - n}`));
    await db.position.deleteMany({ where: { stance: "denies", claim: { slug: { not: "many-3" } } } });
    const changed = await listPositionsOf(VISITOR, speaker.id, { isChangedOnly: true });
    expect([changed.changed, changed.next]).toEqual([1, null]);
    expect(changed.items.map(({ claim }) => claim.slug)).toEqual(["many-3"]);
    const wrong = listPositionsOf(VISITOR, speaker.id, { after: "eA.a" });
    await expect(wrong).rejects.toThrow("page of the list");
    await db.position.deleteMany({ where: { statement: { speakerId: speaker.id } } });
    await db.statement.deleteMany({ where: { speakerId: speaker.id } });
    await db.claim.deleteMany({ where: { slug: { startsWith: "many-" } } });
    await db.speaker.delete({ where: { id: speaker.id } });
  });
});

describe("who is found", () => {
  it("lists for the public whom it may read, by sort name, with counts of what it may read", async () => {
    const { items } = await listSpeakers(VISITOR);
    expect(items.map(({ name, statements }) => [name, statements])).toEqual([
      ["Ann Aarons", 2],
      ["Bob Aarons", 1],
    ]);
    expect((await listSpeakers(SYSTEM)).items.map(({ name }) => name)).toEqual(NAMES);
  });

  it("pages through everybody once", async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listSpeakers(SYSTEM, {}, { after, take: 1 });
      seen.push(...page.items.map(({ name }) => name));
      after = page.next ?? undefined;
    } while (after);
    expect(seen).toEqual(NAMES);
  });

  it.each([
    [{ q: "aarons" }, ["Ann Aarons", "Bob Aarons"]],
    [{ q: "AARONS bob" }, ["Bob Aarons"]],
    [{ letter: "a" }, ["Ann Aarons", "Bob Aarons"]],
    [{ letter: "z" }, ["Dee Zorn"]],
    [{ letter: "c" }, []],
    [{ kind: ["organisation"] }, []],
    [{ kind: ["person"], letter: "b" }, ["Cid Brown"]],
  ])("%j", async (filter, names) => {
    expect((await listSpeakers(SYSTEM, filter)).items.map(({ name }) => name)).toEqual(names);
  });

  it("knows the letters under which there is somebody", async () => {
    expect(await listLetters(VISITOR)).toEqual(["a"]);
    expect(await listLetters(SYSTEM)).toEqual(["a", "b", "z"]);
  });

  it("does not open for the public a speaker of whom nothing is published", async () => {
    await expect(getSpeaker(VISITOR, "dee-zorn")).rejects.toThrow(NotFound);
    expect((await getSpeaker(SYSTEM, "dee-zorn")).name).toBe("Dee Zorn");
  });

  it("names the most quoted by what the actor sees", async () => {
    expect(await listMostQuoted(VISITOR, { take: 1 })).toMatchObject([{ name: "Ann Aarons", statements: 2 }]);
  });
});

it("counts each facet under the filters of the others", async () => {
  const facets = await facetStatements(VISITOR, { form: ["mixed"] });
  expect(facets?.form).toMatchObject([
    { value: "direct", count: 2 },
    { value: "mixed", count: 1 },
  ]);
  expect(facets?.speaker).toMatchObject([{ value: "ann-aarons", count: 1 }]);
});

test("leaves out of the public's count a source in which all that they said is sealed, and no other", async () => {
  const speaker = await makeSpeaker("Sealed In Part");
  const said = (sourceId?: string) =>
    makeStatement({
      speakerId: speaker.id,
      state: "published",
      form: "direct",
      ...(sourceId && { sourceId }),
    });
  const [whole, part, open] = [await said(), await said(), await said()];
  await said(part.sourceId);
  for (const { id: statementId } of [whole, part]) {
    await db.sourcingAssessment.create({
      data: {
        ...{
          statementId,
          assessedAt: day(4),
          attributionTerms: "off_record",
          sourceIdentity: "named_person",
        },
        ...{ channel: "speech", proximity: "first_hand", origin: "original_reporting" },
      },
    });
  }
  expect(new Set([whole, part, open].map(({ sourceId }) => sourceId)).size).toBe(3);
  const held = { checked: 0, contradicted: 0, retracted: 0 };
  expect(await tallySpeaker(VISITOR, speaker.id)).toEqual({
    ...held,
    ...{ statements: 2, byForm: { direct: 2 }, sources: 2 },
  });
  expect(await tallySpeaker(SYSTEM, speaker.id)).toMatchObject({ statements: 4, sources: 3 });
});

it("the others on a claim are the same in the list of all claims and in that of those with changes", async () => {
  const [one, other] = [await makeSpeaker("Eve Long"), await makeSpeaker("Fay Long")];
  const take = async (speakerId: string, claimId: string, stance: string, on: number) => {
    const { id: statementId } = await makeStatement({ speakerId, state: "published", occurredAt: day(on) });
    await db.position.create({ data: { claimId, statementId, stance, takenAt: day(5) } });
  };
  const claimOf = (slug: string) =>
    db.claim.create({ data: { slug, proposition: `It is ${slug}.`, state: "published" } });
  const [newer, older] = [await claimOf("newer"), await claimOf("older")];
  await take(one.id, older.id, "asserts", 1);
  await take(one.id, newer.id, "asserts", 2);
  await take(one.id, newer.id, "denies", 3);
  await take(other.id, older.id, "asserts", 4);
  const told = async (isChangedOnly: boolean) =>
    (await listPositionsOf(VISITOR, one.id, { take: 25, isChangedOnly })).items.map(
      ({ claim, others }) => `${claim.slug} ${others}`,
    );
  // both begin with the same claim and are at their end
  expect(await told(true)).toEqual(["newer 0"]);
  expect(await told(false)).toEqual(["newer 0", "older 1"]);
});

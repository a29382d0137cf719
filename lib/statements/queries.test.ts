import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, ROLES, SYSTEM, VISITOR } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { NotFound, Refused } from "@/lib/errors";
import { getSource } from "@/lib/sources/server";
import { makeSource, makeSpeaker, makeStatement, makeUser } from "@/prisma/factories";
import { clearDatabase } from "@/prisma/testing/database";
import { countStatements } from "./counted";
import type { StatementFilter } from "./model";
import { eachStatementPage, getStatement, listNewestPublished, listStatements } from "./queries";

const DAY = new Date("2025-10-28T00:00:00Z");
const WORKS = new Set(["reporter", "reviewer", "editor", "system"]);

let ids: Record<"published" | "retracted" | "captured" | "offRecord" | "embargoed" | "lifted", string>;
let sami: { id: string; slug: string };
let actors: Actor[];

beforeAll(async () => {
  await clearDatabase();
  sami = await makeSpeaker("Sami Yousafzai");
  const make = async (state: string, wording: string, speakerId: string | null = sami.id) =>
    makeStatement({ state, wording, speakerId, occurredAt: DAY, form: "direct" });
  const published = await make("published", "“The prospects of détente look remote.”");
  const retracted = await make("retracted", "“Taken back.”");
  const captured = await make("captured", "“Not judged yet.”");
  const offRecord = await make("published", "“Between us.”");
  const embargoed = await make("published", "“Tomorrow.”");
  const lifted = await make("published", "“Since yesterday, 5% more.”", null);
  await assess(offRecord.id, { attributionTerms: "off_record" });
  await assess(embargoed.id, { embargoedUntil: new Date("2100-01-01") });
  await assess(lifted.id, { embargoedUntil: new Date("2020-01-01") });
  // an assessment that was replaced says nothing any more
  await assess(published.id, { attributionTerms: "off_record", supersededAt: DAY });
  ids = {
    published: published.publicId,
    retracted: retracted.publicId,
    captured: captured.publicId,
    offRecord: offRecord.publicId,
    embargoed: embargoed.publicId,
    lifted: lifted.publicId,
  };
  actors = [VISITOR, SYSTEM, ...(await Promise.all(ROLES.map((role) => makeUser(role))))];
});

function assess(
  statementId: string,
  facts: { attributionTerms?: string; embargoedUntil?: Date; supersededAt?: Date },
) {
  return db.sourcingAssessment.create({
    data: {
      statementId,
      attributionTerms: "on_record",
      sourceIdentity: "named_person",
      channel: "wire",
      proximity: "second_hand",
      origin: "original_reporting",
      assessedAt: DAY,
      ...facts,
    },
  });
}

async function listed(actor: Actor, filter: StatementFilter = {}): Promise<string[]> {
  const { items } = await listStatements(actor, filter, { take: 200 });
  return items.map(({ publicId }) => publicId).sort();
}

const sorted = (...names: (keyof typeof ids)[]) => names.map((name) => ids[name]).sort();

describe("who sees which statement", () => {
  it("lists everything to those who work here, and to everyone else what is published and not withheld", async () => {
    for (const actor of actors) {
      const all = sorted("published", "retracted", "captured", "offRecord", "embargoed", "lifted");
      const open = sorted("published", "lifted");
      expect([actor.role, await listed(actor)]).toEqual([actor.role, WORKS.has(actor.role) ? all : open]);
    }
  });

  it("opens a retracted statement to all, and hides what is withheld as if it were not there", async () => {
    for (const actor of actors) {
      for (const name of ["captured", "offRecord", "embargoed"] as const) {
        const opened = getStatement(actor, ids[name]);
        if (WORKS.has(actor.role)) expect((await opened).publicId).toBe(ids[name]);
        else await expect(opened).rejects.toThrow(NotFound);
      }
      for (const name of ["published", "retracted", "lifted"] as const) {
        expect((await getStatement(actor, ids[name])).publicId).toBe(ids[name]);
      }
    }
  });

  it("lists retracted statements to the public when they are asked for, and nothing else by that way", async () => {
    expect(await listed(VISITOR, { state: ["retracted"] })).toEqual(sorted("retracted"));
    expect(await listed(VISITOR, { state: ["captured", "in_review"] })).toEqual([]);
    expect(await listed(VISITOR, { id: [ids.captured, ids.offRecord] })).toEqual([]);
  });

  it("shows nothing to a visitor while the site is not public", async () => {
    process.env.PUBLIC_SITE = "off";
    try {
      expect(await listed(VISITOR)).toEqual([]);
      await expect(getStatement(VISITOR, ids.published)).rejects.toThrow(NotFound);
      const reader = actors.find(({ role }) => role === "reader") ?? VISITOR;
      expect(await listed(reader)).toEqual(sorted("published", "lifted"));
    } finally {
      delete process.env.PUBLIC_SITE;
    }
  });

  it("counts for the public the editions that they may read, as the page of the source lists them", async () => {
    const source = await makeSource("He said: nobody crosses.");
    const { publicId } = await makeStatement({
      ...{ state: "published", wording: "nobody crosses", sourceId: source.id, occurredAt: DAY },
    });
    const text = "He said: nobody crosses. He said more.";
    await db.edition.create({
      data: { sourceId: source.id, number: 2, text, sha256: "2", lengthUtf16: text.length, retrievedAt: DAY },
    });
    for (const actor of actors) {
      const { editions } = (await getStatement(actor, publicId)).source;
      expect(editions.map(({ number }) => number)).toEqual(WORKS.has(actor.role) ? [1, 2] : [1]);
      expect((await getSource(actor, { sourceId: source.publicId })).editions).toHaveLength(editions.length);
    }
    await db.statement.update({ where: { publicId }, data: { state: "declined" } });
  });

  it("hides from the public a relation that is only suggested or leads to what is hidden", async () => {
    const row = async (publicId: string) => db.statement.findUniqueOrThrow({ where: { publicId } });
    const [published, lifted, captured] = await Promise.all(
      [ids.published, ids.lifted, ids.captured].map((publicId) => row(publicId)),
    );
    const relate = (toId: string, type: string, state: string) =>
      db.relation.create({
        data: {
          publicId: `rel-${type}`,
          type,
          state,
          fromId: published?.id ?? "",
          toId,
          rationale: "",
          comparability: "",
          createdAt: DAY,
        },
      });
    await relate(lifted?.id ?? "", "contradicts", "confirmed");
    await relate(lifted?.id ?? "", "qualifies", "suggested");
    await relate(captured?.id ?? "", "repeats", "confirmed");
    const typesFor = async (actor: Actor) =>
      (await getStatement(actor, ids.published)).ties.map(({ type }) => type).sort();
    expect(await typesFor(VISITOR)).toEqual(["contradicts"]);
    expect(await typesFor(SYSTEM)).toEqual(["contradicts", "qualifies", "repeats"]);
  });
});

describe("what narrows a list", () => {
  it.each<[string, StatementFilter, (keyof typeof ids)[]]>([
    ["words in any order", { q: "remote détente" }, ["published"]],
    ["marks and case made alike", { q: "“DÉTENTE" }, ["published"]],
    ["words held together", { q: '"détente look"' }, ["published"]],
    ["words held together that stand apart", { q: '"remote détente"' }, []],
    ["a name of the speaker", { q: "yousafzai remote" }, ["published"]],
    ["a word that is nowhere", { q: "remote peace" }, []],
    ["a sign that LIKE would take for anything", { q: "%" }, ["lifted"]],
    ["another one", { q: "_" }, []],
    ["a number with a sign", { q: "5%" }, ["lifted"]],
    ["a speaker", { speaker: ["sami-yousafzai"] }, ["published"]],
    ["a speaker who is not there", { speaker: ["nobody"] }, []],
    ["a form", { form: ["mixed", "indirect"] }, []],
    ["an id that is not there", { id: ["lifted"] }, []],
  ])("%s", async (_, filter, names) => expect(await listed(VISITOR, filter)).toEqual(sorted(...names)));

  it("counts what it lists", async () => {
    for (const actor of actors) {
      const { count, isCapped } = await countStatements(actor, { q: "e" });
      expect([count, isCapped]).toEqual([(await listed(actor, { q: "e" })).length, false]);
    }
  });
});

describe("the pages of a list", () => {
  const AMOUNT = 63;

  beforeAll(async () => {
    const source = await makeSource("A report in which everybody says the same on one day.");
    for (let number = 0; number < AMOUNT; number++) {
      await makeStatement({
        state: "published",
        wording: `page ${number}`,
        sourceId: source.id,
        // a third of them at the same instant
        occurredAt: new Date(DAY.getTime() + (number % 3 === 0 ? 0 : number * 1000)),
      });
    }
  });

  it.each([1, 7, 25, 200])("walk every row exactly once, %i at a time, newest first", async (take) => {
    const seen: { publicId: string; occurredAt: Date }[] = [];
    let after: string | undefined;
    do {
      const page = await listStatements(VISITOR, { q: "page" }, { after, take });
      expect(page.items.length).toBeLessThanOrEqual(take);
      seen.push(...page.items);
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(new Set(seen.map(({ publicId }) => publicId)).size).toBe(AMOUNT);
    expect(seen).toHaveLength(AMOUNT);
    for (const [index, { occurredAt }] of seen.entries()) {
      expect(occurredAt.getTime()).toBeLessThanOrEqual(seen[index - 1]?.occurredAt.getTime() ?? Infinity);
    }
  });

  it("stream every row once", async () => {
    const seen = new Set<string>();
    for await (const page of eachStatementPage(VISITOR, { q: "page" }))
      for (const { publicId } of page) seen.add(publicId);
    expect(seen.size).toBe(AMOUNT);
  });

  it("refuse a place that no list gave", async () => {
    await expect(listStatements(VISITOR, {}, { after: "nonsense" })).rejects.toThrow(Refused);
  });

  it("give the newest published first", async () => {
    const newest = await listNewestPublished(VISITOR, { take: 3 });
    expect(newest).toHaveLength(3);
    expect(newest.every(({ state }) => state === "published")).toBe(true);
  });

  it("give the newest of each voice, so that one article does not fill the list", async () => {
    const { id: speakerId } = await makeSpeaker();
    const published = async (minute: number) => {
      const { id } = await makeStatement({ state: "published", speakerId });
      const publishedAt = new Date(Date.UTC(2099, 0, 1, 0, minute));
      return db.statement.update({ where: { id }, data: { publishedAt } });
    };
    await published(1);
    const last = await published(3);
    await published(2);
    const newest = await listNewestPublished(VISITOR, { take: 3 });
    expect(newest).toHaveLength(3);
    expect(newest[0]?.publicId).toBe(last.publicId);
    expect(newest.filter(({ speaker }) => speaker?.slug === newest[0]?.speaker?.slug)).toHaveLength(1);
  });
});

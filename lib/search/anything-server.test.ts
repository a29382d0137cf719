import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, SYSTEM, VISITOR } from "@/lib/auth";
import { createClaim, publishClaim, takePosition } from "@/lib/claims/server";
import { db } from "@/lib/db/server";
import { nameKeyOf, sourceKeyOf, statementKeyOf } from "@/lib/query";
import { addAlias, createSpeaker } from "@/lib/speakers/server";
import { createStory, editStory } from "@/lib/stories/server";
import { foldForSearch, normaliseName } from "@/lib/text";
import { makeSource, makeSpeaker, makeStatement, makeUser } from "@/prisma/factories";
import { clearDatabase } from "@/prisma/testing/database";
import { findAnything } from "./server";

let reporter: Awaited<ReturnType<typeof makeUser>>;
let editor: typeof reporter;

beforeAll(async () => {
  await clearDatabase();
  reporter = await makeUser("reporter");
  editor = await makeUser("editor");
});

/** What is found, by kind, in its order. */
async function told(actor: Actor, q: string) {
  const { speakers, statements, stories, sources, claims } = await findAnything(actor, q);
  return {
    speakers: speakers.map(({ name }) => name),
    statements: statements.map(({ wording }) => wording),
    stories: stories.map(({ title }) => title),
    sources: sources.map(({ title }) => title),
    claims: claims.map(({ proposition }) => proposition),
  };
}

const NOTHING = { speakers: [], statements: [], stories: [], sources: [], claims: [] };

async function say(wording: string, more: Parameters<typeof makeStatement>[0] = {}) {
  const made = await makeStatement({ wording, ...more });
  await db.statement.update({ where: { id: made.id }, data: { searchKey: statementKeyOf({ wording }) } });
  return made;
}

async function seal(statementId: string) {
  await db.sourcingAssessment.create({
    data: {
      ...{ statementId, attributionTerms: "off_record", sourceIdentity: "", channel: "" },
      ...{ proximity: "", origin: "", reliability: "F", credibility: 6, assessedAt: new Date(0) },
    },
  });
}

describe("what is typed", () => {
  it("finds all kinds by the beginnings of their words, in any order", async () => {
    await makeSpeaker("Zoltan Quillfeather");
    await say("The quillfeather zone is closed.", { state: "published" });
    await createStory(reporter, { title: "Zones of the Quillfeather", summary: "" });
    const source = await makeSource("Words.", "Quillfeather: zoning");
    await db.source.update({ where: { id: source.id }, data: { searchKey: sourceKeyOf(source) } });
    await createClaim(editor, { proposition: "The quillfeather has a zoo.", note: "" });
    expect(await told(SYSTEM, "quillf zo")).toEqual({
      speakers: ["Zoltan Quillfeather"],
      statements: ["The quillfeather zone is closed."],
      stories: ["Zones of the Quillfeather"],
      sources: ["Quillfeather: zoning"],
      claims: ["The quillfeather has a zoo."],
    });
    expect(await told(SYSTEM, "quillf zo xy")).toEqual(NOTHING);
  });

  it.each(["", " ", "z", "…", "“”", "%", "_"])("finds nothing where it says nothing: %j", async (q) => {
    expect(await told(SYSTEM, q)).toEqual(NOTHING);
  });

  it("finds by other names, letters of other keyboards and scripts without spaces", async () => {
    const { slug } = await createSpeaker(reporter, { name: "Sören Ålund", kind: "person", description: "" });
    const speaker = await db.speaker.findUniqueOrThrow({ where: { slug } });
    await addAlias(reporter, { speakerId: speaker.id, version: speaker.version, alias: "Big Sven" });
    await createSpeaker(reporter, { name: "علی کریمی", kind: "person", description: "" });
    await createSpeaker(reporter, { name: "王小明", kind: "person", description: "" });
    expect((await told(SYSTEM, "sore alu")).speakers).toEqual(["Sören Ålund"]);
    expect((await findAnything(SYSTEM, "big sv")).speakers).toMatchObject([
      { name: "Sören Ålund", calledToo: "Big Sven" },
    ]);
    expect((await findAnything(SYSTEM, "ålund")).speakers).toMatchObject([{ calledToo: null }]);
    expect((await told(SYSTEM, "علي")).speakers).toEqual(["علی کریمی"]);
    expect((await told(SYSTEM, "小明")).speakers).toEqual(["王小明"]);
  });

  it("offers those first whose name begins so, each once, and five of a kind", async () => {
    for (const name of ["Ann Marlow", "Marlow Brand", "Bea Marlow", "Cid Marlow", "Dot Marlow", "Eve Marlow"])
      await makeSpeaker(name);
    const { speakers } = await told(SYSTEM, "marl");
    expect(speakers[0]).toBe("Marlow Brand");
    expect([speakers.length, new Set(speakers).size]).toEqual([5, 5]);
  });

  it("finds what bears a printed id, in any case", async () => {
    const { publicId } = await say("A kestrel hovers.", { state: "retracted" });
    const source = await makeSource("Words.", "Kestrels");
    expect((await told(VISITOR, publicId.toUpperCase())).statements).toEqual(["A kestrel hovers."]);
    // what was retracted is offered to visitors for nothing else
    expect((await told(VISITOR, "kestrel")).statements).toEqual([]);
    expect((await told(SYSTEM, ` ${source.publicId} `)).sources).toEqual(["Kestrels"]);
    expect(await told(VISITOR, source.publicId)).toEqual(NOTHING);
  });

  it("finds a story by its title of now", async () => {
    const { slug } = await createStory(reporter, { title: "Wexley harbour", summary: "" });
    await editStory(reporter, { slug, version: 1, title: "Wexley lagoon", summary: "" });
    expect((await told(SYSTEM, "wexl harb")).stories).toEqual([]);
    expect((await told(SYSTEM, "wexl lag")).stories).toEqual(["Wexley lagoon"]);
  });
});

describe("what a visitor is offered", () => {
  it("is what they may see: nothing unpublished, sealed, withdrawn, or of the desk", async () => {
    const speaker = await makeSpeaker("Orsolya Tanvik");
    const said = { speakerId: speaker.id };
    const hidden = await say("Tanvik whispered.", said);
    const { slug } = await createStory(reporter, { title: "The Tanvik papers", summary: "" });
    const story = await db.story.findUniqueOrThrow({ where: { slug } });
    await db.statement.update({ where: { id: hidden.id }, data: { storyId: story.id } });
    const claim = await createClaim(editor, { proposition: "Tanvik whispers.", note: "" });
    for (const actor of [VISITOR, await makeUser("reader"), await makeUser("admin")])
      expect(await told(actor, "tanv")).toEqual(NOTHING);
    const open = await say("Tanvik spoke.", { ...said, state: "published", storyId: story.id });
    const { id: claimId, version } = await db.claim.findUniqueOrThrow({ where: { slug: claim.slug } });
    await takePosition(editor, { claimId, statementId: open.publicId, stance: "asserts" });
    expect(await told(VISITOR, "tanv")).toMatchObject({
      ...{ speakers: ["Orsolya Tanvik"], statements: ["Tanvik spoke."], stories: ["The Tanvik papers"] },
      claims: [],
    });
    await publishClaim(await makeUser("editor"), { claimId, version });
    expect((await told(VISITOR, "tanv")).claims).toEqual(["Tanvik whispers."]);
    await seal(open.id);
    await db.story.update({ where: { id: story.id }, data: { withdrawnAt: new Date() } });
    expect(await told(VISITOR, "tanv")).toEqual(NOTHING);
    expect((await told(SYSTEM, "tanv")).statements).toHaveLength(2);
  });

  it("is nobody by what a source alone calls them", async () => {
    const speaker = await makeSpeaker("Una Brandt");
    await say("The ferry waits.", { speakerId: speaker.id, state: "published" });
    const name = "Glimmerwick";
    await db.speakerAlias.create({
      data: {
        ...{ speakerId: speaker.id, name, nameKey: normaliseName(name), searchKey: nameKeyOf(name) },
        kind: "printed",
      },
    });
    expect((await told(SYSTEM, "glimmer")).speakers).toEqual(["Una Brandt"]);
    expect((await told(VISITOR, "glimmer")).speakers).toEqual([]);
    expect((await told(VISITOR, "una bra")).speakers).toEqual(["Una Brandt"]);
  });

  it("is no source for words that are struck out of its title", async () => {
    const wording = "“The corvids were all poisoned by the mayor,”";
    const source = await makeSource("Words.", `Town news. ${wording} they say`);
    await db.source.update({ where: { id: source.id }, data: { searchKey: sourceKeyOf(source) } });
    await say("The town is quiet.", { sourceId: source.id, state: "published" });
    const sealed = await say(wording, { sourceId: source.id, state: "published" });
    expect((await told(VISITOR, "corvids")).sources).toHaveLength(1);
    await seal(sealed.id);
    expect((await told(VISITOR, "corvids")).sources).toEqual([]);
    const [{ title = "" } = {}] = (await findAnything(VISITOR, "town news")).sources;
    expect(title).toContain("Town news");
    expect(title).not.toContain("corvids");
    expect((await told(SYSTEM, "corvids")).sources).toHaveLength(1);
  });
});

it("finds the newest of more than are asked for by their ids, and names in their order", async () => {
  const { id: sourceId } = await makeSource("Words.", "Plenty");
  const wording = (n: number) => `Plentiful words, number ${n}.`;
  await db.statement.createMany({
    data: Array.from({ length: 1200 }, (_, n) => ({
      ...{ publicId: `plenty-${n}`, wording: wording(n), wordingKey: foldForSearch(wording(n)) },
      ...{ searchKey: statementKeyOf({ wording: wording(n) }), form: "direct", state: "captured", sourceId },
      occurredAt: new Date(n * 60_000),
    })),
  });
  expect((await told(SYSTEM, "plentif")).statements).toEqual([1199, 1198, 1197, 1196, 1195].map(wording));
  const names = Array.from({ length: 1200 }, (_, n) => `${n % 2 ? "Plentina" : "Ada"} Plentina${n}`);
  await db.speaker.createMany({
    data: names.map((name, n) => ({
      id: `p${n}`,
      slug: `p${n}`,
      name,
      sortName: name.toLowerCase(),
      kind: "person",
    })),
  });
  await db.speakerAlias.createMany({
    data: names.map((name, n) => ({
      ...{ speakerId: `p${n}`, name, nameKey: normaliseName(name), searchKey: nameKeyOf(name), kind: "name" },
    })),
  });
  const { speakers } = await told(SYSTEM, "plenti");
  expect(speakers).toHaveLength(5);
  for (const name of speakers) expect(name).toMatch(/^Plentina /);
});

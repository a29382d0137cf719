import { beforeEach, describe, expect, it } from "vitest";
import { listHistory } from "@/lib/audit/server";
import { type Actor, can, ROLES, VISITOR } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { Conflict, Forbidden, NotFound, Refused } from "@/lib/errors";
import { countStatements, getStatement, listStatements } from "@/lib/statements/server";
import { makeSource, makeStatement, makeUser } from "@/prisma/factories";
import { clearDatabase } from "@/prisma/testing/database";
import {
  addToStory,
  createStory,
  editStory,
  findStoriesByWords,
  findStoryTold,
  getStory,
  getStoryByWords,
  listStories,
  reinstateStory,
  takeFromStory,
  withdrawStory,
} from "./server";

let reporter: Actor;

beforeEach(async () => {
  await clearDatabase();
  reporter = await makeUser("reporter");
});

const versionOf = async (slug: string) => (await db.story.findUniqueOrThrow({ where: { slug } })).version;

describe("opening and editing", () => {
  it("is for those who may edit stories, and leaves an entry in the audit", async () => {
    for (const actor of [VISITOR, ...(await Promise.all(ROLES.map((role) => makeUser(role))))]) {
      const opened = createStory(actor, { title: `Talks of the ${actor.role}` });
      if (!can(actor, "story:edit")) {
        await expect(opened).rejects.toThrow(Forbidden);
        continue;
      }
      const { id } = await opened;
      expect(await listHistory("story", id)).toMatchObject([{ action: "story.opened", actorId: actor.id }]);
    }
  });

  it("gives every story an address of its own, and never that of the form for a new one", async () => {
    const slugs = [];
    for (const title of ["Istanbul talks", "Istanbul: talks", "New", "استنبول"]) {
      slugs.push((await createStory(reporter, { title })).slug);
    }
    expect(slugs.slice(0, 3)).toEqual(["istanbul-talks", "istanbul-talks-2", "new-2"]);
    expect(slugs[3]).toMatch(/^sto-/);
  });

  it("refuses the title of a story that is not withdrawn, whatever its case and spaces, and leads to it", async () => {
    const { slug } = await createStory(reporter, { title: "Istanbul talks" });
    const twin = { refusals: [{ rule: "story.twin", field: "title", there: `/stories/${slug}` }] };
    await expect(createStory(reporter, { title: " istanbul  TALKS" })).rejects.toMatchObject(twin);
    const other = await createStory(reporter, { title: "Talks" });
    const change = { slug: other.slug, version: 1, title: "Istanbul Talks", summary: "" };
    await expect(editStory(reporter, change)).rejects.toMatchObject(twin);
    await editStory(reporter, { ...change, title: "TALKS" });
    await db.story.update({ where: { slug }, data: { withdrawnAt: new Date() } });
    await createStory(reporter, { title: "Istanbul talks" });
  });

  it("refuses a blank title", async () => {
    await expect(createStory(reporter, { title: "  " })).rejects.toThrow(Refused);
  });

  it("keeps the address and never overwrites a colleague's save", async () => {
    const { slug } = await createStory(reporter, { title: "Talks" });
    const version = await versionOf(slug);
    await editStory(reporter, { slug, version, title: "Talks in Istanbul", summary: "" });
    await expect(editStory(reporter, { slug, version, title: "Mine", summary: "" })).rejects.toThrow(
      Conflict,
    );
    expect((await getStory(reporter, slug)).title).toBe("Talks in Istanbul");
  });
});

describe("what a story holds", () => {
  it("moves a statement from the story that it was in, and makes an open form over it stale", async () => {
    const [one, two] = [
      await createStory(reporter, { title: "One" }),
      await createStory(reporter, { title: "Two" }),
    ];
    const statement = await makeStatement();
    await addToStory(reporter, { slug: one.slug, statementIds: [statement.publicId] });
    await addToStory(reporter, { slug: two.slug, statementIds: [statement.publicId] });
    const stored = await db.statement.findUniqueOrThrow({ where: { id: statement.id } });
    expect(stored).toMatchObject({ storyId: two.id, version: statement.version + 2 });
    expect((await listHistory("statement", statement.id)).map(({ action }) => action)).toEqual([
      "statement.put_into_story",
      "statement.put_into_story",
    ]);
  });

  it("changes nothing when a statement is there already", async () => {
    const { slug } = await createStory(reporter, { title: "One" });
    const { publicId, id } = await makeStatement();
    await addToStory(reporter, { slug, statementIds: [publicId] });
    const before = await db.statement.findUniqueOrThrow({ where: { id } });
    await addToStory(reporter, { slug, statementIds: [publicId] });
    expect((await db.statement.findUniqueOrThrow({ where: { id } })).version).toBe(before.version);
  });

  it("adds all or nothing", async () => {
    const { slug, id } = await createStory(reporter, { title: "One" });
    const [statement, source] = [await makeStatement(), await makeSource("A text.")];
    const additions = { slug, statementIds: [statement.publicId], sourceIds: [source.publicId, "src-none"] };
    await expect(addToStory(reporter, additions)).rejects.toThrow(NotFound);
    expect(await db.statement.count({ where: { storyId: id } })).toBe(0);
    expect(await db.storySource.count()).toBe(0);
  });

  it("lets go only what it holds", async () => {
    const { slug } = await createStory(reporter, { title: "One" });
    const { publicId, id } = await makeStatement();
    await expect(takeFromStory(reporter, { slug, statementId: publicId })).rejects.toThrow(NotFound);
    await addToStory(reporter, { slug, statementIds: [publicId] });
    await takeFromStory(reporter, { slug, statementId: publicId });
    expect((await db.statement.findUniqueOrThrow({ where: { id } })).storyId).toBeNull();
  });
});

it("is not found by the public before one of its statements is published", async () => {
  const { slug } = await createStory(reporter, { title: "One" });
  const captured = await makeStatement({ state: "captured" });
  await addToStory(reporter, { slug, statementIds: [captured.publicId] });
  await expect(getStory(VISITOR, slug)).rejects.toThrow(NotFound);
  expect((await listStories(VISITOR)).items).toEqual([]);
  const published = await makeStatement({ state: "published" });
  // it makes the story public, which is an editor's act with a note
  const move = { slug, statementIds: [published.publicId] };
  await expect(addToStory(reporter, move)).rejects.toThrow(Forbidden);
  const publicNote = "It belongs to the talks in Istanbul.";
  await addToStory(await makeUser("editor"), { ...move, publicNote });
  expect((await getStory(VISITOR, slug)).slug).toBe(slug);
  expect((await listStories(VISITOR)).items).toMatchObject([{ slug, statements: 1 }]);
  expect((await listStories(reporter)).items).toMatchObject([{ slug, statements: 2 }]);
});

it("keeps the address of a withdrawn story, with nothing but the notice", async () => {
  const editor = await makeUser("editor");
  const publicNote = "The work was given up; see the notice of the desk.";
  const { slug, id } = await createStory(reporter, { title: "One", summary: "About one." });
  await expect(withdrawStory(editor, { slug, version: 1, publicNote })).rejects.toThrow("do not see");
  const { publicId } = await makeStatement({ state: "published", storyId: id });
  await withdrawStory(editor, { slug, version: await versionOf(slug), publicNote });
  expect((await listStories(VISITOR)).items).toEqual([]);
  expect(await getStory(VISITOR, slug)).toMatchObject({ title: "One", summary: "", claims: [], sources: [] });
  expect((await listStatements(VISITOR, { story: slug })).items).toEqual([]);
  expect((await countStatements(VISITOR, { story: slug })).count).toBe(0);
  expect((await getStatement(VISITOR, publicId)).story).toBeNull();
  expect((await getStory(reporter, slug)).summary).toBe("About one.");
  await reinstateStory(editor, { slug, version: await versionOf(slug), publicNote });
  expect((await listStories(VISITOR)).items).toHaveLength(1);
});

it("is withdrawn rather than emptied of its last published statement", async () => {
  const editor = await makeUser("editor");
  const publicNote = "It belongs to other work of the desk.";
  const { slug, id } = await createStory(reporter, { title: "One" });
  const [one, other] = [
    await makeStatement({ state: "published", storyId: id }),
    await makeStatement({ state: "published", storyId: id }),
  ];
  await takeFromStory(editor, { slug, statementId: one.publicId, publicNote });
  await expect(takeFromStory(editor, { slug, statementId: other.publicId, publicNote })).rejects.toThrow(
    "Withdraw that story",
  );
});

it("tells in its history what was put into it, and nothing of what stood there already", async () => {
  const { id, slug } = await createStory(reporter, { title: "The harbour" });
  const [one, two] = [await makeSource("One."), await makeSource("Two.")];
  await addToStory(reporter, { slug, sourceIds: [one.publicId] });
  await addToStory(reporter, { slug, sourceIds: [one.publicId] });
  await addToStory(reporter, { slug, sourceIds: [one.publicId, two.publicId] });
  const added = (await listHistory("story", id)).filter(({ action }) => action === "story.added_to");
  const told = [one, two].map(({ publicId }) => JSON.stringify({ claims: [], sources: [publicId] }));
  expect(added.map(({ after }) => after).sort()).toEqual(told.sort());
});

it("is found by words that begin so, told apart where two have a title, and not once it is withdrawn", async () => {
  const editor = await makeUser("editor");
  const [first, second] = [
    await createStory(reporter, { title: "The harbour" }),
    await createStory(reporter, { title: "The-Harbour" }),
  ];
  // opened before a title was one story's
  await db.story.update({ where: { slug: second.slug }, data: { title: "The Harbour" } });
  await createStory(reporter, { title: "Zürich talks" });
  const found = async (q: string) =>
    (await findStoriesByWords(reporter, q, { take: 8 })).map(({ told }) => told);
  const told = [`The Harbour (${second.slug})`, `The harbour (${first.slug})`];
  expect(await found("harb")).toEqual(told);
  expect(await found("talks zuri")).toEqual(["Zürich talks"]);
  expect(await found("arbour")).toEqual([]);
  expect(await found(" ")).toEqual([]);
  expect((await findStoriesByWords(reporter, "harb", { take: 1 })).length).toBe(1);
  expect((await getStoryByWords(reporter, told[1] ?? "")).id).toBe(first.slug);
  expect((await getStoryByWords(reporter, second.slug)).id).toBe(second.slug);
  await expect(getStoryByWords(reporter, "harbour")).rejects.toThrow(`Several may be meant: “${told[0]}”`);
  await expect(getStoryByWords(VISITOR, "zurich")).rejects.toThrow("No open story has these words");
  expect([await findStoryTold(reporter, first.slug), await findStoryTold(reporter, undefined)]).toEqual([
    told[1],
    "",
  ]);
  await makeStatement({ state: "published", storyId: second.id });
  const publicNote = "The work was given up; see the notice of the desk.";
  await withdrawStory(editor, { slug: second.slug, version: await versionOf(second.slug), publicNote });
  expect(await found("harbour")).toEqual(["The harbour"]);
});

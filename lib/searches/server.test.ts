import { beforeEach, describe, expect, it } from "vitest";
import { type Actor, VISITOR } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { statementKeyOf } from "@/lib/query";
import { makeStatement, makeUser } from "@/prisma/factories";
import { clearDatabase } from "@/prisma/testing/database";
import { filterOf, saveSearchSchema } from "./index";
import {
  changeSearch,
  findSearch,
  findSearchOfFeed,
  listNew,
  listSearches,
  markSeen,
  removeSearch,
  renewFeed,
  saveSearch,
} from "./server";

type Person = Actor & { readonly id: string };
let [reporter, reviewer, editor, reader] = [] as unknown as [Person, Person, Person, Person];

beforeEach(async () => {
  await clearDatabase();
  reporter = await makeUser("reporter");
  reviewer = await makeUser("reviewer");
  editor = await makeUser("editor");
  reader = await makeUser("reader");
});

const PEACE = { name: "Peace", asked: "q=peace", isShared: false };
const save = (actor: Actor, rest: Partial<typeof PEACE> = {}) => saveSearch(actor, { ...PEACE, ...rest });
const names = async (actor: Actor) => (await listSearches(actor)).map(({ name }) => name);
const feedOf = async (actor: Actor, id: string) => (await findSearch(actor, id))?.feed ?? "";
const say = async (wording: string, rest: Parameters<typeof makeStatement>[0] = {}) => {
  const made = await makeStatement({ wording, ...rest });
  await db.statement.update({ where: { id: made.id }, data: { searchKey: statementKeyOf({ wording }) } });
  return made;
};

describe("who finds a saved search", () => {
  it("is its owner's however many others share, the oldest first", async () => {
    const createdAt = new Date(Date.now() - 86_400_000);
    const row = { ownerId: editor.id, name: "Shared", asked: "q=a", salt: "s", isShared: true };
    await db.savedSearch.createMany({ data: Array.from({ length: 250 }, () => ({ ...row, createdAt })) });
    await save(reporter);
    const found = await names(reporter);
    expect([found.length, found[0], found.at(-1)]).toEqual([201, "Shared", "Peace"]);
  });

  it("is its owner alone, and the desk where it is shared", async () => {
    const own = await save(reporter);
    const { id } = await save(reporter, { name: "Shared", asked: "q=war", isShared: true });
    expect(await names(reporter)).toEqual(["Peace", "Shared"]);
    for (const actor of [reviewer, editor]) expect(await names(actor)).toEqual(["Shared"]);
    for (const actor of [reader, VISITOR, await makeUser("admin")]) {
      expect(await names(actor)).toEqual([]);
      for (const searchId of [id, own.id]) expect(await findSearch(actor, searchId)).toBeNull();
    }
    expect((await findSearch(reviewer, id))?.isOwn).toBe(false);
  });

  it("is no reader who would share, and nobody without an account", async () => {
    await expect(save(reader, { isShared: true })).rejects.toThrow("Your role");
    await expect(save(VISITOR)).rejects.toThrow("Your role");
    const { id } = await save(reader);
    await expect(changeSearch(reader, { searchId: id, name: "x", isShared: true })).rejects.toThrow(
      "Your role",
    );
  });

  it("is known again by its name and by what it asks for, and leads to the one that is kept", async () => {
    const { id } = await save(reporter);
    const twin = { refusals: [{ rule: "search.twin", field: "name", there: `/searches#search-${id}` }] };
    await expect(save(reporter, { asked: "q=war", name: "PEACE " })).rejects.toMatchObject(twin);
    await expect(save(reporter, { name: "Other" })).rejects.toMatchObject(twin);
    const other = { searchId: (await save(reporter, { asked: "q=war", name: "War" })).id, isShared: false };
    await expect(changeSearch(reporter, { ...other, name: "peace" })).rejects.toMatchObject(twin);
    await changeSearch(reporter, { ...other, name: "WAR" });
    await save(reviewer);
  });

  it("has something to look for, and few enough to count each", async () => {
    await expect(save(reporter, { asked: "" })).rejects.toThrow("all of it");
    await db.savedSearch.createMany({
      data: Array.from({ length: 50 }, (_, n) => ({
        ...{ ownerId: reporter.id, name: `n${n}`, asked: "q=a", salt: "s", createdAt: new Date() },
      })),
    });
    await expect(save(reporter)).rejects.toThrow("Remove one first");
  });
});

describe("a long search", () => {
  it("is kept whole, as all that a list can be narrowed by", async () => {
    const filter = {
      q: "和".repeat(300),
      id: Array.from({ length: 200 }, (_, n) => `st-${n + 100_000}`),
      speaker: Array.from({ length: 100 }, (_, n) => `somebody-with-a-longer-name-${n}`),
    };
    const asked = new URLSearchParams(
      Object.entries(filter).flatMap(([name, all]) => [all].flat().map((one) => [name, one])),
    ).toString();
    const read = saveSearchSchema.parse({ name: "Long", asked });
    const { id } = await saveSearch(reporter, read);
    expect((await findSearch(reporter, id))?.filter).toMatchObject(filter);
    expect(saveSearchSchema.safeParse({ name: "Long", asked: "a".repeat(20_000) }).success).toBe(false);
  });
});

describe("what may be done with a saved search", () => {
  it("is its owner's, but that an editor removes what is shared", async () => {
    const { id } = await save(reporter, { isShared: true });
    for (const actor of [reviewer, editor, reader]) {
      await expect(changeSearch(actor, { searchId: id, name: "x", isShared: false })).rejects.toThrow();
      await expect(renewFeed(actor, { searchId: id })).rejects.toThrow();
    }
    for (const actor of [reviewer, reader])
      await expect(removeSearch(actor, { searchId: id })).rejects.toThrow();
    await removeSearch(editor, { searchId: id });
    expect(await names(reporter)).toEqual([]);
    const own = await save(reporter);
    await expect(removeSearch(editor, { searchId: own.id })).rejects.toThrow("saved search");
    await expect(markSeen(editor, { searchId: own.id, until: new Date() })).rejects.toThrow("saved search");
  });
});

describe("a search that is shared by somebody who may share no more", () => {
  it("is named otherwise without ending for the desk, and stops when they say so", async () => {
    const { id } = await save(reporter, { isShared: true });
    const feed = await feedOf(reporter, id);
    const owner = { ...reporter, role: "reader" as const };
    await changeSearch(owner, { searchId: id, name: "Renamed", isShared: true });
    expect([await names(editor), await findSearchOfFeed(feed)]).toMatchObject([["Renamed"], {}]);
    await changeSearch(owner, { searchId: id, name: "Renamed", isShared: false });
    expect(await names(editor)).toEqual([]);
    const again = changeSearch(owner, { searchId: id, name: "Renamed", isShared: true });
    await expect(again).rejects.toThrow("Your role");
  });
});

describe("what is new in a saved search", () => {
  const since = (at: Date) => ({ filter: filterOf("q=peace"), seenAt: at });
  const hour = (n: number) => new Date(Date.now() + n * 3_600_000);

  it("is for the desk what was recorded since, and for others what was published since", async () => {
    const captured = await say("They spoke of peace.");
    const published = await say("They want peace.", { state: "published" });
    await db.statement.update({ where: { id: published.id }, data: { publishedAt: hour(0) } });
    await say("They spoke of war.");
    const told = async (actor: Actor, at: Date) =>
      [...((await listNew(actor, [since(at)]))[0]?.ids ?? [])].sort();
    expect(await told(reporter, hour(-1))).toEqual([captured.id, published.id].sort());
    expect(await told(reader, hour(-1))).toEqual([published.id]);
    for (const actor of [reporter, reader]) expect(await told(actor, hour(1))).toEqual([]);
  });

  it("is told of each search since it was looked at, though what came is read once for all", async () => {
    const old = await say("They spoke of peace.", { state: "published" });
    await db.statement.update({ where: { id: old.id }, data: { publishedAt: hour(-3) } });
    const late = await say("They want peace.", { state: "published" });
    await db.statement.update({ where: { id: late.id }, data: { publishedAt: hour(-1) } });
    const looked = [
      since(hour(-2)),
      since(hour(-4)),
      since(hour(1)),
      { ...since(hour(-4)), filter: { q: "war" } },
    ];
    const news = (await listNew(reader, looked)).map(({ ids, isMore }) => [[...ids].sort(), isMore]);
    expect(news).toEqual([
      [[late.id], false],
      [[old.id, late.id].sort(), false],
      [[], false],
      [[], false],
    ]);
    expect(await listNew(reader, [])).toEqual([]);
  });

  it("is seen by each for themselves", async () => {
    const { id } = await save(reporter, { isShared: true });
    const old = hour(-2);
    await db.savedSearch.update({ where: { id }, data: { createdAt: old } });
    await db.savedSearchSeen.updateMany({ data: { seenAt: old } });
    await say("They spoke of peace.");
    const told = async (actor: Actor) => {
      const search = await findSearch(actor, id);
      return search && (await listNew(actor, [search]))[0]?.ids.size;
    };
    expect([await told(reporter), await told(reviewer)]).toEqual([1, 1]);
    // what came between the look and the press nobody has seen
    await markSeen(reviewer, { searchId: id, until: old });
    expect(await told(reviewer)).toBe(1);
    await markSeen(reviewer, { searchId: id, until: new Date() });
    expect([await told(reporter), await told(reviewer)]).toEqual([1, 0]);
    // nor is it unseen again by a page of before, and nobody has seen what is to come
    await markSeen(reviewer, { searchId: id, until: old });
    expect(await told(reviewer)).toBe(0);
    await markSeen(reviewer, { searchId: id, until: hour(1) });
    expect(await db.savedSearchSeen.count({ where: { seenAt: { gt: hour(0.5) } } })).toBe(0);
  });
});

describe("the feeds of a saved search", () => {
  it("are found by their address alone, until it is another", async () => {
    const { id } = await save(reporter);
    const feed = await feedOf(reporter, id);
    expect(await findSearchOfFeed(feed)).toMatchObject({ name: "Peace", filter: { q: "peace" } });
    for (const other of ["saved-x", "", `${feed}x`, feed.replace(/.$/u, (end) => (end === "A" ? "B" : "A"))])
      expect(await findSearchOfFeed(other)).toBeNull();
    await renewFeed(reporter, { searchId: id });
    expect(await findSearchOfFeed(feed)).toBeNull();
    expect(await findSearchOfFeed(await feedOf(reporter, id))).not.toBeNull();
  });

  it("are others when the search is shared no more, and end with it", async () => {
    const { id } = await save(reporter, { isShared: true });
    const feed = await feedOf(reviewer, id);
    await changeSearch(reporter, { searchId: id, name: "Renamed", isShared: true });
    expect(await findSearchOfFeed(feed)).toMatchObject({ name: "Renamed" });
    await changeSearch(reporter, { searchId: id, name: "Renamed", isShared: false });
    expect(await findSearchOfFeed(feed)).toBeNull();
    const own = await feedOf(reporter, id);
    await removeSearch(reporter, { searchId: id });
    expect(await findSearchOfFeed(own)).toBeNull();
  });

  it("end with the account of whoever kept it to themselves", async () => {
    const [own, shared] = [
      await save(reporter),
      await save(reporter, { name: "Shared", asked: "q=war", isShared: true }),
    ];
    const feeds = [await feedOf(reporter, own.id), await feedOf(reporter, shared.id)];
    await db.user.update({ where: { id: reporter.id }, data: { disabledAt: new Date() } });
    const found = await Promise.all(feeds.map((feed) => findSearchOfFeed(feed)));
    expect(found.map((one) => one !== null)).toEqual([false, true]);
  });
});

import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { db, transact } from "@/lib/db/server";
import { createSource } from "@/lib/sources/server";
import { makeSource, makeUser } from "@/prisma/factories";
import { shinglesOf } from "./index";
import { indexMissing, listEditionsSharing, listNearEditions, listNearOfEach } from "./server";

const some = () => Array.from({ length: 12 }, () => `w${randomUUID().slice(0, 8)}`).join(" ");

it("an edition is found by its words from the moment it is added", async () => {
  const words = some();
  const actor = await makeUser("reporter");
  const text = `It rained. ${words}, it says.`;
  const { sourceId } = await transact((tx) => createSource(tx, actor, { title: "A report", text }));
  const { id } = await db.edition.findFirstOrThrow({ where: { sourceId }, orderBy: { number: "asc" } });
  expect(await listEditionsSharing(`“${words.toUpperCase()}!”`, { most: 5 })).toEqual([id]);
  expect(await listEditionsSharing(some(), { most: 5 })).toEqual([]);
});

it("what came another way is indexed, once", async () => {
  await indexMissing();
  const words = some();
  await makeSource(words);
  expect(await listEditionsSharing(words, { most: 5 })).toEqual([]);
  expect(await indexMissing()).toBe(1);
  expect(await indexMissing()).toBe(0);
  const [found] = await listEditionsSharing(words, { most: 5 });
  expect((await db.edition.findUniqueOrThrow({ where: { id: found ?? "" } })).text).toBe(words);
});

it("many that came another way are indexed, none left out and none twice", async () => {
  await indexMissing();
  for (let n = 0; n < 41; n += 1) await makeSource(some());
  expect(await indexMissing()).toBe(41);
  expect(await db.edition.count({ where: { indexed: null } })).toBe(0);
  expect(await indexMissing()).toBe(0);
});

it("the edition that has more of the words is first, and no more are given than asked for", async () => {
  const [one, two] = [some(), some()];
  await makeSource(`${one} and then`);
  const both = await makeSource(`${one}. ${two}.`);
  await indexMissing();
  const found = await listEditionsSharing(`${one} ${two}`, { most: 1 });
  const first = await db.edition.findMany({ where: { id: { in: found } }, select: { sourceId: true } });
  expect(first).toEqual([{ sourceId: both.id }]);
});

it("only what a sample shows to be nearly the text is compared with all of it", async () => {
  const shared = [some(), some(), some()].join(" ");
  const own = () => [some(), some(), some(), some(), some(), some()].join(" ");
  const text = `${shared} ${own()}`;
  // a third of it in the same words, as two reports have that quote the same minister
  const actor = await makeUser("reporter");
  const alike = `${shared} ${own()}`;
  const nearly = `${text} ${some()}`;
  const compared: unknown[] = [];
  const counting = new Proxy(db, {
    get: (target, property) =>
      property === "shingle"
        ? new Proxy(target.shingle, {
            get(table, name) {
              if (name === "count") compared.push(name);
              return Reflect.get(table, name);
            },
          })
        : Reflect.get(target, property),
  });
  const stored = async (title: string, words: string) => {
    await transact((tx) => createSource(tx, actor, { title, text: words }));
    return (await listNearEditions(counting, text)).length;
  };
  expect([await stored("Alike", alike), compared.length]).toEqual([0, 0]);
  expect(await stored("Nearly", nearly)).toBe(1);
  expect(compared.length).toBe(1);
});

it("what several texts have in common is looked up once for all of them", async () => {
  const footer = Array.from({ length: 6 }, some).join(" ");
  const text = () => `${Array.from({ length: 5 }, some).join(" ")} ${footer}`;
  const actor = await makeUser("reporter");
  const there = text();
  const { sourceId } = await transact((tx) => createSource(tx, actor, { title: "There", text: there }));
  const { id } = await db.edition.findFirstOrThrow({ where: { sourceId }, orderBy: { number: "asc" } });
  const asked: number[] = [];
  const counting = new Proxy(db, {
    get: (target, property) =>
      property === "$queryRawUnsafe"
        ? (sql: string, hashes: string) => {
            asked.push(...(JSON.parse(hashes) as number[]));
            return target.$queryRawUnsafe(sql, hashes);
          }
        : Reflect.get(target, property),
  });
  const texts = [there, text(), text(), `${there} ${some()}`].map(shinglesOf);
  const near = await listNearOfEach(counting, texts);
  expect(near.map((found) => found.map(({ editionId }) => editionId))).toEqual([[id], [], [], [id]]);
  expect(new Set(asked).size).toBe(asked.length);
});

it("an edition has each of its shingles and no other, those below nought too", async () => {
  const actor = await makeUser("reporter");
  const text = Array.from({ length: 900 }, some).join(" ");
  const { sourceId } = await transact((tx) => createSource(tx, actor, { title: "Long", text }));
  const kept = await db.shingle.findMany({ where: { indexed: { edition: { sourceId } } } });
  expect(new Set(kept.map(({ hash }) => hash))).toEqual(shinglesOf(text));
  expect(kept.length).toBeGreaterThan(4000);
  expect(kept.some(({ hash }) => hash < 0)).toBe(true);
});

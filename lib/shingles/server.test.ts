import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { db, transact } from "@/lib/db/server";
import { createSource } from "@/lib/sources/server";
import { makeSource, makeUser } from "@/prisma/factories";
import { indexMissing, listEditionsSharing } from "./server";

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

it("the edition that has more of the words is first, and no more are given than asked for", async () => {
  const [one, two] = [some(), some()];
  await makeSource(`${one} and then`);
  const both = await makeSource(`${one}. ${two}.`);
  await indexMissing();
  const found = await listEditionsSharing(`${one} ${two}`, { most: 1 });
  const first = await db.edition.findMany({ where: { id: { in: found } }, select: { sourceId: true } });
  expect(first).toEqual([{ sourceId: both.id }]);
});

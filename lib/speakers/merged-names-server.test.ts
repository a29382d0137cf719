import { beforeAll, beforeEach, expect, it } from "vitest";
import { db } from "@/lib/db/server";
import { makeUser } from "@/prisma/factories";
import { nameKey } from ".";
import {
  addAlias,
  createSpeaker,
  getSpeaker,
  listMerges,
  mergeSpeakers,
  removeAlias,
  undoMerge,
} from "./server";

let reporter: Awaited<ReturnType<typeof makeUser>>;
beforeAll(async () => {
  reporter = await makeUser("reporter");
});

// nobody of one test has a name of another
const GIVEN = ["Pervin", "Qasim"];
let given = "";
beforeEach(() => {
  given = GIVEN.shift() ?? "";
});

const person = async (surname: string, aliases: string[] = []) =>
  createSpeaker(reporter, {
    ...{ name: `${given} ${surname}`, kind: "person", description: `Called ${surname}.`, aliases },
  });
const versionOf = async (id: string) => (await db.speaker.findUniqueOrThrow({ where: { id } })).version;
const merge = async (fromId: string, intoId: string) =>
  mergeSpeakers(reporter, {
    ...{ fromId, intoId, version: await versionOf(fromId), showsName: true, reason: "One man." },
  });
const undo = async (fromId: string) => {
  const { id } = await db.speakerMerge.findFirstOrThrow({ where: { fromId, undoneAt: null } });
  await undoMerge(reporter, { mergeId: id, reason: "They are two." });
};

it("a name that was given since stays, and one of another who was found to be the same until that is undone", async () => {
  const from = await person("Yusufzai", ["The Mullah"]);
  const [other, into] = [await person("Usafzai", ["The Mullah"]), await person("Yousafzai")];
  await merge(from.id, into.id);
  await merge(other.id, into.id);
  const aliases = async () => (await getSpeaker(reporter, into.slug)).aliases;
  const names = async () => (await aliases()).map(({ name }) => name).sort();
  const taken = (await aliases()).find(({ name }) => name === from.name);
  await removeAlias(reporter, {
    ...{ speakerId: into.id, version: await versionOf(into.id), aliasId: taken?.id ?? "" },
  });
  await addAlias(reporter, { speakerId: into.id, alias: from.name });

  await undo(from.id);
  expect(await names()).toEqual([other.name, from.name, "The Mullah"].sort());
  await undo(other.id);
  expect(await names()).toEqual([from.name]);
});

it("a name that was kept for matching alone is shown, until it is back", async () => {
  const [from, into] = [await person("Yusufzai"), await person("Yousafzai")];
  const key = { speakerId: into.id, nameKey: nameKey(from.name) };
  await db.speakerAlias.create({ data: { ...key, name: from.name, kind: "printed" } });
  const kind = async () =>
    (await db.speakerAlias.findUniqueOrThrow({ where: { speakerId_nameKey: key } })).kind;
  await merge(from.id, into.id);
  expect(await kind()).toBe("alias");
  expect(await listMerges(reporter, into.id)).toHaveLength(1);
  await undo(from.id);
  expect(await kind()).toBe("printed");
});

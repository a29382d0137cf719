import { beforeAll, beforeEach, expect, it } from "vitest";
import { verifyAudit } from "@/lib/audit/server";
import { SYSTEM } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { makeStatement, makeUser } from "@/prisma/factories";
import {
  addAlias,
  createSpeaker,
  findMergedSlug,
  getSpeaker,
  listMerges,
  listSplits,
  mergeSpeakers,
  previewSplit,
  recordAffiliation,
  splitSpeaker,
  undoMerge,
  undoSplit,
} from "./server";

type Person = Awaited<ReturnType<typeof createSpeaker>>;
let reporter: Awaited<ReturnType<typeof makeUser>>;
beforeAll(async () => {
  reporter = await makeUser("reporter");
});

// nobody of one test has a name of another
const GIVEN = "Aksel Birger Cosima Didrik Edda Folke Gudrun Halvard Inga Jorun".split(" ");
let family = "";
beforeEach(() => {
  family = `${GIVEN.shift()}sen`;
});
const REASON = { reason: "Both have written to us." };
const person = (name: string) => createSpeaker(reporter, { name: `${name} ${family}`, kind: "person" });
const versionOf = async (id: string) => (await db.speaker.findUniqueOrThrow({ where: { id } })).version;
const speakerOf = async (id: string) => (await db.statement.findUniqueOrThrow({ where: { id } })).speakerId;
const namesOf = async ({ slug }: { slug: string }) =>
  (await getSpeaker(reporter, slug)).aliases.map(({ name }) => name).sort();

async function merge(from: Person, into: Person) {
  const version = await versionOf(from.id);
  await mergeSpeakers(reporter, { fromId: from.id, intoId: into.id, version, showsName: true, ...REASON });
  const [row] = await listMerges(reporter, into.id);
  return () => undoMerge(reporter, { mergeId: row?.id ?? "", ...REASON });
}

async function split(from: Person, into: Person, publicIds: string[], more: object = {}) {
  const { chosen } = await previewSplit(reporter, { speakerId: from.id, publicIds });
  const made = await splitSpeaker(reporter, {
    ...{ fromId: from.id, version: await versionOf(from.id), statements: chosen },
    ...{ other: { id: into.id }, names: [], roles: [], ...REASON, ...more },
  });
  return () => undoSplit(reporter, { splitId: made.splitId, ...REASON });
}

it("a split after a merge, taken back after the merge was: each has what it had before both", async () => {
  const [ada, ben, cai] = [await person("Ada"), await person("Ben"), await person("Cai")];
  await addAlias(reporter, { speakerId: ada.id, alias: `Addie ${family}` });
  await recordAffiliation(reporter, { speakerId: ada.id, role: "pilot" });
  const [hers, his] = [
    await makeStatement({ speakerId: ada.id }),
    await makeStatement({ speakerId: ben.id }),
  ];
  const undoFirst = await merge(ada, ben);
  const whole = await getSpeaker(reporter, ben.slug);
  await split(ben, cai, [hers.publicId, his.publicId], {
    names: whole.aliases.filter(({ name }) => name.startsWith("Addie")).map(({ id }) => id),
    roles: whole.affiliations.map(({ id }) => id),
  });
  await undoFirst();
  // what went on to a third stays there, and was each one's own
  expect([await speakerOf(hers.id), await speakerOf(his.id)]).toEqual([cai.id, cai.id]);
  for (const one of [ada, ben]) {
    const [row, ...more] = await listSplits(reporter, one.id);
    expect([row, more]).toMatchObject([{ statements: 1, from: { id: one.id }, into: { id: cai.id } }, []]);
    await undoSplit(reporter, { splitId: row?.id ?? "", ...REASON });
  }
  expect([await speakerOf(hers.id), await speakerOf(his.id)]).toEqual([ada.id, ben.id]);
  const roles = async ({ slug }: Person) => (await getSpeaker(reporter, slug)).affiliations.length;
  expect([await roles(ada), await roles(ben), await roles(cai)]).toEqual([1, 0, 0]);
  expect([await namesOf(ada), await namesOf(ben), await namesOf(cai)]).toEqual([[`Addie ${family}`], [], []]);
  expect(await verifyAudit(SYSTEM)).toMatchObject({ isIntact: true });
});

it("a split of what a split gave, taken back after the first was: it is the first one's", async () => {
  const [ada, ben, cai] = [await person("Ada"), await person("Ben"), await person("Cai")];
  const said = await makeStatement({ speakerId: ada.id });
  const first = await split(ada, ben, [said.publicId]);
  const second = await split(ben, cai, [said.publicId]);
  await first();
  expect([await speakerOf(said.id), await listSplits(reporter, ben.id)]).toEqual([cai.id, []]);
  await second();
  expect(await speakerOf(said.id)).toBe(ada.id);
});

it("a split that was split back, taken back: nothing is left of either", async () => {
  const [ada, ben] = [await person("Ada"), await person("Ben")];
  const said = await makeStatement({ speakerId: ada.id });
  const first = await split(ada, ben, [said.publicId]);
  await split(ben, ada, [said.publicId]);
  await first();
  expect([await speakerOf(said.id), await listSplits(reporter, ada.id)]).toEqual([ada.id, []]);
});

it("a merge of what a split made, and one before it, in every order that is open", async () => {
  const [ada, ben, cai] = [await person("Ada"), await person("Ben"), await person("Cai")];
  const said = await makeStatement({ speakerId: ada.id });
  const undoSecond = await split(ada, ben, [said.publicId]);
  const undoThird = await merge(ben, cai);
  await expect(undoSecond()).rejects.toThrow(/Take that apart first/u);
  await undoThird();
  expect(await speakerOf(said.id)).toBe(ben.id);
  const joined = await merge(ben, ada);
  await expect(undoSecond()).rejects.toThrow(/Take that apart first/u);
  expect(await speakerOf(said.id)).toBe(ada.id);
  await joined();
  await undoSecond();
  expect([await speakerOf(said.id), await findMergedSlug(reporter, ben.slug)]).toEqual([ada.id, null]);
});

it("what was another's by hand before the merge is not handed down by it", async () => {
  const [ada, ben, cai] = [await person("Ada"), await person("Ben"), await person("Cai")];
  const said = await makeStatement({ speakerId: ben.id });
  const undoEarly = await split(ben, cai, [said.publicId]);
  await db.statement.update({ where: { id: said.id }, data: { speakerId: ada.id } });
  const undo = await merge(ada, ben);
  await undo();
  expect(await listSplits(reporter, ben.id)).toMatchObject([{ into: { id: cai.id } }]);
  await undoEarly();
  expect(await speakerOf(said.id)).toBe(ada.id);
});

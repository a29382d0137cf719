import { beforeAll, expect, it } from "vitest";
import { verifyAudit } from "@/lib/audit/server";
import { SYSTEM } from "@/lib/auth";
import { Forbidden, NotFound } from "@/lib/errors";
import { makeStatement, makeUser } from "@/prisma/factories";
import {
  addAlias,
  createSpeaker,
  editSpeaker,
  findTwins,
  getSpeaker,
  keepApart,
  listDoubles,
  listKeptApart,
  lookAgain,
  mergeSpeakers,
  OTHER_LETTERS,
  previewSplit,
  splitSpeaker,
} from "./server";

type Actor = Awaited<ReturnType<typeof makeUser>>;
let [reporter, reader] = [] as unknown as [Actor, Actor];
beforeAll(async () => {
  [reporter, reader] = [await makeUser("reporter"), await makeUser("reader")];
});

const person = (name: string, description = "") =>
  createSpeaker(reporter, { name, kind: "person", description });
const pairs = async (letter: string) =>
  (await listDoubles(reporter, { letter })).pairs.map(
    ({ one, other, reason }) => `${one.name} ~ ${other.name}: ${reason}`,
  );
const REASON = "The council lists both of them.";

it("lists who may be one under the letter of the first, and two who are two no more", async () => {
  const [agda, a] = [await person("Agda Holm"), await person("A. Holm")];
  await makeStatement({ speakerId: agda.id });
  await person("Berta Holm");
  const port = await createSpeaker(reporter, { name: "Harbour Trust", kind: "organisation" });
  const quay = await createSpeaker(reporter, { name: "Quay Board", kind: "organisation" });
  await addAlias(reporter, { speakerId: quay.id, alias: "the Trust of the Harbour" });
  await addAlias(reporter, { speakerId: port.id, alias: "Quay Board Ltd" });
  expect(await pairs("h")).toEqual(["A. Holm ~ Agda Holm: surname"]);
  expect((await listDoubles(reporter, { letter: "h" })).pairs[0]?.other).toMatchObject({
    ...{ slug: agda.slug, statements: 1 },
  });
  expect(await pairs("q")).toEqual([]);

  const asked = { oneId: agda.id, otherId: a.id };
  await expect(keepApart(reader, { ...asked, reason: REASON })).rejects.toThrow(Forbidden);
  await expect(listDoubles(reader, { letter: "h" })).rejects.toThrow(Forbidden);
  await expect(listKeptApart(reader)).rejects.toThrow(Forbidden);
  await expect(keepApart(reporter, { ...asked, reason: " " })).rejects.toMatchObject({
    refusals: [{ field: "reason" }],
  });
  await keepApart(reporter, { ...asked, reason: REASON });
  await expect(keepApart(reporter, { oneId: a.id, otherId: agda.id, reason: "Again." })).rejects.toThrow(
    /said so already: The council/u,
  );
  expect(await pairs("h")).toEqual([]);
  // nor is one offered at the other's page
  expect(await findTwins(reporter, await getSpeaker(reporter, agda.slug))).toEqual([]);
  const [kept] = await listKeptApart(reporter, agda.id);
  expect(kept).toMatchObject({ reason: REASON });
  await lookAgain(reporter, { apartId: kept?.id ?? "" });
  await expect(lookAgain(reporter, { apartId: kept?.id ?? "" })).rejects.toThrow(NotFound);
  expect(await pairs("h")).toEqual(["A. Holm ~ Agda Holm: surname"]);
  expect(await verifyAudit(SYSTEM)).toMatchObject({ isIntact: true });
});

it("finds a name that stands elsewhere in the alphabet once, and names in other letters", async () => {
  const [lodge] = [await createSpeaker(reporter, { name: "Lodge of Masons", kind: "organisation" })];
  await createSpeaker(reporter, {
    ...{ name: "Masons’ Hall", kind: "organisation", description: "a house", aliases: ["Lodge of masons "] },
  });
  expect(await pairs("l")).toEqual(["Lodge of Masons ~ Masons’ Hall: alias"]);
  expect(await pairs("m")).toEqual([]);
  await person("Іван Петренко");
  await person("І. Петренко", "another");
  expect(await pairs(OTHER_LETTERS)).toHaveLength(1);
  const [into] = [await person("Ludo Lodge")];
  expect(lodge.id).not.toBe(into.id);
});

it("offers nobody who was found to be another, who was parted, or who is not named", async () => {
  const [one, other] = [await person("Vera Zander"), await person("V. Zander")];
  expect(await pairs("z")).toHaveLength(1);
  await mergeSpeakers(reporter, {
    ...{ fromId: other.id, intoId: one.id, version: 1, showsName: true, reason: REASON },
  });
  expect(await pairs("z")).toEqual([]);
  const { publicId } = await makeStatement({ speakerId: one.id });
  const { chosen } = await previewSplit(reporter, { speakerId: one.id, publicIds: [publicId] });
  const { slug } = await splitSpeaker(reporter, {
    ...{ fromId: one.id, version: 2, statements: chosen, names: [], roles: [], reason: REASON },
    other: { name: "Vera Zander", kind: "person", description: "a goalkeeper" },
  });
  expect(await pairs("z")).toEqual([]);
  const third = await person("Zander");
  expect(await pairs("z")).toHaveLength(2);
  await keepApart(reporter, { oneId: third.id, otherId: one.id, reason: REASON });
  const { id, version } = await getSpeaker(reporter, third.slug);
  await editSpeaker(reporter, {
    ...{ id, version, name: "a planner", kind: "anonymous", description: "", publicNote: "" },
  });
  expect(await listKeptApart(reporter)).toEqual([]);
  const voice = { oneId: id, otherId: (await getSpeaker(reporter, slug)).id, reason: REASON };
  await expect(keepApart(reporter, voice)).rejects.toThrow(NotFound);
});

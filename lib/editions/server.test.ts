import { beforeAll, expect, test } from "vitest";
import { type Actor, VISITOR } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { Conflict, Forbidden, Refused } from "@/lib/errors";
import { listNoticesOnStatement } from "@/lib/notices/server";
import { countQueue, listQueue } from "@/lib/review/server";
import { editSpeaker } from "@/lib/speakers/server";
import { editStatement, listStatements } from "@/lib/statements/server";
import { makeSource, makeSpeaker, makeStatement, makeUser } from "@/prisma/factories";
import { findWaitingSighting, keepWords, recordReading } from "./server";

let [reporter, editor]: Actor[] = [];
beforeAll(async () => {
  [reporter, editor] = [await makeUser("reporter"), await makeUser("editor")];
});

const SAID = "“The lock stays shut until the spring,”";
const NOW = SAID.replace("spring", "summer");

async function readOtherwise(state: string, later = NOW) {
  const source = await makeSource(`The council met. ${SAID} said Ada Berg. Nobody answered.`);
  const { id, publicId, version } = await makeStatement({ wording: SAID, sourceId: source.id, state });
  const text = `The council met. ${later} said Ada Berg. Nobody answered.`;
  await recordReading(reporter as Actor, { sourceId: source.id, text });
  return { id, statementId: publicId, version };
}

const NOTE = "So it was printed on the day when we quoted it.";
const inQueue = async (publicId: string) =>
  (await listQueue(editor as Actor, "changed", { take: 200 })).items.some((row) => row.publicId === publicId);

test("what a source prints otherwise waits in the queue and is found, for the desk alone", async () => {
  const { id, statementId } = await readOtherwise("published");
  expect(await inQueue(statementId)).toBe(true);
  expect((await countQueue(editor as Actor)).views.changed).toBeGreaterThan(0);
  expect(await findWaitingSighting(editor as Actor, statementId)).toMatchObject({
    ...{ state: "changed", was: SAID, found: NOW, from: 1, to: 2 },
  });
  const found = async (actor: Actor) =>
    (await listStatements(actor, { q: "anchor:changed" })).items.some((row) => row.id === id);
  expect(await found(reporter as Actor)).toBe(true);
  expect(await found(VISITOR)).toBe(false);
  await expect(findWaitingSighting(VISITOR, statementId)).rejects.toThrow(Forbidden);
});

test("words that are kept wait no more; of what is public an editor tells the public why", async () => {
  const { id, statementId, version } = await readOtherwise("published");
  const at = { statementId, version };
  await expect(keepWords(reporter as Actor, { ...at, publicNote: NOTE })).rejects.toThrow(Forbidden);
  await expect(keepWords(editor as Actor, { ...at, publicNote: "ok" })).rejects.toThrow(Refused);
  expect(await inQueue(statementId)).toBe(true);
  await keepWords(editor as Actor, { ...at, publicNote: NOTE });
  expect(await inQueue(statementId)).toBe(false);
  const [notice] = await listNoticesOnStatement(VISITOR, id);
  expect(notice).toMatchObject({ note: NOTE, changes: [{ before: SAID, after: NOW }] });
  await expect(keepWords(editor as Actor, { ...at, publicNote: NOTE })).rejects.toThrow(Conflict);
  const again = { statementId, version: version + 1, publicNote: NOTE };
  await expect(keepWords(editor as Actor, again)).rejects.toThrow(Refused);
});

test("what was told of kept words names nobody who became an anonymous voice since", async () => {
  const { id, statementId, version } = await readOtherwise("published");
  const ada = await makeSpeaker("Ada Bergsvoll");
  const introduction = "Ada Bergsvoll said that";
  await db.statement.update({ where: { id }, data: { speakerId: ada.id, introduction } });
  await keepWords(editor as Actor, { statementId, version, publicNote: NOTE });
  await editSpeaker(editor as Actor, {
    ...{ id: ada.id, version: ada.version, name: "A keeper", kind: "anonymous", description: "" },
    publicNote: "The family was threatened for it.",
  });
  const told = await listNoticesOnStatement(VISITOR, id);
  expect(told.map(({ note }) => note).sort()).toEqual(["The family was threatened for it.", "[withheld]"]);
  expect(JSON.stringify(told)).not.toContain("Bergsvoll");
});

test("words that are still worked on are kept by whoever works, and nobody outside reads of it", async () => {
  const { id, statementId, version } = await readOtherwise("captured", "Nothing of it stands here,");
  expect(await inQueue(statementId)).toBe(true);
  await keepWords(reporter as Actor, { statementId, version, publicNote: NOTE });
  expect(await inQueue(statementId)).toBe(false);
  expect(await db.notice.count({ where: { subjectId: id } })).toBe(0);
});

test("whoever takes the new words stands in the new text, and waits no more", async () => {
  const { id, statementId, version } = await readOtherwise("captured");
  await editStatement(reporter as Actor, { id, version, wording: NOW.replaceAll(/[“”]/gu, '"') });
  expect(await inQueue(statementId)).toBe(false);
  const anchors = await db.anchor.findMany({
    where: { statementId: id },
    orderBy: { edition: { number: "asc" } },
    select: { state: true, exact: true, edition: { select: { number: true } } },
  });
  expect(anchors.at(-1)).toEqual({ state: "exact", exact: NOW, edition: { number: 2 } });
  expect(await db.sighting.findFirst({ where: { statementId: id } })).toMatchObject({ settlement: "taken" });
});

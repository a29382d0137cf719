import { expect, it } from "vitest";
import { VISITOR } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { NotFound } from "@/lib/errors";
import { toVersionJson } from "@/lib/exports";
import { writeVersion } from "@/lib/publication/server";
import { createSpeaker, editSpeaker } from "@/lib/speakers/server";
import { makeSpeaker, makeStatement, makeUser } from "@/prisma/factories";
import { getVersion } from "./server";

async function corrected() {
  const editor = await makeUser("editor");
  const { id: speakerId } = await makeSpeaker();
  const { id, publicId } = await makeStatement({ wording: "We never agreed", speakerId });
  await db.statement.update({ where: { id }, data: { state: "published" } });
  await db.$transaction((tx) => writeVersion(tx, editor, id));
  await db.statement.update({ where: { id }, data: { wording: "We now agreed" } });
  await db.$transaction((tx) => writeVersion(tx, editor, id));
  await db.correction.create({
    data: { statementId: id, versionNumber: 2, kind: "correction", note: "Misheard.", givenAt: new Date() },
  });
  return { id, publicId };
}

it("keeps the former words at their address, with what replaced them said first", async () => {
  const { publicId } = await corrected();
  const first = await getVersion(VISITOR, { publicId, number: 1 });
  expect(first).toMatchObject({ number: 1, newest: 2, isReplaced: true, made: null });
  expect(toVersionJson(first)).toMatchObject({
    ...{ wording: "We never agreed", isCurrent: false },
    notice: expect.stringMatching(/^Corrected on .*, version 2\.$/u),
  });
  const second = await getVersion(VISITOR, { publicId, number: 2 });
  expect(second.made).toMatchObject({
    correction: { kind: "correction", note: "Misheard." },
    changes: [{ field: "wording", was: "We never agreed", now: "We now agreed" }],
  });
  await expect(getVersion(VISITOR, { publicId, number: 3 })).rejects.toThrow(NotFound);
});

it("says first that the statement was retracted", async () => {
  const { id, publicId } = await corrected();
  await db.statement.update({ where: { id }, data: { state: "retracted" } });
  const at = new Date("2025-11-03T09:00:00Z");
  await db.retraction.create({
    data: { statementId: id, reason: "Never said.", proposedById: "x", proposedAt: at, confirmedAt: at },
  });
  for (const number of [1, 2]) {
    const json = toVersionJson(await getVersion(VISITOR, { publicId, number }));
    expect(json.notice).toBe("Retracted on 3 November 2025.");
    expect(json.inFull).toMatch(/^\[Retracted on 3 November 2025\.\] /u);
    expect(json.retraction).toMatchObject({ reason: "Never said." });
  }
});

it.each([{ attributionTerms: "off_record" }, { embargoedUntil: new Date("2999-01-01T00:00:00Z") }])(
  "is not found when the statement is hidden: %j",
  async (hidden) => {
    const { id, publicId } = await corrected();
    const editor = await makeUser("editor");
    await db.sourcingAssessment.create({
      data: {
        ...{
          statementId: id,
          attributionTerms: "on_record",
          sourceIdentity: "named_person",
          channel: "speech",
        },
        ...{ proximity: "first_hand", origin: "original_reporting", reliability: "B", credibility: 2 },
        ...{ assessedById: editor.id, assessedAt: new Date() },
        ...hidden,
      },
    });
    for (const number of [1, 2]) {
      await expect(getVersion(VISITOR, { publicId, number })).rejects.toThrow(NotFound);
      expect((await getVersion(editor, { publicId, number })).number).toBe(number);
    }
  },
);

it("names nobody who became an anonymous voice since", async () => {
  const { id, publicId } = await corrected();
  const { speaker } = await db.statement.findUniqueOrThrow({ where: { id }, include: { speaker: true } });
  if (!speaker) throw new Error("no speaker");
  const { wording } = await db.statement.update({
    where: { id },
    data: {
      attribution: `${speaker.name}, a clerk`,
      context: `On what ${speaker.name} saw.`,
      place: "Kabul",
    },
  });
  const editor = await makeUser("editor");
  await db.$transaction((tx) => writeVersion(tx, editor, id));
  await editSpeaker(editor, {
    ...{ id: speaker.id, version: speaker.version, name: "An official", kind: "anonymous", description: "" },
    publicNote: "The whole family was threatened.",
  });
  expect((await getVersion(VISITOR, { publicId, number: 3 })).statement).toMatchObject({
    ...{ attribution: "[withheld]", context: "[withheld]", place: "Kabul", wording },
  });
  // somebody else of that name, whose address is the one that was left
  const namesake = await createSpeaker(editor, { name: speaker.name, kind: "person" });
  expect(namesake.slug).toBe(speaker.slug);
  for (const number of [1, 2, 3]) {
    const version = await getVersion(VISITOR, { publicId, number });
    expect(version.statement.speaker).toEqual({ name: "[withheld]" });
    expect(JSON.stringify([version, toVersionJson(version)])).not.toContain(speaker.name);
  }
});

it("keeps the name of its day when the speaker is called otherwise", async () => {
  const { id, publicId } = await corrected();
  const { speaker } = await getVersion(VISITOR, { publicId, number: 1 }).then(({ statement }) => statement);
  const { speakerId } = await db.statement.findUniqueOrThrow({ where: { id } });
  if (!speakerId) throw new Error("no speaker");
  await db.speaker.update({ where: { id: speakerId }, data: { name: "Somebody Else" } });
  expect((await getVersion(VISITOR, { publicId, number: 1 })).statement.speaker).toEqual(speaker);
});

import { beforeAll, expect, test } from "vitest";
import { type Actor, VISITOR } from "@/lib/auth";
import { db, pageOfRecords, RECORDED_MODELS } from "@/lib/db/server";
import { Forbidden, NotFound, Refused } from "@/lib/errors";
import { handsOnStatement, listTouchedBy } from "@/lib/independence/server";
import { WITHHELD } from "@/lib/notices";
import { listNoticesOnStatement } from "@/lib/notices/server";
import { noticesOf } from "@/lib/publication/server";
import { editSpeaker } from "@/lib/speakers/server";
import { latestVerdicts } from "@/lib/verdicts/server";
import { makeSpeaker, makeStatement, makeUser } from "@/prisma/factories";
import { listNamedStill, withholdNote } from "./server";

// what the desk wrote with a decision stands in the record of it, which nobody edits

const AT = new Date("2026-02-03T10:00:00Z");
const PROTECTED = "It named somebody who is protected.";
let [editor, reviewer]: Actor[] = [];
let speakerId: string;
let own: { id: string; publicId: string };
let other: { id: string; publicId: string };
const ids: Record<string, string> = {};

const named = async () => (await listNamedStill(editor as Actor, speakerId))?.notes ?? [];
const asked = (of: "correction" | "retraction" | "verdict" | "decision", id = ids[of] ?? "") => ({
  ...{ speakerId, of, id, publicNote: PROTECTED },
});

beforeAll(async () => {
  [editor, reviewer] = [await makeUser("editor"), await makeUser("reviewer")];
  speakerId = (await makeSpeaker("Zalmay Quetta")).id;
  own = await makeStatement({ state: "published", speakerId });
  other = await makeStatement({ state: "retracted" });
  const { id: unread } = await makeStatement();
  const by = { givenById: editor.id, givenAt: AT };
  const correction = (statementId: string, versionNumber: number, note: string) =>
    db.correction.create({ data: { statementId, versionNumber, kind: "correction", note, ...by } });
  ids.correction = (await correction(own.id, 2, "Mr Quetta showed us the letter.")).id;
  ids.plain = (await correction(own.id, 3, "The place was wrong.")).id;
  ids.unread = (await correction(unread, 2, "Mr Quetta showed us the letter.")).id;
  const proposed = { proposedById: "nobody", proposedAt: AT };
  const retraction = (statementId: string, confirmedAt: Date | null) =>
    db.retraction.create({ data: { statementId, reason: "Quetta said it.", ...proposed, confirmedAt } });
  ids.retraction = (await retraction(other.id, AT)).id;
  ids.waiting = (await retraction(own.id, null)).id;
  const verdict = (supersededAt: Date | null) =>
    db.verdict.create({
      data: {
        ...{ statementId: own.id, axis: "said", value: "confirmed", asOf: AT, supersededAt, ...by },
        ...{ reasons: "The tape has it.", uncertainty: "Only Quetta knows when." },
      },
    });
  ids.verdict = (await verdict(null)).id;
  ids.superseded = (await verdict(AT)).id;
  const relation = await db.relation.create({
    data: {
      ...{ publicId: "rel-quetta", type: "contradicts", fromId: own.id, toId: other.id, state: "confirmed" },
      ...{ rationale: "One road.", comparability: "One winter.", createdAt: AT },
      decisions: { create: { decision: "confirmed", reason: "Quetta agrees.", madeAt: AT } },
    },
    include: { decisions: true },
  });
  ids.decision = relation.decisions[0]?.id ?? "";
  const { version } = await db.speaker.findUniqueOrThrow({ where: { id: speakerId } });
  await editSpeaker(editor, {
    ...{ id: speakerId, version, name: "A clerk", kind: "anonymous", description: "" },
    publicNote: "The whole family was threatened.",
  });
});

test("what decisions say of the name is listed where visitors read it, at statements of others too", async () => {
  const notes = await named();
  expect(notes.map(({ of, id }) => [of, id]).sort()).toEqual(
    (["correction", "decision", "retraction", "verdict"] as const).map((of) => [of, ids[of]]).sort(),
  );
  expect(notes.find(({ of }) => of === "verdict")).toEqual({
    ...{ of: "verdict", id: ids.verdict, givenAt: AT, what: "the reasons of a verdict", changes: [] },
    note: "Only Quetta knows when.",
    page: { title: own.publicId, address: `/statements/${own.publicId}` },
  });
});

test("nobody withholds the words of a decision but an editor with a note, and none but those that name", async () => {
  await expect(withholdNote(reviewer as Actor, asked("correction"))).rejects.toBeInstanceOf(Forbidden);
  await expect(withholdNote(VISITOR, asked("correction"))).rejects.toBeInstanceOf(Forbidden);
  for (const [of, id] of [
    ["correction", ids.plain],
    ["correction", ids.unread],
    ["correction", ids.verdict],
    ["retraction", ids.waiting],
    ["verdict", ids.superseded],
    ["decision", "none"],
  ] as const)
    await expect(withholdNote(editor as Actor, asked(of, id)), `${of} ${id}`).rejects.toBeInstanceOf(
      NotFound,
    );
  for (const publicNote of ["", "It named Mr Quetta, who is protected."])
    await expect(
      withholdNote(editor as Actor, { ...asked("correction"), publicNote }),
    ).rejects.toBeInstanceOf(Refused);
  expect(await named()).toHaveLength(4);
});

test("its day stays, its words go for everybody, and beside it stands who took them and why", async () => {
  for (const { of, id } of await named()) {
    await withholdNote(editor as Actor, { speakerId, of, id, publicNote: PROTECTED });
    await expect(
      withholdNote(editor as Actor, { speakerId, of, id, publicNote: PROTECTED }),
    ).rejects.toBeInstanceOf(NotFound);
  }
  expect(await named()).toEqual([]);
  for (const actor of [VISITOR, editor as Actor]) {
    const notices = await noticesOf(actor, [own.publicId, other.publicId]);
    expect(notices.get(own.publicId)?.corrections).toMatchObject([
      { version: 2, kind: "correction", note: WITHHELD, on: AT },
      { version: 3, note: "The place was wrong." },
    ]);
    expect(notices.get(other.publicId)?.retraction).toEqual({ on: AT, reason: WITHHELD });
    // what did not name anybody stays
    expect(await latestVerdicts(actor, own.id)).toMatchObject([
      { reasons: "The tape has it.", uncertainty: WITHHELD, givenAt: AT },
    ]);
    const toldOf = async (id: string) =>
      (await listNoticesOnStatement(actor, id)).filter(({ note }) => note === PROTECTED);
    const told = await toldOf(own.id);
    expect(told.flatMap(({ changes }) => changes.map(({ what }) => what)).sort()).toEqual([
      "the words of the note of a correction of 2026-02-03, which are withheld",
      "the words of the reason of a decision on two statements of 2026-02-03, which are withheld",
      "the words of the reasons of a verdict of 2026-02-03, which are withheld",
    ]);
    expect(await toldOf(other.id)).toHaveLength(2);
  }
});

test("no record has the words any more but those of what nobody published", async () => {
  const held: string[] = [];
  for (const model of RECORDED_MODELS)
    for (const row of await pageOfRecords(db, model, { after: null, take: 500 }))
      if (/Quetta (showed|said|agrees|knows)/u.test(JSON.stringify(row))) held.push(`${model} ${row.id}`);
  expect(held.sort()).toEqual(
    [`Correction ${ids.unread}`, `Retraction ${ids.waiting}`, `Verdict ${ids.superseded}`].sort(),
  );
});

test("who takes words away has no hand in the statement, and may be the second editor of a correction", async () => {
  for (const { id } of [own, other])
    expect((await handsOnStatement(db, id)).filter(({ actorId }) => actorId === editor?.id)).toEqual([]);
  expect(await listTouchedBy(db, editor?.id ?? "", [other.id])).toEqual(new Set());
});

test("the log has what was withheld and who did it", async () => {
  const trace = await db.auditEntry.findMany({
    where: { action: "words.withheld" },
    orderBy: { seq: "asc" },
  });
  expect(trace.map(({ actorId, reason }) => [actorId, reason])).toEqual(
    Array.from({ length: 4 }, () => [editor?.id, PROTECTED]),
  );
  expect(trace.map(({ before }) => before).join()).toContain("Mr Quetta showed us the letter.");
  expect(trace.map(({ after }) => after).join()).not.toContain("Quetta");
});

import { beforeEach, describe, expect, it } from "vitest";
import { appendAudit } from "@/lib/audit/server";
import { type Actor, SYSTEM, VISITOR } from "@/lib/auth";
import { db, transact } from "@/lib/db/server";
import { makeSource, makeSpeaker, makeStatement, makeUser } from "@/prisma/factories";
import { clearDatabase } from "@/prisma/testing/database";
import { findWaitingCorrection, listChangedSinceApproval, noticesOf } from "./server";

const AT = new Date("2026-03-01T12:00:00Z");
const LATER = new Date("2026-03-02T12:00:00Z");
let editor: Actor;

beforeEach(async () => {
  await clearDatabase();
  editor = await makeUser("editor");
});

describe("the notices of statements", () => {
  const correct = (statementId: string, versionNumber: number, kind: string, note: string) =>
    db.correction.create({ data: { statementId, versionNumber, kind, note, givenAt: AT, givenById: "a" } });
  const retract = (statementId: string, confirmedAt: Date | null) =>
    db.retraction.create({
      data: { statementId, reason: "Never said.", proposedById: "a", proposedAt: AT, confirmedAt },
    });

  it("are every correction, oldest first, and the retraction that was confirmed", async () => {
    const { id, publicId } = await makeStatement({ state: "retracted" });
    await correct(id, 3, "correction", "Another day.");
    await correct(id, 2, "typo", "A letter.");
    await retract(id, null);
    await retract(id, LATER);
    expect([...(await noticesOf(VISITOR, [publicId]))]).toEqual([
      [
        publicId,
        {
          retraction: { on: LATER, reason: "Never said." },
          corrections: [
            { version: 2, kind: "typo", note: "A letter.", on: AT },
            { version: 3, kind: "correction", note: "Another day.", on: AT },
          ],
        },
      ],
    ]);
  });

  it("are none while a retraction waits, and none of what the actor may not see", async () => {
    const [open, hidden] = [
      await makeStatement({ state: "published" }),
      await makeStatement({ state: "captured" }),
    ];
    for (const { id } of [open, hidden]) await retract(id, null);
    const none = { retraction: null, corrections: [] };
    const asked = [open.publicId, hidden.publicId, "st-000000"];
    expect([...(await noticesOf(VISITOR, asked))]).toEqual([[open.publicId, none]]);
    expect([...(await noticesOf(SYSTEM, asked))].sort()).toEqual(
      [
        [open.publicId, none],
        [hidden.publicId, none],
      ].sort(),
    );
    expect((await noticesOf(SYSTEM, [])).size).toBe(0);
  });
});

describe("what was changed since the approval", () => {
  let statementId: string;
  let ids: Readonly<Record<"speaker" | "source" | "story" | "through", string>>;

  const log = (subjectType: string, subjectId: string, action: string, before: object, after: object) =>
    transact((tx) => appendAudit(tx, { actor: editor, action, subjectType, subjectId, before, after }));
  const edit = (type: "speaker" | "source" | "story", id: string, was = "Old", now = "New") =>
    log(type, id, `${type}.edited`, { name: was }, { name: now });
  const approve = () => log("statement", statementId, "review.approve", {}, { state: "approved" });
  const changed = () => listChangedSinceApproval(db, statementId);

  beforeEach(async () => {
    const [speaker, through, source] = [
      await makeSpeaker("Khan"),
      await makeSpeaker("Axios"),
      await makeSource("Words."),
    ];
    const story = await db.story.create({ data: { slug: "talks", title: "Talks" } });
    const made = { wording: "Words.", speakerId: speaker.id, sourceId: source.id, storyId: story.id };
    statementId = (await makeStatement({ ...made, state: "approved" })).id;
    await db.attributionHop.create({
      data: { statementId, ordinal: 1, name: "Axios", speakerId: through.id },
    });
    ids = { speaker: speaker.id, source: source.id, story: story.id, through: through.id };
  });

  it("is nothing before one, and nothing of what came before it", async () => {
    await edit("speaker", ids.speaker);
    expect(await changed()).toEqual([]);
    await approve();
    expect(await changed()).toEqual([]);
  });

  it.each(["speaker", "source", "story"] as const)("is the %s", async (type) => {
    await approve();
    await edit(type, ids[type]);
    expect(await changed()).toEqual([type]);
    // until somebody approves what it reads now
    await approve();
    expect(await changed()).toEqual([]);
  });

  it("is a voice between the speaker and the source as well, each kind once, in the order of the edits", async () => {
    await approve();
    await edit("source", ids.source);
    await edit("speaker", ids.through);
    await edit("speaker", ids.speaker);
    await edit("source", ids.source, "New", "Newer");
    expect(await changed()).toEqual(["source", "speaker"]);
  });

  it("is no save that changed nothing, nor one of somebody else's", async () => {
    await approve();
    await edit("speaker", ids.speaker, "Same", "Same");
    await log("speaker", ids.speaker, "speaker.edited", {}, { note: null });
    await edit("speaker", (await makeSpeaker("Other")).id);
    await log("speaker", ids.speaker, "speaker.affiliated", {}, { name: "New" });
    // an id of one kind is none of another
    await edit("story", ids.speaker);
    expect(await changed()).toEqual([]);
  });
});

describe("the correction that waits", () => {
  let statementId: string;
  const find = () => findWaitingCorrection(db, statementId);
  const propose = (changes: object, rest: object = {}) =>
    db.correctionProposal.create({
      data: {
        ...{ statementId, kind: "correction", note: "Another day.", changes: JSON.stringify(changes) },
        ...{ baseVersion: 1, proposedById: editor.id, proposedAt: AT, ...rest },
      },
    });

  beforeEach(async () => {
    const { id } = await makeStatement({ state: "published" });
    statementId = id;
    const other = await makeStatement({ state: "published" });
    for (const [axis, value, supersededAt, minute] of [
      ["said", "probable", LATER, 0],
      ["said", "confirmed", null, 1],
      ["in_context", "minor_omission", null, 2],
      ["faithful", "exact", null, 3],
    ] as const) {
      const givenAt = new Date(AT.getTime() + minute * 60_000);
      await db.verdict.create({
        data: { statementId, axis, value, supersededAt, reasons: "", asOf: AT, givenAt },
      });
    }
    const claim = await db.claim.create({
      data: { slug: "bridge", proposition: "It is shut.", state: "published" },
    });
    await db.position.create({ data: { statementId, claimId: claim.id, stance: "denies", takenAt: AT } });
    const from = { fromId: statementId, toId: other.id };
    const to = { fromId: other.id, toId: statementId };
    const tied = { rationale: "", comparability: "", createdAt: AT };
    for (const tie of [
      { publicId: "rel-1", type: "updates", state: "confirmed", ...from },
      { publicId: "rel-2", type: "updates", state: "resolved", ...to },
      { publicId: "rel-3", type: "repeats", state: "suggested", ...from },
      { publicId: "rel-4", type: "repeats", state: "rejected", ...to },
    ])
      await db.relation.create({ data: { ...tied, ...tie } });
    await db.sourcingAssessment.create({
      data: {
        ...{ statementId, attributionTerms: "on_record", sourceIdentity: "named_person", channel: "speech" },
        ...{ proximity: "first_hand", origin: "wire_copy", reliability: "B", credibility: 2, assessedAt: AT },
      },
    });
    const review = await db.review.create({ data: { statementId, openedAt: AT } });
    for (const item of ["words_match", "date_and_place"])
      await db.reviewCheck.create({ data: { reviewId: review.id, item, isDone: true, checkedAt: AT } });
  });

  it("is none before one is proposed, and none that was confirmed or withdrawn", async () => {
    expect(await find()).toBeNull();
    await propose({ place: "Kabul" }, { confirmedAt: LATER });
    await propose({ place: "Kabul" }, { withdrawnAt: LATER });
    expect(await find()).toBeNull();
  });

  it("asks again, in words, what was judged of the former words and stands", async () => {
    await propose({ wording: "Other words." });
    const found = await find();
    expect(found?.questions.map(({ subject, what, answer }) => [subject, what, answer])).toEqual([
      ["verdict:said", "“Said?”, confirmed", null],
      ["verdict:in_context", "“In context?”, minor omission", null],
      ["verdict:faithful", "“Faithful?”, exact", null],
      ["relation:rel-1", expect.stringMatching(/^Updates, confirmed, st-/), null],
      ["relation:rel-2", expect.stringMatching(/^Updates, resolved, st-/), null],
      ["position:bridge", "Denies: It is shut.", null],
      ["check:words_match", "Check, words match the source", null],
    ]);
    expect(found).toMatchObject({ changes: { wording: "Other words." }, note: "Another day.", answers: [] });
  });

  it.each([
    [
      { place: "Kabul" },
      ["verdict:said", "verdict:in_context", "relation:rel-1", "relation:rel-2", "check:date_and_place"],
    ],
    [{ attribution: "Rana" }, ["sourcing", "verdict:in_context"]],
    [{}, []],
  ])("asks only what falls with the change: %j", async (changes, subjects) => {
    await propose(changes);
    expect((await find())?.questions.map(({ subject }) => subject)).toEqual(subjects);
  });

  it("is answered by what was given since of the record that stands, and by nothing taken back", async () => {
    const { id: proposalId } = await propose({ attribution: "Rana" });
    const verdict = await db.verdict.findFirstOrThrow({ where: { axis: "in_context" } });
    const answer = (recordId: string, givenById: string, supersededAt: Date | null = null) =>
      db.correctionRenewal.create({
        data: {
          ...{
            proposalId,
            subject: "verdict:in_context",
            recordId,
            outcome: "holds",
            given: "{}",
            reason: "",
          },
          ...{ givenById, givenAt: AT, supersededAt },
        },
      });
    await answer("a record of before", "first");
    await answer(verdict.id, "second", LATER);
    const open = async () =>
      (await find())?.questions.filter(({ answer }) => answer === null).map(({ subject }) => subject);
    expect(await open()).toEqual(["sourcing", "verdict:in_context"]);
    await answer(verdict.id, "third");
    expect(await open()).toEqual(["sourcing"]);
    const found = await find();
    expect(found?.answers.map(({ givenById }) => givenById).sort()).toEqual(["first", "third"]);
    // who answered had a hand in it, also when the answer was taken back
    expect(found?.hands.map(({ actorId, work }) => `${actorId} ${work}`).sort()).toEqual(
      [`${editor.id} proposed`, "first renewed", "second renewed", "third renewed"].sort(),
    );
  });

  it("has no hand of the program, which has no id", async () => {
    await propose({ place: "Kabul" }, { proposedById: null });
    expect((await find())?.hands).toEqual([]);
  });
});

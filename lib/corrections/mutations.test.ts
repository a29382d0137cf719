import { beforeAll, describe, expect, it } from "vitest";
import { type Action, type Actor, can, ROLES, SYSTEM, VISITOR } from "@/lib/auth";
import { takePosition } from "@/lib/claims/server";
import { db } from "@/lib/db/server";
import { recordReading } from "@/lib/editions/server";
import { Conflict, Forbidden, Refused } from "@/lib/errors";
import { CHECKLIST } from "@/lib/publication";
import { findWaitingCorrection, noticesOf } from "@/lib/publication/server";
import { relateStatements } from "@/lib/relations/server";
import {
  approve,
  countQueue,
  listQueue,
  publish,
  submitForApproval,
  takeReview,
  tickChecklist,
} from "@/lib/review/server";
import { assessSourcing, latestSourcing } from "@/lib/sourcing/server";
import { editSpeaker, mergeSpeakers } from "@/lib/speakers/server";
import { ensureScales, giveVerdict, latestVerdicts } from "@/lib/verdicts/server";
import { makeSource, makeSpeaker, makeStatement, makeUser } from "@/prisma/factories";
import { fieldOfCorrection } from "./index";
import { verdictTyped } from "./schema";
import {
  confirmCorrection,
  confirmRetraction,
  judgeAgain,
  listWithdrawnCorrections,
  listWithdrawnRetractions,
  proposeCorrection,
  proposeRetraction,
  withdrawCorrection,
  withdrawRetraction,
} from "./server";

const SOURCING = {
  ...({ attributionTerms: "on_record", sourceIdentity: "named_person", channel: "speech" } as const),
  ...({ proximity: "first_hand", origin: "original_reporting", reliability: "B", credibility: "2" } as const),
  wordingBasis: ["recording" as const],
  interest: ["none_declared" as const],
};
const ALL_DONE = Object.fromEntries(CHECKLIST.map(({ key }) => [key, { isDone: true, note: "" }]));
const NOTE = "The recording says otherwise.";
const WORDING = "We will never agree to it";

let reporter: Actor;
let reviewer: Actor;
let editor: Actor;
let second: Actor;

beforeAll(async () => {
  await ensureScales();
  reporter = await makeUser("reporter");
  reviewer = await makeUser("reviewer");
  editor = await makeUser("editor");
  second = await makeUser("editor", "A second editor");
});

const at = async (id: string) => {
  const { version } = await db.statement.findUniqueOrThrow({ where: { id } });
  return { statementId: id, version };
};

/** A published statement whose source also holds `spare`. */
async function published(wording = WORDING, spare = "We will perhaps agree to it", printed = wording) {
  const source = await makeSource(`He said: ${printed}, and later: ${spare}. Nobody answered.`);
  const { id } = await makeStatement({ wording, sourceId: source.id, capturedById: reporter.id });
  await db.anchor.updateMany({ where: { statementId: id }, data: { explanation: "As it was heard." } });
  await takeReview(reviewer, await at(id));
  await assessSourcing(reviewer, { ...SOURCING, ...(await at(id)) });
  for (const [axis, value] of [
    ["said", "confirmed"],
    ["faithful", "exact"],
    ["in_context", "complete"],
  ] as const) {
    await giveVerdict(reviewer, {
      ...(await at(id)),
      ...{ axis, value, reasons: "Heard on the recording." },
      evidence: [{ title: "The recording", address: "https://example.org/tape" }],
    });
  }
  await tickChecklist(reviewer, { ...(await at(id)), checks: ALL_DONE });
  await submitForApproval(reviewer, await at(id));
  await approve(editor, await at(id));
  await publish(editor, await at(id));
  return id;
}

const proposing = async (id: string, changes: object, more: object = {}) =>
  proposeCorrection(editor, { ...(await at(id)), kind: "correction", note: NOTE, changes, ...more });

const holdsAll = async (actor: Actor, id: string) => {
  const waiting = await db.$transaction((tx) => findWaitingCorrection(tx, id));
  const answers = (waiting?.questions ?? [])
    .filter(({ answer }) => answer === null)
    .map(({ subject }) => ({ subject, outcome: "holds" as const, reason: "It holds of these words too." }));
  return judgeAgain(actor, { ...(await at(id)), answers });
};

const rulesOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Refused)) throw new Error(`expected a refusal, got ${String(error)}`);
  return error.refusals.map(({ rule }) => rule);
};

const standing = (id: string) => db.statement.findUniqueOrThrow({ where: { id } });

describe("a correction", () => {
  it("to what the source prints by now stands in its new edition, exactly", async () => {
    const id = await published();
    const { sourceId, wording } = await standing(id);
    const { text } = await db.edition.findFirstOrThrow({ where: { sourceId } });
    const now = wording.replace(/\p{L}+/u, "Certainly");
    await recordReading(reporter, { sourceId, text: text.replace(wording, now) });
    // nothing has to be explained: the source prints these words
    await proposing(id, { wording: now });
    expect(await standing(id)).toMatchObject({ wording, state: "published" });
    await holdsAll(reviewer, id);
    const second = await makeUser("editor");
    await confirmCorrection(second, await at(id));
    expect(await standing(id)).toMatchObject({ wording: now, publishedVersion: 2 });
    const newest = await db.anchor.findFirstOrThrow({
      where: { statementId: id },
      orderBy: { edition: { number: "desc" } },
      include: { edition: { select: { number: true } } },
    });
    expect(newest).toMatchObject({ state: "exact", exact: now, edition: { number: 2 } });
    expect(await db.sighting.findFirst({ where: { statementId: id } })).toMatchObject({
      settlement: "taken",
    });
  });

  it("waits for another editor, with all that was judged of the former words", async () => {
    const id = await published();
    const { slug } = await takePosition(reviewer, {
      ...{ statementId: id, stance: "denies", proposition: `They agreed to it, ${id}.` },
    });
    const other = await makeStatement();
    const tie = await relateStatements(reviewer, {
      ...{ type: "contradicts", fromId: id, toId: other.id },
      ...{ rationale: "One agrees and the other does not.", comparability: "The same plan." },
    });
    await proposing(id, { wording: "We will perhaps agree to it" });
    expect(await standing(id)).toMatchObject({ wording: WORDING, publishedVersion: 1 });
    expect((await rulesOf(confirmCorrection(editor, await at(id)))).includes("independence")).toBe(true);
    const waiting = await db.$transaction((tx) => findWaitingCorrection(tx, id));
    expect(waiting?.questions.map(({ subject }) => subject)).toEqual([
      ...["verdict:said", "verdict:faithful", "verdict:in_context", `relation:${tie.publicId}`],
      ...[`position:${slug}`, "check:words_match", "check:context_fair"],
    ]);
    expect(await rulesOf(confirmCorrection(second, await at(id)))).toEqual(
      Array(7).fill("correction.judged_again"),
    );

    await judgeAgain(reviewer, {
      ...(await at(id)),
      answers: [
        {
          subject: "verdict:faithful",
          outcome: "anew",
          reason: "A word fell.",
          verdict: { value: "cosmetic" },
        },
        { subject: `relation:${tie.publicId}`, outcome: "falls", reason: "Perhaps is no denial at all." },
        { subject: `position:${slug}`, outcome: "anew", stance: "doubts", reason: "Perhaps is a doubt." },
      ],
    });
    await holdsAll(reviewer, id);
    const moved = await confirmCorrection(second, await at(id));
    expect(moved.state).toBe("published");
    expect(await standing(id)).toMatchObject({ wording: "We will perhaps agree to it", publishedVersion: 2 });
    const versions = await db.statementVersion.findMany({
      where: { statementId: id },
      orderBy: { number: "asc" },
    });
    expect(versions.map(({ wording }) => wording)).toEqual([WORDING, "We will perhaps agree to it"]);
    expect(await db.correction.findMany({ where: { statementId: id } })).toMatchObject([
      { versionNumber: 2, kind: "correction", note: NOTE, givenById: editor.id },
    ]);
    const verdicts = await latestVerdicts(editor, id);
    expect(
      verdicts.map(({ axis, value, givenById, evidence }) => [axis, value, givenById, evidence.length]),
    ).toEqual(
      expect.arrayContaining([
        ["said", "confirmed", reviewer.id, 1],
        ["faithful", "cosmetic", reviewer.id, 1],
        ["in_context", "complete", reviewer.id, 1],
      ]),
    );
    expect(await db.verdict.count({ where: { statementId: id } })).toBe(6);
    expect(await db.relation.findUnique({ where: { publicId: tie.publicId } })).toMatchObject({
      state: "rejected",
    });
    expect(await db.position.findFirst({ where: { statementId: id, supersededAt: null } })).toMatchObject({
      stance: "doubts",
    });
    expect(await db.anchor.findFirst({ where: { statementId: id } })).toMatchObject({
      state: "exact",
      exact: "We will perhaps agree to it",
    });
  });

  it("is confirmed by nobody who had a hand in it", async () => {
    const id = await published();
    await proposing(id, { context: "On the plan of the mediators." });
    await holdsAll(second, id);
    const third = await makeUser("editor");
    expect(await rulesOf(confirmCorrection(second, await at(id)))).toEqual(["independence"]);
    expect(await rulesOf(confirmCorrection(editor, await at(id)))).toEqual(["independence"]);
    await confirmCorrection(third, await at(id));
    expect(await standing(id)).toMatchObject({ context: "On the plan of the mediators." });
    // what was judged before the new version is no hand in the next one
    await proposing(id, { place: "Istanbul" });
    await holdsAll(reviewer, id);
    await expect(confirmCorrection(second, await at(id))).resolves.toMatchObject({ state: "published" });
  });

  it("refuses words that are not in the source, unless the difference is explained anew", async () => {
    const id = await published();
    const invented = { wording: "We shall burn the treaty tomorrow" };
    expect(await rulesOf(proposing(id, invented))).toEqual(["anchor.explained"]);
    expect(await db.correctionProposal.count({ where: { statementId: id } })).toBe(0);
    await proposing(id, invented, { explanation: "The outlet’s recording has it; its text does not." });
    await holdsAll(reviewer, id);
    await confirmCorrection(second, await at(id));
    expect(await db.anchor.findFirst({ where: { statementId: id } })).toMatchObject({
      state: "lost",
      explanation: "The outlet’s recording has it; its text does not.",
    });
  });

  it("mends every field, and what is not changed stays", async () => {
    const id = await published();
    const speaker = await makeSpeaker();
    const changes = {
      ...{
        form: "mixed",
        isDenial: true,
        speakerId: speaker.id,
        attribution: "its spokesman",
        cue: "warned",
      },
      ...{
        roleThen: "Spokesman",
        saidOn: "2025-10",
        saidOnNote: "this month",
        place: "Kabul",
        event: "a rally",
      },
      ...{
        addressee: "Al Jazeera",
        context: "On the plan.",
        language: "en-GB",
        originalWording: "نه",
        originalLanguage: "ps",
      },
      translatedBy: "A. Noor",
    } as const;
    await proposing(id, changes);
    await holdsAll(reviewer, id);
    await confirmCorrection(second, await at(id));
    const { saidOn, ...rest } = changes;
    expect(await standing(id)).toMatchObject({
      ...rest,
      saidOn: new Date("2025-10-01T00:00:00Z"),
      saidOnPrecision: "month",
      occurredAt: new Date("2025-10-01T00:00:00Z"),
      wording: WORDING,
    });
    await proposing(id, {
      originalWording: "",
      originalLanguage: "",
      translatedBy: "",
      saidOn: "",
      speakerId: null,
    });
    await holdsAll(reviewer, id);
    await confirmCorrection(second, await at(id));
    expect(await standing(id)).toMatchObject({
      originalWording: null,
      saidOn: null,
      speakerId: null,
      place: "Kabul",
    });
  });

  it("changes verdicts on all four axes and the sourcing, and takes truth back", async () => {
    const id = await published();
    const anew = (axis: string, verdict: object) => ({
      ...{ subject: `verdict:${axis}`, outcome: "anew" as const, reason: "The speaker has denied it since." },
      verdict,
    });
    const change = { kind: "verdict_change", answers: [anew("said", { value: "denied" })] };
    expect(await rulesOf(proposing(id, { place: "Kabul" }, change))).toEqual(["correction.kind"]);
    expect(await rulesOf(proposing(id, {}, { ...change, kind: "correction" }))).toEqual(["correction.kind"]);
    const scale = await db.scaleLabel.findFirstOrThrow({ include: { scale: true } });
    const truth = anew("true", { value: scale.key, scaleKey: scale.scale.key });
    const sourcing = {
      ...{ subject: "sourcing", outcome: "anew" as const, reason: "A second tape was found." },
      sourcing: { ...SOURCING, reliability: "A" },
    };
    await proposing(id, {}, { ...change, answers: [...change.answers, truth, sourcing] });
    await confirmCorrection(second, await at(id));
    const values = async () =>
      Object.fromEntries((await latestVerdicts(editor, id)).map(({ axis, value }) => [axis, value]));
    expect(await values()).toEqual({
      said: "denied",
      faithful: "exact",
      in_context: "complete",
      true: scale.key,
    });
    expect(await latestSourcing(editor, id)).toMatchObject({ reliability: "A", assessedById: editor.id });
    const falls = { subject: "verdict:true", outcome: "falls" as const, reason: "It cannot be checked." };
    await proposing(id, {}, { kind: "verdict_change", answers: [falls] });
    await confirmCorrection(second, await at(id));
    expect(await values()).toEqual({ said: "denied", faithful: "exact", in_context: "complete" });
  });

  it("refuses a change that the policy forbids, when it is proposed and when it is confirmed", async () => {
    const id = await published();
    const answers = [
      {
        ...{ subject: "sourcing", outcome: "anew" as const, reason: "The terms were others." },
        sourcing: { ...SOURCING, attributionTerms: "off_record" },
      },
    ];
    expect(await rulesOf(proposing(id, {}, { answers }))).toEqual(["policy.off_record"]);
    await proposing(id, { place: "Kabul" });
    await holdsAll(reviewer, id);
    await db.reviewCheck.updateMany({
      where: { review: { statementId: id }, item: "speaker_contacted" },
      data: { isDone: false },
    });
    expect(await rulesOf(confirmCorrection(second, await at(id)))).toEqual(["checklist.complete"]);
    expect(await standing(id)).toMatchObject({ publishedVersion: 1, place: "" });
  });

  it("is one at a time, told when stale, and withdrawn with a reason", async () => {
    const id = await published();
    const stale = await at(id);
    await proposing(id, { place: "Kabul" });
    expect(await rulesOf(proposing(id, { place: "Herat" }))).toEqual(["correction.waits"]);
    await expect(
      proposeCorrection(second, { ...stale, kind: "correction", note: NOTE, changes: { place: "Herat" } }),
    ).rejects.toBeInstanceOf(Conflict);
    expect(await rulesOf(withdrawCorrection(second, await at(id)))).toEqual(["correction.reason"]);
    await withdrawCorrection(second, { ...(await at(id)), words: "The place was right." });
    expect(await db.correctionProposal.findFirst({ where: { statementId: id } })).toMatchObject({
      withdrawnById: second.id,
      withdrawnReason: "The place was right.",
    });
    expect(await rulesOf(confirmCorrection(second, await at(id)))).toEqual(["correction.proposed"]);
    await expect(proposing(id, { place: "Herat" })).resolves.toMatchObject({ isDone: false });
  });

  it("is not confirmed by who first proposed it and withdrew it, whoever proposes it then", async () => {
    const id = await published();
    const withdrawn = async (who: Actor) =>
      withdrawCorrection(who, { ...(await at(id)), words: "Not like this." });
    const propose = async (who: Actor, changes: object) =>
      proposeCorrection(who, { ...(await at(id)), kind: "correction", note: NOTE, changes });
    await propose(editor, { place: "Herat", event: "" });
    await withdrawn(editor);
    await propose(second, { place: "Herat", event: "A meeting" });
    await holdsAll(reviewer, id);
    expect(await rulesOf(confirmCorrection(editor, await at(id)))).toEqual(["independence"]);
    // one of them is the second when the words are the other's alone
    await withdrawn(second);
    await propose(editor, { place: "Herat" });
    await holdsAll(reviewer, id);
    await confirmCorrection(second, await at(id));
    expect(await standing(id)).toMatchObject({ place: "Herat", publishedVersion: 2 });
    // a later version begins anew
    await propose(second, { place: "Kabul" });
    await holdsAll(reviewer, id);
    await confirmCorrection(editor, await at(id));
  });

  it("is not confirmed with words that were sealed since it was proposed", async () => {
    const id = await published();
    const { sourceId } = await standing(id);
    const told = "They shot the prisoners at the bridge that very night.";
    await proposing(id, { place: "Kabul" }, { note: told });
    await holdsAll(reviewer, id);
    const sealed = await makeStatement({ wording: told, sourceId });
    await db.sourcingAssessment.create({
      data: {
        ...{ statementId: sealed.id, assessedById: reviewer.id, assessedAt: new Date(0) },
        ...{ attributionTerms: "off_record", sourceIdentity: "named_person", channel: "speech" },
        ...{ proximity: "first_hand", origin: "original_reporting" },
      },
    });
    expect(await rulesOf(confirmCorrection(second, await at(id)))).toEqual(["policy.repeats_sealed"]);
  });

  it("is not confirmed by who first judged so for it before it was withdrawn", async () => {
    const id = await published();
    const anew = { subject: "verdict:said", outcome: "anew" as const, verdict: { value: "denied" } };
    const propose = async (who: Actor, reason: string) =>
      proposeCorrection(who, {
        ...{ ...(await at(id)), kind: "verdict_change", note: NOTE, changes: {} },
        answers: [{ ...anew, reason }],
      });
    await propose(editor, "He denies it now.");
    await withdrawCorrection(editor, { ...(await at(id)), words: "Not like this." });
    await propose(second, "He says so in a letter.");
    expect(await rulesOf(confirmCorrection(editor, await at(id)))).toEqual(["independence"]);
  });

  it("says in the log what it would change", async () => {
    const id = await published();
    const { id: speakerId, name } = await makeSpeaker();
    await proposing(id, { place: "Herat", speakerId });
    const { before, after } = await db.auditEntry.findFirstOrThrow({
      where: { subjectId: id, action: "review.propose_correction" },
    });
    expect(JSON.parse(before ?? "")).toMatchObject({ fields: { place: "", speaker: expect.any(String) } });
    expect(JSON.parse(after ?? "")).toMatchObject({
      ...{ kind: "correction", fields: { place: "Herat", speaker: name } },
    });
  });

  it("names whom a speaker was found to be since the form was opened", async () => {
    const id = await published();
    const [from, into] = [await makeSpeaker(), await makeSpeaker()];
    await mergeSpeakers(editor, {
      ...{ fromId: from.id, intoId: into.id, version: 1, showsName: true, reason: "One man." },
    });
    await proposing(id, { speakerId: from.id });
    await holdsAll(reviewer, id);
    await confirmCorrection(second, await at(id));
    expect((await standing(id)).speakerId).toBe(into.id);
  });

  it("is not confirmed when the speaker it names is another by now, of whom nobody reads", async () => {
    const id = await published();
    const named = await makeSpeaker("Abdul Wardak");
    await proposing(id, { speakerId: named.id });
    await holdsAll(reviewer, id);
    const { version } = await db.speaker.findUniqueOrThrow({ where: { id: named.id } });
    const fields = { id: named.id, kind: "person" as const, description: "" };
    // whoever it was: a save that changes nothing is none
    await editSpeaker(reporter, { ...fields, version, name: "Abdul Wardak" });
    await editSpeaker(second, { ...fields, version: version + 1, name: "Khalid Zadran" });
    for (const one of [second, await makeUser("editor")])
      expect(await rulesOf(confirmCorrection(one, await at(id)))).toEqual(["correction.unchanged"]);
    await withdrawCorrection(editor, { ...(await at(id)), words: "It is somebody else." });
    await proposing(id, { speakerId: named.id });
    await holdsAll(reviewer, id);
    await confirmCorrection(second, await at(id));
    expect(await standing(id)).toMatchObject({ speakerId: named.id, publishedVersion: 2 });
  });

  it("asks again for what was judged anew after it was answered", async () => {
    const id = await published();
    await proposing(id, { place: "Kabul" });
    await holdsAll(reviewer, id);
    const tie = await relateStatements(reviewer, {
      ...{ type: "contradicts", fromId: id, toId: (await makeStatement()).id },
      ...{ rationale: "One agrees and the other does not.", comparability: "The same plan." },
    });
    expect(await rulesOf(confirmCorrection(second, await at(id)))).toEqual(["correction.judged_again"]);
    await judgeAgain(reviewer, {
      ...(await at(id)),
      answers: [{ subject: `relation:${tie.publicId}`, outcome: "holds", reason: "The place is the same." }],
    });
    await confirmCorrection(second, await at(id));
  });

  it.each([
    ["nothing", {}],
    ["what stands already", { wording: WORDING, place: "" }],
  ])("is not of %s", async (_, changes) => {
    expect(await rulesOf(proposing(await published(), changes))).toEqual(["correction.kind"]);
  });
});

describe("a typing error", () => {
  it("takes one editor when the words stand in the source", async () => {
    const id = await published("The goverment refused the plan", "", "The government refused the plan");
    const moved = await proposing(id, { wording: "The government refused the plan" }, { kind: "typo" });
    expect(moved.isDone).toBe(true);
    expect(await standing(id)).toMatchObject({
      publishedVersion: 2,
      wording: "The government refused the plan",
    });
    const { publicId } = await standing(id);
    expect((await noticesOf(VISITOR, [publicId])).get(publicId)).toMatchObject({
      retraction: null,
      corrections: [{ version: 2, kind: "typo", note: NOTE }],
    });
  });

  it("takes two when they do not, and other words are none", async () => {
    const id = await published(
      ...(["The goverment refused the plan", "The government met", "They all refused the plan"] as const),
    );
    const moved = await proposing(
      id,
      { wording: "The government refused the plan" },
      { kind: "typo", explanation: "The outlet misprinted it." },
    );
    expect(moved.isDone).toBe(false);
    const other = await published();
    expect(await rulesOf(proposing(other, { wording: "We will now agree to it" }, { kind: "typo" }))).toEqual(
      ["correction.kind"],
    );
  });
});

describe("a typing error in the words", () => {
  it.each([
    [
      "that the source prints so",
      "The goverment refused",
      "The goverment refused the plan; the government met",
    ],
    ["whose right spelling nobody knows", "The goverment refused", "They refused the plan"],
    ["that is a word of its own", "They held a trial there", "They followed a trail there, not a trial"],
  ])("is none %s", async (_, wording, printed) => {
    const id = await published(wording, "", printed);
    const now = wording.replace("goverment", "government").replace("trial", "trail");
    const proposed = proposing(id, { wording: now }, { kind: "typo", explanation: "Heard so." });
    expect(await rulesOf(proposed)).toEqual(["correction.kind"]);
  });
});

describe("what is wrong with a proposal", () => {
  const fieldsOf = (work: Promise<unknown>) =>
    work.then(
      () => [],
      (error: Refused) => error.refusals.map(({ field }) => field),
    );

  it("is told at the field of the answer", async () => {
    const id = await published();
    const sourcing = { ...SOURCING, interest: ["none_declared", "employer"], sensitivity: [] };
    const answers = [
      { subject: "verdict:said", outcome: "anew" as const, reason: "Heard again.", verdict: { value: "no" } },
      { subject: "sourcing", outcome: "anew" as const, reason: "Assessed again.", sourcing },
    ];
    const changes = { context: "Another context altogether." };
    expect(await fieldsOf(proposing(id, changes, { answers }))).toEqual(["answers.0.verdict.value"]);
    expect(await fieldsOf(proposing(id, changes, { answers: answers.slice(1) }))).toEqual([
      "answers.0.sourcing.interest",
    ]);
    expect(fieldOfCorrection("answers.1.sourcing.interest", ["verdict:said", "sourcing"])).toBe(
      "sourcing.interest",
    );
  });

  it("is told at what mends a guard that would not be met", async () => {
    const id = await published();
    expect(await fieldsOf(proposing(id, { wording: "Words that nobody printed" }))).toEqual(["explanation"]);
    const anonymous = { ...SOURCING, sourceIdentity: "anonymous_bare", sensitivity: [] };
    const answers = [
      { subject: "sourcing", outcome: "anew" as const, reason: "Assessed again.", sourcing: anonymous },
    ];
    const fields = await fieldsOf(proposing(id, { context: "Another context." }, { answers }));
    expect(fields.length).toBeGreaterThan(0);
    expect(new Set(fields)).toEqual(new Set(["sourcing.sourceIdentity"]));
  });
});

describe("a retraction", () => {
  it("takes two editors", async () => {
    const id = await published();
    expect(await rulesOf(confirmRetraction(editor, await at(id)))).toEqual(["retraction.proposed"]);
    await proposeRetraction(editor, { ...(await at(id)), words: "It was never said." });
    expect(await rulesOf(confirmRetraction(editor, await at(id)))).toEqual(["independence"]);
    await confirmRetraction(second, await at(id));
    expect(await standing(id)).toMatchObject({ state: "retracted", publishedVersion: 1 });
  });

  it.each([["its proposer"], ["the other editor"]])(
    "is withdrawn by %s before it is confirmed",
    async (who) => {
      const id = await published();
      await proposeRetraction(editor, { ...(await at(id)), words: "It was never said." });
      const by = who === "its proposer" ? editor : second;
      await withdrawRetraction(by, { ...(await at(id)), words: "The tape was found." });
      expect(await rulesOf(confirmRetraction(second, await at(id)))).toEqual(["retraction.proposed"]);
      expect(await db.retraction.findFirst({ where: { statementId: id } })).toMatchObject({
        withdrawnById: by.id,
        withdrawnReason: "The tape was found.",
      });
      const { publicId } = await standing(id);
      expect((await noticesOf(editor, [publicId])).get(publicId)?.retraction).toBeNull();
    },
  );
});

it("stands in the second editor's queue, and not in the first one's", async () => {
  const [first, other] = [await makeUser("editor"), await makeUser("editor")];
  const id = await published();
  await proposeRetraction(first, { ...(await at(id)), words: "It was never said." });
  const corrected = await published();
  await proposeCorrection(first, {
    ...(await at(corrected)),
    kind: "correction",
    note: NOTE,
    changes: { place: "Kabul" },
  });
  const listed = async (actor: Actor) =>
    (await listQueue(actor, "to_confirm", { take: 200 })).items.map((row) => row.id);
  expect(await listed(other)).toEqual(expect.arrayContaining([id, corrected]));
  expect(await listed(first)).not.toContain(id);
  expect(await listed(first)).not.toContain(corrected);
  expect((await countQueue(other)).views.to_confirm).toBe((await listed(other)).length);
  // and says what waits, by whom
  const { items } = await listQueue(other, "to_confirm", { take: 200 });
  const waitingOf = (statementId: string) => items.find((row) => row.id === statementId)?.waiting;
  expect(waitingOf(id)).toEqual([{ what: "retraction", by: first.name, at: expect.any(Date) }]);
  expect(waitingOf(corrected)).toEqual([{ what: "correction", by: first.name, at: expect.any(Date) }]);
});

it("is in the queue of nobody who may not confirm it, whatever made it so", async () => {
  const [first, other] = [await makeUser("editor"), await makeUser("editor")];
  const isListed = async (actor: Actor, id: string) =>
    (await listQueue(actor, "to_confirm", { take: 200 })).items.some((row) => row.id === id);
  const propose = async (who: Actor, id: string) =>
    proposeCorrection(who, {
      ...{ ...(await at(id)), kind: "correction" as const, note: NOTE, changes: { place: "Kabul" } },
    });
  const words = "It was never said.";
  // who first proposed the same value
  const worded = await published();
  await propose(first, worded);
  await withdrawCorrection(first, { ...(await at(worded)), words: "Not like this." });
  await propose(other, worded);
  // who first gave the same reason
  const retracted = await published();
  await proposeRetraction(first, { ...(await at(retracted)), words });
  await withdrawRetraction(first, { ...(await at(retracted)), words: "The tape was found." });
  await proposeRetraction(other, { ...(await at(retracted)), words });
  // who judged again for it, and who related the version at hand
  const judged = await published();
  await propose(other, judged);
  await judgeAgain(first, {
    ...(await at(judged)),
    answers: [{ subject: "verdict:said", outcome: "holds", reason: "It is on tape." }],
  });
  const related = await published();
  await propose(other, related);
  await relateStatements(first, {
    ...{ fromId: related, toId: await published(), type: "updates", rationale: "It gives a newer figure." },
    comparability: "The same figure of the same place.",
    publicNote: "A newer figure was found by us.",
  });
  for (const id of [worded, retracted, judged, related]) {
    expect(await isListed(first, id)).toBe(false);
    const confirm = id === retracted ? confirmRetraction : confirmCorrection;
    expect(await rulesOf(confirm(first, await at(id)))).toContain("independence");
  }
  // of two things that wait, one may be theirs to confirm
  await proposeRetraction(other, { ...(await at(worded)), words });
  expect(await isListed(first, worded)).toBe(true);
  // what was done to a version before is no hand in the next
  expect(await isListed(editor, judged)).toBe(true);
  expect((await countQueue(first)).views.to_confirm).toBe(
    (await listQueue(first, "to_confirm", { take: 200 })).items.length,
  );
});

describe("what was withdrawn", () => {
  it("is offered to be proposed again, with what its proposer wrote and nobody else's answers", async () => {
    const id = await published();
    await proposeCorrection(editor, {
      ...{ ...(await at(id)), kind: "correction", note: NOTE, changes: { place: "Herat", isDenial: true } },
      answers: [
        { subject: "verdict:true", outcome: "anew", reason: "The count.", verdict: { value: "narrative" } },
      ],
    });
    await judgeAgain(reviewer, {
      ...(await at(id)),
      answers: [
        { subject: "verdict:said", outcome: "anew", reason: "Not mine.", verdict: { value: "denied" } },
      ],
    });
    expect(await listWithdrawnCorrections(editor, id)).toEqual([]);
    await withdrawCorrection(second, { ...(await at(id)), words: "Not like this." });
    const [offered, ...others] = await listWithdrawnCorrections(second, id);
    expect(others).toEqual([]);
    expect(offered).toMatchObject({
      ...{ kind: "correction", note: NOTE, why: "Not like this.", by: editor.name, sourcing: null },
      changes: { place: "Herat", isDenial: true },
      verdict: { value: "true:narrative", reasons: "The count." },
    });
    await expect(listWithdrawnCorrections(reviewer, id)).rejects.toBeInstanceOf(Forbidden);
    // a proposal on a former version is none on this one
    await proposing(id, { place: "Kabul" });
    await holdsAll(reviewer, id);
    await confirmCorrection(second, await at(id));
    expect(await listWithdrawnCorrections(editor, id)).toEqual([]);
  });

  it("gives the reason of a retraction back", async () => {
    const id = await published();
    await proposeRetraction(editor, { ...(await at(id)), words: "It was never said." });
    await withdrawRetraction(second, { ...(await at(id)), words: "The tape was found." });
    expect(await listWithdrawnRetractions(editor, id)).toMatchObject([
      { reason: "It was never said.", why: "The tape was found.", by: editor.name },
    ]);
    await expect(listWithdrawnRetractions(reviewer, id)).rejects.toBeInstanceOf(Forbidden);
  });

  it.each([
    ["said:denied", { subject: "verdict:said", outcome: "anew", given: `{"value":"denied","scaleKey":""}` }],
    [
      "true:four_way/untrue",
      { subject: "verdict:true", outcome: "anew", given: `{"value":"untrue","scaleKey":"four_way"}` },
    ],
    ["true:not_judged", { subject: "verdict:true", outcome: "falls", given: "{}" }],
  ])("writes a verdict as the form has it: %s", (typed, answer) => expect(verdictTyped(answer)).toBe(typed));
});

describe("permission", () => {
  const words = "A reason that is long enough.";
  type Mutate = (actor: Actor, where: { statementId: string; version: number }) => Promise<unknown>;
  const MUTATIONS: readonly [string, Action, Mutate][] = [
    [
      "proposeCorrection",
      "statement:correct",
      (actor, where) =>
        proposeCorrection(actor, { ...where, kind: "correction", note: words, changes: { place: "x" } }),
    ],
    [
      "judgeAgain",
      "verdict:give",
      (actor, where) =>
        judgeAgain(actor, {
          ...where,
          answers: [{ subject: "verdict:said", outcome: "holds", reason: words }],
        }),
    ],
    ["confirmCorrection", "statement:correct", (actor, where) => confirmCorrection(actor, where)],
    [
      "withdrawCorrection",
      "statement:correct",
      (actor, where) => withdrawCorrection(actor, { ...where, words }),
    ],
    [
      "proposeRetraction",
      "statement:retract",
      (actor, where) => proposeRetraction(actor, { ...where, words }),
    ],
    ["confirmRetraction", "statement:retract", (actor, where) => confirmRetraction(actor, where)],
    [
      "withdrawRetraction",
      "statement:retract",
      (actor, where) => withdrawRetraction(actor, { ...where, words }),
    ],
  ];
  it.each(MUTATIONS)("%s asks for %s", async (_, action, mutate) => {
    const { id, version } = await makeStatement({ state: "published" });
    for (const actor of [
      VISITOR,
      SYSTEM,
      ...ROLES.map((role) => ({ id: reviewer.id, name: "Somebody", role })),
    ]) {
      const outcome = await mutate(actor, { statementId: id, version }).then(
        () => "done",
        (error: unknown) => error,
      );
      if (can(actor, action)) expect(outcome).not.toBeInstanceOf(Forbidden);
      else expect(outcome).toBeInstanceOf(Forbidden);
    }
  });
});

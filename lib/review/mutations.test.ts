import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { type Action, type Actor, can, ROLES, SYSTEM, VISITOR } from "@/lib/auth";
import { takePosition } from "@/lib/claims/server";
import { confirmRetraction, proposeRetraction } from "@/lib/corrections/server";
import { db } from "@/lib/db/server";
import { Conflict, Forbidden, NotFound, Refused } from "@/lib/errors";
import { CHECKLIST } from "@/lib/publication";
import { relateStatements } from "@/lib/relations/server";
import { editSource } from "@/lib/sources/server";
import { assessSourcing } from "@/lib/sourcing/server";
import type { SpeakerKind } from "@/lib/speakers";
import { addAlias, editSpeaker, recordAffiliation } from "@/lib/speakers/server";
import { editStatement } from "@/lib/statements/server";
import { createStory, editStory } from "@/lib/stories/server";
import { ensureScales, giveVerdict } from "@/lib/verdicts/server";
import { makeSource, makeSpeaker, makeStatement, makeUser } from "@/prisma/factories";
import {
  approve,
  assignReview,
  blockersOf,
  comment,
  decline,
  findReviewersByWords,
  getReviewerByWords,
  listHappened,
  publish,
  requestChanges,
  resolveComment,
  submitForApproval,
  takeReview,
  tickChecklist,
} from "./server";

const ALL_DONE = Object.fromEntries(CHECKLIST.map(({ key }) => [key, { isDone: true, note: "" }]));

const SOURCING = {
  attributionTerms: "on_record",
  sourceIdentity: "named_person",
  channel: "speech",
  proximity: "first_hand",
  origin: "original_reporting",
  wordingBasis: ["recording"],
  interest: ["none_declared"],
  reliability: "B",
  credibility: "2",
} as const;

let reporter: Actor;
let reviewer: Actor;
let editor: Actor;
let secondEditor: Actor;

beforeAll(async () => {
  await ensureScales();
  reporter = await makeUser("reporter");
  reviewer = await makeUser("reviewer");
  editor = await makeUser("editor");
  secondEditor = await makeUser("editor", "A second editor");
});

const captured = (parts: Parameters<typeof makeStatement>[0] = {}) =>
  makeStatement({ capturedById: reporter.id, ...parts });

const versionOf = async (id: string) => (await db.statement.findUniqueOrThrow({ where: { id } })).version;
const move = async (id: string) => ({ statementId: id, version: await versionOf(id) });

const GIVEN = {
  ...SOURCING,
  wordingBasis: ["recording" as const],
  interest: ["none_declared" as const],
};

async function assessed(sourcing: Partial<Parameters<typeof assessSourcing>[1]> = {}) {
  const { id } = await captured();
  await takeReview(reviewer, await move(id));
  await judgeAll(id, sourcing);
  return id;
}

async function judgeAll(id: string, sourcing = {}) {
  await assessSourcing(reviewer, { ...GIVEN, ...(await move(id)), ...sourcing });
  for (const [axis, value] of [
    ["said", "confirmed"],
    ["faithful", "exact"],
    ["in_context", "complete"],
  ] as const) {
    await giveVerdict(reviewer, { ...(await move(id)), axis, value, reasons: "Heard on the recording." });
  }
  await tickChecklist(reviewer, { ...(await move(id)), checks: ALL_DONE });
}

async function submitted(sourcing = {}) {
  const id = await assessed(sourcing);
  await submitForApproval(reviewer, await move(id));
  return id;
}

async function published() {
  const id = await submitted();
  await approve(editor, await move(id));
  await publish(editor, await move(id));
  return id;
}

async function setBeside(id: string) {
  const [speaker, { slug }] = [
    await makeSpeaker(),
    await createStory(reviewer, { title: `A story ${randomUUID()}` }),
  ];
  const data = { speaker: { connect: { id: speaker.id } }, story: { connect: { slug } } };
  await db.statement.update({ where: { id }, data });
}

type Approved = Awaited<ReturnType<typeof approved>>;

async function approved(id: string) {
  const { speaker, source, story } = await db.statement.findUniqueOrThrow({
    where: { id },
    include: { speaker: true, source: true, story: true },
  });
  if (!speaker) throw new Error("nobody said it");
  return { speaker, source, story: { slug: story?.slug ?? "", version: story?.version ?? 0 } };
}

const rulesOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Refused)) throw new Error(`expected a refusal, got ${String(error)}`);
  return error.refusals.map(({ rule }) => rule);
};

describe("from capture to publication", () => {
  it("goes the whole way and leaves a record of each step", async () => {
    const id = await published();
    const statement = await db.statement.findUniqueOrThrow({ where: { id }, include: { versions: true } });
    expect(statement).toMatchObject({ state: "published", publishedVersion: 1 });
    expect(statement.publishedAt).not.toBeNull();
    expect(statement.versions).toMatchObject([
      { number: 1, wording: statement.wording, publishedById: editor.id },
    ]);
    expect(JSON.parse(statement.versions[0]?.snapshot ?? "{}")).toMatchObject({
      publicId: statement.publicId,
      verdicts: expect.arrayContaining([expect.objectContaining({ axis: "said", value: "confirmed" })]),
    });
    const steps = await db.reviewTransition.findMany({
      where: { review: { statementId: id } },
      orderBy: { id: "asc" },
    });
    expect(steps.map(({ toState }) => toState)).toEqual(["in_review", "submitted", "approved", "published"]);
  });

  it("lists every guard that is not met at once", async () => {
    const { id } = await captured();
    await takeReview(reviewer, await move(id));
    const rules = await rulesOf(submitForApproval(reviewer, await move(id)));
    expect(rules).toEqual([
      "sourcing.given",
      "verdict.said",
      "verdict.faithful",
      "verdict.in_context",
      "checklist.complete",
    ]);
    expect((await blockersOf(reviewer, id)).map(({ rule }) => rule)).toEqual(rules);
  });

  it("lets only the assignee submit", async () => {
    const id = await assessed();
    expect(await rulesOf(submitForApproval(secondEditor, await move(id)))).toEqual(["review.assignee"]);
  });

  it("asks for an explanation where the anchor is not exact", async () => {
    const id = await assessed();
    await db.anchor.updateMany({ where: { statementId: id }, data: { state: "changed" } });
    expect(await rulesOf(submitForApproval(reviewer, await move(id)))).toEqual(["anchor.explained"]);
    await db.anchor.updateMany({
      where: { statementId: id },
      data: { explanation: "The outlet fixed a comma." },
    });
    await expect(submitForApproval(reviewer, await move(id))).resolves.toMatchObject({ state: "submitted" });
  });

  it("returns with a comment that must be resolved before approval", async () => {
    const id = await submitted();
    expect(await rulesOf(requestChanges(editor, { ...(await move(id)), words: "  " }))).toEqual([
      "review.comment",
    ]);
    await requestChanges(editor, { ...(await move(id)), words: "Which day was it?" });
    await takeReview(reviewer, await move(id));
    await submitForApproval(reviewer, await move(id));
    expect(await rulesOf(approve(editor, await move(id)))).toEqual(["comments.resolved"]);
    const { id: commentId } = await db.reviewComment.findFirstOrThrow({
      where: { review: { statementId: id } },
    });
    await resolveComment(reviewer, { commentId });
    await expect(approve(editor, await move(id))).resolves.toMatchObject({ state: "approved" });
  });

  it("keeps the author and the reviewer from approving", async () => {
    const { id: own } = await captured({ capturedById: editor.id });
    await db.statement.update({ where: { id: own }, data: { state: "submitted" } });
    expect(await rulesOf(approve(editor, await move(own)))).toEqual(["independence"]);

    const { id } = await captured();
    await takeReview(editor, await move(id));
    await db.statement.update({ where: { id }, data: { state: "submitted" } });
    await db.review.update({ where: { statementId: id }, data: { submittedById: editor.id } });
    expect(await rulesOf(approve(editor, await move(id)))).toEqual(["independence"]);
  });

  it.each([
    ["policy.off_record", { attributionTerms: "off_record" as const }],
    ["policy.embargo", { sensitivity: ["embargoed" as const], embargoedUntil: "2999-01-01T00:00Z" }],
    ["policy.anonymous_source", { sourceIdentity: "official_unnamed" as const }],
  ])("refuses approval by %s", async (rule, sourcing) => {
    const id = await submitted(sourcing);
    expect(await rulesOf(approve(editor, await move(id)))).toEqual([rule]);
  });

  it("keeps from approval whoever worded, related, positioned, judged or checked it, once or long ago", async () => {
    const other = await makeStatement();
    const acts: readonly ((id: string) => Promise<unknown>)[] = [
      async (id) => editStatement(editor, { id, version: await versionOf(id), place: "Kabul" }),
      async (id) => assessSourcing(editor, { ...(await move(id)), ...GIVEN }),
      async (id) =>
        giveVerdict(editor, { ...(await move(id)), axis: "said", value: "denied", reasons: "He says so." }),
      async (id) => tickChecklist(editor, { ...(await move(id)), checks: { words_match: { isDone: true } } }),
      async (id) =>
        takePosition(editor, {
          statementId: id,
          stance: "asserts",
          proposition: `Nobody answered ${randomUUID()}.`,
        }),
      async (id) =>
        relateStatements(editor, {
          ...{ type: "contradicts", fromId: id, toId: other.id, state: "suggested" },
          ...{ rationale: "One says that nobody answered.", comparability: "The same evening." },
        }),
      async (id) => takeReview(editor, await move(id)),
      async (id) => {
        await setBeside(id);
        const { speaker } = await db.statement.findUniqueOrThrow({
          where: { id },
          include: { speaker: true },
        });
        const [name, kind] = [`Agda ${randomUUID()}`, "person" as const];
        await editSpeaker(editor, {
          ...{ id: speaker?.id ?? "", version: speaker?.version ?? 0, name, kind, description: "" },
        });
      },
      async (id) => {
        const { speaker } = await setBeside(id).then(() => approved(id));
        await addAlias(editor, {
          speakerId: speaker.id,
          version: speaker.version,
          alias: `Ag ${randomUUID()}`,
        });
      },
      async (id) => {
        const { speaker } = await setBeside(id).then(() => approved(id));
        await recordAffiliation(editor, { speakerId: speaker.id, version: speaker.version, role: "judge" });
      },
      async (id) => {
        const { source } = await db.statement.findUniqueOrThrow({ where: { id }, include: { source: true } });
        await editSource(editor, {
          ...{ id: source.id, version: source.version, title: "Another title", kind: "article" },
          ...{ address: "", author: "", language: "en", publishedOn: null, publishedOnPrecision: null },
          outletName: "",
        });
      },
    ];
    for (const act of acts) {
      const { id } = await captured();
      await act(id);
      if ((await db.statement.findUniqueOrThrow({ where: { id } })).state === "captured")
        await takeReview(reviewer, await move(id));
      else await assignReview(secondEditor, { ...(await move(id)), assigneeId: reviewer.id ?? "" });
      await judgeAll(id);
      await submitForApproval(reviewer, await move(id));
      expect(await rulesOf(approve(editor, await move(id)))).toEqual(["independence"]);
      await expect(approve(secondEditor, await move(id))).resolves.toMatchObject({ state: "approved" });
    }
  });

  it("keeps from approval whoever brought the text by which the words are held", async () => {
    const id = await submitted();
    await db.edition.updateMany({
      where: { anchors: { some: { statementId: id } } },
      data: { createdById: editor.id },
    });
    const [blocker] = await blockersOf(editor, id, "approve");
    expect(blocker?.message).toBe("You brought the text in which it stands: another editor approves it.");
    expect(await rulesOf(approve(editor, await move(id)))).toEqual(["independence"]);
    await expect(approve(secondEditor, await move(id))).resolves.toMatchObject({ state: "approved" });
  });

  it("does not publish what its approver related since; returned, another approves it", async () => {
    const id = await submitted();
    await approve(editor, await move(id));
    await relateStatements(editor, {
      ...{ type: "contradicts", fromId: id, toId: (await makeStatement()).id },
      ...{ rationale: "One says that nobody answered.", comparability: "The same evening." },
    });
    expect(await rulesOf(publish(secondEditor, await move(id)))).toEqual(["independence.approval"]);
    await requestChanges(editor, { ...(await move(id)), words: "I related it: another should decide." });
    const [comment] = await db.reviewComment.findMany({ where: { review: { statementId: id } } });
    await resolveComment(reviewer, { commentId: comment?.id ?? "" });
    await takeReview(reviewer, await move(id));
    await submitForApproval(reviewer, await move(id));
    await approve(secondEditor, await move(id));
    await expect(publish(editor, await move(id))).resolves.toMatchObject({ state: "published" });
  });

  it("refuses to publish what was saved after its approval", async () => {
    const id = await submitted();
    await approve(editor, await move(id));
    await db.statement.update({ where: { id }, data: { version: { increment: 1 } } });
    expect(await rulesOf(publish(editor, await move(id)))).toEqual(["publication.unchanged"]);
  });

  it("refuses to publish beside evidence that its approver read otherwise", async () => {
    const id = await submitted();
    const { id: sourceId, version } = await makeSource("The tape of the meeting.", "A tape");
    const { id: verdictId } = await db.verdict.findFirstOrThrow({ where: { statementId: id } });
    await db.evidence.create({ data: { verdictId, sourceId, stance: "supports", addedAt: new Date() } });
    await approve(editor, await move(id));
    await editSource(reporter, {
      ...{ id: sourceId, version, title: "A confession", kind: "article", outletName: "", address: "" },
      ...{ author: "", language: "en", publishedOn: null, publishedOnPrecision: null },
    });
    const [blocker] = await blockersOf(editor, id, "publish");
    expect(blocker?.message).toMatch("Its evidence was changed after its approval");
    expect(await rulesOf(publish(editor, await move(id)))).toEqual(["publication.unchanged"]);
  });

  it("refuses to publish under a name that its approver did not read, until it is approved again", async () => {
    const ordinary = { kind: "person", description: "" } as const;
    const edits: readonly [string, (statement: Approved, to: string) => Promise<unknown>][] = [
      [
        "speaker",
        ({ speaker }, name) =>
          editSpeaker(reporter, { ...ordinary, id: speaker.id, version: speaker.version, name }),
      ],
      [
        // the name stays, and every citation turns it round otherwise
        "speaker",
        ({ speaker: { id, version, name } }, citedAs) =>
          editSpeaker(reporter, { ...ordinary, id, version, name, citedAs }),
      ],
      [
        "speaker",
        ({ speaker: { id, version } }, alias) => addAlias(reporter, { speakerId: id, version, alias }),
      ],
      [
        "speaker",
        ({ speaker: { id, version } }, role) => recordAffiliation(reporter, { speakerId: id, version, role }),
      ],
      [
        "source",
        ({ source }, title) =>
          editSource(reviewer, {
            ...{ id: source.id, version: source.version, title, kind: "article", outletName: "" },
            ...{ address: "", author: "", language: "en", publishedOn: null, publishedOnPrecision: null },
          }),
      ],
      [
        "story",
        ({ story }, title) =>
          editStory(reviewer, { slug: story.slug, version: story.version, title, summary: "" }),
      ],
    ];
    for (const [what, edit] of edits) {
      const id = await submitted();
      await setBeside(id);
      await approve(editor, await move(id));
      await expect(blockersOf(editor, id, "publish")).resolves.toEqual([]);
      await edit(await approved(id), `Another ${randomUUID()}`);
      const [blocker] = await blockersOf(editor, id, "publish");
      expect(blocker?.message).toMatch(`Its ${what} was changed after its approval`);
      expect(await rulesOf(publish(editor, await move(id)))).toEqual(["publication.unchanged"]);
      // one of them goes the whole way once more
      if (what !== "story") continue;
      await requestChanges(editor, { ...(await move(id)), words: "Look at the name once more." });
      const [comment] = await db.reviewComment.findMany({ where: { review: { statementId: id } } });
      await resolveComment(reviewer, { commentId: comment?.id ?? "" });
      await takeReview(reviewer, await move(id));
      await submitForApproval(reviewer, await move(id));
      await approve(secondEditor, await move(id));
      await expect(publish(editor, await move(id))).resolves.toMatchObject({ state: "published" });
    }
  });

  it("refuses to publish a relation or a position that nobody but its author has looked at", async () => {
    const { id: open } = await makeStatement({ state: "published" });
    const { id: closed } = await makeStatement();
    const claim = await takePosition(reviewer, {
      statementId: open,
      stance: "denies",
      proposition: `It is so ${randomUUID()}.`,
    });
    await db.claim.update({ where: { id: claim.claimId }, data: { state: "published" } });
    const tie = {
      type: "contradicts",
      rationale: "One says that nobody answered.",
      comparability: "The same evening.",
    } as const;
    const acts: readonly [string | null, (id: string) => Promise<unknown>][] = [
      ["Its relations were", (id) => relateStatements(secondEditor, { ...tie, fromId: id, toId: open })],
      [
        "Its positions were",
        (id) => takePosition(secondEditor, { claimId: claim.claimId, statementId: id, stance: "asserts" }),
      ],
      // what its publication does not show stands in nobody's way
      [null, (id) => relateStatements(secondEditor, { ...tie, fromId: id, toId: open, state: "suggested" })],
      [null, (id) => relateStatements(secondEditor, { ...tie, fromId: id, toId: closed })],
      [
        null,
        (id) =>
          takePosition(secondEditor, {
            statementId: id,
            stance: "asserts",
            proposition: `It is not so ${randomUUID()}.`,
          }),
      ],
    ];
    for (const [what, act] of acts) {
      const id = await submitted();
      await approve(editor, await move(id));
      await act(id);
      const messages = (await blockersOf(secondEditor, id, "publish")).map(({ message }) => message);
      expect(messages).toEqual(
        what === null
          ? []
          : [`${what} changed after its approval: return it, to be reviewed and approved again.`],
      );
    }
  });

  it("publishes nothing that repeats what is off the record or under an embargo", async () => {
    const secret = "“We shot the prisoners at the bridge that very night,”";
    const id = await submitted();
    const { sourceId } = await db.statement.findUniqueOrThrow({ where: { id } });
    const { id: sealed, publicId } = await captured({ sourceId, wording: secret });
    await assessSourcing(reviewer, {
      ...{ ...GIVEN, ...(await move(sealed)) },
      ...{ sensitivity: ["embargoed"], embargoedUntil: "2999-01-01T00:00Z" },
    });
    await expect(blockersOf(editor, id, "approve")).resolves.toEqual([]);
    for (const [where, data] of [
      ["context", { context: "Asked whether he shot the prisoners at the bridge, he laughed." }],
      ["event", { context: "", event: "A talk on why they shot the prisoners at the bridge" }],
    ] as const) {
      await db.statement.update({ where: { id }, data });
      expect(await rulesOf(approve(editor, await move(id)))).toEqual(["policy.repeats_sealed"]);
      const [blocker] = await blockersOf(editor, id, "approve");
      expect(blocker?.message).toMatch(`Its ${where} repeats words of ${publicId}`);
    }
    await db.statement.update({ where: { id }, data: { event: "A talk on prisoners" } });
    await approve(editor, await move(id));
    await db.verdict.updateMany({
      where: { statementId: id },
      data: { reasons: "He shot the prisoners at the bridge." },
    });
    expect(await rulesOf(publish(editor, await move(id)))).toEqual(["policy.repeats_sealed"]);
    // when the embargo is over it is said openly
    await db.sourcingAssessment.updateMany({
      where: { statementId: sealed },
      data: { embargoedUntil: new Date(0) },
    });
    await expect(publish(editor, await move(id))).resolves.toMatchObject({ state: "published" });
  });

  it("publishes after a save that left the names as they were", async () => {
    const id = await submitted();
    await setBeside(id);
    await approve(editor, await move(id));
    const { speaker } = await approved(id);
    const { name, description } = speaker;
    const kind = speaker.kind as SpeakerKind;
    await editSpeaker(reporter, { id: speaker.id, version: speaker.version, name, kind, description });
    await expect(publish(editor, await move(id))).resolves.toMatchObject({ state: "published" });
  });

  it("declines with a reason from any unpublished state, and never after", async () => {
    const { id } = await captured();
    expect(await rulesOf(decline(editor, await move(id)))).toEqual(["review.reason"]);
    await expect(decline(editor, { ...(await move(id)), words: "Not news." })).resolves.toMatchObject({
      state: "declined",
    });
    const live = await published();
    expect(await rulesOf(decline(editor, { ...(await move(live)), words: "Not news." }))).toEqual([
      "review.state",
    ]);
  });

  it("gives a statement only to someone who may review", async () => {
    const { id } = await captured();
    expect(
      await rulesOf(assignReview(editor, { ...(await move(id)), assigneeId: reporter.id ?? "" })),
    ).toEqual(["review.assignee"]);
    await assignReview(editor, { ...(await move(id)), assigneeId: reviewer.id ?? "", dueOn: "2025-11-02" });
    expect(await db.review.findUnique({ where: { statementId: id } })).toMatchObject({
      assigneeId: reviewer.id,
      dueOn: new Date("2025-11-02T00:00:00Z"),
    });
    // given to another, the day stays; the log tells both
    await assignReview(editor, { ...(await move(id)), assigneeId: secondEditor.id ?? "" });
    const review = await db.review.findUnique({ where: { statementId: id } });
    expect(review).toMatchObject({ assigneeId: secondEditor.id, dueOn: new Date("2025-11-02T00:00:00Z") });
    const entries = await db.auditEntry.findMany({
      where: { subjectId: id, action: "review.assign" },
      orderBy: { seq: "asc" },
    });
    const last = entries.at(-1);
    expect(JSON.parse(last?.before ?? "")).toMatchObject({ assignee: reviewer.name });
    expect(JSON.parse(last?.after ?? "")).toMatchObject({
      ...{ assignee: secondEditor.name, dueOn: "2025-11-02T00:00:00.000Z" },
    });
  });

  it("finds who may review by the beginning of a name, and only for who may give it", async () => {
    const [own, gone] = [await makeUser("reviewer"), await makeUser("editor")];
    await db.user.update({ where: { id: own.id ?? "" }, data: { name: "Jörg Lindmouth" } });
    await db.user.update({
      where: { id: gone.id ?? "" },
      data: { name: "Jorga Lindmouth", disabledAt: new Date() },
    });
    await db.user.update({
      where: { id: (await makeUser("reporter")).id ?? "" },
      data: { name: "Jorgo Lindmouth" },
    });
    const offered = await findReviewersByWords(editor, "lind jor", { take: 8 });
    expect(offered).toEqual([{ id: own.id, told: "Jörg Lindmouth", role: "reviewer" }]);
    expect(await getReviewerByWords(editor, "jorg")).toEqual(offered[0]);
    expect(await getReviewerByWords(editor, own.id ?? "")).toEqual(offered[0]);
    await expect(getReviewerByWords(editor, "Jorga Lindmouth")).rejects.toThrow("No reviewer or editor has");
    await expect(findReviewersByWords(reviewer, "jorg", { take: 8 })).rejects.toThrow(Forbidden);
    await expect(getReviewerByWords(reporter, "jorg")).rejects.toThrow(Forbidden);
  });
});

describe("two people at once", () => {
  it("stores one of two saves and tells the other", async () => {
    const { id } = await captured();
    await takeReview(reviewer, await move(id));
    const { version } = await move(id);
    const verdict = (value: string) =>
      giveVerdict(reviewer, { statementId: id, version, axis: "said", value, reasons: `I say ${value}.` });
    const results = await Promise.allSettled([verdict("confirmed"), verdict("disputed")]);
    const lost = results.filter((result) => result.status === "rejected");
    expect(lost).toHaveLength(1);
    expect(lost[0]?.reason).toBeInstanceOf(Conflict);
    expect(await db.verdict.count({ where: { statementId: id } })).toBe(1);
    expect(await versionOf(id)).toBe(version + 1);
  });

  it("tells a stale checklist and keeps the colleague's", async () => {
    const { id } = await captured();
    const stale = await move(id);
    await tickChecklist(reviewer, { ...stale, checks: { words_match: { isDone: true, note: "" } } });
    await expect(tickChecklist(editor, { ...stale, checks: ALL_DONE })).rejects.toBeInstanceOf(Conflict);
    const checks = await db.reviewCheck.findMany({
      where: { review: { statementId: id }, supersededAt: null },
    });
    expect(checks.map(({ item }) => item)).toEqual(["words_match"]);
  });
});

describe("permission and audit", () => {
  const words = "A reason that is long enough.";
  const MUTATIONS: readonly [
    string,
    Action,
    (actor: Actor, at: { statementId: string; version: number }) => Promise<unknown>,
  ][] = [
    ["takeReview", "review:take", (actor, at) => takeReview(actor, at)],
    [
      "assignReview",
      "review:assign",
      (actor, at) => assignReview(actor, { ...at, assigneeId: reviewer.id ?? "" }),
    ],
    ["tickChecklist", "review:check", (actor, at) => tickChecklist(actor, { ...at, checks: ALL_DONE })],
    [
      "comment",
      "review:comment",
      (actor, at) => comment(actor, { statementId: at.statementId, body: words }),
    ],
    ["submitForApproval", "review:submit", (actor, at) => submitForApproval(actor, at)],
    ["requestChanges", "review:return", (actor, at) => requestChanges(actor, { ...at, words })],
    ["approve", "review:approve", (actor, at) => approve(actor, at)],
    ["decline", "review:decline", (actor, at) => decline(actor, { ...at, words })],
    ["publish", "statement:publish", (actor, at) => publish(actor, at)],
    [
      "giveVerdict",
      "verdict:give",
      (actor, at) => giveVerdict(actor, { ...at, axis: "said", value: "confirmed", reasons: words }),
    ],
    [
      "assessSourcing",
      "sourcing:assess",
      (actor, at) =>
        assessSourcing(actor, { ...at, ...SOURCING, wordingBasis: ["memory"], interest: ["employer"] }),
    ],
  ];
  const actors: readonly (() => Actor)[] = [
    () => VISITOR,
    () => SYSTEM,
    ...ROLES.map((role) => () => ({ id: reviewer.id, name: "Somebody", role })),
  ];

  it.each(MUTATIONS)("%s asks for %s", async (_, action, mutate) => {
    for (const actorOf of actors) {
      const actor = actorOf();
      const { id, version } = await captured();
      const outcome = await mutate(actor, { statementId: id, version }).then(
        () => "done",
        (error: unknown) => error,
      );
      if (can(actor, action)) expect(outcome).not.toBeInstanceOf(Forbidden);
      else {
        expect(outcome).toBeInstanceOf(Forbidden);
        expect(await versionOf(id)).toBe(version);
      }
    }
  });

  it("writes one audit entry for every step", async () => {
    const id = await published();
    await proposeRetraction(editor, { ...(await move(id)), words });
    await confirmRetraction(secondEditor, await move(id));
    const entries = await db.auditEntry.findMany({
      where: { subjectType: "statement", subjectId: id },
      orderBy: { seq: "asc" },
    });
    expect(entries.map(({ action }) => action)).toEqual([
      "review.take",
      "sourcing.assessed",
      "verdict.given",
      "verdict.given",
      "verdict.given",
      "review.checked",
      "review.submit",
      "review.approve",
      "review.publish",
      "review.propose_retraction",
      "review.confirm_retraction",
    ]);
    expect(entries.at(-1)).toMatchObject({
      actorRole: "editor",
      before: expect.stringContaining("published"),
    });
  });

  it("does not find what is not there", async () => {
    await expect(approve(editor, { statementId: "st-000000", version: 1 })).rejects.toBeInstanceOf(NotFound);
    await expect(resolveComment(editor, { commentId: "none" })).rejects.toBeInstanceOf(NotFound);
  });
});

describe("listHappened", () => {
  const happened = async (actor: Actor, publicId: string) =>
    (await listHappened(actor, { take: 500 })).find((one) => one.publicId === publicId);

  it("tells what others did with one's own, once each, and what is later than one's own last act", async () => {
    const own = await makeUser("reporter");
    const { id, publicId } = await captured({ capturedById: own.id });
    expect(await happened(own, publicId)).toBeUndefined();
    await takeReview(reviewer, { statementId: id, version: 1 });
    expect(await happened(own, publicId)).toMatchObject({
      action: "review.take",
      by: reviewer.name,
      isNew: true,
    });
    // one's own act is nothing that one has to be told
    expect(await happened(reviewer, publicId)).toBeUndefined();
    await comment(own, { statementId: id, body: "The date is that of the print." });
    expect(await happened(own, publicId)).toMatchObject({ action: "review.take", isNew: false });
    expect(await happened(reviewer, publicId)).toMatchObject({ action: "review.commented", by: own.name });
    expect(await happened(secondEditor, publicId)).toBeUndefined();
  });

  it.each([VISITOR, { id: "u", name: "r", role: "reader" } as Actor])("is the desk's", (actor) =>
    expect(listHappened(actor, { take: 5 })).rejects.toThrow(Forbidden),
  );
});

import type { z } from "zod";
import { appendAudit } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import type { Tx } from "@/lib/db/server";
import { now } from "@/lib/env";
import { NotFound, type Refusal, Refused, refuseUnlessEmpty } from "@/lib/errors";
import { acceptInput } from "@/lib/forms";
import type { Answer, WaitingCorrection } from "@/lib/publication/server";
import { wordingsKeyOf } from "@/lib/relations";
import { type AssessInput, assessSchema } from "@/lib/sourcing";
import { recordSourcing, recordSourcingReaffirmed } from "@/lib/sourcing/server";
import { AXES, type VerdictInput, verdictSchema } from "@/lib/verdicts";
import { type Given, recordReaffirmed, recordVerdict, recordWithdrawal } from "@/lib/verdicts/server";
import { MAY_ANSWER, outcomesOf, partsOf } from "./model";
import type { answerSchema } from "./schema";

type Answered = z.output<typeof answerSchema>;

/**
 * Keeps answers to what a waiting correction asks, in the caller's transaction; a new answer supersedes the former one.
 * @throws {Forbidden} @throws {Refused} when one is about nothing that is asked, or cannot be given so.
 */
export async function recordAnswers(
  tx: Tx,
  actor: Actor,
  waiting: WaitingCorrection,
  statementId: string,
  answers: readonly Answered[],
): Promise<void> {
  for (const { subject } of answers) assertCan(actor, MAY_ANSWER[partsOf(subject).kind]);
  refuseUnlessEmpty(answers.flatMap((answer, index) => refusalsOf(answer, index, waiting)));
  const givenAt = now();
  const given = answers.map((answer, index) => givenBy(answer, statementId, `answers.${index}.`));
  for (const [index, { subject, outcome, reason }] of answers.entries()) {
    const recordId = waiting.questions.find((question) => question.subject === subject)?.recordId ?? "";
    await tx.correctionRenewal.updateMany({
      where: { proposalId: waiting.id, subject, supersededAt: null },
      data: { supersededAt: givenAt },
    });
    await tx.correctionRenewal.create({
      data: {
        ...{ proposalId: waiting.id, subject, recordId, outcome, reason, givenById: actor.id, givenAt },
        given: JSON.stringify(given[index]),
      },
    });
  }
  await appendAudit(tx, {
    actor,
    action: "review.judge_again",
    subjectType: "statement",
    subjectId: statementId,
    after: {
      answers: answers.map(({ subject, outcome, reason }, index) => ({
        ...{ subject, outcome, reason, given: given[index] },
      })),
    },
  });
}

/** What an assessment given anew among the answers holds; null when the sourcing stays. */
export function sourcingGiven(answers: readonly Answered[], statementId: string) {
  const answer = answers.find(({ subject, outcome }) => subject === "sourcing" && outcome === "anew");
  return answer ? acceptInput(assessSchema, assessmentOf(answer, statementId)) : null;
}

/** Lets the answers to a correction that is being confirmed become what stands, each by who gave it and when. */
export async function applyAnswers(
  tx: Tx,
  actor: Actor,
  statementId: string,
  { answers, questions }: WaitingCorrection,
): Promise<void> {
  for (const answer of answers) {
    const question = questions.find(({ subject }) => subject === answer.subject);
    // what was superseded since it was answered was refused before; an answer to no question was volunteered
    if (question && question.answer === null) continue;
    const by: Given = { byId: answer.givenById, at: answer.givenAt };
    const { kind, key } = partsOf(answer.subject);
    if (kind === "sourcing") await applySourcing(tx, actor, statementId, answer, by);
    else if (kind === "verdict") await applyVerdict(tx, actor, statementId, { ...answer, axis: key }, by);
    else if (kind === "relation") await applyRelation(tx, actor, { ...answer, publicId: key }, by);
    else if (kind === "position") await applyPosition(tx, actor, statementId, { ...answer, slug: key }, by);
    else await applyCheck(tx, actor, statementId, { ...answer, item: key }, by);
  }
}

function refusalsOf(answer: Answered, index: number, waiting: WaitingCorrection): Refusal[] {
  const { subject, outcome } = answer;
  const { kind, key } = partsOf(subject);
  const say = (message: string, field = "outcome") => [
    { rule: "correction.answer", message, field: `answers.${index}.${field}` },
  ];
  const isAsked = waiting.questions.some((question) => question.subject === subject);
  const isAxis = kind === "verdict" && AXES.some((axis) => axis.key === key);
  if (!isAsked && !(kind === "sourcing" || isAxis)) return say("Nothing of this kind is asked again.");
  if (!isAsked && outcome === "holds") return say("It is not asked again: it stands as it is.");
  if (!outcomesOf(subject).includes(outcome))
    return say("It cannot be left without: say that it holds, or anew.");
  if (outcome !== "anew") return [];
  if (kind === "position" && answer.stance === undefined) return say("Choose the position.", "stance");
  if (kind === "check" && answer.isDone === undefined) return say("Say whether it is done.", "isDone");
  return [];
}

/** What an answer gives anew, read by its domain's own schema so that it is refused now and not when it is confirmed. */
function givenBy(answer: Answered, statementId: string, within: string): unknown {
  if (answer.outcome !== "anew") return {};
  const { kind } = partsOf(answer.subject);
  if (kind === "verdict") {
    const verdict = verdictOf(answer, statementId);
    acceptInput(verdictSchema, verdict, `${within}verdict.`);
    return verdict;
  }
  if (kind === "sourcing") {
    const assessment = assessmentOf(answer, statementId);
    acceptInput(assessSchema, assessment, `${within}sourcing.`);
    return assessment;
  }
  return { stance: answer.stance, isDone: answer.isDone };
}

// the version is that of the whole act, which is claimed already
function verdictOf({ subject, verdict, reason }: Answered, statementId: string): VerdictInput {
  const axis = partsOf(subject).key;
  return { value: "", reasons: reason, ...verdict, axis, statementId, version: 1 } as VerdictInput;
}

function assessmentOf({ sourcing }: Answered, statementId: string): AssessInput {
  return { ...sourcing, statementId, version: 1 } as AssessInput;
}

async function applyVerdict(
  tx: Tx,
  actor: Actor,
  statementId: string,
  answer: Answer & { axis: string },
  by: Given,
) {
  if (answer.outcome === "holds") return recordReaffirmed(tx, actor, statementId, answer.axis, by);
  if (answer.outcome === "falls") return recordWithdrawal(tx, actor, statementId, answer.reason, by);
  const {
    statementId: _,
    version: __,
    ...given
  } = acceptInput(verdictSchema, JSON.parse(answer.given) as VerdictInput);
  return recordVerdict(tx, actor, statementId, given, by);
}

async function applySourcing(tx: Tx, actor: Actor, statementId: string, answer: Answer, by: Given) {
  if (answer.outcome === "holds") return recordSourcingReaffirmed(tx, actor, statementId, by);
  const {
    statementId: _,
    version: __,
    ...given
  } = acceptInput(assessSchema, JSON.parse(answer.given) as AssessInput);
  return recordSourcing(tx, actor, statementId, given, by);
}

async function applyRelation(tx: Tx, actor: Actor, answer: Answer & { publicId: string }, by: Given) {
  const wording = { select: { wordingKey: true } } as const;
  const relation = await tx.relation.findUnique({
    where: { publicId: answer.publicId },
    include: { from: wording, to: wording },
  });
  if (!relation) throw new NotFound("The relation");
  const falls = answer.outcome === "falls";
  const change = falls
    ? { state: "rejected", wordingsKey: wordingsKeyOf(relation.from.wordingKey, relation.to.wordingKey) }
    : {};
  await tx.relation.update({ where: { id: relation.id }, data: { ...change, version: { increment: 1 } } });
  const decision = falls ? "rejected" : "reaffirmed";
  await tx.relationDecision.create({
    data: {
      ...{ relationId: relation.id, decision, reason: answer.reason, madeById: by.byId, madeAt: by.at },
      resolution: falls ? null : relation.resolution,
    },
  });
  await appendAudit(tx, {
    ...{ actor, action: `relation.${decision}`, subjectType: "relation", subjectId: relation.id },
    before: { state: relation.state },
    after: { state: relation.state, ...change, type: relation.type, publicId: relation.publicId },
    reason: answer.reason,
  });
}

async function applyPosition(
  tx: Tx,
  actor: Actor,
  statementId: string,
  answer: Answer & { slug: string },
  by: Given,
) {
  const former = await tx.position.findFirst({
    where: { statementId, supersededAt: null, claim: { slug: answer.slug } },
  });
  if (!former) throw new NotFound("The position");
  await tx.position.update({ where: { id: former.id }, data: { supersededAt: by.at } });
  const { stance } = JSON.parse(answer.given) as { stance?: string };
  const after = { claim: answer.slug, stance: stance ?? former.stance, note: former.note };
  if (answer.outcome !== "falls") {
    const { claimId, note } = former;
    await tx.position.create({
      data: { claimId, statementId, stance: after.stance, note, takenById: by.byId, takenAt: by.at },
    });
  }
  const isOver = answer.outcome === "falls";
  await appendAudit(tx, {
    actor,
    action: isOver ? "position.withdrawn" : "position.taken",
    ...{ subjectType: "statement", subjectId: statementId, reason: answer.reason },
    before: { claim: answer.slug, stance: former.stance, note: former.note },
    ...(isOver ? {} : { after }),
  });
}

async function applyCheck(
  tx: Tx,
  actor: Actor,
  statementId: string,
  answer: Answer & { item: string },
  by: Given,
) {
  const former = await tx.reviewCheck.findFirst({
    where: { review: { statementId }, item: answer.item, supersededAt: null },
  });
  if (!former) throw new Refused([{ rule: "correction.check", message: "This check is not on record." }]);
  await tx.reviewCheck.update({ where: { id: former.id }, data: { supersededAt: by.at } });
  const { isDone = former.isDone } = JSON.parse(answer.given) as { isDone?: boolean };
  // a check that is given anew says why by the answer's reason
  const note = answer.outcome === "anew" && !isDone ? answer.reason : former.note;
  const { reviewId, item } = former;
  await tx.reviewCheck.create({
    data: { reviewId, item, isDone, note, checkedById: by.byId, checkedAt: by.at },
  });
  await appendAudit(tx, {
    ...{ actor, action: "review.checked", subjectType: "statement", subjectId: statementId },
    before: { [item]: { isDone: former.isDone, note: former.note } },
    after: { [item]: { isDone, note } },
  });
}

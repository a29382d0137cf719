import { type Actor, assertCan } from "@/lib/auth";
import { claimStatementVersion } from "@/lib/claims/server";
import { type Tx, transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { Conflict, NotFound, Refused, refuseUnlessEmpty } from "@/lib/errors";
import { acceptInput } from "@/lib/forms";
import {
  type Changes,
  CORRECTABLE,
  type CorrectableField,
  textChanges,
  typedFields,
} from "@/lib/publication";
import { anchorAfter, applyChanges, findWaitingCorrection, writeVersion } from "@/lib/publication/server";
import {
  type MoveInput,
  policyBlockers,
  submissionBlockers,
  type WordedMoveInput,
  wordedMoveSchema,
} from "@/lib/review";
import { loadFacts, type Moved, type Step, step, toState } from "@/lib/review/server";
import { speakerNow } from "@/lib/speakers/server";
import { against, MORE_THAN_SLIPS, slipsBetween } from "@/lib/spelling";
import { unprovenSlip } from "@/lib/spelling/server";
import { parseDated } from "@/lib/text";
import { applyAnswers, recordAnswers, sourcingGiven } from "./answers";
import { kindRefusals } from "./model";
import { refuseSealed, stateOf } from "./retractions";
import {
  type JudgeAgainInput,
  judgeAgainSchema,
  type ProposeCorrectionInput,
  proposeCorrectionSchema,
} from "./schema";

type Proposal = Omit<ReturnType<typeof acceptProposal>, "statementId" | "version">;

const acceptProposal = (input: ProposeCorrectionInput) => acceptInput(proposeCorrectionSchema, input);

/**
 * Proposes a change to what is published; another editor confirms it. A mere typing error that leaves the words in
 * their source is put right at once. Every guard of submission and the policy are asked of what would stand.
 * @throws {Forbidden} @throws {NotFound} @throws {Conflict} @throws {Refused}
 */
export async function proposeCorrection(
  actor: Actor,
  input: ProposeCorrectionInput,
): Promise<Moved & { readonly isDone: boolean }> {
  assertCan(actor, "statement:correct");
  const { statementId, version, ...proposal } = acceptProposal(input);
  return transact(async (tx) => {
    const { before, names } = await readFields(tx, statementId);
    const changes = onlyChanged(before, await ofToday(tx, proposal.changes));
    const judged = proposal.answers.filter(({ outcome }) => outcome !== "holds");
    refuseUnlessEmpty(
      kindRefusals(proposal.kind, {
        ...{ changes, judged: judged.map(({ subject }) => subject) },
        slip: proposal.kind === "typo" ? await moreThanSlips(tx, before, changes, names) : null,
      }),
    );
    await refuseSealedIn(tx, statementId, { ...proposal, changes });
    const anchor = await anchorAfter(tx, before.id, changes, proposal.explanation);
    // a typing error in the words brings them to what the source prints, or takes two
    const isDone = proposal.kind === "typo" && (!changes.wording || anchor?.state === "exact");
    const act = { words: proposal.note };
    const at = { statementId, version };
    const given = { ...proposal, changes };
    const moved = isDone
      ? await step(actor, "correct_typo", "statement:correct", at, act, async (taken) => {
          await applyChanges(tx, actor, taken.statementId, changes, "");
          return publishNext(taken, actor, { ...proposal, givenById: actor.id });
        })
      : await step(actor, "propose_correction", "statement:correct", at, act, async (taken) => {
          await keepProposal(taken, actor, given);
          taken.tell(...(await fieldsTold(tx, before, given)));
          await refuseWhatWouldStand(taken, given);
          return toState(tx, taken.statementId, "published");
        });
    return { ...moved, isDone };
  });
}

/**
 * Judges again, for a correction that waits, what was judged of what stood before: it holds, it is given anew, or it falls.
 * The answers count when the correction is confirmed; whoever gives one cannot confirm it.
 * @throws {Forbidden} @throws {NotFound} @throws {Conflict} @throws {Refused}
 */
export async function judgeAgain(actor: Actor, input: JudgeAgainInput): Promise<Moved> {
  assertCan(actor, "verdict:give");
  const { statementId, version, answers } = acceptInput(judgeAgainSchema, input);
  return transact(async (tx) => {
    const statement = await claimStatementVersion(tx, statementId, version);
    const waiting = await findWaitingCorrection(tx, statement.id);
    if (!waiting) {
      throw new Refused([{ rule: "correction.proposed", message: "No correction waits." }]);
    }
    await recordAnswers(tx, actor, waiting, statement.id, answers);
    return { state: statement.state, version: statement.version };
  });
}

/**
 * Confirms a correction that others proposed and judged again: the next version, while every former one keeps its words.
 * @throws {Forbidden} @throws {NotFound} @throws {Conflict} @throws {Refused} every guard that is not met.
 */
export async function confirmCorrection(actor: Actor, input: MoveInput): Promise<Moved> {
  return step(actor, "confirm_correction", "statement:correct", input, {}, async (taken) => {
    const { tx, statementId } = taken;
    const waiting = await findWaitingCorrection(tx, statementId);
    if (!waiting) throw new NotFound("The correction");
    const { publishedVersion } = await tx.statement.findUniqueOrThrow({
      where: { id: statementId },
      select: { publishedVersion: true },
    });
    if (publishedVersion !== waiting.baseVersion)
      throw new Conflict(
        "Another version was published since it was proposed: withdraw it and propose it anew.",
      );
    // another statement may have been sealed since it was proposed
    await refuseSealedIn(tx, statementId, waiting);
    await applyChanges(tx, actor, statementId, waiting.changes, waiting.explanation);
    await applyAnswers(tx, actor, statementId, waiting);
    const state = await publishNext(taken, actor, { ...waiting, givenById: waiting.proposedById });
    await tx.correctionProposal.update({
      where: { id: waiting.id },
      data: { confirmedById: actor.id, confirmedAt: now(), versionNumber: waiting.baseVersion + 1 },
    });
    return state;
  });
}

/** Withdraws a correction before it is confirmed, with a reason. @throws {Forbidden} @throws {NotFound} @throws {Conflict} @throws {Refused} */
export async function withdrawCorrection(actor: Actor, input: WordedMoveInput): Promise<Moved> {
  const { words, ...at } = acceptInput(wordedMoveSchema, input);
  return step(
    actor,
    "withdraw_correction",
    "statement:correct",
    at,
    { words },
    async ({ tx, statementId }) => {
      await tx.correctionProposal.updateMany({
        where: { statementId, confirmedAt: null, withdrawnAt: null },
        data: { withdrawnById: actor.id, withdrawnAt: now(), withdrawnReason: words },
      });
      return stateOf(tx, statementId);
    },
  );
}

/** What the public would read of a correction, but for the words themselves, tells nothing that is sealed. */
async function refuseSealedIn(
  tx: Tx,
  statementId: string,
  { note, explanation, changes }: Pick<Proposal, "note" | "explanation" | "changes">,
): Promise<void> {
  const { wording: _said, originalWording: _saidFirst, ...written } = changes;
  await refuseSealed(tx, statementId, [
    ["note", [note]],
    ["explanation", [explanation]],
    ["changes", Object.values(written).filter((text) => typeof text === "string")],
  ]);
}

async function keepProposal({ tx, statementId }: Step, actor: Actor, given: Proposal): Promise<void> {
  const { publishedVersion } = await tx.statement.findUniqueOrThrow({
    where: { id: statementId },
    select: { publishedVersion: true },
  });
  const { kind, note, changes, explanation, answers } = given;
  await tx.correctionProposal.create({
    data: {
      ...{ statementId, kind, note, explanation, changes: JSON.stringify(changes) },
      ...{ baseVersion: publishedVersion ?? 0, proposedById: actor.id, proposedAt: now() },
    },
  });
  const waiting = await findWaitingCorrection(tx, statementId);
  if (waiting && answers.length > 0) await recordAnswers(tx, actor, waiting, statementId, answers);
}

/** The guards of submission and the policy, over the statement as it would stand. */
async function refuseWhatWouldStand({ tx, statementId }: Step, given: Proposal): Promise<void> {
  const facts = await loadFacts(tx, statementId);
  const assessed = sourcingGiven(given.answers, statementId);
  const sourcing =
    facts.sourcing && assessed
      ? {
          ...facts.sourcing,
          ...assessed,
          sensitivity: assessed.sensitivity ?? facts.sourcing.sensitivity,
          reliability: assessed.reliability ?? facts.sourcing.reliability,
          note: assessed.note ?? facts.sourcing.note,
          embargoedUntil:
            assessed.embargoedUntil === undefined
              ? facts.sourcing.embargoedUntil
              : (parseDated(assessed.embargoedUntil)?.on ?? null),
        }
      : facts.sourcing;
  const anchor = await anchorAfter(tx, statementId, given.changes, given.explanation);
  const after = { ...facts, sourcing, anchor };
  const blockers = [...submissionBlockers(after), ...policyBlockers(after)];
  refuseUnlessEmpty(blockers.map((blocker) => ({ ...blocker, ...fieldOf(blocker.href) })));
}

/** What of a proposal mends a blocker of the review page. */
function fieldOf(href: string): { field?: string } {
  if (href === "#anchor") return { field: "explanation" };
  const facet = /^#sourcing-f-(\w+)$/u.exec(href)?.[1];
  if (facet) return { field: `sourcing.${facet}` };
  return href === "#sourcing" ? { field: "sourcing.sourceIdentity" } : {};
}

/** Writes the next version with its notice, once every guard of submission and the policy hold of what stands now. */
async function publishNext(
  { tx, statementId }: Step,
  actor: Actor,
  { kind, note, givenById }: { kind: string; note: string; givenById: string | null },
) {
  const facts = await loadFacts(tx, statementId);
  refuseUnlessEmpty([...submissionBlockers(facts), ...policyBlockers(facts)]);
  const versionNumber = await writeVersion(tx, actor, statementId);
  await tx.correction.create({ data: { statementId, versionNumber, kind, note, givenById, givenAt: now() } });
  return toState(tx, statementId, "published");
}

/** Why a change is more than a typing error; null when the record proves that it is one. */
async function moreThanSlips(
  tx: Tx,
  before: Readonly<Record<string, unknown>> & { readonly id: string; readonly sourceId: string },
  changes: Changes,
  names: readonly string[],
): Promise<string | null> {
  const texts = textChanges(before, changes);
  const slips = texts && slipsBetween(texts, names);
  if (slips === null) return MORE_THAN_SLIPS;
  const place = { statementId: before.id, sourceIds: [before.sourceId] };
  const unproven = await unprovenSlip(tx, slips, place);
  return unproven === null ? null : against(unproven);
}

async function readFields(tx: Tx, statementId: string) {
  const statement = await tx.statement.findFirst({
    where: { OR: [{ id: statementId }, { publicId: statementId }] },
    include: {
      speaker: { select: { name: true, aliases: { select: { name: true }, orderBy: { id: "asc" } } } },
    },
  });
  if (!statement) throw new NotFound("The statement");
  const { speaker, attribution, place } = statement;
  const names = [
    attribution,
    place,
    ...(speaker ? [speaker.name, ...speaker.aliases.map(({ name }) => name)] : []),
  ];
  return { before: { ...statement, ...typedFields(statement) }, names };
}

function onlyChanged(before: Readonly<Record<string, unknown>>, changes: Changes): Changes {
  const fields = (Object.keys(CORRECTABLE) as CorrectableField[]).filter((field) => {
    const now = changes[field];
    return now !== undefined && (now ?? "") !== (before[field] ?? "");
  });
  return Object.fromEntries(fields.map((field) => [field, changes[field]])) as Changes;
}

/** What a proposal would change, for the log: the fields as they stand and as they would. */
async function fieldsTold(
  tx: Tx,
  before: Readonly<Record<string, unknown>> & { readonly speaker: { readonly name: string } | null },
  { kind, changes }: Proposal,
): Promise<[object, object]> {
  const isAnother = changes.speakerId !== undefined;
  const named = changes.speakerId
    ? await tx.speaker.findUnique({ where: { id: changes.speakerId }, select: { name: true } })
    : null;
  const was = Object.fromEntries(Object.keys(changes).map((field) => [field, before[field] ?? ""]));
  return [
    { fields: { ...was, ...(isAnother ? { speaker: before.speaker?.name ?? "" } : {}) } },
    { kind, fields: { ...changes, ...(isAnother ? { speaker: named?.name ?? "" } : {}) } },
  ];
}

/** The speaker that a form names may have been found to be another since it was opened. @throws {NotFound} */
async function ofToday(tx: Tx, changes: Changes): Promise<Changes> {
  if (!changes.speakerId) return changes;
  const speaker = await speakerNow(tx, changes.speakerId);
  if (!speaker) throw new NotFound("The speaker");
  return { ...changes, speakerId: speaker.id };
}

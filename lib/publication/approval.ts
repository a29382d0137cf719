import { EVIDENCE_TEXTS, textsOfEvidence } from "@/lib/claims/server";
import type { Prisma, Tx } from "@/lib/db/server";
import type { Refusal } from "@/lib/errors";
import { CHANGES_BESIDE, isChange } from "@/lib/independence";
import { spelledBy } from "@/lib/matching";
import { authorsOf, writeNames } from "@/lib/names";
import { arePublic, type Reading } from "@/lib/notices/server";
import {
  DECIDED_RELATIONS,
  MADE_PUBLIC,
  PUBLIC_CLAIM_STATES,
  type SealedReader,
  sealedRefusals,
  type Written,
} from "@/lib/visibility/server";
import type { Changes } from "./schema";

const BESIDE = ["speaker", "source", "story"] as const;

/**
 * What is published along with the words, and was changed since somebody approved them: they read another name, or not
 * the relation or the position that would become public with it, which nobody but its author has looked at.
 */
export async function listChangedSinceApproval(
  tx: Pick<Tx, "auditEntry" | "statement" | "relation" | "claim" | "evidence">,
  statementId: string,
): Promise<string[]> {
  const approval = await tx.auditEntry.findFirst({
    where: { subjectType: "statement", subjectId: statementId, action: "review.approve" },
    orderBy: { seq: "desc" },
    select: { seq: true },
  });
  if (!approval) return [];
  const { speakerId, sourceId, storyId, hops } = await tx.statement.findUniqueOrThrow({
    where: { id: statementId },
    select: {
      speakerId: true,
      sourceId: true,
      storyId: true,
      hops: { orderBy: { ordinal: "asc" }, select: { speakerId: true, sourceId: true } },
    },
  });
  const cited = await listCited(tx, statementId);
  const beside = {
    speaker: [speakerId, ...hops.map((hop) => hop.speakerId)],
    source: [sourceId, ...hops.map((hop) => hop.sourceId), ...cited],
    story: [storyId],
  };
  const edits = await tx.auditEntry.findMany({
    where: {
      seq: { gt: approval.seq },
      OR: BESIDE.map((type) => ({
        action: { in: [...CHANGES_BESIDE[type]] },
        subjectType: type,
        subjectId: { in: beside[type].filter((id) => id !== null) },
      })),
    },
    orderBy: { seq: "asc" },
    select: { subjectType: true, subjectId: true, before: true, after: true },
  });
  const own = new Set([sourceId, ...hops.map((hop) => hop.sourceId)]);
  const nameOf = ({ subjectType, subjectId }: { subjectType: string; subjectId: string }) =>
    subjectType === "source" && !own.has(subjectId) ? "evidence" : subjectType;
  const since = { statementId, afterSeq: approval.seq };
  return [
    ...new Set(edits.filter(isChange).map(nameOf)),
    ...((await hasDecidedTies(tx, since)) ? ["relations"] : []),
    ...((await hasTakenPositions(tx, since)) ? ["positions"] : []),
  ];
}

/**
 * Whether the speaker whom a waiting correction names was changed since it was proposed, while nobody reads of them: the second
 * editor would make a name public that the first never saw. Who is read of is changed with a public note.
 */
export async function hasChangedSpeaker(
  tx: Reading & Pick<Tx, "auditEntry">,
  { statementId, changes }: { readonly statementId: string; readonly changes: Changes },
): Promise<boolean> {
  const { speakerId: subjectId } = changes;
  if (!subjectId || (await arePublic(tx, [{ type: "speaker", id: subjectId }]))) return false;
  const proposed = await tx.auditEntry.findFirst({
    where: { subjectType: "statement", subjectId: statementId, action: "review.propose_correction" },
    orderBy: { seq: "desc" },
    select: { seq: true },
  });
  const edits = await tx.auditEntry.findMany({
    where: {
      seq: { gt: proposed?.seq ?? 0 },
      ...{ subjectType: "speaker", subjectId, action: { in: [...CHANGES_BESIDE.speaker] } },
    },
    orderBy: { seq: "asc" },
    select: { before: true, after: true },
  });
  return edits.some(isChange);
}

/** The sources that evidence cites which becomes public with a statement: of its verdicts, and of its relations. */
async function listCited(tx: Pick<Tx, "evidence">, statementId: string): Promise<string[]> {
  const cited = await tx.evidence.findMany({
    where: {
      sourceId: { not: null },
      OR: [
        { verdict: { statementId, supersededAt: null } },
        { relation: { OR: [{ fromId: statementId }, { toId: statementId }] } },
      ],
    },
    select: { sourceId: true },
    orderBy: { id: "asc" },
  });
  return cited.flatMap(({ sourceId }) => sourceId ?? []);
}

interface Since {
  readonly statementId: string;
  readonly afterSeq: number;
}

/** Whether a relation to something public was decided since, which publishing the statement would show. */
async function hasDecidedTies(
  tx: Pick<Tx, "auditEntry" | "relation">,
  { statementId, afterSeq }: Since,
): Promise<boolean> {
  const ties = await tx.relation.findMany({
    where: {
      OR: [
        { fromId: statementId, to: MADE_PUBLIC },
        { toId: statementId, from: MADE_PUBLIC },
      ],
    },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  const acts = await tx.auditEntry.findMany({
    where: {
      seq: { gt: afterSeq },
      subjectType: "relation",
      subjectId: { in: ties.map(({ id }) => id) },
    },
    orderBy: { seq: "asc" },
    select: { before: true, after: true },
  });
  const isDecided = (json: string | null) => {
    const { state = "" } = JSON.parse(json ?? "{}") as { state?: string };
    return (DECIDED_RELATIONS as readonly string[]).includes(state);
  };
  return acts.some(({ before, after }) => isDecided(before) || isDecided(after));
}

/** Whether a position on a public claim was taken or given up since. */
async function hasTakenPositions(
  tx: Pick<Tx, "auditEntry" | "claim">,
  { statementId, afterSeq }: Since,
): Promise<boolean> {
  const acts = await tx.auditEntry.findMany({
    where: {
      seq: { gt: afterSeq },
      ...{ subjectType: "statement", subjectId: statementId },
      action: { in: ["position.taken", "position.withdrawn"] },
    },
    orderBy: { seq: "asc" },
    select: { before: true, after: true },
  });
  const slugs = acts.flatMap(({ before, after }) => {
    const { claim } = JSON.parse(after ?? before ?? "{}") as { claim?: string };
    return claim ?? [];
  });
  return (
    (await tx.claim.count({ where: { slug: { in: slugs }, state: { in: [...PUBLIC_CLAIM_STATES] } } })) > 0
  );
}

/**
 * Why what a colleague wrote into a statement, or beside it, must not be published: it repeats another one that is off the record
 * or under an embargo.
 */
export async function listRepeatedBeside(tx: SealedReader, statementId: string): Promise<Refusal[]> {
  const { speakerId, ...written } = await tx.statement.findUniqueOrThrow({
    where: { id: statementId },
    select: WRITTEN,
  });
  return sealedRefusals(tx, { statements: [statementId], speakers: [speakerId] }, textsOf(written));
}

const LATEST = { where: { supersededAt: null }, orderBy: { id: "asc" } } as const;

/** A tie that becomes public with the statement. */
const TIE = {
  orderBy: { id: "asc" },
  select: {
    ...{ rationale: true, comparability: true, evidence: EVIDENCE_TEXTS },
    decisions: { orderBy: { id: "asc" }, select: { reason: true } },
  },
} as const;
const DECIDED = { state: { in: [...DECIDED_RELATIONS] } };

const WRITTEN = {
  ...{ attribution: true, roleThen: true, place: true, event: true, speakerId: true, addressee: true },
  ...{ saidOnNote: true, context: true, introduction: true, cue: true, translatedBy: true },
  hops: { select: { name: true }, orderBy: { ordinal: "asc" } },
  speaker: {
    select: { description: true, affiliations: { select: { role: true }, orderBy: { id: "asc" } } },
  },
  source: { select: { author: true, authorNames: true, outlet: { select: { name: true } } } },
  story: { select: { title: true, summary: true, slug: true } },
  anchors: { select: { explanation: true }, orderBy: { id: "asc" } },
  positions: { ...LATEST, select: { note: true } },
  relationsFrom: { ...TIE, where: { ...DECIDED, to: MADE_PUBLIC } },
  relationsTo: { ...TIE, where: { ...DECIDED, from: MADE_PUBLIC } },
  verdicts: {
    ...LATEST,
    select: { reasons: true, uncertainty: true, speakerAnswered: true, evidence: EVIDENCE_TEXTS },
  },
} as const satisfies Prisma.StatementSelect;

type Read = Omit<Prisma.StatementGetPayload<{ select: typeof WRITTEN }>, "speakerId">;

function textsOf({
  anchors,
  hops,
  speaker,
  source,
  story,
  positions,
  verdicts,
  relationsFrom,
  relationsTo,
  ...fields
}: Read): Written {
  return [
    ["attribution", [fields.attribution]],
    ["role", [fields.roleThen]],
    ["place", [fields.place]],
    ["event", [fields.event]],
    ["addressee", [fields.addressee]],
    ["date as printed", [fields.saidOnNote]],
    ["context", [fields.context]],
    ["introduction", [fields.introduction ?? ""]],
    ["cue", [fields.cue]],
    ["translator", [fields.translatedBy ?? ""]],
    ["attribution chain", hops.map(({ name }) => name)],
    ["explanation of a difference", anchors.map(({ explanation }) => explanation)],
    [
      "speaker’s description",
      speaker ? [speaker.description, ...speaker.affiliations.map(({ role }) => role)] : [],
    ],
    [
      "source’s author or outlet",
      [source.author ?? "", writeNames(authorsOf(source)), source.outlet?.name ?? ""],
    ],
    ["story", story ? [story.title, story.summary, spelledBy(story.slug)] : []],
    ["positions", positions.map(({ note }) => note)],
    [
      "relations",
      [...relationsFrom, ...relationsTo].flatMap(({ rationale, comparability, evidence, decisions }) => [
        ...[rationale, comparability, ...decisions.map(({ reason }) => reason)],
        ...textsOfEvidence(evidence),
      ]),
    ],
    [
      "verdicts",
      verdicts.flatMap(({ reasons, uncertainty, speakerAnswered, evidence }) => [
        ...[reasons, uncertainty, speakerAnswered, ...textsOfEvidence(evidence)],
      ]),
    ],
  ];
}

import { VISITOR } from "@/lib/auth";
import type { Prisma, Tx } from "@/lib/db/server";
import { isChange } from "@/lib/independence";
import { repeatsWords } from "@/lib/matching";
import {
  DECIDED_RELATIONS,
  MADE_PUBLIC,
  PUBLIC_CLAIM_STATES,
  sealedStatements,
} from "@/lib/visibility/server";

/** What names a speaker, a source or a story, by the acts that change it. */
const NAMING = [
  { type: "speaker", action: "speaker.edited" },
  { type: "source", action: "source.edited" },
  { type: "story", action: "story.edited" },
] as const;

/**
 * What is published along with the words, and was changed since somebody approved them: they read another name, or not
 * the relation or the position that would become public with it, which nobody but its author has looked at.
 */
export async function listChangedSinceApproval(
  tx: Pick<Tx, "auditEntry" | "statement" | "relation" | "claim">,
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
  const beside = {
    speaker: [speakerId, ...hops.map((hop) => hop.speakerId)],
    source: [sourceId, ...hops.map((hop) => hop.sourceId)],
    story: [storyId],
  };
  const edits = await tx.auditEntry.findMany({
    where: {
      seq: { gt: approval.seq },
      OR: NAMING.map(({ type, action }) => ({
        action,
        subjectType: type,
        subjectId: { in: beside[type].filter((id) => id !== null) },
      })),
    },
    orderBy: { seq: "asc" },
    select: { subjectType: true, before: true, after: true },
  });
  const since = { statementId, afterSeq: approval.seq };
  return [
    ...new Set(edits.filter(isChange).map(({ subjectType }) => subjectType)),
    ...((await hasDecidedTies(tx, since)) ? ["relations"] : []),
    ...((await hasTakenPositions(tx, since)) ? ["positions"] : []),
  ];
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

/** Words of a statement that is off the record or under an embargo, in what a colleague wrote for the public. */
export interface Repeated {
  /** Where it stands: "context". */
  readonly where: string;
  /** The statement whose words they are. */
  readonly publicId: string;
}

/**
 * Where what a colleague wrote into a statement, or beside it, repeats another one of the same source or story that is off
 * the record or under an embargo: its publication would tell those words. What the source prints is struck out by itself.
 */
export async function listRepeatedSealed(
  tx: Pick<Tx, "statement">,
  statementId: string,
): Promise<Repeated[]> {
  const { sourceId, storyId, ...written } = await tx.statement.findUniqueOrThrow({
    where: { id: statementId },
    select: WRITTEN,
  });
  const sealed = await tx.statement.findMany({
    where: {
      AND: [sealedStatements(VISITOR) ?? {}, { OR: [{ sourceId }, ...(storyId ? [{ storyId }] : [])] }],
      id: { not: statementId },
    },
    select: { publicId: true, wording: true, originalWording: true },
    orderBy: { id: "asc" },
  });
  if (sealed.length === 0) return [];
  const texts = textsOf(written);
  return sealed.flatMap(({ publicId, wording, originalWording }) =>
    texts
      .filter(([, written]) => written.some((text) => repeatsWords(text, [wording, originalWording ?? ""])))
      .map(([where]) => ({ where, publicId })),
  );
}

const LATEST = { where: { supersededAt: null }, orderBy: { id: "asc" } } as const;

const WRITTEN = {
  ...{ sourceId: true, storyId: true, attribution: true, roleThen: true, place: true, event: true },
  ...{ addressee: true, saidOnNote: true, context: true, introduction: true },
  story: { select: { title: true, summary: true } },
  positions: { ...LATEST, select: { note: true } },
  verdicts: {
    ...LATEST,
    select: {
      ...{ reasons: true, uncertainty: true, speakerAnswered: true },
      evidence: {
        orderBy: { id: "asc" },
        select: { sourceId: true, title: true, excerpt: true, note: true },
      },
    },
  },
} as const satisfies Prisma.StatementSelect;

type Written = Prisma.StatementGetPayload<{ select: typeof WRITTEN }>;

function textsOf({ story, positions, verdicts, ...fields }: Omit<Written, "sourceId" | "storyId">) {
  const texts: readonly (readonly [where: string, texts: readonly string[]])[] = [
    ["attribution", [fields.attribution]],
    ["role", [fields.roleThen]],
    ["place", [fields.place]],
    ["event", [fields.event]],
    ["addressee", [fields.addressee]],
    ["date as printed", [fields.saidOnNote]],
    ["context", [fields.context]],
    ["introduction", [fields.introduction ?? ""]],
    ["story", story ? [story.title, story.summary] : []],
    ["positions", positions.map(({ note }) => note)],
    [
      "verdicts",
      verdicts.flatMap(({ reasons, uncertainty, speakerAnswered, evidence }) => [
        ...[reasons, uncertainty, speakerAnswered],
        // what is quoted of a source is struck out there
        ...evidence.flatMap(({ sourceId, title, excerpt, note }) =>
          sourceId === null ? [title, excerpt, note] : [note],
        ),
      ]),
    ],
  ];
  return texts;
}

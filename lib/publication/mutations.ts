import { appendAudit } from "@/lib/audit/server";
import type { Actor } from "@/lib/auth";
import type { Prisma, Tx } from "@/lib/db/server";
import { now } from "@/lib/env";
import { statementKeyOf } from "@/lib/query";
import { occurredAtOf } from "@/lib/sources";
import { reanchored, reworded, wordingKeyOf } from "@/lib/statements";
import { findTaken, takeFound } from "@/lib/statements/server";
import { parseDated } from "@/lib/text";
import type { Changes } from "./schema";

/**
 * Writes the next version of a statement, word for word as it stands in the transaction, and points the statement at it.
 * Versions are only ever added; the caller has checked who and when.
 * @returns the number of the version, from 1.
 */
export async function writeVersion(tx: Tx, actor: Actor, statementId: string): Promise<number> {
  const { publishedVersion, publishedAt, ...statement } = await tx.statement.findUniqueOrThrow({
    where: { id: statementId },
    select: PUBLISHED,
  });
  const number = (publishedVersion ?? 0) + 1;
  const at = now();
  await tx.statementVersion.create({
    data: {
      statementId,
      number,
      wording: statement.wording,
      snapshot: JSON.stringify(statement),
      publishedById: actor.id,
      publishedAt: at,
    },
  });
  await tx.statement.update({
    where: { id: statementId },
    // the day of first publication is what a citation gives; each version keeps its own
    data: { publishedVersion: number, publishedAt: publishedAt ?? at },
  });
  return number;
}

/** What a correction leaves of the anchor in the newest edition: where the new words stand there, if they do. */
export async function anchorAfter(
  tx: Pick<Tx, "anchor" | "sighting">,
  statementId: string,
  { wording }: Changes,
  explanation: string,
): Promise<{ state: string; explanation: string } | null> {
  const anchor = await tx.anchor.findFirst({
    where: { statementId },
    orderBy: { edition: { number: "desc" } },
    include: { edition: { select: { text: true } }, statement: { select: { wording: true } } },
  });
  if (!anchor) return null;
  if (wording === undefined) return { state: anchor.state, explanation: explanation || anchor.explanation };
  // the words that its source prints by now stand there
  if (await findTaken(tx, statementId, wording)) return { state: "exact", explanation };
  // why the former words might differ says nothing of the new ones
  return {
    state: reanchored(anchor.edition.text, wording, anchor, anchor.statement.wording).state,
    explanation,
  };
}

/** Puts fields of a published statement right; the versions written before keep their words. */
export async function applyChanges(
  tx: Tx,
  actor: Actor,
  statementId: string,
  { saidOn, ...changes }: Changes,
  explanation: string,
): Promise<void> {
  const { anchors, source, speaker, ...before } = await tx.statement.findUniqueOrThrow({
    where: { id: statementId },
    include: {
      speaker: { select: { name: true } },
      anchors: { include: { edition: { select: { text: true } } }, orderBy: { id: "asc" } },
      source: { select: { publishedOn: true } },
    },
  });
  const words = changes.wording === undefined ? null : reworded(changes.wording, before.wording, anchors);
  const dated = saidOn === undefined ? null : parseDated(saidOn);
  const data = {
    ...changes,
    ...emptied(changes, ["originalWording", "originalLanguage", "translatedBy", "speakerId", "introduction"]),
    ...(saidOn === undefined
      ? {}
      : {
          saidOn: dated?.on ?? null,
          saidOnPrecision: dated?.precision ?? null,
          occurredAt: occurredAtOf(dated?.on ?? null, source.publishedOn, before.createdAt),
        }),
    ...(words === null
      ? {}
      : {
          wording: words.wording,
          wordingKey: wordingKeyOf(words.wording),
          editMarks: JSON.stringify(words.editMarks),
        }),
  };
  await tx.statement.update({
    where: { id: statementId },
    data: {
      ...data,
      searchKey: statementKeyOf(before, data as Partial<typeof before>),
    } as Prisma.StatementUncheckedUpdateInput,
  });
  for (const [index, anchor] of anchors.entries()) {
    const place = words?.places[index] ?? {};
    const why = words === null ? explanation || anchor.explanation : explanation;
    await tx.anchor.update({
      where: { id: anchor.id },
      data: { ...place, explanation: why, checkedAt: now() },
    });
  }
  if (words !== null) await takeFound(tx, actor, statementId, words.wording);
  const fields = Object.keys(data) as (keyof typeof before)[];
  const named = changes.speakerId
    ? await tx.speaker.findUnique({ where: { id: changes.speakerId }, select: { name: true } })
    : null;
  const isAnother = changes.speakerId !== undefined;
  await appendAudit(tx, {
    actor,
    action: "statement.put_right",
    subjectType: "statement",
    subjectId: statementId,
    before: {
      ...Object.fromEntries(fields.map((field) => [field, before[field]])),
      ...(isAnother ? { speaker: speaker?.name ?? "" } : {}),
    },
    after: { ...data, ...(isAnother ? { speaker: named?.name ?? "" } : {}) },
  });
}

function emptied(changes: Changes, fields: readonly (keyof Changes)[]) {
  return Object.fromEntries(fields.filter((field) => changes[field] === "").map((field) => [field, null]));
}

/** Every field that the public sees, and nothing else: no internal id, no name of a colleague. */
const PUBLISHED = {
  publicId: true,
  wording: true,
  form: true,
  language: true,
  originalWording: true,
  originalLanguage: true,
  translatedBy: true,
  editMarks: true,
  isDenial: true,
  attribution: true,
  roleThen: true,
  cue: true,
  introduction: true,
  saidOn: true,
  saidOnPrecision: true,
  saidOnNote: true,
  place: true,
  event: true,
  addressee: true,
  context: true,
  publishedVersion: true,
  publishedAt: true,
  speaker: { select: { slug: true, name: true, kind: true } },
  source: {
    select: {
      publicId: true,
      title: true,
      kind: true,
      address: true,
      author: true,
      publishedOn: true,
      publishedOnPrecision: true,
      language: true,
      outlet: { select: { slug: true, name: true } },
    },
  },
  story: { select: { slug: true, title: true } },
  hops: {
    orderBy: { ordinal: "asc" },
    select: { name: true, speaker: { select: { slug: true, name: true } } },
  },
  anchors: {
    select: {
      exact: true,
      prefix: true,
      suffix: true,
      startUtf16: true,
      endUtf16: true,
      state: true,
      explanation: true,
      edition: { select: { number: true, sha256: true } },
    },
    orderBy: { id: "asc" },
  },
  positions: {
    // a claim under work is not public because one of its statements is
    where: { supersededAt: null, claim: { state: "published" } },
    select: { stance: true, note: true, claim: { select: { slug: true, proposition: true } } },
    orderBy: { id: "asc" },
  },
  assessments: {
    where: { supersededAt: null },
    select: {
      attributionTerms: true,
      sourceIdentity: true,
      channel: true,
      proximity: true,
      origin: true,
      reliability: true,
      credibility: true,
      assessedAt: true,
      facets: { select: { facet: true, value: true }, orderBy: [{ facet: "asc" }, { value: "asc" }] },
    },
    orderBy: { id: "asc" },
  },
  verdicts: {
    where: { supersededAt: null },
    select: {
      axis: true,
      value: true,
      reasons: true,
      uncertainty: true,
      asOf: true,
      scaleLabel: {
        select: { key: true, label: true, number: true, scale: { select: { key: true, name: true } } },
      },
      evidence: {
        select: { stance: true, title: true, address: true, excerpt: true, note: true },
        orderBy: { id: "asc" },
      },
    },
    orderBy: { id: "asc" },
  },
} as const satisfies Prisma.StatementSelect;

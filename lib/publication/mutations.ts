import { appendAudit } from "@/lib/audit/server";
import type { Actor } from "@/lib/auth";
import type { Prisma, Tx } from "@/lib/db/server";
import { now } from "@/lib/env";
import { findEditMarks, reanchored, wordingKeyOf } from "@/lib/statements";
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

/** Puts fields of a published statement right; the versions written before keep their words. */
export async function applyChanges(
  tx: Tx,
  actor: Actor,
  statementId: string,
  changes: Changes,
): Promise<void> {
  const before = await tx.statement.findUniqueOrThrow({
    where: { id: statementId },
    include: { anchors: { include: { edition: { select: { text: true } } }, orderBy: { id: "asc" } } },
  });
  const changed = Object.entries(changes).filter(
    ([field, value]) => value !== undefined && value !== before[field as keyof Changes],
  );
  if (changed.length === 0) return;
  const after = Object.fromEntries(changed) as Changes;
  const { wording } = after;
  const derived =
    wording === undefined
      ? {}
      : { wordingKey: wordingKeyOf(wording), editMarks: JSON.stringify(findEditMarks(wording)) };
  await tx.statement.update({
    where: { id: statementId },
    data: { ...after, ...derived } as Prisma.StatementUpdateInput,
  });
  if (wording !== undefined) {
    for (const { edition, ...anchor } of before.anchors) {
      const place = reanchored(edition.text, wording, anchor);
      await tx.anchor.update({ where: { id: anchor.id }, data: { ...place, checkedAt: now() } });
    }
  }
  await appendAudit(tx, {
    actor,
    action: "statement.put_right",
    subjectType: "statement",
    subjectId: statementId,
    before: Object.fromEntries(changed.map(([field]) => [field, before[field as keyof Changes]])),
    after,
  });
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
    where: { supersededAt: null },
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

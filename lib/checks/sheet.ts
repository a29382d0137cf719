import { db, type Prisma, type Tx } from "@/lib/db/server";
import { NotFound } from "@/lib/errors";
import type { KeptFinding } from "./model";
import { findingsOpen, isDone } from "./open";
import { type Proof, proofOf } from "./proof";
import { ACCOUNTED } from "./proof-states";

const SHEET = {
  drafts: { orderBy: { number: "desc" }, take: 1 },
  runs: { orderBy: [{ ranAt: "desc" }, { id: "desc" }], take: 1, select: { findings: true } },
  decisions: { where: { supersededAt: null }, orderBy: [{ givenAt: "asc" }, { id: "asc" }] },
  marks: { where: { supersededAt: null }, orderBy: [{ givenAt: "asc" }, { id: "asc" }] },
} as const satisfies Prisma.CheckInclude;

/** A check as it stands: its newest draft, what was found in it, what was said of both, and every word with its state. */
export async function readSheet(
  tx: Pick<Tx, "check">,
  where: { readonly id: string } | { readonly publicId: string },
) {
  const check = await tx.check.findUnique({ where, include: SHEET });
  const [draft] = check?.drafts ?? [];
  if (!check || !draft) throw new NotFound("The check");
  const findings = findingsIn(check.runs[0]?.findings);
  const { language, decisions, marks } = check;
  const decided = new Set(decisions.filter(isDone).map(({ findingKey }) => findingKey));
  const proof = proofOf(draft.text, { findings, decided, marks, language });
  return { ...check, draft, findings, proof, ...countsOf(proof, findings, decisions) };
}

export type Sheet = Awaited<ReturnType<typeof readSheet>>;

function countsOf(
  proof: Proof,
  findings: readonly KeptFinding[],
  decisions: readonly { readonly findingKey: string; readonly kind: string }[],
) {
  return {
    findingCount: findings.length,
    openCount: findingsOpen(findings, decisions).length,
    wordCount: proof.words,
    leftCount: proof.words - ACCOUNTED.reduce((sum, state) => sum + proof.counts[state], 0),
  };
}

/** Counts a check anew, in the transaction of what changed it; gives it as it stands then. */
export async function recount(tx: Tx, id: string): Promise<Sheet> {
  const sheet = await readSheet(tx, { id });
  const { findingCount, openCount, wordCount, leftCount } = sheet;
  await tx.check.update({ where: { id }, data: { findingCount, openCount, wordCount, leftCount } });
  return sheet;
}

type Counted = Pick<Sheet, "findingCount" | "openCount" | "wordCount" | "leftCount">;

/** What was counted of a check; a check of an earlier release that nothing was done with since is counted now. */
export async function countsKept(check: {
  readonly id: string;
  readonly findingCount: number | null;
  readonly openCount: number | null;
  readonly wordCount: number | null;
  readonly leftCount: number | null;
}): Promise<Counted> {
  const { findingCount, openCount, wordCount, leftCount } = check;
  if (findingCount === null || openCount === null || wordCount === null || leftCount === null)
    return readSheet(db, { id: check.id });
  return { findingCount, openCount, wordCount, leftCount };
}

export function findingsIn(json: string | undefined): KeptFinding[] {
  return json === undefined ? [] : (JSON.parse(json) as KeptFinding[]);
}

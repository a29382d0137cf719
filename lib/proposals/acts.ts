import { v7 as uuid } from "uuid";
import type { Tx } from "@/lib/db/server";
import type { Choice } from "./model";

/** What one press decided, and what it takes to take it back. */
export interface Decided {
  readonly became: Choice;
  readonly was: readonly { readonly ordinal: number; readonly decision: string }[];
  /** What was said of a speaker before, by the key of the name; null when nothing was. */
  readonly answer?: { readonly nameKey: string; readonly kind: string | null } | undefined;
}

/** Keeps what a press decided as the last act of the draft; one that decided nothing is none. */
export async function recordAct(tx: Tx, draftId: string, decided: Decided): Promise<void> {
  if (decided.was.length === 0) return;
  // an id of ours: two of one millisecond keep their order
  await tx.importAct.create({ data: { id: uuid(), draftId, changed: JSON.stringify(decided) } });
}

/** Forgets the acts of a draft: what is stored is taken back elsewhere, and what is read anew has other numbers. */
export async function forgetActs(tx: Tx, draftId: string): Promise<void> {
  await tx.importAct.deleteMany({ where: { draftId } });
}

/**
 * Takes back the last act of the draft: its first proposal by ordinal, null when there is none. What was decided
 * otherwise since, by a press that was taken back or in an edit, stays.
 */
export async function undoAct(tx: Tx, draftId: string): Promise<number | null> {
  const last = await tx.importAct.findFirst({ where: { draftId }, orderBy: { id: "desc" } });
  if (!last) return null;
  await tx.importAct.delete({ where: { id: last.id } });
  const { became, was, answer } = JSON.parse(last.changed) as Decided;
  for (const decision of new Set(was.map((one) => one.decision))) {
    const ordinals = was.filter((one) => one.decision === decision).map(({ ordinal }) => ordinal);
    for (let from = 0; from < ordinals.length; from += CHUNK) {
      await tx.importProposal.updateMany({
        where: {
          ...{ draftId, decision: became, statementId: null },
          ordinal: { in: ordinals.slice(from, from + CHUNK) },
        },
        data: { decision },
      });
    }
  }
  if (answer) await takeBackAnswer(tx, draftId, answer);
  return was[0]?.ordinal ?? null;
}

const CHUNK = 200;

async function takeBackAnswer(
  tx: Tx,
  draftId: string,
  answer: NonNullable<Decided["answer"]>,
): Promise<void> {
  const { nameKey, kind } = answer;
  if (kind === null) await tx.importSpeakerKind.deleteMany({ where: { draftId, nameKey } });
  else await tx.importSpeakerKind.updateMany({ where: { draftId, nameKey }, data: { kind } });
}

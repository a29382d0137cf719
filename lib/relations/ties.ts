import type { Actor } from "@/lib/auth";
import { EVIDENCE_TEXTS, textsOfEvidence } from "@/lib/claims/server";
import type { Tx } from "@/lib/db/server";
import type { Subject } from "@/lib/notices";
import { passPublicEdit } from "@/lib/notices/server";
import { labelOf } from "@/lib/text";
import { DECIDED_RELATIONS } from "@/lib/visibility/server";
import { RELATION_STATES, RELATION_TYPES, RESOLUTIONS } from "./model";

/** How a tie stands, as far as the public reads it: a suggestion and a rejection are the desk's. */
export function standingOf(state: string, resolution: string | null): string {
  if (!(DECIDED_RELATIONS as readonly string[]).includes(state)) return "";
  return [labelOf(RELATION_STATES, state), resolution && labelOf(RESOLUTIONS, resolution)]
    .filter(Boolean)
    .join(": ");
}

interface Passing {
  readonly before: string;
  readonly after: string;
  readonly publicNote: string | undefined;
  /** What is written with the decision, besides what the relation holds. */
  readonly texts?: readonly string[];
}

/** Asks for an editor and a note when a decision changes what the public reads between two public statements. */
export async function passTie(
  tx: Tx,
  actor: Actor,
  relation: { readonly id: string; readonly type: string; readonly fromId: string; readonly toId: string },
  { before, after, publicNote, texts = [] }: Passing,
): Promise<void> {
  if (before === after) return;
  const statements = await tx.statement.findMany({
    where: { id: { in: [relation.fromId, relation.toId] } },
    orderBy: { id: "asc" },
    select: { id: true, publicId: true },
  });
  const nameOf = (id: string) => statements.find((one) => one.id === id)?.publicId ?? id;
  const ends = [relation.fromId, relation.toId].map((id): Subject => ({ type: "statement", id }));
  const tie = labelOf(RELATION_TYPES, relation.type).toLowerCase();
  const { rationale, comparability, evidence } = await tx.relation.findUniqueOrThrow({
    where: { id: relation.id },
    select: TEXTS_OF_TIE,
  });
  await passPublicEdit(tx, actor, {
    subject: { type: "relation", id: relation.id },
    restsOn: ends,
    alsoOn: ends,
    changes: [{ what: `“${nameOf(relation.fromId)} ${tie} ${nameOf(relation.toId)}”`, before, after }],
    written:
      after === "" ? [] : [["reasons", [rationale, comparability, ...textsOfEvidence(evidence), ...texts]]],
    note: publicNote,
  });
}

const TEXTS_OF_TIE = {
  ...{ rationale: true, comparability: true },
  evidence: EVIDENCE_TEXTS,
} as const;

import type { ReactNode } from "react";
import { Grade } from "@/components/sourcing/grade";
import { FormTag } from "@/components/statements/marks";
import { SaidShort } from "@/components/statements/said";
import { speakerName } from "@/components/statements/words";
import type { Worded } from "@/lib/statements";
import { CompetingPair, type PairRelation, type PairSide, PairSides } from "./competing-pair";
import { RelationLabel } from "./relation-label";

/** A statement at one end of a relation. */
export interface EndStatement extends Worded {
  publicId: string;
  state: string;
  attribution: string;
  roleThen: string;
  saidOn: Date | null;
  saidOnPrecision: string | null;
  saidOnNote: string;
  place: string;
  event: string;
  addressee: string;
  speaker: { slug: string; name: string } | null;
  source: { publishedOn: Date | null; publishedOnPrecision: string | null };
  assessments?: readonly { reliability: string; credibility: number }[];
}

export interface StoredRelation extends Omit<PairRelation, "values" | "decidedBy" | "decidedAt" | "reason"> {
  valueFrom: string | null;
  valueTo: string | null;
  unit: string | null;
  period: string | null;
  from: EndStatement;
  to: EndStatement;
  decisions: readonly { decision: string; reason: string; madeAt: Date }[];
}

/** A relation as it is stored, first statement left: the two side by side, and what was decided. */
export function RelationPair({ relation, children }: { relation: StoredRelation; children?: ReactNode }) {
  const { from, to, valueFrom, valueTo, unit, period, decisions, ...shown } = relation;
  const [newest] = decisions;
  const values =
    valueFrom && valueTo ? { left: valueFrom, right: valueTo, unit: unit ?? "", period: period ?? "" } : null;
  const outcome = relation.state === "resolved" ? { reason: newest?.reason } : {};
  return (
    <CompetingPair
      left={pairSideOf(from)}
      right={pairSideOf(to)}
      relation={{ ...shown, ...outcome, values }}
      isFromLeft
    >
      {children}
    </CompetingPair>
  );
}

/** The two alone, with why they compete: the head of a page whose grounds and outcome stand elsewhere. */
export function LeadPair({ relation }: { relation: StoredRelation }) {
  const { type, state, rationale, from, to } = relation;
  return (
    <>
      <PairSides left={pairSideOf(from)} right={pairSideOf(to)}>
        <RelationLabel type={type} state={state} isFromReader isBoxed />
      </PairSides>
      <p className="small above-3" dir="auto">
        {rationale}
      </p>
    </>
  );
}

/** How a statement stands in a pair. */
export function pairSideOf(statement: EndStatement): PairSide {
  const [grade] = statement.assessments ?? [];
  const where = [statement.event, statement.place].filter(Boolean).join(", ");
  return {
    publicId: statement.publicId,
    statement,
    speakerName: speakerName(statement),
    speakerSlug: statement.speaker?.slug,
    role: statement.roleThen || undefined,
    occasion: (
      <>
        {statement.addressee ? `told ${statement.addressee}, ` : null}
        <SaidShort {...statement} />
        {where ? `, ${where}` : null}
      </>
    ),
    marks: (
      <div className="btns above-3">
        <FormTag form={statement.form} />
        {grade ? <Grade {...grade} withWords /> : null}
      </div>
    ),
  };
}

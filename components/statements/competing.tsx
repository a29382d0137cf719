import type { ReactNode } from "react";
import { EvidenceList, type EvidenceShown } from "@/components/evidence/evidence-list";
import { CompetingPair, type PairRelation, type PairSide } from "@/components/relations/competing-pair";
import { RelationLabel } from "@/components/relations/relation-label";
import { Time } from "@/components/ui/time";
import { isConflict } from "@/lib/relations";
import type { Worded } from "@/lib/statements";
import { DenialTag } from "./marks";
import { Quotation } from "./quotation";
import { precisionOf } from "./said";
import { speakerName } from "./words";

/** A statement as one side of a relation. */
export interface RelatedStatement extends Worded {
  readonly publicId: string;
  readonly attribution: string;
  readonly roleThen: string;
  readonly saidOn: Date | null;
  readonly saidOnPrecision: string | null;
  readonly saidOnNote: string;
  readonly place: string;
  readonly event: string;
  readonly speaker: { readonly slug: string; readonly name: string } | null;
}

interface Decision {
  readonly reason: string;
  readonly madeAt: Date;
}

export interface TiedStatement {
  readonly relation: Omit<PairRelation, "values" | "decidedAt" | "decidedBy" | "reason"> & {
    readonly valueFrom: string | null;
    readonly valueTo: string | null;
    readonly unit: string | null;
    readonly period: string | null;
    readonly decisions: readonly Decision[];
    readonly evidence: readonly EvidenceShown[];
  };
  readonly isFrom: boolean;
  readonly other: RelatedStatement;
}

interface CompetingProps {
  statement: RelatedStatement;
  ties: readonly TiedStatement[];
  empty: ReactNode;
}

/** What a statement competes with, pair by pair, and below what stands beside it. */
export function Competing({ statement, ties, empty }: CompetingProps) {
  const conflicts = ties.filter(({ relation }) => isConflict(relation.type));
  const others = ties.filter(({ relation }) => !isConflict(relation.type));
  if (ties.length === 0) return <>{empty}</>;
  return (
    <div className="stack--loose">
      {conflicts.map((tie) => (
        <Pair key={tie.relation.publicId} statement={statement} tie={tie} />
      ))}
      {others.length > 0 ? (
        <section aria-labelledby="beside-it">
          <h3 id="beside-it" className="label">
            Beside it
          </h3>
          <ul className="support">
            {others.map((tie) => (
              <Beside key={tie.relation.publicId} tie={tie} />
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

function Pair({ statement, tie }: { statement: RelatedStatement; tie: TiedStatement }) {
  const { relation, isFrom, other } = tie;
  const { valueFrom, valueTo, unit, period, decisions, evidence, ...shown } = relation;
  const [newest] = decisions;
  const titleId = `pair-${relation.publicId}`;
  const values =
    valueFrom && valueTo
      ? {
          left: isFrom ? valueFrom : valueTo,
          right: isFrom ? valueTo : valueFrom,
          unit: unit ?? "",
          period: period ?? "",
        }
      : null;
  return (
    <section aria-labelledby={titleId}>
      <h3 className="vh" id={titleId}>
        <bdi>{speakerName(statement)}</bdi> and <bdi>{speakerName(other)}</bdi>
      </h3>
      <CompetingPair
        left={{ ...sideOf(statement), isThis: true }}
        right={sideOf(other)}
        relation={{
          ...shown,
          values,
          decidedAt: relation.state === "suggested" ? null : newest?.madeAt,
          reason: relation.state === "suggested" ? undefined : newest?.reason,
        }}
        isFromLeft={isFrom}
      />
      <EvidenceList evidence={evidence} />
    </section>
  );
}

function Beside({ tie: { relation, isFrom, other } }: { tie: TiedStatement }) {
  return (
    <li>
      <RelationLabel type={relation.type} state={relation.state} isFromReader={isFrom} />
      <Quotation statement={other} size="list" href={`/statements/${other.publicId}`} />
      <p className="meta">
        <b>
          <bdi>{speakerName(other)}</bdi>
        </b>
        <br />
        {relation.rationale}
        {relation.comparability ? (
          <>
            <br />
            Why they can be compared: {relation.comparability}
          </>
        ) : null}
      </p>
      <EvidenceList evidence={relation.evidence} />
    </li>
  );
}

function sideOf(statement: RelatedStatement): PairSide {
  const { publicId, roleThen, speaker, event, place, saidOn, saidOnPrecision } = statement;
  const where = event || place;
  return {
    publicId,
    statement,
    speakerName: speakerName(statement),
    speakerSlug: speaker?.slug,
    role: roleThen || undefined,
    occasion: saidOn ? (
      <>
        <Time value={saidOn} precision={precisionOf(saidOnPrecision)} />
        {where ? `, ${where}` : null}
      </>
    ) : (
      where || undefined
    ),
    marks: statement.isDenial ? <DenialTag /> : undefined,
  };
}

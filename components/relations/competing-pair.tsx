import type { Route } from "next";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { RESOLUTIONS, type Resolution } from "@/lib/relations";
import type { Worded } from "@/lib/statements";
import { termOf } from "@/lib/text";
import { PairQuotation } from "./pair-quotation";
import { comparedWords } from "./pair-words";
import { RelationLabel } from "./relation-label";

export interface PairSide {
  /** The printable id; a link unless this is the page's own statement. */
  publicId: string;
  isThis?: boolean | undefined;
  statement: Worded;
  speakerName: string;
  speakerSlug?: string | null | undefined;
  /** The role as of the occasion, or what else tells who spoke. */
  role?: string | undefined;
  /** When, where, to whom: one line. */
  occasion?: ReactNode;
  /** Tags under the byline: state, grade. */
  marks?: ReactNode;
}

export interface PairRelation {
  publicId: string;
  type: string;
  state: string;
  rationale: string;
  comparability: string;
  resolution: string | null;
  /** For a numeric conflict, in the order of the sides as given. */
  values?: { left: string; right: string; unit: string; period: string } | null | undefined;
  /** Why it was proposed, when a rule of the program did. */
  suggestedBy?: string | undefined;
  decidedBy?: string | null | undefined;
  decidedAt?: Date | string | null | undefined;
  /** The reason of the newest decision, when it says more than the rationale. */
  reason?: string | undefined;
}

interface CompetingPairProps {
  /** The statement on the left. */
  left: PairSide;
  right: PairSide;
  relation: PairRelation;
  /** Whether the relation runs from left to right; of no account for a symmetric one. */
  isFromLeft: boolean;
  /** Beside the rationale: a form, evidence. */
  children?: ReactNode;
}

/** Two statements side by side with the words that differ marked, and the relation standing on the rule between. */
export function CompetingPair({ left, right, relation, isFromLeft, children }: CompetingPairProps) {
  return (
    <>
      <PairSides left={left} right={right}>
        <RelationLabel type={relation.type} state={relation.state} isFromReader={isFromLeft} isBoxed />
      </PairSides>
      <div className="ruling">
        <Grounds relation={relation} left={left} right={right} />
        {children ?? <Outcome relation={relation} isFromLeft={isFromLeft} />}
      </div>
    </>
  );
}

/** Two statements beside one rule; `children` is the boxed word that stands on it. */
export function PairSides({
  left,
  right,
  children,
}: {
  left: PairSide;
  right: PairSide;
  children: ReactNode;
}) {
  const compared = comparedWords(left.statement, right.statement);
  const isMarked = [...compared.left, ...compared.right].some(({ isOnlyHere }) => isOnlyHere);
  return (
    <div className="pair">
      <Side side={left}>
        <PairQuotation statement={left.statement} stretches={compared.left} />
      </Side>
      <Side side={right}>
        <PairQuotation statement={right.statement} stretches={compared.right} />
      </Side>
      {children}
      {isMarked ? (
        <p className="small pair__key">A heavy line marks the words that the other side does not have.</p>
      ) : null}
    </div>
  );
}

function Side({ side, children }: { side: PairSide; children: ReactNode }) {
  return (
    <div>
      <span className="which">
        {side.isThis ? (
          "This statement"
        ) : (
          <Link className="id" href={`/statements/${side.publicId}` as Route}>
            {side.publicId}
          </Link>
        )}
      </span>
      {children}
      <p className="byline">
        <b>
          {side.speakerSlug ? (
            <Link href={`/speakers/${side.speakerSlug}` as Route}>{side.speakerName}</Link>
          ) : (
            side.speakerName
          )}
        </b>
        {side.role ? `, ${side.role}` : null}
        {side.occasion ? (
          <>
            <br />
            {side.occasion}
          </>
        ) : null}
      </p>
      {side.marks}
    </div>
  );
}

function Grounds({ relation, left, right }: { relation: PairRelation; left: PairSide; right: PairSide }) {
  return (
    <dl>
      <dt>{relation.state === "suggested" ? "Why they may compete" : "Why they compete"}</dt>
      <dd dir="auto">{relation.rationale}</dd>
      {relation.comparability ? (
        <>
          <dt>Why they can be compared</dt>
          <dd dir="auto">{relation.comparability}</dd>
        </>
      ) : null}
      {relation.values ? (
        <>
          <dt>Values</dt>
          <dd>
            {left.speakerName}: <b>{relation.values.left}</b> · {right.speakerName}:{" "}
            <b>{relation.values.right}</b> ({relation.values.unit}, {relation.values.period})
          </dd>
        </>
      ) : null}
      {relation.suggestedBy ? (
        <>
          <dt>Suggested by the rule</dt>
          <dd>{relation.suggestedBy}</dd>
        </>
      ) : null}
    </dl>
  );
}

function Outcome({ relation, isFromLeft }: { relation: PairRelation; isFromLeft: boolean }) {
  const resolution = termOf(RESOLUTIONS, relation.resolution);
  return (
    <dl>
      <dt>Resolution</dt>
      <dd>
        {resolution ? (
          <Tag icon={resolutionIcon(resolution.key, isFromLeft)} tone="strong">
            {resolutionWords(resolution.key, isFromLeft)}
          </Tag>
        ) : (
          <Tag icon="circle-dashed">Not resolved yet</Tag>
        )}
        {relation.reason ? <p dir="auto">{relation.reason}</p> : null}
      </dd>
      {relation.decidedBy && relation.decidedAt ? (
        <>
          <dt>Decided by</dt>
          <dd>
            {relation.decidedBy}, <Time value={relation.decidedAt} precision="day" />
          </dd>
        </>
      ) : null}
    </dl>
  );
}

// stored from a to b; on the page the left one may be either
const MIRROR: Partial<Record<Resolution, Resolution>> = { a_stands: "b_stands", b_stands: "a_stands" };

function seenFromLeft(resolution: Resolution, isFromLeft: boolean): Resolution {
  return isFromLeft ? resolution : (MIRROR[resolution] ?? resolution);
}

function resolutionWords(resolution: Resolution, isFromLeft: boolean): string {
  const seen = seenFromLeft(resolution, isFromLeft);
  if (seen === "a_stands") return "The left one stands";
  if (seen === "b_stands") return "The right one stands";
  return termOf(RESOLUTIONS, seen)?.label ?? seen;
}

function resolutionIcon(resolution: Resolution, isFromLeft: boolean) {
  return termOf(RESOLUTIONS, seenFromLeft(resolution, isFromLeft))?.icon ?? "circle-dashed";
}

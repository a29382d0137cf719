import { EvidenceList } from "@/components/evidence/evidence-list";
import { Fold } from "@/components/forms/fold.client";
import { PairSides } from "@/components/relations/competing-pair";
import { DecisionForms } from "@/components/relations/decision-forms";
import { RelationForm } from "@/components/relations/relation-form";
import { RelationLabel } from "@/components/relations/relation-label";
import { type EndStatement, pairSideOf } from "@/components/relations/relation-pair";
import { StatementSearch } from "@/components/review/statement-search";
import { speakerName } from "@/components/statements/words";
import { type Actor, can } from "@/lib/auth";
import { typedSoFar } from "@/lib/query";
import type { listRelationsOf } from "@/lib/relations/server";
import { getStatement, listStatements } from "@/lib/statements/server";
import {
  confirmAction,
  rejectAction,
  relateAction,
  reopenAction,
  resolveAction,
} from "../../contradictions/actions";

interface RelationsPartProps {
  actor: Actor;
  statement: EndStatement & { publicId: string };
  relations: Awaited<ReturnType<typeof listRelationsOf>>;
  /** What was searched for, and the statement chosen to compare with. */
  find: string;
  otherId: string;
  /** The chosen statement comes first. */
  isTurned: boolean;
}

const DECISIONS = {
  confirm: confirmAction,
  reject: rejectAction,
  resolve: resolveAction,
  reopen: reopenAction,
};

/** The relations of the statement with what can be decided on each, and the form for a new one. */
export async function RelationsPart({
  actor,
  statement,
  relations,
  find,
  otherId,
  isTurned,
}: RelationsPartProps) {
  const path = `/review/${statement.publicId}`;
  const found = find === "" ? [] : (await listStatements(actor, { q: typedSoFar(find) }, { take: 8 })).items;
  const other = otherId === "" ? null : await getStatement(actor, otherId).catch(() => null);
  return (
    <section
      id="relations"
      aria-labelledby="relations-title"
      className={relations.length === 0 ? "noprint" : undefined}
    >
      <h3 className="fh" id="relations-title">
        Relations
      </h3>
      {relations.map(({ relation, isFrom, other: end }) => (
        <Fold key={relation.publicId} className="assess" id={relation.publicId}>
          <summary>
            <RelationLabel type={relation.type} state={relation.state} isFromReader={isFrom} />
            <span className="meta">
              <bdi>{speakerName(end)}</bdi>
            </span>
          </summary>
          <div className="stack">
            <dl className="meta">
              <dt>
                <b>Rationale</b>
              </dt>
              <dd dir="auto">{relation.rationale}</dd>
              {relation.comparability ? (
                <>
                  <dt>
                    <b>Why the two can be compared</b>
                  </dt>
                  <dd dir="auto">{relation.comparability}</dd>
                </>
              ) : null}
            </dl>
            <EvidenceList evidence={relation.evidence} />
            {can(actor, "relation:decide") ? (
              <DecisionForms
                relation={relation}
                actions={DECISIONS}
                back={`${path}#relations`}
                mayChangePublic={can(actor, "published:change")}
              />
            ) : null}
          </div>
        </Fold>
      ))}
      {can(actor, "relation:suggest") ? (
        <div className="stack above-4">
          <StatementSearch q={find} found={found.filter(({ publicId }) => publicId !== statement.publicId)} />
          {other && other.publicId !== statement.publicId ? (
            <NewRelation
              first={isTurned ? other : statement}
              second={isTurned ? statement : other}
              turnTo={`?find=${encodeURIComponent(find)}&other=${other.publicId}${isTurned ? "" : "&turned=1"}#relate-pair`}
              actor={actor}
              back={`${path}#relations`}
            />
          ) : null}
        </div>
      ) : null}
    </section>
  );
}

interface NewRelationProps {
  first: EndStatement;
  second: EndStatement;
  turnTo: string;
  actor: Actor;
  back: string;
}

function NewRelation({ first, second, turnTo, actor, back }: NewRelationProps) {
  const isRead = [first, second].every(({ state }) => state === "published" || state === "retracted");
  return (
    <div id="relate-pair" className="stack">
      <PairSides left={pairSideOf(first)} right={pairSideOf(second)}>
        <span className="rel rel--suggested">Not related yet</span>
      </PairSides>
      <p className="small noprint">
        Left is the first statement, right the second.{" "}
        <button
          type="submit"
          className="btn btn--sm btn--quiet"
          formAction="/typed/rest"
          formMethod="post"
          name="to"
          value={turnTo}
        >
          Turn them round
        </button>
      </p>
      <RelationForm
        action={relateAction}
        fromId={first.publicId}
        toId={second.publicId}
        canDecide={can(actor, "relation:decide") && (!isRead || can(actor, "published:change"))}
        isRead={isRead}
        back={back}
      />
    </div>
  );
}

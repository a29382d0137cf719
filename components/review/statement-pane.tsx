import type { Route } from "next";
import type { ReactNode } from "react";
import { RelationLabel } from "@/components/relations/relation-label";
import { type EndStatement, pairSideOf } from "@/components/relations/relation-pair";
import { FormTag } from "@/components/statements/marks";
import { Quotation } from "@/components/statements/quotation";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { STANCES } from "@/lib/claims";
import { termOf } from "@/lib/text";

interface StatementPaneProps {
  statement: EndStatement & { context: string };
  relations: readonly {
    relation: { publicId: string; type: string; state: string };
    isFrom: boolean;
    other: EndStatement;
  }[];
  positions: readonly { id: string; stance: string; claim: { slug: string; proposition: string } }[];
  /** What the desk is told of who spoke. */
  beside?: ReactNode;
  /** The form for a position, where the actor may take one. */
  children?: ReactNode;
}

/** The statement as it would be published, the positions it takes and what it stands beside. */
export function StatementPane({ statement, relations, positions, beside, children }: StatementPaneProps) {
  return (
    <>
      <div className="headed">
        <h2>Statement</h2>
        <Link className="meta id" href={`/statements/${statement.publicId}` as Route}>
          {statement.publicId}
        </Link>
      </div>
      <Quotation statement={statement} />
      <Byline statement={statement} />
      {beside}
      <p className="above-3">
        <FormTag form={statement.form} />
      </p>
      {statement.context ? (
        <p className="small above-3" dir="auto">
          {statement.context}
        </p>
      ) : null}
      <h3 className="fh" id="positions">
        Positions
      </h3>
      {positions.length === 0 ? (
        <p className="small">It takes no position on a claim yet.</p>
      ) : (
        <ul className="list meta">
          {positions.map(({ id, stance, claim }) => {
            const known = termOf(STANCES, stance);
            return (
              <li key={id}>
                <Icon name={known?.icon ?? "circle-help"} /> <b>{known?.label ?? stance}</b>:{" "}
                <Link href={`/claims/${claim.slug}` as Route}>{claim.proposition}</Link>
              </li>
            );
          })}
        </ul>
      )}
      {children}
      <h3 className="fh">Stands beside</h3>
      {relations.length === 0 ? <p className="small">It is related to no other statement yet.</p> : null}
      {relations.map(({ relation, isFrom, other }) => (
        <div key={relation.publicId} className="below-5">
          <p className="below-2">
            <RelationLabel type={relation.type} state={relation.state} isFromReader={isFrom} />
          </p>
          <Quotation statement={other} size="list" href={`/statements/${other.publicId}`} />
          <Byline statement={other} />
        </div>
      ))}
    </>
  );
}

function Byline({ statement }: { statement: EndStatement }) {
  const { speakerName, speakerSlug, role, occasion } = pairSideOf(statement);
  return (
    <p className="byline">
      <b>
        {speakerSlug ? <Link href={`/speakers/${speakerSlug}` as Route}>{speakerName}</Link> : speakerName}
      </b>
      {role ? `, ${role}` : null}
      <br />
      {occasion}
    </p>
  );
}

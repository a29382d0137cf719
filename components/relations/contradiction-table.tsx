import type { Route } from "next";
import { directionOfWords, InCompany } from "@/components/statements/quotation";
import { speakerName } from "@/components/statements/words";
import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { RelationLabel } from "./relation-label";
import type { EndStatement } from "./relation-pair";

interface ContradictionTableProps {
  relations: readonly {
    publicId: string;
    type: string;
    state: string;
    createdAt: Date;
    from: EndStatement;
    to: EndStatement;
  }[];
  now: Date;
}

const DAY_MS = 86_400_000;

/** What comes next in the queue, one pair a row. */
export function ContradictionTable({ relations, now }: ContradictionTableProps) {
  return (
    <div className="above-6">
      <Table label="Next in the queue" caption="Next in the queue" least="m">
        <thead>
          <tr>
            <th scope="col">Relation</th>
            <th scope="col">One</th>
            <th scope="col">Other</th>
            <th scope="col">State</th>
            <th scope="col" className="r">
              Days open
            </th>
          </tr>
        </thead>
        <tbody>
          {relations.map(({ publicId, type, state, createdAt, from, to }) => (
            <tr key={publicId} data-list-item>
              <td>
                <Link href={`/review/${from.publicId}#${publicId}` as Route} data-open>
                  <RelationLabel type={type} state="confirmed" isFromReader />
                </Link>
              </td>
              <End statement={from} />
              <End statement={to} />
              <td>
                {state === "suggested" ? (
                  <Tag icon="circle-dashed">Suggested</Tag>
                ) : (
                  <Tag icon="circle-check">Confirmed, unresolved</Tag>
                )}
              </td>
              <td className="r" data-label="Days open">
                {Math.max(0, Math.floor((now.getTime() - createdAt.getTime()) / DAY_MS))}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

function End({ statement }: { statement: EndStatement }) {
  return (
    <td className="words">
      <b>
        <bdi>{speakerName(statement)}</bdi>
      </b>
      <br />
      <span className="q q--1" lang={statement.language} dir={directionOfWords(statement)}>
        <InCompany statement={statement} />
      </span>
    </td>
  );
}

import type { Route } from "next";
import { Grade } from "@/components/sourcing/grade";
import { Link } from "@/components/ui/link";
import { Run } from "@/components/ui/tag";
import { Byline } from "./byline";
import { AxisWords, FormTag, StateTag, TieList } from "./marks";
import { Quotation } from "./quotation";
import { SaidShort } from "./said";
import type { ShownStatement } from "./shown";

interface StatementListProps {
  statements: readonly ShownStatement[];
  /** Number them from one, as a drawing above does. */
  isNumbered?: boolean;
  /** Say who spoke: on pages that are not a speaker's own. */
  withSpeaker?: boolean;
  withState?: boolean;
}

/** Statements to read, one under the other, each with its marks beside it. */
export function StatementList({
  statements,
  isNumbered = false,
  withSpeaker = false,
  withState = false,
}: StatementListProps) {
  return (
    <ol className="list">
      {statements.map((statement, index) => (
        <li key={statement.publicId} id={statement.publicId} data-list-item tabIndex={-1}>
          <Entry
            statement={statement}
            number={isNumbered ? index + 1 : null}
            withSpeaker={withSpeaker}
            withState={withState}
          />
        </li>
      ))}
    </ol>
  );
}

interface EntryProps {
  statement: ShownStatement;
  number: number | null;
  withSpeaker: boolean;
  withState: boolean;
}

function Entry({ statement, number, withSpeaker, withState }: EntryProps) {
  const { publicId, form, cue, addressee, grade } = statement;
  return (
    <article
      className={number === null ? "sent sent--plain" : "sent"}
      aria-label={`Statement ${number ?? statement.publicId}`}
    >
      {number === null ? null : <span className="n">{number}</span>}
      <div>
        <Quotation statement={statement} href={`/statements/${publicId}`} />
        {withSpeaker ? <Byline statement={statement} isLinked /> : null}
        <Run>
          <span>
            <SaidShort {...statement} />
          </span>
          {cue ? (
            <span>
              cue: <i className="serif">{cue}</i>
            </span>
          ) : null}
          {addressee ? <span>to {addressee}</span> : null}
          <Link href={`/statements/${publicId}` as Route} className="id">
            {publicId}
          </Link>
        </Run>
        <TieList ties={statement.ties} />
      </div>
      <div className="side">
        <FormTag form={form} />
        {withState ? <StateTag state={statement.state} /> : null}
        <Grade reliability={grade?.reliability ?? "F"} credibility={grade?.credibility ?? 6} withWords />
        <AxisWords verdicts={statement.verdicts} />
      </div>
    </article>
  );
}

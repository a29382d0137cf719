import { RelationLabel } from "@/components/relations/relation-label";
import { Grade } from "@/components/sourcing/grade";
import { Button } from "@/components/ui/button";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { Query } from "@/lib/query";
import { CREDIBILITIES, RELIABILITIES } from "@/lib/sourcing";
import { labelOf } from "@/lib/text";
import { Found, FoundElsewhere, type Searched } from "./found";
import { AxisGlyphs, AxisLegend, FormTag, StateTag } from "./marks";
import { Quotation } from "./quotation";
import { SaidShort } from "./said";
import type { ShownStatement, ShownTie } from "./shown";
import { speakerName } from "./words";

interface StatementTableProps {
  statements: readonly (ShownStatement & Searched)[];
  /** What the page was narrowed by, so that a download of everything that matches is narrowed by it too. */
  narrowedBy: readonly (readonly [name: string, value: string])[];
  /** States are shown to those who work here; everyone else sees what is published. */
  withState: boolean;
  /** What was looked for; null when nothing was. */
  query: Query | null;
  /** The printed ids of those that are new to whoever follows the search. */
  fresh?: ReadonlySet<string>;
}

const TAKE_AWAY = "take-away";

/** The dense list: quotation, speaker and every mark on one row. Ticked rows, or all that match, can be taken away. */
export function StatementTable({ statements, narrowedBy, withState, query, fresh }: StatementTableProps) {
  return (
    <>
      {/* not around the table, for forms are not printed: its ticks name this form instead */}
      <form
        id={TAKE_AWAY}
        action="/statements.csv"
        method="get"
        className="bar noprint"
        aria-label="Take away"
      >
        {narrowedBy.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <span className="small">Take away the ticked rows, or everything that matches</span>
        <span className="push btns">
          <Button type="submit" isSmall variant="quiet" icon="table">
            CSV
          </Button>
          <Button type="submit" isSmall variant="quiet" icon="braces" formAction="/statements.json">
            JSON
          </Button>
          <Button type="submit" isSmall variant="quiet" icon="download" formAction="/exports">
            More formats
          </Button>
        </span>
      </form>
      <Table label="Statements" className="dense">
        <thead>
          <tr>
            <th scope="col">
              <span className="vh">Select</span>
            </th>
            <th scope="col">Statement and speaker</th>
            <th scope="col">Said</th>
            <th scope="col">Form</th>
            <th scope="col">Grade</th>
            <th scope="col">Relations</th>
            <th scope="col">Verdicts</th>
            {withState ? <th scope="col">State</th> : null}
          </tr>
        </thead>
        <tbody>
          {statements.map((statement) => (
            <Row
              key={statement.publicId}
              {...{ statement, withState, query }}
              isNew={fresh?.has(statement.publicId) ?? false}
            />
          ))}
        </tbody>
      </Table>
      <AxisLegend />
    </>
  );
}

interface RowProps {
  statement: ShownStatement & Searched;
  withState: boolean;
  query: Query | null;
  isNew: boolean;
}

function Row({ statement, withState, query, isNew }: RowProps) {
  const { publicId, form, grade } = statement;
  return (
    <tr data-list-item tabIndex={-1}>
      <td className="sel">
        <label className="pick">
          <input type="checkbox" form={TAKE_AWAY} name="id" value={publicId} data-key="x" />
          <span className="vh">Select {publicId}</span>
        </label>
      </td>
      <td className="stq">
        <Quotation statement={statement} size="list" href={`/statements/${publicId}`} query={query} />
        <span className="meta">
          <b>
            <bdi>
              {query ? <Found text={speakerName(statement)} query={query} /> : speakerName(statement)}
            </bdi>
          </b>{" "}
          <span className="id">{publicId}</span>
          {isNew ? (
            <>
              {" "}
              <Tag icon="plus">new</Tag>
            </>
          ) : null}
        </span>
        {query ? <FoundElsewhere statement={statement} query={query} /> : null}
      </td>
      <td className="nowrap">
        <SaidShort {...statement} />
      </td>
      <td>
        <FormTag form={form} />
      </td>
      <td>
        <Grade reliability={grade?.reliability ?? "F"} credibility={grade?.credibility ?? 6} />
        <span className="gsm">{grade ? shortGrade(grade) : "not judged"}</span>
      </td>
      <td className="nowrap">
        <TieSummary ties={statement.ties} />
      </td>
      <td className="axc">
        <AxisGlyphs verdicts={statement.verdicts} />
      </td>
      {withState ? (
        <td className="nowrap">
          <StateTag state={statement.state} />
        </td>
      ) : null}
    </tr>
  );
}

/** The first tie with its word, and how many more there are. */
function TieSummary({ ties: [first, ...more] }: { ties: readonly ShownTie[] }) {
  if (!first) return <span className="small">none</span>;
  return (
    <>
      <RelationLabel type={first.type} state={first.state} isFromReader={first.isFrom} />
      {more.length > 0 ? <span className="gsm">and {more.length} more</span> : null}
    </>
  );
}

function shortGrade({ reliability, credibility }: NonNullable<ShownStatement["grade"]>): string {
  if (reliability === "F" && credibility === 6) return "cannot be judged";
  const short = (words: string) => words.replace(/ (?:reliable|true)$/u, "");
  return `${short(labelOf(RELIABILITIES, reliability))}, ${short(labelOf(CREDIBILITIES, String(credibility)))}`;
}

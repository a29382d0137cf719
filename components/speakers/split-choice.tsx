import type { Route } from "next";
import { FormTag, StateTag } from "@/components/statements/marks";
import { Quotation } from "@/components/statements/quotation";
import { SaidShort } from "@/components/statements/said";
import type { ShownStatement } from "@/components/statements/shown";
import { formWord, stateWord } from "@/components/statements/words";
import { Button, LinkButton } from "@/components/ui/button";
import { CheckSet } from "@/components/ui/choice-field";
import { Form, Hidden } from "@/components/ui/form";
import { Empty, Note } from "@/components/ui/note";
import { countOf } from "@/components/ui/numeral";
import { Table } from "@/components/ui/table";
import { TextField } from "@/components/ui/text-field";
import { writeChosen } from "@/lib/speakers";

interface SplitChoiceProps {
  /** The address of the page, without what is chosen. */
  path: string;
  chosen: readonly string[];
  /** How many go along at once. */
  most: number;
  filter: {
    readonly q?: string | undefined;
    readonly form?: readonly string[] | undefined;
    readonly state?: readonly string[] | undefined;
  };
  /** Why the words that were looked for are not understood. */
  problem: string | null;
  forms: readonly string[];
  states: readonly string[];
  show: "chosen" | "between" | null;
  /** In how many statements the speaker stands between. */
  between: number;
  statements: readonly (ShownStatement & {
    readonly source: { readonly title: string; readonly outlet: { readonly name: string } | null };
  })[];
  matching: { readonly count: number; readonly isCapped: boolean };
  next: string | null;
  first: Route | null;
  /** The address of the whole list, with what is chosen. */
  whole: Route;
}

/**
 * The statements of a speaker with a tick each. One plain form around all of it: whichever button is pressed, the ticks of
 * this page and what was chosen on others go along in the address.
 */
export function SplitChoice(props: SplitChoiceProps) {
  const { path, chosen, most, filter, problem, forms, states, show, between, statements } = props;
  const { matching, next, first, whole } = props;
  const isChosen = new Set(chosen);
  const here = new Set(statements.map(({ publicId }) => publicId));
  const isNarrowed = Boolean(filter.q) || (filter.form?.length ?? 0) + (filter.state?.length ?? 0) > 0;
  return (
    <Form action={path} method="get" id="choose" label="Choose the statements of the other one">
      <Hidden
        values={{
          chosen: writeChosen(chosen.filter((id) => !here.has(id))) || null,
          // says that the ticks count: none ticked leaves no trace of its own
          ticks: "1",
          show,
        }}
      />
      <div className="stack measure">
        <TextField
          name="q"
          label="Narrow by words"
          value={filter.q}
          hint="Words of the quotation, a source or a role, as in the search: role:goalkeeper, source:“The Post”"
          error={problem ?? undefined}
        />
        <details className="folds">
          <summary>Narrow by form and state</summary>
          <CheckSet
            name="form"
            label="Form"
            value={filter.form}
            choices={forms.map((form) => ({ value: form, label: formWord(form).label }))}
          />
          <CheckSet
            name="state"
            label="State"
            value={filter.state}
            choices={states.map((state) => ({ value: state, label: stateWord(state).label }))}
          />
        </details>
        <div className="btns">
          <Button type="submit" name="show" value="">
            Narrow
          </Button>
          {isNarrowed || show ? (
            <LinkButton href={whole} variant="quiet">
              Show all, with what is chosen
            </LinkButton>
          ) : null}
        </div>
      </div>
      {chosen.length > most ? (
        <Note tone="care" title={`At most ${most} statements go along at once`}>
          <p>Take some back. What is left is split off to the same one after these.</p>
        </Note>
      ) : null}
      <div className="bar">
        <b className="num">
          {show === "chosen"
            ? "What is chosen"
            : matching.isCapped
              ? `More than ${countOf(matching.count, "statement")}`
              : countOf(matching.count, "statement")}
        </b>
        <span className="meta">{`${chosen.length} chosen`}</span>
        <span className="push btns">
          {show !== "chosen" && matching.count > 0 ? (
            <Button type="submit" isSmall variant="quiet" name="all" value="yes">
              Choose all that are found
            </Button>
          ) : null}
          {between > 0 && show !== "between" ? (
            <Button type="submit" isSmall variant="quiet" name="show" value="between">
              {`Between (${between})`}
            </Button>
          ) : null}
          {show !== "chosen" ? (
            <Button type="submit" isSmall variant="quiet" name="show" value="chosen">
              What is chosen
            </Button>
          ) : null}
        </span>
      </div>
      {statements.length > 0 ? (
        <Table label="Statements" className="dense">
          <thead>
            <tr>
              <th scope="col">
                <span className="vh">The other one’s</span>
              </th>
              <th scope="col">Statement, as it was printed</th>
              <th scope="col">Source</th>
              <th scope="col">Said</th>
              <th scope="col">Form</th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            {statements.map((statement) => (
              <Row
                key={statement.publicId}
                statement={statement}
                isChosen={isChosen.has(statement.publicId)}
              />
            ))}
          </tbody>
        </Table>
      ) : (
        <Empty level={2} title={show === "chosen" ? "Nothing is chosen yet" : "No statement matches"}>
          <p>Show all, and tick what the other one said.</p>
        </Empty>
      )}
      <div className="bar">
        <span className="meta">{`${countOf(statements.length, "statement")} on this page, newest occasion first`}</span>
        <span className="push btns">
          {first ? (
            <LinkButton href={first} isSmall>
              First page
            </LinkButton>
          ) : null}
          {next ? (
            <Button type="submit" isSmall name="after" value={next}>
              Next page, and keep the ticks
            </Button>
          ) : null}
          <Button type="submit" variant="main" formAction={`${path}/other`}>
            Go on with what is chosen
          </Button>
        </span>
      </div>
    </Form>
  );
}

function Row({
  statement,
  isChosen,
}: {
  statement: SplitChoiceProps["statements"][number];
  isChosen: boolean;
}) {
  const { publicId, form, attribution, roleThen, source } = statement;
  return (
    <tr data-list-item tabIndex={-1}>
      <td className="sel">
        <label className="pick">
          <input type="checkbox" name="take" value={publicId} defaultChecked={isChosen} data-key="x" />
          <span className="vh">The other one’s: {publicId}</span>
        </label>
      </td>
      <td className="stq">
        <Quotation statement={statement} size="list" href={`/statements/${publicId}`} />
        <span className="meta">
          <bdi>{[attribution, roleThen].filter(Boolean).join(" · ")}</bdi>{" "}
          <span className="id">{publicId}</span>
        </span>
      </td>
      <td>
        <bdi>{source.title}</bdi>
        {source.outlet ? <span className="gsm">{source.outlet.name}</span> : null}
      </td>
      <td className="nowrap">
        <SaidShort {...statement} />
      </td>
      <td>
        <FormTag form={form} />
      </td>
      <td className="nowrap">
        <StateTag state={statement.state} />
      </td>
    </tr>
  );
}

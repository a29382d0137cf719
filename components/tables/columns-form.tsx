import { ActionForm } from "@/components/forms/action-form";
import { ComboField } from "@/components/forms/combo-field.client";
import { RadioField, SelectField, TextField } from "@/components/forms/fields.client";
import { Hidden } from "@/components/ui/form";
import { Section } from "@/components/ui/page";
import { SubmitButton } from "@/components/ui/submit-button";
import { Table } from "@/components/ui/table";
import type { FormAction } from "@/lib/forms";
import { FIELDS, NO_FIELD, type TableChoices, type TableColumn } from "@/lib/tables";
import { type AskedVoice, SpeakersAsked } from "./speakers-asked";

interface ColumnsFormProps {
  readonly action: FormAction;
  readonly tableId: string;
  readonly version: number;
  readonly columns: readonly TableColumn[];
  readonly choices: TableChoices;
  readonly kind: string;
  readonly sheets: readonly string[];
  readonly sheet: string;
  readonly story: string;
  readonly asked: readonly AskedVoice[];
  readonly askedCount: number;
}

const MEANINGS = [
  { value: NO_FIELD, label: "– not brought –" },
  ...FIELDS.map(({ key, label }) => ({ value: key, label })),
];

/** What the columns of a table hold, whom its names mean, and what holds for all of its rows. */
export function ColumnsForm(props: ColumnsFormProps) {
  const { action, tableId, version, columns, choices, kind, sheets, sheet, story, asked, askedCount } = props;
  return (
    <ActionForm
      action={action}
      id="table-columns"
      label="Columns and speakers"
      version={version}
      className=""
    >
      <Hidden values={{ tableId }} />
      <Section
        id="columns"
        title="Columns"
        margin="Guessed by their names and by what stands in them. What you say is remembered for the next table with these columns."
      >
        <Table label="Columns" className="tab__columns">
          <thead>
            <tr>
              <th scope="col">Column</th>
              <th scope="col">What stands in it</th>
              <th scope="col">What it holds</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ letter, name, samples, means }, index) => (
              <tr key={letter}>
                <th scope="row">
                  <span className="id">{letter}</span> <bdi>{name}</bdi>
                </th>
                <td>
                  {samples.length === 0 ? <span className="small">nothing</span> : null}
                  {samples.map((sample) => (
                    <div key={sample} className="tab__sample" dir="auto">
                      {sample}
                    </div>
                  ))}
                </td>
                <td>
                  <SelectField
                    name={`columns.${index}`}
                    label={<span className="vh">{`What column ${letter} ${name} holds`}</span>}
                    value={means}
                    choices={MEANINGS}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Section>
      {asked.length > 0 ? (
        <Section
          id="speakers"
          title="Speakers"
          margin="Names of which nothing shows who bears them. Nobody is made a person by a guess."
        >
          <SpeakersAsked asked={asked} more={askedCount - asked.filter(({ isAsked }) => isAsked).length} />
        </Section>
      ) : null}
      <Section
        id="all-rows"
        title="For all rows"
        margin="What holds where a cell is empty, and how cells are read."
      >
        <div className="stack">
          <div className="grid-2">
            {sheets.length > 1 ? (
              <SelectField
                name="sheet"
                label="Sheet"
                value={sheet}
                choices={sheets.map((name) => ({ value: name, label: name }))}
              />
            ) : null}
            {kind === "jsonl" ? null : (
              <TextField
                name="headerRow"
                label="The row with the names of the columns"
                value={String(choices.headerRow)}
                type="number"
                hint="0 where there is none"
              />
            )}
            <TextField
              name="title"
              label="Title of the source"
              value={choices.title}
              hint="Of all that names none"
            />
            <TextField name="outlet" label="Outlet" value={choices.outlet} hint="Of all that names none" />
            <TextField
              name="language"
              label="Language"
              value={choices.language}
              hint="By its name or its code"
            />
            <ComboField of="stories" name="story" label="Story" value={story} hint="May stay empty" />
          </div>
          <RadioField
            name="dates"
            label="Dates such as 3/4/2025"
            value={choices.dates}
            choices={[
              { value: "auto", label: "As the column shows", hint: "asked where no row shows it" },
              { value: "day_first", label: "3 April 2025" },
              { value: "month_first", label: "4 March 2025" },
            ]}
          />
          <RadioField
            name="bareForm"
            label="Words without quotation marks are"
            value={choices.bareForm}
            choices={[
              { value: "direct", label: "direct", hint: "the table leaves the marks out" },
              { value: "indirect", label: "indirect", hint: "somebody put them in other words" },
            ]}
          />
          <div className="btns">
            <SubmitButton icon="refresh-cw" pendingLabel="Looking…">
              Look again
            </SubmitButton>
          </div>
        </div>
      </Section>
    </ActionForm>
  );
}

import { SelectField } from "@/components/forms/fields.client";
import { Hidden } from "@/components/ui/form";
import { countOf } from "@/components/ui/numeral";

export interface AskedVoice {
  readonly key: string;
  readonly printed: string;
  readonly rows: number;
  readonly firstRow: number;
  readonly isAsked: boolean;
  /** What was said: a kind, or `known:<id>`; empty while nothing was. */
  readonly meant: string;
  readonly known: readonly { readonly id: string; readonly told: string }[];
  /** Somebody of exactly that name is known: another one is described on a page of their own first. */
  readonly hasNamesake: boolean;
}

const KINDS = [
  { value: "person", label: "a new person" },
  { value: "organisation", label: "a new organisation" },
  { value: "collective", label: "several people or bodies" },
  { value: "anonymous", label: "a voice without a name" },
];

/** The names of a table that ask who bears them, one under the other. */
export function SpeakersAsked({ asked, more }: { asked: readonly AskedVoice[]; more: number }) {
  return (
    <>
      <ul className="tab__asked">
        {asked.map(({ key, printed, rows, firstRow, isAsked, meant, known, hasNamesake }, index) => (
          <li key={key}>
            <Hidden values={{ [`speakers.${index}.key`]: key }} />
            <SelectField
              name={`speakers.${index}.meant`}
              label={<bdi>{printed}</bdi>}
              hint={`${countOf(rows, "row")}, first in row ${firstRow}`}
              value={meant}
              emptyLabel={isAsked ? "– say who is meant –" : "– as before –"}
              choices={[
                ...known.map(({ id, told }) => ({ value: `known:${id}`, label: told })),
                ...(hasNamesake ? [] : KINDS),
              ]}
            />
          </li>
        ))}
      </ul>
      {more > 0 ? (
        <p className="small above-2">
          {countOf(more, "more name")} will be asked once these are said. A column “Kind of speaker” says it
          for all at once.
        </p>
      ) : null}
    </>
  );
}

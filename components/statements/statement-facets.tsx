import type { Route } from "next";
import { Button } from "@/components/ui/button";
import { Check } from "@/components/ui/choice-field";
import { Icon, withDrawing } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { formWord, speakerKindWord, stateWord } from "./words";

interface Facet {
  readonly value: string;
  readonly label: string;
  readonly kind: string;
  readonly count: number;
}

interface StatementFacetsProps {
  /** The form that a search box elsewhere on the page belongs to as well. */
  formId: string;
  action: string;
  chosen: {
    readonly form: readonly string[];
    readonly state: readonly string[];
    readonly speaker: readonly string[];
  };
  /** Counts, or null when the list is too long to count. */
  facets: {
    readonly form: readonly Facet[];
    readonly state: readonly Facet[];
    readonly speaker: readonly Facet[];
  } | null;
  forms: readonly string[];
  /** Empty for those who see one state only. */
  states: readonly string[];
  withSpeakers?: boolean | undefined;
  /** Filters that have no choice here and stay as they are. */
  kept: readonly (readonly [name: string, value: string])[];
}

const MOST_SPEAKERS = 8;

/** Filters beside a list, as one plain form: every choice is an address. */
export function StatementFacets(props: StatementFacetsProps) {
  const { formId, action, chosen, facets, forms, states, withSpeakers = true, kept } = props;
  return (
    <form id={formId} className="facets noprint" aria-label="Narrow the list" action={action} method="get">
      {kept.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <details className="folds">
        <summary>
          <Icon name="list-filter" />
          Narrow the list
        </summary>
        <Group
          name="form"
          legend="Form"
          chosen={chosen.form}
          choices={forms.map((form) => ({
            value: form,
            ...withDrawing(formWord(form)),
            count: countIn(facets?.form, form),
          }))}
        />
        {withSpeakers ? <Speakers chosen={chosen.speaker} facets={facets?.speaker ?? null} /> : null}
        {states.length > 0 ? (
          <Group
            name="state"
            legend="State"
            chosen={chosen.state}
            choices={states.map((state) => ({
              value: state,
              ...withDrawing(stateWord(state)),
              count: countIn(facets?.state, state),
            }))}
          />
        ) : null}
        <Button type="submit" isSmall>
          Apply
        </Button>
      </details>
    </form>
  );
}

interface GroupProps {
  name: string;
  legend: string;
  chosen: readonly string[];
  choices: readonly Parameters<typeof Check>[0]["choice"][];
}

function Group({ name, legend, chosen, choices }: GroupProps) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {choices.map((choice) => (
        <Check
          key={choice.value}
          type="checkbox"
          id={`${name}-${choice.value}`}
          name={name}
          choice={choice}
          isChosen={chosen.includes(choice.value)}
        />
      ))}
    </fieldset>
  );
}

function Speakers({ chosen, facets }: { chosen: readonly string[]; facets: readonly Facet[] | null }) {
  const shown = (facets ?? []).filter(({ value }, index) => index < MOST_SPEAKERS || chosen.includes(value));
  const unlisted = chosen.filter((slug) => !shown.some(({ value }) => value === slug));
  const hidden = (facets?.length ?? 0) - shown.length;
  if (!facets && chosen.length === 0) return null;
  return (
    <>
      <Group
        name="speaker"
        legend="Speaker"
        chosen={chosen}
        choices={[
          ...shown.map(({ value, label, kind, count }) => ({
            value,
            label,
            icon: <Icon name={speakerKindWord(kind).icon} />,
            count,
          })),
          ...unlisted.map((slug) => ({ value: slug, label: slug })),
        ]}
      />
      {hidden > 0 ? (
        <p className="small">
          {hidden} more: search for a name, or see <Link href={"/speakers" as Route}>all speakers</Link>
        </p>
      ) : null}
    </>
  );
}

function countIn(facets: readonly Facet[] | undefined, value: string): number | undefined {
  return facets ? (facets.find((facet) => facet.value === value)?.count ?? 0) : undefined;
}

import { ActionForm } from "@/components/forms/action-form";
import { CheckSet, RadioField, SegmentedField, TextArea, TextField } from "@/components/forms/fields.client";
import { Fold } from "@/components/forms/fold.client";
import { Hidden } from "@/components/ui/form";
import { Kbd } from "@/components/ui/kbd";
import { SubmitButton } from "@/components/ui/submit-button";
import { Tag } from "@/components/ui/tag";
import type { FormAction } from "@/lib/forms";
import { CORROBORATIONS, CREDIBILITIES, FACETS, RELIABILITIES } from "@/lib/sourcing";
import { labelOf, type Term, writeDated } from "@/lib/text";
import type { SourcingShown } from "./sourcing-glance";

interface SourcingFormProps {
  action: FormAction;
  statementId: string;
  version: number;
  sourcing: SourcingShown | null;
  corroboration: string;
  /** Another statement of the same source, whose values can be filled in; and whether they are, not saved yet. */
  alike?: { readonly publicId: string; readonly isFilledIn: boolean } | null;
}

/** Every facet of a sourcing assessment, the grade in two parts, and what is computed beside it. */
export function SourcingForm({
  action,
  statementId,
  version,
  sourcing,
  corroboration,
  alike = null,
}: SourcingFormProps) {
  return (
    <ActionForm action={action} id="sourcing" label="Sourcing" version={version} className="">
      <Hidden values={{ statementId }} />
      {alike ? (
        <p className="small btns" id="alike">
          {alike.isFilledIn ? (
            <>
              <span>
                Filled in as <span className="id">{alike.publicId}</span> of the same source. Nothing is saved
                yet: look through it.
              </span>
              <SubmitButton variant="plain" isSmall shortcut="v" pendingLabel="Saving…">
                Save it so
              </SubmitButton>
            </>
          ) : (
            <a
              className="btn btn--sm"
              href={`/review/${statementId}?like=${alike.publicId}#sourcing`}
              data-key="v"
              aria-keyshortcuts="v"
            >
              Fill in as {alike.publicId} of the same source <Kbd keys="v" isDecoration />
            </a>
          )}
        </p>
      ) : null}
      <SourcingFields sourcing={sourcing} />
      <div className="facet-set stack">
        <div>
          <p className="label">Corroboration</p>
          <Tag icon="calculator">
            {labelOf(CORROBORATIONS, corroboration)}. Computed from relations and origins; it cannot be typed
            in.
          </Tag>
        </div>
        <Glossary />
        <SubmitButton pendingLabel="Saving…">Save sourcing</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** The facets, the grade and the note; `within` names the part of a larger form in which they stand. */
export function SourcingFields({
  sourcing,
  within = "",
}: {
  sourcing: SourcingShown | null;
  within?: string;
}) {
  const embargo = sourcing?.embargoedUntil ? new Date(sourcing.embargoedUntil) : null;
  return (
    <>
      {FACETS.map((facet) => {
        const value = sourcing?.[facet.key];
        const field = { name: within + facet.key, choices: choicesOf(facet.terms) };
        return (
          <div key={facet.key} className="facet-set">
            {facet.isMany ? (
              <CheckSet
                {...field}
                label={
                  <Legend
                    label={facet.label}
                    value={facet.key === "sensitivity" ? "may be none" : value}
                    isMany
                  />
                }
                value={Array.isArray(value) ? value : []}
              />
            ) : (
              <RadioField
                {...field}
                label={<Legend label={facet.label} value={value} />}
                value={typeof value === "string" ? value : null}
              />
            )}
          </div>
        );
      })}
      <div className="facet-set">
        <TextField
          name={`${within}embargoedUntil`}
          label="Embargoed until"
          hint="A day, which begins at midnight UTC, or a minute with its clock: 28 October 2025, 18:00 UTC or 18:00 +04:30. Only with “Embargoed” above."
          value={embargo ? writeDated({ on: embargo, precision: "time" }) : ""}
        />
      </div>
      <div className="facet-set">
        <p className="label">
          Grade <span className="small">judged apart, never averaged; F6 says that it cannot be judged</span>
        </p>
        <div className="gr2">
          <SegmentedField
            name={`${within}reliability`}
            label="Reliability of the source"
            choices={RELIABILITIES.map(({ key, label }) => ({ value: key, label: key, hint: label }))}
            value={sourcing?.reliability ?? "F"}
          />
          <SegmentedField
            name={`${within}credibility`}
            label="Credibility of the words"
            choices={CREDIBILITIES.map(({ key, label }) => ({ value: key, label: key, hint: label }))}
            value={String(sourcing?.credibility ?? 6)}
          />
        </div>
      </div>
      <div className="facet-set stack">
        <TextArea
          name={`${within}note`}
          label="Note"
          hint="For an unnamed source: why the name is withheld."
          value={sourcing?.note ?? ""}
          rows={2}
        />
      </div>
    </>
  );
}

function Legend({ label, value, isMany }: { label: string; value: unknown; isMany?: boolean }) {
  const isSet = Array.isArray(value) ? value.length > 0 : Boolean(value);
  return (
    <>
      {label} {isMany ? <span className="small plain">any that apply</span> : null}{" "}
      <span className="small plain">{isSet ? "" : "· not set"}</span>
    </>
  );
}

function choicesOf(terms: readonly Term[]) {
  return terms.map(({ key, label }) => ({ value: key, label }));
}

interface Defined extends Term {
  readonly definition?: string;
}

function Glossary() {
  return (
    <Fold className="behind" remember="glossary">
      <summary>What the words mean</summary>
      {FACETS.map(({ key, label, terms }) => {
        const defined = (terms as readonly Defined[]).filter((term) => term.definition !== undefined);
        if (defined.length === 0) return null;
        return (
          <div key={key} className="above-3">
            <p className="label">{label}</p>
            <dl className="meta">
              {defined.map((term) => (
                <div key={term.key}>
                  <dt>
                    <b>{term.label}</b>
                  </dt>
                  <dd>{term.definition}</dd>
                </div>
              ))}
            </dl>
          </div>
        );
      })}
    </Fold>
  );
}

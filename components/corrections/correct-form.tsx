import { ActionForm } from "@/components/forms/action-form";
import { CheckField, RadioField, SelectField, TextArea } from "@/components/forms/fields.client";
import { Fold, FormFold } from "@/components/forms/fold.client";
import { SourcingFields } from "@/components/sourcing/sourcing-form";
import type { SourcingShown } from "@/components/sourcing/sourcing-glance";
import {
  STATEMENT_INPUTS,
  StatementFields,
  type StatementFieldsProps,
} from "@/components/statements/statement-fields";
import { Hidden } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/forms";
import { CORRECTION_KINDS } from "@/lib/publication";
import { AXES } from "@/lib/verdicts";

interface Scale {
  key: string;
  name: string;
  labels: readonly { key: string; label: string }[];
}

interface CorrectFormProps extends StatementFieldsProps {
  action: FormAction;
  statementId: string;
  version: number;
  sourcing: SourcingShown | null;
  scales: readonly Scale[];
  isTruthJudged: boolean;
  /** What was proposed before and withdrawn, with which the form is filled in. */
  again?: ProposedBefore | null;
}

interface ProposedBefore {
  readonly kind: string;
  readonly note: string;
  readonly by: string | null;
  readonly areFieldsChanged: boolean;
  readonly verdict: { readonly value: string; readonly reasons: string } | null;
  readonly sourcingReason: string | null;
}

/** Proposes a change to what is published: its kind, the public note, the fields, and what is judged anew with it. */
export function CorrectForm(props: CorrectFormProps) {
  const { action, statementId, version, statement, suggestions, sourcing, scales, isTruthJudged } = props;
  const { again = null } = props;
  const isAssessed = Boolean(again) && again?.sourcingReason !== null;
  return (
    <Fold className="behind" id="correct" isOpen={again !== null}>
      <summary data-key="e">Correct it</summary>
      <ActionForm
        action={action}
        id="correct-form"
        label="Correct"
        version={version}
        className="stack above-2"
      >
        <Hidden values={{ statementId }} />
        <p className="hint">
          A second editor confirms it. What was judged of what stands now is asked for again first. The former
          version keeps its words, at an address of its own.
        </p>
        {again ? (
          <p className="small">
            Filled in as {again.by ?? "an editor"} proposed it before. Nothing is proposed yet: look through
            it.
          </p>
        ) : null}
        <RadioField
          name="kind"
          label="Kind"
          value={again?.kind ?? null}
          choices={CORRECTION_KINDS.map(({ key, label, definition }) => ({
            value: key,
            label,
            hint: definition,
          }))}
        />
        <TextArea
          name="note"
          label="Public note"
          hint="Readers see it with the new version: what was wrong, and what is right."
          value={again?.note}
          rows={2}
          isRequired
        />
        <FormFold
          className="behind"
          summary="What changes in the record"
          isOpen={again?.areFieldsChanged}
          names={[...STATEMENT_INPUTS, "explanation"]}
        >
          <StatementFields statement={statement} suggestions={suggestions} explanationName="explanation" />
        </FormFold>
        <FormFold
          className="behind"
          summary="A new verdict"
          names={["verdictValue", "verdictReasons"]}
          isOpen={Boolean(again?.verdict)}
        >
          <SelectField
            name="verdictValue"
            label="Verdict"
            value={again?.verdict?.value}
            choices={verdictChoices(scales, isTruthJudged)}
            emptyLabel="None"
          />
          <TextArea
            name="verdictReasons"
            label="Reasons for the new verdict"
            value={again?.verdict?.reasons}
            rows={2}
          />
        </FormFold>
        <FormFold
          className="behind"
          summary="The sourcing, assessed anew"
          names={["isSourcingAnew", "sourcingReason", "sourcing"]}
          isOpen={isAssessed}
        >
          <CheckField
            name="isSourcingAnew"
            label="Assess the sourcing anew, as below"
            isChecked={isAssessed}
          />
          <TextArea
            name="sourcingReason"
            label="Why it is assessed anew"
            value={again?.sourcingReason ?? ""}
            rows={2}
          />
          <SourcingFields sourcing={sourcing} within="sourcing." />
        </FormFold>
        <SubmitButton pendingLabel="Saving…">Propose the correction</SubmitButton>
      </ActionForm>
    </Fold>
  );
}

/** Every verdict that can be given anew, on all four axes. */
function verdictChoices(scales: readonly Scale[], isTruthJudged: boolean) {
  return [
    ...AXES.flatMap((axis) =>
      axis.values.map(({ key, label }) => ({ value: `${axis.key}:${key}`, label: `${axis.label} ${label}` })),
    ),
    ...truthChoices(scales).map(({ value, label }) => ({ value: `true:${value}`, label: `True? ${label}` })),
    ...(isTruthJudged ? [{ value: "true:not_judged", label: "True? Not judged any more" }] : []),
  ];
}

/** Every label of every scale, and the reasons alone. */
export function truthChoices(scales: readonly Scale[]) {
  return [
    ...scales.flatMap((scale) =>
      scale.labels.map(({ key, label }) => ({
        value: `${scale.key}/${key}`,
        label: `${label} (${scale.name})`,
      })),
    ),
    { value: "narrative", label: "In words" },
  ];
}

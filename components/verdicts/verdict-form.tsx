import type { ReactNode } from "react";
import { EvidenceFields, KeptEvidence } from "@/components/evidence/evidence-fields";
import type { EvidenceShown } from "@/components/evidence/evidence-list";
import { ActionForm } from "@/components/forms/action-form";
import { RadioField, TextArea, TextField } from "@/components/forms/fields.client";
import { Fold, FormFold } from "@/components/forms/fold.client";
import { FieldGrid, Hidden } from "@/components/ui/form";
import { Icon, type IconName } from "@/components/ui/icon";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/forms";
import { writeDated } from "@/lib/text";
import { AXES, type Axis, FAMILIES, valueLabel } from "@/lib/verdicts";

/** The verdict that stands on an axis. */
export interface VerdictStanding {
  axis: string;
  value: string;
  reasons: string;
  uncertainty: string;
  speakerAskedOn: Date | null;
  speakerAnswered: string;
  asOf: Date;
  evidence: readonly EvidenceShown[];
  scaleLabel: { label: string } | null;
}

interface VerdictFormProps {
  action: FormAction;
  statementId: string;
  version: number;
  axis: Exclude<Axis, "true">;
  standing: VerdictStanding | null;
}

/** A verdict on one of the first three axes, with reasons, doubts, evidence and the contact with the speaker. */
export function VerdictForm({ action, statementId, version, axis, standing }: VerdictFormProps) {
  const { label, question, icon, values } = AXES.find((known) => known.key === axis) ?? AXES[0];
  return (
    <AxisFold
      id={`verdict-${axis}`}
      icon={icon}
      label={label}
      verdict={standing && valueLabel(axis, standing.value)}
    >
      <ActionForm action={action} id={`verdict-${axis}-form`} label={`Verdict: ${label}`} version={version}>
        <Hidden values={{ statementId, axis }} />
        <RadioField
          name="value"
          label={question}
          choices={values.map((value) => ({
            value: value.key,
            label: value.label,
            hint: value.definition,
            icon: <Icon name={FAMILIES[value.family]} />,
          }))}
          value={standing?.value}
        />
        <Grounds standing={standing} />
        <SubmitButton pendingLabel="Saving…">Save “{label}”</SubmitButton>
      </ActionForm>
    </AxisFold>
  );
}

interface Scale {
  key: string;
  name: string;
  labels: readonly { key: string; label: string; definition: string; number: number | null }[];
}

interface TruthFormProps extends Omit<VerdictFormProps, "axis"> {
  scales: readonly Scale[];
  /** Takes the verdict back. */
  unjudge: FormAction;
}

/** A verdict on truth, on a scale that the desk chooses; the reasons alone will do. */
export function TruthForm({ action, unjudge, statementId, version, scales, standing }: TruthFormProps) {
  const verdict = standing ? (standing.scaleLabel?.label ?? "In words") : null;
  return (
    <AxisFold id="verdict-true" icon="scale" label="True?" verdict={verdict} none="Not judged">
      <p className="hint">
        Most statements are never judged on this axis. Without a verdict nothing is said about their truth.
      </p>
      {scales.map((scale) => (
        <Fold key={scale.key} className="behind">
          <summary>{scale.name}</summary>
          <ActionForm
            action={action}
            id={`verdict-true-${scale.key}`}
            label={`Verdict: True? ${scale.name}`}
            version={version}
            className="stack above-3"
          >
            <Hidden values={{ statementId, axis: "true", scaleKey: scale.key }} />
            {scale.labels.length === 0 ? (
              <Hidden values={{ value: "narrative" }} />
            ) : (
              <RadioField
                name="value"
                label="Is it true?"
                choices={scale.labels.map(({ key, label, definition, number }) => ({
                  value: key,
                  label: number === null ? label : `${number}, ${label}`,
                  hint: definition,
                }))}
                value={standing?.value}
              />
            )}
            <Grounds standing={standing} />
            <SubmitButton pendingLabel="Saving…">Save “True?”</SubmitButton>
          </ActionForm>
        </Fold>
      ))}
      {standing ? (
        <Fold className="behind">
          <summary>Back to not judged</summary>
          <ActionForm
            action={unjudge}
            id="unjudge"
            label="True? Back to not judged"
            version={version}
            className="stack stack--tight above-3"
          >
            <Hidden values={{ statementId }} />
            <TextArea name="reasons" label="Why it is no longer judged" rows={2} isRequired />
            <SubmitButton variant="plain" pendingLabel="Saving…">
              Take the verdict back
            </SubmitButton>
          </ActionForm>
        </Fold>
      ) : null}
    </AxisFold>
  );
}

interface AxisFoldProps {
  id: string;
  icon: IconName;
  label: string;
  verdict: string | null;
  none?: string;
  children: ReactNode;
}

function AxisFold({ id, icon, label, verdict, none = "No verdict", children }: AxisFoldProps) {
  return (
    <Fold className="assess" id={id} isOpen={verdict === null && id !== "verdict-true"}>
      <summary>
        <Icon name={icon} /> <b>{label}</b> <span className="meta">{verdict ?? none}</span>
      </summary>
      {children}
    </Fold>
  );
}

function Grounds({ standing }: { standing: VerdictStanding | null }) {
  const asked = standing?.speakerAskedOn;
  return (
    <>
      <TextArea name="reasons" label="Reasons" value={standing?.reasons ?? ""} rows={2} isRequired />
      <FormFold
        className="behind"
        summary="Doubts, and the contact with the speaker"
        names={["uncertainty", "speakerAskedOn", "asOf", "speakerAnswered"]}
      >
        <TextArea name="uncertainty" label="What is uncertain" value={standing?.uncertainty ?? ""} rows={2} />
        <FieldGrid>
          <TextField
            name="speakerAskedOn"
            label="Speaker asked on"
            hint="28 October 2025"
            value={asked ? writeDated({ on: asked, precision: "day" }) : ""}
          />
          <TextField
            name="asOf"
            label="Holds as of"
            hint="A day; today when left empty."
            value={standing ? writeDated({ on: standing.asOf, precision: "day" }) : ""}
          />
        </FieldGrid>
        <TextArea
          name="speakerAnswered"
          label="What the speaker answered"
          value={standing?.speakerAnswered ?? ""}
          rows={2}
        />
      </FormFold>
      <KeptEvidence evidence={standing?.evidence ?? []} />
      <EvidenceFields />
    </>
  );
}

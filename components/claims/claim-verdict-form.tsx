import { EvidenceFields } from "@/components/evidence/evidence-fields";
import { ActionForm } from "@/components/forms/action-form";
import { SelectField, TextArea, TextField } from "@/components/forms/fields.client";
import { PublicNote } from "@/components/notices/public-note";
import { Hidden } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/forms";
import { writeDated } from "@/lib/text";
import { NARRATIVE, NOT_JUDGED } from "@/lib/verdicts";

interface ClaimVerdictFormProps {
  action: FormAction;
  claimId: string;
  version: number;
  scales: readonly {
    readonly key: string;
    readonly name: string;
    readonly labels: readonly { readonly key: string; readonly label: string }[];
  }[];
  truth: {
    readonly reasons: string;
    readonly uncertainty: string;
    readonly asOf: Date;
    readonly value: string;
    readonly scaleLabel: { readonly key: string; readonly scale: { readonly key: string } } | null;
  } | null;
  isRead: boolean;
}

/** Whether a claim is true, on a scale that the desk chooses or in words, with reasons and evidence. */
export function ClaimVerdictForm({ action, claimId, version, scales, truth, isRead }: ClaimVerdictFormProps) {
  const standing = truth?.scaleLabel ? `${truth.scaleLabel.scale.key}:${truth.scaleLabel.key}` : truth?.value;
  const choices = [
    ...scales.flatMap((scale) =>
      scale.labels.map(({ key, label }) => ({
        value: `${scale.key}:${key}`,
        label: `${scale.name}: ${label}`,
      })),
    ),
    { value: NARRATIVE, label: "In words only: the reasons say it" },
    ...(truth ? [{ value: NOT_JUDGED, label: "Back to not judged" }] : []),
  ];
  return (
    <ActionForm
      action={action}
      id="judge"
      label="Judge the claim"
      version={version}
      className="stack measure noprint"
    >
      <Hidden values={{ claimId }} />
      <SelectField
        name="verdict"
        label="Verdict"
        choices={choices}
        emptyLabel="Choose"
        value={standing ?? ""}
        isRequired
      />
      <TextArea name="reasons" label="Reasons" value={truth?.reasons ?? ""} rows={3} isRequired />
      <TextArea name="uncertainty" label="What is uncertain" value={truth?.uncertainty ?? ""} rows={2} />
      <TextField
        name="asOf"
        label="As of"
        hint="The day on which it holds; today when it is blank."
        value={truth ? writeDated({ on: truth.asOf, precision: "day" }) : ""}
      />
      <EvidenceFields />
      {isRead ? <PublicNote /> : null}
      <SubmitButton variant="plain" pendingLabel="Saving…">
        Save the verdict
      </SubmitButton>
    </ActionForm>
  );
}

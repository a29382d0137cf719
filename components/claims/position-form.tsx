import { ActionForm } from "@/components/forms/action-form";
import { RadioField, SelectField, TextField } from "@/components/forms/fields.client";
import { PublicNote } from "@/components/notices/public-note";
import { Hidden } from "@/components/ui/form";
import { withDrawing } from "@/components/ui/icon";
import { SubmitButton } from "@/components/ui/submit-button";
import { STANCES } from "@/lib/claims";
import type { FormAction } from "@/lib/forms";

interface PositionFormProps {
  action: FormAction;
  statementId: string;
  claims: readonly { id: string; proposition: string }[];
  /** Whether visitors read the statement and this actor may change that: its position on a public claim takes a note. */
  withPublicNote: boolean;
}

/** What the statement does to a claim: one that is on record, or a new one. */
export function PositionForm({ action, statementId, claims, withPublicNote }: PositionFormProps) {
  return (
    <ActionForm action={action} id="position" label="Position on a claim">
      <Hidden values={{ statementId }} />
      {claims.length > 0 ? (
        <SelectField
          name="claimId"
          label="Claim"
          choices={claims.map(({ id, proposition }) => ({ value: id, label: proposition }))}
          emptyLabel="A new claim, written below"
        />
      ) : null}
      <TextField
        name="proposition"
        label="New claim"
        hint="A sentence that can be checked, phrased neutrally. Left empty when one is chosen above."
      />
      <RadioField
        name="stance"
        label="The statement"
        choices={STANCES.map(({ key, label, icon, definition }) => ({
          ...withDrawing({ icon }),
          value: key,
          label,
          hint: definition,
        }))}
      />
      <TextField name="note" label="Note" />
      {withPublicNote ? (
        <PublicNote hint="Needed when the claim is published too: visitors read the position at once." />
      ) : null}
      <SubmitButton variant="plain" pendingLabel="Saving…">
        Save the position
      </SubmitButton>
    </ActionForm>
  );
}

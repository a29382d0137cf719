import { ActionForm } from "@/components/forms/action-form";
import { ComboField } from "@/components/forms/combo-field.client";
import { RadioField, TextField } from "@/components/forms/fields.client";
import { PublicNote } from "@/components/notices/public-note";
import { Hidden } from "@/components/ui/form";
import { withDrawing } from "@/components/ui/icon";
import { SubmitButton } from "@/components/ui/submit-button";
import { STANCES } from "@/lib/claims";
import type { FormAction } from "@/lib/forms";

interface PositionFormProps {
  action: FormAction;
  statementId: string;
  /** What `countPositionsTaken` gives. */
  taken: number;
  /** Whether visitors read the statement and this actor may change that: its position on a public claim takes a note. */
  withPublicNote: boolean;
}

/** What the statement does to a claim: one that is on record, or a new one. */
export function PositionForm({ action, statementId, taken, withPublicNote }: PositionFormProps) {
  return (
    <ActionForm action={action} id="position" label="Position on a claim" version={taken}>
      <Hidden values={{ statementId }} />
      <ComboField
        of="claims"
        name="proposition"
        label="Claim"
        hint="Words of one that is on record find it. Or write a new one: a sentence that can be checked, phrased neutrally."
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

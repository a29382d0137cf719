import { EvidenceFields } from "@/components/evidence/evidence-fields";
import { ActionForm } from "@/components/forms/action-form";
import { RadioField, TextArea, TextField } from "@/components/forms/fields.client";
import { FormFold } from "@/components/forms/fold.client";
import { PublicNote } from "@/components/notices/public-note";
import { Buttons } from "@/components/ui/button";
import { FieldGrid, Hidden } from "@/components/ui/form";
import { withDrawing } from "@/components/ui/icon";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/forms";
import { LEAST_RATIONALE, RELATION_TYPES } from "@/lib/relations";

interface RelationFormProps {
  action: FormAction;
  fromId: string;
  toId: string;
  /** Whether this actor may confirm; a reporter only suggests. */
  canDecide: boolean;
  /** Whether both statements are published: then a confirmed relation is public at once, and takes a note. */
  isRead: boolean;
  /** The page to come back to. */
  back: string;
}

/** How two statements are related, with everything that makes it arguable. */
export function RelationForm({ action, fromId, toId, canDecide, isRead, back }: RelationFormProps) {
  return (
    <ActionForm action={action} id="relate" label="Relate the two statements">
      <Hidden values={{ fromId, toId, back }} />
      <RadioField
        name="type"
        label="The first statement, to the second"
        choices={RELATION_TYPES.map(({ key, label, icon, definition }) => ({
          value: key,
          label,
          ...withDrawing({ icon }),
          hint: definition,
        }))}
      />
      <TextArea
        name="rationale"
        label="Rationale"
        hint={`At least ${LEAST_RATIONALE} characters. Say which words cannot both hold, or what ties them.`}
        rows={2}
        isRequired
      />
      <TextArea name="comparability" label="Why the two can be compared" rows={2} isRequired />
      <FormFold
        className="behind"
        summary="Values, for a numeric conflict"
        names={["valueFrom", "valueTo", "unit", "period"]}
      >
        <NumericFields />
      </FormFold>
      <EvidenceFields />
      {isRead && canDecide ? (
        <PublicNote hint="Needed to confirm: both statements are published, so visitors read the relation at once. A suggestion needs none." />
      ) : null}
      <Buttons>
        {canDecide ? (
          <SubmitButton name="state" value="confirmed" pendingLabel="Saving…">
            Confirm the relation
          </SubmitButton>
        ) : null}
        <SubmitButton
          name="state"
          value="suggested"
          variant={canDecide ? "plain" : "main"}
          pendingLabel="Saving…"
        >
          Suggest it
        </SubmitButton>
      </Buttons>
    </ActionForm>
  );
}

/** Both values of a numeric conflict, with what they are values of. */
export function NumericFields() {
  return (
    <FieldGrid>
      <TextField name="valueFrom" label="Value in the first" />
      <TextField name="valueTo" label="Value in the second" />
      <TextField name="unit" label="Unit" />
      <TextField name="period" label="Period" />
    </FieldGrid>
  );
}

import { ActionForm } from "@/components/forms/action-form.client";
import { Button } from "@/components/ui/button";
import { Hidden } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button.client";
import type { FormAction } from "@/lib/forms";

interface StoreFormProps {
  draftId: string;
  /** How many are accepted and not stored yet. */
  toStore: number;
  store: FormAction;
}

/** Stores what was accepted. */
export function StoreForm({ draftId, toStore, store }: StoreFormProps) {
  return (
    <ActionForm action={store} id="store" label="Store what was accepted" className="stack stack--tight">
      <Hidden values={{ draftId }} />
      {toStore > 0 ? (
        <SubmitButton icon="save" pendingLabel="Storing…">
          Store {toStore} accepted
        </SubmitButton>
      ) : (
        <Button variant="main" isDisabled describedBy="nothing-accepted">
          Store 0 accepted
        </Button>
      )}
      {toStore > 0 ? null : (
        <span className="small" id="nothing-accepted">
          Accept at least one first.
        </span>
      )}
    </ActionForm>
  );
}

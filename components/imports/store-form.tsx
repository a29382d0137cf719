import { ActionForm } from "@/components/forms/action-form";
import { Button } from "@/components/ui/button";
import { Hidden } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/forms";

interface StoreFormProps {
  draftId: string;
  /** How many are accepted and not stored yet. */
  toStore: number;
  /** The text is read to its end. */
  isRead: boolean;
  store: FormAction;
}

/** Stores what was accepted. */
export function StoreForm({ draftId, toStore, isRead, store }: StoreFormProps) {
  const isReady = isRead && toStore > 0;
  return (
    <ActionForm action={store} id="store" label="Store what was accepted" className="stack stack--tight">
      <Hidden values={{ draftId }} />
      {isReady ? (
        <SubmitButton icon="save" pendingLabel="Storing…">
          Store {toStore} accepted
        </SubmitButton>
      ) : (
        <Button variant="main" isDisabled describedBy="not-yet">
          Store {toStore} accepted
        </Button>
      )}
      {isReady ? null : (
        <p className="small" id="not-yet">
          {isRead ? "Accept at least one first." : "The text has to be read to its end first."}
        </p>
      )}
    </ActionForm>
  );
}

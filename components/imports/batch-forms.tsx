import { ActionForm } from "@/components/forms/action-form";
import { FileField } from "@/components/forms/fields.client";
import { AGAIN } from "@/components/ui/choose-again";
import { Hidden } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/forms";
import { MOST_TEXT_BYTES, MOST_TEXT_WORDS } from "@/lib/text";
import { FilesSender } from "./files-sender.client";
import { SizeGuard } from "./size-guard.client";

interface OfBatch {
  readonly action: FormAction;
  readonly batchId: string;
}

/** Lets go of what nobody has read yet. */
export function CancelBatch({ action, batchId }: OfBatch) {
  return (
    <ActionForm action={action} id="batch-cancel" label="Cancel the rest">
      <Hidden values={{ batchId }} />
      <SubmitButton variant="stop" icon="ban" pendingLabel="Cancelling…">
        Cancel the rest
      </SubmitButton>
    </ActionForm>
  );
}

/** Takes more files into a batch. */
export function AddFiles({ action, batchId, accept }: OfBatch & { readonly accept: string }) {
  return (
    <ActionForm action={action} id="batch-add" label="Add files" className="stack">
      <SizeGuard mostBytes={MOST_TEXT_BYTES} mostWords={MOST_TEXT_WORDS} advice="Leave it out." />
      <FilesSender action={action} batchId={batchId} />
      <Hidden values={{ batchId }} />
      <FileField name="file" label="More files" hint={AGAIN} accept={accept} isMultiple isRequired />
      <div className="btns">
        <SubmitButton variant="plain" icon="file-plus" pendingLabel="Sending…">
          Add them
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

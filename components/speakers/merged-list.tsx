import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/fields.client";
import { Fold } from "@/components/forms/fold.client";
import { PublicNote } from "@/components/notices/public-note";
import { Hidden } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { Time } from "@/components/ui/time";
import type { FormAction } from "@/lib/forms";
import type { MergeRow } from "@/lib/speakers";

interface MergedListProps {
  merges: readonly MergeRow[];
  action: FormAction;
  isRead: boolean;
}

/** Who was found to be this speaker, each to be taken apart again. */
export function MergedList({ merges, action, isRead }: MergedListProps) {
  return (
    <ul className="rows">
      {merges.map(({ id, from, reason, mergedAt }) => (
        <li key={id}>
          <b>{from.name}</b>, since <Time value={mergedAt} precision="day" />: {reason}
          <Fold>
            <summary>{`Take ${from.name} apart again`}</summary>
            <ActionForm
              action={action}
              id={`undo-merge-${id}`}
              label={`Take ${from.name} apart again`}
              className="stack measure"
            >
              <Hidden values={{ mergeId: id }} />
              <p className="hint">
                What came from it goes back, and so does its address. What was recorded since stays here.
              </p>
              {isRead ? (
                <PublicNote />
              ) : (
                <TextField name="reason" label="How it is known that they are two" isRequired />
              )}
              <SubmitButton variant="plain" pendingLabel="Saving…">
                Take them apart
              </SubmitButton>
            </ActionForm>
          </Fold>
        </li>
      ))}
    </ul>
  );
}

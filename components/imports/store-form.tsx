import { ActionForm } from "@/components/forms/action-form";
import { CheckField } from "@/components/forms/fields.client";
import { Button } from "@/components/ui/button";
import { Hidden } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/forms";

interface StoreFormProps {
  draftId: string;
  /** How many are accepted and not stored yet. */
  toStore: number;
  /** How many of a former edition stand in this text unchanged. */
  toFind: number;
  /** No edition in the record has this very text. */
  isNewText: boolean;
  /** The record has the source, and not this text of it. */
  isNewEdition: boolean;
  /** The source has a newer text than this one; whether it is known that it reads so again by now. */
  older: { readonly isFetched: boolean } | null;
  /** The text is read to its end. */
  isRead: boolean;
  /** Whoever stores may review too. */
  mayReview: boolean;
  store: FormAction;
}

/** Stores what was accepted, and goes on: at the source, with the review of the first, or with the next article. */
export function StoreForm({
  draftId,
  toStore,
  toFind,
  isNewText,
  isNewEdition,
  older,
  isRead,
  mayReview,
  store,
}: StoreFormProps) {
  const isReady = isRead && (toStore + toFind > 0 || isNewEdition || older !== null);
  const nothingNew = isNewText ? "Store the new edition" : "Close it: all of it is in the record";
  const words =
    toStore > 0 || (toFind === 0 && !isNewEdition && !older) ? `Store ${toStore} accepted` : nothingNew;
  return (
    <ActionForm action={store} id="store" label="Store what was accepted" className="stack stack--tight">
      <Hidden values={{ draftId }} />
      {isReady ? (
        <>
          {older && !older.isFetched ? (
            <CheckField
              name="isPrintedNow"
              label="Its publisher prints this text again"
              hint="Then what waits because of the later text is looked at anew in this one. Left out, it is only kept for its words."
            />
          ) : null}
          <SubmitButton name="onward" value="source" icon="save" shortcut="S" pendingLabel="Storing…">
            {words}
          </SubmitButton>
          <div className="btns">
            {mayReview && toStore > 0 ? (
              <SubmitButton name="onward" value="review" variant="quiet" isSmall pendingLabel="Storing…">
                Store and review
              </SubmitButton>
            ) : null}
            <SubmitButton name="onward" value="next" variant="quiet" isSmall pendingLabel="Storing…">
              Store, then the next article
            </SubmitButton>
          </div>
        </>
      ) : (
        <>
          <Button variant="main" isDisabled describedBy="not-yet">
            {words}
          </Button>
          <p className="small" id="not-yet">
            {isRead ? "Accept at least one first." : "The text has to be read to its end first."}
          </p>
        </>
      )}
    </ActionForm>
  );
}

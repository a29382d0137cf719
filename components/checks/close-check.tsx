import { ActionForm } from "@/components/forms/action-form";
import { TextArea } from "@/components/forms/fields.client";
import { Hidden } from "@/components/ui/form";
import { countOf } from "@/components/ui/numeral";
import { SubmitButton } from "@/components/ui/submit-button";
import { Time } from "@/components/ui/time";
import type { FormAction } from "@/lib/forms";
import type { ShownCheck } from "./shown";

interface CloseCheckProps {
  check: Pick<ShownCheck, "publicId" | "version" | "closedAt" | "open" | "left">;
  /** While something is open an editor alone closes it. */
  mayWaive: boolean;
  close: FormAction;
  reopen: FormAction;
}

/** Closes a check, or opens it again: what still stands in the way is said before anybody presses. */
export function CloseCheck({ check, mayWaive, close, reopen }: CloseCheckProps) {
  const { publicId, version, closedAt, open, left } = check;
  const at = { checkId: publicId };
  if (closedAt)
    return (
      <ActionForm
        action={reopen}
        id="reopen-check"
        label="Open the check again"
        version={version}
        className="stack"
      >
        <p>
          Closed <Time value={closedAt} precision="time" />. Nothing in it changes any more.
        </p>
        <Hidden values={at} />
        <div className="btns noprint">
          <SubmitButton variant="plain" icon="undo-2">
            Open it again
          </SubmitButton>
        </div>
      </ActionForm>
    );
  const waits = [
    ...(open > 0 ? [`${countOf(open, "finding")} open`] : []),
    ...(left > 0 ? [`${countOf(left, "word")} not accounted for`] : []),
  ].join(" and ");
  if (waits !== "" && !mayWaive)
    return (
      <p>
        {open + left === 1 ? "There is" : "There are"} {waits}. When each finding is decided and the proof
        sheet accounts for every word it can be closed; before that an editor may.
      </p>
    );
  return (
    <ActionForm
      action={close}
      id="close-check"
      label="Close the check"
      version={version}
      className="stack measure noprint"
    >
      <Hidden values={at} />
      {waits === "" ? (
        <p>Nothing in it is open, and every word is accounted for.</p>
      ) : (
        <TextArea
          name="reason"
          label={`Why it is closed with ${waits}`}
          rows={2}
          hint="It is kept in the record of changes."
        />
      )}
      <div className="btns">
        <SubmitButton variant={waits === "" ? "main" : "plain"} icon="lock">
          Close the check
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

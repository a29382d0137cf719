import { ActionForm } from "@/components/forms/action-form";
import { Hidden } from "@/components/ui/form";
import { Kbd } from "@/components/ui/kbd";
import { countOf } from "@/components/ui/numeral";
import { SubmitButton } from "@/components/ui/submit-button.client";
import { Progress } from "@/components/ui/table";
import type { FormAction } from "@/lib/forms";

interface WholeDraftProps {
  draftId: string;
  counts: {
    readonly all: number;
    readonly accepted: number;
    readonly rejected: number;
    readonly pending: number;
  };
  acceptAll: FormAction;
}

/** How far the work has come, and what can be done with all of it. */
export function WholeDraft({ draftId, counts, acceptAll }: WholeDraftProps) {
  const { all, accepted, rejected, pending } = counts;
  return (
    <>
      <h2 id="h-props" className="imp__h">
        {countOf(all, "proposal")}
        <span className="meta num">
          {accepted} accepted, {rejected} rejected, {pending} to decide
        </span>
      </h2>
      {all > 0 ? <Progress label="Decided" value={all - pending} max={all} /> : null}
      <div className="imp__keys noprint">
        <p className="small js-only">
          <Kbd keys="j k" /> next, previous &ensp; <Kbd keys="a" /> accept &ensp; <Kbd keys="e" /> edit &ensp;{" "}
          <Kbd keys="r" /> reject
        </p>
        {pending > 1 ? (
          <ActionForm action={acceptAll} id="accept-all" label="Accept all">
            <Hidden values={{ draftId }} />
            <SubmitButton variant="plain" isSmall icon="check-check">
              Accept all {pending} to decide
            </SubmitButton>
          </ActionForm>
        ) : null}
      </div>
    </>
  );
}

import { Fragment } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { Hidden } from "@/components/ui/form";
import { Icon } from "@/components/ui/icon";
import { Kbd } from "@/components/ui/kbd";
import { countOf } from "@/components/ui/numeral";
import { SubmitButton } from "@/components/ui/submit-button";
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
  /** The new speakers of this page of whom nobody said yet what they are, each with the first proposal that names it. */
  asked: readonly { readonly name: string; readonly ordinal: number; readonly proposals: number }[];
  acceptAll: FormAction;
}

/** How far the work has come, and what can be done with all of it. */
export function WholeDraft({ draftId, counts, asked, acceptAll }: WholeDraftProps) {
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
          {asked.length > 0 ? (
            <>
              {" "}
              &ensp; <Kbd keys="1" />–<Kbd keys="4" /> say what the speaker is
            </>
          ) : null}
        </p>
        {pending > 1 ? (
          <ActionForm action={acceptAll} id="accept-all" label="Accept all">
            <Hidden values={{ draftId }} />
            <SubmitButton variant="plain" isSmall icon="check-check">
              {asked.length > 0 ? "Accept all that ask nothing" : `Accept all ${pending} to decide`}
            </SubmitButton>
          </ActionForm>
        ) : null}
      </div>
      {asked.length > 0 ? <Asked asked={asked} /> : null}
    </>
  );
}

/** Who cannot be stored before somebody says what they are. */
function Asked({ asked }: Pick<WholeDraftProps, "asked">) {
  return (
    <p className="small below-4" id="asked">
      <Icon name="circle-help" /> The text does not show what{" "}
      {asked.length === 1 ? "this speaker is" : "these speakers are"}; until you say it, what they said is
      neither accepted nor stored:{" "}
      {asked.map(({ name, ordinal, proposals }, index) => (
        <Fragment key={name}>
          {index > 0 ? ", " : null}
          <a href={`#p${ordinal}`}>
            <bdi>{name}</bdi>
          </a>
          {proposals > 1 ? ` (${proposals})` : null}
        </Fragment>
      ))}
      .
    </p>
  );
}

import type { Route } from "next";
import { Fragment } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { Hidden } from "@/components/ui/form";
import { Icon } from "@/components/ui/icon";
import { Kbd } from "@/components/ui/kbd";
import { Link } from "@/components/ui/link";
import { countOf } from "@/components/ui/numeral";
import { SubmitButton } from "@/components/ui/submit-button";
import { Progress } from "@/components/ui/table";
import type { FormAction } from "@/lib/forms";

interface WholeDraftProps {
  draftId: string;
  order: string;
  counts: {
    readonly all: number;
    readonly accepted: number;
    readonly rejected: number;
    readonly pending: number;
    readonly known: number;
    readonly doubtful: number;
  };
  /** How many of this page are in no doubt and wait. */
  sure: number;
  /** The new speakers of this page of whom nobody said yet what they are, each with the first proposal that names it. */
  asked: readonly { readonly name: string; readonly ordinal: number; readonly proposals: number }[];
  accept: FormAction;
  undo: FormAction;
}

/** How far the work has come, and what can be done with all of it. */
export function WholeDraft({ draftId, order, counts, sure, asked, accept, undo }: WholeDraftProps) {
  const { all, accepted, rejected, pending, known, doubtful } = counts;
  return (
    <>
      <h2 id="h-props" className="imp__h">
        {countOf(all, "proposal")}
        <span className="meta num">
          {accepted} accepted, {rejected} rejected, {pending} to decide
          {doubtful > 0 ? `, ${doubtful} of them in doubt` : ""}
          {known > 0 ? `, ${known} in the record already` : ""}
        </span>
      </h2>
      {all > 0 ? <Progress label="Decided" value={all - pending} max={all} /> : null}
      <div className="imp__keys noprint">
        <ActionForm action={accept} id="accept-all" label="Accept several" className="btns">
          <Hidden values={{ draftId, order }} />
          {pending > 1 && sure > 0 && sure < pending ? (
            <SubmitButton name="run" value="sure" variant="plain" isSmall icon="check-check" shortcut="A">
              {sure === 1 ? "Accept the one in no doubt" : `Accept the ${sure} in no doubt`}
            </SubmitButton>
          ) : null}
          {pending > 1 ? (
            <SubmitButton
              name="run"
              value="all"
              variant={sure > 0 && sure < pending ? "quiet" : "plain"}
              isSmall
              icon={sure > 0 && sure < pending ? undefined : "check-check"}
              shortcut={sure === pending ? "A" : undefined}
            >
              {asked.length > 0 ? "Accept all that ask nothing" : `Accept all ${pending} to decide`}
            </SubmitButton>
          ) : null}
        </ActionForm>
        {accepted + rejected > 0 ? (
          <ActionForm action={undo} id="undo" label="Take back" className="btns">
            <Hidden values={{ draftId }} />
            <SubmitButton variant="quiet" isSmall icon="undo-2" shortcut="u">
              Take back the last decision
            </SubmitButton>
          </ActionForm>
        ) : null}
        {doubtful > 0 || order === "doubt" ? <Sorted draftId={draftId} order={order} /> : null}
        <p className="small js-only forkeys">
          <Kbd keys="j k" /> next, previous &ensp; <Kbd keys="a" /> accept &ensp; <Kbd keys="r" /> reject
          &ensp;{" "}
          {order === "text" ? (
            <>
              <Kbd keys="t" /> accept up to here &ensp;{" "}
            </>
          ) : null}
          <Kbd keys="e" /> edit
          {asked.length > 0 ? (
            <>
              {" "}
              &ensp; <Kbd keys="1" />–<Kbd keys="4" /> say what the speaker is
            </>
          ) : null}
        </p>
      </div>
      {asked.length > 0 ? <Asked asked={asked} /> : null}
    </>
  );
}

/** The list in the order of the text, or the doubtful ones first. */
function Sorted({ draftId, order }: Pick<WholeDraftProps, "draftId" | "order">) {
  const isByDoubt = order === "doubt";
  return (
    <p className="small">
      {isByDoubt ? "The doubtful ones stand first. " : "In the order of the text. "}
      <Link href={`/import/${draftId}${isByDoubt ? "" : "?order=doubt"}` as Route}>
        {isByDoubt ? "In the order of the text" : "Doubtful ones first"}
      </Link>
    </p>
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

import { ActionForm } from "@/components/forms/action-form";
import { RadioField, TextArea } from "@/components/forms/fields.client";
import { Fold } from "@/components/forms/fold.client";
import { PublicNote } from "@/components/notices/public-note";
import { Hidden } from "@/components/ui/form";
import { withDrawing } from "@/components/ui/icon";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/forms";
import { LEAST_RATIONALE, RESOLUTIONS } from "@/lib/relations";
import { NumericFields } from "./relation-form";

export interface DecisionActions {
  confirm: FormAction;
  reject: FormAction;
  resolve: FormAction;
  reopen: FormAction;
}

export interface DecidableRelation {
  publicId: string;
  type: string;
  state: string;
  version: number;
  comparability: string;
  valueFrom: string | null;
  from: { state: string };
  to: { state: string };
}

const PUBLISHED: readonly string[] = ["published", "retracted"];

interface DecisionFormsProps {
  relation: DecidableRelation;
  actions: DecisionActions;
  /** The page to come back to. */
  back: string;
  /** Whether `a`, `r`, `u` press the buttons: for the one relation at the head of a queue. */
  hasKeys?: boolean | undefined;
  /** Whether this actor may change what visitors read. */
  mayChangePublic: boolean;
}

/** What can be decided on a relation as it stands. */
export function DecisionForms({ relation, actions, back, hasKeys, mayChangePublic }: DecisionFormsProps) {
  const { publicId: id, state, version } = relation;
  const common = { version, className: "stack stack--tight" };
  const hidden = <Hidden values={{ id, back }} />;
  // visitors read a decided relation between two statements that were published
  const isRead = [relation.from, relation.to].every(({ state: end }) => PUBLISHED.includes(end));
  if (isRead && !mayChangePublic && state !== "suggested") {
    return (
      <p className="small">Visitors read this relation, so an editor decides on it, with a public note.</p>
    );
  }
  const publicNote = isRead ? <PublicNote /> : null;
  const key = (letter: string) => (hasKeys ? letter : undefined);
  return (
    <div className="stack noprint">
      {state === "suggested" && isRead && !mayChangePublic ? (
        <p className="small">Both statements are published: an editor confirms it, with a public note.</p>
      ) : null}
      {state === "suggested" && (!isRead || mayChangePublic) ? (
        <ActionForm action={actions.confirm} id={`${id}-confirm`} label="Confirm" {...common}>
          {hidden}
          <TextArea
            name="rationale"
            label="Rationale"
            hint={`At least ${LEAST_RATIONALE} characters; empty keeps the one given.`}
            rows={2}
          />
          {relation.comparability === "" ? (
            <TextArea name="comparability" label="Why the two can be compared" rows={2} isRequired />
          ) : null}
          {relation.type === "numeric_conflict" && !relation.valueFrom ? <NumericFields /> : null}
          {publicNote}
          <SubmitButton shortcut={key("a")} pendingLabel="Saving…">
            Confirm
          </SubmitButton>
        </ActionForm>
      ) : null}
      {state === "confirmed" ? (
        <ActionForm action={actions.resolve} id={`${id}-resolve`} label="Resolve" {...common}>
          {hidden}
          <RadioField
            name="resolution"
            label="How it comes out"
            choices={RESOLUTIONS.map(({ key: value, label, icon }) => ({
              ...withDrawing({ icon }),
              value,
              label,
            }))}
          />
          <TextArea name="reason" label="Reason" hint={`At least ${LEAST_RATIONALE} characters.`} rows={2} />
          {publicNote}
          <SubmitButton shortcut={key("u")} pendingLabel="Saving…">
            Resolve
          </SubmitButton>
        </ActionForm>
      ) : null}
      {state === "suggested" || state === "confirmed" ? (
        <Fold className="behind">
          <summary data-key={key("r")}>{state === "suggested" ? "Reject it" : "Take it back"}</summary>
          <ActionForm action={actions.reject} id={`${id}-reject`} label="Reject" {...common}>
            {hidden}
            <TextArea
              name="reason"
              label="Why it does not hold"
              hint={`At least ${LEAST_RATIONALE} characters.`}
              rows={2}
            />
            {state === "confirmed" ? publicNote : null}
            <SubmitButton variant="plain" pendingLabel="Saving…">
              Reject
            </SubmitButton>
          </ActionForm>
        </Fold>
      ) : (
        <Fold className="behind">
          <summary>Open it again</summary>
          <ActionForm action={actions.reopen} id={`${id}-reopen`} label="Open again" {...common}>
            {hidden}
            <TextArea
              name="reason"
              label="Reason"
              hint={`At least ${LEAST_RATIONALE} characters.`}
              rows={2}
            />
            {state === "resolved" ? publicNote : null}
            <SubmitButton variant="plain" pendingLabel="Saving…">
              Open it again
            </SubmitButton>
          </ActionForm>
        </Fold>
      )}
    </div>
  );
}

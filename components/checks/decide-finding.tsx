import { ActionForm } from "@/components/forms/action-form";
import { TextArea, TextField } from "@/components/forms/fields.client";
import { FormFold } from "@/components/forms/fold.client";
import { Hidden } from "@/components/ui/form";
import { Icon } from "@/components/ui/icon";
import { PressButton } from "@/components/ui/submit-button.client";
import { Time } from "@/components/ui/time";
import { DECISION_KINDS } from "@/lib/checks";
import type { FormAction } from "@/lib/forms";
import { labelOf } from "@/lib/text";
import { COLLEAGUES } from "./colleagues";
import { labelWord } from "./label-words";
import { type ShownFinding, standingDecision } from "./shown";

interface DecideFindingProps {
  check: { readonly publicId: string; readonly isClosed: boolean; readonly show: "all" | "open" };
  finding: ShownFinding;
  number: number;
  decide: FormAction;
}

/** What was decided of a finding, and the buttons that decide it. */
export function DecideFinding({ check, finding, number, decide }: DecideFindingProps) {
  const standing = standingDecision(finding);
  const isToLook = labelWord(finding.label).isToLook;
  return (
    <>
      {finding.decisions.length > 0 ? (
        <ol className="check__decided">
          {finding.decisions.map(({ id, kind, note, by, of, isOfActor, givenAt, supersededAt }) => (
            <li key={id} className={supersededAt ? "is-past" : undefined}>
              <b>{labelOf(DECISION_KINDS, kind)}</b>{" "}
              {of === null ? null : <>of {isOfActor ? <b>you</b> : <bdi>{of}</bdi>} </>}
              by <bdi>{by ?? "somebody"}</bdi>, <Time value={givenAt} precision="time" isShort />
              {note === "" ? null : (
                <>
                  : <span dir="auto">{note}</span>
                </>
              )}
            </li>
          ))}
        </ol>
      ) : null}
      {check.isClosed || !isToLook ? null : (
        <ActionForm
          action={decide}
          id={`finding-${finding.key}`}
          label={`Decide on finding ${number}`}
          version={finding.decisions.length}
          className="stack noprint"
        >
          <Hidden values={{ checkId: check.publicId, findingKey: finding.key, show: check.show }} />
          {finding.isOpen ? (
            <FormFold summary="Decide" names={["note", "colleague"]} isOpen={standing?.kind === "asked"}>
              <TextArea
                name="note"
                label="In words"
                rows={2}
                hint="Needed to let it stand, and for a question"
              />
              <TextField
                name="colleague"
                label="Colleague who is asked"
                hint="By name. Left empty, the question goes on the call sheet."
                list={COLLEAGUES}
              />
              <div className="btns">
                <Press value="settled" icon="check" of={number}>
                  Put right
                </Press>
                <Press value="waived" of={number}>
                  Let it stand
                </Press>
                <Press value="asked" of={number}>
                  Ask
                </Press>
              </div>
            </FormFold>
          ) : (
            <div className="btns">
              <Press value="reopened" of={number}>
                Open it again
              </Press>
            </div>
          )}
        </ActionForm>
      )}
    </>
  );
}

function Press({
  value,
  icon,
  of,
  children,
}: {
  value: string;
  icon?: "check";
  of: number;
  children: string;
}) {
  return (
    <PressButton className={icon ? "btn btn--sm" : "btn btn--sm btn--quiet"} name="decision" value={value}>
      {icon ? <Icon name={icon} /> : null}
      {children}
      <span className="vh">, finding {of}</span>
    </PressButton>
  );
}

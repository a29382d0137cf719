import { ActionForm } from "@/components/forms/action-form";
import { RadioField, SelectField, TextArea } from "@/components/forms/fields.client";
import { PressForm, WordedForm } from "@/components/review/step-forms";
import { correctionWord } from "@/components/statements/history-words";
import { Hidden } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { SubmitButton } from "@/components/ui/submit-button";
import { STANCES } from "@/lib/claims";
import { outcomesOf, partsOf } from "@/lib/corrections";
import type { FormAction } from "@/lib/forms";
import { AXES } from "@/lib/verdicts";
import { ChangedFields, type FieldChange } from "./changed-words";
import { truthChoices } from "./correct-form";

export interface QuestionShown {
  readonly subject: string;
  readonly what: string;
  readonly answer: { readonly outcome: string; readonly reason: string } | null;
}

interface WaitingCorrectionProps {
  statementId: string;
  version: number;
  kind: string;
  note: string;
  /** Why the new words may differ from the source. */
  explanation: string;
  by: string | null;
  changes: readonly FieldChange[];
  questions: readonly QuestionShown[];
  /** What is judged anew without being asked. */
  anew: readonly string[];
  scales: Parameters<typeof truthChoices>[0];
  /** Why this editor cannot confirm it; null when they can, or may not decide at all. */
  ownHand: string | null;
  mayDecide: boolean;
  mayJudge: boolean;
  actions: { judge: FormAction; confirm: FormAction; withdraw: FormAction };
}

/** A correction that waits for a second editor: what would change, what is judged again, and the steps from here. */
export function WaitingCorrection(props: WaitingCorrectionProps) {
  const { statementId, version, kind, note, explanation, by, changes, questions, anew, actions } = props;
  const at = { statementId, version };
  const open = questions.filter(({ answer }) => answer === null);
  return (
    <section id="correct" className="stack" aria-label="Correction that waits">
      <Note
        tone="care"
        title={`${by ?? "An editor"} proposes a change: ${correctionWord(kind).toLowerCase()}`}
      >
        <p dir="auto">{note}</p>
        {explanation ? <p dir="auto">Why the words may differ from the source: {explanation}</p> : null}
      </Note>
      {changes.length > 0 ? <ChangedFields changes={changes} /> : null}
      {anew.length > 0 ? <p className="meta">Judged anew with it: {anew.join(", ")}.</p> : null}
      <Answered questions={questions.filter(({ answer }) => answer !== null)} />
      {open.length > 0 ? (
        props.mayJudge ? (
          <JudgeAgain {...at} questions={open} scales={props.scales} action={actions.judge} />
        ) : (
          <p>
            {open.length} {open.length === 1 ? "thing" : "things"} judged of what stands now wait to be judged
            again.
          </p>
        )
      ) : null}
      {props.mayDecide ? (
        <>
          {props.ownHand ? (
            <p>{props.ownHand}</p>
          ) : (
            <PressForm
              action={actions.confirm}
              id="confirm-correction"
              variant={open.length === 0 ? "main" : "plain"}
              {...at}
            >
              {open.length === 0 ? "Confirm the correction" : `Confirm it, ${open.length} to judge again`}
            </PressForm>
          )}
          <WordedForm action={actions.withdraw} id="withdraw-correction" label="Why it is withdrawn" {...at}>
            Withdraw the correction
          </WordedForm>
        </>
      ) : null}
    </section>
  );
}

const OUTCOME_WORDS: Readonly<Record<string, string>> = {
  holds: "still holds",
  anew: "judged anew",
  falls: "no longer holds",
};

function Answered({ questions }: { questions: readonly QuestionShown[] }) {
  if (questions.length === 0) return null;
  return (
    <ul className="list meta">
      {questions.map(({ subject, what, answer }) => (
        <li key={subject}>
          {what}: <b>{OUTCOME_WORDS[answer?.outcome ?? ""]}</b>. <span dir="auto">{answer?.reason}</span>
        </li>
      ))}
    </ul>
  );
}

interface JudgeAgainProps {
  statementId: string;
  version: number;
  questions: readonly QuestionShown[];
  scales: Parameters<typeof truthChoices>[0];
  action: FormAction;
}

const CHOICES: Readonly<Record<string, string>> = {
  holds: "Still holds",
  anew: "Judge it anew",
  falls: "No longer holds",
};

function JudgeAgain({ statementId, version, questions, scales, action }: JudgeAgainProps) {
  return (
    <ActionForm action={action} id="judge-again" label="Judge again" version={version} className="stack">
      <Hidden values={{ statementId }} />
      <p className="hint">
        Judged of what stands now. Say of each whether it holds of the new words; some can be left for a
        colleague. Whoever judges again cannot confirm.
      </p>
      {questions.map(({ subject, what }, index) => (
        <div key={subject} id={`again-${subject}`} className="stack stack--tight again">
          <Hidden values={{ [`answers.${index}.subject`]: subject }} />
          <RadioField name={`answers.${index}.outcome`} label={what} choices={choicesFor(subject)} />
          <Anew subject={subject} what={what} name={`answers.${index}`} scales={scales} />
          <TextArea
            name={`answers.${index}.reason`}
            label={
              <>
                Why<span className="vh">: {what}</span>
              </>
            }
            rows={2}
          />
        </div>
      ))}
      <SubmitButton variant="plain" pendingLabel="Saving…">
        Save what is judged again
      </SubmitButton>
    </ActionForm>
  );
}

/** Sourcing is assessed anew with the proposal; a check that is not done says why not. */
function choicesFor(subject: string) {
  const { kind } = partsOf(subject);
  return outcomesOf(subject)
    .filter((value) => kind !== "sourcing" || value === "holds")
    .map((value) => ({
      value,
      label: kind === "check" && value === "anew" ? "Not done, because" : (CHOICES[value] ?? value),
    }));
}

interface AnewProps {
  subject: string;
  what: string;
  name: string;
  scales: JudgeAgainProps["scales"];
}

/** What is chosen when something is judged anew. */
function Anew({ subject, what, name, scales }: AnewProps) {
  const { kind, key } = partsOf(subject);
  const label = (
    <>
      If anew<span className="vh">: {what}</span>
    </>
  );
  if (kind === "verdict") {
    const axis = AXES.find((known) => known.key === key);
    const choices =
      key === "true"
        ? truthChoices(scales)
        : (axis?.values ?? []).map((value) => ({ value: value.key, label: value.label }));
    return (
      <div className="again__anew">
        <SelectField name={`${name}.value`} label={label} choices={choices} emptyLabel="Choose" />
      </div>
    );
  }
  if (kind === "position") {
    const choices = STANCES.map((stance) => ({ value: stance.key, label: stance.label }));
    return (
      <div className="again__anew">
        <SelectField name={`${name}.stance`} label={label} choices={choices} emptyLabel="Choose" />
      </div>
    );
  }
  return null;
}

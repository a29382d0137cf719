import { ActionForm } from "@/components/forms/action-form";
import { TextArea, TextField } from "@/components/forms/fields.client";
import { FormFold } from "@/components/forms/fold.client";
import { SelectedWords } from "@/components/imports/selected-words.client";
import { Hidden } from "@/components/ui/form";
import { Icon } from "@/components/ui/icon";
import { Kbd } from "@/components/ui/kbd";
import { PressButton } from "@/components/ui/submit-button.client";
import { Time } from "@/components/ui/time";
import { PROOF_STATES } from "@/lib/checks";
import type { FormAction } from "@/lib/forms";
import { labelOf } from "@/lib/text";
import { PROOF_DRAWN } from "./proof-words";

interface ProofFormProps {
  checkId: string;
  language: string;
  /** The sentence that is looked at, and what was said of it. */
  sentence: { readonly key: string; readonly words: string; readonly saved: number };
  said: readonly {
    readonly id: string;
    readonly words: string;
    readonly state: string;
    readonly note: string;
    readonly evidence: string;
    readonly by: string | null;
    readonly givenAt: Date;
  }[];
  mark: FormAction;
}

/** Says of a sentence, or of words in it, what they are: a button and a key for each state. */
export function ProofForm({ checkId, language, sentence, said, mark }: ProofFormProps) {
  return (
    <>
      <blockquote className="serif check__around" lang={language} dir="auto">
        {sentence.words}
      </blockquote>
      {said.length === 0 ? null : (
        <ol className="check__decided">
          {said.map(({ id, words, state, note, evidence, by, givenAt }) => (
            <li key={id}>
              <b>{labelOf(PROOF_STATES, state)}</b>:{" "}
              <q className="serif" lang={language}>
                {words}
              </q>{" "}
              by <bdi>{by ?? "somebody"}</bdi>, <Time value={givenAt} precision="time" isShort />
              {evidence === "" ? null : (
                <>
                  ; shown by <bdi>{evidence}</bdi>
                </>
              )}
              {note === "" ? null : (
                <>
                  ; <span dir="auto">{note}</span>
                </>
              )}
            </li>
          ))}
        </ol>
      )}
      <ActionForm
        action={mark}
        key={sentence.key}
        id={`proof-${sentence.key}`}
        label="Say what it is"
        version={sentence.saved}
        className="stack noprint"
      >
        <Hidden values={{ checkId, sentenceKey: sentence.key }} />
        <FormFold summary="Only some words" names={["wording"]}>
          <TextArea
            name="wording"
            label="Which words"
            rows={2}
            hint="Left empty, those of the sentence that are not checked yet. With the pointer: select them in the draft, over several sentences too."
            lang={language}
            isRecord
          />
          <SelectedWords startUtf16={null} />
        </FormFold>
        <TextField
          name="evidence"
          label="What shows it"
          hint="A statement’s id, an address, a file; needed for Verified"
        />
        <TextArea name="note" label="In words" rows={2} hint="Needed for Common knowledge, Query and Wrong" />
        <div className="btns">
          {PROOF_STATES.map(({ key, label }) => (
            <PressButton
              key={key}
              className={key === "verified" ? "btn btn--sm btn--main" : "btn btn--sm"}
              name="state"
              value={key}
              data-key={PROOF_DRAWN[key].key}
              aria-keyshortcuts={PROOF_DRAWN[key].key}
            >
              <Icon name={PROOF_DRAWN[key].icon} />
              {label} <Kbd keys={PROOF_DRAWN[key].key} isDecoration />
            </PressButton>
          ))}
        </div>
      </ActionForm>
    </>
  );
}

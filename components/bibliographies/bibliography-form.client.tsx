"use client";

import {
  type ReactNode,
  type SubmitEvent,
  useActionState,
  useEffect,
  useRef,
  useState,
  useTransition,
} from "react";
import { useAddressed } from "@/components/forms/addressed.client";
import { AGAIN } from "@/components/ui/choose-again";
import { ErrorSummary } from "@/components/ui/error-summary.client";
import { Section } from "@/components/ui/page";
import { SubmitContext } from "@/components/ui/submit-context";
import { FileField, TextArea } from "@/components/ui/text-field";
import { wordsOfTurnedAway } from "@/lib/forms";
import { BibliographyResult, type Drawings } from "./bibliography-result";
import { type BibliographyState, NOT_CHECKED, type OutcomeWords } from "./state";

interface BibliographyFormProps {
  action: (state: BibliographyState, form: FormData) => Promise<BibliographyState>;
  /** Takes the same form and gives a file. */
  download: string;
  /** Says to the server which form it is and what its field is called, so that it can give the text back. */
  hidden: ReactNode;
  text: string;
  submit: ReactNode;
  outcomes: readonly OutcomeWords[];
  formats: readonly { readonly key: string; readonly label: string }[];
  drawings: Drawings;
  about: ReactNode;
}

const ID = "bibliography";
// the page may be one of an earlier build, whose form no action takes in
const FAILED =
  "It did not come through. What you pasted stands here still: send it again. If it fails once more, copy it, load the page anew and paste it there.";

function wordsOfFailure(error: unknown): string {
  const turnedAway = wordsOfTurnedAway(error);
  return turnedAway === null ? FAILED : `${turnedAway} What you pasted stands here still.`;
}

/** A bibliography to be checked, and the answer below it. Without scripts the page comes anew with both. */
export function BibliographyForm(props: BibliographyFormProps) {
  const { action, download, hidden, text, submit, about } = props;
  const [answered, sendWithoutScripts] = useActionState(action, NOT_CHECKED);
  const sendAddressed = useAddressed(action, NOT_CHECKED, sendWithoutScripts);
  const [state, setState] = useState(answered);
  const [failure, setFailure] = useState<string | null>(null);
  const [isSending, startSending] = useTransition();
  const result = useRef<HTMLDivElement>(null);
  const isFirst = useRef(true);

  useEffect(() => {
    if (isFirst.current) isFirst.current = false;
    else if (state.status === "done") result.current?.focus();
  }, [state]);

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    const { submitter } = event.nativeEvent as globalThis.SubmitEvent;
    // a file is asked for: the browser keeps it, and this page stays
    if (submitter?.hasAttribute("formaction")) return;
    event.preventDefault();
    const sent = new FormData(event.currentTarget);
    startSending(async () => {
      const answer = await action(NOT_CHECKED, sent).catch((error: unknown) => wordsOfFailure(error));
      startSending(() => {
        setFailure(typeof answer === "string" ? answer : null);
        if (typeof answer !== "string") setState(answer);
      });
    });
  }

  const error = state.status === "refused" ? state : null;
  const errorAt = (name: string) => (error?.field === name ? error.message : undefined);
  return (
    <SubmitContext value={{ isPending: isSending, dress: undefined }}>
      <form action={sendAddressed} onSubmit={onSubmit} id={ID} aria-label="Check a bibliography" noValidate>
        {hidden}
        <Section id="what" title="What you cited" margin={<div>{about}</div>}>
          <div className="stack">
            <ErrorSummary
              errors={
                failure !== null
                  ? [{ name: "", message: failure }]
                  : error
                    ? [{ name: error.field, id: `${ID}-${error.field}`, message: error.message }]
                    : []
              }
            />
            <TextArea
              id={`${ID}-text`}
              name="text"
              label={text}
              rows={10}
              value={state.text}
              error={errorAt("text")}
            />
            <FileField
              id={`${ID}-file`}
              name="file"
              label="Or choose or drop a file"
              hint={`A file counts before pasted words. ${AGAIN}`}
              error={errorAt("file")}
            />
            <div className="btns">{submit}</div>
          </div>
        </Section>
      </form>
      {state.status === "done" ? (
        <div ref={result} tabIndex={-1} className="bib">
          <BibliographyResult {...props} report={state.report} form={ID} download={download} />
        </div>
      ) : null}
    </SubmitContext>
  );
}

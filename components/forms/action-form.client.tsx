"use client";

import { useRouter } from "next/navigation";
import {
  Fragment,
  type ReactNode,
  type SubmitEvent,
  useActionState,
  useContext,
  useEffect,
  useRef,
  useState,
  useTransition,
} from "react";
import { ErrorSummary } from "@/components/ui/error-summary.client";
import { fieldId } from "@/components/ui/field";
import { SubmitContext } from "@/components/ui/submit-context";
import {
  type FormAction,
  type FormState,
  PRESSED,
  SENDER,
  SENDING,
  type Sending,
  UNSENT,
  writePressed,
  writeSending,
} from "@/lib/forms";
import { FailedNote } from "./failed-note.client";
import { FormContext } from "./form-context";
import { remembered, useKeeping } from "./keeping.client";
import { KeptNote, type KeptTyping } from "./kept-note.client";
import { PageContext } from "./page-context";
import { Receipt } from "./receipt.client";
import { send } from "./send.client";
import { StaleNote } from "./stale-note.client";

export interface ActionFormProps {
  /** A server action; it redirects when its work was done. */
  action: FormAction;
  /** Needed only when two forms stand on one page; goes before the ids of the controls. */
  id?: string | undefined;
  /** Names the form as a landmark. */
  label?: string | undefined;
  /** The version of the thing that the page shows; sent along, so that a stale form never overwrites a colleague. */
  version?: number | undefined;
  className?: string | undefined;
  /** What became of the entries when something is to mend, where "nothing was lost" would not be true. */
  kept?: string | undefined;
  /** Fields of this folder, and anything else: they refill themselves. */
  children: ReactNode;
}

/** What the server gives each form to carry. */
interface Carried {
  sending: Sending;
  /** For whom the page was drawn, signed; null for visitors, of whom nothing is kept. */
  sender: string | null;
  typed: KeptTyping | null;
}

/** The part of `ActionForm` that lives in the browser. */
export function ActionFormClient(props: ActionFormProps & Carried) {
  const { action, id, label, version, className = "stack", kept, children, sending, sender, typed } = props;
  const name = `${sending.place} ${sending.form}`;
  const page = useContext(PageContext);
  const [answeredAlone, sendWithoutScripts] = useActionState(action, UNSENT);
  const answered =
    page === null ? answeredAlone : page.answer.name === sending.form ? page.answer.state : UNSENT;
  const [state, setState] = useState(() => (answered.status === "idle" ? startOf(name, typed) : answered));
  const [answers, setAnswers] = useState(0);
  const [isSending, startSending] = useTransition();
  const form = useRef<HTMLFormElement & HTMLDivElement>(null);
  const key = useRef<string | null>(null);
  const keeping = useKeeping(form, name, sender !== null);

  const router = useRouter();
  const isStale = state.status === "stale";
  useEffect(() => {
    // brings the version that the colleague saved, which the note then offers to replace
    if (isStale) router.refresh();
  }, [isStale, router]);

  useEffect(() => {
    // an answer must be seen, also of a form that is folded away
    if (state.status === "idle") return;
    for (let fold = form.current?.closest("details"); fold; fold = fold.parentElement?.closest("details")) {
      fold.open = true;
    }
  }, [state]);

  useEffect(() => page?.join(sending.form, { send: sendForm, forget: keeping.forget }));

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    const { submitter } = event.nativeEvent as globalThis.SubmitEvent;
    if (submitter?.hasAttribute("formaction")) {
      keeping.forget();
      return;
    }
    event.preventDefault();
    sendForm(new FormData(event.currentTarget, submitter));
  }

  function sendForm(sent: FormData) {
    if (isSending) return;
    // a page that the router brings back from its memory would send a key that is used up
    key.current ??= String(state.values[SENDING] ?? writeSending({ ...sending, key: crypto.randomUUID() }));
    sent.set(SENDING, key.current);
    startSending(async () => {
      await keeping.pause();
      const answer = await send(() => action(state, sent));
      if (answer.status === "done" || answer.status === "idle") {
        keeping.forget();
        key.current = null;
      } else keeping.resume();
      startSending(() => {
        setState(answer);
        // what never reached the server stands in the inputs still
        if (answer.status !== "failed") setAnswers((count) => count + 1);
      });
    });
  }

  const prefix = id === undefined ? "" : `${id}-`;
  const errors = state.errors.map(({ field = "", message }) => ({
    name: field,
    message,
    ...(field === "" ? {} : { id: prefix + fieldId(field) }),
  }));
  // what was kept is filled in upon the page of today, field by field
  const sentVersion = state.status === "kept" ? undefined : state.values.version;
  const read = (typeof sentVersion === "string" ? sentVersion : sentVersion?.at(-1)) ?? version?.toString();
  const sentKey = state.values[SENDING];

  const frame = { ref: form, id, className, "aria-label": label };
  const content = (
    // keyed by answer: inputs made anew start from what was typed
    <Fragment key={answers}>
      <input
        type="hidden"
        name={SENDING}
        value={typeof sentKey === "string" ? sentKey : writeSending(sending)}
        readOnly
      />
      {sender === null ? null : <input type="hidden" name={SENDER} value={sender} readOnly />}
      {version === undefined ? null : <input type="hidden" name="version" value={read} readOnly />}
      {state.receipt ? <Receipt {...state.receipt} /> : null}
      {typed && answers === 0 && (state.status === "kept" || state.status === "idle") ? (
        <KeptNote kept={typed} form={sending.form} />
      ) : null}
      <ErrorSummary errors={errors} kept={kept} />
      {isStale ? <StaleNote message={state.message} read={read} saved={version?.toString()} /> : null}
      {state.status === "failed" ? <FailedNote message={state.message} /> : null}
      {children}
    </Fragment>
  );
  const part = page === null ? null : sending.form;
  return (
    <FormContext
      value={{ prefix, state, part, takeUp: typed && !typed.isAsked ? typed.address : typed ? null : "" }}
    >
      <SubmitContext
        value={{
          isPending: isSending,
          dress:
            part === null
              ? undefined
              : (name, value) => ({ name: PRESSED, value: writePressed(part, name, value) }),
        }}
      >
        {part === null ? (
          <form {...frame} action={sendWithoutScripts} onSubmit={onSubmit} noValidate>
            {content}
          </form>
        ) : (
          // biome-ignore lint/a11y/useSemanticElements: a form cannot stand in the one that sends all forms of the page
          <div {...frame} role="form" data-part={part}>
            {content}
          </div>
        )}
      </SubmitContext>
    </FormContext>
  );
}

/** A form begins with what was typed into it in this window, else with what the server kept, else empty. */
function startOf(name: string, typed: KeptTyping | null): FormState {
  const values = remembered(name) ?? (typed?.isTaken ? typed.values : null);
  return values === null ? UNSENT : { status: "kept", values, errors: [] };
}

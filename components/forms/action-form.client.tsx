"use client";

import { useRouter } from "next/navigation";
import {
  Fragment,
  type ReactNode,
  type SubmitEvent,
  useActionState,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useTransition,
} from "react";
import { flushSync } from "react-dom";
import { ErrorSummary } from "@/components/ui/error-summary.client";
import { fieldId } from "@/components/ui/field";
import { SubmitContext } from "@/components/ui/submit-context";
import {
  type FormAction,
  type FormState,
  isTypedIn,
  LABEL,
  movedBy,
  PRESSED,
  SENDER,
  SENDING,
  type Sending,
  TYPED_IN,
  UNSENT,
  writePressed,
  writeSending,
} from "@/lib/forms";
import { useAddressed } from "./addressed.client";
import { useDrawing, withLater } from "./drawing.client";
import { FailedNote } from "./failed-note.client";
import { FormContext } from "./form-context";
import { holdsAlready, isStillTyped, takeHanded } from "./handover.client";
import { remembered, useKeeping } from "./keeping.client";
import type { KeptTyping } from "./kept-note";
import { PageContext } from "./page-context";
import { Receipt } from "./receipt.client";
import { send } from "./send.client";
import { StaleNote } from "./stale-note.client";
import { isChanged, standingIn, typedSince, valuesOf, withoutSecrets } from "./standing.client";
import { useVersionRead } from "./version-read.client";

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
  autoComplete?: "off" | undefined;
  typed: (KeptTyping & { readonly note: ReactNode }) | null;
  /** What was typed into this form in any window, each with what names it where it does not stand. */
  all: readonly (Pick<KeptTyping, "id" | "window" | "keptAt"> & { readonly note: ReactNode })[];
  /** By what the server knows what is typed here. */
  typedIn: string;
}

/** The part of `ActionForm` that lives in the browser. */
export function ActionFormClient(props: ActionFormProps & Carried) {
  const { action, id, label, version, className = "stack", kept, children, sending, sender } = props;
  // what was kept before the page was opened
  const [typed] = useState(props.typed);
  // by person as well, so that nobody who signs in at the same window finds it
  const [userId] = sender?.split(".") ?? [];
  const name = userId === undefined ? null : `${userId} ${sending.place} ${sending.form}`;
  const page = useContext(PageContext);
  const [answeredAlone, sendWithoutScripts] = useActionState(action, UNSENT);
  const sendAddressed = useAddressed(action, UNSENT, sendWithoutScripts);
  const answered = page === null ? answeredAlone : (page.answer.answers[sending.form] ?? UNSENT);
  const [state, setState] = useState(() => (answered.status === "idle" ? startOf(name, typed) : answered));
  const [answers, setAnswers] = useState(0);
  const [typedIn, setTypedIn] = useState(
    () => (name === null ? null : remembered(name)?.typedIn) || props.typedIn,
  );
  const [isSending, startSending] = useTransition();
  const form = useRef<HTMLFormElement & HTMLDivElement>(null);
  const underway = useRef({ key: null as string | null, isSent: false });
  const keeping = useKeeping(form, name);
  const readVersion = useVersionRead(form, version);
  const [folds] = useState(() => new Map<string, boolean>());
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

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page has come
  useEffect(() => {
    const handed = name === null ? null : takeHanded(name);
    if (handed === null || holdsAlready(typed?.isTaken ? typed.values : null, handed)) return;
    void isStillTyped(handed).then((isStill) => {
      if (typed?.isAsked) return router.refresh(); // what was asked for stands, and this beside it
      // whoever writes or has sent is not written over, nor who begins until it is drawn: that happens at once
      if (!isStill || underway.current.key || !form.current || isChanged(form.current)) return;
      keeping.takeUp(handed);
      flushSync(() => {
        setTypedIn((fresh) => String(handed.get(TYPED_IN) ?? fresh));
        setState({ status: "kept", values: valuesOf(handed), errors: [] });
        setAnswers((count) => count + 1);
      });
    });
  }, []);

  const drawing = useDrawing(form, answers, {
    putBack(late) {
      setState((before) => withLater(before, late));
      setAnswers((count) => count + 1);
      keeping.resume();
    },
    drawn: () => page?.changed(),
  });

  useLayoutEffect(() =>
    page?.join(sending.form, {
      ...{ label: label ?? sending.form, send: sendForm, begin },
      ...{ pause: keeping.pause, keepNow: keeping.keepNow, forget: keeping.forget },
    }),
  );

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
    if (underway.current.isSent) return;
    underway.current.isSent = true;
    const work = async () => {
      const take = begin(sent);
      await Promise.all([keeping.pause(), page?.keepOthers(sending.form)]);
      take(await send(() => action(UNSENT, sent)));
    };
    startSending(() => (page === null ? work() : page.inTurn(work)));
  }

  /** Gives what is sent its key and its version; what it returns takes the answer. */
  function begin(sent: FormData): (answer: FormState) => void {
    // a page that the router brings back from its memory would send a key that is used up
    underway.current.key ??= String(state.values[SENDING] ?? anotherKey());
    underway.current.isSent = true;
    sent.set(SENDING, underway.current.key);
    // a page left before the answer keeps what was sent under the key that it was sent with, so it is no second text
    writeKey(form.current, underway.current.key);
    const read = readVersion();
    // the stale note asks which version is meant; a page that answered without scripts holds the one that was sent
    const isHeld = state.status === "stale" || (answers === 0 && answered.status !== "idle");
    if (read !== undefined && !isHeld)
      sent.set("version", String(page?.versionNow(sending.form, read) ?? read));
    const asSent = withoutSecrets(sent);
    return (answer) => {
      const isStored = answer.status === "done" || answer.status === "idle";
      const standing = form.current ? standingIn(form.current) : null;
      const later = standing ? typedSince(asSent, standing) : null;
      underway.current.isSent = false;
      if (isStored) {
        underway.current.key = null;
        const moved = movedBy(answer, sent);
        if (moved !== null) page?.moved(sending.form, moved);
      }
      // what comes after something that is stored is another sending
      if (isStored) writeKey(form.current, anotherKey());
      if (isStored && later === null) keeping.forget();
      else keeping.resume();
      startSending(() => {
        setState(later === null ? answer : withLater(answer, later));
        // what never reached the server stands in the inputs still
        if (answer.status === "failed") return;
        if (standing !== null) drawing.take(standing, later !== null);
        setAnswers((count) => count + 1);
      });
    };
  }

  const anotherKey = () => writeSending({ ...sending, key: crypto.randomUUID() });

  /** What is written while the rest is on its way is a text of its own. */
  function onInput() {
    if (underway.current.isSent) writeKey(form.current, anotherKey());
  }

  const prefix = id === undefined ? "" : `${id}-`;
  // the summary takes focus when they change, and only then
  const errors = useMemo(
    () =>
      state.errors.map(({ field = "", ...error }) => ({
        name: field,
        ...error,
        ...(field === "" ? {} : { id: prefix + fieldId(field) }),
      })),
    [state.errors, prefix],
  );
  // what was kept is filled in upon the page of today, field by field
  const sentVersion = state.status === "kept" ? undefined : state.values.version;
  const read = (typeof sentVersion === "string" ? sentVersion : sentVersion?.at(-1)) ?? version?.toString();
  const sentKey = state.values[SENDING];
  const own = String(state.values[TYPED_IN] ?? typedIn);
  const isBegun = answers === 0 && (state.status === "kept" || state.status === "idle");
  const isNoted = typed !== null && isBegun && typed.isTaken === isTypedIn(own, typed);
  const others = props.all.filter((one) => !isTypedIn(own, one) && !(isNoted && one.id === typed.id));

  const frame = { ref: form, id, className, onInput, "aria-label": label };
  const asForm = { onSubmit, noValidate: true, autoComplete: props.autoComplete };
  const content = (
    // keyed by answer: inputs made anew start from what was typed
    <Fragment key={answers}>
      {drawing.lastLook}
      <input
        type="hidden"
        name={SENDING}
        value={typeof sentKey === "string" ? sentKey : writeSending(sending)}
      />
      {sender === null ? null : <input type="hidden" name={SENDER} value={sender} />}
      {sender === null || label === undefined ? null : <input type="hidden" name={LABEL} value={label} />}
      {sender === null ? null : <input type="hidden" name={TYPED_IN} value={own} />}
      {version === undefined ? null : <input type="hidden" name="version" value={read} />}
      {state.receipt ? <Receipt {...state.receipt} /> : null}
      {isNoted ? typed.note : null}
      {others.map(({ note }) => note)}
      <ErrorSummary errors={errors} kept={kept} />
      {isStale ? <StaleNote message={state.message} read={read} saved={version?.toString()} /> : null}
      {state.status === "failed" ? <FailedNote message={state.message} /> : null}
      {children}
    </Fragment>
  );
  const part = page === null ? null : sending.form;
  return (
    <FormContext
      value={{
        ...{ prefix, state, part, folds },
        takeUp: typed && !typed.isAsked ? typed.address : typed ? null : "",
      }}
    >
      <SubmitContext
        value={{
          isPending: isSending,
          dress:
            part === null
              ? undefined
              : (name, value, other = part) => ({ name: PRESSED, value: writePressed(other, name, value) }),
        }}
      >
        {part === null ? (
          <form {...frame} {...asForm} action={sendAddressed}>
            {content}
          </form>
        ) : (
          <div {...frame} role={label === undefined ? undefined : "form"} data-part={part}>
            {content}
          </div>
        )}
      </SubmitContext>
    </FormContext>
  );
}

/** A form begins with what was typed into it in this window, else with what the server kept, else empty. */
function startOf(name: string | null, typed: KeptTyping | null): FormState {
  const values = (name === null ? null : remembered(name)?.values) ?? (typed?.isTaken ? typed.values : null);
  return values === null ? UNSENT : { status: "kept", values, errors: [] };
}

function writeKey(form: HTMLElement | null, key: string) {
  const field = form?.querySelector<HTMLInputElement>(`input[name="${SENDING}"]`);
  if (field) field.value = key;
}

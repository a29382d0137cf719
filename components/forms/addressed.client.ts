"use client";

import { usePathname, useSearchParams } from "next/navigation";

type Send = (form: FormData) => void;

/** What React asks of an action when it writes a form for browsers without scripts. */
interface Written {
  $$FORM_ACTION?: (prefix: object) => WrittenForm | null;
}

interface WrittenForm {
  readonly action?: string;
  /** Fields that name the action and what it is called with. */
  readonly data?: FormData | null;
}

/** The field by which React gives the answer to the form that asked for it. */
const ANSWERED = "$ACTION_KEY";

/**
 * Sends as `send` does, which `useActionState` made of `action`, from a form that without scripts names the page as its
 * address. React writes an empty `action` there, which goes to the same place and is no valid HTML. The permalink of
 * `useActionState` would name it too, but it gives two forms with one action each other's answers. React also writes the
 * former answer into the form, for the action to be called with: no action of ours reads it, `unsent` stands in its place.
 * An answer holds all that was typed, which would travel twice and be too much, and may be of a shape that no form sends.
 * In a browser nothing is written, so nothing of it is sent there.
 */
export const useAddressed = typeof window === "undefined" ? useWritten : sendingAlone;

function sendingAlone<State>(_: Acting<State>, __: State, send: Send): Send {
  return send;
}

type Acting<State> = (state: State, form: FormData) => Promise<State>;

function useWritten<State>(action: Acting<State>, unsent: State, send: Send): Send {
  const query = useSearchParams().toString();
  const address = `${usePathname()}${query === "" ? "" : `?${query}`}`;
  const write = (send as Written).$$FORM_ACTION;
  const begun = action.bind(null, unsent) as Send & Written;
  if (write === undefined) return send;
  const addressed: Send & Written = (form) => send(form);
  addressed.$$FORM_ACTION = (prefix) => {
    const [fields, anew] = [write(prefix), begun.$$FORM_ACTION?.(prefix)];
    const answered = fields?.data?.get(ANSWERED);
    if (anew?.data && answered) anew.data.append(ANSWERED, answered);
    return fields && { ...fields, ...(anew ?? {}), action: fields.action ?? address };
  };
  return addressed;
}

"use client";

import { usePathname, useSearchParams } from "next/navigation";

type Send = (form: FormData) => void;

/** What React asks of an action when it writes a form for browsers without scripts. */
interface Written {
  $$FORM_ACTION?: (prefix: object) => { readonly action?: string } | null;
}

/**
 * Sends as `send` does, from a form that without scripts names the page as its address. React writes an empty `action`
 * there, which goes to the same place and is no valid HTML. The permalink of `useActionState` would name it too, but it
 * gives two forms with one action each other's answers. In a browser nothing is written, so nothing of it is sent there.
 */
export const useAddressed = typeof window === "undefined" ? useWritten : (send: Send) => send;

function useWritten(send: Send): Send {
  const query = useSearchParams().toString();
  const address = `${usePathname()}${query === "" ? "" : `?${query}`}`;
  const write = (send as Written).$$FORM_ACTION;
  if (write === undefined) return send;
  const addressed: Send & Written = (form) => send(form);
  addressed.$$FORM_ACTION = (prefix) => {
    const fields = write(prefix);
    return fields && { ...fields, action: fields.action ?? address };
  };
  return addressed;
}

import { createContext } from "react";

/** What the form around a submit button tells it. */
interface SubmitScope {
  readonly isPending: boolean;
  /** What the button is called and sends, where the forms of a page are sent together. */
  readonly dress?:
    | ((name?: string, value?: string, part?: string) => { name: string; value: string })
    | undefined;
}

export const SubmitContext = createContext<SubmitScope>({ isPending: false });

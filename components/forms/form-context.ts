import { createContext, useContext } from "react";
import { fieldId } from "@/components/ui/field";
import { type FormState, nameInPage, UNSENT } from "@/lib/forms";

interface FormScope {
  /** Goes before the id of each control, so that two forms on a page may hold the same names. */
  prefix: string;
  state: FormState;
  /** The name of the form on a page whose forms are sent together. */
  part: string | null;
}

export const FormContext = createContext<FormScope>({ prefix: "", state: UNSENT, part: null });

/** What the form around knows of one input: what was typed into it, what is wrong with it, its id. */
export function useField(name: string) {
  const { prefix, state, part } = useContext(FormContext);
  const sent = state.values[name];
  return {
    id: prefix + fieldId(name),
    /** What the input is called: two forms that are sent together must not share their radios. */
    name: nameInPage(part, name),
    wasSent: state.status !== "idle" && state.status !== "done" && Object.keys(state.values).length > 0,
    /** What was typed, as one text; undefined when the form was not sent or did not hold it. */
    text: typeof sent === "string" ? sent : sent?.at(-1),
    texts: typeof sent === "string" ? [sent] : (sent ?? []),
    error: state.errors.find((error) => error.field === name)?.message,
  };
}

import { createContext, useContext } from "react";
import { fieldId } from "@/components/ui/field";
import { type FormState, UNSENT } from "@/lib/forms";

interface FormScope {
  /** Goes before the id of each control, so that two forms on a page may hold the same names. */
  prefix: string;
  state: FormState;
}

export const FormContext = createContext<FormScope>({ prefix: "", state: UNSENT });

/** What the form around knows of one input: what was typed into it, what is wrong with it, its id. */
export function useField(name: string) {
  const { prefix, state } = useContext(FormContext);
  const sent = state.values[name];
  return {
    id: prefix + fieldId(name),
    wasSent: state.status === "refused" || state.status === "stale",
    /** What was typed, as one text; undefined when the form was not sent or did not hold it. */
    text: typeof sent === "string" ? sent : sent?.at(-1),
    texts: typeof sent === "string" ? [sent] : (sent ?? []),
    error: state.errors.find((error) => error.field === name)?.message,
  };
}

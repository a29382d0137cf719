import { createContext, useContext } from "react";
import { fieldId } from "@/components/ui/field";
import { type FormState, type Held, nameInPage, standingOf, UNSENT } from "@/lib/forms";

interface FormScope {
  /** Goes before the id of each control, so that two forms on a page may hold the same names. */
  prefix: string;
  state: FormState;
  /** The name of the form on a page whose forms are sent together. */
  part: string | null;
  /** Where what was kept is put in place of what was saved since; null when it is there already, or not kept. */
  takeUp: string | null;
  /** How the form's folds were left, by what they are called. */
  folds: Map<string, boolean>;
}

export const FormContext = createContext<FormScope>({
  ...{ prefix: "", state: UNSENT, part: null, takeUp: null, folds: new Map() },
});

/** What the form around knows of one input: what was typed into it, what is wrong with it, its id. */
export function useField(name: string, held?: Held) {
  const { prefix, state, part, takeUp } = useContext(FormContext);
  const isKept = state.status === "kept";
  const now = standingOf(state.values, name, held);
  // of a form that a colleague was faster with, what nobody touched follows what they saved: as it was sent it would pass for an edit
  const isFollowing = state.status === "stale" && now === "untouched";
  const standing = isKept || isFollowing ? now : "typed";
  const isOvertaken = standing === "overtaken";
  const isShown = standing === "typed" || (isOvertaken && takeUp === null);
  const typed = state.values[name];
  const sent = isShown ? typed : undefined;
  return {
    id: prefix + fieldId(name),
    /** What the input is called: two forms that are sent together must not share their radios. */
    name: nameInPage(part, name),
    wasSent:
      isShown && state.status !== "idle" && state.status !== "done" && Object.keys(state.values).length > 0,
    /** What was typed, as one text; undefined when the form was not sent or did not hold it. */
    text: typeof sent === "string" ? sent : sent?.at(-1),
    texts: typeof sent === "string" ? [sent] : (sent ?? []),
    /** What was typed before another text was saved, and whether it stands in the input all the same. */
    overtaken: isOvertaken ? { typed: [typed ?? []].flat(), isShown, takeUp } : null,
    error: state.errors.find((error) => error.field === name)?.message,
  };
}

import type { Route } from "next";
import { readChosen, writeChosen } from "@/lib/speakers";
import { FORMS, STATEMENT_STATES, type StatementFilter, statementFilterSchema } from "@/lib/statements";

type Asked = Readonly<Record<string, string | string[] | undefined>>;

/** What an address of the choice says: what is chosen, and what of the speaker's statements is shown. */
export interface Choice {
  readonly chosen: readonly string[];
  readonly filter: Pick<StatementFilter, "q" | "form" | "state">;
  /** Shows what is chosen already, or where the speaker stands between, instead of what the filter finds. */
  readonly show: "chosen" | "between" | null;
  /** Whether all that the filter finds is to be chosen. */
  readonly isAll: boolean;
  readonly after: string | undefined;
  /** Whether it came from the form, with ticks that belong into the one list of what is chosen. */
  readonly isTicked: boolean;
}

/** What an address of the choice may ask for. */
export const CHOICE = {
  q: "one",
  form: FORMS,
  state: STATEMENT_STATES,
  show: "one",
  after: "one",
  chosen: "one",
} as const;

const one = (value: string | string[] | undefined) => [value ?? []].flat()[0] ?? "";

/** What was asked for; ticks of the form are chosen as well. */
export function readChoice(asked: Asked): Choice {
  const { q, form, state } = statementFilterSchema.parse({
    q: asked.q,
    form: asked.form,
    state: asked.state,
  });
  const ticked = [asked.take ?? []].flat().map((id) => id.replace(/^st-/u, ""));
  // a button says it after what the form carries along
  const pressed = [asked.show ?? []].flat().at(-1);
  const show = pressed === "chosen" || pressed === "between" ? pressed : null;
  return {
    chosen: readChosen([one(asked.chosen), ...ticked].join(".")),
    // these are shown whole
    filter: show === null ? { q, form, state } : {},
    show,
    isAll: asked.all !== undefined,
    after: one(asked.after) || undefined,
    isTicked: asked.ticks !== undefined || asked.take !== undefined || asked.all !== undefined,
  };
}

/** The address of a choice, at the page of the list or beneath it. */
export function choiceAt(
  path: string,
  { chosen, filter, show, after }: Omit<Choice, "isAll" | "isTicked">,
): Route {
  const query = new URLSearchParams();
  if (filter.q) query.set("q", filter.q);
  for (const form of filter.form ?? []) query.append("form", form);
  for (const state of filter.state ?? []) query.append("state", state);
  if (show) query.set("show", show);
  if (after) query.set("after", after);
  if (chosen.length > 0) query.set("chosen", writeChosen(chosen));
  const text = query.toString();
  return (text ? `${path}?${text}` : path) as Route;
}

/** What was typed, by input name: a list where a name was sent more than once. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>;

/** One thing to mend. Without `field` it is about the whole form. */
export interface FormError {
  readonly field?: string;
  readonly message: string;
  /** The address of what stands already, and is not stored twice. */
  readonly there?: string;
}

/** What a form that stays on its page has to say when its work was done. */
export interface FormReceipt {
  readonly title: string;
  readonly text?: string;
  /** Something to copy that is shown this once, such as a link; it is not stored. */
  readonly value?: string;
  /** Left out, what was asked came about. */
  readonly tone?: "care";
}

/**
 * What a form shows: `refused` lists what to mend, `stale` says that a colleague saved in between, `failed` that
 * something broke and whether it was stored, `done` empties the form and shows the receipt, `kept` brings what its person
 * had typed and not sent. `values` refill the inputs, the hidden `version` and the key of the sending among them, so that
 * sending a stale form again is stale again, and sending a failed one again is the same act.
 */
export interface FormState {
  readonly status: "idle" | "refused" | "stale" | "failed" | "done" | "kept";
  readonly values: FormValues;
  readonly errors: readonly FormError[];
  readonly message?: string;
  readonly receipt?: FormReceipt;
  /** Refused because of who sent it: the page as they see it may not draw the form, and so not its answer. */
  readonly isForbidden?: true;
  /** Of what had been stored already: the version of the record that it was stored on then, null when it names none. */
  readonly storedOn?: number | null;
}

/** The work of a form was done; `result` is what it returned. */
export interface FormDone<T> {
  readonly status: "ok";
  readonly result: T;
}

/** A server action as `useActionState` wants it; it redirects when the work was done. */
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

/** A form that was not sent yet. */
export const UNSENT: FormState = { status: "idle", values: {}, errors: [] };

/** What became of a page whose forms are sent together, by the name of the form: those that were not sent have no answer. */
export interface PageState {
  readonly answers: Readonly<Record<string, FormState>>;
  /** What the page calls those that were saved together. */
  readonly labels?: Readonly<Record<string, string>>;
}

export const UNSENT_PAGE: PageState = { answers: {} };

/** The answer of a form that stays on its page after its work was done, instead of redirecting. */
export function formDone(receipt: FormReceipt): FormState {
  return { status: "done", values: {}, errors: [], receipt };
}

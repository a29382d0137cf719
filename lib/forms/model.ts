/** What was typed, by input name: a list where a name was sent more than once. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>;

/** One thing to mend. Without `field` it is about the whole form. */
export interface FormError {
  readonly field?: string;
  readonly message: string;
}

/**
 * What a form shows after it was sent: `refused` lists what to mend, `stale` says that a colleague saved in between.
 * `values` refill the inputs, the hidden `version` among them, so that sending a stale form again is stale again.
 */
export interface FormState {
  readonly status: "idle" | "refused" | "stale";
  readonly values: FormValues;
  readonly errors: readonly FormError[];
  readonly message?: string;
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

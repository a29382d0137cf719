import { Conflict, type DomainError, Forbidden, type Refusal, Refused } from "@/lib/errors";
import type { FormError, FormState, FormValues } from "./model";

/** What a form shows for a failure that the domain named: what was typed is kept. */
export function toFormState(error: DomainError, values: FormValues): FormState {
  if (error instanceof Conflict) return { status: "stale", values, errors: [], message: error.message };
  if (error instanceof Refused) return { status: "refused", values, errors: error.refusals.map(toFormError) };
  const refused: FormState = { status: "refused", values, errors: [{ message: error.message }] };
  return error instanceof Forbidden ? { ...refused, isForbidden: true } : refused;
}

function toFormError({ field, message, there }: Refusal): FormError {
  return { ...(field === undefined ? {} : { field }), message, ...(there === undefined ? {} : { there }) };
}

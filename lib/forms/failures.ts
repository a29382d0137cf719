import { Conflict, type DomainError, Forbidden, Refused } from "@/lib/errors";
import type { FormError, FormState, FormValues } from "./model";

/** What a form shows for a failure that the domain named: what was typed is kept. */
export function toFormState(error: DomainError, values: FormValues): FormState {
  if (error instanceof Conflict) return { status: "stale", values, errors: [], message: error.message };
  if (error instanceof Refused) return { status: "refused", values, errors: error.refusals.map(toFormError) };
  const refused: FormState = { status: "refused", values, errors: [{ message: error.message }] };
  return error instanceof Forbidden ? { ...refused, isForbidden: true } : refused;
}

function toFormError({ field, message }: { field?: string; message: string }): FormError {
  return field === undefined ? { message } : { field, message };
}

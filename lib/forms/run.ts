import type { z } from "zod";
import { Conflict, DomainError, Refused } from "@/lib/errors";
import type { FormDone, FormError, FormState, FormValues } from "./model";
import { parseForm } from "./parse";

/**
 * Reads a sent form and does its work. A failure that the domain expects comes back as a state that keeps what was
 * typed; anything else, a redirect among them, is thrown on.
 */
export async function runForm<S extends z.ZodType, T>(
  schema: S,
  form: FormData,
  work: (input: z.output<S>) => Promise<T>,
): Promise<FormState | FormDone<T>> {
  const parsed = parseForm(schema, form);
  if (parsed.status === "refused") return parsed;
  try {
    return { status: "ok", result: await work(parsed.input) };
  } catch (error) {
    if (error instanceof DomainError) return toFormState(error, parsed.values);
    throw error;
  }
}

/** What a form shows for a failure that the domain named. */
function toFormState(error: DomainError, values: FormValues): FormState {
  if (error instanceof Conflict) return { status: "stale", values, errors: [], message: error.message };
  if (error instanceof Refused) return { status: "refused", values, errors: error.refusals.map(toFormError) };
  return { status: "refused", values, errors: [{ message: error.message }] };
}

function toFormError({ field, message }: { field?: string; message: string }): FormError {
  return field === undefined ? { message } : { field, message };
}

import type { z } from "zod";
import { Refused } from "@/lib/errors";
import { REPORT, toFormError } from "./parse";

/**
 * What a mutation was given, as its schema reads it: the same words refuse it whether a form, a command or a seed sent it.
 * `within` names the part of a larger input that it is, with a stop behind it.
 * @throws {Refused} with one refusal for each thing that is wrong.
 */
export function acceptInput<S extends z.ZodType>(schema: S, input: z.input<S>, within = ""): z.output<S> {
  const result = schema.safeParse(input, REPORT);
  if (result.success) return result.data;
  const errors = result.error.issues.map(toFormError);
  throw new Refused(
    errors.map(({ field, ...error }) => ({
      ...{ rule: "input", ...error },
      ...(field === undefined ? {} : { field: within + field }),
    })),
  );
}

/** Work of a form whose fields have other names than the input: each refusal names the field as the form does. */
export async function namingFields<T>(work: Promise<T>, nameOf: (field: string) => string): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw new Refused(
      error.refusals.map(({ field, ...refusal }) =>
        field === undefined ? refusal : { ...refusal, field: nameOf(field) },
      ),
    );
  }
}

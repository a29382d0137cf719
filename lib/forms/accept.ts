import type { z } from "zod";
import { Refused } from "@/lib/errors";
import { REPORT, toFormError } from "./parse";

/**
 * What a mutation was given, as its schema reads it: the same words refuse it whether a form, a command or a seed sent it.
 * @throws {Refused} with one refusal for each thing that is wrong.
 */
export function acceptInput<S extends z.ZodType>(schema: S, input: z.input<S>): z.output<S> {
  const result = schema.safeParse(input, REPORT);
  if (result.success) return result.data;
  throw new Refused(result.error.issues.map((issue) => ({ rule: "input", ...toFormError(issue) })));
}

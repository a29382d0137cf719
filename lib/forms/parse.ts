import type { z } from "zod";
import type { FormError, FormState, FormValues } from "./model";
import { plainNewlines } from "./newlines";

export type Parsed<T> =
  | { readonly status: "ok"; readonly input: T; readonly values: FormValues }
  | (FormState & { readonly status: "refused" });

/**
 * Reads a sent form by a zod object schema. What HTML cannot say is read from the schema: a lone box of an array is a
 * list of one, no box is an empty list or `false`, a blank optional input is absent, and digits are numbers where
 * numbers are asked for. A dotted name such as `evidence.0.note` fills a nested object or list.
 */
export function parseForm<S extends z.ZodType>(schema: S, form: FormData): Parsed<z.output<S>> {
  const sent = sentEntries(form);
  if (sent === null) return TOO_MUCH;
  const values = refillable(sent);
  const result = schema.safeParse(readObject(shapeOf(schema), nest(sent)), REPORT);
  if (result.success) return { status: "ok", input: result.data, values };
  return { status: "refused", values, errors: firstErrors(result.error.issues) };
}

/**
 * More than any form of ours sends: what goes beyond was not typed into one of them. What is read costs in proportion to
 * what was sent, but what is refused is also written back into a page, which costs more.
 */
export const MOST = { fields: 5000, nameLength: 200, depth: 8, errors: 100 } as const;

const TOO_MUCH = {
  status: "refused",
  values: {},
  errors: [
    {
      message: "This form was sent with more fields than it has. Open its page again and send it from there.",
    },
  ],
} as const;

/** Asks zod to say what it was given: a missing value and a wrong one want different words. */
export const REPORT = { reportInput: true };

type Entry = FormDataEntryValue;
type Nested = { [key: string]: Nested | Entry[] };
type Schema = z.core.$ZodType;

/** What was sent under each name, or null when it is more than a form holds. */
function sentEntries(form: FormData): Map<string, Entry[]> | null {
  const sent = new Map<string, Entry[]>();
  let count = 0;
  for (const [name, value] of form.entries()) {
    count += 1;
    if (count > MOST.fields || name.length > MOST.nameLength) return null;
    // Next adds inputs of its own to a form that is sent without JavaScript
    if (name.startsWith("$ACTION_")) continue;
    if (name.split(".", MOST.depth + 1).length > MOST.depth) return null;
    const entry = typeof value === "string" ? plainNewlines(value) : value;
    const entries = sent.get(name);
    if (entries === undefined) sent.set(name, [entry]);
    else entries.push(entry);
  }
  return sent;
}

/** What may be written back into the page: never a password or a token, and files cannot be. */
function refillable(sent: Map<string, Entry[]>): FormValues {
  const values = new Map<string, string | string[]>();
  for (const [name, entries] of sent) {
    if (/password|token|secret/i.test(name)) continue;
    const texts = entries.filter((entry) => typeof entry === "string");
    const [first] = texts;
    if (first !== undefined) values.set(name, texts.length === 1 ? first : texts);
  }
  return Object.fromEntries(values);
}

function nest(sent: Map<string, Entry[]>): Nested {
  const root: Nested = Object.create(null);
  for (const [name, entries] of sent) {
    const steps = name.split(".");
    const last = steps.pop() ?? name;
    let at: Nested = root;
    for (const step of steps) {
      const below = at[step];
      // a name that is both an input and the start of longer names keeps the longer ones
      if (below !== undefined && !Array.isArray(below)) at = below;
      else {
        const made: Nested = Object.create(null);
        at[step] = made;
        at = made;
      }
    }
    at[last] ??= entries;
  }
  return root;
}

function readObject(shape: Readonly<Record<string, Schema>>, sent: Nested): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(shape)) input[key] = readValue(schema, sent[key]);
  return input;
}

function readValue(schema: Schema, sent: Nested | Entry[] | undefined): unknown {
  const { core, blank } = unwrap(schema);
  const { def } = core._zod;
  if (def.type === "array") {
    const { element } = def as z.core.$ZodArrayDef;
    if (sent === undefined) return blank === "kept" ? [] : undefined;
    const parts = Array.isArray(sent)
      ? sent.filter((entry) => entry !== "").map((entry) => [entry])
      : // names that are numbers are in the order of their numbers, whatever the order in which they were sent
        Object.values(sent);
    return parts.map((part) => readValue(element, part));
  }
  if (def.type === "object") {
    if (sent === undefined || Array.isArray(sent)) return blank === "kept" ? {} : undefined;
    return readObject((def as z.core.$ZodObjectDef).shape, sent);
  }
  const entry = Array.isArray(sent) ? sent.at(-1) : undefined;
  if (def.type === "boolean")
    return entry !== undefined && !["", "false", "off", "0", "no"].includes(String(entry));
  // a required text keeps its emptiness, so that the schema's own words for it are shown
  if (def.type === "string") return !entry ? (blank === "kept" ? "" : blank) : entry;
  if (entry === undefined || entry === "") return blank === null ? null : undefined;
  if (def.type === "number" && typeof entry === "string") return readNumber(entry);
  return entry;
}

// no number that a form asks for needs more, and neither database holds more
const GREATEST_NUMBER = 2_147_483_647;

function readNumber(typed: string): number {
  const number = Number(typed.trim() || Number.NaN);
  return Math.abs(number) > GREATEST_NUMBER ? Number.NaN : number;
}

/** The schema beneath `optional()` and its like, and what a blank input means there. */
function unwrap(schema: Schema): { core: Schema; blank: "kept" | null | undefined } {
  let blank: "kept" | null | undefined = "kept";
  let core = schema;
  for (;;) {
    const { def } = core._zod;
    if (def.type === "optional" || def.type === "default" || def.type === "prefault") blank = undefined;
    else if (def.type === "nullable") blank = blank === undefined ? undefined : null;
    else if (def.type === "pipe") {
      core = (def as z.core.$ZodPipeDef).in;
      continue;
    } else if (def.type !== "readonly" && def.type !== "nonoptional" && def.type !== "catch")
      return { core, blank };
    core = (def as z.core.$ZodOptionalDef).innerType;
  }
}

/** The inputs that a schema asks for; those of every variant when it is a union. */
function shapeOf(schema: Schema): Readonly<Record<string, Schema>> {
  const { def } = unwrap(schema).core._zod;
  if (def.type === "object") return (def as z.core.$ZodObjectDef).shape;
  if (def.type === "union") {
    return Object.assign({}, ...(def as z.core.$ZodUnionDef).options.map(shapeOf)) as Record<string, Schema>;
  }
  if (def.type === "intersection") {
    const { left, right } = def as z.core.$ZodIntersectionDef;
    return { ...shapeOf(left), ...shapeOf(right) };
  }
  throw new TypeError(`A form is read by an object schema, not by "${def.type}".`);
}

function firstErrors(issues: readonly z.core.$ZodIssue[]): FormError[] {
  const errors = issues.slice(0, MOST.errors).map(toFormError);
  const more = issues.length - errors.length;
  return more === 0 ? errors : [...errors, { message: `And ${more} more of this kind.` }];
}

export function toFormError(issue: z.core.$ZodIssue): FormError {
  const field = issue.path.join(".");
  const message = plainMessage(issue);
  return field === "" ? { message } : { field, message };
}

// zod's own sentences speak of types; ours speak of what to do. A schema that says something itself is left alone.
function plainMessage(issue: z.core.$ZodIssue): string {
  const isZodsOwn = /^(Invalid|Too (small|big|short|long)|Unrecognized)\b/.test(issue.message);
  if (!isZodsOwn) return issue.message;
  if (issue.code === "invalid_type" && issue.input === undefined) return "Fill this in.";
  if (issue.code === "too_small" && issue.origin === "string") {
    return Number(issue.minimum) === 1 ? "Fill this in." : `Write at least ${issue.minimum} characters.`;
  }
  if (issue.code === "too_big" && issue.origin === "string")
    return `Write at most ${issue.maximum} characters.`;
  if (issue.code === "too_small" && issue.origin === "array") {
    return Number(issue.minimum) === 1 ? "Choose at least one." : `Choose at least ${issue.minimum}.`;
  }
  if (issue.code === "too_small") return `This must be at least ${issue.minimum}.`;
  if (issue.code === "too_big") return `This must be at most ${issue.maximum}.`;
  if (issue.code === "invalid_value") return "Choose one of the options.";
  if (issue.code === "invalid_type" && issue.expected === "int") return "Write a whole number.";
  if (issue.code === "invalid_type" && issue.expected === "number") return "Write a number.";
  if (issue.code === "invalid_type" && issue.expected === "date") return "Choose a date.";
  if (issue.code === "invalid_format" && issue.format === "email")
    return "Write an address such as name@example.org.";
  if (issue.code === "invalid_format" && issue.format === "url")
    return "Write an address such as https://example.org/page.";
  return "This cannot be used as it is.";
}

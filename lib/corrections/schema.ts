import { z } from "zod";
import { STANCES } from "@/lib/claims";
import { CORRECTION_KINDS, changesSchema, fieldsSchema } from "@/lib/publication";
import { moveSchema } from "@/lib/review";
import { assessmentFieldsSchema } from "@/lib/sourcing";
import { keysOf } from "@/lib/text";

const words = z.string().trim().max(4000, "Write at most 4,000 characters.");

/** What becomes of something judged of the former words. */
const OUTCOMES = ["holds", "anew", "falls"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What is left out of a verdict or an assessment given anew stays as it was: the domains' own schemas read the rest. */
const loose = z.record(z.string(), z.unknown());

/** One answer to a question that a correction opens; `subject` is the question's. */
export const answerSchema = z.object({
  subject: z
    .string()
    .regex(/^(sourcing|(verdict|relation|position|check):[\w-]{1,120})$/u, "No such question."),
  outcome: z.enum(OUTCOMES, "Say whether it still holds."),
  reason: words.min(1, "Say why."),
  /** Anew on an axis: `value`, `scaleKey` and what else a verdict has; its reasons are the reason. */
  verdict: loose.optional(),
  sourcing: loose.optional(),
  stance: z.enum(keysOf(STANCES)).optional(),
  isDone: z.boolean().optional(),
});

/** A correction as it is proposed: what kind, the public note, what changes, and what is judged anew with it. */
export const proposeCorrectionSchema = moveSchema.extend({
  kind: z.enum(keysOf(CORRECTION_KINDS), "Choose what kind of change it is."),
  note: words.min(10, "Write a public note of at least 10 characters."),
  changes: changesSchema.default({}),
  /** Why the new words may differ from the source. */
  explanation: z.string().trim().max(1000, "Write at most 1,000 characters.").default(""),
  answers: z.array(answerSchema).max(200).default([]),
});

export const judgeAgainSchema = moveSchema.extend({ answers: z.array(answerSchema).min(1).max(200) });

const { changes: _, answers: __, ...aboutCorrection } = proposeCorrectionSchema.shape;

/** A correction as its form sends it: every field as it is to stand, and what is judged anew with it. */
export const correctionFormSchema = fieldsSchema.extend({
  ...aboutCorrection,
  /** The name of a known speaker; goes before `speakerId`. */
  knownName: z.string().trim().max(200).default(""),
  /** Axis and value: `said:denied`, `true:four_way/untrue`, `true:not_judged`; empty when no verdict changes. */
  verdictValue: z.string().max(200).default(""),
  verdictReasons: words.default(""),
  isSourcingAnew: z.boolean(),
  sourcingReason: words.default(""),
  sourcing: assessmentFieldsSchema,
});

/** Where in that form stands what a proposal calls `field`; `subjects` are those of its answers. */
export function fieldOfCorrection(field: string, subjects: readonly string[]): string {
  const [, index = "", part = ""] = /^answers\.(\d+)\.?(.*)$/u.exec(field) ?? [];
  if (index === "") return field.replace(/^changes\./u, "");
  if (subjects[Number(index)] === "sourcing") {
    if (part === "reason") return "sourcingReason";
    return part.startsWith("sourcing.") ? part : "isSourcingAnew";
  }
  return /^(reason|verdict\.reasons)$/u.test(part) ? "verdictReasons" : "verdictValue";
}

const formAnswer = answerSchema.omit({ verdict: true, sourcing: true, outcome: true, reason: true }).extend({
  outcome: z.enum(OUTCOMES).optional(),
  reason: words.default(""),
  /** Of an axis; on truth the scale, a stroke and the label. */
  value: z.string().max(200).default(""),
});

/** The answers as their form sends them; a row without an outcome is not answered yet. `rows` are those that are. */
export const judgeAgainFormSchema = moveSchema
  .extend({ answers: z.array(formAnswer).max(200) })
  .transform(({ answers, ...at }) => ({
    ...at,
    answers: answers.flatMap(({ outcome, value, ...answer }) =>
      outcome ? [{ ...answer, outcome, ...(value === "" ? {} : { verdict: verdictOf(value) }) }] : [],
    ),
    rows: answers.flatMap(({ outcome }, row) => (outcome ? [row] : [])),
  }));

/** Where in that form stands what an answer calls `field`. */
export function fieldOfAnswer(field: string, rows: readonly number[]): string {
  const [, index = "", part = ""] = /^answers\.(\d+)\.(.*)$/u.exec(field) ?? [];
  if (index === "") return field;
  const named = part === "verdict.reasons" ? "reason" : part.replace(/^verdict\..*/u, "value");
  return `answers.${rows[Number(index)] ?? index}.${named}`;
}

/** A value with its scale, when it has one: `four_way/untrue`. */
export function verdictOf(value: string): { value: string; scaleKey: string } {
  const cut = value.indexOf("/");
  return { value: value.slice(cut + 1), scaleKey: cut < 0 ? "" : value.slice(0, cut) };
}

/** An answer on an axis as the form of a correction has it: `said:denied`, `true:four_way/untrue`, `true:not_judged`. */
export function verdictTyped(answer: {
  readonly subject: string;
  readonly outcome: string;
  readonly given: string;
}): string {
  const axis = answer.subject.replace(/^verdict:/u, "");
  if (answer.outcome === "falls") return `${axis}:not_judged`;
  const { value = "", scaleKey = "" } = JSON.parse(answer.given) as { value?: string; scaleKey?: string };
  return `${axis}:${scaleKey ? `${scaleKey}/` : ""}${value}`;
}

export type AnswerInput = z.input<typeof answerSchema>;
export type ProposeCorrectionInput = z.input<typeof proposeCorrectionSchema>;
export type JudgeAgainInput = z.input<typeof judgeAgainSchema>;

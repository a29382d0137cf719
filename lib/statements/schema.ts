import { z } from "zod";
import { hasNoNul, typedLanguage, typedLine, typedPastDay, typedWords } from "@/lib/forms";
import { parseQuery } from "@/lib/query";
import { parseDated } from "@/lib/text";
import { FORMS, STATEMENT_STATES } from "./model";

// wording keeps its characters, spaces at its ends included
const words = typedWords(50_000);

/** What a person may edit of a statement that is not published. `saidOn` is an ISO minute, day, month or year. */
export const editStatementSchema = z
  .object({
    id: z.string().min(1),
    version: z.number().int().positive(),
    wording: words.refine((wording) => wording.trim() !== "", "A statement needs its words."),
    form: z.enum(FORMS, "Choose the form."),
    language: typedLanguage.pipe(z.string().min(1, "Give the language, such as Urdu or ur.")),
    originalWording: words.optional(),
    originalLanguage: typedLanguage.optional(),
    translatedBy: typedLine(200).optional(),
    isDenial: z.boolean(),
    speakerId: z.string().optional(),
    /** The name of a known speaker; goes before `speakerId`. */
    knownName: typedLine(200).default(""),
    attribution: typedLine(1000).default(""),
    roleThen: typedLine(500).default(""),
    cue: typedLine(200).default(""),
    introduction: typedLine(300).default(""),
    saidOn: typedPastDay.default(""),
    saidOnNote: typedLine(200).default(""),
    place: typedLine(200).default(""),
    event: typedLine(300).default(""),
    addressee: typedLine(300).default(""),
    context: typedLine(5000).default(""),
    anchorExplanation: typedLine(1000).default(""),
  })
  .transform(
    ({ saidOn, speakerId, introduction, originalWording, originalLanguage, translatedBy, ...fields }) => {
      const dated = parseDated(saidOn);
      return {
        ...fields,
        speakerId: speakerId ?? null,
        introduction: introduction || null,
        originalWording: originalWording ?? null,
        originalLanguage: originalLanguage || null,
        translatedBy: translatedBy ?? null,
        saidOn: dated?.on ?? null,
        saidOnPrecision: dated?.precision ?? null,
      };
    },
  );

const asked = z.string().max(300).refine(hasNoNul).optional().catch(undefined);

/** A repeated parameter or a list with commas; what the vocabulary does not know is left out. */
const anyOf = <T extends string>(known?: readonly T[]) =>
  z
    .union([z.string(), z.array(z.string())])
    .transform((given) => [...new Set([given].flat().flatMap((text) => text.split(",")))].slice(0, 200))
    .transform((values) =>
      values.filter(
        (value) =>
          value !== "" && hasNoNul(value) && (!known || (known as readonly string[]).includes(value)),
      ),
    )
    .optional();

const since = asked.transform((typed) => (typed ? parseDated(typed)?.on : undefined));

const filterSchema = z.object({
  id: anyOf(),
  q: asked,
  speaker: anyOf(),
  source: asked,
  story: asked,
  claim: asked,
  form: anyOf(FORMS),
  state: anyOf(STATEMENT_STATES),
  retractedSince: since,
  correctedSince: since,
});

/** The filters of a list as an address carries them. What cannot be read narrows nothing, so that old links still open. */
export const statementFilterSchema = z.preprocess((params) => {
  const {
    [RETRACTED_SINCE]: retractedSince,
    [CORRECTED_SINCE]: correctedSince,
    ...rest
  } = Object(params) as Record<string, unknown>;
  return { ...rest, retractedSince, correctedSince };
}, filterSchema);

/** The names under which an address asks for what was retracted, or corrected, since a day. */
export const RETRACTED_SINCE = "retracted_since";
export const CORRECTED_SINCE = "corrected_since";

function reasonAgainstQuery(typed: string): string | null {
  const read = parseQuery(typed);
  return "problem" in read ? `At letter ${read.problem.startUtf16 + 1}: ${read.problem.message}` : null;
}

const reasonAgainstDay = (typed: string) =>
  parseDated(typed) ? null : "It is a day, month, year or minute, such as 2026-11-03.";

/** What an address of a list may ask for: `unknownIn` says what else it asks. */
export const KNOWN_FILTERS = {
  q: reasonAgainstQuery,
  speaker: "any",
  source: "one",
  story: "one",
  claim: "one",
  id: "any",
  after: "one",
  form: FORMS,
  state: STATEMENT_STATES,
  [RETRACTED_SINCE]: reasonAgainstDay,
  [CORRECTED_SINCE]: reasonAgainstDay,
} as const;

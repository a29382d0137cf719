import { z } from "zod";
import { FINDING_LABELS } from "@/lib/checking";

const offset = z.int().min(0);
const span = { start: offset, end: offset, text: z.string() };

const matchSchema = z.object({
  source: z.string().describe("The file or text that holds the words, or the id of the stored statement"),
  title: z.string(),
  ...span,
  readWith: z
    .string()
    .nullable()
    .describe(
      "What must be read with the words: that they are denied, retracted, second-hand, off the record",
    ),
  speaker: z.string().nullable().describe("Who says them there; null where that text does not say"),
  statement: z.string().nullable().describe("The id of the stored statement, where there is one"),
  around: z.object(span).describe("The sentences around the words in the source"),
});

const findingSchema = z.object({
  ...span,
  label: z.enum(FINDING_LABELS),
  speaker: z.string().nullable().describe("Whom the draft gives the words to"),
  reason: z.string(),
  match: matchSchema.nullable().describe("Where the record has the words; offsets are UTF-16 of that text"),
  form: z.enum(["direct", "mixed", "indirect", "unattributed"]),
  mustBeLookedAt: z.boolean(),
  aligned: z
    .array(z.object({ kind: z.enum(["same", "draft", "record"]), text: z.string() }))
    .describe("Both wordings side by side, in reading order"),
  hidden: z.array(z.string()).describe("What an ellipsis or brackets leave out or replace"),
  notes: z.array(
    z.object({
      kind: z.enum(["number", "name", "role", "date", "place"]),
      ...{ start: offset, end: offset, says: z.string() },
    }),
  ),
  others: z.array(matchSchema).describe("Other places that hold these words or nearly these"),
  settles: z.string().nullable().describe("What would settle it; null where nothing has to be looked at"),
});

/** What a check of a draft gives to programs, from the command line and under `/api/v1/check` alike. */
export const checkedSchema = z.object({
  draft: z.string().describe("What the draft is called: the name of its file, or its title"),
  text: z.string().describe("The text that was read of the draft; offsets count its UTF-16 code units"),
  language: z.string().describe("BCP 47, as it was given or guessed"),
  findings: z.array(findingSchema).describe("In the order of the draft"),
  searched: z
    .object({ texts: z.int(), words: z.int(), statements: z.int() })
    .describe("What was looked through"),
  statements: z
    .array(z.object({ id: z.string(), url: z.string(), notice: z.string().nullable(), inFull: z.string() }))
    .describe("The stored statements that findings rest on, each with all that must be read with its words"),
});

export type CheckedJson = z.infer<typeof checkedSchema>;

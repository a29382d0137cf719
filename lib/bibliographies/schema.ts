import { z } from "zod";
import { BIBLIOGRAPHY_FORMATS, OUTCOMES, type Outcome } from "./model";

const keysOf = <K extends string>(terms: readonly { readonly key: K }[]) =>
  terms.map(({ key }) => key) as [K, ...K[]];

/** How one text became another: in both, only in the former, only in the new one. */
const pieceSchema = z.object({ kind: z.enum(["same", "was", "now"]), text: z.string() });

/** One thing that an entry cites, and what became of it. */
const findingSchema = z.object({
  entry: z.int().describe("The entry, counted from one"),
  line: z.int().describe("Where it begins in what was sent, counted from one"),
  label: z.string().describe("What the entry calls itself"),
  outcome: z
    .enum(keysOf(OUTCOMES))
    .describe(OUTCOMES.map(({ key, definition }) => `${key}: ${definition}`).join(" ")),
  isTold: z.boolean().describe("The entry says so itself already"),
  record: z
    .object({
      kind: z.enum(["statement", "source", "speaker", "claim", "story"]),
      id: z.string(),
      url: z.string(),
      notice: z.string().nullable().describe("What must be read before everything else"),
      inFull: z
        .string()
        .describe("A statement with all that must be read with its words; else what the record is called"),
    })
    .nullable()
    .describe("Null where it names none, or none that is here to see"),
  named: z.string().nullable().describe("The id or the end of the address that it names"),
  host: z.string().nullable().describe("The host of its address, where that is another than this site’s"),
  citedVersion: z.int().nullable(),
  isVersionByWords: z.boolean().describe("No version is printed: its words are those of this one"),
  version: z.int().nullable().describe("The version that stands now"),
  since: z
    .array(z.object({ version: z.int(), kind: z.string(), note: z.string(), at: z.string() }))
    .describe("The corrections after the version that is cited, oldest first"),
  retraction: z.object({ at: z.string().nullable(), reason: z.string() }).nullable(),
  changes: z
    .array(
      z.object({
        field: z.string(),
        label: z.string(),
        was: z.string(),
        now: z.string(),
        pieces: z.array(pieceSchema),
      }),
    )
    .describe("What is cited and what stands, field by field, word by word"),
});

export const bibliographySchema = z.object({
  format: z.enum(keysOf(BIBLIOGRAPHY_FORMATS)),
  entries: z.int(),
  leftOut: z.int().describe("Entries behind those that were looked up"),
  counts: z.object(
    Object.fromEntries(OUTCOMES.map(({ key }) => [key, z.int()])) as Record<Outcome, z.ZodInt>,
  ),
  problems: z.array(z.object({ line: z.int(), message: z.string() })).describe("What could not be read"),
  findings: z.array(findingSchema),
  refreshed: z
    .string()
    .nullable()
    .optional()
    .describe(
      "Where it was asked for: the text with stale references written anew; null of data that is fetched anew",
    ),
});

export type BibliographyReport = z.infer<typeof bibliographySchema>;
export type BibliographyFinding = z.infer<typeof findingSchema>;

import { z } from "zod";

/** Counts what a reader of the JSON has to know about: a field that goes or changes its meaning. A new field is no such thing. */
export const SCHEMA_VERSION = 1;

const text = z.string();
const day = z
  .string()
  .describe("ISO 8601, as far as it is known: 2025, 2025-10, 2025-10-28 or 2025-10-28T18:42Z");
const instant = z.string().describe("ISO 8601 in UTC");
const count = z.number().int().min(0);

const evidence = z.object({
  stance: z.string().describe("supports, refutes, context or method"),
  ...{ title: text, address: text, excerpt: text, note: text },
  source: z.object({ id: text, title: text }).nullable(),
});

const sighting = z
  .object({
    state: z.string().describe("exact, moved, changed or lost"),
    found: text.describe("the words that stand there now, empty when they are lost"),
    edition: count,
    since: instant,
    seenAt: instant,
    settlement: text.nullable().describe("kept or taken, when somebody decided"),
    note: text.nullable(),
  })
  .describe("What the newest text of its source that was looked at has of the words; for the desk alone");

const sourcing = z
  .object({
    ...{ attributionTerms: text, sourceIdentity: text, channel: text, proximity: text, origin: text },
    ...{ wordingBasis: z.array(text), interest: z.array(text), sensitivity: z.array(text) },
    reliability: z.string().describe("of the source, A to F (Admiralty code)"),
    credibility: z.number().int().describe("of the information, 1 to 6"),
    embargoedUntil: instant.nullable(),
    assessedOn: day,
    corroboration: z
      .string()
      .optional()
      .describe("worked out of the relations; at the statement’s own address only"),
  })
  .nullable();

const verdict = z.object({
  axis: z.string().describe("said, faithful, in_context or true"),
  value: text,
  label: text.nullable().describe("as the scale of truth calls it"),
  scale: text.nullable().optional(),
  number: z.number().nullable().optional(),
  reasons: text.optional(),
  uncertainty: text.optional(),
  speakerAskedOn: day.nullable().optional(),
  speakerAnswered: text.optional(),
  asOf: day.optional(),
  evidence: z.array(evidence).optional(),
});

const relation = z.object({
  id: text,
  type: text,
  direction: z.enum(["from_this", "to_this"]),
  statement: z.object({ id: text, url: text }),
  state: text,
  resolution: text.nullable(),
  rationale: text,
  comparability: text,
  ...{ valueFrom: text.nullable(), valueTo: text.nullable(), unit: text.nullable(), period: text.nullable() },
  evidence: z.array(evidence),
});

const position = z.object({
  stance: text,
  note: text,
  claim: z.object({ slug: text, proposition: text, url: text }),
});

const change = z.object({
  on: day,
  note: text,
  changes: z.array(z.object({ what: text, before: text, after: text })),
});

/**
 * A statement as JSON: at its own address, in lists and in files. What is optional stands where it was read: sourcing,
 * relations and positions in files and at the statement’s own address, changes there alone.
 */
export const statementSchema = z
  .object({
    id: z.string().describe("printable and permanent: st-7k2m9q"),
    url: z.string().describe("its permanent address"),
    notice: text.nullable().describe("read before the words: that they were retracted or corrected"),
    inFull: z.string().describe("the words with all that must be read with them"),
    retraction: z.object({ at: instant, reason: text }).nullable(),
    corrections: z.array(z.object({ version: count, kind: text, note: text, at: instant })),
    wording: z.string().describe("the words as printed"),
    language: z.string().describe("BCP 47"),
    form: z.string().describe("direct, mixed or indirect"),
    isDenial: z.boolean().describe("the speaker denies what the words say"),
    translation: z
      .object({
        ...{
          originalWording: text.nullable(),
          originalLanguage: text.nullable(),
          translatedBy: text.nullable(),
        },
      })
      .nullable(),
    editMarks: z.array(z.object({ kind: text, startUtf16: count, endUtf16: count, text })),
    state: text,
    speaker: z
      .object({ name: text, slug: text, role: text.nullable().describe("as of that day") })
      .nullable(),
    attribution: z.string().describe("as printed"),
    cue: text,
    introduction: text.nullable(),
    addressee: text,
    through: z.array(text).describe("the voices between the speaker and the source, outermost first"),
    occasion: z.object({
      saidOn: day.nullable(),
      precision: text.nullable(),
      ...{ note: text, place: text, event: text },
    }),
    context: text,
    source: z.object({
      ...{ id: text, title: text, kind: text, outlet: text.nullable(), address: text.nullable() },
      ...{ author: text.nullable(), publishedOn: day.nullable() },
    }),
    anchor: z
      .object({
        state: z.string().describe("exact, moved, changed or lost"),
        startUtf16: count,
        endUtf16: count,
        pieces: z.array(z.tuple([count, count])),
        exact: text,
        prefix: text.nullable().describe("null beside words that the reader may not see"),
        suffix: text.nullable(),
        explanation: text,
        edition: z.object({ number: count, sha256: text }),
      })
      .nullable(),
    grade: z.object({ reliability: text, credibility: z.number().int() }).nullable(),
    verdicts: z.array(verdict),
    story: z.object({ slug: text, title: text }).nullable(),
    publishedVersion: count.nullable(),
    publishedAt: instant.nullable(),
    sighting: sighting.optional(),
    sourcing: sourcing.optional(),
    relations: z.array(relation).optional(),
    positions: z.array(position).optional(),
    changes: z.array(change).optional(),
  })
  .describe("An attributed statement as Verbatim records it");

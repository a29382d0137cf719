import { z } from "zod";
import { ROLES } from "@/lib/auth";
import { typedLanguage, typedLine, typedPastDay, typedWords } from "@/lib/forms";
import { startImportSchema } from "@/lib/imports";
import { SCOPES } from "@/lib/keys";
import { MOST_ROWS } from "@/lib/paging";
import { FORMS } from "@/lib/statements";

const changes = z
  .array(z.looseObject({ on: z.string(), note: z.string() }))
  .describe("What an editor changed in public, and why");
const day = z.string().nullable().describe("ISO 8601, as far as it is known: a day, month, year or minute");

/** A speaker as lists have them. */
export const speakerRowSchema = z.looseObject({
  name: z.string(),
  slug: z.string(),
  url: z.url(),
  kind: z.string(),
  role: z.string().nullable(),
  statements: z.int().describe("How many of them you may read"),
});

/** One speaker. */
export const speakerSchema = z.looseObject({
  name: z.string(),
  slug: z.string(),
  url: z.url(),
  kind: z.string(),
  description: z.string(),
  aliases: z.array(z.string()),
  affiliations: z.array(z.looseObject({ role: z.string(), body: z.string() })),
  statements: z.int(),
  changes,
});

const source = z.looseObject({
  id: z.string(),
  url: z.url(),
  title: z.string(),
  kind: z.string(),
  outlet: z.string().nullable(),
  author: z.string().nullable(),
  language: z.string(),
  publishedOn: day,
});

/** A source as lists have it. */
export const sourceSchema = source.extend({ statements: z.int().describe("How many of them you may read") });

/** One source with the statements that stand in it; the texts of sources are not given away. */
export const sourceDetailSchema = source.extend({
  titleRomanised: z.string().nullable(),
  titleTranslated: z.string().nullable(),
  address: z.string().nullable(),
  archiveAddress: z.string().nullable(),
  editions: z.array(z.looseObject({ number: z.int(), sha256: z.string(), retrievedAt: z.iso.datetime() })),
  edition: z.int().describe("The number of the newest"),
  statements: z.array(
    z.looseObject({ id: z.string(), url: z.url(), form: z.enum(FORMS), state: z.string() }),
  ),
  stories: z.array(z.looseObject({ slug: z.string(), url: z.url(), title: z.string() })),
  changes,
});

const claim = z.looseObject({
  slug: z.string(),
  url: z.url(),
  proposition: z.string(),
  state: z.string(),
});

const found = z
  .looseObject({ label: z.string().nullable(), asOf: day })
  .nullable()
  .describe(
    "What was found of its truth; null when it is not judged, its label null when it is judged in words",
  );

/** A claim as lists have it. */
export const claimSchema = claim.extend({
  truth: found,
  positions: z.record(z.string(), z.int()).describe("How many take which position"),
});

/** One claim with the positions on it. */
export const claimDetailSchema = claim.extend({
  note: z.string(),
  truth: z
    .looseObject({ value: z.string(), label: z.string().nullable(), reasons: z.string(), asOf: day })
    .nullable()
    .describe("What was found of its truth; null when it is not judged"),
  positions: z.array(
    z.looseObject({
      stance: z.string(),
      note: z.string(),
      statement: z.looseObject({
        id: z.string(),
        url: z.url(),
        notice: z.string().nullable(),
        inFull: z.string(),
        wording: z.string(),
        state: z.string(),
      }),
    }),
  ),
  stories: z.array(z.looseObject({ slug: z.string(), url: z.url(), title: z.string() })),
  changes,
});

const story = z.looseObject({
  slug: z.string(),
  url: z.url(),
  title: z.string(),
  summary: z.string(),
  withdrawnAt: z.iso.datetime().nullable(),
});

/** A story as lists have it. */
export const storySchema = story.extend({ statements: z.int().describe("How many of them you may read") });

/** One story with its claims and sources. */
export const storyDetailSchema = story.extend({
  claims: z.array(z.looseObject({ slug: z.string(), url: z.url(), proposition: z.string(), truth: found })),
  sources: z.array(z.looseObject({ id: z.string(), url: z.url(), title: z.string() })),
  changes,
});

const paging = {
  take: z.coerce.number().int().min(1).max(MOST_ROWS).optional().describe(`How many, ${MOST_ROWS} at most`),
  after: z.string().max(4000).optional().describe("The cursor that `next` of the page before leads to"),
  fields: z.string().max(1000).optional().describe("Fields of each item, with commas; without it all"),
};

/** What a list without filters takes. */
export const pagingSchema = z.strictObject(paging);

/** What a list that is searched by words takes. */
export const searchSchema = z.strictObject({
  q: z.string().max(300).optional().describe("Words"),
  ...paging,
});

const one = (words: string) => z.string().max(4000).optional().describe(words);
/** What the list of statements takes: as the site's own list, in the same grammar. */
export const statementQuerySchema = z.strictObject({
  q: one("Words of the quotation or of a name of the speaker, all of them; a printed id finds its statement"),
  speaker: one("Speakers, by the name in their address, with commas"),
  source: one("A source, by its id"),
  story: one("A story, by the name in its address"),
  claim: one("A claim on which they take a position, by the name in its address"),
  id: one("Statements, by their ids, with commas"),
  form: one(`Of ${FORMS.join(", ")}, with commas`),
  state: one("What stage they are at; without it what stands published"),
  retracted_since: one("Retracted on that day or later: 2026-11-03, a month, a year or a minute"),
  corrected_since: one("Corrected on that day or later"),
  ...paging,
});

/**
 * A statement as a program captures it: its words must stand in the newest edition of the source. What the site's own form
 * refuses of the other fields is refused here.
 */
export const captureSchema = z.strictObject({
  source: typedLine(100).describe("The id of a source that is recorded"),
  wording: typedWords(50_000)
    .refine((wording) => wording.trim() !== "", "A statement needs its words.")
    .describe("As it stands in the source, with its marks of quotation"),
  form: z.enum(FORMS),
  language: typedLanguage.default("en").describe("By its code, such as ur, or its name in English"),
  speaker: typedLine(200).optional().describe("By the name in their address"),
  attribution: typedLine(1000).default("").describe("Who said it, exactly as printed"),
  roleThen: typedLine(500).default(""),
  isDenial: z.boolean().default(false),
  saidOn: typedPastDay.default("").describe("A day, month, year or minute that has come"),
  place: typedLine(200).default(""),
  event: typedLine(300).default(""),
  addressee: typedLine(300).default(""),
  context: typedLine(5000).default(""),
});

const { text: _, from: __, file: ___, ...details } = startImportSchema.shape;

/** An article as a program proposes it, as the site's own form takes it: what is found in it waits for a person. */
export const proposeImportSchema = z.strictObject({ text: typedWords(5_000_000).min(1), ...details });

/** Whose key it is. */
export const meSchema = z.looseObject({
  name: z.string(),
  role: z.enum(ROLES),
  scopes: z.array(z.enum(SCOPES)),
});

/** What a write answers with. */
export const madeSchema = z.looseObject({ id: z.string(), url: z.url() });

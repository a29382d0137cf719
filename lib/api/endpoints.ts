import type { z } from "zod";
import { bibliographySchema } from "@/lib/bibliographies";
import { statementSchema } from "@/lib/exports";
import { unknownIn } from "@/lib/http";
import { checkedSchema } from "@/lib/reports";
import { KNOWN_FILTERS } from "@/lib/statements";
import { bibliographyBodySchema, tellBibliography } from "./bibliographies";
import { checkBodySchema, checkText } from "./checks";
import type { Endpoint } from "./model";
import {
  claim,
  claims,
  source,
  sources,
  speaker,
  speakers,
  statement,
  statements,
  stories,
  story,
} from "./reads";
import {
  captureSchema,
  claimDetailSchema,
  claimSchema,
  madeSchema,
  pagingSchema,
  proposeImportSchema,
  searchSchema,
  sourceDetailSchema,
  sourceSchema,
  speakerRowSchema,
  speakerSchema,
  statementQuerySchema,
  storyDetailSchema,
  storySchema,
} from "./schema";
import { capture, proposeImport } from "./writes";

const NO_FILTERS = new Set(["take", "fields"]);

/** Everything that the interface answers, in the order of its description. */
export const ENDPOINTS: readonly Endpoint[] = [
  {
    ...{ kind: "list", path: "/statements", summary: "Statements, newest occasion first" },
    ...{ answerName: "Statement", answer: statementSchema, query: statementQuerySchema },
    example: "form=direct&take=2&fields=id,inFull,speaker",
    unknown: (params) =>
      unknownIn(
        Object.fromEntries(Object.entries(params).filter(([name]) => !NO_FILTERS.has(name))),
        KNOWN_FILTERS,
      ),
    list: statements,
  },
  {
    ...{ kind: "one", path: "/statements/{id}", summary: "One statement" },
    ...{ answerName: "Statement", answer: statementSchema, get: statement },
  },
  {
    ...{ kind: "list", path: "/speakers", summary: "Speakers by name", list: speakers, example: "take=5" },
    ...{ answerName: "SpeakerRow", answer: speakerRowSchema, query: searchSchema },
  },
  {
    ...{ kind: "one", path: "/speakers/{slug}", summary: "One speaker" },
    ...{ answerName: "Speaker", answer: speakerSchema, get: speaker },
  },
  {
    ...{ kind: "list", path: "/sources", summary: "Sources, the newest recorded first", list: sources },
    ...{ answerName: "Source", answer: sourceSchema, query: pagingSchema, example: "take=5" },
  },
  {
    ...{ kind: "one", path: "/sources/{id}", summary: "One source, without its text" },
    ...{ answerName: "SourceDetail", answer: sourceDetailSchema, get: source },
  },
  {
    ...{ kind: "list", path: "/claims", summary: "Claims, the newest first", list: claims },
    ...{ answerName: "Claim", answer: claimSchema, query: searchSchema, example: "take=5" },
  },
  {
    ...{ kind: "one", path: "/claims/{slug}", summary: "One claim with the positions on it" },
    ...{ answerName: "ClaimDetail", answer: claimDetailSchema, get: claim },
  },
  {
    ...{ kind: "list", path: "/stories", summary: "Stories, the newest first", list: stories },
    ...{ answerName: "Story", answer: storySchema, query: pagingSchema, example: "take=5" },
  },
  {
    ...{ kind: "one", path: "/stories/{slug}", summary: "One story with its claims and sources" },
    ...{ answerName: "StoryDetail", answer: storyDetailSchema, get: story },
  },
  {
    ...{
      kind: "write",
      path: "/statements",
      summary: "Capture a statement",
      scope: "capture",
      write: capture,
    },
    ...{ answerName: "Made", answer: madeSchema, body: captureSchema, bodyName: "Capture" },
    sample: { source: "src-7k2m9q", wording: "“Nothing was agreed,”", form: "direct", saidOn: "2025-10-28" },
  },
  {
    ...{
      kind: "write",
      path: "/imports",
      summary: "Propose an article",
      scope: "import",
      write: proposeImport,
    },
    ...{ answerName: "Made", answer: madeSchema, body: proposeImportSchema, bodyName: "ProposedImport" },
    sample: { text: "“Nothing was agreed,” said the mayor of Osthaven, Ada Quist.", title: "Talks end" },
  },
  {
    ...{ kind: "write", path: "/check", summary: "Check a draft", scope: "read", keepsNothing: true },
    ...{ answerName: "Checked", answer: checkedSchema, body: checkBodySchema, bodyName: "CheckedDraft" },
    sample: {
      text: "“Nothing was agreed,” said the mayor of Osthaven, Ada Quist.",
      material: [{ name: "talks.txt", text: "QUIST: Nothing was agreed on Monday." }],
    },
    write: async ({ actor, body }) => ({
      isNew: false,
      made: await checkText(actor, body as z.infer<typeof checkBodySchema>),
    }),
  },
  {
    ...{ kind: "write", path: "/bibliography", summary: "Check a bibliography", scope: "read" },
    ...{ answerName: "Bibliography", answer: bibliographySchema, keepsNothing: true },
    ...{ body: bibliographyBodySchema, bodyName: "SentBibliography" },
    sample: { text: "https://desk.example/statements/st-7k2m9q/versions/1" },
    write: async ({ actor, body }) => ({
      isNew: false,
      made: await tellBibliography(actor, body as z.infer<typeof bibliographyBodySchema>),
    }),
  },
];

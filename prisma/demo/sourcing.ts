import type { AssessInput } from "@/lib/sourcing";

/**
 * How one kind of voice in the report is sourced; the statements of `reviews.ts` name one of these.
 * What is held is our own summary of an article, so nothing here is original reporting.
 */
export type DemoSourcing = Omit<AssessInput, "statementId" | "version">;

const REPORT = {
  channel: "other_outlet",
  origin: "aggregated",
  wordingBasis: ["published_text"],
  sensitivity: [],
} satisfies Partial<DemoSourcing>;

export const SOURCING = {
  analystNamed: {
    ...REPORT,
    attributionTerms: "on_record",
    sourceIdentity: "named_person",
    proximity: "second_hand",
    interest: ["none_declared"],
    reliability: "B",
    credibility: 3,
    note: "A named observer, quoted by one report. No recording is held.",
  },
  leaderNamed: {
    ...REPORT,
    attributionTerms: "on_record",
    sourceIdentity: "named_person",
    proximity: "second_hand",
    interest: ["party_to_dispute"],
    reliability: "B",
    credibility: 3,
    note: "A public office-holder. A recording is likely to exist and has not been heard.",
  },
  mediatorNamed: {
    ...REPORT,
    attributionTerms: "on_record",
    sourceIdentity: "named_person",
    proximity: "second_hand",
    interest: ["competitor"],
    reliability: "B",
    credibility: 2,
    note: "Said during a summit. His interest: he offers himself as the mediator.",
  },
  officialUnnamed: {
    ...REPORT,
    attributionTerms: "on_background",
    sourceIdentity: "official_unnamed",
    proximity: "second_hand",
    interest: ["party_to_dispute"],
    reliability: "C",
    credibility: 3,
    note: "Spoke to one outlet without a name; serves a party to the dispute.",
  },
  officials: {
    ...REPORT,
    attributionTerms: "unspecified",
    sourceIdentity: "collective",
    proximity: "second_hand",
    interest: ["party_to_dispute"],
    reliability: "C",
    credibility: 3,
    note: "Several officials of one party, none named, on terms not told.",
  },
  government: {
    ...REPORT,
    attributionTerms: "unspecified",
    sourceIdentity: "named_organisation",
    proximity: "tertiary",
    interest: ["party_to_dispute"],
    reliability: "C",
    credibility: 3,
    note: "A standing position put in the reporter’s words; no speaker, day or document is given.",
  },
  crowd: {
    ...REPORT,
    attributionTerms: "unspecified",
    sourceIdentity: "collective",
    proximity: "hearsay_unknown",
    interest: ["none_declared"],
    reliability: "D",
    credibility: 3,
    note: "A group without number or names: the reader cannot tell how many stand behind it.",
  },
  dataset: {
    ...REPORT,
    attributionTerms: "on_record",
    sourceIdentity: "named_organisation",
    channel: "dataset",
    proximity: "document_secondary",
    interest: ["none_declared"],
    reliability: "A",
    credibility: 2,
    note: "A public dataset, read through the report; the query and its first day are not given.",
  },
} satisfies Record<string, DemoSourcing>;

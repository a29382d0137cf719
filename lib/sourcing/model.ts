import { isEditable } from "@/lib/statements";

// The vocabularies of product.md section 3. Order is the order on the form.

export const ATTRIBUTION_TERMS = [
  { key: "on_record", label: "On record", definition: "Words and name may be printed.", icon: "mic" },
  {
    key: "on_background",
    label: "On background",
    definition: "Words may be printed, the name may not.",
    icon: "mic-off",
  },
  {
    key: "deep_background",
    label: "Deep background",
    definition: "May be told without any attribution.",
    icon: "eye-off",
  },
  { key: "off_record", label: "Off record", definition: "May not be published, nor exported.", icon: "ban" },
  { key: "unspecified", label: "Unspecified", definition: "The terms are not known.", icon: "circle-dashed" },
] as const;

export const SOURCE_IDENTITIES = [
  { key: "named_person", label: "Named person", definition: "A person with a name.", icon: "user-round" },
  {
    key: "named_organisation",
    label: "Named organisation",
    definition: "A body with a name.",
    icon: "building-2",
  },
  { key: "spokesperson", label: "Spokesperson", definition: "Speaks for a body.", icon: "megaphone" },
  {
    key: "official_unnamed",
    label: "Official, unnamed",
    definition: "An official without a name.",
    icon: "landmark",
  },
  {
    key: "anonymous_described",
    label: "Anonymous, described",
    definition: "No name, but a description that a reader can weigh.",
    icon: "user-round-x",
  },
  {
    key: "anonymous_bare",
    label: "Anonymous, bare",
    definition: "No name and no description.",
    icon: "user-round-x",
  },
  {
    key: "pseudonym",
    label: "Pseudonym",
    definition: "A name that is not the person’s own.",
    icon: "venetian-mask",
  },
  { key: "collective", label: "Collective", definition: "Several voices told as one.", icon: "users" },
  {
    key: "unattributed",
    label: "Unattributed",
    definition: "Nobody is given as the source.",
    icon: "circle-help",
  },
] as const;

export const CHANNELS = [
  { key: "interview_in_person", label: "Interview, in person" },
  { key: "interview_phone", label: "Interview, phone" },
  { key: "interview_written", label: "Interview, written" },
  { key: "press_conference", label: "Press conference" },
  { key: "speech", label: "Speech" },
  { key: "broadcast", label: "Broadcast" },
  { key: "parliamentary_record", label: "Parliamentary record" },
  { key: "court_record", label: "Court record" },
  { key: "official_document", label: "Official document" },
  { key: "press_release", label: "Press release" },
  { key: "dataset", label: "Dataset" },
  { key: "social_post", label: "Social post" },
  { key: "leaked_document", label: "Leaked document" },
  { key: "book", label: "Book" },
  { key: "academic", label: "Academic" },
  { key: "wire", label: "Wire" },
  { key: "other_outlet", label: "Other outlet" },
  { key: "recording", label: "Recording" },
  { key: "eyewitness", label: "Eyewitness" },
] as const;

export const PROXIMITIES = [
  { key: "first_hand", label: "First hand", definition: "Saw, heard or did it." },
  { key: "second_hand", label: "Second hand", definition: "Has it from someone who did." },
  { key: "hearsay_unknown", label: "Hearsay, unknown", definition: "How they know is not known." },
  { key: "document_primary", label: "Document, primary", definition: "The record itself." },
  { key: "document_secondary", label: "Document, secondary", definition: "A document about the record." },
  { key: "tertiary", label: "Tertiary", definition: "A summary of summaries." },
] as const;

export const WORDING_BASES = [
  { key: "recording", label: "Recording" },
  { key: "official_transcript", label: "Official transcript" },
  { key: "own_notes", label: "Own notes" },
  { key: "published_text", label: "Published text" },
  { key: "machine_transcript", label: "Machine transcript" },
  { key: "memory", label: "Memory" },
  { key: "unknown", label: "Unknown" },
] as const;

export const ORIGINS = [
  {
    key: "original_reporting",
    label: "Original reporting",
    definition: "The outlet’s own work.",
    isOriginal: true,
  },
  { key: "wire_copy", label: "Wire copy", definition: "Taken from an agency.", isOriginal: false },
  { key: "syndicated", label: "Syndicated", definition: "Reprinted under licence.", isOriginal: false },
  { key: "aggregated", label: "Aggregated", definition: "Gathered from other outlets.", isOriginal: false },
  {
    key: "press_release_copy",
    label: "Press release copy",
    definition: "Taken from a release.",
    isOriginal: false,
  },
  {
    key: "circular_risk",
    label: "Circular, at risk",
    definition: "May come back to where it started.",
    isOriginal: false,
  },
] as const;

export const INTERESTS = [
  { key: "party_to_dispute", label: "Party to the dispute" },
  { key: "employer", label: "Employer" },
  { key: "funded_by", label: "Funded by" },
  { key: "candidate", label: "Candidate" },
  { key: "competitor", label: "Competitor" },
  { key: "none_declared", label: "None declared" },
] as const;

export const SENSITIVITIES = [
  { key: "confidential_identity", label: "Confidential identity" },
  { key: "embargoed", label: "Embargoed" },
  { key: "legal_hold", label: "Legal hold" },
  { key: "minor", label: "Minor" },
  { key: "safety_risk", label: "Safety risk" },
  { key: "personal_data", label: "Personal data" },
] as const;

/** The Admiralty code's letter: the source, judged apart from what it says. */
export const RELIABILITIES = [
  { key: "A", label: "completely reliable" },
  { key: "B", label: "usually reliable" },
  { key: "C", label: "fairly reliable" },
  { key: "D", label: "not usually reliable" },
  { key: "E", label: "unreliable" },
  { key: "F", label: "reliability cannot be judged" },
] as const;

/** The Admiralty code's figure: the information, judged apart from who gives it. */
export const CREDIBILITIES = [
  { key: "1", label: "confirmed" },
  { key: "2", label: "probably true" },
  { key: "3", label: "possibly true" },
  { key: "4", label: "doubtfully true" },
  { key: "5", label: "improbable" },
  { key: "6", label: "truth cannot be judged" },
] as const;

/** Computed from relations and origins, never typed in. */
export const CORROBORATIONS = [
  { key: "none", label: "None", icon: "circle-dashed" },
  { key: "same_origin_only", label: "Same origin only", icon: "copy" },
  { key: "two_independent", label: "Two independent", icon: "check-check" },
  { key: "three_plus_independent", label: "Three or more independent", icon: "layers" },
  { key: "documentary_proof", label: "Documentary proof", icon: "file-check" },
] as const;

export type AttributionTerms = (typeof ATTRIBUTION_TERMS)[number]["key"];
export type SourceIdentity = (typeof SOURCE_IDENTITIES)[number]["key"];
export type Channel = (typeof CHANNELS)[number]["key"];
export type Proximity = (typeof PROXIMITIES)[number]["key"];
export type WordingBasis = (typeof WORDING_BASES)[number]["key"];
export type Origin = (typeof ORIGINS)[number]["key"];
export type Interest = (typeof INTERESTS)[number]["key"];
export type Sensitivity = (typeof SENSITIVITIES)[number]["key"];
export type Reliability = (typeof RELIABILITIES)[number]["key"];
export type Credibility = (typeof CREDIBILITIES)[number]["key"];
export type Corroboration = (typeof CORROBORATIONS)[number]["key"];

/** The facets in the order of the form: how each is called and whether it holds many. */
export const FACETS = [
  { key: "attributionTerms", label: "Attribution terms", terms: ATTRIBUTION_TERMS, isMany: false },
  { key: "sourceIdentity", label: "Source identity", terms: SOURCE_IDENTITIES, isMany: false },
  { key: "channel", label: "Channel", terms: CHANNELS, isMany: false },
  { key: "proximity", label: "Proximity", terms: PROXIMITIES, isMany: false },
  { key: "wordingBasis", label: "Wording basis", terms: WORDING_BASES, isMany: true },
  { key: "origin", label: "Origin", terms: ORIGINS, isMany: false },
  { key: "interest", label: "Interest", terms: INTERESTS, isMany: true },
  { key: "sensitivity", label: "Sensitivity", terms: SENSITIVITIES, isMany: true },
] as const;

export type FacetKey = (typeof FACETS)[number]["key"];

/** Why nothing can be recorded on a statement in this state, or null: later an editor has it, or the public has. */
export function assessingRefusal(state: string): string | null {
  if (isEditable(state)) return null;
  if (state === "published")
    return "It is published: an editor changes it by a correction with a public note.";
  if (state === "retracted" || state === "declined") return `It is ${state}: nothing more is recorded on it.`;
  return "It lies with an editor: ask for it to be returned first.";
}

/** A statement as corroboration sees it; `origin` and `proximity` are null while nobody has assessed it. */
export interface Report {
  readonly id: string;
  readonly sourceId: string;
  readonly origin: string | null;
  readonly proximity: string | null;
}

/**
 * How far a statement is corroborated by the reports that support it, counting origins and not reports: reports from one
 * source, or tied by `derives_from`, are one origin, and a supporting origin counts only when somebody judged it original.
 * `derived` holds pairs of ids, copy and origin.
 */
export function corroborationOfReports(
  report: Report,
  supporters: readonly Report[],
  derived: readonly (readonly [string, string])[],
): Corroboration {
  if ([report, ...supporters].some((one) => one.proximity === "document_primary")) return "documentary_proof";
  if (supporters.length === 0) return "none";
  const originOf = groupByOrigin([report, ...supporters], derived);
  const independent = new Set([originOf.get(report.id)]);
  for (const supporter of supporters) {
    if (isOriginal(supporter.origin)) independent.add(originOf.get(supporter.id));
  }
  if (independent.size === 1) return "same_origin_only";
  return independent.size === 2 ? "two_independent" : "three_plus_independent";
}

function isOriginal(origin: string | null): boolean {
  return ORIGINS.some((known) => known.key === origin && known.isOriginal);
}

function groupByOrigin(
  reports: readonly Report[],
  derived: readonly (readonly [string, string])[],
): Map<string, string> {
  const groups = new Map(reports.map(({ id }) => [id, id]));
  const join = (one: string, other: string) => {
    const [kept, dropped] = [groups.get(one), groups.get(other)];
    if (kept === undefined || dropped === undefined) return;
    for (const [id, group] of groups) if (group === dropped) groups.set(id, kept);
  };
  for (const one of reports) {
    for (const other of reports) if (one.sourceId === other.sourceId) join(one.id, other.id);
  }
  for (const [copy, origin] of derived) join(origin, copy);
  return groups;
}

/** What the anonymous-source test looks at. */
export interface Anonymity {
  readonly sourceIdentity: string;
  readonly reliability: string;
  readonly note: string;
  readonly corroboration: Corroboration;
}

const ANONYMOUS: readonly string[] = [
  "official_unnamed",
  "anonymous_described",
  "anonymous_bare",
  "pseudonym",
];

/** A note that says why a name is withheld has at least this many characters. */
const LEAST_ANONYMITY_NOTE = 20;

/**
 * What an anonymous voice still lacks before it may be published: the reason for withholding the name, and either a
 * source judged fairly reliable or better, or a second origin. A bare "a source" always needs the second origin.
 */
export function anonymityRefusals({ sourceIdentity, reliability, note, corroboration }: Anonymity): string[] {
  if (!ANONYMOUS.includes(sourceIdentity)) return [];
  const refusals: string[] = [];
  const hasSecondOrigin = !["none", "same_origin_only"].includes(corroboration);
  if (note.trim().length < LEAST_ANONYMITY_NOTE) {
    refusals.push("The sourcing note must say why the name is withheld.");
  }
  if (sourceIdentity === "anonymous_bare" && !hasSecondOrigin) {
    refusals.push("A source without name or description needs a second, independent origin.");
  } else if (!["A", "B", "C"].includes(reliability) && !hasSecondOrigin) {
    refusals.push(
      "An unnamed source must be judged fairly reliable or better, or have a second, independent origin.",
    );
  }
  return refusals;
}

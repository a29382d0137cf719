/** The shapes in which a bibliography is read. */
export const BIBLIOGRAPHY_FORMATS = [
  {
    key: "csl-json",
    label: "CSL-JSON",
    extension: "csl.json",
    mediaType: "application/vnd.citationstyles.csl+json",
  },
  { key: "json", label: "JSON", extension: "json", mediaType: "application/json" },
  { key: "ris", label: "RIS", extension: "ris", mediaType: "application/x-research-info-systems" },
  { key: "bibtex", label: "BibTeX", extension: "bib", mediaType: "application/x-bibtex" },
  { key: "endnote-xml", label: "EndNote XML", extension: "enw.xml", mediaType: "application/xml" },
  { key: "csv", label: "CSV", extension: "csv", mediaType: "text/csv" },
  { key: "text", label: "Text", extension: "txt", mediaType: "text/plain" },
] as const;
export type BibliographyFormat = (typeof BIBLIOGRAPHY_FORMATS)[number]["key"];

/** One reference of a bibliography. */
export interface Entry {
  readonly startUtf16: number;
  readonly endUtf16: number;
  /** What it calls itself: a title, or its first words. */
  readonly label: string;
  /** What is printed in it, without the signs of its shape. */
  readonly text: string;
  /** What stands in its fields for a key, an id or an address, and for the version that was published. */
  readonly key: string;
  readonly version: number | null;
}

/** What of a text could not be read. */
export interface Problem {
  readonly line: number;
  readonly message: string;
}

/** What one shape finds in a text. */
export interface Found {
  readonly entries: readonly Entry[];
  readonly problems: readonly { readonly atUtf16: number; readonly message: string }[];
}

/** What became of what is cited. */
export const OUTCOMES = [
  {
    key: "retracted",
    label: "Retracted",
    icon: "archive-x",
    definition: "The desk took the statement back.",
  },
  {
    key: "corrected",
    label: "Corrected since",
    icon: "pencil-line",
    definition: "Words or data changed after the version that is cited.",
  },
  {
    key: "maybe_corrected",
    label: "Corrected, version not told",
    icon: "circle-help",
    definition: "It was corrected, and the entry does not tell which version it cites.",
  },
  {
    key: "verdict_changed",
    label: "Verdict changed since",
    icon: "scale",
    definition: "The words stand; what was judged of them changed.",
  },
  {
    key: "withdrawn",
    label: "Withdrawn",
    icon: "archive-x",
    definition: "The claim was taken back; its address keeps the notice.",
  },
  {
    key: "no_such_version",
    label: "No such version",
    icon: "circle-alert",
    definition: "It names a version that was never published.",
  },
  {
    key: "not_published",
    label: "Not published",
    icon: "lock",
    definition: "The desk holds it and nobody else reads it.",
  },
  {
    key: "unknown",
    label: "Not found",
    icon: "circle-help",
    definition:
      "It names a record that is not here, or that you may not see. That does not say that there never was one.",
  },
  {
    key: "not_ours",
    label: "Names no record of ours",
    icon: "minus",
    definition: "Nothing in it leads to a statement, speaker, source, claim or story of this site.",
  },
  {
    key: "as_cited",
    label: "Still as cited",
    icon: "circle-check",
    definition: "Nothing that is cited changed.",
  },
] as const;
export type Outcome = (typeof OUTCOMES)[number]["key"];

/** What somebody who cites should look at. */
export const TO_LOOK_AT: ReadonlySet<string> = new Set<Outcome>([
  ...([
    "retracted",
    "corrected",
    "maybe_corrected",
    "verdict_changed",
    "withdrawn",
    "no_such_version",
  ] as const),
  ...(["not_published", "unknown"] as const),
]);

/** The largest bibliography that the site reads, and how many of its entries it looks up. */
export const MOST_ENTRIES = 5_000;

/** What a kind of source is in CSL, in RIS, in BibTeX and in BibLaTeX, and how it is named in brackets. */
interface Kind {
  readonly csl: string;
  readonly genre?: string;
  /** What styles format it as, where they would leave out the date of the type itself. */
  readonly formattedAs?: string;
}

// a transcript is held as a page of its outlet
const KINDS: Readonly<Record<string, Kind>> = {
  transcript: { csl: "webpage", genre: "Transcript" },
  broadcast: { csl: "broadcast" },
  speech: { csl: "speech", genre: "Speech", formattedAs: "webpage" },
  post: { csl: "post" },
  report: { csl: "report" },
  dataset: { csl: "dataset" },
  press_release: { csl: "report", genre: "Press release", formattedAs: "webpage" },
  book: { csl: "book" },
  other: { csl: "document" },
};

// an outlet whose kind nobody recorded, and that says by its name that it broadcasts
const BROADCASTS =
  /\b(?:bbc|cnn|nbc|cbs|abc|pbs|npr|itv|zdf|ard|rfi|voa|dw|al jazeera|al arabiya|sky news|fox news|france 24|deutsche welle|euronews|tv|television|radio|broadcasting|channel|tolonews|tolo|ariana)\b/iu;

/** The kind of a source; the manuals cite an article of a newspaper or an agency by its paper, and any other as a page. */
export function kindOfSource(sourceKind: string, outlet: { name: string; kind: string } | null): Kind {
  if (sourceKind !== "article") return KINDS[sourceKind] ?? { csl: "document" };
  const isBroadcaster = outlet?.kind === "unspecified" && BROADCASTS.test(outlet.name);
  const isPaper = ["newspaper", "agency", "unspecified"].includes(outlet?.kind ?? "") && !isBroadcaster;
  return { csl: isPaper ? "article-newspaper" : "webpage" };
}

/** Whether the outlet is what it stands in, and not who published it. */
export function isContained(type: string): boolean {
  return !["report", "dataset", "book", "document"].includes(type);
}

import type { CitationStyle } from "./style-names";

/** What a kind of source is in CSL, in RIS, in BibTeX and in BibLaTeX, and how it is named in brackets. */
interface Kind {
  readonly csl: string;
  readonly genre?: string;
  /** What styles format it as, where they would leave out the date of the type itself. */
  readonly formattedAs?: string;
  /** The styles that lose something of the type itself; all where none is named. */
  readonly formattedIn?: readonly (CitationStyle | "added")[];
}

// a transcript is held as a page of its outlet
const KINDS: Readonly<Record<string, Kind>> = {
  transcript: { csl: "webpage", genre: "Transcript" },
  broadcast: { csl: "broadcast" },
  interview: {
    csl: "interview",
    formattedAs: "webpage",
    formattedIn: ["chicago-notes", "chicago-author-date", "harvard", "vancouver"],
  },
  hearing: { csl: "hearing", genre: "Hearing", formattedAs: "webpage" },
  speech: { csl: "speech", genre: "Speech", formattedAs: "webpage" },
  post: {
    csl: "post",
    formattedAs: "webpage",
    formattedIn: ["chicago-author-date", "harvard", "vancouver"],
  },
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
  const kind = sourceKind === "article" ? undefined : (KINDS[sourceKind] ?? { csl: "document" });
  if (kind && sourceKind !== "interview") return kind;
  const isBroadcaster = outlet?.kind === "unspecified" && BROADCASTS.test(outlet.name);
  const isPaper = ["newspaper", "agency", "unspecified"].includes(outlet?.kind ?? "") && !isBroadcaster;
  const article = isPaper ? "article-newspaper" : "webpage";
  // an interview is printed as an article is
  return kind ? { ...kind, formattedAs: article } : { csl: article };
}

/**
 * What programs keep a source as that have no type for its kind: an interview is printed as an article or a page is, and one
 * that is printed nowhere was a conversation; a document with an address is a page.
 */
export function keptAs({ source }: Kept): string {
  const { csl, formattedAs = csl } = kindOfSource(source.kind, source.outlet);
  if (csl === "interview") return source.outlet || source.address ? formattedAs : "personal_communication";
  return csl === "document" && source.address ? "webpage" : csl;
}

interface Kept {
  readonly source: {
    readonly kind: string;
    readonly address: string | null;
    readonly outlet: { readonly name: string; readonly kind: string } | null;
  };
}

/** Whether the outlet is what it stands in, and not who published it. */
export function isContained(type: string): boolean {
  return !["report", "dataset", "book", "document"].includes(type);
}

/** What a document can be; it is told by what stands in it, and by its name only where that does not tell. */
export type DocumentKind = "docx" | "odt" | "rtf" | "html" | "markdown" | "text" | "vtt" | "srt" | "mail";

/** The endings of the files that are read where somebody names a folder, and that a form offers. */
export const DOCUMENT_ENDINGS = [
  ...[".docx", ".odt", ".rtf", ".html", ".htm", ".md", ".markdown", ".txt", ".text", ".vtt", ".srt", ".eml"],
] as const;

/** What a paragraph is where the document says so. */
export type ParagraphKind = "prose" | "headline" | "caption" | "item" | "quote" | "cell" | "note";

/** A paragraph of what was read, as a slice of its text. */
export interface Paragraph {
  readonly kind: ParagraphKind;
  readonly startUtf16: number;
  readonly endUtf16: number;
}

/** The moment of a recording at which the words from here on are said. */
export interface TimeMark {
  readonly startUtf16: number;
  readonly ms: number;
}

/** What a reader of a document reads. */
export interface ReadDocument {
  readonly kind: DocumentKind;
  /** Plain text to the character, of a document with mark-up without it; paragraphs stand apart by a blank line. */
  readonly text: string;
  readonly title: string | null;
  /** BCP 47, where the document says it. */
  readonly language: string | null;
  /** The day that the document bears, `YYYY-MM-DD`: of a letter, when it was sent. */
  readonly day: string | null;
  readonly paragraphs: readonly Paragraph[];
  /** Of a transcript with times, in the order of the text. */
  readonly marks: readonly TimeMark[];
  /** How the bytes were read, of rich text each encoding that it uses; null for a packed document, which says it itself. */
  readonly encoding: string | null;
  /** What a person should know of how it was read, each one sentence. */
  readonly notices: readonly string[];
}

/** A document that is not read: `message` says why and what to do, for people. */
export class DocumentRefused extends Error {
  override readonly name = "DocumentRefused";
  constructor(
    readonly rule: "empty" | "encrypted" | "no_document" | "too_large" | "too_deep" | "hostile" | "endless",
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

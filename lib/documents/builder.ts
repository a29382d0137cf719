import { DocumentRefused, type Paragraph, type ParagraphKind, type TimeMark } from "./model";

/** The longest text that a document may hold, in UTF-16 units. */
export const MOST_UTF16 = 5 * 1024 * 1024;
const APART = "\n\n";

/** Puts a text together from paragraphs, and keeps where each stands. */
export class TextBuilder {
  readonly #pieces: string[] = [];
  readonly #paragraphs: Paragraph[] = [];
  readonly #marks: TimeMark[] = [];
  #length = 0;

  /** Adds a paragraph without the space around it; of one without words nothing remains. */
  add(text: string, kind: ParagraphKind, marks: readonly TimeMark[] = []): void {
    const words = text.toWellFormed();
    const from = words.length - words.trimStart().length;
    const trimmed = words.trim();
    if (trimmed === "") return;
    if (this.#length > 0) this.#push(APART);
    const startUtf16 = this.#length;
    this.#push(trimmed);
    this.#paragraphs.push({ kind, startUtf16, endUtf16: this.#length });
    for (const mark of marks)
      this.#marks.push({ ms: mark.ms, startUtf16: startUtf16 + Math.max(0, mark.startUtf16 - from) });
  }

  get read(): { text: string; paragraphs: readonly Paragraph[]; marks: readonly TimeMark[] } {
    return { text: this.#pieces.join(""), paragraphs: this.#paragraphs, marks: this.#marks };
  }

  /** The words of the first paragraph of a kind, on one line. */
  first(kind: ParagraphKind): string | null {
    const { text, paragraphs } = this.read;
    const found = paragraphs.find((paragraph) => paragraph.kind === kind);
    return found ? text.slice(found.startUtf16, found.endUtf16).replace(/\s+/gu, " ") : null;
  }

  #push(piece: string): void {
    this.#pieces.push(piece);
    this.#length += piece.length;
    if (this.#length > MOST_UTF16)
      throw new DocumentRefused("too_large", "It holds more than 5 million characters. Split it.");
  }
}

const MOST_STRUCK = 10;

/** Whether so many characters are struck out beside a text that nearly nothing is left of it: then nothing is, for somebody forgot to end it. */
export const strikesAll = (struck: number, text: string) => struck > MOST_STRUCK * text.length;

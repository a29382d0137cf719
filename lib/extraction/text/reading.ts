import type { Span } from "../model";
import { type Edit, EditedText } from "./edits";
import { inlineTurns } from "./inline-turns";
import { layoutEdits } from "./layout";
import { type Mail, mailsOf } from "./mails";
import { nicknames, type ReadName } from "./nicknames";
import { type Dateline, openings, type PlaceWords } from "./openings";
import { typedMarks } from "./typed-marks";

const FIRST_NAME = /\p{Lu}[\p{L}\p{M}.’'-]*/gu;

/**
 * A text as it is read: lines unwrapped, marks as they should be set, datelines and credits left out. Places in it lead
 * back to the text as it was pasted.
 */
export class Reading {
  readonly text: string;
  /** What is kept of each name, by the first word of it and by how it is read. */
  private readonly kept = new Map<string, Map<string, string>>();

  constructor(
    readonly source: string,
    /** From the source to the text that is read. */
    private readonly steps: readonly EditedText[],
    names: readonly ReadName[],
    readonly dateline: Dateline | null,
    /** Quoted e-mails in the text that is read. */
    readonly mails: readonly Mail[] = [],
    /** Whether the last step only left out the marks of nicknames. */
    private readonly named = false,
  ) {
    this.text = steps.at(-1)?.text ?? source;
    for (const { read, kept } of names) {
      const first = read.slice(0, read.indexOf(" "));
      const same = this.kept.get(first);
      if (same === undefined) this.kept.set(first, new Map([[read, kept]]));
      else same.set(read, kept);
    }
  }

  /** Whether the text is read just as it was pasted. */
  get isPlain(): boolean {
    return this.steps.length === 0;
  }

  spanOf({ startUtf16, endUtf16 }: Span): Span {
    let [start, end] = [startUtf16, endUtf16];
    for (let at = this.steps.length - 1; at >= 0; at -= 1) {
      const step = this.steps[at];
      if (step !== undefined) [start, end] = [step.startOf(start), step.endOf(end)];
    }
    return { startUtf16: start, endUtf16: Math.max(start, end) };
  }

  /** The words of a span as they read, with the marks of nicknames, which are left out only to read names whole. */
  asRead({ startUtf16, endUtf16 }: Span): string {
    const last = this.named ? this.steps.at(-1) : undefined;
    return last === undefined
      ? this.text.slice(startUtf16, endUtf16)
      : last.source.slice(last.startOf(startUtf16), last.endOf(endUtf16));
  }

  /** The span in the source, cut where a page number, a sign of an e-mail or the like stands in it. */
  piecesOf(span: Span): Span[] {
    return this.steps.reduceRight<Span[]>(
      (pieces, step) => pieces.flatMap((piece) => step.piecesOf(piece)),
      [span],
    );
  }

  /** A name without the nickname that was read as a part of it. */
  nameOf(words: string): string {
    if (this.kept.size === 0) return words;
    // looked up by its first word: a book has thousands of such names
    let known = words;
    for (const [first] of words.matchAll(FIRST_NAME))
      for (const [read, kept] of this.kept.get(first) ?? []) known = known.replaceAll(read, () => kept);
    return known;
  }
}

/** Reads a text as it was pasted. */
export function readingOf(source: string, words: PlaceWords): Reading {
  const steps: EditedText[] = [];
  let text = source;
  const take = (edits: readonly Edit[]) => {
    if (edits.length === 0) return;
    const step = new EditedText(text, edits);
    steps.push(step);
    text = step.text;
  };
  take(typedMarks(text));
  const marked = steps.length;
  const mails = mailsOf(text);
  take(layoutEdits(text));
  take(inlineTurns(text));
  const { edits, dateline } = openings(text, words);
  take(edits);
  const nicks = nicknames(text);
  take(nicks.edits);
  const later = steps.slice(marked);
  const spanIn = ({ startUtf16, endUtf16 }: Span): Span => ({
    startUtf16: later.reduce((place, step) => step.placeOf(place), startUtf16),
    endUtf16: later.reduce((place, step) => step.placeOf(place), endUtf16),
  });
  const read = mails.map(({ name, sign, body }) => ({
    name: spanIn(name),
    sign: spanIn(sign),
    body: spanIn(body),
  }));
  return new Reading(source, steps, nicks.names, dateline, read, nicks.edits.length > 0);
}

/** The words of a piece of a text as they read: lines unwrapped, marks as they should be set, one space between words. */
export function wordsAsRead(piece: string): string {
  // the first line of a piece of a quoted e-mail has lost its sign
  const lines = piece.includes("\n") ? piece.split("\n") : [];
  const areQuoted = lines.length > 1 && lines.slice(1).every((line) => /^\s*[>|]/u.test(line));
  const plain = areQuoted ? lines.map((line) => line.replace(/^[\s>|]+/u, "")).join("\n") : piece;
  const marked = new EditedText(plain, typedMarks(plain)).text;
  const laid = new EditedText(marked, layoutEdits(marked)).text;
  return laid.replace(/\s+/gu, " ").trim();
}

import { languageOf } from "./languages";
import type { ExtractOptions, Span } from "./model";
import { paragraphsOf, quotedStretches, readingOf } from "./text";

/** A stretch of a text in quotation marks, and the words between them. */
export interface Quotation extends Span {
  readonly inner: Span;
}

/** Every stretch in quotation marks, whether or not a cue governs it, in order; none inside another. */
export function quotationsIn(text: string, { language = "en" }: ExtractOptions = {}): Quotation[] {
  const reading = readingOf(text, languageOf(language).places);
  return quotedStretches(reading.text, paragraphsOf(reading.text)).map((stretch) => ({
    ...reading.spanOf(stretch),
    inner: reading.spanOf(stretch.inner),
  }));
}

import type { Span } from "../model";

/** A change made to a text before it is read. What is left out cuts a piece in two; a space, a mark or a name does not. */
export interface Edit extends Span {
  readonly to: string;
  readonly sort: "space" | "mark" | "left out" | "name";
}

/** A text with changes made to it, from whose places the way back leads to the text as it was. */
export class EditedText {
  readonly text: string;
  private readonly from: Int32Array;
  private readonly until: Int32Array;

  /** `edits` in order, none over another. */
  constructor(
    readonly source: string,
    readonly edits: readonly Edit[],
  ) {
    this.from = new Int32Array(edits.length);
    this.until = new Int32Array(edits.length);
    const parts: string[] = [];
    let at = 0;
    let length = 0;
    edits.forEach(({ startUtf16, endUtf16, to }, index) => {
      parts.push(source.slice(at, startUtf16), to);
      length += startUtf16 - at;
      this.from[index] = length;
      length += to.length;
      this.until[index] = length;
      at = endUtf16;
    });
    parts.push(source.slice(at));
    this.text = parts.join("");
  }

  /** Where a span that begins here begins in the source. */
  startOf(place: number): number {
    const at = this.lastBefore(place + 1);
    const edit = this.edits[at];
    if (edit === undefined) return place;
    const until = this.until[at] ?? 0;
    return place < until ? edit.startUtf16 : edit.endUtf16 + place - until;
  }

  /** Where a span that ends here ends in the source. */
  endOf(place: number): number {
    const at = this.lastBefore(place);
    const edit = this.edits[at];
    if (edit === undefined) return place;
    const until = this.until[at] ?? 0;
    return place <= until ? edit.endUtf16 : edit.endUtf16 + place - until;
  }

  /** Where a place of the source stands in the new text; what was left out there stands where it was. */
  placeOf(place: number): number {
    let low = 0;
    let high = this.edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.edits[middle]?.startUtf16 ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    const edit = this.edits[low - 1];
    if (edit === undefined) return place;
    const until = this.until[low - 1] ?? 0;
    return place < edit.endUtf16 ? until : until + place - edit.endUtf16;
  }

  /** The span in the source, cut where something was left out. */
  piecesOf({ startUtf16, endUtf16 }: Span): Span[] {
    const pieces: Span[] = [];
    let from = this.startOf(startUtf16);
    const end = this.endOf(endUtf16);
    for (let at = this.lastBefore(startUtf16 + 1) + 1; at < this.edits.length; at += 1) {
      const edit = this.edits[at];
      if (edit === undefined || (this.from[at] ?? 0) >= endUtf16) break;
      if (edit.sort !== "left out") continue;
      if (edit.startUtf16 > from) pieces.push({ startUtf16: from, endUtf16: edit.startUtf16 });
      from = edit.endUtf16;
    }
    if (end > from) pieces.push({ startUtf16: from, endUtf16: end });
    return pieces.length > 0 ? pieces : [{ startUtf16: from, endUtf16: Math.max(from, end) }];
  }

  /** Whether anything but space was changed between two places of the source. */
  changes(startUtf16: number, endUtf16: number): boolean {
    return this.edits.some(
      (edit) => edit.sort !== "space" && edit.startUtf16 < endUtf16 && edit.endUtf16 > startUtf16,
    );
  }

  /** The last edit that begins in the new text before a place, or -1. */
  private lastBefore(place: number): number {
    let low = 0;
    let high = this.edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.from[middle] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

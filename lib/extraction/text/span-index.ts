import type { Span } from "../model";

const BUCKET = 1024;

/** Finds what touches a span without looking at everything: items are filed under the stretches of text they cover. */
export class SpanIndex<T> {
  private readonly buckets = new Map<number, { readonly span: Span; readonly item: T }[]>();

  add(span: Span, item: T): void {
    for (let bucket = Math.floor(span.startUtf16 / BUCKET); bucket * BUCKET < span.endUtf16; bucket += 1) {
      const filed = this.buckets.get(bucket);
      if (filed === undefined) this.buckets.set(bucket, [{ span, item }]);
      else filed.push({ span, item });
    }
  }

  /** The items with a span that shares at least one character with `span`, each once. */
  touching(span: Span): T[] {
    const found = new Set<T>();
    for (let bucket = Math.floor(span.startUtf16 / BUCKET); bucket * BUCKET < span.endUtf16; bucket += 1) {
      for (const filed of this.buckets.get(bucket) ?? []) {
        if (touches(filed.span, span)) found.add(filed.item);
      }
    }
    return [...found];
  }
}

/** Whether two spans share at least one character. */
export const touches = (one: Span, other: Span): boolean =>
  one.startUtf16 < other.endUtf16 && other.startUtf16 < one.endUtf16;

/** Whether one span lies wholly within another. */
export const holds = (outer: Span, inner: Span): boolean =>
  outer.startUtf16 <= inner.startUtf16 && inner.endUtf16 <= outer.endUtf16;

/** The first of several ordered spans that ends after a place, by halving. */
export function firstEndingAfter(spans: readonly Span[], place: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.endUtf16 ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

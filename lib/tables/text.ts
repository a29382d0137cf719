import type { StatementRow } from "./model";

/** The words that a table quotes from one source, as a text: each by itself, in the order of the rows. */
export interface QuotedText {
  readonly text: string;
  readonly spans: ReadonlyMap<StatementRow, readonly [start: number, end: number]>;
  /** Where a page begins, as far as rows name theirs. */
  readonly pages: readonly { readonly startUtf16: number; readonly page: number }[];
}

const BETWEEN = "\n\n";

/**
 * Sets rows behind one another, those that name no page first, for a page holds until the next begins; words that stand there
 * stand there once. `before` is the text that they go on.
 */
export function quotedText(rows: readonly StatementRow[], before = ""): QuotedText {
  const spans = new Map<StatementRow, readonly [number, number]>();
  const places = new Map<string, readonly [number, number]>();
  const pages: { startUtf16: number; page: number }[] = [];
  const parts = before === "" ? [] : [before];
  let length = before.length;
  for (const row of [
    ...rows.filter(({ page }) => page === null),
    ...rows.filter(({ page }) => page !== null),
  ]) {
    const known = places.get(row.wording);
    if (known) {
      spans.set(row, known);
      continue;
    }
    const start = length === 0 ? 0 : length + BETWEEN.length;
    const span = [start, start + row.wording.length] as const;
    parts.push(row.wording);
    length = span[1];
    places.set(row.wording, span);
    spans.set(row, span);
    if (row.page !== null) pages.push({ startUtf16: start, page: row.page });
  }
  return { text: parts.join(BETWEEN), spans, pages };
}

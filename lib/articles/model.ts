import type { ReadDocument, TimeMark } from "@/lib/documents";

/** What is asked about a source and can be read from it. */
export const DETAILS = ["title", "outletName", "address", "author", "publishedOn", "language"] as const;
export type DetailName = (typeof DETAILS)[number];

/** One thing that a document says of itself, and where it says it, in words for a reader. */
export interface FoundDetail {
  readonly value: string;
  readonly from: string;
}
export type FoundDetails = Readonly<Partial<Record<DetailName, FoundDetail>>>;

/** Where a page of a printed document begins in its text. */
export interface PageMark {
  readonly startUtf16: number;
  readonly page: number;
}

/** Where the pages and the seconds of a document stand in its text. */
export interface PlaceMarks {
  readonly times: readonly TimeMark[];
  readonly pages: readonly PageMark[];
}

/** What a newsroom takes in of a document. */
export interface ReadArticle {
  readonly kind: ReadDocument["kind"] | "pdf";
  /** The prose alone: of a page the article, and no headline. */
  readonly text: string;
  readonly details: FoundDetails;
  readonly marks: PlaceMarks;
  readonly encoding: string | null;
  readonly notices: readonly string[];
}

/** Where something stands in a document: its page, or the moment of a recording; null where neither is known. */
export function placeAt({ times, pages }: PlaceMarks, at: number): { page: number } | { ms: number } | null {
  const page = pages.findLast(({ startUtf16 }) => startUtf16 <= at)?.page;
  if (page !== undefined) return { page };
  const ms = times.findLast(({ startUtf16 }) => startUtf16 <= at)?.ms;
  return ms === undefined ? null : { ms };
}

const NONE: PlaceMarks = { times: [], pages: [] };

/** Marks as they are kept: short, since a recording of an hour has a thousand. Empty where there are none. */
export function storeMarks({ times, pages }: PlaceMarks): string {
  if (times.length + pages.length === 0) return "";
  const pairs = {
    times: times.map(({ startUtf16, ms }) => [startUtf16, ms]),
    pages: pages.map(({ startUtf16, page }) => [startUtf16, page]),
  };
  return JSON.stringify(pairs);
}

export function readMarks(stored: string): PlaceMarks {
  if (stored === "") return NONE;
  const pairs = JSON.parse(stored) as Record<"times" | "pages", [number, number][]>;
  return {
    times: pairs.times.map(([startUtf16, ms]) => ({ startUtf16, ms })),
    pages: pairs.pages.map(([startUtf16, page]) => ({ startUtf16, page })),
  };
}

import { DocumentRefused, type Element, readMarkUp } from "@/lib/documents";
import {
  type Finding,
  hasType,
  isJson,
  type Json,
  objectOf,
  type Placed,
  type Site,
  textOf,
  valuesOf,
} from "./model";
import { folded, labelOf, numberOf, RULES } from "./rules";

export interface Checked {
  readonly placed: Placed;
  readonly findings: readonly Finding[];
}

/** Every ClaimReview with what is wrong with it, by itself and beside the others. */
export function checkClaimReviews(placed: readonly Placed[], site: Site = {}): readonly Checked[] {
  const pages = new Map<string, number>();
  const addresses = new Map<string, Set<string>>();
  const labels = new Map<string, Set<string>>();
  for (const { review, page } of placed) {
    if (page !== null) pages.set(page, (pages.get(page) ?? 0) + 1);
    const url = textOf(review, "url");
    if (url && page !== null) addresses.set(url, (addresses.get(url) ?? new Set()).add(page));
    const key = gradeOf(review);
    const label = folded(labelOf(objectOf(review, "reviewRating") ?? {}));
    if (key !== null) labels.set(key, (labels.get(key) ?? new Set()).add(label));
  }
  return placed.map((one) => {
    const { review, page } = one;
    const alone = Object.entries(RULES).flatMap(([code, rule]) => finding(code, rule(one, site)));
    const key = gradeOf(review);
    const beside = [
      ...finding(
        "E15",
        page !== null && (pages.get(page) ?? 0) > 1
          ? "Its page holds more than one ClaimReview: keep one."
          : null,
      ),
      ...finding(
        "E16",
        (addresses.get(textOf(review, "url"))?.size ?? 0) > 1
          ? "The same ClaimReview stands on another page as well: keep it on one."
          : null,
      ),
      ...finding(
        "W09",
        key !== null && (labels.get(key)?.size ?? 0) > 1
          ? "Its number stands for another verdict elsewhere: a number has one label."
          : null,
      ),
    ];
    return { placed: one, findings: [...alone, ...beside].sort((a, b) => (a.code < b.code ? -1 : 1)) };
  });
}

function finding(code: string, message: string | null): Finding[] {
  if (message === null) return [];
  return [{ code, level: code.startsWith("E") ? "error" : "warning", message }];
}

/** A number on its scale, as far as there is one: 3 of 1 to 5. */
function gradeOf(review: Json): string | null {
  const rating = objectOf(review, "reviewRating");
  if (!rating) return null;
  const numbers = ["ratingValue", "worstRating", "bestRating"].map((name) => numberOf(rating, name));
  return numbers.includes(null) ? null : numbers.join(" ");
}

const MOST_DEPTH = 12;

/**
 * The ClaimReviews of a file: of a page its JSON-LD, of JSON whatever lists, graphs and feeds in it hold. A page is placed at
 * its own canonical address when nobody gives another. Null when it is neither.
 */
export function readClaimReviews(text: string, page: string | null = null): readonly Placed[] | null {
  const isMarkup = /^\s*(?:<!|<\?|<html|<head|<script)/iu.test(text);
  const { blocks, canonical } = isMarkup ? readPage(text) : { blocks: [text], canonical: null };
  const found: Json[] = [];
  let isRead = isMarkup;
  for (const block of blocks) {
    const data = parsed(block);
    if (data === undefined) continue;
    isRead = true;
    collect(data, found, 0);
  }
  if (!isRead) return null;
  return found.map((review) => ({ review, page: page ?? canonical }));
}

interface Page {
  readonly blocks: string[];
  canonical: string | null;
}

/** The JSON-LD of a page, and its canonical address. A page is anybody's: it is read once, from beginning to end. */
function readPage(source: string): Page {
  const read: Page = { blocks: [], canonical: null };
  let block: string[] | null = null;
  const reader = {
    open({ name, attributes: { type = "", rel = "", href } }: Element) {
      if (name === "script") block = type.trim().toLowerCase() === "application/ld+json" ? [] : null;
      if (name === "link" && href && rel.trim().toLowerCase() === "canonical") read.canonical ??= href;
    },
    close(name: string) {
      if (name !== "script") return;
      if (block) read.blocks.push(block.join(""));
      block = null;
    },
    text: (words: string) => void block?.push(words),
  };
  try {
    readMarkUp(source, reader, { isXml: false });
  } catch (error) {
    // what stood before the part that is no page any more was read
    if (!(error instanceof DocumentRefused)) throw error;
  }
  return read;
}

function collect(value: unknown, found: Json[], depth: number): void {
  if (depth > MOST_DEPTH) return;
  if (Array.isArray(value)) for (const one of value) collect(one, found, depth + 1);
  if (!isJson(value)) return;
  if (hasType(value, "ClaimReview")) found.push(value);
  else
    for (const name of ["@graph", "dataFeedElement", "item", "itemListElement", "mainEntity", "review"])
      for (const inner of valuesOf(value, name)) collect(inner, found, depth + 1);
}

// how a script was hidden from what knows none, and is still written by some sites
const WRAPPED = /^[\ufeff\s]*(?:\/\/)?(?:<!--|<!\[CDATA\[)|(?:\/\/)?(?:-->|\]\]>)\s*$/gu;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(WRAPPED, ""));
  } catch {
    return undefined;
  }
}

import { guessLanguage, onOneLine } from "@/lib/text";
import { readClaimReviews } from "./check";
import { hasType, isJson, type Json, objectOf, textOf, valuesOf, wordOf } from "./model";
import { labelOf } from "./rules";

/** A fact check by others as a text to read, with what is known of the page that it stands on. */
export interface Readable {
  readonly text: string;
  readonly count: number;
  readonly title: string;
  readonly outletName: string;
  readonly author: string;
  readonly address: string;
  /** ISO 8601 as far as it is known; empty when it is not. */
  readonly publishedOn: string;
  /** The first part of a BCP 47 tag, or empty. */
  readonly language: string;
}

const LONGEST_FIELD_UTF16 = { title: 300, outletName: 200, author: 300, address: 2000 };

/**
 * ClaimReviews by others, as JSON-LD or within a page, as a text in which the claims are what somebody said. What its
 * desk found is told as theirs and is no verdict here. Null when there is none in it.
 */
export function toReadable(given: string): Readable | null {
  if (!/^\s*[[{<]/u.test(given.replace(/^\ufeff/u, ""))) return null;
  const reviews = (readClaimReviews(given) ?? [])
    .map(({ review }) => review)
    // nobody can be told to have claimed nothing
    .filter(
      (review) => lineOf(review, "claimReviewed") || itemsOf(review).some((item) => lineOf(item, "text")),
    );
  const [first] = reviews;
  if (!first) return null;
  const same = (name: (review: Json) => string) => {
    const all = new Set(reviews.map(name));
    return all.size === 1 ? ([...all][0] ?? "") : "";
  };
  const one = reviews.length === 1 ? lineOf(first, "claimReviewed") : "";
  const outletName = same(deskOf);
  const title = one
    ? `Fact check: ${one}`
    : `${reviews.length} fact checks${outletName ? ` by ${outletName}` : ""}`;
  return {
    text: `${reviews.map(passage).join("\n\n")}\n`,
    count: reviews.length,
    title: cut(title, LONGEST_FIELD_UTF16.title),
    outletName: cut(outletName, LONGEST_FIELD_UTF16.outletName),
    author: cut(same(checkerOf), LONGEST_FIELD_UTF16.author),
    address: same(addressOf),
    publishedOn: same((review) => /^\d{4}-\d\d-\d\d/u.exec(textOf(review, "datePublished"))?.[0] ?? ""),
    language: same(languageOf),
  };
}

function passage(review: Json): string {
  const rating = objectOf(review, "reviewRating") ?? {};
  const items = itemsOf(review);
  const desk = deskOf(review) || checkerOf(review);
  const verdict = plain(labelOf(rating) || wordOf(valuesOf(review, "reviewRating")[0]));
  const why = lineOf(rating, "ratingExplanation") || lineOf(review, "reviewBody");
  const seen = items
    .flatMap((item) => [...valuesOf(item, "firstAppearance"), ...valuesOf(item, "appearance")])
    .map((one) => (isJson(one) ? textOf(one, "url") || textOf(one, "@id") : wordOf(one)))
    .map(plain)
    .filter(Boolean);
  return [
    said(review, items),
    ...(seen.length > 0 ? [`Where it appeared: ${seen.join(", ")}`] : []),
    // no verb of speaking: what the other desk found is theirs, and no statement of its own
    ...(verdict
      ? [`Verdict${desk ? ` of ${desk}` : ""}: ${stopped(verdict)}${why ? ` ${stopped(why)}` : ""}`]
      : []),
    ...(addressOf(review) ? [`Fact check: ${addressOf(review)}`] : []),
  ].join("\n");
}

/** The words as they were said where somebody gives them, and what was claimed in the words of the other desk where nobody does. */
function said(review: Json, items: readonly Json[]): string {
  const claimed = lineOf(review, "claimReviewed");
  const item = items.find((one) => lineOf(one, "text")) ?? items[0] ?? {};
  const words = lineOf(item, "text").replace(/^[“"„«]|[”"»]$/gu, "");
  // words are of whoever said them, a claim is of all who made it
  const names = (words === "" || words === claimed ? items : [item])
    .flatMap((one) => valuesOf(one, "author"))
    .map(nameOf)
    .filter(Boolean);
  const who = [...new Set(names)].join(" and ");
  const frame = FRAMES[languageOf(review)] ?? ENGLISH;
  const day = /^\d{4}(?:-\d\d){0,2}/u.exec(textOf(item, "datePublished"))?.[0];
  if (who === "")
    return `The claim${day ? ` on ${day}` : ""}, by nobody who is named: ${stopped(words || claimed)}`;
  const on = day ? `${frame.on}${day}` : "";
  if (words !== "" && words !== claimed) return `${who} ${frame.said}${on}: “${words}”`;
  const small = claimed.replace(frame.small, (word) => word.toLowerCase());
  return `${who} ${frame.claimed}${on}${frame.opens}${stopped(small)}`;
}

/** What was reviewed: one claim, or the same from several. */
function itemsOf(review: Json): readonly Json[] {
  return valuesOf(review, "itemReviewed").filter(isJson);
}

/** A name, which some write without the object around it. */
function nameOf(who: unknown): string {
  return isJson(who) ? lineOf(who, "name") : plain(wordOf(who));
}

/** How a claim is told of somebody. */
interface Frame {
  readonly on: string;
  readonly said: string;
  readonly claimed: string;
  /** What stands before the claim, as a sentence of the other desk. */
  readonly opens: string;
  /** A first word that is written small within a sentence. */
  readonly small: RegExp;
}

const ENGLISH: Frame = {
  ...{ on: " on ", said: "said", claimed: "claimed", opens: " that " },
  small: /^(?:The|An?|This|That|These|Those|There|It)(?=\s)/u,
};

// those in which an import finds who said what; in any other there is nothing to find it by
const FRAMES: Readonly<Record<string, Frame>> = {
  en: ENGLISH,
  // behind "dass" the verb would have to stand elsewhere
  de: { on: " am ", said: "sagte", claimed: "behauptete", opens: ": ", small: /^$/u },
  es: {
    ...{ on: " el ", said: "dijo", claimed: "afirmó", opens: " que " },
    small: /^(?:El|La|L[ao]s|Una?|Est[ae]s?|Hay|No)(?=\s)/u,
  },
};

/** As the other desk says it, or else as its words look. */
function languageOf(review: Json): string {
  const told = /^[a-z]{2,3}(?=-|$)/u.exec(textOf(review, "inLanguage").toLowerCase())?.[0];
  const why = textOf(objectOf(review, "reviewRating") ?? {}, "ratingExplanation");
  const words = [textOf(review, "claimReviewed"), why, textOf(review, "reviewBody")].join("\n");
  return told ?? guessLanguage(words)?.language ?? "";
}

function stopped(sentence: string): string {
  return /[.!?…]$/u.test(sentence) ? sentence : `${sentence}.`;
}

/** Whose site it stands on: who checked, or who publishes what a person checked. */
function deskOf(review: Json): string {
  const [author] = valuesOf(review, "author");
  const [publisher] = valuesOf(review, "publisher");
  const isPerson = isJson(author) && hasType(author, "Person");
  return (isPerson ? "" : nameOf(author)) || nameOf(publisher);
}

function checkerOf(review: Json): string {
  const author = objectOf(review, "author");
  return author && hasType(author, "Person") ? lineOf(author, "name") : "";
}

function addressOf(review: Json): string {
  const url = plain(textOf(review, "url"));
  const isAddress = /^https?:\/\/\S+$/iu.test(url) && URL.canParse(url);
  return isAddress && url.length <= LONGEST_FIELD_UTF16.address ? url : "";
}

function lineOf(of: Json, name: string): string {
  return plain(textOf(of, name));
}

/** A stranger's words on one line: no halves of characters, and nothing that turns what stands beside them. */
function plain(text: string): string {
  return onOneLine(text.toWellFormed()).replace(/\s+/gu, " ");
}

function cut(text: string, mostUtf16: number): string {
  return text.slice(0, mostUtf16).replace(/\p{Cs}$/u, "");
}

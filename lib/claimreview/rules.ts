import { normaliseName } from "@/lib/text";
import { hasType, isJson, type Json, objectOf, type Placed, type Site, textOf, valuesOf } from "./model";

/** Why a rule is broken, as a sentence, or null. */
type Rule = (placed: Placed, site: Site) => string | null;

const SHORTENERS =
  /^(?:www\.)?(?:bit\.ly|t\.co|tinyurl\.com|goo\.gl|ow\.ly|is\.gd|buff\.ly|lnkd\.in|rb\.gy|cutt\.ly|shorturl\.at|tiny\.cc|t\.ly|rebrand\.ly|dlvr\.it|trib\.al)$/iu;
const PLACEHOLDERS =
  /^(?:unknown|various|anonymous|multiple|several|n\/?a|none|tbd|social media(?: users?| posts?)?|internet users?|viral posts?|multiple (?:people|sources|users)|various (?:people|sources|users))$/iu;
const UNORDERED =
  /\b(?:unverifiable|unverified|unproven|missing context|lacks context|out of context|satire|misattributed|outdated)\b/iu;
const NEGATES =
  /^(?:no,|it(?:’s| is|'s) (?:not true|untrue|false|wrong|not the case) that|contrary to|fact.?check:|false:)/iu;
const ISO_8601 = /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?)?)?$/u;
const MOST_CLAIM_UTF16 = 75;

const NUMBERS = ["ratingValue", "bestRating", "worstRating"] as const;

/** What is wrong by itself, by its code. What two reviews have to do with each other stands in `check.ts`. */
export const RULES: Readonly<Record<string, Rule>> = {
  E01: ({ review }) =>
    textOf(review, "url") ? null : "It has no url: give the address of the page that it stands on.",
  E02: ({ review }) => {
    const url = textOf(review, "url");
    return url && !addressOf(url)
      ? `Its url, ${short(url)}, is no whole address: begin it with https://.`
      : null;
  },
  E03: ({ review, page }) => {
    const [own, other] = [addressOf(textOf(review, "url"))?.hostname, addressOf(page ?? "")?.hostname];
    if (!own || !other || own === other || own.endsWith(`.${other}`)) return null;
    return `Its url is on ${own} and its page on ${other}: a review is read only on its own site.`;
  },
  E04: ({ review }) => {
    const host = addressOf(textOf(review, "url"))?.hostname ?? "";
    return SHORTENERS.test(host)
      ? `Its url is a shortened one, of ${host}: nobody follows it. Give the page itself.`
      : null;
  },
  E05: ({ review }) =>
    textOf(review, "claimReviewed") ? null : "It has no claimReviewed: say what was claimed, in a sentence.",
  E06: ({ review }) =>
    objectOf(review, "reviewRating")
      ? null
      : "It has no reviewRating: without a verdict there is nothing to review.",
  E07: ({ review }) => {
    const rating = objectOf(review, "reviewRating");
    return rating && !labelOf(rating) ? "Its rating has no alternateName: give the verdict in words." : null;
  },
  E08: ({ review }) => {
    const { value, best, worst } = numbersOf(review);
    if (
      value === null ||
      best === null ||
      worst === null ||
      best <= worst ||
      (value >= worst && value <= best)
    )
      return null;
    return `Its ratingValue ${value} is not between ${worst} and ${best}.`;
  },
  E09: ({ review }) => {
    const { best, worst } = numbersOf(review);
    return best !== null && worst !== null && best <= worst
      ? `Its bestRating ${best} is not above its worstRating ${worst}.`
      : null;
  },
  E10: ({ review }) => {
    const { worst } = numbersOf(review);
    return worst !== null && worst < 1
      ? `Its worstRating is ${worst}: it begins at 1, for 0 is read as no rating.`
      : null;
  },
  E11: ({ review }) => {
    const rating = objectOf(review, "reviewRating");
    const given = NUMBERS.filter(
      (name) => rating && rating[name] !== undefined && rating[name] !== null && rating[name] !== "",
    );
    if (!rating || given.length === 0) return null;
    const wrong = given.filter((name) => numberOf(rating, name) === null);
    if (wrong.length > 0)
      return `Its ${wrong.join(", ")} ${wrong.length === 1 ? "is" : "are"} no number: put the words into alternateName.`;
    const missing = NUMBERS.filter((name) => !given.includes(name));
    return missing.length > 0
      ? `Its rating has no ${missing.join(" and no ")}: give all three numbers, or none.`
      : null;
  },
  E12: ({ review }) => {
    const author = objectOf(review, "author");
    const isNamed = author ? textOf(author, "name") || textOf(author, "url") : textOf(review, "author");
    return isNamed ? null : "It does not say who checked: give its author a name or a url.";
  },
  E13: ({ review }) =>
    claimantsOf(review).some((author) => nameOf(author) === "")
      ? "Whoever made the claim has no name: name them, or leave the author out."
      : null,
  E14: ({ review }) => {
    const checker = objectOf(review, "author");
    const own = checker && [normaliseName(textOf(checker, "name")), textOf(checker, "url")].filter(Boolean);
    const isSame = (author: unknown) =>
      own?.some(
        (one) => one === normaliseName(nameOf(author)) || (isJson(author) && one === textOf(author, "url")),
      );
    return claimantsOf(review).some(isSame)
      ? "Who made the claim is who checked it: name the one who said it."
      : null;
  },
  E17: ({ review }) => {
    const wrong = datesOf(review).find(({ text }) => !isDate(text));
    return wrong
      ? `Its ${wrong.name}, ${short(wrong.text)}, is no date of ISO 8601, such as 2025-10-28.`
      : null;
  },
  E18: ({ review }) => {
    const [item] = valuesOf(review, "itemReviewed");
    if (item === undefined) return null;
    return isJson(item) && hasType(item, "Claim") ? null : "Its itemReviewed is no Claim: give it that type.";
  },
  E19: ({ review }) => {
    const placeholder = claimantsOf(review)
      .map(nameOf)
      .find((name) => PLACEHOLDERS.test(name));
    return placeholder
      ? `“${placeholder}” is nobody: name who made the claim, or leave the author out.`
      : null;
  },
  E20: ({ review, shownVerdict }) => {
    const label = labelOf(objectOf(review, "reviewRating") ?? {});
    if (shownVerdict === undefined || label === "" || folded(label) === folded(shownVerdict)) return null;
    return `The page shows “${shownVerdict}” and the data say “${label}”: they must say the same.`;
  },
  W01: ({ review }) => {
    const { length } = textOf(review, "claimReviewed");
    return length >= MOST_CLAIM_UTF16
      ? `Its claimReviewed has ${length} characters and is cut off at ${MOST_CLAIM_UTF16}.`
      : null;
  },
  W02: ({ review }) => {
    const label = folded(labelOf(objectOf(review, "reviewRating") ?? {}));
    const words = ` ${folded(textOf(review, "claimReviewed"))} `;
    return label !== "" && words.includes(` ${label} `)
      ? "Its claimReviewed holds the verdict: say what was claimed, not what was found."
      : null;
  },
  W03: ({ review }) => {
    const author = objectOf(review, "author");
    return author && textOf(author, "name") && !textOf(author, "url") ? "Who checked has no url." : null;
  },
  W04: ({ review }) => {
    const named = claimantsOf(review).filter(
      (author) => isJson(author) && nameOf(author) !== "" && valuesOf(author, "sameAs").length === 0,
    );
    return named.length > 0
      ? `${nameOf(named[0])} has no sameAs: an address, such as that of Wikidata, tells them from others of that name.`
      : null;
  },
  W05: ({ review }) => {
    const item = objectOf(review, "itemReviewed") ?? {};
    return appearancesOf(item).length === 0
      ? "It does not say where the claim appeared: give an appearance."
      : null;
  },
  W06: ({ review }) => {
    const item = objectOf(review, "itemReviewed") ?? {};
    const isBoth = valuesOf(item, "appearance").length > 0 && valuesOf(item, "firstAppearance").length > 0;
    return isBoth ? "It has both appearance and firstAppearance: give one of them." : null;
  },
  W07: ({ review }) => {
    const said = Date.parse(textOf(objectOf(review, "itemReviewed") ?? {}, "datePublished"));
    const checked = Date.parse(textOf(review, "datePublished"));
    return said > checked ? "The claim is dated after its review." : null;
  },
  W08: ({ review, isOrdered }) => {
    const rating = objectOf(review, "reviewRating") ?? {};
    const isUnordered = isOrdered === false || UNORDERED.test(labelOf(rating));
    return isUnordered && numberOf(rating, "ratingValue") !== null
      ? `“${labelOf(rating)}” has no place in an order, and no number.`
      : null;
  },
  W10: ({ review }) => (textOf(review, "datePublished") ? null : "It has no datePublished."),
  W11: ({ review }) =>
    valuesOf(review, "citation").length > 0 ? null : "It cites no evidence: give a citation.",
  W12: (_, { hasCorrectionsPolicy }) =>
    hasCorrectionsPolicy === false ? "The site says nowhere how it corrects." : null,
  W13: ({ review }) =>
    textOf(review, "inLanguage") ? null : "It does not say in which language it is: give inLanguage.",
  W14: ({ review }) =>
    NEGATES.test(textOf(review, "claimReviewed"))
      ? "Its claimReviewed denies the claim: say it as it was made."
      : null,
};

/** The verdict in words. */
export function labelOf(rating: Json): string {
  return textOf(rating, "alternateName") || textOf(rating, "name");
}

/** A number as itself or as a text of figures. */
export function numberOf(rating: Json, name: string): number | null {
  const [value] = valuesOf(rating, name);
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  return typeof value === "string" && /^-?\d+(?:\.\d+)?$/u.test(value.trim()) ? Number(value) : null;
}

function numbersOf(review: Json) {
  const rating = objectOf(review, "reviewRating") ?? {};
  return {
    value: numberOf(rating, "ratingValue"),
    best: numberOf(rating, "bestRating"),
    worst: numberOf(rating, "worstRating"),
  };
}

function claimantsOf(review: Json): unknown[] {
  return valuesOf(objectOf(review, "itemReviewed") ?? {}, "author");
}

function nameOf(author: unknown): string {
  return isJson(author) ? textOf(author, "name") : typeof author === "string" ? author.trim() : "";
}

function appearancesOf(item: Json): unknown[] {
  return [...valuesOf(item, "appearance"), ...valuesOf(item, "firstAppearance")];
}

function datesOf(review: Json): { name: string; text: string }[] {
  const item = objectOf(review, "itemReviewed") ?? {};
  return [
    ...["datePublished", "dateModified"].map((name) => ({ name, text: textOf(review, name) })),
    { name: "itemReviewed.datePublished", text: textOf(item, "datePublished") },
  ].filter(({ text }) => text !== "");
}

function isDate(text: string): boolean {
  if (!ISO_8601.test(text) || Number.isNaN(Date.parse(text))) return false;
  const [year = 0, month = 1, day = 1] = text.slice(0, 10).split("-").map(Number);
  const read = new Date(Date.UTC(year, month - 1, day));
  return read.getUTCMonth() === month - 1 && read.getUTCDate() === day;
}

function addressOf(text: string): URL | null {
  if (!/^https?:\/\//iu.test(text) || !URL.canParse(text)) return null;
  return new URL(text);
}

/** Words alone, for comparing. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function short(text: string): string {
  return `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;
}

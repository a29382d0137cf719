import { normaliseName } from "@/lib/text";

const TITLES = new Set(
  "mr mrs ms miss dr prof professor sir dame lord lady judge justice president vice minister prime chancellor secretary mayor councillor councilor councilwoman councilman chair chairman chairwoman chairperson senator sen rep representative governor gov captain coach general gen colonel col major sergeant sgt inspector detective chief officer constable bishop father rev reverend sister king queen prince princess ambassador commissioner deputy acting former director manager spokesman spokeswoman spokesperson herr frau senor senora señor señora doctor the hon rt attorney counsel witness alderman superintendent head principal kc qc mp mep msp obe mbe cbe".split(
    " ",
  ),
);

const SURNAME = /^(?:king|bishop|judge|prince|major|constable|justice)$/u;

/** The words of a name without titles, or all of them where it is nothing else. */
export function nameWords(name: string): string[] {
  const words = normaliseName(
    name
      // "a report": the article is no initial
      .replace(/^(?:[Aa]n?|[Tt]he)\s+(?=\p{Ll})/u, "")
      .replace(/\([^)]*\)/gu, " ")
      .replace(/,.*$/u, "")
      .replace(/['’]s$/u, ""),
  )
    .split(" ")
    .filter(Boolean);
  // "Charlie King": a title that stands last, behind a name, is a name
  const own = words.filter(
    (word, at) =>
      !TITLES.has(word) ||
      (at > 0 && at === words.length - 1 && SURNAME.test(word) && !TITLES.has(words[at - 1] ?? "")),
  );
  return own.length > 0 ? own : [];
}

/** Signs that a wrong encoding leaves in a name, "FranÃ§ois": its last word is what can be compared. */
const GARBLED = /[^\p{L}\p{M}\p{N}\s.,'’‘"“”()&/‐-]/u;

/** Whether two names are one person's: "yes", "no", or "unknown" when one of them names nobody. */
export function isSamePerson(one: string, other: string): "yes" | "no" | "unknown" {
  let [a, b] = [withoutMonth(nameWords(one)), withoutMonth(nameWords(other))];
  [a, b] = [withoutPlace(a), withoutPlace(b)];
  if (GARBLED.test(one) || GARBLED.test(other)) [a, b] = [a.slice(-1), b.slice(-1)];
  if (isShortFor(one, other) || isShortFor(other, one)) return "yes";
  if (a.length === 0 || b.length === 0) return "unknown";
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  return few.every((word) => many.some((each) => isSameWord(word, each))) ? "yes" : "no";
}

const MONTH = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/u;

/** "15 May Osei said": the month is no part of her name. */
const withoutMonth = (words: string[]) =>
  words.length === 2 && MONTH.test(words[0] ?? "") ? words.slice(1) : words;

const NETWORK =
  /^(?:twitter|facebook|instagram|youtube|reddit|tiktok|linkedin|telegram|mastodon|bluesky|friday|monday|tuesday|wednesday|thursday|saturday|sunday)$/u;

/** "On Twitter Ida Rask was blunt": where it was said is no part of her name. */
const withoutPlace = (words: string[]) =>
  words.length > 2 && NETWORK.test(words[0] ?? "") ? words.slice(1) : words;

const SMALL = /^(?:of|the|for|and|de|del|la|der|die|des|und|für|von|y)$/u;

/** "IMF" and "the International Monetary Fund". */
function isShortFor(short: string, long: string): boolean {
  const letters = short.replace(/^the\s+/iu, "").replaceAll(".", "");
  if (!/^\p{Lu}{2,7}$/u.test(letters)) return false;
  const words = normaliseName(long)
    .split(/[\s-]+/u)
    .filter((word) => word !== "" && !SMALL.test(word));
  return words.length === letters.length && words.every((word, at) => word[0] === letters[at]?.toLowerCase());
}

function isSameWord(one: string, other: string): boolean {
  if (one === other) return true;
  if (one.length === 1 || other.length === 1) return one[0] === other[0];
  return isSpeltLike(one, other);
}

/** Whether two words of a name are one spelled in two ways: Yousafzai, Yusufzai. */
export function isSpeltLike(one: string, other: string): boolean {
  const most = Math.min(one.length, other.length) >= 8 ? 2 : Math.min(one.length, other.length) >= 5 ? 1 : 0;
  return most > 0 && one[0] === other[0] && apart(one, other, most) <= most;
}

/** How many letters two words are apart, no further than `most` + 1. */
function apart(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at++) {
    const next = [at];
    for (let to = 1; to <= other.length; to++) {
      const same = one[at - 1] === other[to - 1] ? 0 : 1;
      next.push(Math.min((row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1, (row[to - 1] ?? 0) + same));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

import { SAYING, withoutMarks } from "./beside";
import { literal } from "./literal";
import { nameWords } from "./names";

const BEFORE_UTF16 = 90;
const MOST_TITLES = 40;
/** What is longer is a sentence, and no title. */
const MOST_WORDS = 8;
const REACH_UTF16 = 20_000;
const BREAK = /[.,;:“”"()\n–—!?]/u;
const VERB = new RegExp(
  `^.*(?<!\\p{L})(?:${SAYING}|and|by|from|with|told|asked|but|that|when|while|where)\\s+`,
  "iu",
);
const BEHIND =
  /^,\s+((?:(?:an?|the|his|her|their|its|our|my)\s|\p{Lu}[\p{L}’'-]*['’]s?\s|\p{Ll})[^.;:“”"\n]{2,90}?)(?=[,.;:“”"]|$)/u;
const BRACKETS = /^\s*((?:\([^)\d][^)]{1,60}\)\s*)+)/u;
/** "The club's captain, Ida Rask", "said Hamar's captain, Ida Rask". */
const DESCRIBED =
  /(?:^|[.!?\n]\s*)((?:(?:the|an?|his|her|their|its|our|another)\s|\p{Lu}[\p{L}’'-]*['’]s?\s)[^,.;:“”"\n]{3,80})$/iu;
const AGE = /^,\s+(?:aged\s)?\d{1,3}(?=,\s)/u;
const LABELLED = /^,\s+([^:.\n]{2,60}):/u;
const VERBAL =
  /^(?:who|which|whose|when|where|speaking|asked|adding|saying|and|but|in|on|at|after|before|as|if)\s/iu;

/** What a text prints with a name at a place, in the same breath: "the Danish baker", "mayor of Hamar". */
export function titlesAt(text: string, start: number, end: number): string[] {
  const found: string[] = [];
  const before = text.slice(Math.max(0, start - BEFORE_UTF16), start);
  const stop = [...before].findLastIndex((sign) => BREAK.test(sign));
  // "Mr. Weir", "the country's minister, Ida Rask"
  const own = before
    .slice(stop + 1)
    .replace(VERB, "")
    .trim();
  const isOpened = /,\s*$/u.test(before);
  const described = isOpened
    ? DESCRIBED.exec(before.replace(/,\s*$/u, "").replace(VERB, ""))?.[1]
    : undefined;
  if (own !== "" && own.split(/\s+/u).length <= MOST_WORDS) found.push(own);
  if (described !== undefined) found.push(described);
  // "Odette Blanc, 81, a retired teacher"
  const after = text.slice(end, end + 140).replace(AGE, "");
  const behind = LABELLED.exec(after)?.[1] ?? BEHIND.exec(after)?.[1];
  if (behind !== undefined && !VERBAL.test(behind)) found.push(behind);
  const brackets = BRACKETS.exec(after)?.[1];
  if (brackets !== undefined) found.push(brackets);
  return found;
}

/** Everything that a text prints with a name, wherever it names it. */
export function titlesOf(text: string, name: string): string[] {
  const words = nameWords(name);
  const last = words.at(-1);
  if (last === undefined || last.length < 3) return [];
  const first = words.length > 1 ? "(?:\\p{Lu}[\\p{L}.’'-]*\\s+){0,3}" : "";
  const named = new RegExp(`(?<![\\p{L}’'-])${first}${literal(last)}(?![\\p{L}’'-])`, "giu");
  const bare = withoutMarks(text.slice(0, REACH_UTF16));
  return [...bare.matchAll(named)].slice(0, MOST_TITLES).flatMap((match) => {
    const whole = match[0];
    // of "Danish baker Ida Rask" the name alone is the name
    const from = Math.max(
      0,
      whole.search(new RegExp(`(?<!\\p{L})${literal(words[0] ?? "")}(?!\\p{L})`, "iu")),
    );
    return titlesAt(bare, match.index + from, match.index + whole.length);
  });
}

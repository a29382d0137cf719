import type { Token } from "./cast-tokens";
import { BODY_HEADS, BODY_NOUNS, COLLECTIVE_NOUNS, DOCUMENT_NOUNS, LEGAL_SUFFIXES } from "./en/cast-bodies";
import { US_FEMALE_NAMES, US_MALE_NAMES, US_SHARED_NAMES } from "./en/cast-first-names";
import {
  FAMILY_FIRST_NAMES,
  WORLD_FEMALE_NAMES,
  WORLD_MALE_NAMES,
  WORLD_SHARED_NAMES,
} from "./en/cast-first-names-world";
import { FEMALE_WORDS, MALE_WORDS, ROLE_NOUNS, TITLES } from "./en/cast-people";
import { DEMONYMS, PLACES } from "./en/cast-places";

export type Gender = "m" | "f";

function names(...lists: readonly string[]): Set<string> {
  return new Set(lists.join(" ").trim().split(/\s+/u));
}

const male = names(US_MALE_NAMES, WORLD_MALE_NAMES);
const female = names(US_FEMALE_NAMES, WORLD_FEMALE_NAMES);
const shared = names(US_SHARED_NAMES, WORLD_SHARED_NAMES);
const familyFirst = names(FAMILY_FIRST_NAMES);

/** Gender that a first name carries, or null when it is unknown or shared. */
export function genderOfFirstName(folding: string): Gender | null {
  const name =
    folding.includes("-") && !male.has(folding) && !female.has(folding)
      ? (folding.split("-")[0] ?? "")
      : folding;
  const m = male.has(name);
  const f = female.has(name);
  if (m === f || shared.has(name)) return null;
  return m ? "m" : "f";
}

export function isFirstName(folding: string): boolean {
  if (male.has(folding) || female.has(folding) || shared.has(folding)) return true;
  const dash = folding.indexOf("-");
  return dash > 1 && isFirstName(folding.slice(0, dash));
}

export function isFamilyFirst(folding: string): boolean {
  return familyFirst.has(folding);
}

/** Gender that a title or role noun carries. */
export function genderOfWord(folding: string): Gender | null {
  if (MALE_WORDS.has(folding)) return "m";
  return FEMALE_WORDS.has(folding) ? "f" : null;
}

/** The singular of a regular plural, or the word itself. */
export function singular(word: string): string {
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  if (word.endsWith("sses") || word.endsWith("ches") || word.endsWith("shes") || word.endsWith("xes"))
    return word.slice(0, -2);
  if (word.endsWith("women")) return `${word.slice(0, -5)}woman`;
  if (word.endsWith("men") && word.length > 3) return `${word.slice(0, -3)}man`;
  if (word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && !word.endsWith("is"))
    return word.slice(0, -1);
  return word;
}

/** "defence-minister" and "co-founder" are known by what follows the hyphen. */
function tail(folding: string): string {
  const dash = folding.lastIndexOf("-");
  return dash > 0 ? folding.slice(dash + 1) : folding;
}

export function isRoleNoun(folding: string): boolean {
  return (
    ROLE_NOUNS.has(folding) ||
    ROLE_NOUNS.has(tail(folding)) ||
    (folding.endsWith("woman") && folding !== "woman")
  );
}

export function isPluralRole(folding: string): boolean {
  if (COLLECTIVE_NOUNS.has(folding)) return true;
  const one = singular(folding);
  return one !== folding && isRoleNoun(one);
}

export function isTitle(folding: string): boolean {
  return TITLES.has(folding);
}

export function isBodyHead(folding: string): boolean {
  return BODY_HEADS.has(folding);
}

export function isBodyNoun(folding: string): boolean {
  return BODY_NOUNS.has(folding) || BODY_NOUNS.has(tail(folding));
}

export function isDocumentNoun(folding: string): boolean {
  return DOCUMENT_NOUNS.has(folding) || DOCUMENT_NOUNS.has(singular(folding));
}

export function isLegalSuffix(folding: string): boolean {
  return LEGAL_SUFFIXES.has(folding);
}

export function isDemonym(folding: string): boolean {
  return DEMONYMS.has(folding) || (folding.endsWith("s") && DEMONYMS.has(folding.slice(0, -1)));
}

/** How many tokens from `from` on (at most three, not past `to`) spell a known place; 0 when none do. */
export function placeLength(tokens: readonly Token[], from: number, to: number): number {
  let key = "";
  let found = 0;
  for (let offset = 0; offset < 4 && from + offset <= to; offset += 1) {
    const word = (tokens[from + offset]?.fold ?? "").replace(/\.$/u, "");
    key = offset === 0 ? word : `${key} ${word}`;
    if (PLACES.has(key)) found = offset + 1;
  }
  return found;
}

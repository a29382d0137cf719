import {
  BODY_HEADS,
  BODY_NOUNS,
  COLLECTIVE_NOUNS,
  DEMONYMS,
  DOCUMENT_NOUNS,
  FAMILY_FIRST_NAMES,
  FEMALE_WORDS,
  LEGAL_SUFFIXES,
  MALE_WORDS,
  PLACES,
  ROLE_NOUNS,
  TITLES,
  US_FEMALE_NAMES,
  US_MALE_NAMES,
  US_SHARED_NAMES,
  WORLD_FEMALE_NAMES,
  WORLD_MALE_NAMES,
  WORLD_SHARED_NAMES,
} from "../languages/en";
import { WordMemory } from "../weights";

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

// what the lists say of a word, one bit each
const FIRST_NAME = 1;
const FAMILY_FIRST = 2;
const MALE = 4;
const FEMALE = 8;
const ROLE = 16;
const PLURAL_ROLE = 32;
const TITLE = 64;
const BODY_HEAD = 128;
const BODY_NOUN = 256;
const DOCUMENT = 512;
const LEGAL = 1024;
const DEMONYM = 2048;

/** Looks a word up in all lists at once: each word is asked about many times. */
function traitsOf(folding: string): number {
  const one = singular(folding);
  const last = tail(folding);
  return (
    (hasFirstName(folding) ? FIRST_NAME : 0) |
    (familyFirst.has(folding) ? FAMILY_FIRST : 0) |
    (MALE_WORDS.has(folding) ? MALE : 0) |
    (FEMALE_WORDS.has(folding) ? FEMALE : 0) |
    (hasRole(folding) ? ROLE : 0) |
    (COLLECTIVE_NOUNS.has(folding) || (one !== folding && hasRole(one)) ? PLURAL_ROLE : 0) |
    (TITLES.has(folding) ? TITLE : 0) |
    (BODY_HEADS.has(folding) ? BODY_HEAD : 0) |
    (BODY_NOUNS.has(folding) || BODY_NOUNS.has(last) ? BODY_NOUN : 0) |
    (DOCUMENT_NOUNS.has(folding) || DOCUMENT_NOUNS.has(one) ? DOCUMENT : 0) |
    (LEGAL_SUFFIXES.has(folding) ? LEGAL : 0) |
    (DEMONYMS.has(folding) || (folding.endsWith("s") && DEMONYMS.has(folding.slice(0, -1))) ? DEMONYM : 0)
  );
}

const traits = new WordMemory(traitsOf);

function hasFirstName(folding: string): boolean {
  if (male.has(folding) || female.has(folding) || shared.has(folding)) return true;
  const dash = folding.indexOf("-");
  return dash > 1 && hasFirstName(folding.slice(0, dash));
}

function hasRole(folding: string): boolean {
  const office = /^(.+)-(?:elect|designate|select)$/u.exec(folding)?.[1];
  if (office !== undefined) return hasRole(office) || TITLES.has(office);
  return (
    ROLE_NOUNS.has(folding) ||
    ROLE_NOUNS.has(tail(folding)) ||
    (folding.endsWith("woman") && folding !== "woman")
  );
}

/** "defence-minister" and "co-founder" are known by what follows the hyphen. */
function tail(folding: string): string {
  const dash = folding.lastIndexOf("-");
  return dash > 0 ? folding.slice(dash + 1) : folding;
}

const has = (folding: string, trait: number) => (traits.of(folding) & trait) !== 0;

export const isFirstName = (folding: string): boolean => has(folding, FIRST_NAME);
export const isFamilyFirst = (folding: string): boolean => has(folding, FAMILY_FIRST);
export const isRoleNoun = (folding: string): boolean => has(folding, ROLE);
export const isPluralRole = (folding: string): boolean => has(folding, PLURAL_ROLE);
export const isTitle = (folding: string): boolean => has(folding, TITLE);
export const isBodyHead = (folding: string): boolean => has(folding, BODY_HEAD);
export const isBodyNoun = (folding: string): boolean => has(folding, BODY_NOUN);
export const isDocumentNoun = (folding: string): boolean => has(folding, DOCUMENT);
export const isLegalSuffix = (folding: string): boolean => has(folding, LEGAL);
export const isDemonym = (folding: string): boolean => has(folding, DEMONYM);

/** Gender that a title or role noun carries. */
export function genderOfWord(folding: string): Gender | null {
  if (has(folding, MALE)) return "m";
  return has(folding, FEMALE) ? "f" : null;
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

/** How many tokens from `from` on (at most three, not past `to`) spell a known place; 0 when none do. */
export function placeLength(tokens: readonly { readonly fold: string }[], from: number, to: number): number {
  let key = "";
  let found = 0;
  for (let offset = 0; offset < 4 && from + offset <= to; offset += 1) {
    const folding = tokens[from + offset]?.fold ?? "";
    const word = folding.endsWith(".") ? folding.slice(0, -1) : folding;
    key = offset === 0 ? word : `${key} ${word}`;
    if (PLACES.has(key)) found = offset + 1;
  }
  return found;
}

import type { CastWords } from "../languages";
import { WordMemory } from "../weights";

export type Gender = "m" | "f";

/** A word of which the lists of its language said what they know. */
export interface KnownWord {
  readonly traits: number;
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
const PRONOUN = 1 << 12;
const DETERMINER = 1 << 13;
const PREPOSITION = 1 << 14;
const PLAIN_VERB = 1 << 15;
const SPEECH_VERB = 1 << 16;
const OPENER = 1 << 17;
const NO_NAME = 1 << 18;
const PARTICLE = 1 << 19;
const ROLE_MODIFIER = 1 << 20;
const NAMED_BODY_START = 1 << 21;
const PAPER = 1 << 22;
const LAND = 1 << 23;
const QUARTER = 1 << 24;
/** A pronoun or a noun for somebody. */
const MEANS_SOMEBODY = PRONOUN | PLURAL_ROLE | BODY_NOUN | ROLE | TITLE | MALE | FEMALE;

/** What the cast knows of the words of a language. */
export class Lexicon {
  private readonly seen: WordMemory<KnownWord>;

  constructor(readonly words: CastWords) {
    this.seen = new WordMemory((folding) => ({ traits: this.traitsOf(folding) }));
  }

  /** What is known of a folded word; the same word gives the same value. */
  word(folding: string): KnownWord {
    return this.seen.of(folding);
  }

  /** Gender that a first name carries, or null when it is unknown or shared. */
  genderOfFirstName(folding: string): Gender | null {
    const { maleNames: male, femaleNames: female, sharedNames: shared } = this.words;
    const name =
      folding.includes("-") && !male.has(folding) && !female.has(folding)
        ? (folding.split("-")[0] ?? "")
        : folding;
    const m = male.has(name);
    const f = female.has(name);
    if (m === f || shared.has(name)) return null;
    return m ? "m" : "f";
  }

  /** Looks a word up in all lists at once: each word is asked about many times. */
  private traitsOf(folding: string): number {
    const one = singular(folding);
    const last = tail(folding);
    const { words } = this;
    return (
      (this.hasFirstName(folding) ? FIRST_NAME : 0) |
      (words.familyFirstNames.has(folding) ? FAMILY_FIRST : 0) |
      (words.maleWords.has(folding) ? MALE : 0) |
      (words.femaleWords.has(folding) ? FEMALE : 0) |
      (this.hasRole(folding) ? ROLE : 0) |
      (words.collectiveNouns.has(folding) || (one !== folding && this.hasRole(one)) ? PLURAL_ROLE : 0) |
      (words.titles.has(folding) ? TITLE : 0) |
      (words.bodyHeads.has(folding) ? BODY_HEAD : 0) |
      (words.bodyNouns.has(folding) || words.bodyNouns.has(last) ? BODY_NOUN : 0) |
      (words.documentNouns.has(folding) || words.documentNouns.has(one) ? DOCUMENT : 0) |
      (words.legalSuffixes.has(folding) ? LEGAL : 0) |
      (words.demonyms.has(folding) || (folding.endsWith("s") && words.demonyms.has(folding.slice(0, -1)))
        ? DEMONYM
        : 0) |
      (words.pronouns.has(folding) ? PRONOUN : 0) |
      (words.determiners.has(folding) ? DETERMINER : 0) |
      (words.prepositions.has(folding) ? PREPOSITION : 0) |
      (words.plainVerbs.has(folding) ? PLAIN_VERB : 0) |
      (words.speechVerbs.has(folding) ? SPEECH_VERB : 0) |
      (words.openers.has(folding) ? OPENER : 0) |
      (words.notNames.has(folding) ? NO_NAME : 0) |
      (words.nameParticles.has(folding) ? PARTICLE : 0) |
      (words.roleModifiers.has(folding) ? ROLE_MODIFIER : 0) |
      (words.namedBodyStarts.has(folding) ? NAMED_BODY_START : 0) |
      (words.papers.has(folding) ? PAPER : 0) |
      (words.landNouns.has(folding) ? LAND : 0) |
      (words.quarters.has(folding) ? QUARTER : 0)
    );
  }

  private hasFirstName(folding: string): boolean {
    const { maleNames, femaleNames, sharedNames } = this.words;
    if (maleNames.has(folding) || femaleNames.has(folding) || sharedNames.has(folding)) return true;
    const dash = folding.indexOf("-");
    return dash > 1 && this.hasFirstName(folding.slice(0, dash));
  }

  private hasRole(folding: string): boolean {
    const { roleNouns, titles } = this.words;
    const office = /^(.+)-(?:elect|designate|select)$/u.exec(folding)?.[1];
    if (office !== undefined) return this.hasRole(office) || titles.has(office);
    return (
      roleNouns.has(folding) ||
      roleNouns.has(tail(folding)) ||
      (folding.endsWith("woman") && folding !== "woman")
    );
  }
}

const lexicons = new WeakMap<CastWords, Lexicon>();

/** The lexicon of some words, made once. */
export function lexiconOf(words: CastWords): Lexicon {
  const made = lexicons.get(words) ?? new Lexicon(words);
  lexicons.set(words, made);
  return made;
}

/** "defence-minister" and "co-founder" are known by what follows the hyphen. */
function tail(folding: string): string {
  const dash = folding.lastIndexOf("-");
  return dash > 0 ? folding.slice(dash + 1) : folding;
}

const test = (trait: number) => (word: KnownWord | undefined) =>
  word !== undefined && (word.traits & trait) !== 0;

export const isFirstName = test(FIRST_NAME);
export const isFamilyFirst = test(FAMILY_FIRST);
export const isRoleNoun = test(ROLE);
export const isPluralRole = test(PLURAL_ROLE);
export const isTitle = test(TITLE);
export const isBodyHead = test(BODY_HEAD);
export const isBodyNoun = test(BODY_NOUN);
/** "The Guardian": with a capital it may be a paper. */
export const isPaper = test(PAPER);

/** "Ellis Island", "Charles River": behind a first name it makes a place and no person. */
export const isLand = test(LAND);

/** "North", "Upper": before an office with a capital it makes a place ("North Head"). */
export const isQuarter = test(QUARTER);
export const isDocumentNoun = test(DOCUMENT);
export const isLegalSuffix = test(LEGAL);
export const isDemonym = test(DEMONYM);
export const isPronounWord = test(PRONOUN);
export const isDeterminer = test(DETERMINER);
export const isPreposition = test(PREPOSITION);
export const isPlainVerb = test(PLAIN_VERB);
export const isSpeechVerb = test(SPEECH_VERB);
export const isOpener = test(OPENER);
export const isNoName = test(NO_NAME);
export const isParticle = test(PARTICLE);
export const isRoleModifier = test(ROLE_MODIFIER);
export const startsNamedBody = test(NAMED_BODY_START);
export const meansSomebody = test(MEANS_SOMEBODY);

/** Gender that a title or role noun carries. */
export function genderOfWord(word: KnownWord | undefined): Gender | null {
  const traits = word?.traits ?? 0;
  if ((traits & MALE) !== 0) return "m";
  return (traits & FEMALE) !== 0 ? "f" : null;
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
export function placeLength(
  tokens: readonly { readonly fold: string; readonly lexicon: Lexicon }[],
  from: number,
  to: number,
): number {
  const places = tokens[from]?.lexicon.words.places;
  let key = "";
  let found = 0;
  for (let offset = 0; offset < 4 && from + offset <= to; offset += 1) {
    const folding = tokens[from + offset]?.fold ?? "";
    const word = folding.endsWith(".") ? folding.slice(0, -1) : folding;
    key = offset === 0 ? word : `${key} ${word}`;
    if (places?.has(key)) found = offset + 1;
  }
  return found;
}

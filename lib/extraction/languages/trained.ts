import type { Token } from "../text";

/** The weights of a part-of-speech tagger: words that nearly always have one tag, and scores by kind of feature. */
export interface TaggerData {
  readonly tags: readonly string[];
  /** Tag → the words, separated by spaces, that are always given it. */
  readonly known: Readonly<Record<string, string>>;
  /** Kind of feature → lines `value<TAB>tagIndex:weight tagIndex:weight…`. Written by `bench/extraction-train-tagger.ts`. */
  readonly weights: Readonly<Record<string, string>>;
}

/** The weights of the dependency parser: lines `key weight weight weight`, keys in base 36, scores for shift, right, left. */
export interface ParserData {
  /** The words frequent enough to be seen by the parser, separated by spaces; any other word is its tag alone. */
  readonly words: string;
  readonly tags: readonly string[];
  readonly weights: string;
}

/** What `grammar` must know: parts of speech, heads, and which words can be verbs of saying where the tagger errs. */
export interface GrammarWords {
  readonly tagger: TaggerData;
  readonly parser: ParserData;
  /** The stem under which the weights know a word of a part of speech. */
  stemOf(lower: string, tag: string): string;
  /** The classes of a verb by its stem; none for a verb that reports nothing. */
  classesOf(stem: string): readonly string[];
  canTagQuotation(lower: string): boolean;
  isVerbOfSaying(base: string): boolean;
}

/** What `frames` must know besides: which words may be cues, and the weights that choose among readings. */
export interface FrameWords {
  readonly weights: Readonly<
    Record<"gate" | "layout" | "speaker" | "start" | "end" | "before" | "keep", { readonly weights: string }>
  >;
  readonly auxiliaries: ReadonlySet<string>;
  readonly nominalCues: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
  mayReport(lower: string): boolean;
  tokenMayReport(token: Pick<Token, "word" | "text">): boolean;
}

export type Pronoun = "m" | "f" | "they" | "it" | "first" | "first-plural" | "second" | "who";

/** What `cast` must know, and of it what `drafts` ask of the label before a headline: folded words by what they are. */
export interface CastWords {
  readonly bodyHeads: ReadonlySet<string>;
  readonly bodyNouns: ReadonlySet<string>;
  /** Nouns of people that papers are called by. */
  readonly papers: ReadonlySet<string>;
  /** Nouns of land, water and streets that names of places end with, and that hardly anybody is called by. */
  readonly landNouns: ReadonlySet<string>;
  /** Words for a side or a part that names of places begin with. */
  readonly quarters: ReadonlySet<string>;
  readonly collectiveNouns: ReadonlySet<string>;
  readonly documentNouns: ReadonlySet<string>;
  readonly legalSuffixes: ReadonlySet<string>;
  readonly namedBodies: ReadonlySet<string>;
  readonly namedBodyStarts: ReadonlySet<string>;
  readonly titles: ReadonlySet<string>;
  /** Titles that stay part of the name: "Pope Francis". */
  readonly keptTitles: ReadonlySet<string>;
  readonly maleWords: ReadonlySet<string>;
  readonly femaleWords: ReadonlySet<string>;
  readonly roleNouns: ReadonlySet<string>;
  readonly roleModifiers: ReadonlySet<string>;
  readonly pronouns: ReadonlyMap<string, Pronoun>;
  readonly places: ReadonlySet<string>;
  readonly demonyms: ReadonlySet<string>;
  readonly notNames: ReadonlySet<string>;
  readonly openers: ReadonlySet<string>;
  readonly nameParticles: ReadonlySet<string>;
  readonly prepositions: ReadonlySet<string>;
  readonly determiners: ReadonlySet<string>;
  readonly speechVerbs: ReadonlySet<string>;
  readonly plainVerbs: ReadonlySet<string>;
  readonly maleNames: ReadonlySet<string>;
  readonly femaleNames: ReadonlySet<string>;
  /** Borne by men and women alike. */
  readonly sharedNames: ReadonlySet<string>;
  /** Family names that stand before the given name. */
  readonly familyFirstNames: ReadonlySet<string>;
}

/** What is known of a language for which weights were trained. */
export interface Trained {
  readonly grammar: GrammarWords;
  readonly frames: FrameWords;
  readonly cast: CastWords;
}

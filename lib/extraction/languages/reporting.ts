/** What a verb does with words: it says, names, denies, asks, urges, or stands for what a document says. */
export type SayingKind = "say" | "call" | "deny" | "ask" | "urge" | "think";

/** A form of a verb of saying. */
export interface Saying {
  readonly base: string;
  readonly kind: SayingKind;
  readonly tense: "past" | "present";
  /** The part that stands at the end of the clause: "fügte … hinzu". */
  readonly particle: string | null;
}

/** What a noun or a word beside a name shows of who bears it. */
export type NounSort = "person" | "body" | "group" | "unnamed" | "document";

/** What a word of ordinary letters does in a phrase that names somebody. */
export type PhrasePart =
  | "determiner"
  /** Joins two parts of one phrase: "von", "del". */
  | "link"
  | "preposition"
  | "pronoun"
  /** Stands between a verb and its subject without being part of it: "sich", "jedoch". */
  | "filler"
  | "and"
  | "word"
  | "stop";

/** What the rules for a language without weights must know of it: its cues, its phrases and its nouns. */
export interface ReportWords {
  /** What a finite form says; a form may belong to several verbs, told apart by what stands at the end of the clause. */
  finite(lower: string): readonly Saying[];
  participle(lower: string): readonly Saying[];
  isAuxiliary(lower: string): boolean;
  /** Before it a verb that looks finite is an infinitive: "sollte … wissen", "zu sagen". */
  readonly modals: ReadonlySet<string>;
  isNegation(lower: string): boolean;
  /** How many words from `at` on lead to a source: "laut", "nach Angaben von"; 0 for none. */
  sourceAt(words: readonly string[], at: number): number;
  /** A word behind the one whose words they are: "zufolge". */
  readonly sourceBehind: ReadonlySet<string>;
  /** A word that stands for a verb of saying beside its words: "so". */
  readonly beside: ReadonlySet<string>;
  /** Opens the clause of what is said: "dass", "que". */
  readonly that: ReadonlySet<string>;
  /** Opens the clause of what is asked or left open: "ob", "si". */
  readonly whether: ReadonlySet<string>;
  /** Opens a clause that waits for its main clause: "als", "cuando". */
  readonly subordinators: ReadonlySet<string>;
  /** Opens a clause in which a source is named: "wie … mitteilte", "según informó …". */
  readonly as: ReadonlySet<string>;
  /** Whether a form of a verb shows by itself that somebody else's words are told; null where the language has no such form. */
  isReportive(lower: string): boolean;
  /** The same in a sentence behind one that reports. */
  isReportiveLater(lower: string): boolean;
  /** A determiner behind a noun that belongs to it: "des Ministeriums". */
  readonly genitives: ReadonlySet<string>;
  /** Whether every noun has a capital. */
  readonly capitalNouns: boolean;
  /** Whether a clause may be told words without any conjunction: "sagte, er komme". */
  readonly hasBareClauses: boolean;
  /** Whether a clause may leave its subject out: "añadió". */
  readonly dropsSubjects: boolean;
  /** Marks of an infinitive that is told: "zu". */
  readonly infinitive: ReadonlySet<string>;
  /** Before words in marks that say whose they are: "als", "von", "como". */
  readonly beforeQuoted: ReadonlySet<string>;
  /** Nouns before marks that hold a name: "Zeitung", "película". */
  isNamedByMarks(lower: string): boolean;
  partOf(lower: string): PhrasePart;
  sortOf(word: string): NounSort | null;
  readonly pronouns: ReadonlyMap<string, "m" | "f" | "they" | "it" | "first" | "who">;
  readonly nobody: ReadonlySet<string>;
  /** Words that are no part of a name though they begin a sentence. */
  isNoName(lower: string): boolean;
  /** When something was said, as the language prints it: "am Dienstag", "el 3 de octubre". */
  readonly when: RegExp;
  /** On what occasion, without the preposition: "einem Interview mit dem Sender", "una entrevista"; a group `event`. */
  readonly event: RegExp;
  /** A preposition of place and a name with a capital; a group `place`. */
  readonly place: RegExp;
  readonly nameParticles: ReadonlySet<string>;
  /** Gender of a title, an office or a first name. */
  genderOf(lower: string): "m" | "f" | null;
}

import type { PlaceWords, SentenceWords } from "../text";

/** A language, handed down as a value: what the rooms must know of it. */
export interface Language {
  /** BCP 47 without region: "en". */
  readonly code: string;
  readonly sentences: SentenceWords;
  readonly places: PlaceWords;
  /** Whether its cues, parts of speech and heads are known; without them only marks, labels and signatures are read. */
  readonly hasGrammar: boolean;
}

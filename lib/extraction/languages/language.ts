import type { PlaceWords, SentenceWords } from "../text";
import type { ReportWords } from "./reporting";
import type { Trained } from "./trained";

/** A language, handed down as a value: what the rooms must know of it. */
export interface Language {
  /** BCP 47 without region: "en". */
  readonly code: string;
  readonly sentences: SentenceWords;
  readonly places: PlaceWords;
  /** Words and weights for parts of speech, heads, frames and cast; null for a language that has none. */
  readonly trained: Trained | null;
  /** Words for the rules by which a language without weights is read; null for a language that has none. */
  readonly reports: ReportWords | null;
}

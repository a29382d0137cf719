import type { Saying } from "../languages";
import type { Phrase } from "./phrases";

/** A verb of saying in a unit, with who says it. */
export interface FoundCue {
  /** The finite verb, by whose place the subject is found. */
  readonly verb: number;
  /** The word that reports: the verb, or the participle of "hat gesagt". */
  readonly at: number;
  readonly saying: Saying;
  readonly clause: number;
  readonly subject: Phrase | null;
  /** The verb comes first in its clause, behind a comma or a quotation. */
  readonly isTag: boolean;
  /** Within a clause that waits for its main clause: "wenn er sagt". */
  readonly isSupposed: boolean;
  /** A clause such as "wie die Polizei mitteilte". */
  readonly isAside: boolean;
}

import type { Tree } from "../grammar";
import type { CueSite } from "./cue-sites";
import { insertedTag, invertedTail } from "./inverted-tags";
import { plainStart } from "./plain-starts";
import type { TaggedQuotation } from "./quotation-tags";
import { introducedQuotation, isTailTag, quotationBefore } from "./quotation-tags";
import type { SpeakerCandidate } from "./subjects";

/** What the order of words around a cue says without any weight, each sign read once and only when asked for. */
export class Signs {
  private knownTagged: TaggedQuotation | null | undefined;
  private knownIntroduced: number | undefined;
  private knownStart: number | null | undefined;
  private knownTail: boolean | undefined;
  private knownInverted: SpeakerCandidate | null | undefined;
  private knownInserted: SpeakerCandidate | null | undefined;

  constructor(
    private readonly tree: Tree,
    private readonly site: CueSite,
  ) {}

  /** The quotation whose tag the cue stands in. */
  get tagged(): TaggedQuotation | null {
    if (this.knownTagged === undefined)
      this.knownTagged = this.tree.hasMarks ? quotationBefore(this.tree, this.site) : null;
    return this.knownTagged;
  }

  /** The first word of the quotation that the clause of the cue introduces, or -1. */
  get introduced(): number {
    this.knownIntroduced ??= this.tree.hasMarks ? introducedQuotation(this.tree, this.site) : -1;
    return this.knownIntroduced;
  }

  /** The first word of the clause that a plain frame reports, or null. */
  get start(): number | null {
    if (this.knownStart === undefined) this.knownStart = plainStart(this.tree, this.site);
    return this.knownStart;
  }

  /** Whoever speaks behind the verb of a tag at the end: "…, suggests a study". */
  get inverted(): SpeakerCandidate | null {
    if (this.knownInverted === undefined) this.knownInverted = invertedTail(this.tree, this.site);
    return this.knownInverted;
  }

  /** Whoever speaks in a tag within a clause: "In most homes, said Ruth Aas, the bill fell". */
  get inserted(): SpeakerCandidate | null {
    if (this.knownInserted === undefined) this.knownInserted = insertedTag(this.tree, this.site);
    return this.knownInserted;
  }

  /** Whether the cue is a tag at the end of a whole clause. */
  get isTail(): boolean {
    this.knownTail ??= isTailTag(this.tree, this.site);
    return this.knownTail;
  }
}

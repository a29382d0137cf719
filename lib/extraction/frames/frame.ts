import type { Found, Shares } from "./keep-features";
import type { SpeakerCandidate } from "./subjects";

/** A cue with its speaker and the place of its content, as one sentence shows it. */
export interface Frame extends Found {
  readonly shares: Shares;
  /** Who quotes the speaker: "Interfax quoted her as saying". */
  readonly hop?: SpeakerCandidate | null;
  /** How likely it is that just these words were said, from 0 to 1; 0 without content. */
  readonly keep: number;
}

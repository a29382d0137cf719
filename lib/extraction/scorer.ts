import type { Mention, Proposal } from "./model";
import { wordsAsRead } from "./text";

/** A found statement in the shape that the shared scorer reads; offsets are UTF-16. */
export interface ScorerQuote {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly spans?: readonly (readonly [number, number])[];
  readonly type: string;
  readonly speaker_text: string | null;
  readonly speaker_start: number | null;
  readonly speaker_end: number | null;
  readonly speaker_canonical: string | null;
  readonly cue: string | null;
  readonly cue_start: number | null;
  readonly cue_end: number | null;
  readonly addressee_text: string | null;
}

/** One line of predictions: the document and what was found in it. */
export interface ScorerRow {
  readonly id: string;
  readonly text: string;
  readonly quotes: readonly ScorerQuote[];
}

/** Renders a proposal as the scorer's quote; the pieces of a split quotation become `spans`. */
function toScorerQuote(proposal: Proposal): ScorerQuote {
  const { speaker, cue } = proposal;
  return {
    start: proposal.startUtf16,
    end: proposal.endUtf16,
    text: shownWords(proposal),
    ...(proposal.pieces.length > 1
      ? {
          spans: proposal.pieces.map(
            (piece, at) => [piece.startUtf16, endOfPiece(proposal, piece, at)] as const,
          ),
        }
      : {}),
    type: proposal.form,
    speaker_text: speaker === null ? null : wordsAsRead(speaker.mention.text),
    speaker_start: speaker?.mention.startUtf16 ?? null,
    speaker_end: speaker?.mention.endUtf16 ?? null,
    speaker_canonical: speaker?.canonical ?? null,
    cue: cue?.text ?? null,
    cue_start: cue?.startUtf16 ?? null,
    cue_end: cue?.endUtf16 ?? null,
    addressee_text: proposal.addressee?.text ?? null,
  };
}

/** The comma with which a tag cuts a sentence in two belongs to the tag: “We stay,” said Ash. “It is home.” */
function endOfPiece({ pieces, form }: Proposal, { text, startUtf16, endUtf16 }: Mention, at: number): number {
  const comma = form === "direct" && at + 1 < pieces.length ? /,["“”'‘’»]$/u.exec(text) : null;
  return comma === null ? endUtf16 : startUtf16 + comma.index;
}

/** The exact slice, unless it holds entities, tags or broken words: then the words as they read. */
function shownWords({ wording, asRead = [], pieces }: Proposal): string {
  const [only] = asRead;
  const read = asRead.length === 1 && only !== undefined ? only : wordsAsRead(wording);
  return pieces.length === 1 && read === wording.replace(/\s+/gu, " ").trim() ? wording : read;
}

/** Renders a document and its proposals as one row of the scorer's JSON Lines. */
export function toScorerRow(id: string, text: string, proposals: readonly Proposal[]): ScorerRow {
  return { id, text, quotes: proposals.map(toScorerQuote) };
}

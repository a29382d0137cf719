import { locatePieces, locateQuote, surroundingsOf } from "@/lib/matching";
import { type Joined, joinPieces, normaliseForMatching, wordingOf } from "@/lib/text";
import { type AnchorInput, type AnchorState, findEditMarks, type WordingMark } from "./model";

type Pieces = readonly (readonly [start: number, end: number])[];

/** A wording as it is stored, with the signs of editing in it. */
export interface StoredWording {
  readonly wording: string;
  readonly editMarks: readonly WordingMark[];
}

/**
 * The wording as it is stored when it stands in these pieces of a text: one whose pieces do not touch carries " … " between
 * them, whoever typed or sent it without.
 */
export function wordedIn(wording: string, text = "", pieces: Pieces = [], reads?: Joined): StoredWording {
  const joined = reads ?? (pieces.length > 1 ? joinPieces(text, pieces) : null);
  if (joined === null || joined.splices.length === 0) return { wording, editMarks: findEditMarks(wording) };
  const isBare = wording !== joined.wording && lettersOf(wording) === lettersOf(joined.wording);
  const stored = isBare && !/\s…\s/u.test(wording) ? joined.wording : wording;
  const isSplice =
    stored === joined.wording
      ? ({ startUtf16 }: WordingMark) => joined.splices.some(([start]) => start === startUtf16)
      : ({ startUtf16, endUtf16 }: WordingMark) =>
          /^\s…\s$/u.test(stored.slice(startUtf16 - 1, endUtf16 + 1));
  const editMarks = findEditMarks(stored).map((mark) =>
    mark.kind === "ellipsis" && isSplice(mark) ? { ...mark, kind: "splice" as const } : mark,
  );
  return { wording: stored, editMarks };
}

interface StoredAnchor {
  readonly startUtf16: number;
  readonly endUtf16: number;
  readonly prefix: string;
  readonly suffix: string;
  readonly pieces: string;
  readonly state: string;
}

/**
 * Words that were typed anew in the place of others, as they are stored, and what that leaves of each anchor, the newest
 * edition last.
 */
export function reworded(
  typed: string,
  former: string,
  anchors: readonly (StoredAnchor & { readonly edition: { readonly text: string } })[],
) {
  const newest = anchors.at(-1);
  const was = newest === undefined ? [] : piecesOf(newest);
  const { wording } = wordedIn(typed, newest?.edition.text, was);
  const places = anchors.map((anchor) => reanchored(anchor.edition.text, wording, anchor, former));
  const place = places.at(-1);
  const pieces = place !== undefined && "pieces" in place ? piecesOf(place) : was;
  return { ...wordedIn(wording, newest?.edition.text, pieces), places };
}

function piecesOf({ pieces }: { readonly pieces: string }): Pieces {
  return JSON.parse(pieces) as [number, number][];
}

const lettersOf = (words: string) => normaliseForMatching(words).replace(/[^\p{L}\p{N}]+/gu, "");

/** What an anchor stores for a wording in a text: given offsets are taken as they are, others are looked for. */
export function anchorIn(text: string, wording: string, anchor: Omit<AnchorInput, "editionId">) {
  const { startUtf16, endUtf16, pieces = [] } = anchor;
  const place = startUtf16 !== undefined && endUtf16 !== undefined ? { startUtf16, endUtf16 } : null;
  const match = place ? null : locateQuote(text, wording);
  const isRead = place !== null && anchor.reads?.wording === wording;
  const found = place ? stateOf(text, wording, place, pieces) : (match?.state ?? "lost");
  const state: AnchorState = isRead ? "exact" : found;
  const at = place ?? match;
  if (!at) {
    return {
      ...{ startUtf16: 0, endUtf16: 0, exact: wording, prefix: "", suffix: "", pieces: "[]" },
      ...{ contextStartUtf16: 0, contextEndUtf16: 0, state },
    };
  }
  const around = surroundingsOf(text, at.startUtf16, at.endUtf16);
  return {
    startUtf16: at.startUtf16,
    endUtf16: at.endUtf16,
    exact: text.slice(at.startUtf16, at.endUtf16),
    prefix: around.prefix,
    suffix: around.suffix,
    pieces: JSON.stringify(pieces.length > 0 ? pieces : [[at.startUtf16, at.endUtf16]]),
    contextStartUtf16: anchor.contextStartUtf16 ?? around.contextStartUtf16,
    contextEndUtf16: anchor.contextEndUtf16 ?? around.contextEndUtf16,
    state,
  };
}

/** The words at the place given are compared as matching compares; a split quotation by its pieces. */
function stateOf(
  text: string,
  wording: string,
  { startUtf16, endUtf16 }: { startUtf16: number; endUtf16: number },
  pieces: Pieces,
): AnchorState {
  const standing = pieces.length > 1 ? wordingOf(text, pieces) : text.slice(startUtf16, endUtf16);
  if (standing === wording) return "exact";
  const match = locateQuote(standing, wording);
  return match?.state === "exact" && match.found.length === standing.trim().length ? "exact" : "changed";
}

/** Where an edited wording stands in the text that its anchor points into. */
export function reanchored(text: string, wording: string, was: StoredAnchor, former: string) {
  const pieces = piecesOf(was);
  if (stateOf(text, wording, was, pieces) === "exact") return { state: "exact" as const };
  const match = locateQuote(text, wording, was);
  // the text was pasted with signs of layout in the words: fewer of the words that stood there stand there still
  const isRead = was.state === "exact" && stateOf(text, former, was, pieces) !== "exact";
  if (isRead && lettersOf(former).includes(lettersOf(wording))) return { state: "exact" as const };
  if (!match || match.state === "changed") {
    const spliced = locatePieces(text, wording, was.startUtf16);
    if (spliced !== null) return anchorIn(text, wording, spliced);
  }
  if (!match) return { state: "lost" as const };
  // nothing moved in the text: the reporter took fewer or more of its words
  const state = match.state === "moved" ? ("exact" as const) : match.state;
  const { startUtf16, endUtf16 } = match;
  return { ...anchorIn(text, wording, { startUtf16, endUtf16 }), state };
}

import type { Tree } from "../grammar";
import type { Frame } from "./frame";
import { attributionRange } from "./layouts";

const LEAST_SURE = 0.45;
const TURNS = /^(?:while|whereas)$/;
const JOINS = /^(?:and|but)$/;

/**
 * Keeps what was said within its clause: behind a semicolon, or ", while", somebody else speaks. "The dykes were safe; the
 * mayor added that …" are two statements.
 */
export function withinClauses(tree: Tree, frames: readonly Frame[]): Frame[] {
  if (!tree.lower.some((word) => word === ";" || TURNS.test(word) || JOINS.test(word))) return [...frames];
  return frames.map((frame) => {
    const pieces = frame.pieces.flatMap((piece) => {
      if (piece.from > frame.site.at) {
        const to = Math.min(piece.to, ...frames.map((other) => clauseBefore(tree, frame, other, piece.from)));
        return to >= piece.from ? [{ ...piece, to }] : [];
      }
      const from = afterSemicolon(tree, piece.from, frame.site.at);
      return from <= piece.to ? [{ ...piece, from }] : [];
    });
    const layout =
      pieces.length < frame.pieces.length && pieces.every(({ from }) => from > frame.site.at)
        ? "after"
        : frame.layout;
    return pieces.length === 0 ? frame : { ...frame, pieces, layout };
  });
}

/** The last word before the clause in which another speaks, or no bound. */
function clauseBefore(tree: Tree, frame: Frame, other: Frame, from: number): number {
  const { site, speaker, shares } = other;
  if (site.at <= from || site.at === frame.site.at || speaker === null || shares.cue < LEAST_SURE)
    return Number.POSITIVE_INFINITY;
  const begins = attributionRange(tree, site.at, speaker).from;
  const word = tree.lower[begins - 1] ?? "";
  const isApart = tree.quote[begins - 1] === -1 && begins - 2 > from && speaker.to < site.at;
  if (isApart && word === ";") return begins - 2;
  // "said the tender had closed, and Trustee Boone asked for a copy"
  const isAnother =
    begins === speaker.from &&
    /^(?:NNP|DT)/.test(tree.tags[begins] ?? "") &&
    tree.tags[site.at] === "VBD" &&
    tree.tags[frame.site.at] === "VBD" &&
    tree.trained.grammar.classesOf(site.stem).some((name) => /^(?:say|tell|ask)$/.test(name));
  if (isApart && isAnother && JOINS.test(word) && tree.tags[begins - 2] === ",") return begins - 3;
  return isApart && TURNS.test(word) && tree.tags[begins - 2] === "," ? begins - 3 : Number.POSITIVE_INFINITY;
}

/** The first word of a piece before its cue, cut behind the last semicolon outside quotation marks. */
function afterSemicolon({ lower, quote }: Tree, from: number, cue: number): number {
  for (let at = cue - 1; at > from; at -= 1) if (lower[at] === ";" && quote[at] === -1) return at + 1;
  return from;
}

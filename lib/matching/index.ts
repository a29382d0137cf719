export { type Comparison, compareTexts, type Stretch } from "./compare-texts";
export { type Change, changesBetween, type DiffSegment, diffWords, type WordDiff } from "./diff-words";
export { type EdgeMove, moveEdge, quotedShare } from "./edges";
export { locateQuote, type Match, type MatchState, type QuoteContext } from "./locate";
export { locatePieces, type Pieces } from "./pieces";
export { type Fate, isSameWords, type Reanchored, reanchorIn } from "./reanchor";
export { type Surroundings, surroundingsOf } from "./surroundings";
export {
  type HiddenWords,
  repeatsWords,
  spelledBy,
  struckOut,
  WITHHELD,
  withheldIn,
  withoutHidden,
} from "./withheld";

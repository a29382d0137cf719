export { type CheckOptions, type CheckReport, checkDraft } from "./check";
export { LABELS, type LabelText, ORDER_OF_LABELS } from "./labels";
export { indexTexts, type Material } from "./material";
export {
  type Against,
  type AlignedPiece,
  FINDING_LABELS,
  type Finding,
  type FindingLabel,
  type FindingMatch,
  type FindingNote,
  type HeldStatement,
  type HeldText,
  type Standing,
} from "./model";

export { toCitationMeta, toCoins, toQuotation } from "./coins";
export type { CslFile } from "./csl-file";
export {
  type CitedStatement,
  type CslDate,
  type CslItem,
  isLocal,
  LOCAL_NOTE,
  recordedAs,
  recordTitle,
  speakerOf,
  toCslItem,
  versionOf,
} from "./csl-item";
export { type CslName, familyOfCsl, givenOfCsl, invertedCslName } from "./csl-names";
export { keptAs } from "./kinds";
export { dayInWords, quotationHtml, type ShortForm, shortForms } from "./short-forms";
export {
  type AddedStyle,
  CITATION_STYLES,
  type CitationStyle,
  type Style,
  USUAL_STYLE,
} from "./style-names";

export { citeIn, citeSourceIn, tryStyle, Unset } from "./added";
export { MOST_CSL_BYTES, NotCsl, readCsl } from "./csl-file";
export { type Citation, type CitationForm, formatCitation } from "./format";
export type { Stretch } from "./markup";

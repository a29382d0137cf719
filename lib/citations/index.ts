export { toCitationMeta, toCoins, toQuotation } from "./coins";
export type { CitedStatement } from "./csl-item";
export { DOWNLOADS, writeDownload } from "./downloads";
export { type ShortForm, shortForms } from "./short-forms";
export { CITATION_STYLES, type CitationStyle, citationStyleOf } from "./style-names";

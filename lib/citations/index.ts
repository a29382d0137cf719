export { toCitationMeta, toCoins, toQuotation } from "./coins";
export { type CitedStatement, recordTitle } from "./csl-item";
export { DOWNLOADS, writeDownload } from "./downloads";
export { quotationHtml, type ShortForm, shortForms } from "./short-forms";
export { CITATION_STYLES, type CitationStyle, citationStyleOf } from "./style-names";

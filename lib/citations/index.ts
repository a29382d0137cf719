export { toCitationMeta, toCoins } from "./coins";
export { type CitedStatement, type CslItem, type CslName, toCslItem } from "./csl-item";
export { DOWNLOADS, writeDownload } from "./downloads";
export { CITATION_STYLES, type CitationStyle, citationStyleOf } from "./style-names";

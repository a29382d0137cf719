export { toBibtex } from "./bibtex";
export { toCitationMeta, toCoins } from "./coins";
export { type CitedStatement, type CslItem, type CslName, namesOf, toCslItem } from "./csl-item";
export { DOWNLOADS, writeDownload } from "./downloads";
export { toRis } from "./ris";
export { CITATION_STYLES, type CitationStyle, citationStyleOf } from "./style-names";

export { DATE_PRECISIONS, type Dated, type DatePrecision, parseDated, writeDated } from "./dated";
export { freeSlug } from "./free-slug";
export { foldSigns, normaliseForMatching, normaliseName, slugify } from "./normalise";
export { printableId } from "./printable-id";
export { keysOf, labelOf, type Term, termOf } from "./vocabulary";

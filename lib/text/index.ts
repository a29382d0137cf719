export { normaliseForMatching, normaliseName, slugify } from "./normalise";
export { printableId } from "./printable-id";

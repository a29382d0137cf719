export { dateSaid } from "./date-said";
export {
  DATE_PRECISIONS,
  type Dated,
  type DatePrecision,
  dayOf,
  endOfDated,
  isAhead,
  parseDated,
  reasonAgainstDate,
  typedDate,
  writeDated,
} from "./dated";
export { DATE_HINT } from "./dates-in-words";
export { type Decoded, decodeAs, decodeBytes, READ_AS_1252 } from "./decode";
export { freeSlug } from "./free-slug";
export {
  evenNewlines,
  type Intake,
  MOST_TEXT_BYTES,
  MOST_TEXT_WORDS,
  takeBytes,
  takeText,
} from "./intake";
export {
  directionOf,
  type GuessedLanguage,
  guessLanguage,
  languageCode,
  languageOfWords,
  OFFERED_LANGUAGES,
} from "./languages";
export { foldForSearch, foldSigns, normaliseForMatching, normaliseName, slugify } from "./normalise";
export { partEnd, segmentsOf, sentencesIn } from "./parts";
export { type Joined, joinApart, joinPieces, wordingOf } from "./pieces";
export { freePrintableId, freePrintableIds, type Prefix, printableId } from "./printable-id";
export { searchKeyOf, searchWords } from "./search-words";
export { closedBidi, inXml, onOneLine, outOfXml, withoutEnds } from "./signs";
export { soundOf } from "./sound";
export { keysOf, labelOf, type Term, termOf } from "./vocabulary";

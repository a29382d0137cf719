export { EXAMPLES, type FieldName, type Named, type Range } from "./fields";
export { foundIn, placesIn } from "./found";
export {
  nameKeyOf,
  phraseOf,
  roleWord,
  SEARCHED_OF_SOURCE,
  SEARCHED_OF_STATEMENT,
  soundWord,
  sourceKeyOf,
  statementKeyOf,
} from "./keys";
export type { FieldTerm, Problem, Query, Term, WordsTerm } from "./model";
export { FEWEST_WORDS, isNear, sparedOf } from "./near";
export { parseQuery } from "./parse";
export { type Passage, passagesOf } from "./passages";
export { isRankable, phrasesOf, relevanceOf } from "./rank";
export { typedSoFar } from "./so-far";
export { CONFLICTS } from "./vocabularies";

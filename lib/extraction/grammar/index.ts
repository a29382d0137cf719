export type { Article, Sentence } from "./document";
export { readArticle } from "./document";
export type { Surface, Tree } from "./tree";
export { isNoun, isNounTag, isVerbTag, parsed, surfaceOf, treeOf } from "./tree";

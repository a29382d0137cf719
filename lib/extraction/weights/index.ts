export { characterTest, countWords, endOfRunOf } from "./characters";
export type { FeatureSink } from "./feature-templates";
export { makeTemplates } from "./feature-templates";
export { ints } from "./ints";
export { lastWordOf } from "./last-word";
export { AnswerScorer, logistic, OptionScorer, softBest } from "./linear";
export { symbol, symbolOf, symbolsUpTo, tagTest, wordSymbol } from "./symbols";
export { WordMemory } from "./word-memory";
export { wordNumber, wordOf } from "./words";

export { type Ahead, findReadLast, lookAhead } from "./ahead";
export { followEdition, type Reading, recordReading, recordReadingIn } from "./mutations";
export { compareEditions, type EditionsCompared, findSighting, findWaitingSighting } from "./queries";
export { keepWords } from "./settling";

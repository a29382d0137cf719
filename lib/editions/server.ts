export { type Ahead, lookAhead } from "./ahead";
export { followEdition, recordReading } from "./mutations";
export { compareEditions, type EditionsCompared, findWaitingSighting } from "./queries";
export { keepWords } from "./settling";

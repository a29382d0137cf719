export { cursorOf, laterThan, MOST_ROWS, noSuchPage, olderThan, type PageRequest, takeOf } from "./keyset";

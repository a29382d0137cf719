export { cursorOf, laterThan, MOST_ROWS, olderThan, type PageRequest, takeOf } from "./keyset";

export { COUNT_LIMIT, type Count, countedTo } from "./counting";
export {
  cursorOf,
  laterThan,
  MOST_ROWS,
  noSuchPage,
  olderThan,
  type PageRequest,
  readCursor,
  takeOf,
} from "./keyset";

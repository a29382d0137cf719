export type { TableAsked } from "./brought";
export { bringTable, discardTable, replaceTable, sayTable, type TableSaid } from "./mutations";
export {
  findStoredTable,
  getTable,
  listTables,
  lookAtTable,
  type TableDetail,
  type TableListed,
} from "./queries";
export { type StoredTable, storeTable } from "./storing";

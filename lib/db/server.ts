import { engineOf } from "./client";
import type { Engine } from "./model";

export { Prisma } from "@/prisma/generated/sqlite/client";
export { among } from "./among";
export { addLater, addMany, setMany } from "./bulk";
export { catchUpEditions } from "./catch-up";
export { closeDb, db, engineOf } from "./client";
export { countedOnce, stateOfData } from "./counted-once";
export { freeIds } from "./free-ids";
export { KeptStatements } from "./kept-statements";
export { atLeisure } from "./leisure";
export type { Db, Engine, Tx } from "./model";
export { BUSY_TIMEOUT_MS as SQLITE_BUSY_TIMEOUT_MS, SQLITE_PRAGMAS } from "./reader";
export {
  countRecords,
  delegateOf,
  keyOf,
  type ModelName,
  pageOfRecords,
  RECORDED_MODELS,
  type Row,
  readRecords,
  recordIdOf,
  sealedFieldsOf,
} from "./records";
export { holdSite, serveAlone } from "./site-lock";
export { SQLITE_OPTIMIZE, sqliteFile } from "./sqlite";
export { keepStatisticsFresh, refreshStatistics, statisticsAsRowsCome } from "./statistics";
export { inFillingOrder } from "./tables";
export { type LookAhead, transactTogether } from "./together";
export { beginningWith, transact } from "./transact";
export { aside, holdBack, type UnitOfWork, unitOf } from "./unit-of-work";
export {
  WORDED_TABLES,
  type Worded,
  wordColumnFinder,
  wordIndexCheck,
  wordIndexFinder,
  wordIndexMakers,
  wordIndexParts,
  wordIndexRebuild,
} from "./word-index";
export {
  countRowsWithEach,
  findRowIds,
  findRowsWithSome,
  findRowsWithWords,
  type RowIds,
  type WordsInRow,
} from "./words";

/** The engine in use, as the environment named it when the program started. */
export const engine: Engine = engineOf(process.env.DATABASE_URL);

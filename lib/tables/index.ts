export { FIELD_KEYS, FIELDS, type FieldKey, NO_FIELD } from "./fields";
export {
  MOST_ROWS,
  type StatementRow,
  type TableChoices,
  type TableColumn,
  type TableProblem,
} from "./model";
export {
  bringTableSchema,
  discardTableSchema,
  replaceTableSchema,
  sayTableSchema,
  tableSchema,
} from "./schema";
export type { Voice } from "./voices";

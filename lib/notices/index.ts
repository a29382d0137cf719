export {
  type Change,
  changesBetween,
  type Subject,
  type SubjectType,
  WITHHELD,
} from "./model";
export { publicNoteField } from "./schema";

export {
  type Change,
  changesBetween,
  noticeThat,
  type Subject,
  type SubjectType,
  WITHHELD,
} from "./model";
export { publicNoteField } from "./schema";

export {
  type Change,
  changesBetween,
  noteProblem,
  noticeThat,
  type Subject,
  type SubjectType,
  WITHHELD,
  WITHHELD_BY,
} from "./model";
export { publicNoteField } from "./schema";

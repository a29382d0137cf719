export {
  type Change,
  changesBetween,
  noteProblem,
  noticeThat,
  type Subject,
  type SubjectType,
  WITHHELD,
} from "./model";
export { publicNoteField } from "./schema";

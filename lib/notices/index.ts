export {
  type Change,
  changesBetween,
  type Subject,
  type SubjectType,
} from "./model";
export { publicNoteField } from "./schema";

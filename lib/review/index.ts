export { CHECKLIST, type CheckItem } from "@/lib/publication";
export {
  type Act,
  type Blocker,
  blockersOfMove,
  MOVES,
  type Move,
  type OpenQuestion,
  openChecks,
  policyBlockers,
  type ReviewFacts,
  type SourcingFacts,
  submissionBlockers,
} from "./model";
export {
  type AssignInput,
  assignSchema,
  type ChecklistInput,
  checklistFormSchema,
  type MoveInput,
  moveSchema,
  type WordedMoveInput,
  wordedMoveSchema,
} from "./schema";

export { CHECKLIST, type CheckItem } from "@/lib/publication";
export type { Act, Blocker, OpenQuestion, ReviewFacts, SourcingFacts } from "./facts";
export { blockersOfMove, type Happened, isOverdue, MOVES, type Move, type QueueView } from "./model";
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
export { openChecks, policyBlockers, submissionBlockers } from "./submission";

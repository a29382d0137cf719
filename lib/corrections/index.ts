export { outcomesOf, partsOf, type SubjectKind } from "./model";
export {
  type AnswerInput,
  correctionFormSchema,
  fieldOfAnswer,
  fieldOfCorrection,
  type JudgeAgainInput,
  judgeAgainFormSchema,
  type Outcome,
  type ProposeCorrectionInput,
  verdictOf,
} from "./schema";

export { outcomesOf, partsOf, type SubjectKind } from "./model";
export {
  type AnswerInput,
  answerSchema,
  correctionFormSchema,
  type JudgeAgainInput,
  judgeAgainFormSchema,
  judgeAgainSchema,
  OUTCOMES,
  type Outcome,
  type ProposeCorrectionInput,
  proposeCorrectionSchema,
  verdictOf,
} from "./schema";

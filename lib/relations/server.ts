export { confirmRelation, rejectRelation, reopenRelation, resolveRelation } from "./decisions";
export { type RelationSaved, relateStatements, suggestRelation } from "./mutations";
export { listContradictingSpeakers, type SpeakerPair } from "./pairs";
export {
  type ContradictionFilter,
  countContradicted,
  countContradictions,
  listContradictions,
  listCountedContradictions,
  listNewestContradictions,
  listRelationsOf,
  listRelationsOfEach,
  type RelatedStatement,
  type RelationRow,
} from "./queries";

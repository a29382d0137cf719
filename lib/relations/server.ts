export { confirmRelation, rejectRelation, reopenRelation, resolveRelation } from "./decisions";
export { type RelationSaved, relateStatements, suggestRelation } from "./mutations";
export {
  type ContradictionFilter,
  countContradicted,
  countContradictions,
  listContradictingSpeakers,
  listContradictions,
  listNewestContradictions,
  listRelationsOf,
  type RelatedStatement,
  type RelationRow,
  type SpeakerPair,
} from "./queries";

export {
  confirmRelation,
  type RelationSaved,
  rejectRelation,
  relateStatements,
  reopenRelation,
  resolveRelation,
  suggestRelation,
} from "./mutations";
export {
  type ContradictionFilter,
  countContradictions,
  listContradictingSpeakers,
  listContradictions,
  listRelationsOf,
  type RelatedStatement,
  type RelationRow,
  type SpeakerPair,
} from "./queries";

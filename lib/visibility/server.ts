export {
  DECIDED_RELATIONS,
  hiddenStatements,
  listedStatements,
  seesUnpublished,
  visibleClaims,
  visibleRelations,
  visibleSources,
  visibleSpeakers,
  visibleStatements,
  visibleStories,
} from "./model";

export {
  DECIDED_RELATIONS,
  listedStatements,
  seesUnpublished,
  visibleRelations,
  visibleSources,
  visibleSpeakers,
  visibleStatements,
  visibleStories,
} from "./model";

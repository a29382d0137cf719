export {
  DECIDED_RELATIONS,
  listedStatements,
  PUBLIC_STATES,
  seesUnpublished,
  visibleRelations,
  visibleSources,
  visibleSpeakers,
  visibleStatements,
  visibleStories,
} from "./model";

export {
  DECIDED_RELATIONS,
  PUBLIC_STATES,
  seesUnpublished,
  visibleRelations,
  visibleSources,
  visibleSpeakers,
  visibleStatements,
  visibleStories,
} from "./model";

export {
  DECIDED_RELATIONS,
  hiddenStatements,
  isShutOut,
  listedStatements,
  MADE_PUBLIC,
  PUBLIC_CLAIM_STATES,
  sealedStatements,
  searchedEditions,
  searchedNames,
  seesUnpublished,
  visibleClaims,
  visibleEditions,
  visibleRelations,
  visibleSources,
  visibleSpeakers,
  visibleStatements,
  visibleStories,
} from "./model";
export { type About, PUBLIC_NOTE, type SealedReader, sealedRefusals, type Written } from "./queries";
export { listSealed, listSealedSources, type Sealed } from "./sealed";

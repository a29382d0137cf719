export {
  BODY_HEADS,
  BODY_NOUNS,
  COLLECTIVE_NOUNS,
  DOCUMENT_NOUNS,
  LEGAL_SUFFIXES,
  NAMED_BODIES,
  NAMED_BODY_STARTS,
} from "./cast-bodies";
export { US_FEMALE_NAMES, US_MALE_NAMES, US_SHARED_NAMES } from "./cast-first-names";
export {
  FAMILY_FIRST_NAMES,
  WORLD_FEMALE_NAMES,
  WORLD_MALE_NAMES,
  WORLD_SHARED_NAMES,
} from "./cast-first-names-world";
export {
  FEMALE_WORDS,
  KEPT_TITLES,
  MALE_WORDS,
  PRONOUNS,
  ROLE_MODIFIERS,
  ROLE_NOUNS,
  TITLES,
} from "./cast-people";
export { DEMONYMS, PLACES } from "./cast-places";
export {
  DETERMINERS,
  NAME_PARTICLES,
  NOT_NAMES,
  OPENERS,
  PLAIN_VERBS,
  PREPOSITIONS,
  SPEECH_VERBS,
} from "./cast-words";
export { canTagQuotation, classesOf, isVerbOfSaying, mayReport, tokenMayReport } from "./cue-classes";
export { auxiliaries, nominalCues, particles } from "./cues";
export { english } from "./english";
export { default as weights } from "./frame-weights.json" with { type: "json" };
export { stemOf } from "./lemmas";
export { default as parserData } from "./parser-weights.json" with { type: "json" };
export { default as taggerData } from "./tagger-weights.json" with { type: "json" };

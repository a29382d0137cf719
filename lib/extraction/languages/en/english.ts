import type { Language } from "../language";
import type { CastWords } from "../trained";
import {
  BODY_HEADS,
  BODY_NOUNS,
  COLLECTIVE_NOUNS,
  DOCUMENT_NOUNS,
  LEGAL_SUFFIXES,
  NAMED_BODIES,
  NAMED_BODY_STARTS,
  PAPERS,
} from "./cast-bodies";
import { US_FEMALE_NAMES, US_MALE_NAMES, US_SHARED_NAMES } from "./cast-first-names";
import {
  FAMILY_FIRST_NAMES,
  WORLD_FEMALE_NAMES,
  WORLD_MALE_NAMES,
  WORLD_SHARED_NAMES,
} from "./cast-first-names-world";
import {
  FEMALE_WORDS,
  KEPT_TITLES,
  MALE_WORDS,
  PRONOUNS,
  ROLE_MODIFIERS,
  ROLE_NOUNS,
  TITLES,
} from "./cast-people";
import { DEMONYMS, LAND_NOUNS, PLACES, QUARTERS } from "./cast-places";
import {
  DETERMINERS,
  NAME_PARTICLES,
  NOT_NAMES,
  OPENERS,
  PLAIN_VERBS,
  PREPOSITIONS,
  SPEECH_VERBS,
} from "./cast-words";
import { canTagQuotation, classesOf, isVerbOfSaying, mayReport, tokenMayReport } from "./cue-classes";
import { auxiliaries, nominalCues, particles, quotingVerbs } from "./cues";
import weights from "./frame-weights.json" with { type: "json" };
import { stemOf } from "./lemmas";
import parser from "./parser-weights.json" with { type: "json" };
import tagger from "./tagger-weights.json" with { type: "json" };

const names = (...lists: readonly string[]) => new Set(lists.join(" ").trim().split(/\s+/u));

const cast: CastWords = {
  bodyHeads: BODY_HEADS,
  bodyNouns: BODY_NOUNS,
  papers: PAPERS,
  landNouns: LAND_NOUNS,
  quarters: QUARTERS,
  collectiveNouns: COLLECTIVE_NOUNS,
  documentNouns: DOCUMENT_NOUNS,
  legalSuffixes: LEGAL_SUFFIXES,
  namedBodies: NAMED_BODIES,
  namedBodyStarts: NAMED_BODY_STARTS,
  titles: TITLES,
  keptTitles: KEPT_TITLES,
  maleWords: MALE_WORDS,
  femaleWords: FEMALE_WORDS,
  roleNouns: ROLE_NOUNS,
  roleModifiers: ROLE_MODIFIERS,
  pronouns: PRONOUNS,
  places: PLACES,
  demonyms: DEMONYMS,
  notNames: NOT_NAMES,
  openers: OPENERS,
  nameParticles: NAME_PARTICLES,
  prepositions: PREPOSITIONS,
  determiners: DETERMINERS,
  speechVerbs: SPEECH_VERBS,
  plainVerbs: PLAIN_VERBS,
  maleNames: names(US_MALE_NAMES, WORLD_MALE_NAMES),
  femaleNames: names(US_FEMALE_NAMES, WORLD_FEMALE_NAMES),
  sharedNames: names(US_SHARED_NAMES, WORLD_SHARED_NAMES),
  familyFirstNames: names(FAMILY_FIRST_NAMES),
};

export const english: Language = {
  code: "en",
  sentences: { locale: "en", quotingVerbs, canTagQuotation },
  places: { isPlace: (lower) => PLACES.has(lower) },
  reports: null,
  trained: {
    grammar: { tagger, parser, stemOf, classesOf, canTagQuotation, isVerbOfSaying },
    frames: { weights, auxiliaries, nominalCues, particles, mayReport, tokenMayReport },
    cast,
  },
};

import type { Language } from "../language";
import { PLACES } from "./cast-places";
import { canTagQuotation } from "./cue-classes";
import { quotingVerbs } from "./cues";

export const english: Language = {
  code: "en",
  sentences: { locale: "en", quotingVerbs, canTagQuotation },
  places: { isPlace: (lower) => PLACES.has(lower) },
  hasGrammar: true,
};

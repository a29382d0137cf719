import type { Language } from "../language";
import { canTagQuotation } from "./cue-classes";
import { quotingVerbs } from "./cues";

export const english: Language = {
  code: "en",
  sentences: { locale: "en", quotingVerbs, canTagQuotation },
  hasGrammar: true,
};

import { german } from "./de";
import { english } from "./en";
import { spanish } from "./es";
import type { Language } from "./language";

export type { Language } from "./language";
export type { NounSort, ReportWords, Saying, SayingKind } from "./reporting";
export type {
  CastWords,
  FrameWords,
  GrammarWords,
  ParserData,
  Pronoun,
  TaggerData,
  Trained,
} from "./trained";

const known = new Map([english, german, spanish].map((language) => [language.code, language]));

/** The language of a BCP 47 tag. One without a folder is cut into sentences as English is, and has no words of its own. */
export function languageOf(tag: string): Language {
  const code = tag.toLowerCase().split(/[-_]/, 1)[0] ?? "";
  return known.get(code) ?? { ...english, code, trained: null, reports: null };
}

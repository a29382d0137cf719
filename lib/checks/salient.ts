/** Where a name, a number, a date or a superlative stands, in UTF-16. */
interface Fact {
  readonly start: number;
  readonly end: number;
}

const NUMBER = /[\p{Sc}#№]?\p{Nd}[\p{Nd}.,:/–-]*(?:\s?(?:%|per cent|percent|Prozent|por ciento))?/gu;

// a word with a capital that does not begin its sentence, and what follows it with one
const NAME =
  /(?<![.!?:“”"‘«»„\n]\s*|^)(?<![\p{L}\p{N}’'])\p{Lu}[\p{L}\p{M}’'.-]*(?:\s+(?:(?:of|the|de|da|di|la|le|van|von|der|den|al|bin|ibn|del|dos|y|und)\s+){0,2}\p{Lu}[\p{L}\p{M}’'.-]*)*/gu;
// at the beginning of a sentence two of them are a name
const NAME_FIRST = /(?<=[.!?:“”"‘«»„\n]\s*|^)\p{Lu}[\p{L}\p{M}’'-]*(?:\s+\p{Lu}[\p{L}\p{M}’'.-]*)+/gu;
const NAME_PAIR =
  /(?<![\p{L}’'])\p{Lu}[\p{L}\p{M}’'-]*(?:\s+(?:(?:von|van|der|den|zu)\s+)*\p{Lu}[\p{L}\p{M}’'-]*)+/gu;

const WORDS: Readonly<Record<string, string>> = {
  en: "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?|half|twice|first|last|only|never|always|every|all|none|most|least|best|worst|largest|biggest|smallest|highest|lowest|longest|oldest|youngest|newest|fastest|deadliest|record|unprecedented|unique|January|February|March|April|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|yesterday|today|tomorrow",
  de: "zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|Dutzende?|Hunderte?|Tausende?|Millionen?|Milliarden?|halb|erste[nrs]?|letzte[nrs]?|einzige[nrs]?|nie|immer|alle|niemand|größte[nrs]?|kleinste[nrs]?|höchste[nrs]?|niedrigste[nrs]?|beste[nrs]?|schlechteste[nrs]?|gestern|heute|morgen",
  es: "dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|docenas?|cientos|miles|millones|millón|medio|primer[oa]?|últim[oa]|únic[oa]|nunca|siempre|todos|nadie|mayor|menor|mejor|peor|ayer|hoy|mañana",
};

/** The names, numbers, dates and superlatives of a text, in its order: what is checked before the rest. */
export function salientIn(text: string, language: string): Fact[] {
  // where every noun has a capital, one by itself is no name
  const names = language.startsWith("de") ? [NAME_FIRST, NAME_PAIR] : [NAME_FIRST, NAME];
  const words = WORDS[language.split("-", 1)[0] ?? ""] ?? WORDS.en;
  const facts = [NUMBER, ...names, new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, "gu")].flatMap((kind) =>
    Array.from(text.matchAll(kind), ({ index, 0: found }) => ({
      start: index,
      end: index + found.replace(/[.,:–-]+$/u, "").length,
    })),
  );
  facts.sort((a, b) => a.start - b.start || b.end - a.end);
  const apart: Fact[] = [];
  for (const fact of facts) {
    const last = apart.at(-1);
    if (last === undefined || fact.start >= last.end) apart.push(fact);
    else if (fact.end > last.end) apart[apart.length - 1] = { start: last.start, end: fact.end };
  }
  return apart;
}

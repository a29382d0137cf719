/** Where a name, a number, a date or a superlative stands, in UTF-16. */
interface Fact {
  readonly start: number;
  readonly end: number;
}

const NUMBER = /[\p{Sc}#№]?\p{Nd}[\p{Nd}.,:/–-]*(?:\s?(?:%|per cent|percent|Prozent|por ciento))?/gu;

const WORD = /\p{L}[\p{L}\p{M}’'.-]*/gu;
const PARTICLE = /^(?:of|the|de|da|di|la|le|van|von|der|den|zu|al|bin|ibn|del|dos|y|und)$/u;
const MOST_PARTICLES = 2;
const ENDS_SENTENCE = /[.!?:“”"‘«»„\n]/u;

const WORDS: Readonly<Record<string, string>> = {
  en: "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?|half|twice|first|last|only|never|always|every|all|none|most|least|best|worst|largest|biggest|smallest|highest|lowest|longest|oldest|youngest|newest|fastest|deadliest|record|unprecedented|unique|January|February|March|April|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|yesterday|today|tomorrow",
  de: "zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|Dutzende?|Hunderte?|Tausende?|Millionen?|Milliarden?|halb|erste[nrs]?|letzte[nrs]?|einzige[nrs]?|nie|immer|alle|niemand|größte[nrs]?|kleinste[nrs]?|höchste[nrs]?|niedrigste[nrs]?|beste[nrs]?|schlechteste[nrs]?|gestern|heute|morgen",
  es: "dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|docenas?|cientos|miles|millones|millón|medio|primer[oa]?|últim[oa]|únic[oa]|nunca|siempre|todos|nadie|mayor|menor|mejor|peor|ayer|hoy|mañana",
};

/** The names, numbers, dates and superlatives of a text, in its order: what is checked before the rest. */
export function salientIn(text: string, language: string): Fact[] {
  const words = WORDS[language.split("-", 1)[0] ?? ""] ?? WORDS.en;
  const telling = new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, "gu");
  const found = [NUMBER, telling].flatMap((kind) =>
    Array.from(text.matchAll(kind), ({ index, 0: words }) => factOf(index, words)),
  );
  const facts = [...found, ...namesIn(text, language)].sort((a, b) => a.start - b.start || b.end - a.end);
  const apart: Fact[] = [];
  for (const fact of facts) {
    const last = apart.at(-1);
    if (last === undefined || fact.start >= last.end) apart.push(fact);
    else if (fact.end > last.end) apart[apart.length - 1] = { start: last.start, end: fact.end };
  }
  return apart;
}

const factOf = (start: number, words: string): Fact => ({
  start,
  end: start + words.replace(/[.,:–-]+$/u, "").length,
});

/**
 * Words with capitals in a row, with "of the" and the like between them. One by itself is a name where it begins no sentence,
 * and in German, where every noun has a capital, nowhere. One pass over the words: what is pasted may be of any length.
 */
function namesIn(text: string, language: string): Fact[] {
  const names: Fact[] = [];
  const mayStandAlone = !language.startsWith("de");
  let run: { start: number; end: number; count: number; isFirst: boolean } | null = null;
  let particles = 0;
  let [end, isEnd] = [0, true];
  const close = () => {
    if (run !== null && (run.count > 1 || (mayStandAlone && !run.isFirst)))
      names.push(factOf(run.start, text.slice(run.start, run.end)));
    run = null;
    particles = 0;
  };
  for (const { index, 0: word } of text.matchAll(WORD)) {
    const gap = text.slice(end, index);
    const isFirst = isEnd || ENDS_SENTENCE.test(gap);
    if (isFirst || gap.trim() !== "") close();
    if (/^\p{Lu}/u.test(word)) {
      run ??= { start: index, end: index, count: 0, isFirst };
      run.end = index + word.length;
      run.count++;
      particles = 0;
    } else if (!PARTICLE.test(word) || ++particles > MOST_PARTICLES) close();
    end = index + word.length;
    // an initial has its stop within the name
    isEnd = /\p{L}{2}\.$/u.test(word);
  }
  close();
  return names;
}

import { ALIKE } from "./alike";
import { plainForm } from "./irregular";
import type { Word } from "./words";

// words that hold a sentence together: what they are alike in two sentences says little
const SMALL: Readonly<Record<string, string>> = {
  en: "mr mrs ms without never would every everybody everyone nobody somebody each a an the this that these those and or but so as at by for from in into of off on onto out over than then there to up with within i me my we us our you your he him his she her hers it its they them their who whom whose which what when where why how is am are was were be been being do does did done have has had having will would shall should can could may might must not no yes if it's that's there's i'm we're they're you're he's she's i've we've they've you've i'll we'll they'll don't doesn't didn't won't can't isn't aren't wasn't weren't just very also too more most some any all both each such only own same s t re ve ll d got get gets said says say told tells tell added adds about after before because while until during between through against one ones other others here now go goes going went",
  de: "der die das den dem des ein eine einen einem einer eines und oder aber so als an auf aus bei für von vom zu zum zur mit nach in im ins über unter ich mich mir wir uns unser unsere du ihr er ihn ihm sie es ihnen sein seine ist bin sind war waren sein gewesen hat habe haben hatte hatten wird werden wurde würde kann können soll muss nicht kein ja nein wenn dass daß was wer wie wo wann warum auch noch nur sehr mehr schon da hier dann sich man sagte sagt",
  es: "el la los las un una unos unas y o pero así como a al de del en con por para sin sobre entre yo me mi nosotros nos nuestro nuestra tú te tu usted ustedes él ella lo le les ellos ellas su sus es soy son era eran ser sido estar está están estaba ha he han había haber hay que se no sí si cuando donde quien cual más muy también ya aquí entonces dijo dice",
};

const sets = new Map(Object.entries(SMALL).map(([language, words]) => [language, new Set(words.split(" "))]));

/** Whether a word says something by itself. In a language without a list every longer word does. */
export function isContent(word: Word, language: string): boolean {
  if (word.value !== null) return true;
  if (!/[\p{L}\p{N}]/u.test(word.key)) return false;
  const small = sets.get(language);
  if (small) return !small.has(word.key);
  // scripts that are written without spaces are read sign by sign
  return word.key.length > 3 || /[\p{Lo}\p{N}]/u.test(word.key);
}

const stems = new Map<string, string>();

/** What is left of a word without its endings: rough, and for finding alone. */
export function stemOf(word: Word, language: string): string {
  if (word.value !== null) return word.key;
  const id = `${language} ${word.key}`;
  const before = stems.get(id);
  if (before !== undefined) return before;
  const own = cut(word.key.normalize("NFKD").replace(/\p{M}/gu, ""), language);
  const stem = language === "en" ? (sameAs().get(own) ?? own) : own;
  if (stems.size > 50_000) stems.clear();
  stems.set(id, stem);
  return stem;
}

let alike: ReadonlyMap<string, string> | null = null;

/** For the stem of a word the stem that stands for all that say the same. */
function sameAs(): ReadonlyMap<string, string> {
  alike ??= new Map(
    ALIKE.flatMap((group) => {
      const own = group.split(" ").map((word) => cut(word, "en"));
      return own.map((stem) => [stem, own[0] as string] as const);
    }),
  );
  return alike;
}

function cut(word: string, language: string): string {
  const own = word.replace(/'s?$|s'$/u, "");
  // "unwilling" is looked for where "willing" is
  const bare =
    language === "en" ? own.replace(/^un(?!der|til|less|ion|it|iv|iq|if|anim)(?=\p{L}{5,})/u, "") : own;
  const plain = language === "en" ? plainForm(bare) : bare;
  if (plain.length < 4) return plain;
  if (language === "en") {
    const stem = plain
      .replace(/(?<=.{4})(?:istics?|ists?|isms?|ically|icals?|ials?)$/u, "")
      .replace(/(?:ies|ied)$/u, "y")
      .replace(/(?:ations?|ating|ated|ates|ate)$/u, "at")
      .replace(/(?:ments?|ness|ingly|edly)$/u, "")
      .replace(/(?<=.{3})(?:ings?|ers?|ors?|ed|es|ly|est|s|e)$/u, "");
    return stem.replace(/([bdfglmnprt])\1$/u, "$1").replace(/i$/u, "y");
  }
  if (language === "de") return plain.replace(/(?<=.{3})(?:ern|en|er|es|em|e|n|s|st|t)$/u, "");
  if (language === "es") return plain.replace(/(?<=.{3})(?:amente|mente|os|as|es|o|a|e|s)$/u, "");
  return plain;
}

const FILLERS: Readonly<Record<string, readonly string[]>> = {
  en: ["uh", "um", "er", "erm", "uhm", "hmm", "hm", "mm", "mhm", "eh", "ah", "umm", "uhh"],
  de: ["äh", "ähm", "öh", "hm", "hmm", "öhm", "ähem", "äähm"],
  es: ["eh", "em", "mmm", "hmm", "ehm"],
};
const ANY = ["uh", "um", "erm", "eh", "hm", "hmm", "äh", "ähm", "euh"];
// words at which a voice halts and begins again; a "no" or a "very" said twice means something
const HALTS = new Set(
  "a an the i we he she it they you to of in on at and but that is was it's i'm we're der die das und in zu ich wir el la los y de en que".split(
    " ",
  ),
);
// fillers when nothing but marks stands around them
const ASIDES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  en: [
    ["you", "know"],
    ["i", "mean"],
  ],
  de: [
    ["na", "ja"],
    ["wissen", "sie"],
  ],
  es: [["o", "sea"]],
};

const AFTER_MARK = /^\s*[,.;:!?–—…-]|^\s+[–—-]\s/u;

/** For each word whether it is a sound that fills a pause, a phrase that does, or the word before said twice. */
export function fillersIn(words: readonly Word[], language: string): boolean[] {
  const sounds = FILLERS[language] ?? ANY;
  // "ER" is a place, and "Um" a name
  const fills = words.map(({ key, raw }) => sounds.includes(key) && !/^\p{Lu}{2}/u.test(raw));
  for (const aside of ASIDES[language] ?? []) {
    for (let at = 0; at + aside.length <= words.length; at++) {
      if (!aside.every((each, step) => words[at + step]?.key === each)) continue;
      const next = words[at + aside.length];
      const isSetOff =
        (at === 0 || AFTER_MARK.test(words[at]?.before ?? "") || fills[at - 1]) &&
        (next === undefined || AFTER_MARK.test(next.before));
      if (isSetOff) for (let step = 0; step < aside.length; step++) fills[at + step] = true;
    }
  }
  for (let at = 1; at < words.length; at++) {
    const [one, other] = [words[at - 1] as Word, words[at] as Word];
    if (one.key === other.key && HALTS.has(one.key)) fills[at - 1] = true;
  }
  return fills;
}

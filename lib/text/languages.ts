/** What language a text seems to be in, and what shows it, in one plain clause. */
export interface GuessedLanguage {
  /** BCP 47, without region. */
  readonly language: string;
  readonly because: string;
}

// a beginning tells as much as the whole, and costs the same for every length
const SAMPLE_UTF16 = 20_000;

const SCRIPTS: readonly (readonly [script: string, letters: RegExp, language: string])[] = [
  ["Latin", /\p{Script=Latin}/gu, ""],
  ["Arabic", /\p{Script=Arabic}/gu, "ar"],
  ["Hebrew", /\p{Script=Hebrew}/gu, "he"],
  ["Cyrillic", /\p{Script=Cyrillic}/gu, "ru"],
  ["Greek", /\p{Script=Greek}/gu, "el"],
  ["Devanagari", /\p{Script=Devanagari}/gu, "hi"],
  ["Bengali", /\p{Script=Bengali}/gu, "bn"],
  ["Gurmukhi", /\p{Script=Gurmukhi}/gu, "pa"],
  ["Gujarati", /\p{Script=Gujarati}/gu, "gu"],
  ["Tamil", /\p{Script=Tamil}/gu, "ta"],
  ["Telugu", /\p{Script=Telugu}/gu, "te"],
  ["Kannada", /\p{Script=Kannada}/gu, "kn"],
  ["Malayalam", /\p{Script=Malayalam}/gu, "ml"],
  ["Sinhala", /\p{Script=Sinhala}/gu, "si"],
  ["Thai", /\p{Script=Thai}/gu, "th"],
  ["Burmese", /\p{Script=Myanmar}/gu, "my"],
  ["Khmer", /\p{Script=Khmer}/gu, "km"],
  ["Georgian", /\p{Script=Georgian}/gu, "ka"],
  ["Armenian", /\p{Script=Armenian}/gu, "hy"],
  ["Ethiopic", /\p{Script=Ethiopic}/gu, "am"],
  ["Korean", /\p{Script=Hangul}/gu, "ko"],
  ["Japanese", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, "ja"],
  ["Chinese", /\p{Script=Han}/gu, "zh"],
];

/** Letters that tell one language of a script from the others; the first whose letters stand there often enough is meant. */
const TELLING: Readonly<Record<string, readonly (readonly [language: string, letters: RegExp])[]>> = {
  Arabic: [
    ["ckb", /[\u0695\u06b5\u06c6\u06ce]/gu],
    ["ps", /[\u067c\u0681\u0685\u0689\u0693\u0696\u069a\u06ab\u06bc\u06cd\u06d0]/gu],
    ["sd", /[\u067b\u0680\u068f\u0684\u0687\u0699\u06bb\u06b3]/gu],
    ["ur", /[\u0679\u0688\u0691\u06ba\u06be\u06c1\u06d2]/gu],
    ["fa", /[\u067e\u0686\u0698\u06a9\u06af\u06cc]/gu],
  ],
  Hebrew: [["yi", /[\u05f0-\u05f2]|\u05d0\u05b7|\u05d0\u05b8/gu]],
  Cyrillic: [
    ["uk", /[іїєґ]/giu],
    ["be", /ў/giu],
    ["sr", /[ђћџљњј]/giu],
    ["mk", /[ѓќѕ]/giu],
  ],
  Devanagari: [
    ["mr", /ळ|आहे/gu],
    ["ne", /हरू|छन्|भएको/gu],
  ],
};

const WORDS: Readonly<Record<string, string>> = {
  en: "the of and to in that is was for on with as he it by at from his her they have has said not but which are were be this an had she we a i you who will",
  de: "der die das und ist nicht von mit den dem des ein eine einen zu auf für sich auch dass daß wird sei sie er es im wie hat sagte nach aus bei nur noch kein keine über wurde wurden sind haben hatte vom zum zur beim",
  es: "el la los las de del que y en un una no se por con para su es al lo como más pero dijo fue ha sus este esa ese eso según está están había hasta ayer también muy aseguró afirmó explicó contestó respondió lamentó advirtió señaló añadió subrayó",
  fr: "le la les des et est une un du dans que qui pas pour sur avec au par il elle ce plus sont nous ont été mais dit cette",
  it: "il lo la gli di che e è un una non per con del della nel sono ha da si come più anche ma detto dei alla questo",
  pt: "o a os as de do da que e em um uma não se por com para é no na dos mais como foi ao seu disse mas pela",
  nl: "de het een en van is niet dat op te zijn met voor aan er maar ook bij om die naar heeft wordt zei uit door",
  sv: "och att det som en är på för med av den inte till har de om ett men var sig från han hon sade ska",
  da: "og at det som en er på for med af den ikke til har de om et men var sig fra han hun sagde skal blev",
  nb: "og at det som en er på for med av den ikke til har de om et men var seg fra han hun sa skal ble",
  pl: "i w nie na się z że do to jest o jak po co tak za od przez ale był są dla jego czy powiedział",
  cs: "a se v je na že to s z do o i ve jako ale by pro po si jsou za od které řekl",
  tr: "ve bir bu da de için ile olarak olan daha çok ne gibi kadar sonra ama değil dedi var o en",
  ro: "și în de la a că nu cu pe din este pentru care un o mai sunt au fost se ce să spus",
  id: "yang dan di ini itu dengan untuk tidak dari dalam akan pada juga ke karena ada mereka kata oleh",
  fi: "ja on ei se että oli hän mutta ovat kun tämä myös sanoi joka mukaan ole kuin",
  hu: "a az és hogy nem egy is volt ez de meg már csak azt mint mondta ki el lesz",
};
const LANGUAGES_OF = new Map<string, string[]>();
for (const [language, words] of Object.entries(WORDS)) {
  for (const word of words.split(" ")) LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? []), language]);
}

const NAMES = new Intl.DisplayNames("en", { type: "language", fallback: "code" });

/** The language of a text by its letters and its small words, or null when they do not tell. */
export function guessLanguage(text: string): GuessedLanguage | null {
  const sample = text.slice(0, SAMPLE_UTF16);
  const [script, , language] = scriptOf(sample) ?? [];
  if (script === undefined || language === undefined) return null;
  if (script === "Latin") return byWords(sample);
  for (const [told, letters] of TELLING[script] ?? []) {
    const found = sample.match(letters) ?? [];
    if (found.length < 2 && found.length * 12 < sample.length) continue;
    const shown = [...new Set(found)].slice(0, 4).join(" ");
    return { language: told, because: `${shown} are letters of ${NAMES.of(told)}` };
  }
  return { language, because: `it is written in ${script} letters` };
}

/**
 * The language of some words in a text of a language: that of the text, unless they are in other letters, as an Urdu
 * sentence in an English article is.
 */
export function languageOfWords(words: string, ofText: string): string {
  const script = scriptOf(words.slice(0, 400))?.[0];
  if (script === undefined || script === scriptOfLanguage(ofText)) return ofText;
  return guessLanguage(words)?.language ?? ofText;
}

/** The code of a language that a person wrote by its code or its English name; null when it is neither. */
export function languageCode(typed: string): string | null {
  const named = CODES.get(typed.trim().toLowerCase());
  if (named !== undefined) return named;
  try {
    const code = new Intl.Locale(typed.trim()).toString();
    return /^[a-z]{2,3}(?:-|$)/u.test(code) && NAMES.of(code) !== code ? code : null;
  } catch {
    return null;
  }
}

/** Languages to offer, by code. */
export const OFFERED_LANGUAGES = [
  ...[
    "ar",
    "bn",
    "de",
    "en",
    "es",
    "fa",
    "fr",
    "he",
    "hi",
    "id",
    "it",
    "ja",
    "ko",
    "nl",
    "pl",
    "prs",
    "ps",
    "pt",
  ],
  ...["ru", "sv", "sw", "tr", "uk", "ur", "vi", "zh"],
] as const;

const CODES = new Map(
  [...OFFERED_LANGUAGES, ...Object.keys(WORDS), ...SCRIPTS.map(([, , language]) => language)]
    .filter((code) => code !== "")
    .flatMap((code) => [[(NAMES.of(code) ?? code).toLowerCase(), code] as const]),
);

const LETTER = /\p{L}/gu;

/** The script that most letters are of; null for a text without letters. */
function scriptOf(text: string): (typeof SCRIPTS)[number] | null {
  const letters = text.match(LETTER)?.length ?? 0;
  if (letters === 0) return null;
  const counted = SCRIPTS.map((script) => ({ script, count: text.match(script[1])?.length ?? 0 }));
  // Japanese has more Chinese characters than letters of its own
  const kana = counted.find(({ script }) => script[0] === "Japanese");
  if (kana && kana.count * 8 > letters) return kana.script;
  const most = counted.reduce((best, one) => (one.count > best.count ? one : best));
  return most.count * 2 > letters ? most.script : null;
}

function scriptOfLanguage(language: string): string | undefined {
  const code = language.split("-", 1)[0] ?? "";
  const known = SCRIPTS.find(
    ([script, , main]) => main === code || TELLING[script]?.some(([told]) => told === code),
  );
  if (code === "prs") return "Arabic";
  return known?.[0] ?? "Latin";
}

function byWords(sample: string): GuessedLanguage | null {
  const counts = new Map<string, Map<string, number>>();
  for (const [word] of sample.toLowerCase().matchAll(/\p{L}[\p{L}\p{M}]*/gu)) {
    for (const language of LANGUAGES_OF.get(word) ?? []) {
      const words = counts.get(language) ?? new Map<string, number>();
      counts.set(language, words.set(word, (words.get(word) ?? 0) + 1));
    }
  }
  const ranked = [...counts]
    .map(([language, words]) => ({
      language,
      words,
      total: [...words.values()].reduce((sum, one) => sum + one, 0),
    }))
    .sort((one, other) => other.total - one.total || other.words.size - one.words.size);
  const [best, second] = ranked;
  // two near relatives that share their small words, or one word alone, tell nothing
  if (!best || best.words.size < 2 || (second && best.total < second.total * 1.15)) return null;
  const own = [...best.words].sort((one, other) => rarity(one[0]) - rarity(other[0]) || other[1] - one[1]);
  const shown = own.slice(0, 3).map(([word]) => `*${word}*`);
  return { language: best.language, because: `${listed(shown)} are words of ${NAMES.of(best.language)}` };
}

const rarity = (word: string) => LANGUAGES_OF.get(word)?.length ?? 0;
const LIST = new Intl.ListFormat("en-GB", { type: "conjunction" });
const listed = (words: readonly string[]) => LIST.format(words);

const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu;
const RTL_LANGUAGES = new Set(["ar", "ckb", "dv", "fa", "he", "prs", "ps", "sd", "ug", "ur", "yi"]);

/**
 * The direction of a paragraph: that of most of its letters, so that an Urdu sentence that begins with a Latin name still
 * runs from the right. In a language that does, a third of the letters are enough. A text without letters says nothing.
 */
export function directionOf(text: string, language = ""): "ltr" | "rtl" | "auto" {
  const sample = text.slice(0, 600);
  const letters = sample.match(LETTER)?.length ?? 0;
  if (letters === 0) return "auto";
  const right = sample.match(RIGHT_TO_LEFT)?.length ?? 0;
  const share = RTL_LANGUAGES.has(language.split("-", 1)[0] ?? "") ? 3 : 2;
  return right * share >= letters ? "rtl" : "ltr";
}

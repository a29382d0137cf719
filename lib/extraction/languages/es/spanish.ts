import type { Language } from "../language";
import type { PhrasePart, ReportWords } from "../reporting";
import { genderOf, isNamedByMarks, sortOf } from "./nouns";
import { finite, participles } from "./verbs";

const list = (words: string) => new Set(words.trim().split(/\s+/u));

const DETERMINERS = list(
  "el la los las un una unos unas su sus mi mis nuestro nuestra este esta estos estas ese esa esos esas aquel aquella cada varios varias algunos algunas muchos muchas dos tres cuatro otro otra otros otras ningún ninguna",
);
const LINKS = list("de del");
const PREPOSITIONS = list(
  "a al en con sin por para tras durante ante bajo contra desde entre hacia hasta sobre según mediante salvo",
);
const FILLERS = list(
  "ayer hoy también además entonces después luego ya así asimismo se le les nos me te no lo ahora igualmente finalmente posteriormente anteriormente después públicamente rotundamente textualmente recientemente nuevamente incluso sí tajante",
);
const PRONOUNS = new Map<string, "m" | "f" | "they" | "it" | "first" | "who">([
  ["él", "m"],
  ["ella", "f"],
  ["ellos", "they"],
  ["ellas", "they"],
  ["yo", "first"],
  ["nosotros", "first"],
  ["quien", "who"],
  ["quienes", "who"],
  ["ello", "it"],
]);
const STOPS = list(`
  que si cuando como cómo porque pues aunque mientras donde qué quién cuál cuándo dónde muy más menos es son era eran fue fueron ha han había habían hay será serán sería serían está están estaba
  habría habrían haya hayan hubo habrá estaban puede pueden podría podrían debe deben tiene tienen va van pero sino o u ni e
`);
// a month or a day with a capital is a name where it is one: Julio, Abril, Domingo
const NO_NAMES = list(`
  el la los las un una unos unas su sus este esta estos estas ese esa eso esto y o pero no sí si que qué quién cuando como cómo cuánto porque para por según con sin en de del al a tras ante desde
  hasta hoy ayer mañana ahora también además así luego entonces después antes mientras aunque sobre entre durante cada todo todos todas muchos muchas algunos algunas otro otra hay es son fue
  lunes martes miércoles jueves viernes sábado enero febrero marzo mayo junio agosto septiembre octubre noviembre diciembre lo le les se me te nos
  nadie nada ningún ninguna ya solo sólo gracias buenos buenas él ella ellos ellas
`);

const SOURCES: readonly string[][] =
  "según|a juicio de|a juicio del|en opinión de|en opinión del|en palabras de|en palabras del|de acuerdo con|conforme a|a decir de|al decir de|para|según fuentes de|según datos de"
    .split("|")
    .filter((phrase) => phrase !== "para")
    .map((phrase) => phrase.split(" "));

function partOf(lower: string): PhrasePart {
  if (lower === "y") return "and";
  if (PRONOUNS.has(lower)) return "pronoun";
  if (DETERMINERS.has(lower)) return "determiner";
  if (LINKS.has(lower)) return "link";
  if (PREPOSITIONS.has(lower)) return "preposition";
  if (FILLERS.has(lower) || /mente$/u.test(lower)) return "filler";
  if (sortOf(lower) !== null) return "word";
  if (STOPS.has(lower) || finite.has(lower)) return "stop";
  return /^[\p{L}\p{N}-]+$/u.test(lower) ? "word" : "stop";
}

const MONTHS =
  "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre";
const WHEN = new RegExp(
  `(?<![\\p{L}])(?:(?:[Ee]l|[Ee]ste)\\s(?:pasado\\s)?(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)(?:\\spasado)?|(?:[Ee]l\\s)?\\d{1,2}\\sde\\s(?:${MONTHS})(?:\\sde\\s(?:19|20)\\d\\d)?|en\\s(?:${MONTHS})(?:\\sde\\s(?:19|20)\\d\\d)?|(?:la\\ssemana\\spasada|esta\\ssemana)|[Aa]yer|[Hh]oy|[Aa]noche)(?![\\p{L}])`,
  "u",
);

const EVENT =
  /(?<![\p{L}])(?:[Ee]n|[Dd]urante|[Tt]ras)\s(?<event>(?:(?:una?|la|el|su|otra)\s)?(?:rueda\sde\sprensa|conferencia\sde\sprensa|entrevista|comparecencia|discurso|debate|mitin|reunión|cumbre|pleno|sesión|acto|comunicado|carta|juicio|vista|homilía|programa)(?:\s(?:con|a|en|de)\s(?:el\s|la\s)?\p{Lu}[\p{L}]+(?:\s\p{Lu}[\p{L}]+)*)?)(?![\p{L}])/u;
const PLACE =
  /(?<![\p{L}])(?:[Ee]n|[Dd]esde)\s(?<place>\p{Lu}[\p{L}]+(?:\s(?:de\s(?:la\s|los\s)?)?\p{Lu}[\p{L}]+){0,2})/gu;
const PLACES = list(`
  madrid barcelona valencia sevilla zaragoza málaga murcia bilbao alicante córdoba valladolid vigo gijón granada oviedo pamplona santander toledo burgos
  salamanca cádiz logroño badajoz lisboa parís londres berlín bruselas roma moscú washington pekín tokio jerusalén ginebra davos méxico bogotá lima quito
  caracas montevideo asunción santiago managua tegucigalpa guatemala medellín cali guayaquil monterrey guadalajara rosario mendoza
`)
  .add("buenos aires")
  .add("la paz")
  .add("nueva york")
  .add("san salvador")
  .add("la habana")
  .add("ciudad de méxico");

const reports: ReportWords = {
  event: EVENT,
  place: PLACE,
  when: WHEN,
  finite: (lower) => finite.get(lower) ?? [],
  participle: (lower) => participles.get(lower) ?? [],
  isAuxiliary: (lower) => /^(?:ha|han|había|habían|habría|habrían|haya|hayan)$/u.test(lower),
  modals: new Set(),
  isNegation: (lower) => /^(?:no|nunca|jamás|tampoco)$/u.test(lower),
  sourceAt(words, at) {
    let most = 0;
    for (const phrase of SOURCES)
      if (phrase.length > most && phrase.every((word, offset) => words[at + offset] === word))
        most = phrase.length;
    // "según informó la policía" is a clause with a verb of its own
    return most === 1 && (finite.has(words[at + 1] ?? "") || /^(?:ha|han|se)$/u.test(words[at + 1] ?? ""))
      ? 0
      : most;
  },
  sourceBehind: new Set(),
  beside: new Set(),
  that: list("que"),
  whether: list("si cómo cuándo quién qué cuál dónde"),
  subordinators: list("cuando si aunque mientras porque pues donde"),
  as: list("según como"),
  isReportive: () => false,
  isReportiveLater: () => false,
  genitives: new Set(),
  capitalNouns: false,
  hasBareClauses: false,
  dropsSubjects: true,
  infinitive: new Set(),
  beforeQuoted: list("como de un una por"),
  isNamedByMarks,
  partOf,
  sortOf,
  pronouns: PRONOUNS,
  nobody: list("nadie ninguno"),
  isNoName: (lower) => NO_NAMES.has(lower),
  nameParticles: list("de del la las los y i da do dos van von"),
  genderOf,
};

const ABBREVIATED =
  /(?:^|[\s(«“"-])(?:Sr|Sra|Srta|Dr|Dra|D|Dña|Prof|Lic|Ing|Gral|Cía|núm|nº|pág|págs|art|aprox|av|Avda|EE\. ?UU|EE|JJ\. ?OO|p\. ?ej|a\. ?m|p\. ?m|S\. ?A|S\. ?L|Ud|Uds|Mons|Excmo|[A-Z])\.\s*$/u;

export const spanish: Language = {
  code: "es",
  sentences: {
    locale: "es",
    quotingVerbs: [...finite.keys()],
    canTagQuotation: (lower) => finite.has(lower),
    goesOn: (before, after) => ABBREVIATED.test(before) && !/^(?:El|La|Los|Las|Un|Una|Pero|Y)\s/u.test(after),
  },
  places: { isPlace: (lower) => PLACES.has(lower) },
  trained: null,
  reports,
};

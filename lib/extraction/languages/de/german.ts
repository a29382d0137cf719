import type { Language } from "../language";
import type { PhrasePart, ReportWords } from "../reporting";
import { genderOf, isNamedByMarks, sortOf } from "./nouns";
import { finite, participles, reportive, reportiveLater } from "./verbs";

const list = (words: string) => new Set(words.trim().split(/\s+/u));

const DETERMINERS = list(`
  der die das den dem des ein eine einen einem einer eines kein keine keiner mein meine sein seine seiner seines ihr ihre ihrer ihres unser unsere dieser
  diese dieses jener jene beide alle mehrere einige viele manche zwei drei vier zahlreiche jeder jede einer dessen deren
`);
const LINKS = list("von vom für aus zur zum an");
const PREPOSITIONS = list(`
  am an auf bei beim bis durch gegen gegenüber im in ins mit nach neben ohne seit trotz über um unter vor vorm während wegen zu hinter zwischen angesichts
  anlässlich aufgrund innerhalb außerhalb laut gemäß per pro samt statt mittels
`);
const FILLERS = list(`
  sich mir ihm ihr ihnen uns euch mich dich jedoch aber auch noch dann nun so dabei dazu daraufhin anschließend später zuvor bereits schließlich
  weiter wörtlich gestern heute zudem außerdem unterdessen hingegen dagegen allerdings ebenfalls wiederum zugleich einerseits andererseits lediglich nur erneut wohl ja
  darauf hierzu davor damit es inzwischen indes ferner mehrfach öffentlich damals gleichzeitig deutlich offen mittlerweile
`);
const PRONOUNS = new Map<string, "m" | "f" | "they" | "it" | "first" | "who">([
  ["er", "m"],
  ["dieser", "m"],
  ["sie", "f"],
  ["diese", "f"],
  ["es", "it"],
  ["man", "it"],
  ["ich", "first"],
  ["wir", "first"],
]);
const STOPS = list(`
  dass daß ob wenn weil als wie nachdem obwohl nicht nie niemals hat haben hatte hatten ist sind war waren wird werden wurde wurden habe sei seien werde
  würde würden kann könne könnte muss müsse soll solle sollte will wolle wollte darf dürfe mehr sehr etwa rund knapp bis hier dort da denn doch oder sondern
  was wer wo warum wann wieso weshalb worauf damit zwar sowie wonach wodurch
`);

const TIMES =
  /^(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)(?:morgen|vormittag|mittag|nachmittag|abend|nacht)s?|morgen|abend|nachmittag|vormittag|mittag|nacht|woche|monat|jahr|tag|uhr)$/u;
const NO_NAMES = list(`
  der die das den dem des ein eine einen einem einer eines er sie es wir ich ihr man auch aber und oder doch denn im in am an auf bei mit nach von vor zu zur zum für
  aus als wie wenn weil so da dann dort hier heute gestern morgen bereits schon nur noch nicht kein keine alle viele einige mehrere beide diese dieser dieses
  jeder jede sein seine seiner ihre ihrer unser unsere zwar dabei dazu damit daher deshalb trotzdem außerdem zudem allerdings jedoch ferner weiter laut
  gegen über unter um durch seit bis ohne während wegen trotz nachdem obwohl bevor sobald was wer wo warum wann welche welcher welches
  ja nein danke bitte guten liebe lieber sehr zwei drei vier fünf sechs sieben acht neun zehn
`);

const SOURCES: readonly string[][] = (
  "laut|gemäß|nach seinen worten|nach ihren worten|nach seinen angaben|nach ihren angaben|nach seiner darstellung|nach ihrer darstellung|nach angaben|nach den angaben|nach eigenen angaben|nach aussage|nach aussagen|nach ansicht|nach meinung|" +
  "nach auffassung|nach einschätzung|nach überzeugung|nach darstellung|nach worten|nach den worten|nach informationen|nach auskunft|nach schätzung|nach schätzungen|" +
  "nach einem bericht|nach berichten|nach behördenangaben|nach polizeiangaben|nach expertenmeinung|nach medienberichten|nach bewertung|nach lesart|nach erkenntnissen|aus sicht|in den augen|nach mitteilung|unter berufung auf|nach dafürhalten|nach bekunden"
)
  .split("|")
  .map((phrase) => phrase.split(" "));

function partOf(lower: string): PhrasePart {
  if (lower === "und" || lower === "sowie") return "and";
  if (PRONOUNS.has(lower)) return lower === "diese" || lower === "dieser" ? "determiner" : "pronoun";
  if (DETERMINERS.has(lower)) return "determiner";
  if (LINKS.has(lower)) return "link";
  if (PREPOSITIONS.has(lower)) return "preposition";
  if (FILLERS.has(lower)) return "filler";
  if (STOPS.has(lower) || finite.has(lower) || participles.has(lower)) return "stop";
  return /(?:e|en|er|es|em)$|^\p{N}/u.test(lower) ? "word" : "stop";
}

const DAY =
  "(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)(?:vormittag|mittag|nachmittag|abend|morgen)?";
const MONTHS =
  "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jänner|Feber";
const WHEN = new RegExp(
  `(?<![\\p{L}])(?:(?:[Aa]m|[Vv]om)\\s(?:(?:vergangenen|letzten|gestrigen|heutigen)\\s)?(?:${DAY}|\\d{1,2}\\.\\s(?:${MONTHS})(?:\\s(?:19|20)\\d\\d)?)|im\\s(?:${MONTHS})(?:\\s(?:19|20)\\d\\d)?|(?:vergangene|letzte|diese)\\sWoche|[Gg]estern|[Hh]eute)(?![\\p{L}])`,
  "u",
);

const EVENT =
  /(?<![\p{L}])(?:[Ii]n|[Bb]ei|[Aa]uf|[Ii]m|[Vv]or|[Aa]m|[Zz]u)\s(?<event>(?:(?:einem|einer|der|dem|seiner|ihrer|seinem|ihrem)\s)?(?:[\p{Ll}-]+\s)?(?:\p{L}+)?(?:[Ii]nterview|[Pp]ressekonferenz|[Rr]ede|[Dd]ebatte|[Aa]nhörung|[Kk]undgebung|[Gg]ipfel|[Pp]arteitag|[Ss]itzung|[Gg]espräch|[Ee]rklärung|[Mm]itteilung|[Vv]eranstaltung|[Pp]rozess|Rundfunk|Bundestag|Landtag|Gemeinderat)(?:\smit\s(?:der|dem|den)\s(?:„[^“]{2,40}“|\p{Lu}[\p{L}-]+))?)(?![\p{L}])/u;
const PLACE =
  /(?<![\p{L}])(?:[Ii]n|[Aa]us)\s(?<place>\p{Lu}[\p{L}-]+(?:\s(?:am|an der|im)\s\p{Lu}\p{L}+)?)/gu;
const PLACES = list(`
  berlin hamburg münchen köln frankfurt stuttgart düsseldorf leipzig dresden hannover bremen nürnberg essen dortmund duisburg bochum bonn mainz kiel
  erfurt potsdam magdeburg schwerin saarbrücken wiesbaden rostock kassel freiburg karlsruhe mannheim augsburg wien graz linz salzburg innsbruck zürich
  genf bern basel luzern brüssel straßburg paris london madrid rom mailand warschau prag budapest moskau kiew istanbul ankara athen lissabon
  kopenhagen stockholm oslo helsinki washington peking tokio jerusalem kairo teheran davos
`);

const reports: ReportWords = {
  event: EVENT,
  place: PLACE,
  when: WHEN,
  finite: (lower) => finite.get(lower) ?? [],
  participle: (lower) => participles.get(lower) ?? [],
  isAuxiliary: (lower) =>
    /^(?:hat|haben|hatte|hatten|habe|hätten|hätte|wird|werden|wurde|wurden|werde|ist|war|soll|will|wolle|solle)$/u.test(
      lower,
    ),
  modals: list(
    "soll sollen sollte sollten will wollen wollte wollten kann können konnte konnten könne könnte könnten muss müssen musste mussten müsse müssten darf dürfen durfte dürfe dürften mag möchte möchten werde würde würden wird werden zu um",
  ),
  isNegation: (lower) => /^(?:nicht|nie|niemals|kein|keine|weder|kaum)$/u.test(lower),
  sourceAt(words, at) {
    let most = 0;
    for (const phrase of SOURCES)
      if (phrase.length > most && phrase.every((word, offset) => words[at + offset] === word))
        most = phrase.length;
    return most;
  },
  sourceBehind: list("zufolge"),
  beside: list("so"),
  that: list("dass daß"),
  whether: list("ob wie warum weshalb was wer wann wo wieso wonach worin"),
  subordinators: list(
    "als wenn nachdem während weil da obwohl bevor sobald um falls indem obgleich ehe bis seit",
  ),
  as: list("wie"),
  isReportive: (lower) => reportive.has(lower),
  isReportiveLater: (lower) => reportiveLater.has(lower),
  genitives: list("der des eines einer dieses dieser seines seiner ihres ihrer unseres unserer deren dessen"),
  capitalNouns: true,
  hasBareClauses: true,
  dropsSubjects: false,
  infinitive: list("zu"),
  beforeQuoted: list("als von vom vor über für mit worten"),
  isNamedByMarks,
  partOf,
  sortOf,
  pronouns: PRONOUNS,
  nobody: list("niemand keiner"),
  isNoName: (lower) => NO_NAMES.has(lower) || TIMES.test(lower),
  nameParticles: list("von van de der den zu zur vom bin al el di da du la le dos del und"),
  genderOf,
};

const ABBREVIATED =
  /(?:^|[\s(„"»-])(?:z\. ?B|d\. ?h|u\. ?a|i\. ?d|o\. ?ä|u\. ?ä|s\. ?o|i\. ?V|v\. ?a|Dr|Prof|Nr|St|Str|bzw|ca|evtl|ggf|inkl|max|min|Mio|Mrd|Tsd|usw|vgl|sog|gest|geb|Hl|Abs|Art|Bd|Hrsg|Dipl|Ing|med|jur|phil|rer|nat|h\. ?c|jun|sen|Jr|e|z|d|u|i|a|[A-ZÄÖÜ])\.\s*$/u;

export const german: Language = {
  code: "de",
  sentences: {
    locale: "de",
    quotingVerbs: [...finite.keys()],
    canTagQuotation: (lower) => finite.has(lower),
    goesOn(before, after) {
      if (/\d\.\s*$/u.test(before) && new RegExp(`^(?:${MONTHS}|Jahrhundert|Jh)`, "u").test(after))
        return true;
      if (ABBREVIATED.test(before) && !/(?:usw|etc)\.\s*$/u.test(before)) return true;
      return /^(?:so|sagte|sagt|fragte|rief|erklärte)\s/iu.test(after) && /[?!….]["“”«»‘']\s*$/u.test(before);
    },
  },
  places: { isPlace: (lower) => PLACES.has(lower) },
  trained: null,
  reports,
};

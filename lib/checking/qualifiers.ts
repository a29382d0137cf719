import type { Word } from "./words";

/** What a word or phrase does to what it stands with: without it the rest reads stronger, or says the contrary. */
export type Qualifier = "negation" | "hedge" | "condition" | "scope" | "attribution";

type Phrases = Readonly<Record<Qualifier, string>>;

const LISTS: Readonly<Record<string, Phrases>> = {
  en: {
    negation:
      "not|never|no|none|nobody|nothing|nowhere|neither|nor|without|cannot|hardly|barely|scarcely|no one|far from|instead of|rather than|refuse|refuses|refused|fail to|fails to|failed to|unable|stop short of",
    hedge:
      "may|might|could|would|should|possible|conceivable|perhaps|maybe|possibly|probably|likely|unlikely|apparently|seemingly|seem|seems|seemed|appear|appears|appeared|allegedly|reportedly|supposedly|potentially|presumably|arguably|i think|i believe|i guess|i suppose|i suspect|i hope|i imagine|i doubt|i fear|i feel|we think|we believe|we hope|we expect|i expect|we suspect|we suppose|we fear|my guess|my impression|in my view|in my opinion|in our view|in our opinion|as far as i know|as far as we know|to my knowledge|almost|nearly|effectively|essentially|basically|practically|roughly|approximately|sort of|kind of|would love to|would like to|not sure|expect to|hope to|hopes to|hoped to|hope for|hopes for|hoped for|plan to|try to|considering|weighing whether|mulling|thinking of|thinking about|toying with|tends to|tend to|more or less|virtually|in theory|in principle|on paper|if anything|a bit|somewhat|in a sense|in a way|to some extent|to a degree|up to a point|with hindsight|in hindsight|supposed to be",
    condition:
      "if|unless|until|till|provided|providing|assuming|as long as|so long as|in case|in the event|except|whether|only when|depending on|depends on|subject to|in exchange for|in return for|for anything above|for anything over|for anything below|for anything under|for anything less|for anything more|on condition|on the condition|pending|weather permitting|funds permitting|all being well|with any luck",
    scope:
      "some|most|many|few|several|a few|only|merely|no more than|no fewer than|no less than|not more than|not less than|no later than|at least|at most|up to|as many as|as much as|more than|less than|fewer than|sometimes|often|usually|generally|mostly|largely|partly|partially|mainly|rarely|occasionally|in part|so far|thus far|as yet|as of now|as things stand|until now|up to now|for a while|for a time|on most days|on some days|on good days|most days|some days|on weekdays|nothing but|nobody but|no one but|none but|for now|for the moment|at the moment|for the time being|currently|at present|temporarily|yet|not yet|part of|half of|half|majority of|minority of|handful of|in some|in most|in many|in certain|to date|initially|at first|at the earliest|at the latest|at best|at worst|for the most part|on average|in the main|by and large|in the short term|in the long term|this year|last year|this season|locally|at this point|at this stage|at this time|at that point|at that stage|other than|apart from|aside from|with the exception of|that i know of|that we know of",
    attribution:
      "they told me|they told us|i was told|i am told|i'm told|we were told|we are told|i heard|i've heard|i have heard|we heard|i read|people say|people tell me|they say|he says|she says|he said|she said|he told me|she told me|he told us|she told us|someone told me|somebody told me|according to|my doctor says|i understand that|it is said|rumour has it|the report says|the police say|police say|the report found|critics say",
  },
  de: {
    negation:
      "nicht|nie|niemals|niemand|nichts|nirgends|weder|noch nie|ohne|kein|keine|keinen|keinem|keiner|keines|kaum",
    hedge:
      "vielleicht|möglicherweise|wahrscheinlich|vermutlich|könnte|könnten|könne|dürfte|dürften|dürfe|würde|würden|sollte|sollten|wohl|fast|beinahe|etwa|ungefähr|rund|angeblich|offenbar|anscheinend|soweit bekannt|soweit ich weiß|soweit wir wissen|nach jetzigem stand|ich glaube|ich denke|ich hoffe|wir hoffen|wir glauben|meiner meinung nach|unserer meinung nach|scheint|scheinen|kann|können|eventuell",
    condition: "wenn|falls|sofern|solange|außer|bis|sobald|es sei denn|vorausgesetzt|ob|nur wenn",
    scope:
      "einige|einigen|einiger|manche|manchen|manchmal|die meisten|meisten|nur|lediglich|mindestens|wenigstens|höchstens|bis zu|mehr als|weniger als|über|teilweise|zum teil|meist|meistens|oft|selten|bisher|bislang|derzeit|vorerst|zunächst|noch nicht|frühestens|im schnitt|vorläufig|viele|wenige|hier",
    attribution:
      "man hat mir gesagt|mir wurde gesagt|uns wurde gesagt|ich habe gehört|wir haben gehört|laut|die leute sagen|sie sagen|er sagt|sie sagt|es heißt",
  },
  es: {
    negation: "no|nunca|jamás|nadie|nada|ningún|ninguna|ninguno|sin|tampoco|ni|apenas",
    hedge:
      "quizá|quizás|tal vez|probablemente|posiblemente|podría|podrían|podríamos|puede|pueden|sería|serían|debería|deberían|casi|unos|unas|aproximadamente|supuestamente|al parecer|aparentemente|que él supiera|que ella supiera|que yo sepa|que se sepa|que sepamos|que yo supiera|creo que|creemos que|pienso que|espero que|esperamos|en mi opinión|parece|parecen|alrededor de|cerca de",
    condition:
      "si|a menos que|salvo|siempre que|hasta que|excepto|con tal de|en caso de|siempre y cuando|cuando",
    scope:
      "algunos|algunas|alguno|alguna|muchos|muchas|pocos|pocas|varios|varias|solo|sólo|solamente|únicamente|al menos|por lo menos|como mínimo|como máximo|hasta|más de|menos de|a veces|en promedio|por ahora|de momento|mayoría|parcialmente|en parte|todavía no|aún no|normalmente|aquí",
    attribution: "me dijeron|nos dijeron|me han dicho|he oído|dicen que|según|se dice|él dice|ella dice",
  },
};

const KINDS_OF_QUALIFIER = Object.keys(LISTS.en as Phrases) as readonly Qualifier[];

interface Known {
  /** By the first word of a phrase: the phrases, longest first, with what they are. */
  readonly byFirst: ReadonlyMap<
    string,
    readonly { readonly words: readonly string[]; readonly is: Qualifier }[]
  >;
}

const known = new Map<string, Known>();

function phrasesOf(language: string): Known {
  const before = known.get(language);
  if (before) return before;
  const byFirst = new Map<string, { words: readonly string[]; is: Qualifier }[]>();
  const lists = LISTS[language];
  for (const is of lists ? KINDS_OF_QUALIFIER : []) {
    for (const phrase of lists?.[is].split("|") ?? []) {
      const words = phrase.split(" ");
      const same = byFirst.get(words[0] ?? "") ?? [];
      same.push({ words, is });
      byFirst.set(words[0] ?? "", same);
    }
  }
  for (const same of byFirst.values()) same.sort((one, other) => other.words.length - one.words.length);
  const made = { byFirst };
  known.set(language, made);
  return made;
}

/** A qualifier as it stands among words: from which word, how many, and what it does. */
export interface Qualifying {
  readonly is: Qualifier;
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

/** A qualifier of the record that stands beside the quoted words, and the words that show it. */
export interface Around {
  readonly is: Qualifier;
  readonly text: string;
}

const NEGATED = /n't$/u;
/** Behind a negation these leave a part of it: "not quite", "doesn't necessarily". */
const DEGREES = new Set(
  "quite entirely fully exactly necessarily completely totally altogether wholly ganz völlig unbedingt vollständig completamente necesariamente totalmente".split(
    " ",
  ),
);
const ABOUT = new Set([
  "about",
  "around",
  "over",
  "under",
  "above",
  "below",
  "some",
  "rund",
  "etwa",
  "unos",
  "unas",
]);

/** The qualifiers among words, in order; the longest phrase at each place. */
export function qualifiersIn(words: readonly Word[], language: string): Qualifying[] {
  const { byFirst } = phrasesOf(language);
  const found: Qualifying[] = [];
  for (let at = 0; at < words.length; ) {
    const word = words[at] as Word;
    const phrase = byFirst
      .get(word.key)
      ?.find(({ words: wanted }) => wanted.every((each, step) => words[at + step]?.key === each));
    const isMay = phrase !== undefined && (isMonth(word) || isAndAHalf(words, at) || isPolite(words, at));
    // "about twelve" is a limit, "about the bridge" is none
    const isOne = /^(?:an?|one)$/u.test(words[at + 1]?.key ?? "") && isAmount(words[at + 2]);
    if (
      phrase === undefined &&
      ABOUT.has(word.key) &&
      (isAmount(words[at + 1]) || isOne || isSpan(words, at))
    )
      found.push({ is: "scope", at, length: 1, text: word.raw });
    if (phrase !== undefined && !isMay) {
      const length = phrase.words.length;
      found.push({
        is: phrase.is,
        at,
        length,
        text: words
          .slice(at, at + length)
          .map(({ raw }) => raw)
          .join(" "),
      });
      at += length;
      continue;
    }
    const last = found.at(-1);
    if (DEGREES.has(word.key) && last?.is === "negation" && at - last.at - last.length < 2)
      found.push({ is: "scope", at, length: 1, text: word.raw });
    if (language === "en" && NEGATED.test(word.key))
      found.push({ is: "negation", at, length: 1, text: word.raw });
    at += 1;
  }
  return found;
}

const PART = /^(?:\d+ths?|half|halves|thirds?|quarters?|dozens?|hundreds?|thousands?|millions?)$/u;

const LASTS = /^(?:for|in|after|within|takes?|took|lasts?|lasted|every|costs?|weighs?|weighed|only|just)$/u;
const UNIT =
  /^(?:second|minute|hour|day|night|week|fortnight|month|year|decade|century|mile|metre|meter|kilomet(?:re|er)|lit(?:re|er)|kilo|pound|euro|dollar|ton|tonne|couple|inch|foot|acre|hectare)s?$/u;

/** "For about a minute": a length of time, a distance, a weight; "a film about a year at sea" is none. */
const isSpan = (words: readonly Word[], at: number) =>
  LASTS.test(words[at - 1]?.key ?? "") &&
  /^(?:an?|one)$/u.test(words[at + 1]?.key ?? "") &&
  UNIT.test(words[at + 2]?.key ?? "");

/** A number, or a word that is one: "about half". */
export const isAmount = (word: Word | undefined) =>
  word !== undefined && (word.value !== null || PART.test(word.key));

/** "May" within a sentence is a month. */
const isMonth = (word: Word) => word.raw === "May" && /^[\s,]+$/u.test(word.before);

const POLITE =
  /^(?:if (?:you['’]?ll|you will|you['’]?d|you would|you|i may) (?:forgive|pardon|excuse|permit|allow|put it|say so|take my meaning)|if you(?:['’]ll| will)? please|whether or not|whether \p{L}+ (?:\p{L}+ ){0,2}or not)(?!\p{L})/u;

/** "If you will forgive me", "whether or not they tipped": nothing hangs on it. */
const isPolite = (words: readonly Word[], at: number) =>
  /^(?:if|whether)$/u.test(words[at]?.key ?? "") &&
  POLITE.test(
    words
      .slice(at, at + 6)
      .map(({ key }) => key)
      .join(" "),
  );

/** "A day and a half" counts, and limits nothing. */
const isAndAHalf = (words: readonly Word[], at: number) =>
  words[at]?.key === "half" && words[at - 1]?.key === "a" && words[at - 2]?.key === "and";

/** What a qualifier is called in a reason. */
export const QUALIFIER_NAMES: Readonly<Record<Qualifier, string>> = {
  negation: "a negation",
  hedge: "a hedge",
  condition: "a condition",
  scope: "a limit",
  attribution: "a source of the speaker’s",
};

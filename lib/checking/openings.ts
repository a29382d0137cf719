import type { Around } from "./qualifiers";

/** What may open a clause before the phrase that bounds it. */
const OPENS = "^(?:(?:and|but|so|because|well|yes|no|look|then|that)[\\s,]+)*";

const THOUGHTS =
  "understanding|impression|guess|belief|sense|suspicion|theory|recollection|memory|assumption|information|expectation|hunch|bet|hope|fear|worry|dream|plan|intention|aim|idea|rumou?r|claim|story|legend|argument|allegation|accusation";
/** "My understanding is that", "the plan was that": what the words are to the speaker. */
const TAKEN_AS = new RegExp(
  `(?<!\\p{L})((?:my|our|the|his|her|their|an?|one|your)\\s+(?:[\\p{L}’'-]+\\s+){0,2}?(?:${THOUGHTS})\\s+(?:is|was|has been|had been|would be|being),?(?:\\s+that)?)\\s*$`,
  "iu",
);
/** "A chance that", "the idea that", "it is a myth that". */
const UNSURE_THAT =
  /(?<!\p{L})((?:an?|the|some|every|any|no|little|this)\s+(?:[\p{L}’'-]+\s+){0,2}?(?:chance|risk|danger|possibility|probability|likelihood|prospect|idea|notion|suggestion|claim|allegation|accusation|charge|rumou?r|story|belief|assumption|theory|illusion|fantasy|fiction|myth|lie|legend|hope|fear|impression|misconception|nonsense)\s+that)\s*$/iu;
/** "It would be wrong to say", "I would be lying if I said": nobody says the words. */
const NOT_TO_BE_SAID =
  /(?<!\p{L})((?:wrong|false|untrue|incorrect|inaccurate|misleading|mistaken|unfair|unjust|dishonest|naive|absurd|ridiculous|foolish|stupid|premature|rash|a mistake|an error|an exaggeration|a lie|nonsense|madness|lying|joking|going too far|too (?:far|early|soon|much|simple|easy|strong))\s+(?:(?:for me|for us|for anybody|for anyone)\s+)?(?:to|if\s+(?:i|we|you|one))\s+(?:say|said|claim|claimed|think|thought|suggest|suggested|assume|assumed|conclude|concluded|pretend|pretended|believe|believed|argue|argued|imply|implied|state|stated|write|wrote|tell you|told you)(?:,?\s+that)?)\s*$/iu;
const AS_IF =
  /(?<!\p{L})((?:(?:is|was|looks?|looked|feels?|felt|sounds?|sounded|seems?|seemed|acts?|acted|behaves?|behaved)\s+)?as\s+(?:if|though))\s*$/iu;
const DREAMT = /(?<!\p{L})((?:dream(?:s|ed|t)?|pretend(?:s|ed|ing)?)(?:\s+that)?)\s*$/iu;

/** "Had the snow come later,": a condition by the order of its words. */
const TURNED = new RegExp(
  `${OPENS}((?:had|were|should)\\s+(?:[\\p{L}\\p{N}’'-]+\\s+){0,12}?[\\p{L}\\p{N}’'-]+|(?:but for|failing|barring|absent|all (?:other )?things being)\\s+[^,.;:?]{2,60}|in an? (?:ideal|perfect|just|better|sane|normal|decent) \\p{L}+),\\s*$`,
  "iu",
);
/** "With more money, | we could …": only what would be is bound by it. */
const GIVEN = new RegExp(
  `${OPENS}((?:with(?! (?:all (?:due )?)?(?:respect|pleasure|regret|hindsight))|given|without)\\s+[^,.;:?]{2,60}),\\s*$`,
  "iu",
);
/** "Had you pleaded at once | I would have taken a third off." */
const TURNED_ON = new RegExp(
  `${OPENS}((?:had|were|should)\\s+(?:i|you|he|she|it|we|they|there|the|an?|this|that|these|those|my|our|his|her|their|any\\p{L}*|some\\p{L}*|no\\p{L}*|\\p{Lu}[\\p{L}’'-]+)\\s+(?:[\\p{L}\\p{N}’'-]+\\s+){1,12})$`,
  "iu",
);
const WOULD =
  /^(?:[\p{L}\p{N}’'-]+\s+){0,6}?(?:\p{L}+['’]d|would(?:n['’]t)?|could(?:n['’]t)?|might)(?!\p{L})/iu;

/** How, by what, from where, or on what days the words hold. */
const BOUNDS = new RegExp(
  `${OPENS}((?:officially|formally|nominally|legally|technically|theoretically|statistically|mathematically|historically|traditionally|superficially|outwardly|ideally|locally|strictly|generally|broadly|roughly|relatively|humanly|financially|politically)(?:\\s+speaking)?(?=,)|(?:officially|nominally|technically|theoretically|legally)|(?:apart|aside) from\\s+[^,.;:?]{2,50}|(?:except for|excluding|leaving aside|not counting|setting aside|compared (?:with|to)|in comparison (?:with|to)|measured (?:by|against)|judging (?:by|from)|outside|within|inside)\\s+[^,.;:?]{2,50}(?=,)|(?:by|at|going by)\\s+(?:[\\p{L}’'-]+\\s+){1,2}?standards|by and large|in the main|all in all|on the whole|at (?:its|his|her|their|our|my) (?:best|worst|peak|height|lowest)|(?:seen )?from (?:a distance|afar|the outside|outside|the street|the air|above|far away)|(?:to|for) (?:an? |the )?(?:outsiders?|strangers?|laym[ae]n|untrained eye|beginners?|members|residents|adults|pensioners)|in (?:law|name|appearance)|on paper|for (?:an?|one|two|three|four|five|six|the first|the last) (?:[\\p{L}-]+ )?(?:second|minute|hour|day|night|week|fortnight|month|year)s?),?\\s*$`,
  "iu",
);
/** "In summer", "on Sundays": when the words hold, where they tell how something is. */
const AT_TIMES = new RegExp(
  `${OPENS}((?:in (?:the )?(?:summer|winter|spring|autumn|dry season|wet season|rainy season)|(?:on|at) (?:\\p{Lu}\\p{L}+days|weekends|weekdays|holidays|night)))\\s*,?\\s*$`,
  "iu",
);
const IS = /(?<!\p{L})(?:is|are|will|can|has|have|must|\p{L}+['’](?:s|re|ll|ve))(?!\p{L})/iu;
/** "Ten years ago", "back then", "until the war": when something was so. */
const ONCE = new RegExp(
  `${OPENS}(back then|in those days|at (?:the|that) time|once|in the (?:past|old days|beginning|\\p{L}+ties|(?:19|20)?\\d0s)|in my (?:youth|childhood|day|time)|as an? (?:young \\p{L}+|child|boy|girl|student|schoolboy|schoolgirl)|when (?:i|we|he|she|they) (?:(?:was|were) (?:an? |still |very )*(?:\\p{L}*(?:boy|girl|child|children|kids?|young|little|small|student|pupil|apprentice|soldier|baby)|at (?:school|university|college)|\\d+)|lived)[^,.;:?]{0,40}|(?:an?|some|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|many|several|\\d{1,3}) (?:decades?|years?|months?|weeks?|seasons?|generations?|centur(?:y|ies)) (?:ago|earlier|before)|(?:last|the previous) (?:year|month|season|spring|summer|autumn|winter|century)|(?:before|until|till|up to) (?:the|that|this|last|my|our|his|her|their|(?:19|20)\\d\\d|\\p{Lu})[^,.;:?]{0,40}),?\\s*$`,
  "iu",
);
/** The words tell of how something was, and not of what somebody did once. */
const WAS =
  /^\W*(?:[\p{L}\p{N}’'-]+\s+){1,5}?(?:was|were|wasn['’]t|weren['’]t|had(?! to\b)(?!\s\p{L}+ed\b)|could|did not|didn['’]t|used to|belonged|knew|lived|loved|liked|hated|seemed|looked|owned|cost|earned|meant|needed|wanted|worked)(?!\p{L})/iu;

/** "In mice, | the growth stopped", "For the first ten miles | the road was clear": where, when or for whom the words hold. */
const WHERE = new RegExp(
  `${OPENS}((?:in|on|at|for|during|under|within|across|among|between|outside|throughout|before|after|since)\\s+(?!(?:all|any|every|sum|short|fact|addition|general|particular|brief|effect|reality|truth|return|turn|response|hindsight|retrospect|conclusion|other words|case|that|this|which|example|instance|once|first|last|least|me|us|him|her|them|now|what|the end(?! of)|the meantime|the process|the other hand|the one hand|top of|the contrary|the same|the end of the day|heaven|god)(?!\\p{L}))(?:[\\p{L}\\p{N}’'-]+\\s+){0,6}[\\p{L}\\p{N}’'-]+(?=,)|(?:for|in|during|over|on|at) (?:the|my|our|his|her|their) (?:first|second|last|final|early|opening|closing) (?:[\\p{L}\\p{N}-]+ ){0,2}[\\p{L}\\p{N}-]+|at (?:my|our|your|this) (?:age|price|height|level|size|speed|stage)|for an? (?:[\\p{L}-]+ ){1,2}?[\\p{L}-]+),?\\s*$`,
  "iu",
);
/** "In chess | you make your luck." */
const IN_WHAT = new RegExp(
  `${OPENS}((?:in|at|on|under|with) (?!fact|short|general|the end)(?:\\p{L}+ )?\\p{L}+)\\s*$`,
  "iu",
);
/** Of whom a thing was found is what was found. */
const IN_THESE = /(?<!\p{L})(?:in|among) (?:\p{L}+ )?(?:mice|rats|\p{Ll}{3,}s|women|men|children|people)$/iu;
/** "In chess | you make your luck": what holds for whoever does it. */
const ANYBODY = /^\W*(?:you|one|people|man)\s(?!know|see|say|think|mean|told|said|did|had|were|was)\p{L}+/iu;
const NONE_OR_ALL =
  /(?<!\p{L})(?:not|never|no|none|nobody|nothing|cannot|\p{L}+n['’]t|every\p{L}*|all|each|always|most|nicht|nie|kein\p{L}*|nunca|todos?)(?!\p{L})/iu;

/** What opens the record's clause right before the quoted words and bounds them; null without it. */
export function openedWith(before: string, words: string): Around | null {
  const found = (pattern: RegExp) => pattern.exec(before)?.[1]?.trim().replace(/,$/u, "") ?? null;
  const denied = found(NOT_TO_BE_SAID);
  if (denied !== null) return { is: "negation", text: denied };
  const thought = found(TAKEN_AS) ?? found(UNSURE_THAT) ?? found(AS_IF) ?? found(DREAMT);
  if (thought !== null) return { is: "hedge", text: thought };
  const condition = found(TURNED) ?? (WOULD.test(words) ? (found(GIVEN) ?? found(TURNED_ON)) : null);
  if (condition !== null) return { is: "condition", text: condition };
  const isState = WAS.test(words);
  const bound =
    found(BOUNDS) ?? (isState || IS.test(words) ? found(AT_TIMES) : null) ?? (isState ? found(ONCE) : null);
  if (bound !== null) return { is: "scope", text: bound };
  const where = found(WHERE) ?? (ANYBODY.test(words) ? found(IN_WHAT) : null);
  const isBound =
    where !== null &&
    (isState || IS.test(words) || ANYBODY.test(words) || NONE_OR_ALL.test(words) || IN_THESE.test(where));
  return isBound ? { is: "scope", text: where } : null;
}

const OPENED = /(?<!\p{L})(?:if|unless|until|not|never|only|falls|wenn|nicht|si|no|sólo)\s+["“„«]$/iu;

/** "He said that if “the steel comes late, we will wait”": the word before the marks belongs to what stands in them. */
export function openedBefore(text: string, at: number): number {
  const word = OPENED.exec(text.slice(Math.max(0, at - 12), at));
  return word === null ? at : at - word[0].length;
}

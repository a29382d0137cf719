import { conceded } from "./concessions";
import { limitBehind } from "./limits";
import { type Around, qualifiersIn } from "./qualifiers";
import { amongWhat, praisedBut } from "./superlatives";
import { trailedBy } from "./trailing";
import type { Word } from "./words";

/** Limits that stand behind what they limit. */
export const RIGHT_SCOPE =
  /^(?:only|for a while|for a time|on most days|on some days|on good days|most days|some days|on weekdays|this year|this season|last year|nur|solo|sólo|at the earliest|at the latest|at best|at worst|for the most part|on average|in the main|by and large|frühestens|im schnitt|en promedio|in some|in most|in part|in theory|in principle|on paper|so far|thus far|as yet|as of now|as things stand|until now|up to now|for now|for the moment|at the moment|for the time being|to date|not yet|yet|at this point|at this stage|at this time|at that point|at that stage|other than|apart from|aside from|with the exception of|that i know of|that we know of|to my knowledge|to our knowledge|at first|initially|at least|temporarily|in the short term|in the long term|partly|mostly|sometimes|most of the time|vorerst|bisher|bislang|zunächst|derzeit|por ahora|de momento|a veces)$/iu;
/** How sure the speaker is, behind the words. */
export const RIGHT_HEDGE =
  /^(?:i think|i believe|i guess|i suppose|i suspect|i hope|we hope|we think|maybe|perhaps|probably|possibly|in my view|in my opinion|as far as (?:i|we) know|apparently|allegedly|supposedly|glaube ich|denke ich|vielleicht|wahrscheinlich|quizás?|tal vez|creo|que él supiera|que ella supiera|que yo sepa|que se sepa|que sepamos|soweit bekannt|soweit ich weiß)$/iu;
/** Words that open a condition. */
export const STRONG_CONDITION =
  /^(?:if|unless|whether|provided|providing|assuming|as long as|so long as|in case|only when|depending on|except|until|ob|wenn|falls|sofern|solange|es sei denn|außer|si|a menos que|salvo|siempre que|hasta que)$/iu;

// "they need to know if …" asks, and makes no condition
const ASKING =
  /(?<!\p{L})(?:know|knows|knew|see|sees|ask|asks|asked|wonder|wonders|decide|tell|determine|learn|check|say|sure|wissen|fragen|saber)\s*$/iu;

/** What stands behind the quoted words in the same sentence and limits them. */
export function lostBehind(
  right: readonly Word[],
  gap: string,
  words: string,
  language: string,
): Around | null {
  if (right.length === 0 || /[.!?…;:]/u.test(gap)) return null;
  const tail = right
    .map(({ before, raw }) => before + raw)
    .join("")
    .trimStart();
  if (/^\s*[,–—-]?\s*$/u.test(gap)) {
    const doubt = DOUBTED_BEHIND.exec(tail.replace(/^[,–—-]\s*/u, ""))?.[0];
    if (doubt !== undefined) return { is: "hedge", text: clauseFrom(right) };
    const limit = limitBehind(tail.replace(/^[,–—-]\s*/u, ""));
    if (limit !== null) return { is: "scope", text: limit };
    if (BOUND_BEHIND.test(tail.replace(/^[,–—-]\s*/u, "")))
      return { is: "condition", text: clauseFrom(right) };
  }
  const among = /^\s*$/u.test(gap) ? amongWhat(words, tail) : null;
  if (among !== null) return { is: "scope", text: among };
  const back = /^\s*,?\s*$/u.test(gap) ? praisedBut(words, tail) : null;
  if (back !== null) return { is: "scope", text: back };
  const trailing = /^\s*[,–—-]?\s*$/u.test(gap) ? trailedBy(tail, gap, words) : null;
  if (trailing !== null) return trailing;
  if (/^\s*[,–—-]?\s*["“”‘’']?\s*$/u.test(gap)) {
    const exception = conceded(tail);
    if (exception !== null) return { is: "scope", text: exception };
    if (YIELDING.test(tail.replace(/^[\s,–—"“”‘’'-]+/u, ""))) return { is: "scope", text: clauseFrom(right) };
  }
  const isAsking = ASKING.test(words);
  const all = qualifiersIn(right.slice(0, 10), language);
  for (const one of all) {
    const isNear =
      one.at === 0 ||
      (one.at === 1 && /^(?:but|and|or|only|even|at|not|aber|oder|pero|o)$/u.test(right[0]?.key ?? ""));
    if (!isNear) break;
    const isLost =
      // "Probably | not."
      (one.is === "negation" && one.at === 0 && /^\s*$/u.test(gap)) ||
      (one.is === "condition" &&
        STRONG_CONDITION.test(one.text) &&
        !(one.at === 0 && /^(?:if|whether|ob|si)$/iu.test(one.text) && isAsking)) ||
      (one.is === "hedge" && (RIGHT_HEDGE.test(one.text) || RIGHT_SCOPE.test(one.text))) ||
      // "yet they fail" joins a sentence, and limits nothing
      (one.is === "scope" && RIGHT_SCOPE.test(one.text) && !(one.text === "yet" && isFollowed(right[1])));
    if (isLost) return { is: one.is, text: clauseFrom(right) };
  }
  const [first, second] = right;
  const phrase = clauseFrom(right);
  // "not the music | so much", "has not come back | the way we thought"
  if (DENYING.test(words) && /^\s*$/u.test(gap) && (DEGREE.test(phrase) || WITHIN.test(phrase)))
    return { is: "scope", text: phrase };
  if (DENYING.test(words) && /^\s*$/u.test(gap) && BY_THEN.test(phrase)) return { is: "scope", text: phrase };
  if (/^\s*$/u.test(gap) && A_THING.test(words) && UNLIKE.test(tail)) return { is: "scope", text: phrase };
  if (DENYING.test(words) && /^\s*$/u.test(gap) && AT_PLACE.test(phrase))
    return { is: "scope", text: phrase };
  if (OF_ALL.test(words) && /^\s*$/u.test(gap) && AT_PLACE.test(phrase)) return { is: "scope", text: phrase };
  if (EXCEPTING.test(phrase) || /^and (?:a|one|three) (?:half|quarters?|third)(?!\p{L})/iu.test(phrase))
    return { is: "scope", text: phrase };
  // "as we understood it"
  if (first?.key === "as" && /^(?:i|we|you|far)$/u.test(second?.key ?? ""))
    return { is: "scope", text: clauseFrom(right) };
  const isYear = second?.value != null && second.value >= 1000 && second.value < 2200;
  if (first?.key === "in" && isYear) return { is: "scope", text: `${first.raw} ${second.raw}` };
  return null;
}

/** "…, more or less", "…, though I would not swear to it": how sure the speaker is, said afterwards. */
const DOUBTED_BEHIND =
  /^(?:more or less|give or take|(?:or )?so (?:(?:the|my|our|his|her|their|some|most) [\p{L}’'-]+|they|people|he|she|everyone|everybody) (?:tells?|told|says?|said|claims?|claimed|thinks?|assures?|insists?)|or so (?:i|we)(?:['’]\p{L}+| (?:was|were|am|are|have been))? ?(?:told|think|thought|hope|hoped|believe|heard|hear)|so (?:i|we) (?:hope|think|believe|hear|am told|are told)|so to speak|as it were|if you like|in a way|in a sense|i(?:['’]d| would) (?:say|guess|think)|i (?:reckon|presume|assume|gather|dare say)|we (?:reckon|presume|assume|gather|believe|suppose)|(?:though|although|but|albeit|even if) (?:i|we|nobody|no one|that)(?:['’](?:m|re)| am| are| is)? ?(?:would(?:n['’]t| not)|can(?:not|['’]t| not)|could(?:n['’]t| not)|may|might|do(?:n['’]t| not) know|not (?:sure|certain|yet)|have(?:n['’]t| not) (?:proved|proven|checked|seen)|know(?:s)? for (?:sure|certain)))(?!\p{L})/iu;
/** "…, subject to the council's approval": on what it hangs. */
const BOUND_BEHIND =
  /^(?:subject to|pending|conditional on|on condition|on the condition|as long as|so long as|only if|but only if|barring|always assuming|assuming|provided|providing|weather permitting|funds permitting|if all goes|vorbehaltlich|siempre que|a condición)(?!\p{L})/iu;

/** "“irreparable, | though the walls will stand”", "“will be respected | wherever possible”". */
const YIELDING =
  /^(?:(?:al)?though|albeit|even (?:if|though)|obwohl|auch wenn|wenngleich|aunque|si bien)(?!\p{L})|^(?:where(?:ver)?|when(?:ever)?|if|as far as|as soon as|as much as) (?:possible|necessary|needed|practicable|available|appropriate)(?!\p{L})|^(?:when|if|as long as) (?:(?:properly|correctly|rightly|well) )?(?:used|taken|kept|handled|applied|done|stored|maintained|treated|fitted|cooked)(?!\p{L})/iu;

const DENYING =
  /(?<!\p{L})(?:not|never|no|none|nobody|nothing|cannot|\p{L}+n['’]t|nicht|nie|kein\p{L}*|nunca)(?!\p{L})[^,;:.!?]*$/iu;
const DEGREE =
  /^(?:so much|that much|as much|very much|the way|in the way|as [\p{L}]+ as|to the extent|to that extent|like that|as such|so sehr|wie wir|tanto)(?!\p{L})/iu;
/** "Will not take place | this week": when, or for what, the denial holds. */
const WITHIN =
  /^(?:(?:this|next) (?:week|weekend|month|year|season|term|spring|summer|autumn|winter)|in (?:this|the (?:current|present|next|coming|first)) \p{L}+|today|tonight|tomorrow|(?:diese|nächste)[nrs]? (?:woche|monat|jahr)|heute|morgen|für (?:löhne|weniger|das geld|diesen)|esta semana|este (?:mes|año)|hoy|mañana)(?!\p{L})/iu;
/** "No nurse will lose a post | before 2030." */
const BY_THEN =
  /^(?:before|until|till|after|by|vor|bis|nach|antes de|hasta|después de) (?:(?:the|next|this|early|late|mid|end|spring|summer|autumn|winter|der|dem|nächste[nmr]?|el|la|fin) |(?:19|20)\d\d|\d{1,2}(?!\p{L})|\p{Lu}|(?:spring|summer|autumn|winter|noon|midnight|christmas|easter)(?!\p{L}))/u;
/** "A gift | we did not want", "a plan | that nobody asked for". */
const A_THING =
  /(?<!\p{L})(?:an?|the|my|our|his|her|their|one|some|un|una|ein|eine|einen)\s(?:[\p{L}’'-]+\s){0,2}[\p{L}’'-]+$/iu;
const UNLIKE =
  /^(?:(?:that|which|who|whom)\s)?(?:(?:i|we|he|she|they|you|it|nobody|no one|none)\s)?(?:(?:have|has|had|do|does|did|would|will|could|can|was|were|is|are)\s?(?:not|n['’]t|never)|never|cannot|can['’]t|don['’]t|didn['’]t|won['’]t|nobody|no one|without)(?!\p{L})/iu;
/** "Nobody was hurt | at our plant", "every farmer | in the north": where or when nobody, or all of them. */
const AT_PLACE =
  /^(?:in|on|at|outside|inside|within|during|among|between|under|over|north of|south of|east of|west of|im|am|in der|en|para|bei|unter)\s(?!(?:all|any|fact|time|order|favou?r|front|general|particular|person|public|private|principle|my (?:life|career|view|opinion|mind)|(?:his|her|their|our) (?:life|lives|career)|the (?:world|end|first place|slightest|least|way|face|dark|meantime|middle of)|years|decades|ages|earth|purpose|record|a row|top|once|it|them|him|her|this|that|which|whom|what|vain|return|advance|detail|full)(?!\p{L}))[\p{L}\p{N}]/iu;
const OF_ALL =
  /(?<!\p{L})(?:every|each|all|most|most of|half of|many of|jede[rnms]?|alle|todos|cada)(?:\s(?:the|our|my|of|of the|los|las))?\s[\p{L}’'-]+$/iu;
/** "… for fourteen summers, | but not on Sundays". */
const EXCEPTING =
  /^(?:but|though|although|if|aber|pero) (?:not|never|nicht|no) (?:on|in|at|for|with|when|if|all|every|everywhere|everybody|everyone|always|yet|now|today|here|am|im|für|wenn|alle|immer|en|para|cuando|si|todos|siempre)(?!\p{L})/iu;

const isFollowed = (word: Word | undefined) => word !== undefined && /^\s+$/u.test(word.before);

function clauseFrom(words: readonly Word[]): string {
  const stop = words.findIndex(({ before }, at) => at > 0 && /[,;:.]/u.test(before));
  return words
    .slice(0, Math.min(8, stop < 0 ? words.length : stop))
    .map(({ raw }) => raw)
    .join(" ");
}

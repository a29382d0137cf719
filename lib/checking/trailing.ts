import { BOUND_AS } from "./bounded";
import type { Around } from "./qualifiers";

const WHO = "(?:the|my|our|his|her|their|an?|some|most|many|other|certain)\\s+(?:[\\p{L}’'-]+\\s+){1,2}?";

/** "…, I was told", "…, according to the engineers": whom the speaker had it from, said afterwards. */
const HAD_FROM = new RegExp(
  `^(?:(?:as |so )?(?:i|we)(?:['’]m|['’]re|['’]ve been| am| are| was| were| have been)(?: (?:always|often|later|since|once|now|only))? (?:told|informed|assured|led to believe|given to understand)|(?:i|we) (?:hear|heard|read|gather|understand)(?=[.,;!?”"]|$)|from what (?:i|we)|(?:so |as )?(?:they|people|critics|experts|scientists|doctors|engineers|${WHO})\\s*(?:tells?|told|assures?|assured|informs?|informed) (?:me|us)|(?:so )?(?:they|people|critics|experts|scientists|doctors|engineers) (?:say|said|claim|claimed|think|believe|insist)(?=[.,;!?”"]|$)|according to|if you believe|in (?:the|an?) (?:words?|view|opinion|eyes|judge?ment|phrase) of|in (?:the |my |our |his |her |their |some )?(?:[\\p{L}-]+ )?\\p{L}+['’]s? (?:words|view|opinion|eyes|judge?ment|phrase|telling)|by all accounts|by (?:some|most|her|his|their) accounts?|(?:so|as) the (?:story|legend|rumou?r|saying|tale) (?:goes|has it)|or so (?:the (?:story|legend) goes|${WHO}))(?!\\p{L})`,
  "iu",
);
/** "…, it seems", "… on paper": how sure it is, or in what sense. */
const LOOKS =
  /^(?:(?:or so |so )?it (?:seems|seemed|appears|appeared|looks|turns out)(?=[.,;!?”"]|$)|or so it|by the looks? of (?:it|things|them)|at a guess|in my (?:experience|book|mind)|on paper|in theory|in law|in name|in spirit|(?:officially|nominally|technically|theoretically|formally|legally|statistically)(?: speaking| at least)?(?=[.,;!?”"]|$)|in a manner|on the face of it|if memory serves|(?:everything|all things) considered|(?:rather )?sooner or later|for what it is worth)/iu;
/** "…, money permitting", "…, should the state agree": on what it hangs. */
const HANGS =
  /^(?:\p{L}+ (?:permitting|willing|allowing)(?!\p{L})|should (?:the|an?|my|our|his|her|their|it|they|he|she|we|you|\p{Lu}|this|that|anybody|anyone|somebody|nobody)|were (?:the|an?|it|they|we|he|she)(?!\p{L})|with luck|with any luck|fingers crossed|touch wood|inshallah)/iu;
/** "… or part of it", "… – or that was the plan". */
const OR_LESS =
  /^or (?:at least|part|most|some|half|a part|a third|a quarter|rather|maybe|perhaps|possibly|nearly|almost|as good as|what(?:ever)? (?:is|was)|(?:that|this|it|they|so) (?:was|were|is|are|did|does|seems?|seemed|used))(?!\p{L})/iu;
/** "… by our standards", "… compared with the last one": beside what it holds. */
const BESIDE =
  /^(?:by (?:[\p{L}’'-]+\s+){1,2}?standards|compared (?:with|to)|in comparison (?:with|to)|measured (?:by|against)|judged (?:by|against)|for an? (?:first|beginner|amateur|small|young|poor|debut)|in (?:nine|eight|seven|six|four|three|two|\d+) (?:\p{L}+ )?(?:cases|times|years|tests|trials)? ?(?:out of|of|in) (?:\p{L}+|\d+)|in \p{L}+ (?:at least|only|alone)(?!\p{L}))/iu;

/** Words whose weight hangs on for whom, where or when they hold: "free | for members", "works | in mice". */
const STATE =
  /(?<!\p{L})(?:free|open|closed|shut|safe|unsafe|dangerous|banned|barred|forbidden|prohibited|allowed|permitted|legal|illegal|lawful|unlawful|compulsory|mandatory|voluntary|obligatory|available|unavailable|effective|ineffective|works?|worked|working|true|valid|enough|sufficient|useless|harmless|harmful|normal|exempt|suspended|success|failure|disaster)$/iu;
const WHERE =
  /^(?:for|to|in|on|outside|within|inside|between|during|among|under|above|below|beyond|after|from|when|once|while|whenever|where|wherever)\s+(?!(?:(?:my|our|his|her|your|their)\s+(?:opinion|view|mind)|fact|particular|general|short|other words|you|me|us|him|her|them|(?:this|the) reason|reasons|whom|which|what)(?![\p{L}]))\p{L}/iu;
const WAS_ONCE = /(?<!\p{L})(?:was|were|had|came|went|did|\p{L}{3,}ed)(?!\p{L})/iu;
/** "The tax will rise | for people with two homes." */
const FOR_WHOM =
  /^(?:for|to|among|in) (?:the )?(?:people|those|anyone|anybody|everyone|everybody|\p{Ll}{3,}s|men|women|children) (?:who|whose|with|without|in|under|over|aged|from|living|that|earning|outside|inside)(?!\p{L})/iu;
/** "… once you have a card", "… when the lifeguard is ill". */
const WHENEVER = /^(?:once|when|whenever|where|wherever|while|only when)\s/iu;
const STANDING =
  /(?<!\p{L})(?:is|are|isn['’]t|aren['’]t|will|won['’]t|can|cannot|can['’]t|must|may|works?|gets?|pays?|\p{L}+['’](?:s|re|ll))(?!\p{L})/iu;
const MUST = /(?<!\p{L})(?:will|shall|must|either|ought to|(?:has|have|going) to|\p{L}+['’]ll)(?!\p{L})/iu;
/** "Mend any wall | that can be shown to be ours": of which of all the words hold. */
const ANY =
  /(?<!\p{L})(?:any|every|each|all|no|anybody|anyone|everybody|everyone|nobody|whoever|anything|everything|nothing|whatever|only)(?:\s(?:the\s)?[\p{L}’'-]+){0,3}$/iu;
const WHICH = /^(?:who|that|which|whose)\s(?!(?:he|she|it|they|we|i|you|is why|was why)(?!\p{L}))\p{L}/iu;
/** "I did not see the one | that you have on the screen". */
const THE_ONE = /(?<!\p{L})(?:the ones?|those)$/iu;
const OF_WHICH = /^(?:who|that|which|whose)\s\p{L}/iu;
const DENIED = /(?<!\p{L})(?:not|never|no|nobody|nothing|\p{L}+n['’]t)(?!\p{L})/iu;
/** "It was never late | because of fog": what is denied is the cause or the manner, and not the thing. */
const ON_ACCOUNT =
  /^(?:because(?! i| we| it)|on account of|due to|owing to|out of (?:\p{Ll}+)(?=[.,;!?”"]|$)|for want of|for lack of|for the sake of|simply to|just to|merely to|in order to|by accident|by chance|on purpose|for fun|for nothing)(?!\p{L})/iu;
/** A fragment that stands as a sentence: "It works. | In mice." */
const FRAGMENT =
  /^["”’»]?\s*((?:for now|so far|for the moment|on paper|in theory|in part|sometimes|in (?:\p{Ll}+s|mice|\p{Lu}\p{L}+)|on \p{Lu}\p{L}+days|until \p{L}+|under \p{L}+ \p{L}+|at least (?:[\p{L}’'-]+\s?){1,4}|or (?:it|they|we|he|she|that|most|some|part|half|nearly|almost)(?:\s[\p{L}’'-]+){0,5}|with luck|god willing))(?:[.!]|,?["”’»]|,?$)/iu;

/** What goes on right behind the quoted words, in their own sentence, and bounds them; null where nothing does. */
export function trailedBy(tail: string, gap: string, words: string): Around | null {
  const plain = tail.replace(/^[\s,–—-]+/u, "");
  const shown =
    plain
      .split(/[.,;:!?”"]/u)[0]
      ?.trim()
      .split(/\s+/u)
      .slice(0, 8)
      .join(" ") ?? "";
  if (HAD_FROM.test(plain)) return { is: "attribution", text: shown };
  if (LOOKS.test(plain)) return { is: "hedge", text: shown };
  if (HANGS.test(plain)) return { is: "condition", text: shown };
  if (BOUND_AS.test(plain)) return { is: "scope", text: shown };
  if (OR_LESS.test(plain) || BESIDE.test(plain)) return { is: "scope", text: shown };
  if (/^\s*,?\s*$/u.test(gap) && FOR_WHOM.test(plain)) return { is: "scope", text: shown };
  const isClose = /^\s*$/u.test(gap);
  if ((isClose || /^\s*[–—]\s*$/u.test(gap)) && STATE.test(words) && WHERE.test(plain)) {
    if (!WHENEVER.test(plain) || !WAS_ONCE.test(shown)) return { is: "scope", text: shown };
  }
  if (isClose && WHENEVER.test(plain) && STANDING.test(words) && !WAS_ONCE.test(shown))
    return { is: "condition", text: shown };
  if (isClose && ANY.test(words) && WHICH.test(plain)) return { is: "scope", text: shown };
  if (isClose && THE_ONE.test(words) && OF_WHICH.test(plain)) return { is: "scope", text: shown };
  if (isClose && DENIED.test(words) && ON_ACCOUNT.test(plain)) return { is: "scope", text: shown };
  // "we will rebuild the bridge | or move the village"
  if (isClose && MUST.test(words) && /^or\s(?!so(?!\p{L})|something|whatever)/iu.test(plain))
    return { is: "scope", text: shown };
  return null;
}

/** "It works. | In mice.": a sentence of a few words that bounds the one before it. */
export const boundBy = (behind: string): string | null => FRAGMENT.exec(behind)?.[1]?.trim() ?? null;

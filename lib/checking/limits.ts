import { conceded } from "./concessions";
import type { Around } from "./qualifiers";
import { boundBy } from "./trailing";

const PART =
  "(?:some|most|many|certain|several|a few|very few|a handful of|half of|bad|good|better|worse|rare|quiet|busy|ordinary|normal)";

/** "On some nights | I hate it", "nine times out of ten": how often, or for how many, set before the clause. */
const BEFORE = new RegExp(
  `(?:^|[.;:–—,]\\s*|(?<!\\p{L})(?:and|but|so|that|und|aber|y|pero)\\s+)(?:(?:on|in|at|for|during|from|with|to|by|of)\\s+(?:a\\s+|an\\s+|the\\s+)?${PART}\\s+(?:[\\p{L}’'-]+\\s*){1,4}(?:,?\\s(?:but|though|if) (?:by no means|not) (?:all|every\\p{L}*|always|everywhere|each|in (?:all|every))(?:\\s[\\p{L}’'-]+){0,3})?|(?:some|most|many|certain)\\s+(?:days|nights|mornings|evenings|weeks|weekends|months|years|summers|winters|seasons|times)|with (?:(?:one|two|three|a few|some|several|very few) )?exceptions?|half the time|(?:nine|eight|seven|four|three|two) (?:times|days|nights|years) (?:out of|in) (?:ten|five|four|three)|more often than not|as a rule|now and then|once in a while|every so often|from time to time|at times|an (?:manchen|guten|schlechten|den meisten) \\p{L}+|in (?:manchen|vielen|den meisten) \\p{L}+|(?:algunas|muchas) (?:veces|noches|mañanas)|algunos días|en (?:algunos|muchos) \\p{L}+),?\\s*$`,
  "iu",
);

/** What opens the record's clause before the quoted words and limits how often or for whom they hold; null without it. */
export const limitBefore = (before: string): string | null =>
  BEFORE.exec(before)?.[0].replace(/^[\s.;:–—,]+|[\s,]+$/gu, "") ?? null;

/** "… | and with other things", "… | on most days", "… | or thereabouts": what is not all of it, or not always. */
const BEHIND = new RegExp(
  `^(?:(?:and|or)\\s+(?:(?:with|to|for|in|of|by|from|on|against|about)\\s+)?(?:(?:many|some|several|a few|lots of)\\s+)?(?:others?|another|much else|a lot else|something else|thereabouts|the other way round|not at all)(?!\\p{L})|(?:on|in|at|for|during|with)\\s+(?:a\\s+|an\\s+|the\\s+)?${PART}\\s+(?:days?|nights?|mornings?|weeks?|weekends?|months?|years?|cases?|places?|parts?|ways?|respects?|circumstances|conditions|people|times?|areas?|schools?|towns?|countries)(?!\\p{L})|(?:on|for|in|at|during) (?:one|an?|two|three|a single) (?:[\\p{L}-]+ ){1,2}only(?!\\p{L})|for (?:about|around|roughly|almost|nearly|only|the first|the last|half|much of|most of|part of|a few)\\s(?:[\\p{L}\\p{N}’'-]+\\s){0,3}?(?:minutes?|hours?|days?|weeks?|months?|years?|while|time|game|match|half|season|evening|night)(?!\\p{L})|half the time|more often than not|now and then|once in a while|every so often|from time to time|at times|in (?:manchen|den meisten|vielen) |an (?:manchen|guten|den meisten) |(?:algunas|muchas) veces)`,
  "iu",
);

/** What goes on behind the quoted words in the same breath and limits them. */
export const limitBehind = (tail: string): string | null => {
  const found = BEHIND.exec(tail);
  return found === null
    ? null
    : (tail
        .split(/[.,;:!?]/u)[0]
        ?.trim()
        .split(/\s+/u)
        .slice(0, 8)
        .join(" ") ?? null);
};

const TAKEN_BACK =
  /^["”’»]?\s*((?:(?:and|but|or|then again,?)\s+)?(?:(?:it|that|this|he|she|they|there)\s+(?:may|might|could)\s+(?:have been|(?:also|well|just as well|not) be)(?!\p{L})|(?:i|we)\s+(?:may|might|could)\s+(?:be|have been)\s+(?:wrong|mistaken|imagining)|(?:i|we)(?:['’]m|['’]re|\s+am|\s+are)\s+not\s+(?:sure|certain|sworn)|(?:i|we)\s+(?:can(?:not|['’]t| not)|could(?:n['’]t| not)|would(?:n['’]t| not))\s+(?:swear|be sure|be certain|promise|prove|guarantee|bet)(?=[.,!]|\s(?:to |on )?(?:it|that)[.,!]|\sthat (?:it|they|he|she|we|you)(?!\p{L}))|at least,?\s+(?:i|we|so|that['’]?s?)(?!\p{L})|so\s+(?:i|we)\s+(?:think|hope|believe|hear|am told|are told)|(?:i|we)\s+(?:think|believe|hope|guess|suppose)(?:\s+so)?[.!]|or so\s|(?:it|that|this)\s+(?:was|is)\s+(?:only\s+|just\s+)?(?:an?|my)\s+(?:[\p{L}-]+\s+)?(?:joke|lie|slip|metaphor|exaggeration|figure of speech|guess|way of speaking)(?!\p{L})|(?:i|we)\s+(?:was|were|am|are)\s+(?:only\s+|just\s+|of course\s+)?(?:joking|kidding|lying|exaggerating|teasing|guessing)(?!\p{L})|well,?\s+(?:not quite|not really|half|most|some|part|nearly|almost|maybe|perhaps|sort of)(?!\p{L})|not\s+(?:always|all|quite|every\p{L}*|yet|entirely|exactly|on|that|this|in|at|for|with|here|now|then|any more|anymore|often)(?!\p{L})|(?:perhaps|maybe|possibly|probably|usually|mostly|sometimes|on paper|in theory|on average|more or less|give or take)(?:[.,!]|\s+not(?!\p{L}))|(?:with|there (?:is|are|was|were))\s+(?:one|some|a few)\s+exceptions?(?!,)|vielleicht(?: auch)? nicht|nicht immer|no siempre|quizás? no)[^.!?]{0,60}(?:[.!?]|$))/iu;
const MOST_WORDS = 12;

/** "It was the second of May. | It may have been the third.": the sentence behind the quoted one that takes it back. */
export function takenBack(text: string, end: number, to: number): Around | null {
  const gap = /^[.!…]["”’»)]{0,2}\s+/u.exec(text.slice(end, Math.min(to, end + 6)));
  if (gap === null) return null;
  const behind = text.slice(end + gap[0].length, Math.min(to, end + 160));
  const bound = boundBy(behind);
  if (bound !== null) return { is: "scope", text: bound };
  const found = TAKEN_BACK.exec(behind)?.[1];
  if (found === undefined || found.split(/\s+/u).length > MOST_WORDS) return null;
  return { is: "hedge", text: found.trim() };
}

const LIMITS =
  /^(?:for|over|in|on|at|within|during|until|by|from|after|before) (?:the )?(?:first|last|next|final|early|late|past|coming|most|half|some|one|two|three)(?!\p{L})[^,.;:]*$/iu;

/** "Every farmer | who registered before July | will be paid": of whom or what the words hold. */
const OF_WHOM = /^(?:who|whose|that|which)\s(?!(?:is|was) why(?!\p{L}))[^,.;:]+$/iu;

/** "For the last four metres": a phrase within the sentence that says how far the words hold. */
export const limitOf = (words: string): string | null =>
  LIMITS.test(words) || OF_WHOM.test(words) ? words : (limitBehind(words) ?? conceded(words));

import type { Article } from "../grammar";
import { headlinesOf, isTitled } from "../text";
import { isKicker, isVoice } from "./kickers";
import type { Labelled } from "./labelled";

const SAYS =
  "(?<cue>(?:[Ss]ay|[Cc]laim|[Ww]arn|[Ii]nsist|[Aa]dmit|[Aa]rgue|[Rr]eveal|[Ff]ind|[Ss]uggest)s?|[Ss]aid)";
const WHO = "(?<who>[\\p{L}][\\p{L}\\p{M} .’'-]{1,50})";
const HEADLINE_TAGS = [
  new RegExp(`^(?<words>[^“”"]{8,110}?)(?:,| –| —| -)\\s${SAYS}\\s${WHO}$`, "u"),
  new RegExp(`^(?<words>[^“”"]{8,110}?)(?:,| –| —| -)\\s${WHO}\\s${SAYS}$`, "u"),
];

// "Pump is too old: mayor"
// "Pump is too old – bosses"
const OFFICE_BEHIND =
  /^(?<words>[^“”":–—]{8,110})(?::|\s[–—-])\s(?<who>\p{Ll}[\p{L}’'-]*(?:\s\p{Ll}[\p{L}’'-]*){0,2}(?:\s(?:of|for|in|at)\s\p{Lu}[\p{L}’'-]*(?:\s\p{Lu}[\p{L}’'-]*){0,2})?)$/u;

// "‘We were left to drown’: flood victims turn on water firm": somebody says it, and the line seldom says who
const QUOTE_FIRST = /^(?<words>['‘"“][^'"“”‘]{8,90}['’"”]):\s(?=[\p{L}\p{N}])/u;
const CLAUSE_IN_MARKS =
  /(?:^|[\s'‘"“])(?:I|[Ww]e|[Yy]ou|[Tt]hey|[Hh]e|[Ss]he|[Ii]t|[Tt]hem|[Uu]s|[Mm]e|[Mm]y|[Oo]ur|is|are|was|were|will|can|must|[Nn]o|[Nn]ot|[Nn]ever|[Dd]on[’']t)(?=[\s’'"”!?.,])|[!?]['’"”]/u;

/** What stands over a headline: "Exclusive: …" */
const KICKER = /^([\p{L}&][\p{L}& ]{2,20}):\s+/u;
// "Scientists Say Ice Is Melting Faster": in capitals only a clause with its verb is surely what they say
const HEADLINE_CLAUSE =
  /^(?<who>\p{Lu}[\p{L}.’'-]*(?:\s\p{Lu}[\p{L}.’'-]*){0,3})\s(?<cue>(?:Say|Claim|Warn|Insist|Admit|Argue)s?|Said|Warned|Claimed)\s(?:That\s)?(?<words>[^“”"':]*\b(?:Is|Are|Was|Were|Will|Would|Has|Have|Had|Can|Must|Should|Could|May|Did|Needs?)\b[^“”"':]*)$/u;

// "Senator Kane Slams Drug Prices As ‘Obscene’"
const HEADLINE_VERDICT =
  /^(?<who>\p{Lu}[\p{L}.’-]*(?:\s\p{Lu}[\p{L}.’-]*){0,3})\s(?<cue>(?:Slam|Call|Brand|Blast|Label|Dismisse|Reject|Hail|Condemn|Describe|Denounce|Decrie|Mock|Praise|Attack|Rip|Dub|Deem)s?|(?:Slamm|Call|Brand|Blast|Label|Dismiss|Reject|Hail|Condemn|Describ|Denounc|Mock|Prais|Attack|Dubb)ed)\s[^“”"]{2,60}\s(?:[Aa]s\s)?(?<words>['‘"“][^'"“”]{3,60}['’"”])(?:\s\p{Lu}[^“”"]{0,30})?$/u;

/** "Bridge will stay shut, says mayor": the tag of a headline, which has no article before its noun. */
export function taggedHeadlines({ text, paragraphs, language }: Article): Labelled[] {
  const { trained } = language;
  if (trained === null) return [];
  return headlinesOf(text, paragraphs).flatMap(({ startUtf16, endUtf16 }): Labelled[] => {
    const kicker = KICKER.exec(text.slice(startUtf16, endUtf16));
    const from = startUtf16 + (kicker !== null && isKicker(kicker[1] ?? "") ? kicker[0].length : 0);
    const line = text.slice(from, endUtf16);
    const reported = isTitled(line) ? (HEADLINE_CLAUSE.exec(line) ?? HEADLINE_VERDICT.exec(line)) : null;
    if (reported?.groups !== undefined) {
      const { who = "", cue = "", words = "" } = reported.groups;
      const cueAt = from + who.length + 1;
      return [
        {
          rule: "headline",
          speaker: { startUtf16: from, endUtf16: from + who.length },
          cue: { startUtf16: cueAt, endUtf16: cueAt + cue.length },
          content: [wordsAt(from + line.lastIndexOf(words), words)],
        },
      ];
    }
    const office = OFFICE_BEHIND.exec(line);
    const last =
      office?.groups?.who
        ?.replace(/\s(?:of|for|in|at)\s.*$/u, "")
        .split(" ")
        .at(-1) ?? "";
    if (office?.groups !== undefined && isVoice(trained.cast, last)) {
      const { words = "", who = "" } = office.groups;
      return [
        {
          rule: "headline",
          speaker: { startUtf16: endUtf16 - who.length, endUtf16 },
          cue: { startUtf16: endUtf16 - who.length - 2, endUtf16: endUtf16 - who.length - 1 },
          content: [{ startUtf16: from, endUtf16: from + words.length }],
        },
      ];
    }
    const led = QUOTE_FIRST.exec(line)?.groups;
    if (led?.words !== undefined && CLAUSE_IN_MARKS.test(led.words))
      return [
        {
          rule: "headline",
          speaker: null,
          cue: { startUtf16: from + led.words.length, endUtf16: from + led.words.length + 1 },
          content: [wordsAt(from, led.words)],
        },
      ];
    const match = HEADLINE_TAGS.map((tag) => tag.exec(line)).find((found) => found !== null);
    if (match?.groups === undefined) return [];
    const { words = "", cue = "", who = "" } = match.groups;
    const isLast = line.endsWith(who);
    const speakerAt = endUtf16 - who.length - (isLast ? 0 : cue.length + 1);
    const cueAt = isLast ? speakerAt - 1 - cue.length : endUtf16 - cue.length;
    return [
      {
        rule: "headline",
        speaker: { startUtf16: speakerAt, endUtf16: speakerAt + who.length },
        cue: { startUtf16: cueAt, endUtf16: cueAt + cue.length },
        content: [{ startUtf16: from, endUtf16: from + words.length }],
      },
    ];
  });
}

const wordsAt = (startUtf16: number, words: string) => ({ startUtf16, endUtf16: startUtf16 + words.length });

import type { Draft } from "../drafts";
import type { Article } from "../grammar";
import type { Circumstances, Evidence, Mention, Span } from "../model";
import { firstEndingAfter } from "../text";

const DAY = "(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)";
const MONTH =
  "(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.|Feb\\.|Mar\\.|Apr\\.|Aug\\.|Sept?\\.|Oct\\.|Nov\\.|Dec\\.)";
const PART = "(?:\\s(?:morning|afternoon|evening|night))?";
const WHEN = new RegExp(
  `\\b(?:(?:[Oo]n\\s)?(?:late\\s|early\\s|last\\s|this\\s)?${DAY}${PART}|(?:on\\s)?(?:${MONTH}\\s\\d{1,2}|\\d{1,2}\\s${MONTH})(?:,?\\s(?:19|20)\\d\\d)?|in\\s${MONTH}(?:\\s(?:19|20)\\d\\d)?|in\\s(?:19|20)\\d\\d|earlier\\s(?:today|this\\s(?:week|month|year))|(?:yesterday|today)${PART}|tonight|last\\s(?:week|month|year|night)|this\\s(?:week|month|year|morning|afternoon|evening))(?![\\p{L}\\p{N}])`,
  "u",
);
const NAME = "\\p{Lu}[\\p{L}.’'-]*";
const WHERE = new RegExp(`\\b(?:[Ii]n|[Ff]rom|[Aa]t)\\s(?<place>${NAME}(?:\\s${NAME}){0,3})`, "gu");
const OCCASION =
  "(?:interview|speech|(?:news|press) conference|press briefing|briefing|debate|hearing|rally|meeting|summit|conference|address|testimony|broadcast|podcast|ceremony|trial|vigil|sermon|lecture|statement|letter|e-?mail|post|tweet|memo|phone call|court)";
const EVENT = new RegExp(
  `\\b(?:[Ii]n|[Dd]uring|[Aa]t|[Aa]fter)\\s(?<event>(?:(?:an?|the|his|her|their|its|this|that)\\s)?(?:[\\p{L}-]+\\s){0,3}?${OCCASION}(?:\\s(?:with|to|on|for|in|at)\\s(?:the\\s)?${NAME}(?:\\s${NAME}){0,3})?)(?![\\p{L}])`,
  "u",
);

/** When, where and on what occasion the words were said, as the clause of the cue prints it. */
export function circumstancesOf(article: Article, draft: Draft): Circumstances {
  const clauses = reportingClauses(article, draft);
  const find = (pattern: RegExp, group?: string): Mention | null => {
    for (const clause of clauses) {
      const match = pattern.exec(article.text.slice(clause.startUtf16, clause.endUtf16));
      if (match === null) continue;
      const text = (group === undefined ? match[0] : match.groups?.[group]) ?? "";
      const startUtf16 = clause.startUtf16 + match.index + match[0].lastIndexOf(text);
      return { startUtf16, endUtf16: startUtf16 + text.length, text };
    }
    return null;
  };
  const { reports } = article.language;
  const { when, place, event } = reports ?? { when: WHEN, place: WHERE, event: EVENT };
  return { when: find(when), place: placeIn(article, clauses, place), event: find(event, "event") };
}

/** A reason for each circumstance that is proposed, in the words of the text. */
export function reasonsOf({ when, place, event }: Circumstances): Evidence[] {
  const reason = (mention: Mention | null, because: string): Evidence[] =>
    mention === null
      ? []
      : [
          {
            what: "circumstance",
            because,
            span: { startUtf16: mention.startUtf16, endUtf16: mention.endUtf16 },
          },
        ];
  return [
    ...reason(when, `*${when?.text}* beside the cue says when`),
    ...reason(place, `*${place?.text}* beside the cue says where`),
    ...reason(event, `*${event?.text}* beside the cue says on what occasion`),
  ];
}

function placeIn({ text, language }: Article, clauses: readonly Span[], where: RegExp): Mention | null {
  for (const { startUtf16, endUtf16 } of clauses) {
    for (const match of text.slice(startUtf16, endUtf16).matchAll(where)) {
      const place = match.groups?.place ?? "";
      if (!language.places.isPlace(place.toLowerCase())) continue;
      const from = startUtf16 + match.index + match[0].length - place.length;
      return { startUtf16: from, endUtf16: from + place.length, text: place };
    }
  }
  return null;
}

/** What stands in the sentence of the cue outside the words that were said, the clause behind the cue first. */
function reportingClauses({ sentences }: Article, { cue, spans, frame, report }: Draft): Span[] {
  if (cue === null || (frame === null && report === undefined)) return [];
  const sentence = sentences[firstEndingAfter(sentences, cue.startUtf16)];
  if (sentence === undefined) return [];
  const before = spans.filter(({ endUtf16 }) => endUtf16 <= cue.startUtf16).map(({ endUtf16 }) => endUtf16);
  const after = spans
    .filter(({ startUtf16 }) => startUtf16 >= cue.endUtf16)
    .map(({ startUtf16 }) => startUtf16);
  const clause = {
    startUtf16: cue.endUtf16,
    endUtf16: Math.min(sentence.endUtf16, cue.endUtf16 + 160, ...after),
  };
  const lead = {
    startUtf16: Math.max(sentence.startUtf16, cue.startUtf16 - 160, ...before),
    endUtf16: cue.startUtf16,
  };
  // behind words that begin right after the cue the reporter may add when and where: “…” on Monday
  const tail = spans.at(-1)?.endUtf16 ?? sentence.endUtf16;
  const added = { startUtf16: tail, endUtf16: Math.min(sentence.endUtf16, tail + 80) };
  return [clause, lead, ...(tail > cue.endUtf16 && tail < sentence.endUtf16 ? [added] : [])].filter(
    ({ startUtf16, endUtf16 }) => endUtf16 > startUtf16,
  );
}

import type { Article } from "../grammar";
import type { Span } from "../model";
import type { Stretch } from "../text";
import { firstEndingAfter, headlinesOf, turnsOf } from "../text";
import { countWords } from "../weights";

/** A statement that a label attributes: "SYED: We agree.", a turn of a transcript, a quotation signed "— Baqir Syed". */
export interface Labelled {
  readonly rule: "name-colon" | "signed" | "turn" | "headline";
  readonly speaker: Span;
  readonly cue: Span;
  readonly content: readonly Span[];
  /** The name that a list at the top of a transcript gives the label. */
  readonly listed?: string | null;
}

// “SYED:”, “Gen. Asif:”, “Q:”, at the start of a paragraph or right after an opening mark
const LABEL =
  /^["“”'‘]?(?<name>@[\p{L}\p{N}_.]{2,40}|(?:(?:Sen|Rep|Gov|Gen|Dr|Mr|Mrs|Ms|Prof|Lt|Col|Capt)\.\s)?(?:\p{Lu}[\p{L}.’'-]*)(?:\s(?:of|de|van|von|al|bin|the|\p{Lu}[\p{L}.’'-]*)){0,4}(?:\s\([^()\n]{1,30}\))?)(?<colon>\s?:)\s+(?=\S)/u;
const DIALOGUE = /^["“”'‘]?(?:[\p{Lu}][\p{Lu}.’'\- ]+|[QA])$/u;
const NO_SPEAKER =
  /^(?:Note|Notes|Update|Updated|Photo|Photos|Video|Watch|Read|Read more|See also|Related|Correction|Clarification|Source|Sources|Editor’s note|Editor's note|Image|Credit|Warning|Spoiler|Exclusive|Breaking|Analysis|Opinion|Review|Fact check|Fact Check|Poll|Report|Study|Listen|Follow|Contact|Tags|Topics|More|Also|Plus|Example|Question|Answer|Full text|FULL TEXT|ABSTRACT|UPDATE|WATCH|VIDEO|PHOTO|PHOTOS|READ|NOTE|BREAKING|EXCLUSIVE|Subject|To|From|Re|Date|Time|Place|Location|When|Where|Who|What|Why|How|The Latest)$/u;
// "Said Ellis: “…”": a verb and its subject, not a name
const INVERTED = /^(?:Said|Says|Added|Asked|Wrote|Tweeted|Replied|Declared) \p{Lu}/u;
const SIGNATURE =
  /^\s*(?<dash>―|—|–|--|-)\s*(?<name>(?:\p{Lu}[\p{L}.’'-]*)(?:\s(?:of|de|del|la|van|von|al|bin|\p{Lu}[\p{L}.’'-]*)){0,5})(?=\s*(?:$|[,(]))/u;

/** Finds labelled statements; `stretches` are the quoted stretches of the article. */
export function labelledStatements(article: Article): Labelled[] {
  const turns = turnsOf(article.text, article.paragraphs).map(
    ({ name, sign, pieces, listed }): Labelled => ({
      rule: "turn",
      speaker: name,
      cue: sign,
      content: pieces,
      listed,
    }),
  );
  const own = turns.length > 0 ? turns : [...named(article), ...taggedHeadlines(article)];
  return [...own, ...signed(article)].sort(
    (one, other) => (one.content[0]?.startUtf16 ?? 0) - (other.content[0]?.startUtf16 ?? 0),
  );
}

function named(article: Article): Labelled[] {
  const { text, paragraphs } = article;
  const labels = paragraphs.map((paragraph) => {
    const match = LABEL.exec(
      text.slice(paragraph.startUtf16, Math.min(paragraph.endUtf16, paragraph.startUtf16 + 120)),
    );
    const name = match?.groups?.name ?? "";
    return match !== null && !NO_SPEAKER.test(name) && !INVERTED.test(name) ? match : null;
  });
  const dialogue = labels.filter((match) => match !== null && DIALOGUE.test(match.groups?.name ?? "")).length;
  return labels.flatMap((match, at) => {
    const paragraph = paragraphs[at];
    if (match === null || paragraph === undefined) return [];
    const name = match.groups?.name ?? "";
    const startUtf16 = paragraph.startUtf16 + match[0].length;
    const rest = text.slice(startUtf16, paragraph.endUtf16);
    const isTranscript = (dialogue >= 2 && DIALOGUE.test(name)) || name.startsWith("@");
    const isQuoted = /^["“‘'«„]/u.test(rest);
    // a headline such as “Asif: Kabul must act” stands alone in its paragraph and ends without a full stop or soon
    const isHeadline = at <= 1 && rest.length < 160 && /^\p{L}.*\s/u.test(rest);
    if (!isTranscript && !isQuoted && !isHeadline) return [];
    const nameStart = paragraph.startUtf16 + match[0].indexOf(name);
    const colon = match.groups?.colon ?? ":";
    return [
      {
        rule: "name-colon",
        speaker: { startUtf16: nameStart, endUtf16: nameStart + name.length },
        cue: {
          startUtf16: nameStart + name.length + colon.length - 1,
          endUtf16: nameStart + name.length + colon.length,
        },
        content: [
          {
            startUtf16,
            endUtf16: isQuoted ? endOfQuoted(article, startUtf16, paragraph) : paragraph.endUtf16,
          },
        ],
      } satisfies Labelled,
    ];
  });
}

const SAYS =
  "(?<cue>(?:[Ss]ay|[Cc]laim|[Ww]arn|[Ii]nsist|[Aa]dmit|[Aa]rgue|[Rr]eveal|[Ff]ind|[Ss]uggest)s?|[Ss]aid)";
const WHO = "(?<who>[\\p{L}][\\p{L}\\p{M} .’'-]{1,50})";
const HEADLINE_TAGS = [
  new RegExp(`^(?<words>[^“”"]{8,110}?)(?:,| –| —| -)\\s${SAYS}\\s${WHO}$`, "u"),
  new RegExp(`^(?<words>[^“”"]{8,110}?)(?:,| –| —| -)\\s${WHO}\\s${SAYS}$`, "u"),
];

/** "Bridge will stay shut, says mayor": the tag of a headline, which has no article before its noun. */
function taggedHeadlines({ text, paragraphs, language }: Article): Labelled[] {
  if (!language.hasGrammar) return [];
  return headlinesOf(text, paragraphs).flatMap(({ startUtf16, endUtf16 }) => {
    const line = text.slice(startUtf16, endUtf16);
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
        content: [{ startUtf16, endUtf16: startUtf16 + words.length }],
      } satisfies Labelled,
    ];
  });
}

function endOfQuoted(article: Article, startUtf16: number, paragraph: Span): number {
  const stretch = article.stretches[firstEndingAfter(article.stretches, startUtf16)];
  return stretch?.endUtf16 ?? paragraph.endUtf16;
}

function signed(article: Article): Labelled[] {
  const { text, paragraphs, stretches } = article;
  const found: Labelled[] = [];
  let at = 0;
  for (const stretch of stretches) {
    while (at + 1 < paragraphs.length && (paragraphs[at]?.endUtf16 ?? 0) < stretch.endUtf16) at += 1;
    const own = paragraphs[at];
    const next = paragraphs[at + 1];
    if (own === undefined) continue;
    const label =
      signatureIn(text, stretch.endUtf16, own.endUtf16) ??
      (own.endUtf16 <= stretch.endUtf16 && next !== undefined
        ? signatureIn(text, next.startUtf16, next.endUtf16)
        : null);
    if (label !== null && isWhole(text, stretch))
      found.push({
        rule: "signed",
        ...label,
        content: [{ startUtf16: stretch.startUtf16, endUtf16: stretch.endUtf16 }],
      });
  }
  return found;
}

function signatureIn(text: string, from: number, to: number): { speaker: Span; cue: Span } | null {
  if (to - from > 160) return null;
  const match = SIGNATURE.exec(text.slice(from, to));
  if (match?.groups === undefined) return null;
  const dash = match.groups.dash ?? "";
  const name = match.groups.name ?? "";
  const cueStart = from + match[0].indexOf(dash);
  const nameStart = from + match[0].indexOf(name, match[0].indexOf(dash) + dash.length);
  return {
    speaker: { startUtf16: nameStart, endUtf16: nameStart + name.length },
    cue: { startUtf16: cueStart, endUtf16: cueStart + dash.length },
  };
}

function isWhole(text: string, stretch: Stretch): boolean {
  return countWords(text.slice(stretch.startUtf16, stretch.endUtf16)) >= 3;
}

import type { Article } from "../grammar";
import { BODY_NOUNS, COLLECTIVE_NOUNS, ROLE_NOUNS } from "../languages/en";
import type { Span } from "../model";
import type { Mail, Stretch } from "../text";
import { firstEndingAfter, headlinesOf, isTitled, turnsOf } from "../text";
import { countWords } from "../weights";

/** A statement that a label attributes: "SYED: We agree.", a turn of a transcript, a quotation signed "— Baqir Syed". */
export interface Labelled {
  readonly rule: "name-colon" | "signed" | "turn" | "headline" | "mail";
  readonly speaker: Span;
  readonly cue: Span;
  readonly content: readonly Span[];
  /** The name that a list at the top of a transcript gives the label. */
  readonly listed?: string | null;
}

// “SYED:”, “Gen. Asif:”, “Q:”, at the start of a paragraph or right after an opening mark
const LABEL =
  /^(?:[-–—]\s)?["“”'‘]?(?:RT\s)?(?<name>@[\p{L}\p{N}_.]{2,40}|(?:(?:Sen|Rep|Gov|Gen|Dr|Mr|Mrs|Ms|Prof|Lt|Col|Capt)\.\s)?(?:\p{Lu}[\p{L}.’'-]*)(?:\s(?:of|de|van|von|al|bin|the|\p{Lu}[\p{L}.’'-]*)){0,4}(?:\s\([^()\n]{1,30}\))?)(?<colon>\s?:)\s+(?=\S)/u;
const DIALOGUE = /^["“”'‘]?(?:[\p{Lu}][\p{Lu}.’'\- ]+|[QA])$/u;
const NO_SPEAKER =
  /^(?:Note|Notes|Update|Updated|Photo|Photos|Video|Watch|Read|Read more|See also|Related|Correction|Clarification|Source|Sources|Editor’s note|Editor's note|Image|Credit|Warning|Spoiler|Exclusive|Breaking|Analysis|Opinion|Review|Fact check|Fact Check|Poll|Report|Study|Listen|Follow|Contact|Tags|Topics|More|Also|Plus|Example|Question|Answer|Full text|FULL TEXT|ABSTRACT|UPDATE|WATCH|VIDEO|PHOTO|PHOTOS|READ|NOTE|BREAKING|EXCLUSIVE|Subject|To|From|Re|Date|Time|Place|Location|When|Where|Who|What|Why|How|The Latest|Recipe|Obituary|Quiz|Podcast|Live|Profile|Interview|Explainer|Explained|Letters?|Editorial|Column|Comment|Caption|Gallery|Timeline|Factbox|Weather|Sports?|News|Today|Feature|Essay|Recap|Preview|Guide|Books?|Films?|Maps?|Charts?|Data|Q&A|In pictures|In brief|Newsletter|Alert|Just in|Just In|Developing)$/u;
/** Whether a label is a heading: "LIVE" and "Live" are one. */
function isKicker(name: string): boolean {
  const isShout = name.length > 3 && name === name.toUpperCase();
  return NO_SPEAKER.test(name) || (isShout && NO_SPEAKER.test(`${name[0]}${name.slice(1).toLowerCase()}`));
}

// "Said Ellis: “…”": a verb and its subject, not a name
const INVERTED = /^(?:Said|Says|Added|Asked|Wrote|Tweeted|Replied|Declared) \p{Lu}/u;
// “We stayed”: Rosa Vidal on the flood
const NAMED_BEHIND =
  /^(?<dash>:)\s(?<name>\p{Lu}[\p{L}.’'-]*(?:\s(?:\p{Ll}{2,3}\s)?\p{Lu}[\p{L}.’'-]*){1,3})(?=\s*$|\s(?:on|about|after|over|speaks|talks)\s[^.!?]*$)/u;
const SIGNATURE =
  /^\s*(?<dash>―|—|–|--|-)\s*(?<name>@[\p{L}\p{N}_.]{2,40}|(?:\p{Lu}[\p{L}.’'-]*)(?:\s(?:of|de|del|la|van|von|al|bin|\p{Lu}[\p{L}.’'-]*)){0,5})(?=\s*(?:$|[,(]))/u;

/** Finds labelled statements: turns, labels, signatures, tags of headlines, and the bodies of quoted e-mails. */
export function labelledStatements(article: Article, mails: readonly Mail[] = []): Labelled[] {
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
  const written = mails.map(
    ({ name, sign, body }): Labelled => ({ rule: "mail", speaker: name, cue: sign, content: [body] }),
  );
  return [...own, ...signed(article), ...written].sort(
    (one, other) => (one.content[0]?.startUtf16 ?? 0) - (other.content[0]?.startUtf16 ?? 0),
  );
}

function named(article: Article): Labelled[] {
  const { text, paragraphs } = article;
  const labels = paragraphs.map((paragraph, at) => {
    const match = LABEL.exec(
      text.slice(paragraph.startUtf16, Math.min(paragraph.endUtf16, paragraph.startUtf16 + 120)),
    );
    if (match === null && at <= 1) return officeLabel(article, paragraph);
    const name = match?.groups?.name ?? "";
    return match !== null && !isKicker(name) && !INVERTED.test(name) ? match : null;
  });
  const dialogue = labels.filter((match) => match !== null && DIALOGUE.test(match.groups?.name ?? "")).length;
  const counts = new Map<string, number>();
  for (const match of labels) {
    const name = match?.groups?.name;
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return labels.flatMap((match, at) => {
    const paragraph = paragraphs[at];
    if (match === null || paragraph === undefined) return [];
    const name = match.groups?.name ?? "";
    const startUtf16 = paragraph.startUtf16 + match[0].length;
    const rest = text.slice(startUtf16, paragraph.endUtf16);
    const isTranscript = (dialogue >= 2 && DIALOGUE.test(name)) || name.startsWith("@");
    const isQuoted = /^["“‘'«„]/u.test(rest);
    // a headline such as “Asif: Kabul must act” stands alone in its paragraph and ends without a full stop or soon
    const isHeadline =
      at <= 1 &&
      rest.length < 160 &&
      /^(?!\d{1,2}[:.]\d\d)[\p{L}\p{N}].*\s/u.test(rest) &&
      (countWords(rest) > 2 || /[.!?]$/u.test(rest));
    // an interview whose questions have no label: the same name again, each time behind a question
    const before = paragraphs[at - 1];
    const answers =
      (counts.get(name) ?? 0) > 1 &&
      before !== undefined &&
      text[before.endUtf16 - 1] === "?" &&
      /\p{Lu}/u.test(name);
    if (!isTranscript && !answers && !isQuoted && !isHeadline) return [];
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

// "Bank chief: Rates to stay low", "Minister on floods: “We were slow”"
const OFFICE_LABEL =
  /^(?<name>\p{Lu}[\p{L}’'-]*(?:\s(?!(?:on|over|after|about|to|at|in)\s)\p{Ll}[\p{L}’'-]*){0,3})(?:\s(?:on|over|after|about|to|at|in)\s[^:\n]{1,40})?(?<colon>:)\s+(?=["“‘'«„]?[\p{L}\p{N}])/u;

/** The label of a headline that names an office, a body or a group in ordinary words. */
function officeLabel({ text, language }: Article, { startUtf16, endUtf16 }: Span): RegExpExecArray | null {
  if (!language.hasGrammar || endUtf16 - startUtf16 > 160) return null;
  const match = OFFICE_LABEL.exec(text.slice(startUtf16, endUtf16));
  const words = (match?.groups?.name ?? "").toLowerCase().split(" ");
  const last = words.at(-1) ?? "";
  return match !== null && isVoice(last) && !isKicker(match.groups?.name ?? "") ? match : null;
}

const SAYS =
  "(?<cue>(?:[Ss]ay|[Cc]laim|[Ww]arn|[Ii]nsist|[Aa]dmit|[Aa]rgue|[Rr]eveal|[Ff]ind|[Ss]uggest)s?|[Ss]aid)";
const WHO = "(?<who>[\\p{L}][\\p{L}\\p{M} .’'-]{1,50})";
const HEADLINE_TAGS = [
  new RegExp(`^(?<words>[^“”"]{8,110}?)(?:,| –| —| -)\\s${SAYS}\\s${WHO}$`, "u"),
  new RegExp(`^(?<words>[^“”"]{8,110}?)(?:,| –| —| -)\\s${WHO}\\s${SAYS}$`, "u"),
];

// "Pump is too old: mayor"
const OFFICE_BEHIND = /^(?<words>[^“”":]{8,110}):\s(?<who>\p{Ll}[\p{L}’'-]*(?:\s\p{Ll}[\p{L}’'-]*){0,2})$/u;
const isVoice = (lower: string) =>
  ROLE_NOUNS.has(lower) || COLLECTIVE_NOUNS.has(lower) || BODY_NOUNS.has(lower);

/** What stands over a headline: "Exclusive: …" */
const KICKER = /^([\p{L}&][\p{L}& ]{2,20}):\s+/u;
// "Scientists Say Ice Is Melting Faster": in capitals only a clause with its verb is surely what they say
const HEADLINE_CLAUSE =
  /^(?<who>\p{Lu}[\p{L}.’'-]*(?:\s\p{Lu}[\p{L}.’'-]*){0,3})\s(?<cue>(?:Say|Claim|Warn|Insist|Admit|Argue)s?|Said|Warned|Claimed)\s(?:That\s)?(?<words>[^“”"':]*\b(?:Is|Are|Was|Were|Will|Would|Has|Have|Had|Can|Must|Should|Could|May|Did|Needs?)\b[^“”"':]*)$/u;

/** "Bridge will stay shut, says mayor": the tag of a headline, which has no article before its noun. */
function taggedHeadlines({ text, paragraphs, language }: Article): Labelled[] {
  if (!language.hasGrammar) return [];
  return headlinesOf(text, paragraphs).flatMap(({ startUtf16, endUtf16 }) => {
    const kicker = KICKER.exec(text.slice(startUtf16, endUtf16));
    const from = startUtf16 + (kicker !== null && isKicker(kicker[1] ?? "") ? kicker[0].length : 0);
    const line = text.slice(from, endUtf16);
    const reported = isTitled(line) ? HEADLINE_CLAUSE.exec(line) : null;
    if (reported?.groups !== undefined) {
      const { who = "", cue = "", words = "" } = reported.groups;
      const cueAt = from + who.length + 1;
      return [
        {
          rule: "headline",
          speaker: { startUtf16: from, endUtf16: from + who.length },
          cue: { startUtf16: cueAt, endUtf16: cueAt + cue.length },
          content: [{ startUtf16: endUtf16 - words.length, endUtf16 }],
        } satisfies Labelled,
      ];
    }
    const office = OFFICE_BEHIND.exec(line);
    const last = office?.groups?.who?.split(" ").at(-1) ?? "";
    if (office?.groups !== undefined && isVoice(last)) {
      const { words = "", who = "" } = office.groups;
      return [
        {
          rule: "headline",
          speaker: { startUtf16: endUtf16 - who.length, endUtf16 },
          cue: { startUtf16: from + words.length, endUtf16: from + words.length + 1 },
          content: [{ startUtf16: from, endUtf16: from + words.length }],
        } satisfies Labelled,
      ];
    }
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
  const match = SIGNATURE.exec(text.slice(from, to)) ?? NAMED_BEHIND.exec(text.slice(from, to));
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

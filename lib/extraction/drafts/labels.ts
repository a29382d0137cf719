import type { Article } from "../grammar";
import type { Span } from "../model";
import type { Mail } from "../text";
import { firstEndingAfter, touches, turnsOf } from "../text";
import { countWords } from "../weights";
import { taggedHeadlines } from "./headline-tags";
import { isKicker, isVoice } from "./kickers";
import type { Labelled } from "./labelled";
import { rowsOf } from "./rows";
import { signed } from "./signatures";
import { socialPosts } from "./social-posts";
import { soundbites } from "./soundbites";

// “SYED:”, “Gen. Asif:”, “Q:”, at the start of a paragraph or right after an opening mark
const LABEL =
  /^(?:[-–—]\s)?["“”'‘]?(?:RT\s)?(?<name>@[\p{L}\p{N}_.]{2,40}|(?:(?:Sen|Rep|Gov|Gen|Dr|Mr|Mrs|Ms|Prof|Lt|Col|Capt)\.\s)?(?:\p{Lu}[\p{L}.’'-]*)(?:\s(?:of|de|van|von|al|bin|the|\p{Lu}[\p{L}.’'-]*)){0,4}(?:\s\([^()\n]{1,30}\)){0,2})(?<colon>\s?:)\s+(?=\S)/u;
const DIALOGUE = /^["“”'‘]?(?:[\p{Lu}][\p{Lu}.’'\- ]+|[QA])$/u;
/** "Said Ellis: “…”", "Adds Klopp: “…”": a verb and its subject, not a name. */
function isInverted({ language }: Article, name: string): boolean {
  const verb = /^(\p{Lu}\p{Ll}+) \p{Lu}/u.exec(name)?.[1]?.toLowerCase() ?? "";
  return (
    /^(?:tweeted|continued|adds|quips|jokes|writes|asks|replies)$/.test(verb) ||
    (language.trained?.cast.speechVerbs.has(verb) ?? false)
  );
}

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
  const posts = turns.length > 0 ? [] : socialPosts(article);
  const bites = [...soundbites(article), ...posts];
  const others =
    turns.length > 0
      ? turns
      : [...named(article), ...taggedHeadlines(article), ...rowsOf(article), ...within(article)];
  const own = [...bites, ...others.filter(({ content }) => !bites.some((bite) => overlaps(bite, content)))];
  const written = mails.map(
    ({ name, sign, body }): Labelled => ({ rule: "mail", speaker: name, cue: sign, content: [body] }),
  );
  return [...own, ...signed(article), ...written].sort(
    (one, other) => (one.content[0]?.startUtf16 ?? 0) - (other.content[0]?.startUtf16 ?? 0),
  );
}

const overlaps = (bite: Labelled, content: readonly Span[]) =>
  bite.content.some((words) =>
    content.some((span) => touches(words, span) || (bite.speaker !== null && touches(bite.speaker, span))),
  );

function named(article: Article): Labelled[] {
  const { text, paragraphs, language } = article;
  const labels = paragraphs.map((paragraph, at) => {
    const match = LABEL.exec(
      text.slice(paragraph.startUtf16, Math.min(paragraph.endUtf16, paragraph.startUtf16 + 120)),
    );
    if (match === null && at <= 1) {
      const office = officeLabel(article, paragraph);
      if (office !== null) return office;
    }
    const name = match?.groups?.name ?? "";
    if (match === null) return quoteLabel(article, paragraph);
    // 'We Are Not Afraid': what stands in marks before the colon is said, and names nobody
    if (/^(?:[-–—]\s)?["“'‘]/u.test(match[0]) && /["”'’]$/u.test(name)) return null;
    return !isKicker(name) && !isInverted(article, name) ? match : null;
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
    // "Senator Kaye (Tasmania) (14:05): …" is a voice of a parliament, alone or among others
    const isTranscript =
      (dialogue >= 2 && DIALOGUE.test(name)) ||
      /\)\s?\(|\(\d{1,2}[:.]\d\d\)|^(?:Mr|Mrs|Ms|Miss|Dr|Shri|Smt|Hon|Sir|Dame|Baroness|Lord|Senator|Sen)\.?\s[^()]*\([^()]+\)$/u.test(
        name,
      );
    const isPost = name.startsWith("@");
    // "Kenya: Court frees blogger" tells what happens there
    if (
      language.places.isPlace(name.toLowerCase()) &&
      !isTranscript &&
      !/^["“‘'«„]/u.test(rest) &&
      TELLS_NEWS.test(rest)
    )
      return [];
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
    if (!isTranscript && !isPost && !answers && !isQuoted && !isHeadline) return [];
    const nameStart = paragraph.startUtf16 + match[0].indexOf(name);
    const bare = name.replace(/(?:\s\([^()]*\)){2}$|\s\(\d[^()]*\)$/u, "");
    const colonAt = paragraph.startUtf16 + match[0].trimEnd().length - 1;
    return [
      {
        rule: isPost || isTranscript ? "post" : "name-colon",
        speaker: { startUtf16: nameStart, endUtf16: nameStart + bare.length },
        cue: { startUtf16: colonAt, endUtf16: colonAt + 1 },
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

// a noun and a verb in the present, and nothing that must, will or is
const TELLS_NEWS =
  /^(?!.*\b(?:must|should|will|would|can|could|may|might|not|never|is|are|was|were|has|have|had|we|our|us|need|needs|no|to)\b)(?:[\p{L}\p{N}’'-]+\s){1,4}(?:\p{L}+s|\p{L}+ed|die|kill|flee|hold|win|arrest|protest)\s?[^!?]*$/u;

// "Rates were held. Powell: “We are in no hurry.”"
const WITHIN = /^(?<name>\p{Lu}[\p{L}.’'-]*(?:\s(?:\p{Ll}{2,3}\s)?\p{Lu}[\p{L}.’'-]*){0,3}):\s(?=["“„«])/u;

/** A name and a colon before a quotation that begin a sentence within a paragraph. */
function within(article: Article): Labelled[] {
  const { text, sentences, paragraphs } = article;
  return sentences.flatMap(({ startUtf16, paragraph }): Labelled[] => {
    const own = paragraphs[paragraph];
    if (own === undefined || own.startUtf16 === startUtf16) return [];
    const name = WITHIN.exec(text.slice(startUtf16, Math.min(own.endUtf16, startUtf16 + 80)))?.groups?.name;
    if (name === undefined || isKicker(name) || isInverted(article, name) || NO_NAME.test(name)) return [];
    const colon = startUtf16 + name.length;
    const content = { startUtf16: colon + 2, endUtf16: endOfQuoted(article, colon + 2, own) };
    return [
      {
        rule: "name-colon",
        speaker: { startUtf16, endUtf16: colon },
        cue: { startUtf16: colon, endUtf16: colon + 1 },
        content: [content],
      },
    ];
  });
}

// "Then: “…”", "The result: “…”": what leads in and names nobody
const NO_NAME =
  /^(?:The|A|An|His|Her|Their|Its|My|Our|Your|He|She|They|It|We|I|You|Then|Now|Today|Finally|First|Next|Later|Yes|No|And|But|So|One|Another|In|On|At|Or|Result|Answer|Reply|Response)(?:\s|$)/u;

// "Bank chief: Rates to stay low", "Minister on floods: “We were slow”"
const OFFICE_LABEL =
  /^(?<name>\p{Lu}[\p{L}’'-]*(?:\s(?!(?:on|over|after|about|to|at|in)\s)\p{Ll}[\p{L}’'-]*){0,3})(?:\s(?:on|over|after|about|to|at|in)\s[^:\n]{1,40})?(?<colon>:)\s+(?=["“‘'«„]?[\p{L}\p{N}])/u;

/** The label of a headline that names an office, a body or a group in ordinary words. */
function officeLabel({ text, language }: Article, { startUtf16, endUtf16 }: Span): RegExpExecArray | null {
  if (language.trained === null || endUtf16 - startUtf16 > 160) return null;
  const match = OFFICE_LABEL.exec(text.slice(startUtf16, endUtf16));
  const words = (match?.groups?.name ?? "").toLowerCase().split(" ");
  const last = words.at(-1) ?? "";
  return match !== null && isVoice(language.trained.cast, last) && !isKicker(match.groups?.name ?? "")
    ? match
    : null;
}

// "Fire chief Ray Moss: “…”", "Nia Long on the late penalty: “…”", "JIM PELL, RESIDENT: “…”", "Baker's verdict: “…”"
const QUOTE_LABEL =
  /^(?:[-–—]\s|\((?:SOT|VO|V\/O|NAT|NATS|CLIP|ACTUALITY|SOUNDBITE)\)\s|(?:SOT|CLIP|SOUNDBITE)\s?[-:–—]?\s)?(?<name>(?<role>(?:\p{L}[\p{L}’'-]*\s){1,4}?)?\p{Lu}[\p{L}.’'-]*(?:\s(?:\p{Ll}{2,3}\s)?\p{Lu}[\p{L}.’'-]*){0,4})(?:[’']s?\s(?:\p{Ll}+\s){0,2}(?:verdict|message|answer|advice|response|reaction|view|take|explanation|warning|plea|reply|conclusion|reasoning|motto|promise|assessment|summary|comment|comments|statement|words|post|tweet)|,?\s(?:on|over|about|after|when|in|to)\s[^:“”"\n]{1,60}|,\s\p{L}[^:“”"\n]{1,60}|,\s\d{1,3}(?:,\s[^:“”"\n]{1,60})?)?(?<colon>\s?:)\s+(?=["“„«])/u;

// 李明：“…”: letters that have no capitals
const BARE_LABEL =
  /^(?<name>\p{Lo}[\p{L}\p{M}]{0,15}(?:[\s·・][\p{L}\p{M}]{1,15}){0,2})(?<colon>\s?[:：])\s*(?=["“„«「『‘])/u;
// the common words for saying: with them a sentence leads in, and who speaks is asked
const BARE_SAYING =
  /(?:说|說|称|稱|道|表示|指出|问|答|告诉|述べた|言った|話した|語った|は|قال|أضاف|أكد|صرح|کہا|بتایا|گفت|אמר|השיב|הוסיפ|הוסיף)/u;

function bareLabel(line: string): RegExpExecArray | null {
  const match = BARE_LABEL.exec(line);
  return match === null || BARE_SAYING.test(match.groups?.name ?? "") ? null : match;
}

/** The label of a quotation that names somebody with an office, or says on what they speak. */
function quoteLabel(article: Article, { startUtf16, endUtf16 }: Span): RegExpExecArray | null {
  const { text, language } = article;
  if (language.trained === null)
    return language.reports === null
      ? bareLabel(text.slice(startUtf16, Math.min(endUtf16, startUtf16 + 80)))
      : null;
  const { speechVerbs, roleNouns } = language.trained.cast;
  const match = QUOTE_LABEL.exec(text.slice(startUtf16, Math.min(endUtf16, startUtf16 + 160)));
  const { role, name = "" } = match?.groups ?? {};
  if (
    match === null ||
    isKicker(name) ||
    isInverted(article, name) ||
    /^(?:His|Her|Their|Its|My|Our|Your|The)$/u.test(name)
  )
    return null;
  const words = match[0].toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.some((word) => speechVerbs.has(word))) return null;
  const titles = (role ?? "").toLowerCase().trim().split(" ");
  if (role !== undefined)
    return roleNouns.has(titles.at(-1) ?? "") || /^(?:\p{Lu}[\p{L}.’'-]*\s)+$/u.test(role) ? match : null;
  // "Tuchel on Kane's injury: “…”"
  return /\p{Lu}[\p{L}.’'-]+\s\p{Lu}/u.test(name) ||
    /^\S+(?:\s(?:on|over|after)\s|[’']s?\s\p{Ll}|,\s\d{1,3}\b)/u.test(match[0])
    ? match
    : null;
}

function endOfQuoted(article: Article, startUtf16: number, paragraph: Span): number {
  const stretch = article.stretches[firstEndingAfter(article.stretches, startUtf16)];
  return stretch?.endUtf16 ?? paragraph.endUtf16;
}

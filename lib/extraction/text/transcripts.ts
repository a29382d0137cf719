import type { Span } from "../model";
import { answersIn } from "./interviews";
import { blocksOf } from "./transcript-blocks";
import { isPart, type Label, labelAt, TIME } from "./transcript-labels";
import type { Turn } from "./turn";

const LISTS =
  /^(?:participants|present|speakers|attend(?:ees|ance|ing)|panel(?:lists)?|people|cast|voices|guests|teilnehmer|participantes|in attendance|witnesses)$/iu;
const DIRECTION =
  /[([](?:\s*(?:laugh|applau|cross-?talk|inaudible|unintelligible|pause|music|cheer|sigh|cough|interrupt|begin|end\b|off-?mic|through|speaking|speaks|in \p{L}+|foreign|indiscernible|overlapping|silence|chuckl|gasps?|boos?|clapping|nods?|smil|shakes?|beat|break|commercial|audio|video|sound|long|short|gelächter|beifall|applaus|lacht|heiterkeit|risas|aplausos|ríe|pausa|sic\b)[^()[\]\n]{0,60}|[\p{Lu}\s,.’'-]{3,60})[)\]]\.?/giu;
const ONLY_DIRECTION =
  /^(?:[([][^()[\]\n]{1,120}[)\]]\.?|\*[^*\n]{1,80}\*|(?:END|ENDS|WEBVTT|###+|\*{3,}|-{3,}|_{3,}|={3,})\.?)$/u;
const ONLY_TIME = new RegExp(`^(?:\\d{1,5}|${TIME}(?:\\s*-{1,2}>\\s*${TIME}[^\\n]{0,60})?)$`, "u");
const SENTENCE = /[.!?…۔؟।。！？—–-]["”’')\]]*$/u;
const LISTED =
  /^(?:\p{Lu}[\p{L}.’'-]*\s)(?:\p{Ll}{1,3}\s)?\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){0,2}(?:[,;(–—-]\s?[^.!?]{1,120})?$/u;
const ASKS = /[?؟？]["”’')\]]*$/u;
const VOICE = /^[-–—]\s?\p{Lu}/u;
const AFTERWORD =
  /^["“]?(?:follow \p{L}|read more|subscribe|watch |this (?:transcript|interview|conversation)|transcript (?:by|provided)|transcribed by|copyright|©|\(?h\/t|editor[’']?s? note)/iu;

/** The turns of a transcript, or none when the text is no transcript. */
export function turnsOf(text: string, paragraphs: readonly Span[]): Turn[] {
  const before = paragraphs.map((paragraph) => labelAt(text, paragraph));
  const known = acceptedOf(text, paragraphs, before);
  const blocks = known === null ? blocksOf(text, paragraphs) : null;
  const labels = blocks ?? before;
  const asked = questionsOf(text, paragraphs, labels);
  const labelled = blocks === null ? known : new Set(blocks.filter((label) => label !== null));
  const accepted = labelled ?? answersOf(text, paragraphs, labels, asked);
  if (accepted === null) return answersIn(text, paragraphs);
  const first = labels.findIndex((label) => label !== null && accepted.has(label));
  const head = text.slice(0, paragraphs[first]?.startUtf16 ?? 0).slice(-6000);
  const count = accepted.size;
  const isDense = count >= (paragraphs.length - first) * 0.25;
  const turns: Turn[] = [];
  let label: Label | null = null;
  let pieces: Span[] = [];
  const close = () => {
    if (label !== null && pieces.length > 0)
      turns.push({
        name: label.name,
        sign: label.sign,
        pieces,
        listed: listedAs(head, text, label) ?? label.bearer ?? spelledOut(text, label, accepted),
      });
    pieces = [];
  };
  paragraphs.forEach((paragraph, at) => {
    const own = labels[at] ?? null;
    if (own !== null && accepted.has(own)) {
      close();
      label = own;
      pieces.push(...spoken(text, { startUtf16: own.from, endUtf16: paragraph.endUtf16 }));
    } else if (VOICE.test(text.slice(paragraph.startUtf16, paragraph.startUtf16 + 3))) {
      // "- Where is he?": another voice without a name
      close();
      label = null;
    } else if (labelled === null && asked.has(at)) {
      // a question without a label belongs to nobody in the list of voices
      close();
      label = null;
    } else if (
      label !== null &&
      AFTERWORD.test(text.slice(paragraph.startUtf16, paragraph.startUtf16 + 60))
    ) {
      close();
      label = null;
    } else if (label !== null && (isDense || pieces.length === 0)) pieces.push(...spoken(text, paragraph));
    else if (label !== null) {
      close();
      label = null;
    }
  });
  close();
  return turns;
}

/** The paragraphs without a label that ask, each before a paragraph with one. */
function questionsOf(
  text: string,
  paragraphs: readonly Span[],
  labels: readonly (Label | null)[],
): ReadonlySet<number> {
  const asked = new Set<number>();
  paragraphs.forEach(({ endUtf16 }, at) => {
    if (!labels[at] && labels[at + 1] && ASKS.test(text.slice(endUtf16 - 3, endUtf16))) asked.add(at);
  });
  return asked;
}

/** The labels of an interview whose questions have none: each answer stands behind a question. */
function answersOf(
  text: string,
  paragraphs: readonly Span[],
  labels: readonly (Label | null)[],
  asked: ReadonlySet<number>,
): Set<Label> | null {
  const answers = labels.filter((label, at): label is Label => label !== null && asked.has(at - 1));
  const others = labels.filter((label, at) => label !== null && !asked.has(at - 1)).length;
  if (answers.length === 0 || others > answers.length) return null;
  const isAlone = answers.length === 1 && paragraphs.length > 2;
  if (isAlone || answers.some(({ isDashed, isLow }) => isDashed || isLow)) return null;
  return answers.every((label) => /\p{L}/u.test(text.slice(label.from, label.from + 20)))
    ? new Set(answers)
    : null;
}

/** The labels that are taken for such, or null when the text is no transcript. */
function acceptedOf(
  text: string,
  paragraphs: readonly Span[],
  all: readonly (Label | null)[],
): Set<Label> | null {
  const labels = all.map((label) => (label?.isDashed ? null : label));
  return acceptedAmong(text, paragraphs, labels) ?? dashedOf(text, paragraphs, all);
}

/** Names before dashes, when nearly every line has one and says a sentence, and one of them comes again or is a part. */
function dashedOf(
  text: string,
  paragraphs: readonly Span[],
  labels: readonly (Label | null)[],
): Set<Label> | null {
  const dashed = labels.filter((label): label is Label => label?.isDashed === true);
  const keys = new Set(dashed.map(({ key }) => key));
  if (keys.size < 2 || dashed.length < paragraphs.length * 0.6) return null;
  const isTalk = keys.size < dashed.length || dashed.some(({ key }) => isPart(key));
  const spoken = labels.every((label, at) => {
    const end = paragraphs[at]?.endUtf16 ?? 0;
    return !label?.isDashed || SENTENCE.test(text.slice(Math.max(label.from, end - 8), end));
  });
  return isTalk && spoken ? new Set(dashed) : null;
}

function acceptedAmong(
  text: string,
  paragraphs: readonly Span[],
  labels: readonly (Label | null)[],
): Set<Label> | null {
  const counts = new Map<string, number>();
  for (const label of labels) if (label !== null) counts.set(label.key, (counts.get(label.key) ?? 0) + 1);
  const often = (label: Label) => (counts.get(label.key) ?? 0) > 1;
  const lowKeys = [
    ...new Set(labels.filter((label) => label?.isLow && often(label)).map((label) => label?.key)),
  ];
  const low = labels.filter((label) => label?.isLow);
  const areLow = lowKeys.length > 0 && low.length >= paragraphs.length * 0.6;
  // "dan_k  10:43 AM" in a line of its own, and not the only one: a chat, whose names have no capitals
  const alone = labels.filter((label, at) => label?.isTimed && label.from >= (paragraphs[at]?.endUtf16 ?? 0));
  const cues = paragraphs.filter((paragraph) => isTiming(text, paragraph)).length;
  let started = false;
  const kept = labels.filter((label, at): label is Label => {
    if (label === null) return false;
    const isChat = alone.length > 1 && alone.includes(label);
    if (label.isLow && !isChat && !areLow && !(often(label) && lowKeys.length > 1)) return false;
    const paragraph = paragraphs[at];
    const content = text.slice(label.from, paragraph?.endUtf16 ?? 0);
    if (LISTS.test(label.key) && !often(label)) return false;
    // "Host: Anna Bell" before the first turn is a line of the list of people
    const isListing = !started && LISTED.test(content);
    if (isListing && content !== "") return false;
    started = true;
    return true;
  });
  const keys = new Set(kept.map(({ key }) => key));
  // a file of subtitles is a transcript, however few of its voices are named
  if (cues > 0 && kept.length > 0 && text.includes("-->")) return new Set(kept);
  // "[00:03:10] Dr Kwame Osei: …": one voice of a recording, alone
  if (kept.length === 1 && paragraphs.length <= 2 && isRecorded(text, paragraphs, labels, kept[0]))
    return new Set(kept);
  if (kept.length < 2 || keys.size < 2) return null;
  const repeated = [...keys].filter((key) => (counts.get(key) ?? 0) > 1).length;
  const isRepeated = repeated > 1 || (repeated > 0 && kept.length >= 3);
  const share = kept.length / (paragraphs.length - cues);
  const timed = kept.filter(({ isTimed }) => isTimed).length;
  const plain = kept.filter(({ isPlain }) => isPlain).length;
  if (timed >= 2 || cues >= 2) return new Set(kept);
  if (isRepeated && (share >= 0.12 || plain >= 2)) return new Set(kept);
  if (plain >= 2 && share >= 0.3) return new Set(kept);
  const spoken = kept.every((label) => {
    const at = labels.indexOf(label);
    return SENTENCE.test(text.slice(label.from, paragraphs[at]?.endUtf16 ?? 0));
  });
  const named = kept.filter(({ key }) => /\s/u.test(key) || isPart(key)).length;
  return share >= 0.8 && spoken && named >= 2 ? new Set(kept) : null;
}

/** Whether a time of a recording stands before a label: one with seconds, or in brackets. */
function isRecorded(
  text: string,
  paragraphs: readonly Span[],
  labels: readonly (Label | null)[],
  label: Label | undefined,
): boolean {
  const own = paragraphs[labels.indexOf(label ?? null)];
  return (
    own !== undefined &&
    label !== undefined &&
    /^(?:[[(]\d{1,3}:\d\d|\d{1,2}:\d\d:\d\d)/u.test(text.slice(own.startUtf16, label.name.startUtf16)) &&
    /\S\s/u.test(text.slice(label.from, own.endUtf16))
  );
}

function isTiming(text: string, { startUtf16, endUtf16 }: Span): boolean {
  return endUtf16 - startUtf16 < 80 && ONLY_TIME.test(text.slice(startUtf16, endUtf16));
}

/** A paragraph of a turn without its stage directions; nothing when it is one, or a time, or a number. */
function spoken(text: string, { startUtf16, endUtf16 }: Span): Span[] {
  const words = text.slice(startUtf16, endUtf16);
  if (words.length < 140 && (ONLY_DIRECTION.test(words.trim()) || ONLY_TIME.test(words.trim()))) return [];
  const pieces: Span[] = [];
  let from = startUtf16;
  const add = (to: number) => {
    let [start, end] = [from, to];
    while (start < end && /\s/u.test(text[start] ?? "")) start += 1;
    while (end > start && /\s/u.test(text[end - 1] ?? "")) end -= 1;
    if (/[\p{L}\p{N}]/u.test(text.slice(start, end))) pieces.push({ startUtf16: start, endUtf16: end });
  };
  for (const match of words.matchAll(DIRECTION)) {
    add(startUtf16 + match.index);
    from = startUtf16 + match.index + match[0].length;
  }
  add(endUtf16);
  return pieces;
}

/** "NP" where another label is "Nadia Petrov", and no other has these initials. */
function spelledOut(text: string, { name }: Label, labels: ReadonlySet<Label>): string | null {
  const short = text.slice(name.startUtf16, name.endUtf16).replace(/\./gu, "");
  if (!/^\p{Lu}{2,3}$/u.test(short)) return null;
  const known = new Set<string>();
  for (const other of labels) {
    const words = text.slice(other.name.startUtf16, other.name.endUtf16);
    const initials = words.split(/\s/u).map((word) => word[0]);
    if (initials.length > 1 && initials.join("") === short) known.add(words);
  }
  return known.size === 1 ? ([...known][0] ?? null) : null;
}

/** "Host: Anna Bell", "Anna Bell (AB), interviewer", "TA = Tom Ash": the name that the head of a transcript gives a label. */
function listedAs(head: string, text: string, { name }: Label): string | null {
  const label = text.slice(name.startUtf16, name.endUtf16);
  if (head.length === 0 || label.length > 30) return null;
  const plain = label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const person = "(\\p{Lu}[\\p{L}.’'-]+(?: (?:[\\p{Ll}]{2,3} )?\\p{Lu}[\\p{L}.’'-]*){1,3})";
  const capitals =
    plain.toUpperCase() === plain && plain.length > 3 ? `${plain[0]}${plain.slice(1).toLowerCase()}` : plain;
  const before = new RegExp(
    `(?:^|[\\n;,(•-])\\s*(?:${plain}|${capitals})\\s*(?::|=|–|—|-|is)\\s*${person}`,
    "u",
  ).exec(head);
  if (before?.[1] !== undefined) return before[1];
  const after = new RegExp(`${person}\\s*[(\\[,–—-]\\s*(?:the )?${plain}(?=[)\\],;.\\n]|\\s*$)`, "u").exec(
    head,
  );
  if (after?.[1] !== undefined) return after[1];
  if (!/^\p{Lu}{2,3}$/u.test(label)) return null;
  const initials = [...head.matchAll(new RegExp(person, "gu"))]
    .map(([words]) => words)
    .filter(
      (words) =>
        words
          .split(" ")
          .map((word) => word[0])
          .join("") === label,
    );
  return new Set(initials).size === 1 ? (initials[0] ?? null) : null;
}

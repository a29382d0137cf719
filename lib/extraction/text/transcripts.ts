import type { Span } from "../model";

/** What one voice of a transcript says until another begins. */
export interface Turn {
  /** The words of the label that name the voice. */
  readonly name: Span;
  /** The sign between label and words, or the label itself when it stands alone. */
  readonly sign: Span;
  /** What is said, by paragraph, without stage directions. */
  readonly pieces: readonly Span[];
  /** The name that a list at the top gives the label, or null. */
  readonly listed: string | null;
}

interface Label {
  readonly name: Span;
  readonly sign: Span;
  /** Where the words begin; the end of the paragraph when the label stands alone. */
  readonly from: number;
  readonly key: string;
  /** A person in brackets behind a part: "The Minister for Health (Dr. Ama Owusu)". */
  readonly bearer: string | null;
  readonly isTimed: boolean;
  /** The label names a part in a conversation, or a person in capitals or with a title. */
  readonly isPlain: boolean;
  readonly isLow: boolean;
}

const TIME = "[\\[(]?(?:\\d{1,2}:)?\\d{1,3}:\\d{2}(?:[.,:]\\d{1,3})?(?:\\s?[AaPp]\\.?[Mm]\\b\\.?)?[\\])]?";
const WORD = "@?[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N}_.’'&/-]*";
const NAME = `(?<name>${WORD}(?:\\s${WORD}){0,7})`;
const NOTE = "(?<note>(?:,\\s?[^:.!?\\n]{1,70})?(?:\\s?[(\\[][^()\\[\\]\\n]{1,70}[)\\]]){0,2})";
const START = `^(?<time>${TIME}(?:\\s*-{1,2}>\\s*${TIME})?\\s*[-–—|]?\\s*)?(?:[-–—•>]{1,2}\\s?)?["“]?`;
const LABEL = new RegExp(
  `${START}\\[?${NAME}\\]?${NOTE}\\s?(?<after>${TIME})?\\s?(?<sign>:)(?:\\s+(?=\\S)|\\s*$)`,
  "u",
);
const ALONE = new RegExp(`${START}${NAME}${NOTE}(?<after>\\s{1,4}${TIME})?\\s*$`, "u");
const STOPPED = new RegExp(
  `${START}(?<name>(?:(?:The|Mr|Mrs|Ms|Miss|Dr|Sen|Rep|Senator|Representative|Madam|Hon|Sir|Lord|Lady|Baroness|Chairman)\\.?\\s){0,2}[\\p{Lu}][\\p{Lu}’'-]+(?:\\s[\\p{Lu}][\\p{Lu}’'-]+){0,3}(?:\\sof\\s\\p{Lu}\\p{L}+)?|Q|A|QUESTION|ANSWER)(?<note>(?:\\s\\([^()\\n]{1,60}\\))?)(?<sign>\\.|\\s?[—–]|\\s-)\\s+(?=\\S)`,
  "u",
);

const PART =
  /^(?:speaker|spk|sprecher|sprecherin|orador|oradora|participant|respondent|voice|caller|male|female|man|woman|unidentified \p{L}+|unknown)[ _-]?(?:\d+|[A-Z])?$|^(?:q|a|q\d|a\d|question|answer|frage|antwort|pregunta|respuesta|interviewer|interviewee|interviewerin|moderator|moderatorin|reporter|journalist|host|guest|presenter|anchor|narrator|operator|the (?:chair(?:man|woman|person)?|court|speaker|president|presiding officer|witness|clerk|deputy speaker)|chair(?:man|woman|person)?|witness|audience(?: member)?|several voices|an hon\.? member|both|all)$/iu;
const TITLED =
  /^(?:Mr|Mrs|Ms|Miss|Dr|Sen|Rep|Gov|Gen|Prof|Lt|Col|Capt|Sir|Lord|Lady|Dame|Senator|President|Secretary|Minister|Governor|Mayor|Chairman|Chair|Judge|Justice|Councillor|Professor|Commissioner|Ambassador|The (?:Prime )?Minister|The \p{Lu})(?:\.|\b)/u;
const NO_LABEL =
  /^(?:notes?|updated?|photos?|videos?|images?|watch|read(?: more)?|see also|related|corrections?|clarification|sources?|editor[’']?s note|credits?|warning|spoiler|exclusive|breaking|analysis|opinion|review|fact check|poll|report|study|listen|follow|contacts?|tags?|topics?|more|also|plus|examples?|full text|abstract|subject|to|from|cc|bcc|re|fwd|fw|date|sent|time|place|location|venue|when|where|who|what|why|how|the latest|price|tickets?|phone|tel|e-?mail|address|website|web|opening hours|hours|ingredients|method|serves|total|score|result|agenda|minutes|chapter|part|section|step|day|week|item|figure|fig|table|box|p\.?s|warning|tip|conclusion|summary|background|introduction|key points?|http|https|ftp|noon|midnight|gmt|est|edt|utc|bst)$/iu;
const LISTS =
  /^(?:participants|present|speakers|attend(?:ees|ance|ing)|panel(?:lists)?|people|cast|voices|guests|teilnehmer|participantes|in attendance|witnesses)$/iu;
const PARTICLE =
  /^(?:of|the|for|and|de|del|della|der|den|van|von|zu|al|el|bin|ibn|bint|da|di|dos|la|le|y|af|av|ter|ten|to|on|in)$/u;
const DIRECTION =
  /[([](?:\s*(?:laugh|applau|cross-?talk|inaudible|unintelligible|pause|music|cheer|sigh|cough|interrupt|begin|end\b|off-?mic|through|speaking|speaks|in \p{L}+|foreign|indiscernible|overlapping|silence|chuckl|gasps?|boos?|clapping|nods?|smil|shakes?|beat|break|commercial|audio|video|sound|long|short|gelächter|beifall|applaus|lacht|heiterkeit|risas|aplausos|ríe|pausa|sic\b)[^()[\]\n]{0,60}|[\p{Lu}\s,.’'-]{3,60})[)\]]\.?/giu;
const ONLY_DIRECTION =
  /^(?:[([][^()[\]\n]{1,120}[)\]]\.?|\*[^*\n]{1,80}\*|(?:END|ENDS|WEBVTT|###+|\*{3,}|-{3,}|_{3,}|={3,})\.?)$/u;
const ONLY_TIME = new RegExp(`^(?:\\d{1,5}|${TIME}(?:\\s*-{1,2}>\\s*${TIME}[^\\n]{0,60})?)$`, "u");
const SENTENCE = /[.!?…—–-]["”’')\]]*$/u;
const LISTED =
  /^(?:\p{Lu}[\p{L}.’'-]*\s)(?:\p{Ll}{1,3}\s)?\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){0,2}(?:[,;(–—-]\s?[^.!?]{1,120})?$/u;
const BEARER =
  /\((?:(?:Dr|Mr|Mrs|Ms|Prof|Sir|Hon|the Hon)\.?\s)*(\p{Lu}[\p{L}.’'-]+(?:\s(?:\p{Ll}{1,3}\s)?\p{Lu}[\p{L}.’'-]+){1,3})\)/u;
const AFTERWORD =
  /^["“]?(?:follow \p{L}|read more|subscribe|watch |this (?:transcript|interview|conversation)|transcript (?:by|provided)|transcribed by|copyright|©|\(?h\/t|editor[’']?s? note)/iu;
const LONGEST_LABEL = 160;

/** Whether a label names a part in a conversation, not a person: "Q", "Interviewer", "Speaker 2". */
export function isPart(label: string): boolean {
  return PART.test(label);
}

/** The turns of a transcript, or none when the text is no transcript. */
export function turnsOf(text: string, paragraphs: readonly Span[]): Turn[] {
  const labels = paragraphs.map((paragraph) => labelAt(text, paragraph));
  const accepted = acceptedOf(text, paragraphs, labels);
  if (accepted === null) return [];
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
        listed: listedAs(head, text, label) ?? bearerOf(text, label),
      });
    pieces = [];
  };
  paragraphs.forEach((paragraph, at) => {
    const own = labels[at] ?? null;
    if (own !== null && accepted.has(own)) {
      close();
      label = own;
      pieces.push(...spoken(text, { startUtf16: own.from, endUtf16: paragraph.endUtf16 }));
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

function labelAt(text: string, paragraph: Span): Label | null {
  const { startUtf16, endUtf16 } = paragraph;
  const line = text.slice(startUtf16, Math.min(endUtf16, startUtf16 + LONGEST_LABEL));
  // most paragraphs have neither a colon near their beginning nor a name in capitals before a stop
  if (!line.includes(":") && !/^.{0,60}?[\p{Lu}]{1,40}(?:\s\([^()]*\))?(?:\.|\s?[—–]|\s-)\s/u.test(line))
    return null;
  const isShort = endUtf16 - startUtf16 < 90;
  const stopped = /^[^a-z\n]{0,40}[\p{Lu}]/u.test(line) ? STOPPED.exec(line) : null;
  const match = LABEL.exec(line) ?? stopped ?? (isShort ? ALONE.exec(line) : null);
  if (match?.groups === undefined) return null;
  const { name = "", note = "", time, after, sign } = match.groups;
  const isTimed = time !== undefined || after !== undefined || /\d:\d\d/.test(note);
  if (sign === undefined && !isTimed) return null;
  if (
    /^[ap]\.?m\.?$/iu.test(name) &&
    (time !== undefined || name.includes(".") || name === name.toLowerCase())
  )
    return null;
  if (NO_LABEL.test(name) || name.length > 60) return null;
  const words = name.split(/\s/u);
  const isLow = words.every((word) => /^\p{Ll}/u.test(word));
  const isName = words.every(
    (word) =>
      /^@?[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(word) ||
      PARTICLE.test(word) ||
      /^\p{Ll}{1,3}[-’']\p{Lu}/u.test(word),
  );
  const isNamed = !isPart(name);
  if (!isName && isNamed && !(isLow && words.length <= 3)) return null;
  if (/^\p{N}+$/u.test(name)) return null;
  const nameFrom = startUtf16 + match[0].indexOf(name, time?.length ?? 0);
  const from = startUtf16 + match[0].length;
  const signAt = sign === undefined ? nameFrom : startUtf16 + match[0].trimEnd().lastIndexOf(sign);
  return {
    name: { startUtf16: nameFrom, endUtf16: nameFrom + name.length },
    sign: { startUtf16: signAt, endUtf16: signAt + (sign?.length ?? name.length) },
    from: Math.min(from, endUtf16),
    key: name.toLowerCase(),
    bearer: BEARER.exec(note)?.[1] ?? null,
    isTimed,
    isPlain:
      !isNamed ||
      TITLED.test(name) ||
      name.startsWith("@") ||
      (name.length > 1 && name === name.toUpperCase() && name !== name.toLowerCase()),
    isLow: isLow && isNamed,
  };
}

/** The labels that are taken for such, or null when the text is no transcript. */
function acceptedOf(
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
  const cues = paragraphs.filter((paragraph) => isTiming(text, paragraph)).length;
  let started = false;
  const kept = labels.filter((label, at): label is Label => {
    if (label === null) return false;
    if (label.isLow && !areLow && !(often(label) && lowKeys.length > 1)) return false;
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
  const named = kept.filter(({ key }) => /\s/u.test(key)).length;
  return share >= 0.8 && spoken && named >= 2 ? new Set(kept) : null;
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

/** The person in brackets, when the label before them is a part or an office. */
function bearerOf(text: string, { name, bearer, isPlain }: Label): string | null {
  const label = text.slice(name.startUtf16, name.endUtf16);
  return bearer !== null && (isPlain || /\b(?:of|for)\b|^The\b/u.test(label)) ? bearer : null;
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

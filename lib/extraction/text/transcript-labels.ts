import type { Span } from "../model";

/** What stands before the words of a voice. */
export interface Label {
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
  /** A name in ordinary letters before a dash: so begin many lines that nobody speaks. */
  readonly isDashed: boolean;
}

/** A time of the day or of a recording, as labels carry it. */
export const TIME =
  "[\\[(]?(?:\\d{1,2}:)?\\d{1,3}:\\d{2}(?:[.,:]\\d{1,3})?(?:\\s?[AaPp]\\.?[Mm]\\b\\.?)?[\\])]?";
const WORD = "@?[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N}_.’'&/-]*";
const NAME = `(?<name>${WORD}(?:\\s${WORD}){0,7})`;
const NOTE =
  "(?<note>(?:(?:,\\s?|\\s(?:--|–|—|-|\\|)\\s)[^:.!?\\n]{1,70})?(?:\\s?[(\\[][^()\\[\\]\\n]{1,70}[)\\]]){0,2})";
// "[09:14, 03/02/2024]", "3/2/24, 9:14 AM -"
const DAY = "\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}";
const STAMP = `(?:\\[(?:${DAY},?\\s)?${TIME}(?:,?\\s${DAY})?\\]|${DAY},?\\s${TIME}|${TIME})`;
const START = `^(?<time>${STAMP}(?:\\s*-{1,2}>\\s*${TIME})?\\s*[-–—|]?\\s*)?(?:[-–—•>]{1,2}\\s?)?["“]?`;
const LABEL = new RegExp(
  `${START}\\[?${NAME}\\]?${NOTE}\\s?(?<after>${TIME})?\\s?(?<sign>:)(?:\\s+(?=\\S)|\\s*$)`,
  "u",
);
const ALONE = new RegExp(
  `${START}${NAME}${NOTE}(?<after>,?\\s{1,4}(?:${TIME}|\\[${DAY},?\\s${TIME}\\]))?\\s*$`,
  "u",
);
const STOPPED = new RegExp(
  `${START}(?<name>(?:(?:The|Mr|Mrs|Ms|Miss|Dr|Sen|Rep|Senator|Representative|Madam|Hon|Sir|Lord|Lady|Baroness|Chairman)\\.?\\s){0,2}[\\p{Lu}][\\p{Lu}’'-]+(?:\\s[\\p{Lu}][\\p{Lu}’'-]+){0,3}(?:\\sof\\s\\p{Lu}\\p{L}+)?|[QA]\\d{0,2}|QUESTION|ANSWER)(?<note>(?:\\s\\([^()\\n]{1,60}\\))?)(?<sign>\\.|\\s?[—–]|\\s-)\\s+(?=\\S)`,
  "u",
);

const DASHED = new RegExp(`${START}${NAME}${NOTE}\\s(?<sign>—|–|--?)\\s+(?=\\S)`, "u");
// "<jo> did he sign?"
const CHAT = new RegExp(
  `^(?<time>${STAMP}\\s*)?(?<sign><)(?<name>[^\\s<>@/]{2,30})(?<note>)>\\s+(?=\\S)`,
  "u",
);
// "[MODERATOR] Please state your name." and, as the White House prints it, "Q Mr. President, what about Iran?"
const BRACKETED = new RegExp(
  `^(?<time>${STAMP}\\s*[-–—|]?\\s*)?\\[(?<name>\\p{Lu}[\\p{Lu}\\p{N} .’'-]{1,30}|\\p{Lu}[\\p{L}\\p{N}.’'-]*(?:\\s(?:\\p{Ll}{1,3}\\s)?\\p{Lu}[\\p{L}\\p{N}.’'-]*){0,4})(?<note>)(?<sign>\\])\\s+(?=["“\\p{L}\\p{N}])`,
  "u",
);
// "(ANCHOR) Good evening."
const IN_ROUND =
  /^\((?<name>ANCHOR|PRESENTER|REPORTER|HOST|NARRATOR|CORRESPONDENT|INTERVIEWER|GUEST|VOICE)(?:\s?\d)?(?<note>)(?<sign>\))\s+(?=["“\p{L}])/u;
const ASKED = /^(?<name>Q)(?<note>)(?<sign>\s)\s{0,4}(?=["“—\p{Lu}])/u;
const PERSONAL = /^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Shri|Smt|Thiru|Sir|Lord|Lady|Dame)\b/u;

const PART =
  /^(?:speaker|spk|sprecher|sprecherin|orador|oradora|participant|respondent|voice|caller|male|female|man|woman|unidentified \p{L}+|unknown)[ _-]?(?:\d+|[A-Z])?$|^(?:q|a|q\d|a\d|question|answer|frage|antwort|pregunta|respuesta|interviewer|interviewee|interviewerin|moderator|moderatorin|reporter|journalist|host|guest|presenter|anchor|narrator|operator|the (?:chair(?:man|woman|person)?|court|speaker|president|presiding officer|witness|clerk|deputy speaker)|chair(?:man|woman|person)?|witness|audience(?: member)?|سوال|جواب|سؤال|صحافی|میزبان|مہمان|ترجمان|پرسش|پاسخ|प्रश्न|उत्तर|several voices|an hon\.? member|both|all)$/iu;
const TITLED =
  /^(?:Mr|Mrs|Ms|Miss|Dr|Sen|Rep|Gov|Gen|Prof|Lt|Col|Capt|Sir|Shri|Smt|Thiru|Hon|Cllr|Ald|Lord|Lady|Dame|Senator|President|Secretary|Minister|Governor|Mayor|Chairman|Chair|Judge|Justice|Councillor|Professor|Commissioner|Ambassador|The (?:Prime )?Minister|The \p{Lu})(?:\.|\b)/u;
const NO_LABEL =
  /^(?:notes?|updated?|photos?|videos?|images?|watch|read(?: more)?|see also|related|corrections?|clarification|sources?|editor[’']?s note|credits?|warning|spoiler|exclusive|breaking|analysis|opinion|review|fact check|poll|report|study|listen|follow|contacts?|tags?|topics?|more|also|plus|examples?|full text|abstract|subject|to|from|cc|bcc|re|to the editors?|dear \p{L}+|fwd|fw|date|sent|time|place|location|venue|when|where|who|what|why|how|the latest|price|tickets?|phone|tel|e-?mail|address|website|web|opening hours|hours|ingredients|method|serves|total|score|result|agenda|minutes|chapter|part|section|step|day|week|item|figure|fig|table|box|p\.?s|warning|tip|conclusion|summary|background|introduction|key points?|http|https|ftp|noon|midnight|vo|v\/o|vosot|sot|upsot|nats?|nat sot|nat sound|pkg|gfx|cg|super|supers|slug|trt|natsound|soundbite|sound bite|lower third|chyron|wide shot|close up|b-roll|gmt|est|edt|utc|bst)$/iu;
const PARTICLE =
  /^(?:of|the|for|and|de|del|della|der|den|van|von|zu|al|el|bin|ibn|bint|da|di|dos|la|le|y|af|av|ter|ten|to|on|in)$/u;
const BEARER =
  /\((?:(?:Dr|Mr|Mrs|Ms|Prof|Sir|Hon|the Hon|Smt|Shri|Sri|Thiru|Kumari|Adv|Senator|Sen|Dame|Lord|Lady|Baroness|Chief|Engr|Alhaji)\.?\s)*(\p{Lu}[\p{L}.’'-]+(?:\s(?:\p{Ll}{1,3}\s)?\p{Lu}[\p{L}.’'-]+){1,3})(?:,\s[^()\n]{2,40})?\)/u;
const LONGEST_LABEL = 160;

/** Whether a label names a part in a conversation, not a person: "Q", "Interviewer", "Speaker 2". */
export function isPart(label: string): boolean {
  return PART.test(label);
}

function barred(line: string, paragraph: string): RegExpExecArray | null {
  if (line.startsWith("[") || line.startsWith("<") || /^\d/u.test(line))
    return CHAT.exec(line) ?? BRACKETED.exec(line);
  if (line.startsWith("(")) return IN_ROUND.exec(line);
  return line.startsWith("Q") && paragraph.includes("?") ? ASKED.exec(line) : null;
}

/** Whether a label is a heading or a field of a form, and nobody who speaks: "Photo", "Sent", "Price". */
export function isHeading(label: string): boolean {
  return NO_LABEL.test(label);
}

/** The label with which a paragraph begins, or null. */
export function labelAt(text: string, paragraph: Span): Label | null {
  const { startUtf16, endUtf16 } = paragraph;
  const line = text.slice(startUtf16, Math.min(endUtf16, startUtf16 + LONGEST_LABEL));
  // most paragraphs have neither a colon near their beginning nor a name in capitals before a stop
  if (
    !line.includes(":") &&
    !/^[<[(Q]/u.test(line) &&
    !/^.{0,100}?(?:[\p{Lu}]\d{0,2}\.|[—–]|\s--?\s)/u.test(line)
  )
    return null;
  const isShort = endUtf16 - startUtf16 < 90;
  const stopped = /^[^a-z\n]{0,40}[\p{Lu}]/u.test(line) ? STOPPED.exec(line) : null;
  const sure = LABEL.exec(line) ?? stopped ?? barred(line, text.slice(startUtf16, endUtf16));
  const match = sure ?? DASHED.exec(line) ?? (isShort ? ALONE.exec(line) : null);
  if (match?.groups === undefined) return null;
  const { name = "", note = "", time, after, sign } = match.groups;
  const isTimed = time !== undefined || sign === "<" || after !== undefined || /\d:\d\d/.test(note);
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
  const isDashed = sure === null && sign !== undefined;
  if (isDashed && (words.length > 4 || (words.length === 1 && isNamed && note === ""))) return null;
  if (!isName && isNamed && sign !== "<" && !(isLow && words.length <= 3)) return null;
  if (/^\p{N}+$/u.test(name)) return null;
  const nameFrom = startUtf16 + match[0].indexOf(name, time?.length ?? 0);
  const from = startUtf16 + match[0].length;
  const signAt = sign === undefined ? nameFrom : startUtf16 + match[0].trimEnd().lastIndexOf(sign);
  return {
    name: { startUtf16: nameFrom, endUtf16: nameFrom + name.length },
    sign: { startUtf16: signAt, endUtf16: signAt + (sign?.length ?? name.length) },
    from: Math.min(from, endUtf16),
    key: name.toLowerCase(),
    bearer: isOffice(name) ? (BEARER.exec(note)?.[1] ?? null) : null,
    isTimed,
    isPlain:
      !isNamed ||
      TITLED.test(name) ||
      name.startsWith("@") ||
      (name.length > 1 && name === name.toUpperCase() && name !== name.toLowerCase()),
    isLow: isLow && isNamed && sign !== "<",
    isDashed,
  };
}

/** Whether brackets behind a label may hold who bears it: behind a part or an office, not behind a name and its party. */
function isOffice(name: string): boolean {
  if (isPart(name)) return true;
  if (PERSONAL.test(name)) return false;
  return /\b(?:of|for)\b|^The\b/u.test(name) || !name.includes(" ");
}

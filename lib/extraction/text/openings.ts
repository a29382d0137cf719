import type { Edit } from "./edits";

/** What must be known of a language's world to tell a dateline from a label: "ISLAMABAD: …" against "SYED: …". */
export interface PlaceWords {
  /** Whether lower-case words name a place. */
  isPlace(lower: string): boolean;
}

/** What a dateline says: where and when the report was written. */
export interface Dateline {
  readonly startUtf16: number;
  readonly endUtf16: number;
  readonly place: string | null;
  readonly date: string | null;
}

const MONTH =
  "(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|March|Mar\\.?|April|Apr\\.?|May|June|Jun\\.?|July|Jul\\.?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)";
const WEEKDAY = "(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day|\\.)?";
const YEAR = "(?:,? (?:19|20)\\d\\d)?";
const DATE = `(?:(?:${WEEKDAY},? )?(?:${MONTH} \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th)?\\.? ${MONTH})${YEAR}|${WEEKDAY}|\\d{1,2}[./]\\d{1,2}[./](?:19|20)?\\d\\d|(?:19|20)\\d\\d-\\d\\d-\\d\\d)`;
const SHOUT = "[\\p{Lu}][\\p{Lu}.’'‘-]+";
const TITLED = "\\p{Lu}[\\p{L}.’'-]*";
const PLACE = `(?:${SHOUT}(?:[ /-]${SHOUT}){0,3})`;
const REGION = `(?:, (?:${TITLED}(?: ${TITLED}){0,2}))?`;
// "(dpa)", but not "(through interpreter)", which stands behind a voice
const AGENCY =
  "(?:\\((?:\\p{Lu}[\\p{L}\\p{N}.&/ -]{1,28}|\\p{Ll}[\\p{L}\\p{N}.&/-]{1,12})\\)\\.?|/[\\p{L}][\\p{L}\\p{N}. -]{1,24}/)";
const DASH = "(?:—|–|―|--+|-|_|:|\\|)";

const SHOUTED = new RegExp(
  `^(?<place>${PLACE})${REGION}(?:(?:,| \\|| /)? (?<date>${DATE}))?(?:,? ${AGENCY})?\\s*(?:(?<dash>—|–|―|--+)\\s*|(?<under>_)\\s+|(?:-|\\|)\\s+|(?<colon>:)\\s+)(?=["“”‘'«„(]?\\p{L}|\\p{N})`,
  "u",
);
const TITLE_PLACE = new RegExp(
  `^(?<place>${TITLED}(?:[ /-]${TITLED}){0,3})(?:, ${TITLED}(?: ${TITLED}){0,2})?(?:(?:,? (?<date>${DATE}))(?:,? ${AGENCY})?|(?:,? ${AGENCY}))\\s*${DASH}\\s+(?=["“”‘'«„(]?\\p{L}|\\p{N})`,
  "u",
);
// "New Delhi: The Supreme Court on Tuesday …": a place that the language knows, before a whole sentence
const TITLE_COLON = new RegExp(
  `^(?<place>${TITLED}(?:[ -]${TITLED}){0,2})(?:, ${TITLED})?(?<colon>:)\\s+(?=(?:\\p{Lu}|\\p{N})[^\\n]{40,})`,
  "u",
);
const AGENCY_ALONE = new RegExp(`^${AGENCY}\\s*${DASH}\\s+(?=["“”‘'«„]?\\p{L}|\\p{N})`, "u");

// "(ROME) …", "[SEOUL] …": a place that the language knows, in brackets before the report
const BRACKETED = new RegExp(`^[([](?<place>${PLACE})[)\\]]\\s+(?=["“”‘'«„]?\\p{Lu})`, "u");

const BYLINE =
  /^(?:By|BY|Von|VON|Por|POR|Story by|Words by|Written by|Reporting by)[ :]\s?\p{Lu}[\p{L}.’'-]*(?: (?:\p{Lu}[\p{L}.’'-]*|and|und|y|for|of|de|van|von|der|bin|al|&)|, (?:\p{Lu}[\p{L}.’'-]*|and|staff|political|senior|science|health|chief|correspondent|reporter|writer|editor)|[ ,](?:correspondent|reporter|writer|editor|staff|in))*\s*(?:[|•·–—-]\s*[^\n]{0,60})?$/u;
const CREDIT =
  /(?:^|(?<=[.!?…)”"’]\s?))\(?(?:Photos?|Photographs?|PHOTO|Pictures?|Pic|Image|Video|Foto|Graphic|Illustration|Credit|CREDIT|Photo credit|Image credit|Picture credit|Photo courtesy|Photo illustration|File photo)(?:\s?(?::|\/|–|—|\|)\s?|\sby\s|\sof\s)(?:\p{Lu}|@|by\s|courtesy\s)[^\n.!?]{1,80}[.)]?\s*$/u;
const WIRE_TAIL =
  /(?:^|\s)[([](?:Additional r|R)eporting (?:and writing |and editing |for [^()[\]\n]{1,40} )?(?:by|from) [^()[\]\n]{2,300}[)\]]\.?\s*$/u;
/** What opens an item of a list; a dash does not, since it opens what somebody says, or signs it. */
const CAPTION = /^(?:Photo caption|Caption|Pictured|File photo|FILE PHOTO|FILE)\s?[:–—-]\s+(?=["“‘\p{L}])/u;
const BULLET = /^[•·‣▪●○◦➢➤►*]\s+(?=["“‘'«„\p{L}\p{N}])/u;
const SENTENCE_LABEL = /^(?:Q|A|QUESTION|ANSWER|REPORTER|MODERATOR)$/u;

/** Datelines, bylines, credits and marks of agencies: nobody says them, so they are left out of what is read. */
export function openings(
  text: string,
  { isPlace }: PlaceWords,
): { edits: Edit[]; dateline: Dateline | null } {
  const edits: Edit[] = [];
  let dateline: Dateline | null = null;
  const labels = countLabels(text);
  let from = 0;
  let seen = 0;
  while (from < text.length) {
    let to = text.indexOf("\n", from);
    if (to < 0) to = text.length;
    let start = from;
    while (start < to && /\s/.test(text[start] ?? "")) start += 1;
    if (start < to) {
      seen += 1;
      const line = datelineAt(text, start, to, isPlace, labels, seen);
      const stamp = stampAt(text, start, to);
      if (stamp > start) {
        edits.push({ startUtf16: start, endUtf16: stamp, to: "", sort: "left out" });
        start = stamp;
      }
      const bullet =
        BULLET.exec(text.slice(start, Math.min(to, start + 8))) ??
        CAPTION.exec(text.slice(start, Math.min(to, start + 24)));
      if (bullet !== null) {
        edits.push({ startUtf16: start, endUtf16: start + bullet[0].length, to: "", sort: "left out" });
      } else if (line !== null) {
        dateline ??= line;
        edits.push({ startUtf16: start, endUtf16: line.endUtf16, to: "", sort: "left out" });
      } else {
        const credit = creditIn(text, start, to);
        if (credit !== null) edits.push({ ...credit, to: "", sort: "left out" });
      }
    }
    from = to + 1;
  }
  return { edits, dateline };
}

const CLOCK =
  "(?:\\d{1,2}[:.]\\d{2}(?:\\s?[AaPp]\\.?[Mm]\\.?)?|\\d{1,2}\\s?[AaPp]\\.?[Mm]\\.?)(?:\\s(?:GMT|BST|CET|CEST|UTC|[ECMP][SD]?T|IST|PKT|local time))?";
const TICKER =
  "(?:(?:UPDATED?|BREAKING|LIVE|NEW|LATEST|JUST IN|KEY EVENT|ALERT|URGENT|Updated?|Breaking|Live|Latest|Just in|Key event)\\s?[:|–—-]?\\s?)";
const AGO = "(?:\\d{1,3}\\s?(?:h|m|hr|hrs|min|mins|hours?|minutes?|Std\\.?|Min\\.?) ago\\s*[:|–—-]?\\s*)";
// "14:32", "🔴 UPDATE 18:04 |", "9.40pm:", "2h ago": when an entry of a live report was written
const STAMP = new RegExp(
  `^(?:[\\p{Extended_Pictographic}\\ufe0f•·]+\\s*)?(?:${TICKER}?${CLOCK}(?:\\s?[:|–—-])?\\s+|${AGO}|${TICKER}(?=[“"‘\\p{Lu}]))(?=["“”‘'«„]?[\\p{L}])`,
  "u",
);
const LABEL_NEXT = /^@?\p{L}[^:“"\n]{0,50}:\s/u;

/** Where the words of an entry begin behind its time, or `start`. A time before a label belongs to a transcript. */
function stampAt(text: string, start: number, to: number): number {
  const head = text.slice(start, Math.min(to, start + 140));
  if (!/^(?:[\d•·\p{Extended_Pictographic}]|[BJKLNUA]\p{L}{2,6}\b)/u.test(head)) return start;
  const match = STAMP.exec(head);
  if (match === null) return start;
  const rest = head.slice(match[0].length);
  const isVoice = LABEL_NEXT.test(rest) && /^[\d[]/.test(head) && !/:\s?$/.test(match[0].trimEnd());
  return isVoice && !/:\s["“‘']/u.test(rest) ? start : start + match[0].length;
}

const LABEL_LINE = /(?:^|\n)[^\S\n]*[\p{Lu}][\p{Lu}\p{N}.’' -]{0,40}(?::|\s[—–-]{1,2})\s/gu;

function countLabels(text: string): number {
  return text.slice(0, 20_000).match(LABEL_LINE)?.length ?? 0;
}

function datelineAt(
  text: string,
  start: number,
  to: number,
  isPlace: PlaceWords["isPlace"],
  labels: number,
  seen: number,
): Dateline | null {
  const head = text.slice(start, Math.min(to, start + 140));
  const bracketed = seen < 4 && /^[([]/.test(head) ? BRACKETED.exec(head) : null;
  if (bracketed !== null && isPlace(bracketed.groups?.place?.toLowerCase() ?? ""))
    return {
      startUtf16: start,
      endUtf16: start + bracketed[0].length,
      place: bracketed.groups?.place ?? null,
      date: null,
    };
  if (!/^[\p{Lu}(]/u.test(head) || !/[—–―_:|]|-[- ]/u.test(head)) return null;
  const match =
    SHOUTED.exec(head) ??
    (seen > 12
      ? null
      : (TITLE_PLACE.exec(head) ??
        AGENCY_ALONE.exec(head) ??
        (seen < 4 && /[.!?”"’]\s*$/u.test(text.slice(to - 3, to)) ? TITLE_COLON.exec(head) : null)));
  if (match === null) return null;
  const { place = null, date = null, dash, under, colon } = match.groups ?? {};
  const hasAgency = /[(/]/.test(match[0]);
  const isShouted = place === null || place === place.toUpperCase();
  const known = place !== null && isPlace(place.toLowerCase());
  if (colon !== undefined) {
    // a colon after capitals is a label, unless they name a place
    if (date === null && (hasAgency ? labels > 1 && !known : !known || labels > 1)) return null;
    if (place !== null && SENTENCE_LABEL.test(place)) return null;
  }
  if (
    place !== null &&
    dash === undefined &&
    under === undefined &&
    colon === undefined &&
    !hasAgency &&
    date === null &&
    !known
  )
    return null;
  // "JOURNALIST – Is there a deal?" comes again and again
  if (dash !== undefined && labels > 1 && !hasAgency && date === null && !known && !match[0].includes(","))
    return null;
  // "Rita Omar (CFO) — …" in a later line is a voice too
  if (seen > 1 && !isShouted && hasAgency && date === null && !known) return null;
  // "Rosa Vidal (Greens): …" is a voice
  if (colon === undefined && date === null && !known && /:\s+$/.test(match[0])) return null;
  return { startUtf16: start, endUtf16: start + match[0].length, place, date };
}

/** A byline or a credit: the rest of its line. */
function creditIn(text: string, start: number, to: number): { startUtf16: number; endUtf16: number } | null {
  if (to - start < 120) {
    const line = text.slice(start, to);
    if (BYLINE.test(line)) return { startUtf16: start, endUtf16: to };
  }
  const from = Math.max(start, to - 400);
  const ending = text.slice(from, to);
  const match = ending.includes("eporting")
    ? (WIRE_TAIL.exec(ending) ?? CREDIT.exec(ending))
    : CREDIT.exec(ending);
  return match === null ? null : { startUtf16: from + match.index, endUtf16: to };
}

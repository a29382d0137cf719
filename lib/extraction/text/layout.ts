import type { Span } from "../model";
import type { Edit } from "./edits";

interface Line extends Span {
  /** Where its words begin, behind the signs of a quoted e-mail. */
  readonly from: number;
  readonly isQuoted: boolean;
}

const QUOTED = /^[ \t]*(?:[>|][ \t]?)+/;
const ENDS = /[.!?…:;][)\]"”’'»*]*$/u;
const GOES_ON = /^["“”‘’'«(]?\p{Ll}/u;
const ITEM = /^(?:[-–—•*·‣▪]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s/u;
const LOW_LABEL = /^\p{Ll}[\p{Ll}’'-]*(?: \p{Ll}[\p{Ll}’'-]*)?:\s/u;
const BROKEN = /\p{L}(?:-|‐|\u00ad)$/u;
const PAGE =
  /^(?:[-–—\s]*\d{1,4}[-–—\s]*|\[?\(?(?:page|p\.|seite|página|s\.)\s*\d{1,4}(?:\s*(?:of|\/|von|de)\s*\d{1,4})?\)?\]?|\d{1,4}\s*(?:of|\/)\s*\d{1,4})$/iu;
const PAGE_WITHIN = /(?:\bpage\s+\d{1,4}\b|^\d{1,4}\s{2,}|\s{2,}\d{1,4}$|\|\s*\d{1,4}$|^\d{1,4}\s*\|)/iu;
// "long-" before a line end keeps its hyphen, "contra-" does not
const KEEPS_HYPHEN =
  /(?:^|[\s("“])(?:\p{Lu}\p{Ll}+|[Ss]elf|non|ex|co|well|long|short|high|low|mid|half|part|full|cross|anti|pro|post|pre|semi|vice|so|all|one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|hard|far|near|old|new|ill|off|on|in|by|state|year|decision|policy|law|peace|record|door|face|follow|day|to|\p{L}+(?:-\p{L}+)+)-$/u;
// a line that ends so is not over, whatever the next begins with
const HANGS =
  /(?:^|\s)(?:the|a|an|of|to|in|on|at|by|for|from|with|and|or|but|that|which|who|as|than|into|over|under|between|against|after|before|because|his|her|its|their|our|my|your|this|these|those|is|are|was|were|be|been|has|have|had|will|would|not|no|said|told|says|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Prof\.?|Gen\.?|Sen\.?|Rep\.?|Gov\.?)$|,$/u;
// "…,” said Anna", and the surname in the next line
const NAMES_SPEAKER =
  /[”"’',]\s(?:said|says|added|asked|wrote|replied|told|according to)\s(?:[\p{L}]+\s)?\p{Lu}[\p{L}.’-]*$/u;
// "…,” first mate Carlos": a tag is over with its full stop
const IN_TAG = /[,!?][”"’']\s(?:the\s)?(?:\p{Ll}+\s){1,4}(?:\p{Lu}[\p{L}.’-]*\s?){1,2}$/u;
// "Jo Hale  9:14 AM": a label of a chat in a line of its own
const TIMED_LABEL =
  /^@?\p{Lu}[\p{L}.’'-]*(?:\s\p{Lu}[\p{L}.’'-]*){0,3},?\s+[[(—–-]?\s?(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s)?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?[\])]?$/u;
// "dan_k  10:43 AM": the same for a handle, with a wide space or the half of the day
const TIMED_HANDLE =
  /^@?[\p{L}][\p{L}\p{N}_.’'-]*(?:\s[\p{L}\p{N}_.’'-]+){0,2}(?:\s{2,}\d{1,2}:\d{2}(?:\s?[AaPp]\.?[Mm]\.?)?|\s\[?\d{1,2}:\d{2}\s?[AaPp]\.?[Mm]\.?\]?)$/u;
const VOICED = /^(?:[[(]?\d{1,2}:\d{2}|\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*)?:\s)/u;
const LEAST_HANGING = 16;
const LEAST_FULL = 30;
const LEAST_BROKEN = 10;
const MOST_WRAPPED = 160;

/**
 * Lines that were broken at a width are joined, a word broken over a line end is made whole, and the signs of quoted
 * e-mails, page numbers and running heads between two halves of a sentence are left out. Lines that end what they say
 * stay lines.
 */
export function layoutEdits(text: string): Edit[] {
  const lines = linesOf(text);
  if (lines.length < 2 && !QUOTED.test(text)) return [];
  const heads = runningHeads(text, lines);
  const width = widthOf(text, lines);
  const edits: Edit[] = [];
  const add = (startUtf16: number, endUtf16: number, to: string, sort: Edit["sort"]) => {
    if (startUtf16 < endUtf16 || to !== "") edits.push({ startUtf16, endUtf16, to, sort });
  };
  let before: Line | null = null;
  let isApart = true;
  let leftOut = false;
  let wasJoined = false;
  for (const line of lines) {
    if (line.from >= line.endUtf16) {
      isApart = true;
      // a blank line of a quoted e-mail is blank
      if (line.isQuoted) add(line.startUtf16, line.from, "", "left out");
      continue;
    }
    const isHead = heads.has(line);
    if (isHead && before !== null && !ENDS.test(wordsOf(text, before))) {
      leftOut = true;
      continue;
    }
    const isJoined: boolean =
      before !== null && goesOn(text, before, line, { width, isApart, leftOut, wasJoined });
    wasJoined = isJoined;
    if (before !== null && isJoined) {
      const broken = brokenWord(text, before, line);
      const sort = leftOut || line.isQuoted ? "left out" : "space";
      if (broken === null) add(before.endUtf16, line.from, " ", sort);
      else add(before.endUtf16 - (broken === "whole" ? 1 : 0), line.from, "", "mark");
    } else if (line.isQuoted) add(line.startUtf16, line.from, "", "left out");
    before = line;
    isApart = false;
    leftOut = false;
  }
  return edits;
}

function wordsOf(text: string, line: Line): string {
  return text.slice(Math.max(line.from, line.endUtf16 - 60), line.endUtf16);
}

/** A line without the space around it. */
function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  const add = (from: number, to: number) => {
    const quoted =
      text[from] === ">" || text[from] === " " || (text[from] === "|" && text[to - 1] !== "|")
        ? QUOTED.exec(text.slice(from, Math.min(to, from + 40)))
        : null;
    let start = from + (quoted?.[0].length ?? 0);
    let endUtf16 = to;
    while (start < to && isSpace(text.charCodeAt(start))) start += 1;
    while (endUtf16 > start && isSpace(text.charCodeAt(endUtf16 - 1))) endUtf16 -= 1;
    lines.push({ startUtf16: from, endUtf16, from: start, isQuoted: quoted !== null });
  };
  let from = 0;
  for (const match of text.matchAll(/\r\n|[\n\r\f\u2028\u2029]/g)) {
    add(from, match.index);
    from = match.index + match[0].length;
  }
  add(from, text.length);
  // one line that begins with ">" is a sign of something else
  return lines.filter(({ isQuoted }) => isQuoted).length > 1
    ? lines
    : lines.map((line) => (line.isQuoted ? { ...line, from: line.startUtf16, isQuoted: false } : line));
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x3000;
}

/** Page numbers, and short lines that come again and again between others. */
function runningHeads(text: string, lines: readonly Line[]): ReadonlySet<Line> {
  const seen = new Map<string, Line[]>();
  const heads = new Set<Line>();
  for (const line of lines) {
    const length = line.endUtf16 - line.from;
    if (length === 0 || length > 80) continue;
    const words = text.slice(line.from, line.endUtf16);
    // "jess [3:05 PM]" comes again with each of her lines
    if (TIMED_HANDLE.test(words)) continue;
    if (PAGE.test(words) || PAGE_WITHIN.test(words)) heads.add(line);
    else if (!ENDS.test(words)) {
      const key = words.replace(/\d+/g, "0");
      const same = seen.get(key);
      if (same === undefined) seen.set(key, [line]);
      else same.push(line);
    }
  }
  for (const same of seen.values()) if (same.length > 1) for (const line of same) heads.add(line);
  return heads;
}

/** The width at which lines were broken, by the longest of those that surely go on; 0 when none does. */
function widthOf(text: string, lines: readonly Line[]): number {
  let width = 0;
  let surely = 0;
  for (let at = 1; at < lines.length; at += 1) {
    const [before, line] = [lines[at - 1], lines[at]];
    if (before === undefined || line === undefined || line.from >= line.endUtf16) continue;
    const length = before.endUtf16 - before.from;
    if (length < LEAST_FULL || length > MOST_WRAPPED) continue;
    if (ENDS.test(wordsOf(text, before)) || !GOES_ON.test(text.slice(line.from, line.from + 3))) continue;
    surely += 1;
    width = Math.max(width, length);
  }
  return surely > 0 ? width : 0;
}

function goesOn(
  text: string,
  before: Line,
  line: Line,
  {
    width,
    isApart,
    leftOut,
    wasJoined,
  }: { width: number; isApart: boolean; leftOut: boolean; wasJoined: boolean },
): boolean {
  const beginning = text.slice(line.from, line.from + 24);
  const ending = wordsOf(text, before);
  const isOver = ENDS.test(ending);
  const startsLow = GOES_ON.test(beginning) && !ITEM.test(beginning) && !LOW_LABEL.test(beginning);
  const length = before.endUtf16 - before.from;
  if (leftOut) return !isOver && (startsLow || HANGS.test(ending) || BROKEN.test(ending));
  if (isApart || before.isQuoted !== line.isQuoted || ITEM.test(beginning)) return false;
  // "[10:02] Lena: boss said no" is over where the next voice begins
  if (VOICED.test(beginning) && VOICED.test(text.slice(before.from, before.from + 24))) return false;
  const whole = length < 60 ? text.slice(before.from, before.endUtf16) : "";
  if (TIMED_LABEL.test(whole) || TIMED_HANDLE.test(whole)) return false;
  if (line.endUtf16 - line.from < 60 && TIMED_HANDLE.test(text.slice(line.from, line.endUtf16))) return false;
  if (BROKEN.test(ending) && (startsLow || isBrokenName(ending, beginning))) return true;
  if (!isOver && startsLow)
    return (
      (line.isQuoted || wasJoined || length >= LEAST_BROKEN || HANGS.test(ending)) && length <= MOST_WRAPPED
    );
  const isWrapped = width > 0 && length <= width && isFull(text, before, line, width);
  if (isOver) return isWrapped && !/^\p{Lu}[\p{L}.’' -]{1,40}:\s/u.test(beginning);
  return (
    isWrapped ||
    (length >= LEAST_HANGING &&
      length <= MOST_WRAPPED &&
      HANGS.test(ending) &&
      !looksLikeTitle(text, before)) ||
    ((length >= LEAST_HANGING || wasJoined) &&
      length <= MOST_WRAPPED &&
      (NAMES_SPEAKER.test(ending) || IN_TAG.test(ending)) &&
      /^\p{Lu}/u.test(beginning))
  );
}

/** Whether the first word of the next line would not have fitted. */
function isFull(text: string, before: Line, line: Line, width: number): boolean {
  let word = line.from;
  while (word < line.endUtf16 && word - line.from < 40 && !isSpace(text.charCodeAt(word))) word += 1;
  return before.endUtf16 - before.from + 1 + (word - line.from) > width;
}

function looksLikeTitle(text: string, { from, endUtf16 }: Line): boolean {
  const words = text.slice(from, endUtf16).match(/\p{L}[\p{L}’']{3,}/gu) ?? [];
  return words.length > 1 && words.every((word) => /^\p{Lu}/u.test(word));
}

/** "Smith-" before "Jones": a name of two words broken at its hyphen. */
function isBrokenName(ending: string, beginning: string): boolean {
  return /(?:^|[\s("“])\p{Lu}\p{L}*-$/u.test(ending) && /^\p{Lu}\p{Ll}/u.test(beginning);
}

function brokenWord(text: string, before: Line, line: Line): "whole" | "hyphened" | null {
  const ending = wordsOf(text, before);
  if (isBrokenName(ending, text.slice(line.from, line.from + 2))) return "hyphened";
  if (!BROKEN.test(ending) || !/^\p{Ll}/u.test(text.slice(line.from, line.from + 2))) return null;
  return ending.endsWith("\u00ad") || !KEEPS_HYPHEN.test(ending) ? "whole" : "hyphened";
}

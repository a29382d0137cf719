import { dateSaid, normaliseName } from "@/lib/text";
import { addresseeAgainst, outletAt } from "./addressees";
import { type Day, daysIn, isAgainst, isComparable, ofIso, whole } from "./calendar";
import type { Placed } from "./changes";
import type { Claimed } from "./draft";
import { eventAgainst } from "./events";
import { groupAgainst, spokenAgainst } from "./kind-of-text";
import type { Source } from "./material";
import type { FindingLabel, FindingNote } from "./model";
import { nameWords } from "./names";
import { roleAgainst } from "./roles";
import { sentenceAround } from "./sentences";
import { isReported } from "./turns";
import type { Voice } from "./voices";

interface Occasion {
  readonly verdict: { readonly label: FindingLabel; readonly reason: string } | null;
  readonly notes: readonly FindingNote[];
}

/** Whether the draft says the words on another day, at another place or in another role than the record. */
export function occasionOf(
  claim: Claimed,
  voice: Voice,
  { source, start, end }: Placed,
  draft: string,
): Occasion {
  const names = [voice.name, claim.proposal?.speaker?.canonical].flatMap((name) => name ?? []);
  const event = eventAgainst(outsideOf(claim, draft), source, { start, end }, names, headOf(source));
  const told = addresseeAgainst(outsideOf(claim, draft), source, { start, end }, names);
  const elsewhere =
    spokenAgainst(outsideOf(claim, draft), source) ??
    groupAgainst(outsideOf(claim, draft), outletAt(source, { start, end }), source);
  const notes: FindingNote[] = [
    ...ofDay(claim, voice, source, draft),
    ...[yearAgainst(outsideOf(claim, draft), source, start)].flatMap((note) => note ?? []),
    ...(event === null ? [] : [{ kind: "place" as const, ...event }]),
    ...(told === null ? [] : [{ kind: "place" as const, ...told }]),
    ...(event !== null || told !== null || elsewhere === null
      ? []
      : [{ kind: "place" as const, ...elsewhere }]),
    ...roleAgainst(claim, voice, source, draft),
    ...ofPlace(claim, voice, source, draft),
  ];
  const [first] = notes;
  return {
    verdict: first === undefined ? null : { label: "wrong_occasion", reason: first.says },
    notes,
  };
}

/** What the draft says outside the statement's own words, in its sentence. */
function outsideOf(claim: Claimed, draft: string): { readonly text: string; readonly start: number } {
  const from = Math.min(claim.sentence[0], claim.start);
  const to = Math.max(claim.sentence[1], claim.end);
  let text = draft.slice(from, to);
  const pieces = claim.proposal?.pieces ?? [{ startUtf16: claim.start, endUtf16: claim.end }];
  for (const { startUtf16, endUtf16 } of pieces)
    text = text.slice(0, startUtf16 - from) + " ".repeat(endUtf16 - startUtf16) + text.slice(endUtf16 - from);
  return { text, start: from };
}

const SAID_ON = /^\s*(?:on|last|this|am|im|el|le|den|in|,)?\s*$/iu;

function ofDay(claim: Claimed, voice: Voice, source: Source, draft: string): FindingNote[] {
  const own = outsideOf(claim, draft);
  const printed = daysIn(own.text);
  const ago = printed.length === 0 ? agoAgainst(own, source) : null;
  if (ago !== null) return [ago];
  if (printed.length === 0) return [];
  const known = recordDays(voice, source, voice.name ?? claim.proposal?.speaker?.canonical ?? null);
  if (known.length === 0) return [];
  for (const { day, text, at } of printed) {
    const asked = whole(day);
    const compared = known.filter((other) => isComparable(asked, other.day));
    if (compared.length === 0 || compared.some((other) => !isAgainst(asked, other.day))) continue;
    const start = own.start + at;
    const isMeeting = MEETING.test(own.text.slice(at + text.length));
    // "asked about a cut in September": what it is about, and not when it was said
    if (!isMeeting && ABOUT.test(own.text.slice(0, at))) continue;
    if (!isMeeting && !SAID_ON.test(own.text.slice(Math.max(0, at - 5), at).replace(/^\S*\s/u, ""))) continue;
    return [
      {
        kind: "date",
        start,
        end: start + text.length,
        says: `The draft says “${text}”, the record “${compared[0]?.text ?? ""}”.`,
      },
    ];
  }
  return [];
}

const ABOUT =
  /(?<!\p{L})(?:about|of|over|regarding|concerning|whether|if|why|how|that)\s+(?:[\p{L}\p{N}’'-]+\s+){1,8}?(?:in|on|for|by|until|before|after)\s$/iu;

/** "At the April meeting" names the day as "on 6 April" does. */
const MEETING = /^\s+(?:meeting|session|hearing|sitting|debate|briefing|summit|rally|assembly)(?!\p{L})/iu;

const YEAR =
  /(?:^\W*|(?<!\p{L})(?:interview|speech|lecture|letter|statement|sermon|debate|testimony|said|told (?:the |an? )?[\p{L}’'-]+(?: [\p{L}’'-]+){0,3}?|wrote(?: to [\p{L}’'-]+(?: [\p{L}’'-]+){0,3}?)?|back|remarked|declared)(?: \p{Lu}\p{L}+)? )in ((?:1[89]|20)\d\d)(?!\d)/iu;
const ANY_YEAR = /(?<![\d.,])(?:1[89]|20)\d\d(?![\d.,]\d|\d)/gu;

/** "In an interview in 1989 Brandt said" where the text has 1998, and 1989 nowhere. */
function yearAgainst(
  own: { readonly text: string; readonly start: number },
  source: Source,
  start: number,
): FindingNote | null {
  const match = YEAR.exec(own.text);
  const year = match?.[1];
  if (match === null || year === undefined || source.statement !== null) return null;
  const all = [...source.text.matchAll(ANY_YEAR)].map(([text]) => text);
  if (all.includes(year) || source.day?.startsWith(year)) return null;
  const from = source.text.lastIndexOf("\n", Math.max(0, start - 1)) + 1;
  const near =
    source.text
      .slice(...sentenceAround(source.text, start, start))
      .match(ANY_YEAR)
      ?.at(-1) ??
    source.text.slice(from, start).match(ANY_YEAR)?.at(-1) ??
    source.day?.slice(0, 4);
  if (near === undefined) return null;
  const at = own.start + match.index + match[0].length - year.length;
  const says = `The draft says “${year}”, the record “${near}”.`;
  return { kind: "date", start: at, end: at + year.length, says };
}

const AGO =
  /(?<!\p{L})(?:last (?:month|year|spring|summer|autumn|winter)|(?:a|one|two|three|four|five|six|seven|eight|nine|ten|several|some|many|a few) (?:weeks?|months?|years?|decades?) ago|(?:years|months|decades) ago|vor (?:einem|zwei|drei|vielen) (?:jahre?n?|monate?n?)|hace (?:un|dos|tres|muchos) (?:años?|mes(?:es)?))(?!\p{L})/iu;
const JUST_NOW =
  /(?<!\p{L})(?:yesterday|today|this morning|last night|this week|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|gestern|heute|ayer|hoy|am (?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)|el (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo))(?!\p{L})/iu;

/** "Last month Rask said" where the report is of Sunday, and speaks of no such time. */
function agoAgainst(
  own: { readonly text: string; readonly start: number },
  { text, statement }: Source,
): FindingNote | null {
  const ago = AGO.exec(own.text);
  if (ago === null || statement !== null) return null;
  const now = JUST_NOW.exec(text.slice(0, ARTICLE_UTF16));
  if (now === null || AGO.test(text)) return null;
  const start = own.start + ago.index;
  return {
    kind: "date",
    start,
    end: start + ago[0].length,
    says: `The draft says “${ago[0]}”, the record “${now[0]}”.`,
  };
}

/** The days on which the record has the words said, best first. */
function recordDays(
  voice: Voice,
  source: Source,
  name: string | null,
): { readonly day: Day; readonly text: string }[] {
  const { statement } = voice;
  if (statement?.saidFrom && statement.saidFrom === statement.saidTo)
    return [{ day: ofIso(statement.saidFrom), text: statement.saidFrom }];
  if (statement?.saidFrom && statement.saidFrom.slice(0, 7) === statement.saidTo?.slice(0, 7)) {
    const { year, month } = ofIso(statement.saidFrom);
    return [{ day: { year: year as number, month: month as number }, text: statement.saidFrom.slice(0, 7) }];
  }
  if (voice.when !== null) {
    const said = daysIn(voice.when);
    if (said.length > 0) return said.map(({ day, text }) => ({ day: onCalendar(day, text, source), text }));
  }
  const isTaped = isRecording(source);
  // an article names days at many places, and any of them may be this one
  const printed = isTaped ? daysIn(headOf(source)) : daysOfArticle(source, name);
  const days = printed.map(({ day, text }) => ({ day: onCalendar(day, text, source), text }));
  if (source.day !== null && isTaped) days.push({ day: ofIso(source.day), text: source.day });
  return days;
}

const ARTICLE_UTF16 = 8000;
const LEAD_UTF16 = 400;

/** The days that an article names in its lead and where it names the speaker, or all of them where it names none there. */
function daysOfArticle({ text }: Source, name: string | null): ReturnType<typeof daysIn> {
  const all = daysIn(text.slice(0, ARTICLE_UTF16));
  const last = nameWords(name ?? "").at(-1);
  if (last === undefined) return all;
  const near = all.filter(({ at }) => {
    if (at < LEAD_UTF16) return true;
    const [from, to] = sentenceAround(text, at, at);
    return normaliseName(text.slice(from, to)).split(" ").includes(last);
  });
  return near.length > 0 ? near : all;
}

/** "Tuesday" in a text whose day is known is a day of the calendar. */
function onCalendar(day: Day, text: string, source: Source): Day {
  if (source.day === null || day.year !== undefined) return whole(day);
  const said = dateSaid(text, source.day);
  return said?.precision === "day" ? ofIso(said.on) : whole(day);
}

/** The lines above the words of a recording: what, when and where. */
function headOf(source: Source): string {
  if (!isRecording(source)) return "";
  const stop = source.text.search(/\n\s*\n|^[^\n]{2,60}:\s+\S.{60}/mu);
  return (
    source.text.slice(0, Math.min(400, stop < 0 ? 200 : Math.max(stop, 0))) +
    (stop > 0 && stop < 80 ? source.text.slice(stop, 300) : "")
  );
}

const isRecording = ({ text, title }: Source) =>
  !isReported(text) &&
  /\b(?:transcript|press conference|briefing|hearing|interview|remarks|speech|minutes|meeting|debate|session|testimony|recording|recorded|statement|lecture|pressekonferenz|anhörung|rueda de prensa|audiencia|trial|examination)\b/iu.test(
    `${title}\n${text.slice(0, 300)}`,
  );

function ofPlace(claim: Claimed, voice: Voice, source: Source, draft: string): FindingNote[] {
  const own = outsideOf(claim, draft);
  const said = claim.proposal?.said?.place ?? null;
  const printed =
    said?.text ??
    /\b(?:in|at|en|in der|im)\s+((?:the\s+)?\p{Lu}[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}’'-]+){0,3})/u.exec(
      own.text,
    )?.[0] ??
    null;
  if (printed === null) return [];
  const named =
    printed
      .match(/\p{Lu}[\p{L}’'-]+/gu)
      ?.map((word) => normaliseName(word))
      .filter((word) => !daysIn(printed).some(({ text }) => normaliseName(text).includes(word))) ?? [];
  const theirs = voice.statement?.place ?? voice.place ?? placeInHead(source) ?? placeInArticle(source);
  if (named.length === 0 || theirs === null) return [];
  const there = normaliseName(`${theirs} ${headOf(source)}`);
  if (
    named.some((word) => there.includes(word)) ||
    named.every((word) => normaliseName(source.text).includes(word))
  )
    return [];
  const at = draft.indexOf(printed, own.start);
  return [
    {
      kind: "place",
      start: at < 0 ? claim.start : at,
      end: at < 0 ? claim.end : at + printed.length,
      says: `The draft says “${printed}”, the record “${theirs}”.`,
    },
  ];
}

const SAID_IN =
  /\b(?:said|told|says|spoke|speaking|asked)\b[^.\n“”"]{0,60}?\b(?:in|at)\s+(?:the\s+)?(\p{Lu}[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}’'-]+)*)/u;
const DATELINE = /^(\p{Lu}{3,}(?:[ -]\p{Lu}+)*)(?:,[^\n]{0,20})?\s[—–-]\s/mu;

/** Where an article has its people speak, when it says so at all. */
function placeInArticle(source: Source): string | null {
  const head = source.text.slice(0, ARTICLE_UTF16);
  return SAID_IN.exec(head)?.[1] ?? DATELINE.exec(head)?.[1] ?? null;
}

function placeInHead(source: Source): string | null {
  const head = headOf(source);
  if (head === "") return null;
  return (
    /\b(?:in|at|place:|venue:|location:)\s+((?:the\s+)?\p{Lu}[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}’'-]+){0,3})/iu.exec(
      head,
    )?.[1] ??
    /(?:^|[,–—-]\s*)(\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+)*),?\s+\d/mu.exec(head)?.[1] ??
    null
  );
}

/** A date in parts, as it was written; what is not known is absent. */
export interface WrittenDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly precision: "day" | "month" | "year";
  /** 0 for Sunday, when the day of the week stands with it. */
  readonly weekday?: number;
}

/** How a date was read: as one, or why not, in words for whoever typed it. */
export type DateReading = { readonly date: WrittenDate; readonly rest: string } | { readonly reason: string };

const MONTHS: readonly string[] = [
  "january jan januar jänner enero janvier gennaio janeiro januari يناير جنوری جنوري ژانویه",
  "february feb februar febrero févr février febbraio fevereiro februari فبراير فروری فبروري فوریه",
  "march mar märz marzo mars março maart مارس مارچ مارچ",
  "april apr abril avril aprile أبريل اپریل اپریل آوریل",
  "may mai mayo maggio maio mei مايو مئی مې مه",
  "june jun juni junio juin giugno junho يونيو جون ژوئن",
  "july jul juli julio juil juillet luglio julho يوليو جولائی جولای ژوئیه",
  "august aug agosto août augustus أغسطس اگست اګست اوت",
  "september sep sept septiembre septembre settembre setembro سبتمبر ستمبر سپتامبر",
  "october oct oktober okt octubre octobre ottobre outubro أكتوبر اکتوبر اکتبر",
  "november nov noviembre novembre novembro نوفمبر نومبر نوامبر",
  "december dec dezember dez diciembre décembre dicembre dezembro ديسمبر دسمبر دسامبر",
];
const WEEKDAYS: readonly string[] = [
  "sunday sun sonntag domingo dimanche",
  "monday mon montag lunes lundi",
  "tuesday tue tues dienstag martes mardi",
  "wednesday wed mittwoch miércoles mercredi",
  "thursday thu thur thurs donnerstag jueves jeudi",
  "friday fri freitag viernes vendredi",
  "saturday sat samstag sonnabend sábado samedi",
];
const byWord = (lists: readonly string[]) =>
  new Map(lists.flatMap((list, index) => list.split(" ").map((word) => [word, index] as const)));
const MONTH_OF = byWord(MONTHS);
const WEEKDAY_OF = byWord(WEEKDAYS);
const SMALL = new Set(["the", "of", "on", "in", "de", "del", "den", "am", "im", "le", "um", "at", "à"]);
const MOVING =
  /\b(?:yesterday|today|tonight|tomorrow|now|ago|last|this|next|earlier|recently|week|gestern|heute|ayer|hoy|hier|aujourd)/u;

const NAMES = new Intl.DateTimeFormat("en-GB", { month: "long", timeZone: "UTC" });
const monthName = (month: number) => NAMES.format(new Date(Date.UTC(2000, month - 1, 1)));

/** Said of what is no date at all. */
export const DATE_HINT =
  "Write a date such as 28 October 2025, October 2025 or 2025. 2025-10-28 and Oct. 28, 2025 do as well.";

/**
 * Reads the date at the beginning of what a person wrote: "28 October 2025", "Oct. 28, 2025", "28.10.2025", "10/2025",
 * "Tuesday, 28 October 2025". Numbers that may be read in two ways, a year of two digits and words whose day moves are
 * refused, and the reason says what to write. `rest` is what follows the date: a time, or nothing.
 */
export function readWrittenDate(typed: string): DateReading {
  const words = inLatinDigits(typed).toLowerCase().trim();
  const numbers = readNumbers(words);
  return numbers ?? readWords(words, typed.trim());
}

const NUMBERS = /^(\d{1,4})\s?([./-])\s?(\d{1,4})(?:\s?\2\s?(\d{1,4}))?(?=$|[\s,])/;

function readNumbers(words: string): DateReading | null {
  const match = NUMBERS.exec(words);
  if (match === null) return /^\d{4}$/.test(words) ? { date: dated(Number(words)), rest: "" } : null;
  const [all, a = "", , b = "", c] = match;
  const rest = words.slice(all.length);
  if (c === undefined) {
    // 10/2025, 2025/10
    if (b.length === 4 && a.length <= 2) return found(dated(Number(b), Number(a)), rest);
    if (a.length === 4 && b.length <= 2) return found(dated(Number(a), Number(b)), rest);
    return { reason: "Say the year too, with its four digits, such as 28 October 2025." };
  }
  if (a.length === 4) return found(dated(Number(a), Number(b), Number(c)), rest);
  if (c.length !== 4) {
    return { reason: `Write the year of “${all.trim()}” with four digits, such as 28 October 2025.` };
  }
  const [first, second, year] = [Number(a), Number(b), Number(c)];
  if (first > 12 || first === second) return found(dated(year, second, first), rest);
  if (second > 12) return found(dated(year, first, second), rest);
  const meant = [`${first} ${monthName(second)} ${year}`, `${second} ${monthName(first)} ${year}`];
  return {
    reason: `“${all.trim()}” may be ${meant[0]} or ${meant[1]}. Write the month as a word.`,
  };
}

function readWords(words: string, typed: string): DateReading {
  let rest = words;
  let [year, month, day, weekday]: (number | undefined)[] = [];
  for (;;) {
    const match = /^[\s,.]*(?:(\d{1,4})(?:st|nd|rd|th|\.|º|er)?(?=$|[\s,.])|(\p{L}[\p{L}\p{M}]*)\.?)/u.exec(
      rest,
    );
    if (match === null) break;
    const [all, number, word = ""] = match;
    if (number !== undefined) {
      if (number.length === 4 && year === undefined) year = Number(number);
      else if (number.length <= 2 && day === undefined && year === undefined) day = Number(number);
      else break;
    } else if (MONTH_OF.has(word) && month === undefined) month = (MONTH_OF.get(word) ?? 0) + 1;
    else if (WEEKDAY_OF.has(word) && weekday === undefined) weekday = WEEKDAY_OF.get(word);
    else if (!SMALL.has(word)) break;
    rest = rest.slice(all.length);
    if (
      year !== undefined &&
      month !== undefined &&
      (day !== undefined || !/^[\s,]*\d{1,2}(?:st|nd|rd|th)?$/.test(rest))
    )
      break;
  }
  if (year !== undefined && (month !== undefined || rest.trim() === "")) {
    if (month === undefined && day !== undefined) return { reason: DATE_HINT };
    return found(
      {
        ...dated(year, month, month === undefined ? undefined : day),
        ...(weekday === undefined ? {} : { weekday }),
      },
      rest,
    );
  }
  if (MOVING.test(words) || (weekday !== undefined && month === undefined)) {
    return {
      reason: `“${typed}” is another day for whoever reads it later. Write the day itself, such as 28 October 2025.`,
    };
  }
  if (month !== undefined) return { reason: "Say the year too, such as 28 October 2025." };
  return { reason: DATE_HINT };
}

/** The date when there is such a day, else what is wrong with it. */
function found(date: WrittenDate, rest: string): DateReading {
  const { year, month, day, weekday } = date;
  if (month !== undefined && (month < 1 || month > 12))
    return { reason: `There is no month ${month}. ${DATE_HINT}` };
  if (month !== undefined && day !== undefined) {
    const on = new Date(Date.UTC(year, month - 1, day));
    if (on.getUTCDate() !== day || on.getUTCMonth() !== month - 1) {
      return { reason: `${monthName(month)} ${year} has no day ${day}.` };
    }
    if (weekday !== undefined && on.getUTCDay() !== weekday) {
      const name = (of: number) => upperFirst(WEEKDAYS[of]?.split(" ")[0] ?? "");
      return {
        reason: `${day} ${monthName(month)} ${year} is a ${name(on.getUTCDay())}, not a ${name(weekday)}. Write the right day.`,
      };
    }
  }
  return { date, rest };
}

function dated(year: number, month?: number, day?: number): WrittenDate {
  if (month === undefined) return { year, precision: "year" };
  return day === undefined ? { year, month, precision: "month" } : { year, month, day, precision: "day" };
}

/** Digits as Urdu, Pashto, Persian and Arabic write them are the same numbers. */
function inLatinDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/gu, (digit) => `${(digit.codePointAt(0) ?? 0) & 15}`);
}

function upperFirst(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

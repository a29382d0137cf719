/** A day, month or year that printed words mean, in ISO 8601 as long as its precision. */
export interface DateSaid {
  readonly on: string;
  /** "earlier this week" is no more than a week: its first day stands for it. */
  readonly precision: "day" | "week" | "month" | "year";
}

const DAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAY_MS = 86_400_000;

/**
 * What "on Tuesday", "last week" or "March 3" means in a text that was published on a day ("2026-11-25"): the last such day
 * that was not after it. Null for words that name no date.
 */
export function dateSaid(printed: string, publishedOn: string): DateSaid | null {
  const published = new Date(`${publishedOn.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(published.getTime())) return null;
  const words = inEnglish(printed.toLowerCase().replace(/[.,]/g, ""));
  const day = (back: number): DateSaid => ({
    on: new Date(published.getTime() - back * DAY_MS).toISOString().slice(0, 10),
    precision: "day",
  });
  const year = /\b(?:19|20)\d\d\b/.exec(words)?.[0];
  const month = MONTHS.findIndex((name) => new RegExp(`\\b${name}[a-z]*\\b`).test(words));
  if (month >= 0) {
    const date = /\b(\d{1,2})\b(?!\d)/.exec(words.replace(year ?? "none", ""))?.[1];
    const inYear = (of: number) => new Date(Date.UTC(of, month, Number(date ?? 1)));
    let known = Number(year ?? published.getUTCFullYear());
    if (year === undefined && inYear(known) > published) known -= 1;
    const on = inYear(known);
    if (on.getUTCMonth() !== month) return null;
    const iso = on.toISOString();
    return date === undefined
      ? { on: iso.slice(0, 7), precision: "month" }
      : { on: iso.slice(0, 10), precision: "day" };
  }
  if (year !== undefined) return { on: year, precision: "year" };
  const weekday = DAYS.findIndex((name) => words.includes(name));
  if (weekday >= 0) {
    const back = (published.getUTCDay() - weekday + 7) % 7;
    return day(back === 0 && words.includes("last") ? 7 : back);
  }
  if (/\byesterday\b|\blast night\b/.test(words)) return day(1);
  if (/\btoday\b|\btonight\b|\bthis (?:morning|afternoon|evening)\b/.test(words)) return day(0);
  const monday = (published.getUTCDay() + 6) % 7;
  if (/\bthis week\b/.test(words)) return { ...day(monday), precision: "week" };
  if (/\blast week\b/.test(words)) return { ...day(monday + 7), precision: "week" };
  const iso = published.toISOString();
  if (/\bthis month\b/.test(words)) return { on: iso.slice(0, 7), precision: "month" };
  if (/\blast month\b/.test(words)) {
    const before = new Date(Date.UTC(published.getUTCFullYear(), published.getUTCMonth() - 1, 1));
    return { on: before.toISOString().slice(0, 7), precision: "month" };
  }
  if (/\bthis year\b/.test(words)) return { on: iso.slice(0, 4), precision: "year" };
  if (/\blast year\b/.test(words)) return { on: String(published.getUTCFullYear() - 1), precision: "year" };
  return null;
}

// German and Spanish words for days, months and spans, as the English that is read above
const TRANSLATED = new Map(
  (
    "sonntag:sunday montag:monday dienstag:tuesday mittwoch:wednesday donnerstag:thursday freitag:friday samstag:saturday sonnabend:saturday " +
    "domingo:sunday lunes:monday martes:tuesday miércoles:wednesday jueves:thursday viernes:friday sábado:saturday " +
    "januar:jan jänner:jan februar:feb märz:mar mai:may oktober:oct dezember:dec enero:jan febrero:feb abril:apr mayo:may junio:jun julio:jul " +
    "agosto:aug septiembre:sep setiembre:sep octubre:oct noviembre:nov diciembre:dec " +
    "gestern:yesterday ayer:yesterday anoche:yesterday heute:today hoy:today " +
    "vergangenen:last vergangene:last letzten:last letzte:last pasado:last pasada:last woche:week semana:week monat:month jahr:year año:year diese:this esta:this este:this"
  )
    .split(" ")
    .map((pair) => pair.split(":") as [string, string]),
);

function inEnglish(words: string): string {
  const translated = words
    .replace(
      /\p{L}+/gu,
      (word) =>
        TRANSLATED.get(word) ??
        TRANSLATED.get(word.replace(/(?:vormittag|nachmittag|abend|morgen|mittag|nacht)s?$/u, "")) ??
        word,
    )
    .replace(/\b(week|year|month) last\b/u, "last $1");
  return translated;
}

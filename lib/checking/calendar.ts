/** A day as far as a text names it. */
export interface Day {
  year?: number;
  month?: number;
  day?: number;
  weekday?: number;
}

const WEEKDAYS =
  "sunday|monday|tuesday|wednesday|thursday|friday|saturday;sonntag|montag|dienstag|mittwoch|donnerstag|freitag|samstag;domingo|lunes|martes|miércoles|jueves|viernes|sábado"
    .split(";")
    .map((names) => names.split("|"));
const MONTHS =
  "january|february|march|april|may|june|july|august|september|october|november|december;januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember;enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
    .split(";")
    .map((names) => names.split("|"));
const NAMES = [...WEEKDAYS.flat(), ...MONTHS.flat()].join("|");
const PRINTED = new RegExp(
  `\\b(?:(?<iso>\\d{4}-\\d\\d-\\d\\d)|(?:(?<first>\\d{1,2})(?:st|nd|rd|th|\\.)?\\s+(?:of |de )?)?(?<name>${NAMES})\\b(?:\\s+(?<second>\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\s*(?:houses|people|per)))?(?:,?\\s+(?:de )?(?<year>(?:19|20)\\d\\d)\\b)?)`,
  "giu",
);

const WHEN =
  /(?<!\p{L})(?:by|in|until|till|since|of|from|before|after|during|through|late|early|mid|last|next|im|seit|bis)[\s-]+$/iu;

/** "In May", "at the March hearing": a month, and no verb. */
const isDated = (text: string, at: number, length: number) =>
  WHEN.test(text.slice(Math.max(0, at - 12), at)) ||
  /^\s+(?:meeting|session|hearing|sitting|debate|briefing)(?!\p{L})/u.test(
    text.slice(at + length, at + length + 12),
  );

/** The days that a text names, as far as it names them. */
export function daysIn(text: string): { readonly day: Day; readonly text: string; readonly at: number }[] {
  return [...text.matchAll(PRINTED)].flatMap((match) => {
    const { iso, first, name = "", second, year } = match.groups ?? {};
    const at = match.index;
    if (iso) return [{ day: ofIso(iso), text: iso, at }];
    const key = name.toLowerCase();
    const weekday = Math.max(...WEEKDAYS.map((names) => names.indexOf(key)));
    if (weekday >= 0) return [{ day: { weekday }, text: match[0], at }];
    const month = Math.max(...MONTHS.map((names) => names.indexOf(key)));
    const day = first ?? second;
    // "may" and "march" are verbs without a day or a year or a capital
    const isBare = day === undefined && year === undefined;
    if (/^(?:may|march|mai)$/u.test(key) && isBare && !isDated(text, at, match[0].length)) return [];
    if (!/^\p{Lu}/u.test(name) && day === undefined) return [];
    return [
      {
        day: {
          month,
          ...(day === undefined ? {} : { day: Number(day) }),
          ...(year === undefined ? {} : { year: Number(year) }),
        },
        text: match[0],
        at,
      },
    ];
  });
}

export function ofIso(iso: string): Day {
  const [year = 0, month = 1, day = 1] = iso.split("-").map(Number);
  return { year, month: month - 1, day, weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay() };
}

/** A day with its weekday, when year, month and day are known. */
export function whole(day: Day): Day {
  if (day.year === undefined || day.month === undefined || day.day === undefined) return day;
  return { ...day, weekday: new Date(Date.UTC(day.year, day.month, day.day)).getUTCDay() };
}

export const isAgainst = (one: Day, other: Day) =>
  (["year", "month", "day", "weekday"] as const).some(
    (part) => one[part] !== undefined && other[part] !== undefined && one[part] !== other[part],
  );
export const isComparable = (one: Day, other: Day) =>
  (["year", "month", "day", "weekday"] as const).some(
    (part) => one[part] !== undefined && other[part] !== undefined,
  );

/** A day or month that words of the draft name and the record's words have otherwise; null where none differs. */
export function otherDay(
  own: string,
  record: string,
): { readonly at: number; readonly own: string; readonly record: string } | null {
  const theirs = daysIn(record);
  for (const { day, text, at } of daysIn(own)) {
    const compared = theirs.filter((other) => isComparable(day, other.day));
    const [first] = compared;
    if (first === undefined || compared.some((other) => !isAgainst(day, other.day))) continue;
    return { at, own: text, record: first.text };
  }
  return null;
}

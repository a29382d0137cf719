import type { Word } from "./words";

const UNITS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  en: table(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
    "twenty thirty forty fifty sixty seventy eighty ninety",
  ),
  de: table(
    "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
    "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
  ),
  es: table(
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve",
    "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
  ),
};

const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  millions: 1e6,
  billion: 1e9,
  trillion: 1e12,
  mn: 1e6,
  bn: 1e9,
  hundert: 100,
  tausend: 1e3,
  millionen: 1e6,
  milliarde: 1e9,
  milliarden: 1e9,
  mil: 1e3,
  millón: 1e6,
  millones: 1e6,
};

function table(units: string, tens: string): Readonly<Record<string, number>> {
  return Object.fromEntries([
    ...units.split(" ").map((word, at) => [word, at] as const),
    ...tens.split(" ").map((word, at) => [word, (at + 2) * 10] as const),
  ]);
}

const CURRENCIES: Readonly<Record<string, string>> = {
  $: "dollar",
  "€": "euro",
  "£": "pound",
  "¥": "yen",
};
const UNIT_KEYS: Readonly<Record<string, string>> = {
  dollars: "dollar",
  euros: "euro",
  pounds: "pound",
  percent: "%",
  prozent: "%",
  kilometres: "km",
  kilometers: "km",
  kilometre: "km",
  metres: "m",
  meters: "m",
};

const ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(
  " ",
);

/**
 * The words with their numbers read: "twelve", "12" and "1.2 million", "1,200,000" get one key and a value, "per cent" and
 * "%" one unit, and a sign of money stands behind its number, as it is spoken.
 */
export function withNumbers(printed: readonly Word[], language: string): Word[] {
  const words = printed.some(({ key }) => GLUED.test(key)) ? printed.flatMap(apart) : printed;
  const units = UNITS[language] ?? {};
  const read: Word[] = [];
  for (let at = 0; at < words.length; ) {
    const word = words[at] as Word;
    const next = words[at + 1];
    // "8 p.m." and "8pm"
    if (/^[ap]$/u.test(word.key) && next?.key === "m" && next.before === "." && read.at(-1)?.value != null) {
      read.push({ ...joined(word, next), key: `${word.key}m` });
      at += 2;
      continue;
    }
    if (word.key === "per" && next?.key === "cent") {
      read.push({ ...joined(word, next), key: "%" });
      at += 2;
      continue;
    }
    const currency = CURRENCIES[word.key];
    if (currency !== undefined && next && digits(next.key, language) !== null) {
      const [number, after] = numberAt(words, at + 1, units, language);
      read.push(
        { ...number, before: word.before, start: word.start },
        { ...word, key: currency, before: " " },
      );
      at = after;
      continue;
    }
    if (isNumber(word, units, language) || isOneOf(words, at, language)) {
      const [number, after] = numberAt(words, at, units, language);
      read.push(number);
      at = after;
      const unit = words[at];
      // units are folded behind a number alone: a pound is also what somebody does to a table
      const key = unit && (CURRENCIES[unit.key] ?? UNIT_KEYS[unit.key]);
      if (unit && key !== undefined) {
        read.push({ ...unit, key });
        at += 1;
      }
      continue;
    }
    const ordinal = ORDINALS.indexOf(word.key);
    if (language === "en" && isOfMonth(words, at)) {
      const value = ordinal < 0 ? Number.parseInt(word.key, 10) : ordinal + 1;
      read.push({ ...word, key: `#${value}`, value });
      at += 1;
      continue;
    }
    if (language === "en" && ordinal > 2) read.push({ ...word, key: `${ordinal + 1}th` });
    else read.push(word);
    at += 1;
  }
  return read;
}

const GLUED = /^(\d+(?:[.,:]\d+)*)(am|pm|km|kg|cm|mm|ft|mph|kmh|bn|mn|gb|mb|kw|mw)$/u;

/** "8pm", "5km", "2.5bn": a number and its unit, as they are spoken. */
function apart(word: Word): Word[] {
  const [, number, unit] = GLUED.exec(word.key) ?? [];
  if (number === undefined || unit === undefined || word.raw.length !== number.length + unit.length)
    return [word];
  const cut = word.start + number.length;
  return [
    { ...word, key: number, raw: word.raw.slice(0, number.length), end: cut },
    { ...word, key: unit, raw: word.raw.slice(number.length), before: "", start: cut },
  ];
}

const MONTH = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/u;

/** "The second of June", "2nd June": a day is a number, however it is written. */
function isOfMonth(words: readonly Word[], at: number): boolean {
  const key = words[at]?.key ?? "";
  if (!ORDINALS.includes(key) && !/^\d{1,2}(?:st|nd|rd|th)$/u.test(key)) return false;
  const next = words[at + 1]?.key === "of" ? words[at + 2] : words[at + 1];
  return MONTH.test(next?.key ?? "") && /^\p{Lu}/u.test(next?.raw ?? "");
}

const isNumber = (word: Word, units: Readonly<Record<string, number>>, language: string) =>
  Object.hasOwn(units, word.key) || digits(word.key, language) !== null;

/** "A hundred and sixty": the article is the one before a hundred, but in "half a million". */
const isOneOf = (words: readonly Word[], at: number, language: string) =>
  language === "en" &&
  words[at]?.key === "a" &&
  /^(?:hundred|thousand|[mb]illion|trillion)$/u.test(words[at + 1]?.key ?? "") &&
  /^\s+$/u.test(words[at + 1]?.before ?? "") &&
  !/^(?:half|quarter|third|of|many)$/u.test(words[at - 1]?.key ?? "");

function digits(key: string, language: string): number | null {
  const plain =
    language === "de" || language === "es"
      ? /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(key)
        ? key.replaceAll(".", "").replace(",", ".")
        : key.replace(/^(\d+),(\d+)$/, "$1.$2")
      : key;
  return /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** The number whose words begin at a place, and the place behind it. */
function numberAt(
  words: readonly Word[],
  from: number,
  units: Readonly<Record<string, number>>,
  language: string,
): [Word, number] {
  const first = words[from] as Word;
  const own = digits(first.key, language);
  let at = from + 1;
  let [total, current] = [0, own ?? units[first.key] ?? 1];
  let isTen = own === null && current >= 20;
  let decimals = 0;
  while (at < words.length) {
    const word = words[at] as Word;
    const isTouching = /^(?:[\s\u00ad]*|\s?[-‐‑]\s?)$/u.test(word.before);
    const scale = SCALES[word.key];
    const unit = units[word.key];
    if (!isTouching) break;
    if (scale !== undefined) {
      if (scale === 100) current *= 100;
      else {
        total += current * scale;
        current = 0;
      }
      isTen = false;
      decimals = 0;
    } else if (own === null && unit !== undefined && isTen && unit > 0 && unit < 10) {
      current += unit;
      isTen = false;
    } else if (own === null && unit !== undefined && (total > 0 || (current >= 100 && current % 100 === 0))) {
      current += unit;
      isTen = unit >= 20;
    } else if (own === null && word.key === "point" && units[words[at + 1]?.key ?? ""] !== undefined) {
      decimals = 0.1;
      at += 1;
      current += (units[words[at]?.key ?? ""] ?? 0) * decimals;
    } else if (word.key === "and" && (current >= 100 || total > 0) && own === null) {
      const after = words[at + 1];
      if (after === undefined || units[after.key] === undefined) break;
      at += 1;
      current += units[after.key] ?? 0;
      isTen = (units[after.key] ?? 0) >= 20;
    } else break;
    at += 1;
  }
  const value = Number((total + current).toPrecision(12));
  return [{ ...joined(first, ...words.slice(from + 1, at)), key: `#${value}`, value }, at];
}

function joined(first: Word, ...others: readonly Word[]): Word {
  const last = others.at(-1);
  if (last === undefined) return first;
  return { ...first, end: last.end, raw: [first, ...others].map(({ raw }) => raw).join(" ") };
}

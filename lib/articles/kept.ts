import { languageCode, parseDated, writeDated } from "@/lib/text";

/** A line of words without what surrounds it, or null where none is left; at most so long, cut at a word. */
export function shortLine(value: string, most: number): string | null {
  const line = value
    .replace(/<[^<>]{0,500}>/gu, " ")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a line has none
    .replace(/[\s\u0000-\u001f\u007f]+/gu, " ")
    .toWellFormed()
    .trim();
  if (!/[\p{L}\p{N}]/u.test(line)) return null;
  return line.length <= most ? line : `${line.slice(0, most - 1).replace(/\s+\S*$/u, "")}…`;
}

/** A web address in full, without a place in the page; null for what is none. */
export function webAddress(value: string, base: string | null): string | null {
  const given = value.trim();
  const url = URL.canParse(given)
    ? new URL(given)
    : base && URL.canParse(given, base)
      ? new URL(given, base)
      : null;
  if (!url || !/^https?:$/u.test(url.protocol) || url.username !== "" || url.password !== "") return null;
  url.hash = "";
  return url.href.length > 2000 ? null : url.href;
}

/**
 * The day of a moment where it was written, as its page writes it, or the month or year where it says no more; null for what
 * means none or several days.
 */
export function knownDay(value: string): string | null {
  const written = value.trim().slice(0, 80);
  // the moment in UTC may be on another day than the one that its newsroom printed
  const iso = /^(\d{4})[-/]?(\d{2})[-/]?(\d{2})(?!\d)/u.exec(written);
  const day = iso ? `${iso[1]}-${iso[2]}-${iso[3]}` : written.replace(WEEKDAY, "").replace(CLOCK, "").trim();
  const dated = parseDated(day);
  return dated === null || dated.precision === "time" || dated.on.getUTCFullYear() < 1400
    ? null
    : writeDated(dated);
}

const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?\s+/iu;
const CLOCK = /[,\s]+(?:at\s+)?\d{1,2}:\d{2}.*$/u;

/** BCP 47 as it is written here; null for what names no language. */
export function knownLanguage(value: string): string | null {
  const [code = ""] = value.trim().replaceAll("_", "-").split(",");
  return languageCode(code.slice(0, 60)) ?? languageCode(code.split("-")[0] ?? "");
}

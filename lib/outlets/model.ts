import { normaliseForMatching, normaliseName } from "@/lib/text";

/** What makes two printed names one outlet. A name of signs alone keeps a key of its own; empty when blank. */
export function outletKey(name: string): string {
  return normaliseName(name) || normaliseForMatching(name);
}

/** What an outlet is. */
export const OUTLET_KINDS = [
  "unspecified",
  ...["newspaper", "agency", "broadcaster", "magazine", "web_only"],
  ...["government", "company", "non_profit", "data_project", "academic", "social_platform", "own_desk"],
] as const;
export type OutletKind = (typeof OUTLET_KINDS)[number];

const NAMES = new Intl.DisplayNames("en", { type: "region", fallback: "none" });

// groups of countries, and codes that stand for none
const NO_COUNTRY = new Set(["EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"]);

/** The code of today in the place of one of the past, or of another for the same country. */
const codeNow = (code: string) => new Intl.Locale(`und-${code}`).region ?? code;

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const CODES = LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).filter(
  (code) => !NO_COUNTRY.has(code) && NAMES.of(code) !== undefined && codeNow(code) === code,
);

/** The English name of a country by its ISO 3166 code; a code that is none stands for itself. */
export function countryName(code: string): string {
  return CODES.includes(code) ? (NAMES.of(code) ?? code) : code;
}

/** The ISO 3166 code of a country by its code or its English name; null of what is none. */
export function countryCode(typed: string): string | null {
  const upper = typed.trim().toUpperCase();
  const code = /^[A-Z]{2}$/u.test(upper) ? codeNow(upper) : upper;
  if (CODES.includes(code)) return code;
  const key = normaliseName(typed);
  return CODES.find((code) => normaliseName(countryName(code)) === key) ?? OTHER_NAMES.get(key) ?? null;
}

const OTHER_NAMES = new Map<string, string>([
  ...["usa", "america", "united states of america"].map((name) => [name, "US"] as const),
  ...["uk", "great britain", "britain", "england", "scotland", "wales"].map((name) => [name, "GB"] as const),
]);

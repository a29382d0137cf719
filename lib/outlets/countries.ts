import { normaliseName } from "@/lib/text";

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

/**
 * The ISO 3166 code of a country by its code or a name that people write for it, in English or in one of some languages; null of what is
 * none, and of a name that two have, such as Congo.
 */
export function countryCode(typed: string): string | null {
  // U.K., U. S. A.
  const letters = typed.replace(/[.\s]/gu, "").toUpperCase();
  const code = /^[A-Z]{2}$/u.test(letters) ? codeNow(letters) : letters;
  if (CODES.includes(code)) return code;
  return byName().get(keyOf(typed)) ?? byName().get(keyOf(letters)) ?? null;
}

/** What two ways to write a country have alike: no article, no “and”, Saint for St. */
function keyOf(name: string): string {
  const words = normaliseName(name)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== "" && word !== "and" && word !== "the")
    .map((word) => (word === "st" ? "saint" : word));
  return words.join(" ");
}

// what the names that are told in each language do not have: other names in use, former ones, and how letters shorten them
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  AE: ["UAE", "Emirates"],
  AG: ["Antigua"],
  BA: ["Bosnia"],
  BY: ["Byelorussia", "Belorussia"],
  CD: [
    ...["DR Congo", "DRC", "Democratic Republic of Congo", "Democratic Republic of the Congo"],
    ...["Congo DR", "Zaire"],
  ],
  CF: ["CAR"],
  CG: ["Republic of the Congo", "Republic of Congo"],
  CI: ["Ivory Coast"],
  CN: ["PRC", "People’s Republic of China", "Mainland China"],
  CV: ["Cabo Verde"],
  CZ: ["Czech Republic"],
  DE: ["Federal Republic of Germany"],
  FM: ["Federated States of Micronesia"],
  GB: ["UK", "Great Britain", "Britain", "England", "Scotland", "Wales", "Northern Ireland"],
  HK: ["Hong Kong", "Hongkong", "Hong Kong SAR"],
  IE: ["Republic of Ireland", "Eire"],
  IR: ["Islamic Republic of Iran"],
  KG: ["Kyrgyz Republic"],
  KP: ["DPRK", "N. Korea", "Democratic People’s Republic of Korea", "Korea, North"],
  KR: ["Republic of Korea", "Korea, South", "S. Korea", "ROK"],
  LA: ["Lao PDR", "Lao People’s Democratic Republic"],
  LK: ["Ceylon"],
  MK: ["Macedonia"],
  MM: ["Myanmar", "Burma"],
  MO: ["Macau", "Macao", "Macau SAR", "Macao SAR"],
  NL: ["Holland"],
  PS: ["Palestine", "State of Palestine", "West Bank", "Gaza", "Gaza Strip"],
  RU: ["Russian Federation"],
  SA: ["KSA", "Kingdom of Saudi Arabia"],
  SK: ["Slovak Republic"],
  ST: ["Sao Tome"],
  SY: ["Syrian Arab Republic"],
  SZ: ["Swaziland"],
  TL: ["East Timor"],
  TR: ["Turkey", "Republic of Turkey", "Republic of Türkiye"],
  TT: ["Trinidad"],
  TW: ["Republic of China", "ROC", "Chinese Taipei"],
  US: ["USA", "America", "United States of America"],
  VA: ["Vatican", "Holy See"],
  VN: ["Viet Nam"],
  XK: ["Republic of Kosovo", "Kosova"],
  ZA: ["RSA"],
};

// in the order in which a name is taken to be of one of them
const LANGUAGES =
  "en de fr es it pt nl pl cs sv da nb fi hu ro el tr ru uk sr hr bg ar fa he ur hi bn zh ja ko zh-Hant vi id sw".split(
    " ",
  );

let names: ReadonlyMap<string, string> | undefined;

/** The codes by every name; read when the first name is asked for. */
function byName(): ReadonlyMap<string, string> {
  if (names) return names;
  const found = new Map<string, string>();
  const add = (name: string | undefined, code: string) => {
    const key = keyOf(name ?? "");
    if (key !== "" && !AMBIGUOUS.has(key) && !found.has(key)) found.set(key, code);
  };
  for (const code of CODES) add(countryName(code), code);
  for (const [code, others] of Object.entries(OTHER_NAMES)) for (const name of others) add(name, code);
  for (const language of LANGUAGES)
    for (const style of ["long", "short"] as const) {
      const told = new Intl.DisplayNames(language, { type: "region", fallback: "none", style });
      for (const code of CODES) add(told.of(code), code);
    }
  names = found;
  return found;
}

// two countries are called so
const AMBIGUOUS = new Set(["congo", "korea"]);

// What differs between two prints of the same words without being a difference: product.md section 2.
const QUOTES = /[\u2018\u2019\u201a\u201b\u2032\u02bc\u0060\u00b4]/g;
const DOUBLE_QUOTES = /[\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u2039\u203a]/g;
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
const INVISIBLE =
  /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|[\ufe00-\ufe0f]|\udb40[\udd00-\uddef]/g;

/** Signs that print one thing in many ways made alike, and invisible characters dropped; case and spaces stay. */
export function foldSigns(text: string): string {
  // NFKC would make two single marks of a double prime
  return text
    .replace(DOUBLE_QUOTES, '"')
    .normalize("NFKC")
    .replace(INVISIBLE, "")
    .replace(QUOTES, "'")
    .replace(DOUBLE_QUOTES, '"')
    .replace(DASHES, "-");
}

/** The wording as it is compared: case, marks, dashes, white space and invisible characters made alike. */
export function normaliseForMatching(text: string): string {
  return foldSigns(text).replace(/\s+/gu, " ").trim().toLowerCase();
}

/**
 * What a search and the text that it looks in are both made into, by the one rule on either database: signs, white
 * space and case made alike in every script. Full case folding, so that "STRASSE" finds "Straße", "istanbul" finds
 * "İstanbul" and "ΟΔΟΣ" finds "οδος"; toLowerCase alone keeps each of these apart.
 */
export function foldForSearch(text: string): string {
  return normaliseForMatching(foldSigns(text).toUpperCase()).replaceAll("i\u0307", "i").replaceAll("ς", "σ");
}

/** A name as it is compared: diacritics and punctuation dropped too, so that "Türkiye" meets "Turkiye". */
export function normaliseName(name: string): string {
  return normaliseForMatching(name)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Lower-case Latin words joined by hyphens for an address; empty when the name has none. At most 80 characters. */
export function slugify(name: string): string {
  return normaliseName(name)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 80)
    .replace(/-+$/, "");
}

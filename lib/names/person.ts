import type { Name } from "./model";
import { hasNoFamily, isFamilyFirst, isPortuguese, isSpanishGivenBefore } from "./orders";

const PARTICLE = new RegExp(
  "^(?:van|von|vom|zu|zum|zur|der|den|ter|ten|te|het|de|del|della|delle|dello|degli|dei|di|da|do|dos|das|du|des|la|le|las|los|" +
    "af|av|bin|binti|binte|bint|ibn|ben|al|el|ul|ud|as|ash|an|at|ad|e|y|i|’t|'t)$",
  "u",
);
// written together with the name after it
const JOINED_PARTICLE = /^((?:al|el|an|as|ash|ad|at|ar|az|ul|ud|d|l|dell|dall|s|t)[-'’‘])(?=\p{L}{2})/u;

// set large it is a part of the family name (APA 9.9; Chicago 8.5): Le Pen, De Niro, Al Maktoum
const CAPITAL_PARTICLE =
  /^(?:Le|La|De|Del|Della|Di|Da|Du|Des|Van|Von|Vander|Der|Den|Ter|Ten|Al|El|Ó|Ní|Nic|Uí|Ua|Mhic|Mhac|Ben|Bin|Abu)$/u;

const SUFFIX = /^(?:jr|sr|jnr|snr|ii|iii|iv)\.?$/iu;
const DEGREE =
  /^(?:ph\.?\s?d|m\.?d|m\.?a|m\.?sc|b\.?a|ll\.?[bm]|mba|mph|rn|cpa|kc|qc|obe|mbe|cbe|kbe|dbe|kcb|gcb|kcmg|gcmg|ch|pc|frs|frsl|fba|esq|td|msp|mla|mdb|m\.?p|m\.?e\.?p|j\.?d|d\.?o|d\.?d\.?s|dphil|mphil|ed\.?d|sj|ret|retd)\.?$/iu;

/** What a newspaper puts before a name and no manual keeps there, where a whole name follows. */
const HONORIFIC = new RegExp(
  "^(?:h\\.?e|hrh|mr|mrs|ms|miss|mx|drs?|prof|professor|sir|dame|rev|reverend|hon|gens?|general|lt|lieutenant|col|colonel|maj|major|capt|captain|" +
    "sgt|sergeant|cpl|corporal|brig|brigadier|rear|adm|admiral|marshal|cdr|cmdr|commander|chief|supt|superintendent|det|detective|insp|inspector|" +
    "constable|sheriff|amb|ambassador|sens?|senators?|reps?|representatives?|congressman|congresswoman|councilman|councilwoman|cllr|councillor|" +
    "rt|gov|governor|judge|pm|mp|president|ayatollah|mullah|mawlawi|maulvi|maulana|mufti|sheikh|sheikha|sayyid|sayed|imam|cardinal|" +
    "bishop|archbishop|msgr|monsignor|pastor|rabbi|father|fr|brother|sister|mother|prince|princess|vice|prime|deputy|foreign|interior|" +
    "former|acting|minister|secretary|chancellor|spokesman|spokeswoman|spokesperson)\\.?$",
  "iu",
);
// who is called by one name behind these is called by both words together
const RANK_AND_NAME =
  /^(?:pope|king|queen|emperor|empress|emir|sultan|patriarch|saint|crown|lord|lady|baroness|baron|viscount|viscountess|marquess|countess|duchess)$/iu;
// and who is called by an office of a place, a rank of a court, or a name that is a title
const TITLED =
  /^(?:(?:the\s+)?(?:duke|duchess|earl|count|countess|marquess|prince|princess|king|queen|archbishop|bishop|dean|patriarch|emir|sultan)\s+of\s+(?:the\s+)?\p{Lu}|(?:mr|mrs|ms|lord|lady|dame)\s+justice\s|(?:the\s+)?(?:(?:dalai|panchen)\s+lama|aga\s+khan|karmapa)\b)/iu;
const ADDRESSED =
  /^(?:his|her|their)\s+(?:holiness|excellency|majesty|(?:royal\s+|serene\s+)?highness|eminence|beatitude|grace)\s+(?=\p{Lu})/iu;
// behind a title of Malaysia a father's name follows, and no family's
const MALAY_TITLE =
  /^(?:(?:tan|puan|toh)\s+(?:sri|puan)|dato(?:['’]|k)?(?:\s+(?:sri|seri|paduka))?|datuk(?:\s+(?:sri|seri|paduka|wira))?|tun)\s+(?=\p{Lu}\S*\s+\p{L})/iu;
const NUMERAL = /^(?:[IVX]+)$/u;

const SPANISH_SURNAME = new Set(
  (
    "garcia lopez perez sanchez rodriguez gonzalez fernandez martinez gomez diaz hernandez vargas torres ramirez flores ortiz castro " +
    "munoz ruiz alonso gutierrez romero navarro dominguez vazquez vasquez ramos serrano molina morales mendoza alvarez jimenez suarez " +
    "herrera aguilar reyes rojas cortes nunez silva santos vega soto cabrera calderon"
  ).split(" "),
);

/** A personal name as printed, taken apart where it is sure what is what, and whole where it is not. Bodies are not asked for here. */
export function personOf(printed: string): Name {
  const { name, handle } = withoutHandle(printed.normalize("NFC").replace(/\s+/gu, " ").trim());
  const behind = handle ? { handle } : {};
  // "His Holiness" says no more than the rank behind it
  if (ADDRESSED.test(name)) return { ...personOf(name.replace(ADDRESSED, "")), ...behind };
  if (name === "") return { kind: "person", literal: handle ?? printed.trim(), ...behind };
  const inverted = invertedName(name);
  if (inverted) return { ...inverted, ...behind };
  if (TITLED.test(name)) return { kind: "person", literal: name, ...behind };
  // "PM" before a name in Latin letters is no family's
  const malay = name.replace(MALAY_TITLE, "");
  if (malay !== name) return { kind: "person", literal: malay, ...behind };
  const marked = markedFamily(withoutHonorifics(name.split(" ")).join(" "));
  if (marked) return { ...marked, ...behind };
  const all = wordsOf(name);
  const whole = { kind: "person", literal: all.join(" "), ...behind } as const;
  // of other scripts nothing tells which word is whose
  if (!/^[\p{Script=Latin}\p{P}\p{M}\s]+$/u.test(name)) return whole;
  const suffix = all.length > 2 && SUFFIX.test(all.at(-1) ?? "") ? all.pop() : undefined;
  const rest = suffix
    ? all.map((word, index) => (index === all.length - 1 ? word.replace(/,$/u, "") : word))
    : all;
  const plain = withoutHonorifics(rest);
  if (isWhole(plain)) return { ...whole, literal: [...plain, ...(suffix ? [suffix] : [])].join(" ") };
  if (isFamilyFirst(plain)) {
    const [family = "", ...given] = plain;
    return { kind: "person", family, given: given.join(" "), isFamilyFirst: true, ...behind };
  }
  return { ...inParts(plain), ...(suffix ? { suffix } : {}), ...behind };
}

/** Whether somebody is called by a rank and a name together: "Baroness Ashton of Upholland", "Pope Francis". */
export function isByRank(name: string): boolean {
  return (
    (RANK_AND_NAME.test(name.split(" ", 1)[0] ?? "") || TITLED.test(name)) &&
    !/\b(?:office|foundation|trust|university|college|court|hospital|house)\b/iu.test(name)
  );
}

/** What stands behind a name and is none: a degree, a party with its state. */
export function isDegree(text: string): boolean {
  return DEGREE.test(text) || /^[DRI]-\p{Lu}[\p{L}.]*$/u.test(text);
}

/** “Roe, Jane” and “King, Martin Luther, Jr.”, or null when it is not printed so. */
export function invertedName(printed: string): Name | null {
  const [family = "", given = "", suffix, ...more] = printed.split(/\s*,\s*/u);
  if (given === "" || more.length > 0 || (suffix !== undefined && !SUFFIX.test(suffix))) return null;
  if (SUFFIX.test(given) || DEGREE.test(given) || !/^[\p{L}\p{M}\s'’‘.-]+$/u.test(`${family}${given}`))
    return null;
  // more than one word before the comma are a family's only with its particles, or both names of a Spanish one
  const parts = family.split(" ");
  const names = parts.filter((word) => !PARTICLE.test(word) && !CAPITAL_PARTICLE.test(word));
  if (names.length > 1 && !isSpanish(names)) return null;
  const [before, named] = particleOf(parts);
  const first = given.split(" ");
  let at = first.length;
  while (at > 1 && PARTICLE.test(first[at - 1] ?? "")) at--;
  const dropping = first.slice(at).join(" ");
  return {
    kind: "person",
    family: named,
    given: first.slice(0, at).join(" "),
    ...(before ? { particle: before } : {}),
    ...(dropping ? { droppingParticle: dropping } : {}),
    ...(suffix ? { suffix } : {}),
  };
}

/** The particle at the beginning of a family name, and the rest of it. */
export function particleOf(words: readonly string[]): [particle: string, family: string] {
  let at = 0;
  while (at < words.length - 1 && PARTICLE.test(words[at] ?? "")) at++;
  const family = words.slice(at).join(" ");
  const joined = JOINED_PARTICLE.exec(family)?.[1];
  if (at === 0 && joined) return [joined, family.slice(joined.length)];
  return [words.slice(0, at).join(" "), family];
}

function inParts(all: readonly string[]): Name {
  let start = all.length - 1;
  if (/^(?:st|ste|saint|san|santa)\.?$/iu.test(all[start - 1] ?? "") && start > 1) start--;
  const isJoined = /^(?:y|i|e)$/u.test(all[start - 1] ?? "") && start > 2;
  const ibn = all.findIndex(
    (word, index) => index > 0 && /^(?:ibn|bin)$/u.test(word) && /^Ab[iu]$/u.test(all[index + 1] ?? ""),
  );
  if (isJoined) start -= 2;
  else if (ibn > 0) start = ibn;
  // one name of two words: Omar Abdul Rahman, A. P. J. Abdul Kalam
  else if (start > 1 && /^Abd(?:[aeu][lrs]|allah)?$/u.test(all[start - 1] ?? "")) start--;
  else if (start > 1 && CAPITAL_PARTICLE.test(all[start - 1] ?? "")) start--;
  else if (start > 1 && hasTwoFamilies(all) && !PARTICLE.test(all[start - 1] ?? "")) start--;
  while (start > 0 && PARTICLE.test(all[start - 1] ?? "")) start--;
  const [particle, family] = particleOf(all.slice(start));
  const given = all.slice(0, start).join(" ");
  return {
    kind: "person",
    family,
    ...(given ? { given } : {}),
    ...(particle ? { particle } : {}),
  };
}

// each syllable can be cut in one way only: of a long word that is none every other way would be tried
const ROMAJI = /^(?:(?:sh|ch|ts|[kgsztdnhbpmrwjf])?y?[aiueoō]|n(?!y?[aiueoō]))+$/iu;

/** "ABE Shinzo" and "Emmanuel MACRON": capitals that tell which word is the family's. */
function markedFamily(name: string): Name | null {
  const all = name.split(" ");
  const isLoud = (word: string) =>
    /^\p{Lu}[\p{Lu}'’-]+$/u.test(word) && !SUFFIX.test(word) && !DEGREE.test(word) && !NUMERAL.test(word);
  const isCalm = (word: string) => /^\p{Lu}[\p{Ll}'’-]+/u.test(word);
  const [first = "", ...rest] = all;
  if (rest.length === 0 || rest.length > 3) return null;
  if (isLoud(first) && rest.every((word) => isCalm(word) && ROMAJI.test(word.replaceAll("-", ""))))
    return { kind: "person", family: calmly(first), given: rest.join(" "), isFamilyFirst: true };
  const last = rest.at(-1) ?? "";
  const given = all.slice(0, -1);
  if (last.length > 2 && isLoud(last) && given.every(isCalm))
    return { kind: "person", family: calmly(last), given: given.join(" ") };
  return null;
}

/** Whether the last two words are a father's and a mother's name, as in Spanish; in Portuguese the last alone is the family's. */
function hasTwoFamilies(all: readonly string[]): boolean {
  if (all.some((word) => isPortuguese(word))) return false;
  return isSpanish(all.slice(-2)) || isSpanishGivenBefore(all);
}

/** Two words of which the first is a Spanish family's: "López Obrador". */
function isSpanish(names: readonly string[]): boolean {
  const [first = "", ...more] = names;
  const key = first.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  return more.length === 1 && SPANISH_SURNAME.has(key) && /^\p{Lu}/u.test(more[0] ?? "");
}

function isWhole(all: readonly string[]): boolean {
  const [first = "", second = ""] = all;
  if (all.length < 2 || hasNoFamily(all)) return true;
  // a husband's name before one's own: Carrie Lam Cheng Yuet-ngor
  if (all.length === 4 && (all[3] ?? "").includes("-") && isFamilyFirst(all.slice(2))) return true;
  if (/^th[ií]ch$/iu.test(first)) return true;
  // a saint's name is a stage's as well
  if (all.length === 2 && /^(?:st|ste)\.?$/iu.test(first)) return true;
  if (RANK_AND_NAME.test(first) || NUMERAL.test(all.at(-1) ?? "")) return true;
  // what was an honorific and could not be dropped, because one name only follows
  if (all.length === 2 && HONORIFIC.test(first)) return true;
  if (
    /^(?:ibn|abu|umm|bint|el|al)$/iu.test(first) &&
    all.length === 2 &&
    !/^[a-z]/u.test(first) &&
    first !== "Al"
  )
    return true;
  return all.length === 2 && /^(?:\p{Lu}|\p{Lu}\.)$/u.test(second) && !/\.$/u.test(second);
}

function withoutHonorifics(all: readonly string[]): readonly string[] {
  let start = 0;
  const isHonorific = (word: string) => word.split("-").every((part) => HONORIFIC.test(part));
  while (all.length - start > 2 && isHonorific(all[start] ?? "")) start++;
  const rest = all.slice(start);
  // "Prince William V" and "Sheikh Hasina" are called by both words
  const last = rest.at(-1) ?? "";
  return start > 0 && NUMERAL.test(last) ? all : rest;
}

/** The words of a name; one that is printed in capitals throughout is set as names are. */
function wordsOf(name: string): string[] {
  const isShouted = /\p{Lu}{2}/u.test(name) && !/\p{Ll}/u.test(name) && /\s/u.test(name);
  const all = name
    .split(" ")
    .filter(
      (word, index) =>
        index < 2 || (word.length < 3 && !/^\p{Lu}{2}$/u.test(word)) || !DEGREE.test(word.replace(/,$/u, "")),
    );
  return isShouted ? all.map(calmly) : all;
}

function calmly(word: string): string {
  if (/^(?:\p{Lu}\.)+-?(?:\p{Lu}\.)*$|^(?:II|III|IV)$|^\p{Lu}$/u.test(word)) return word;
  if (PARTICLE.test(word.toLowerCase()) && word.length < 5 && word !== "LE") return word.toLowerCase();
  return word
    .toLowerCase()
    .replace(/(^|[-'’])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/^Mc(\p{L})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`);
}

export interface Addressed {
  readonly name: string;
  readonly handle?: string;
}

/** A name and the account behind it: "Jane Roe (@janeroe)". */
export function withoutHandle(printed: string): Addressed {
  const found = /(?:^|\s|\()[([]?(@[\p{L}\p{N}_.]+)[)\]]?$/u.exec(printed);
  if (!found?.[1]) return { name: printed };
  return { name: printed.slice(0, found.index).trim(), handle: found[1] };
}

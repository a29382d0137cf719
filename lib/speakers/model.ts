import { nameKeyOf } from "@/lib/query";
import { normaliseForMatching, normaliseName } from "@/lib/text";

/** Who can speak: product.md section 1. */
export const SPEAKER_KINDS = ["person", "organisation", "collective", "anonymous"] as const;
export type SpeakerKind = (typeof SPEAKER_KINDS)[number];

/**
 * Why a name stands in the index of names: the name itself, another name, a name no longer used, a name as some article
 * printed it, or the surname of a person, which the program derives so that "Syed" finds "Baqir Sajjad Syed". Derived
 * ones are never shown as aliases; printed ones are the desk's, for matching, until an editor adds them in public.
 */
export type AliasKind = "name" | "alias" | "former" | "printed" | "surname";

const TITLES = new Set(
  (
    "mr mrs ms miss mx dr prof professor sir dame lord lady president vice prime minister deputy foreign defence defense " +
    "interior senator congressman congresswoman representative governor mayor judge justice general colonel major captain " +
    "lieutenant sergeant admiral king queen prince princess sheikh sheikha mullah maulana mawlawi haji imam ayatollah pope " +
    "cardinal bishop rabbi ambassador chancellor secretary spokesman spokeswoman spokesperson journalist analyst " +
    "the former then acting us uk"
  ).split(" "),
);
const SUFFIXES = new Set(["jr", "sr", "ii", "iii", "iv", "phd", "md"]);
// small words that belong to the surname after them
const PARTICLES = new Set(
  "al el bin ibn abu van von der den de del della di da dos la le du ter ten af av".split(" "),
);

/** What two printed names have alike when they are the same name; empty when blank. */
export function nameKey(name: string): string {
  return normaliseName(name) || normaliseForMatching(name);
}

// articles that newspapers put before one name and leave off before the next: "Taliban", "the Taliban", "die Linke"
const ARTICLES = ["the", "der", "die", "das", "el", "la", "los", "las", "le", "les"] as const;

/** Every key of the same name with and without its article: "The Taliban" and "Taliban" are one. */
export function keysOfName(name: string): readonly string[] {
  const key = nameKey(name);
  const [first = "", ...rest] = key.split(" ");
  const bare = ARTICLES.some((article) => article === first) && rest.length > 0 ? rest.join(" ") : key;
  return bare === "" ? [] : [bare, ...ARTICLES.map((article) => `${article} ${bare}`)];
}

/** A speaker as somebody who chooses among several sees it. */
interface Chooseable {
  readonly name: string;
  readonly role: string | null;
  readonly description: string;
  /** The end of their address, which nobody shares. */
  readonly slug: string;
}

const LONGEST_APART = 80;

/**
 * The ways to write a speaker whose name alone may not be enough, the most telling first: “John Hale (mayor, Osthaven)”, by
 * what the description says, by the address. What is written so is parted by `partsOfTold`.
 */
export function waysToTell({ name, role, description, slug }: Chooseable): readonly string[] {
  const first = description.split(/(?<=[.;])\s|\n/u, 1)[0] ?? "";
  return [role ?? "", first, slug].flatMap((words) => {
    const tidy = words.replace(/[.;\s]+$/u, "");
    const short = tidy.length > LONGEST_APART ? `${tidy.slice(0, LONGEST_APART)}…` : tidy;
    return short === "" ? [] : [`${name} (${short})`];
  });
}

/** Each speaker in the first way to write them that tells them from all others here; by the name alone where that does. */
export function tellApart(speakers: readonly Chooseable[], isNameShared = false): readonly string[] {
  const count = new Map<string, number>();
  for (const speaker of speakers) {
    for (const way of new Set([speaker.name, ...waysToTell(speaker)].map(nameKey)))
      count.set(way, (count.get(way) ?? 0) + 1);
  }
  return speakers.map((speaker) => {
    const ways = isNameShared ? waysToTell(speaker) : [speaker.name, ...waysToTell(speaker)];
    return ways.find((way) => count.get(nameKey(way)) === 1) ?? ways.at(-1) ?? speaker.name;
  });
}

/** What was typed for a speaker: the name, and behind it in brackets what tells this one apart; empty when nothing does. */
export function partsOfTold(typed: string): { readonly name: string; readonly apart: string } {
  const told = /^(.+?)\s*\((.+)\)$/su.exec(typed.trim());
  return told ? { name: told[1] ?? "", apart: told[2] ?? "" } : { name: typed.trim(), apart: "" };
}

/** Whether a text holds a word of one of these names; a word of the name `instead` is meant to be read. */
export function tellsName(text: string, names: readonly string[], instead = ""): boolean {
  const kept = nameKey(instead).split(" ");
  // “Mr” or “al” tells of nobody
  const words = names.flatMap((name) => nameKey(name).split(" ")).filter((word) => word.length > 2);
  const here = new Set(nameKey(text).split(" "));
  return words.some((word) => here.has(word) && !kept.includes(word));
}

/** A personal name without the titles before it and the marks after it, as a key: "President Donald Trump" → "donald trump". */
export function untitledKey(name: string): string {
  const words = nameKey(name).split(" ");
  let start = 0;
  while (start < words.length - 1 && TITLES.has(words[start] ?? "")) start++;
  let end = words.length;
  while (end - 1 > start && SUFFIXES.has(words[end - 1] ?? "")) end--;
  return words.slice(start, end).join(" ");
}

/** The surname of a personal name, as a key, its particles included: "Ursula von der Leyen" → "von der leyen". */
export function surnameKey(name: string): string {
  const words = untitledKey(name).split(" ");
  let start = words.length - 1;
  while (start > 1 && PARTICLES.has(words[start - 1] ?? "")) start--;
  return words.slice(start).join(" ");
}

/** The name as a list sorts it: a person by surname, others without their article. */
export function sortNameOf(name: string, kind: SpeakerKind): string {
  const key = nameKey(name);
  if (kind !== "person") return key.replace(/^(the|an|a) (?=.)/, "");
  const surname = surnameKey(name);
  const given = untitledKey(name).slice(0, -surname.length).trim();
  return given === "" ? surname : `${surname} ${given}`;
}

/**
 * Whether two names that share a surname can be one person: a given name or an initial that both print must agree.
 * "Syed" and "B. Syed" agree with "Baqir Sajjad Syed"; "Adam Smith" does not agree with "John Smith".
 */
export function givenNamesAgree(one: string, other: string): boolean {
  const [some, others] = [givenNames(one), givenNames(other)];
  if (some.length === 0 || others.length === 0) return true;
  return some.some((word) => others.some((against) => isSameGivenName(word, against)));
}

/** A name as it is kept: composed letters, single spaces. */
export function tidyName(name: string): string {
  return name.normalize("NFC").replace(/\s+/gu, " ").trim();
}

/** The rows of the index of names for a speaker: each key once, a person's surname derived. */
export function namesOf(name: string, kind: SpeakerKind, aliases: readonly string[]) {
  const names: { name: string; nameKey: string; searchKey: string; kind: AliasKind }[] = [];
  const add = (printed: string, key: string, aliasKind: AliasKind) => {
    if (key !== "" && !names.some((known) => known.nameKey === key)) {
      names.push({ name: printed, nameKey: key, searchKey: nameKeyOf(printed), kind: aliasKind });
    }
  };
  add(name, nameKey(name), "name");
  for (const alias of aliases) add(tidyName(alias), nameKey(alias), "alias");
  if (kind === "person") add(surnameKey(name), surnameKey(name), "surname");
  return names;
}

/** The words before a surname, folded and without titles. */
export function givenNames(name: string): string[] {
  return untitledKey(name)
    .slice(0, -surnameKey(name).length)
    .split(" ")
    .filter((word) => word !== "");
}

function isSameGivenName(one: string, other: string): boolean {
  if (one.length === 1 || other.length === 1) return one[0] === other[0];
  return one === other;
}

import { normaliseName } from "@/lib/text";
import type { Source } from "./material";
import { isSamePerson, nameWords } from "./names";

// of each of these somebody has one with the name, and another one is another post: a fire commissioner, a Republican
const BRANCHES =
  "fire police health press finance foreign interior defence defense education transport housing environment justice labour labor trade energy agriculture treasury culture immigration";
const PARTIES: Readonly<Record<string, string>> = {
  republican: "republican",
  republicans: "republican",
  gop: "republican",
  r: "republican",
  democrat: "democrat",
  democratic: "democrat",
  d: "democrat",
  conservative: "conservative",
  con: "conservative",
  lab: "labour",
  ld: "liberal",
  tory: "conservative",
  liberal: "liberal",
  green: "green",
  centre: "centre",
  socialist: "socialist",
  communist: "communist",
  nationalist: "nationalist",
  spd: "spd",
  cdu: "cdu",
  csu: "csu",
  fdp: "fdp",
  afd: "afd",
  pp: "pp",
  psoe: "psoe",
  vox: "vox",
};
const HOUSES: Readonly<Record<string, string>> = {
  senator: "senator",
  sen: "senator",
  representative: "representative",
  rep: "representative",
  congressman: "representative",
  congresswoman: "representative",
  governor: "governor",
  gov: "governor",
};
const branches = new Set(BRANCHES.split(" "));
const HEAD = /^(?:minister|secretary|commissioner|chief|officer|head|director|chair\p{L}*)$/u;
const NEAR = 7;
const REACH_UTF16 = 20_000;

let countries: ReadonlySet<string> | null = null;

/** The countries of the world by one word, in English. */
function isCountry(word: string): boolean {
  if (countries === null) {
    const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
    const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
    countries = new Set(
      letters
        .flatMap((one) => letters.map((other) => names.of(one + other)))
        .flatMap((name) => (name === undefined || name.includes(" ") ? [] : [name.toLowerCase()])),
    );
  }
  return countries.has(word);
}

/** "Finanzministerin", "Landwirtschaftsminister": a branch and the post in one word, as `normaliseName` has them. */
const COMPOUND =
  /^(?:bundes|landes|staats|vize)?(.{3,}?)s?(?:minister|senator|dezernent|staatssekretar|kommissar|direktor|intendant)(?:in)?$/u;
const ANY_OF_THEM =
  /^(?:bundes?|landes?|staats?|premier|vize|fach|ressort|kabinetts?|general|haupt|kriminal(?:haupt|ober)?)$/u;

/** Of what somebody is the minister, in a language that writes it in one word. */
const compoundOf = (word: string) => {
  const branch = COMPOUND.exec(word)?.[1];
  return branch === undefined || ANY_OF_THEM.test(branch) ? null : branch;
};

type Kind = (word: string, next: string) => string | null;
const KINDS: readonly Kind[] = [
  compoundOf,
  (word) => (branches.has(word) ? word : null),
  // "the Labour candidate", and not "the labour minister"
  (word, next) => (word === "labour" ? (HEAD.test(next) ? null : word) : (PARTIES[word] ?? null)),
  (word) => HOUSES[word] ?? null,
  (word) => (isCountry(word) ? word : null),
];

/** What the draft prints with a name, where the record has another party, house, branch or country with it, or has somebody else in that post. */
export function postAgainst(
  attribution: string,
  name: string,
  held: string | null,
  source: Source,
  printed: string | null = null,
): string | null {
  const own = wordsOf(attribution).filter((word) => !nameWords(name).includes(word));
  if (own.length === 0) return null;
  const theirs = held === null ? [...besideName(source, name), ...wordsOf(printed ?? "")] : wordsOf(held);
  for (const kind of KINDS) {
    const [mine, there] = [own, theirs].map((words) =>
      words.flatMap((word, at) => kind(word, words[at + 1] ?? "") ?? []),
    );
    if (mine?.[0] === undefined || there?.[0] === undefined || mine.some((one) => there.includes(one)))
      continue;
    return `The draft has “${mine[0]}” with the name, the record “${there[0]}”.`;
  }
  const [mine, there] = [nationsIn(own), nationsIn(theirs)];
  if (mine[0] !== undefined && there[0] !== undefined && !there.includes(mine[0]))
    return `The draft has “${mine[0]}” with the name, the record “${there[0]}”.`;
  const other = heldBy(own, name, source);
  return other === null ? null : `In the record that is ${other}, not ${name}.`;
}

const wordsOf = (text: string) =>
  normaliseName(text.replace(/['’]s\b/gu, "").replaceAll("-", " "))
    .split(/[\s,()]+/u)
    .filter(Boolean);

/** Who has a branch's post in the record, where that is another person: "Environment Minister John Baird". */
function heldBy(own: readonly string[], name: string, { text }: Source): string | null {
  const at = own.findIndex((word) => branches.has(word));
  const head = own[at + 1];
  if (at < 0 || head === undefined || !HEAD.test(head)) return null;
  const letters = (word: string) =>
    `[${word[0]?.toUpperCase()}${word[0]}]${word.slice(1).replace(/\W/gu, "")}`;
  const post = new RegExp(
    `\\b${letters(own[at] as string)} ${letters(head)} (\\p{Lu}[\\p{L}.’'-]+(?: \\p{Lu}[\\p{L}’'-]+)*)`,
    "gu",
  );
  const names = [...text.slice(0, REACH_UTF16).matchAll(post)].map(([, who = ""]) => who);
  return names.length > 0 && names.every((who) => isSamePerson(who, name) === "no")
    ? (names[0] as string)
    : null;
}

const OFFICE =
  /^(?:governor|gov|senator|sen|rep|representative|congress(?:man|woman)|mayor|president|chancellor|minister|premier|secretary|chair(?:man|woman)?|director|chief|executive|coach|captain|judge|justice|general|ambassador|commissioner|leader|spokes(?:man|woman|person)|king|queen|envoy|historian|economist|journalist|engineer|scientist|analyst)$/iu;

/** "Ida Rask, former mayor Jon Weir and …": what stands behind the comma is the next of a list, and no apposition. */
export const isAnother = (behind: readonly string[]) =>
  behind.some(
    (word, at) =>
      OFFICE.test(word) &&
      [1, 2].every(
        (step) => /^\p{Lu}\p{Ll}/u.test(behind[at + step] ?? "") && !OFFICE.test(behind[at + step] ?? ""),
      ),
  );

/** Words for whoever is of a country. */
export const NATIONS = new Set(
  "american british english scottish welsh irish french german spanish italian portuguese dutch belgian swiss austrian swedish norwegian danish finnish icelandic polish czech slovak hungarian romanian bulgarian greek turkish russian ukrainian serbian croatian israeli palestinian egyptian libyan tunisian algerian moroccan sudanese ethiopian kenyan nigerian ghanaian syrian lebanese jordanian iraqi iranian saudi qatari yemeni afghan pakistani indian bangladeshi nepali chinese japanese korean vietnamese thai indonesian malaysian filipino australian canadian mexican cuban colombian venezuelan brazilian argentine argentinian chilean peruvian bolivian ugandan rwandan congolese somali".split(
    " ",
  ),
);

/** "The French president": whose office it is. */
const nationsIn = (words: readonly string[]) =>
  words.flatMap((word, at) =>
    NATIONS.has(word) && [1, 2].some((step) => OFFICE.test(words[at + step] ?? "")) ? [word] : [],
  );

/** The words that stand with a name: before it in the same breath, in brackets or between commas behind it. */
function besideName({ text }: Source, name: string): string[] {
  const last = nameWords(name).at(-1);
  if (last === undefined || last.length < 3) return [];
  const words =
    text.slice(0, REACH_UTF16).match(/[\p{L}\p{M}]+(?:['’](?!s\b)[\p{L}]+)*|[,.;:()–—“”"\n]/gu) ?? [];
  return words.flatMap((word, at) => {
    if (normaliseName(word) !== last) return [];
    const before = words.slice(Math.max(0, at - NEAR), at);
    while (nameWords(name).includes(normaliseName(before.at(-1) ?? ""))) before.pop();
    // "the country's minister, Ida Rask, said"
    if (before.at(-1) === ",") before.pop();
    const stop = before.findLastIndex((each) => /^[^\p{L}.]$|^(?:and|or)$/u.test(each));
    const opens = /^[,(]$/u.test(words[at + 1] ?? "");
    const behind = opens ? words.slice(at + 2, at + 2 + NEAR) : [];
    const end = behind.findIndex((each) => /^[.;:)“”"\n]$/u.test(each));
    if (isAnother(behind)) return before.slice(stop + 1).map(normaliseName);
    return [...before.slice(stop + 1), ...(end < 0 ? behind : behind.slice(0, end))].map(normaliseName);
  });
}

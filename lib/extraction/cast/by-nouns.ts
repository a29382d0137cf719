import type { ReportWords } from "../languages";
import type { Bearer, Span } from "../model";
import { firstEndingAfter } from "../text";
import type { Cast } from "./cast";
import { label, type Resolution, unresolved } from "./resolution";

const WORD = /[\p{L}\p{N}@][\p{L}\p{N}\p{M}.’'_-]*/gu;
const MOST_OF_NAME = 7;
/** So many sentences back a pronoun may reach. */
const REACH = 2;

interface Named extends Span {
  readonly name: string;
  readonly gender: "m" | "f" | null;
}

interface Word extends Span {
  readonly text: string;
  readonly lower: string;
}

/** What the words of a mention are: a name, and the office printed with it. */
interface Read {
  readonly name: string;
  readonly role: string;
  readonly first: Word | undefined;
}

/**
 * The cast of an article in a language with rules: names are what stands beside nouns of offices or what comes again, a
 * surname is the one whole name that ends with it, and a pronoun the one person of its gender who was named just before.
 */
export function castByNouns(
  text: string,
  words: ReportWords,
  sentences: readonly Span[],
  speakers: readonly Span[],
): Cast {
  const { full, people } = namesIn(text, words);
  const roles = new Map<string, string>();
  const known: Named[] = [...people];
  for (const span of speakers) {
    const { name, role, first } = readMention(text, span, words);
    if (name === "") continue;
    const [whole = name] = wholeNames(full, name);
    if (role !== "" && !roles.has(whole)) roles.set(whole, role);
    known.push({ ...span, name: whole, gender: genderIn(words, role, first) });
  }
  known.sort((one, other) => one.startUtf16 - other.startUtf16);
  const genders = new Map<string, "m" | "f">();
  for (const { name, gender } of known) if (gender !== null && !genders.has(name)) genders.set(name, gender);

  const resolvePronoun = (printed: string, gender: string, at: number): Resolution => {
    const sentence = firstEndingAfter(sentences, at);
    const earliest = sentences[Math.max(0, sentence - REACH)]?.startUtf16 ?? 0;
    const near = known
      .slice(Math.max(0, lowerBound(known, at) - 24), lowerBound(known, at))
      .filter(({ startUtf16 }) => startUtf16 >= earliest);
    const agree = near.filter(
      ({ name }) => (genders.get(name) ?? (gender === "f" ? null : gender)) === gender,
    );
    const names = [...new Set(agree.map(({ name }) => name))];
    const last = agree.at(-1);
    const bearer: Bearer = { sort: "person", because: `“${printed}” stands for a person` };
    if (names.length !== 1 || last === undefined)
      return {
        ...unresolved(
          "pronoun",
          names.length === 0
            ? `nobody before “${printed}” is close enough to be meant`
            : `“${printed}” may be ${names.join(" or ")}`,
        ),
        bearer,
      };
    return {
      canonical: last.name,
      kind: "pronoun",
      role: roles.get(last.name) ?? null,
      because: `“${printed}” read as ${last.name}, the only one named just before`,
      antecedent: { startUtf16: last.startUtf16, endUtf16: last.endUtf16 },
      bearer,
      isAmbiguous: true,
    };
  };

  return {
    names: [],
    resolve(mention) {
      const printed = text.slice(mention.startUtf16, mention.endUtf16).replace(/\s+/gu, " ").trim();
      const own = wordsOf(text, mention);
      const [opening] = own;
      if (opening === undefined) return unresolved("none", "no words to resolve");
      const pronoun = own.length === 1 ? words.pronouns.get(opening.lower) : undefined;
      if (pronoun === "m" || pronoun === "f") return resolvePronoun(printed, pronoun, mention.startUtf16);
      if (pronoun !== undefined && words.partOf(opening.lower) === "pronoun")
        return unresolved("pronoun", `“${printed}” names nobody`);
      const { name, role } = readMention(text, mention, words);
      if (name !== "") return named(name, role, printed);
      return unnamed(own, printed);
    },
  };

  function named(name: string, role: string, printed: string): Resolution {
    const whole = wholeNames(full, name);
    if (whole.length > 1) return unresolved("named", `“${name}” may be ${whole.join(" or ")}`);
    const canonical = whole[0] ?? name;
    const printedRole = role === "" ? (roles.get(canonical) ?? null) : role;
    const because =
      canonical === name
        ? `the name “${name}” as printed`
        : `“${name}” matched to ${canonical}, who is named whole elsewhere`;
    return {
      canonical,
      kind: "named",
      role: printedRole,
      because,
      antecedent: null,
      bearer: bearerOf(canonical, printedRole, printed),
    };
  }

  function bearerOf(canonical: string, role: string | null, printed: string): Bearer | null {
    const parts = canonical.split(" ");
    const body = parts.find((part) => words.sortOf(part) === "body");
    if (body !== undefined) return { sort: "organisation", because: `“${body}” names a body` };
    if (role !== null) {
      const sort = role
        .split(" ")
        .map((word) => words.sortOf(word))
        .find((one) => one === "person" || one === "body");
      if (sort === "body") return { sort: "organisation", because: `“${role}” is printed with the name` };
      if (sort === "person") return { sort: "person", because: `“${role}” is printed with the name` };
    }
    const first = parts[0]?.toLowerCase() ?? "";
    if (parts.length > 1 && words.genderOf(first) !== null)
      return { sort: "person", because: `“${parts[0]}” is a first name` };
    if (/\(\d{1,2}\)/u.test(printed)) return { sort: "person", because: "an age is printed with the name" };
    return null;
  }

  /** A voice without a name: an office, a body, a group, or somebody who is not named. */
  function unnamed(own: readonly Word[], printed: string): Resolution {
    const [opening] = own;
    const hasDeterminer = words.partOf(opening?.lower ?? "") === "determiner";
    const bare = nominative(
      opening?.lower ?? "",
      hasDeterminer ? printed.slice(printed.indexOf(" ") + 1) : printed,
    );
    const sorts = own.map(({ text: word }) => words.sortOf(word));
    const sort = sorts.find((one) => one !== null) ?? null;
    const isIndefinite =
      /^(?:ein|eine|einer|einem|einen|un|una|unos|unas|varios|varias|mehrere|einige)$/u.test(
        opening?.lower ?? "",
      );
    if (sort === "unnamed" || (isIndefinite && (sort === "person" || (sort === "group" && own.length < 3))))
      return {
        ...label(printed, "anonymous", `“${printed}” has no name in the article`),
        bearer: { sort: "anonymous", because: `“${printed}” has no name in the article` },
      };
    if (sort === "group" || own.some(({ lower }) => words.partOf(lower) === "and"))
      return {
        ...label(bare, "collective", `a group, known in the article only as “${printed}”`),
        bearer: { sort: "collective", because: `“${bare}” are more than one` },
      };
    if (sort === "body")
      return {
        ...label(bare, "role", `a body, known only as “${printed}”`),
        bearer: { sort: "organisation", because: `“${bare}” is a body` },
      };
    if (sort === "document") return label(bare, "role", `a document, known only as “${printed}”`);
    if (sort === "person") {
      const bearer: Bearer = { sort: "person", because: `“${bare}” is the office of a person` };
      return { ...unresolved("role", `no name is printed with “${printed}”`), bearer };
    }
    return unresolved("role", `no name in the article is printed with “${printed}”`);
  }
}

/** "des Ministeriums" is known as "Ministerium": the first noun without the ending of its case. */
function nominative(determiner: string, phrase: string): string {
  if (!/^(?:des|eines)$/u.test(determiner)) return phrase;
  return phrase.replace(/\p{Lu}[\p{L}-]{3,}/u, (noun) => noun.replace(/(?<=[^aeioul])es$|(?<=[^s])s$/u, ""));
}

function lowerBound(list: readonly Span[], start: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.startUtf16 ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function genderIn(words: ReportWords, role: string, first: Word | undefined): "m" | "f" | null {
  for (const word of [...role.toLowerCase().split(" "), first?.lower ?? ""]) {
    const gender = words.genderOf(word);
    if (gender !== null) return gender;
  }
  return null;
}

function wordsOf(text: string, { startUtf16, endUtf16 }: Span): Word[] {
  const found: Word[] = [];
  for (const match of text.slice(startUtf16, endUtf16).matchAll(WORD)) {
    const word = match[0].replace(/(?<=\p{L}{3})\.$|[’']$/u, "");
    const from = startUtf16 + match.index;
    found.push({ startUtf16: from, endUtf16: from + word.length, text: word, lower: word.toLowerCase() });
  }
  return found;
}

/** Splits a mention into the name and the office before or behind it. */
function readMention(text: string, mention: Span, words: ReportWords): Read {
  const own = wordsOf(text, mention);
  let at = 0;
  while (words.partOf(own[at]?.lower ?? "") === "determiner" && own[at] !== undefined) at += 1;
  const hasDeterminer = at > 0;
  const roleFrom = at;
  let roleTo = -1;
  for (; at < own.length; at += 1) {
    const word = own[at];
    if (word === undefined) break;
    const gap = text.slice(own[at - 1]?.endUtf16 ?? word.startUtf16, word.startUtf16);
    if (/\(/u.test(gap)) break;
    // "Mia Hartmann", "Paul Richter": behind a first name an office is a surname
    const isSurname =
      words.genderOf(own[at - 1]?.lower ?? "") !== null && words.sortOf(own[at - 1]?.text ?? "") === null;
    const isBodyName = words.sortOf(word.text) === "body" && /^\p{Lu}/u.test(word.text);
    if (words.sortOf(word.text) !== null && !isBodyName && !isSurname) {
      roleTo = at;
      continue;
    }
    if (!/^[\p{Lu}@]/u.test(word.text)) continue;
    const run = runFrom(text, own, at, words);
    const isAcronym = /^\p{Lu}{2,}/u.test(word.text);
    const isOffice = own
      .slice(at, run)
      .some(
        ({ text: part }, offset) =>
          words.sortOf(part) === "person" && words.genderOf(own[at + offset - 1]?.lower ?? "") === null,
      );
    // "Deichgräfin Wiebke Harms": a first name behind a noun
    if (
      run - at >= 3 &&
      words.genderOf(word.lower) === null &&
      words.genderOf(own[at + 1]?.lower ?? "") !== null
    ) {
      roleTo = at;
      continue;
    }
    // "das Ministerium", "der Franzose": one noun with an article is no name
    const isNoun = hasDeterminer && roleTo < 0 && run - at === 1 && !isAcronym;
    const isOfOffice =
      roleTo >= 0 && /^(?:de|del|der|des|von|vom|für|para|la|el|los|las)$/u.test(own[at - 1]?.lower ?? "");
    if (isNoun || isOffice || (isOfOffice && !/,/u.test(gap))) {
      at = Math.max(at, run - 1);
      if (words.capitalNouns && !isOffice) roleTo = Math.max(roleTo, at);
      continue;
    }
    if (isBodyName && run - at === 1 && !isAcronym) {
      roleTo = Math.max(roleTo, at);
      continue;
    }
    const last = own[run - 1];
    if (last === undefined) break;
    const name = text.slice(word.startUtf16, last.endUtf16).replace(/\s+/gu, " ");
    const before = roleTo < roleFrom ? "" : text.slice(own[roleFrom]?.startUtf16, own[at - 1]?.endUtf16 ?? 0);
    const behind =
      /^,\s*([^,;:.()]{3,90})$/u.exec(
        text.slice(last.endUtf16, mention.endUtf16).replace(/[\s,]+$/u, ""),
      )?.[1] ?? "";
    return { name, role: (before || behind).replace(/[\s,]+/gu, " ").trim(), first: word };
  }
  return { name: "", role: "", first: undefined };
}

/** Where a run of capitals ends, particles between them included. */
function runFrom(text: string, own: readonly Word[], from: number, words: ReportWords): number {
  let end = from + 1;
  while (end < own.length && end - from < MOST_OF_NAME) {
    const gap = text.slice(own[end - 1]?.endUtf16, own[end]?.startUtf16);
    if (!/^\.?\s*$/u.test(gap)) break;
    const word = own[end];
    if (word === undefined) break;
    if (/^\p{Lu}/u.test(word.text)) {
      end += 1;
      continue;
    }
    let link = end;
    while (link < end + 3 && words.nameParticles.has(own[link]?.lower ?? "")) link += 1;
    if (link === end || !/^\p{Lu}/u.test(own[link]?.text ?? "")) break;
    end = link + 1;
  }
  return end;
}

/** The whole names of a text by their parts, and the people among them in order. */
function namesIn(text: string, words: ReportWords) {
  const full = new Map<string, Set<string>>();
  const people: Named[] = [];
  const own = wordsOf(text, { startUtf16: 0, endUtf16: text.length });
  for (let at = 0; at < own.length; at += 1) {
    const word = own[at];
    if (
      word === undefined ||
      !/^\p{Lu}/u.test(word.text) ||
      words.isNoName(word.lower) ||
      words.sortOf(word.text) !== null
    )
      continue;
    const end = runFrom(text, own, at, words);
    const last = own[end - 1];
    const gender = words.genderOf(word.lower);
    const before = own[at - 1];
    const isLed =
      before !== undefined &&
      words.sortOf(before.text) === "person" &&
      text.slice(before.endUtf16, word.startUtf16).trim() === "";
    const isAged =
      last !== undefined &&
      /^\s?\(\d{1,2}\)|^,\s\d{1,2},/u.test(text.slice(last.endUtf16, last.endUtf16 + 6));
    const isName = gender !== null || isLed || isAged;
    const hasNoun = own
      .slice(at, end)
      .some(
        ({ text: part, lower }) =>
          /^\p{Lu}/u.test(part) && (words.sortOf(part) !== null || words.isNoName(lower)),
      );
    if (end - at >= 2 && isName && !hasNoun && last !== undefined) {
      const name = text.slice(word.startUtf16, last.endUtf16).replace(/\s+/gu, " ");
      people.push({
        startUtf16: word.startUtf16,
        endUtf16: last.endUtf16,
        name,
        gender: gender ?? words.genderOf(before?.lower ?? ""),
      });
      for (const part of own.slice(at + 1, end))
        if (/^\p{Lu}/u.test(part.text)) full.set(part.text, (full.get(part.text) ?? new Set()).add(name));
    }
    at = Math.max(at, end - 1);
  }
  return { full, people };
}

/** The whole names that a shorter one may stand for. */
function wholeNames(full: ReadonlyMap<string, ReadonlySet<string>>, name: string): string[] {
  const parts = name.split(" ");
  const last = parts.at(-1) ?? "";
  const options = [...(full.get(last) ?? [])].filter(
    (whole) =>
      whole === name ||
      (parts.length === 1 && whole.endsWith(` ${last}`)) ||
      (whole !== name && parts.length === 1) ||
      whole.startsWith(`${name} `),
  );
  if (options.includes(name)) return [name];
  const ending = options.filter((whole) => whole.endsWith(` ${last}`));
  return ending.length > 0 ? ending : options;
}

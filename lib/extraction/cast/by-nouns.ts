import type { ReportWords } from "../languages";
import type { Bearer, Span } from "../model";
import { firstEndingAfter } from "../text";
import type { Cast } from "./cast";
import { genderIn, type Named, namesIn, readMention, type Word, wholeNames, wordsOf } from "./printed-names";
import { label, type Resolution, unresolved } from "./resolution";

/** So many sentences back a pronoun may reach. */
const REACH = 2;

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
      const found = unnamed(own, printed);
      const beyond = found.bearer?.sort === "person" ? nameBehind(mention.endUtf16) : "";
      return beyond === "" ? found : named(beyond, printed.replace(/^\S+\s/u, ""), printed);
    },
  };

  /** "El alcalde, Julio Mena, dijo": the name between commas behind an office. */
  function nameBehind(from: number): string {
    const aside = /^,\s(\p{Lu}[^,;:.!?“”"«»()\n]{3,60}),\s/u.exec(text.slice(from, from + 80));
    if (aside === null) return "";
    const span = { startUtf16: from + 2, endUtf16: from + 2 + (aside[1]?.length ?? 0) };
    const { name } = readMention(text, span, words);
    return name.includes(" ") ? name : "";
  }

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

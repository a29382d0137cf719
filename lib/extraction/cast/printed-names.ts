import type { ReportWords } from "../languages";
import type { Span } from "../model";

const WORD = /[\p{L}\p{N}@][\p{L}\p{N}\p{M}.’'_-]*/gu;
const MOST_OF_NAME = 7;

export interface Named extends Span {
  readonly name: string;
  readonly gender: "m" | "f" | null;
}

export interface Word extends Span {
  readonly text: string;
  readonly lower: string;
}

/** What the words of a mention are: a name, and the office printed with it. */
interface Read {
  readonly name: string;
  readonly role: string;
  readonly first: Word | undefined;
}

export function genderIn(words: ReportWords, role: string, first: Word | undefined): "m" | "f" | null {
  for (const word of [...role.toLowerCase().split(" "), first?.lower ?? ""]) {
    const gender = words.genderOf(word);
    if (gender !== null) return gender;
  }
  return null;
}

export function wordsOf(text: string, { startUtf16, endUtf16 }: Span): Word[] {
  const found: Word[] = [];
  for (const match of text.slice(startUtf16, endUtf16).matchAll(WORD)) {
    const word = match[0].replace(/(?<=\p{L}{3})\.$|[’']$/u, "");
    const from = startUtf16 + match.index;
    found.push({ startUtf16: from, endUtf16: from + word.length, text: word, lower: word.toLowerCase() });
  }
  return found;
}

/** Splits a mention into the name and the office before or behind it. */
export function readMention(text: string, mention: Span, words: ReportWords): Read {
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
    // a point behind a whole word ends a sentence: "… sagte Greta Thalbach. Thalbach bestritt"; behind "Prof" it does not
    if (gap.startsWith(".") && words.sortOf(own[end - 1]?.text ?? "") === null) break;
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
export function namesIn(text: string, words: ReportWords) {
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
export function wholeNames(full: ReadonlyMap<string, ReadonlySet<string>>, name: string): string[] {
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

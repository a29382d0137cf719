import { literal } from "./literal";
import type { Source } from "./material";
import { nameWords } from "./names";
import { sentenceAround } from "./sentences";

/** A verb of saying, as a part of a pattern. */
export const SAYING =
  "(?:sa(?:id|ys?|ying)|t(?:old|ells?|elling)|wr(?:ote|ites?|iting)|(?:stat|reiterat|emphasi[sz]|not|argu|believ|describ|announc|acknowledg|conclud|observ|estimat|declar|promis)(?:e[ds]?|ing)|(?:add|claim|assert|warn|call|explain|insist|post|suggest|predict|tweet|report|admit|remark|respond|comment|recall|maintain|stress|mention|vow|caution|ask|complain|confirm|contend)(?:t?ed|s|t?ing)?|(?:den|testif|repl)(?:y|ied|ies|ying)|sagt|sagte|erklärte|betonte|warnte|schrieb|meinte|dij[oe]|afirmó|declaró|señaló|aseguró|explicó|añadió)";
const BEFORE_UTF16 = 700;

interface Patterns {
  readonly subject: RegExp;
  readonly behind: RegExp;
  readonly source: RegExp;
  readonly first: RegExp;
}

const patterns = new Map<string, Patterns>();

/** How a text has somebody say something: "Rask, the mayor, said", "said Mayor Ida Rask", "according to Rask". */
function patternsOf(last: string): Patterns {
  const known = patterns.get(last);
  if (known) return known;
  const name = `(?<![\\p{L}\\p{N}])${literal(last)}(?![\\p{L}\\p{N}])`;
  const made = {
    subject: new RegExp(
      `${name}(?:,[^.;:“”"]{1,140},)?(?:\\s+(?!(?:he|she|they|i|we)\\s)[\\p{L}’']+){0,3}?\\s+${SAYING}(?!\\p{L})`,
      "giu",
    ),
    // "told Rask" is said to her
    behind: new RegExp(
      `(?<!\\p{L})(?!told|tell|ask|warn|call|describ)${SAYING}\\s+(?:(?:[\\p{L}’'-]+\\.?\\s+){0,6})?(?:\\p{L}+[-’'])?${name}`,
      "giu",
    ),
    source: new RegExp(
      `(?<!\\p{L})(?:according to|laut|nach angaben|según)\\s+(?:[^\\s,.;]+,?\\s+){0,7}?${name}`,
      "giu",
    ),
    // "Cross-examined by Ida Rask, he said": who stands behind the preposition does nothing
    first: new RegExp(
      `(?:^|[.!?]["”’]?\\s+|\\n)(?:[\\p{L}.’'-]+,?\\s+){0,6}?(?<!(?:[Bb]y|[Aa]gainst|[Ff]rom|[Uu]nlike|[Bb]eside|[Aa]longside) (?:\\S+ ){0,3})${name}`,
      "giu",
    ),
  };
  if (patterns.size > 500) patterns.clear();
  patterns.set(last, made);
  return made;
}

const lastOf = (name: string) => nameWords(name).at(-1) ?? "";

/** Whether the sentence of these words names somebody beside them as who says something. */
export function isNamedBeside(
  names: readonly string[],
  { text }: Source,
  start: number,
  end: number,
): boolean {
  const [from, to] = sentenceAround(text, start, end);
  const sentence = withoutMarks(text.slice(from, to));
  return names.some((name) => {
    const last = lastOf(name);
    if (last.length < 2) return false;
    const { subject, behind, source } = patternsOf(last);
    return [subject, behind, source].some((pattern) => sentence.search(pattern) >= 0);
  });
}

/** Of two names the one that a pronoun stands for: whom the sentences before have act or speak last. */
export function isLastBefore(
  names: readonly string[],
  others: readonly string[],
  text: string,
  at: number,
): boolean {
  const from = Math.max(0, at - BEFORE_UTF16);
  const before = withoutMarks(text.slice(from, at));
  const lastOfAll = (all: readonly string[]) =>
    Math.max(
      -1,
      ...all.map(lastOf).flatMap((last) => {
        if (last.length < 2) return [];
        const { subject, behind, first } = patternsOf(last);
        return [
          ...[...before.matchAll(subject)].map(({ index }) => index + last.length),
          ...[behind, first].flatMap((pattern) =>
            [...before.matchAll(pattern)].map((match) => match.index + match[0].length),
          ),
        ];
      }),
    );
  return lastOfAll(names) > lastOfAll(others);
}

const SUBJECT = new RegExp(
  `(?:^|[.!?]["”’]?\\s+|\\n)((?:\\p{L}[^.;:!?"“”\\n]*?)?\\p{Lu}[\\p{L}.’'-]+)\\s+${SAYING},?:?\\s*["“]$`,
  "u",
);

/** Who says what stands in marks from a place on, where the words just before the marks say so: "The ministry notes, “…”". */
export function subjectBefore(text: string, at: number): string | null {
  const before = text.slice(Math.max(0, at - 200), at);
  return SUBJECT.exec(before)?.[1]?.trim() ?? null;
}

const NAMED = new RegExp(
  `(?<![\\p{L}.’'-])((?:\\p{Lu}[\\p{L}\\p{M}.’'-]+ ){0,3}\\p{Lu}[\\p{L}\\p{M}’'-]+)\\s+${SAYING},?:?\\s*["“„«]$`,
  "u",
);

/** The name that stands with a verb of saying just before marks, wherever its sentence begins: "so that Ida Rask said, “…”". */
export function nameBefore(
  text: string,
  at: number,
): { readonly text: string; readonly start: number; readonly end: number } | null {
  const from = Math.max(0, at - 120);
  const found = NAMED.exec(text.slice(from, at));
  const name = found?.[1];
  if (found === null || name === undefined || !/\p{Ll}/u.test(name)) return null;
  const start = from + found.index;
  return { text: name, start, end: start + name.length };
}

/** What the sentence of quoted words says around their marks; the sentence may begin or end within them. */
export function toldAround(
  text: string,
  [from, to]: readonly [number, number],
  start: number,
  end: number,
): string {
  const ahead = withoutMarks(text.slice(from, start));
  let behind = text.slice(Math.min(end, to), to);
  const straight = behind.match(/"/gu)?.length ?? 0;
  const closes = straight % 2 === 1 ? behind.indexOf('"') : behind.search(/”/u);
  const opens = straight % 2 === 1 ? -1 : behind.search(/“/u);
  if (closes >= 0 && (opens < 0 || closes < opens)) behind = behind.slice(closes + 1);
  return `${ahead} ${withoutMarks(behind)}`;
}

/** What stands in marks is somebody's words, not who says them. */
export const withoutMarks = (text: string) =>
  text.replace(/[“"][^“”"\n]*(?:[”"]|$)/gu, (words) => " ".repeat(words.length));

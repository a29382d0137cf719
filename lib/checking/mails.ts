import type { Turn } from "./turns";

const FROM = /^(?:from|von|de)[ \t]*:[ \t]*["“]?([^<\n"”]*?)["”]?[ \t]*(?:<[^>\n]*>|\[[^\]\n]*\])?[ \t]*$/iu;
const HEADER =
  /^(?:from|to|cc|bcc|sent|date|subject|reply-to|von|an|gesendet|datum|betreff|de|para|enviado|fecha|asunto)[ \t]*:/iu;
const TO = /^(?:to|an|para)[ \t]*:[ \t]*["“]?([^<,;\n"”]*)/iu;
/** "On 14 Sep 2026 Paul Greene wrote:", "Am 3. Mai schrieb Ida Rask:". */
const WROTE =
  /^(?:on|am|el)\s[^\n]{3,90}?(?<![\p{L}.’'-])((?:\p{Lu}[\p{L}\p{M}.’'-]*\s(?:(?:van|von|de|del|der|al|bin)\s)?){1,3}\p{Lu}[\p{L}\p{M}’'-]*\p{Ll})(?:\s<[^>\n]*>)?,?\s(?:wrote|escribió)\s*:$|^am\s[^\n]{3,60}?\sschrieb\s([^<:\n]+?)(?:\s<[^>\n]*>)?\s*:$/iu;
const NAME =
  /^(?:\p{Lu}[\p{L}\p{M}.’'-]*\s(?:(?:van|von|de|del|der|al|bin)\s)?){1,3}\p{Lu}[\p{L}\p{M}’'-]*\p{Ll}$/u;
const TITLED =
  /^((?:\p{Lu}[\p{L}\p{M}.’'-]*\s(?:(?:van|von|de|del|der|al|bin)\s)?){1,3}\p{Lu}[\p{L}\p{M}’'-]*\p{Ll})(?:,[^\n]{2,60})?$/u;
const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)\p{L}*\s/iu;
const FEWEST_HEADERS = 2;

interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly depth: number;
}

function linesOf(text: string): Line[] {
  return [...text.matchAll(/[^\n]*(?:\n|$)/gu)].flatMap(({ index, 0: whole }) => {
    const line = whole.replace(/\n$/u, "");
    const marks = /^[ \t]*(?:>[ \t]?)+/u.exec(line)?.[0] ?? "";
    if (whole === "") return [];
    const depth = marks.replace(/[^>]/gu, "").length;
    return [{ start: index, end: index + whole.length, text: line.slice(marks.length).trim(), depth }];
  });
}

const nameOf = (match: RegExpExecArray | null) => {
  const name = (match?.[1] ?? match?.[2] ?? "").trim().replace(MONTH, "");
  return NAME.test(name) ? name : null;
};

/**
 * The voices of an e-mail with what it answers: who sent it, and behind ">" or another head whoever wrote that. Empty for a
 * text that is no such thread.
 */
export function mailsIn(text: string): Turn[] {
  if (
    !/^[ \t>]*(?:from|von|de)[ \t]*:|^[ \t>]*(?:on|am|el)\s[^\n]{3,120}(?:wrote|escribió)\s*:|^am\s[^\n]+\sschrieb\s/imu.test(
      text,
    )
  )
    return [];
  const lines = linesOf(text);
  const turns: Turn[] = [];
  /** By depth of ">" who writes there. */
  const writers = new Map<number, string | null>();
  const signatures = new Map<number, string | null>();
  const signed = (depth: number) => {
    const before = signatures.get(depth);
    if (before !== undefined) return before;
    const name = signedIn(lines, depth);
    signatures.set(depth, name);
    return name;
  };
  let addressee: string | null = null;
  let isHead = false;
  let heads = 0;
  lines.forEach((line, at) => {
    const wrote = nameOf(WROTE.exec(line.text));
    if (wrote !== null) {
      writers.set(line.depth + 1, wrote);
      heads += 1;
      return;
    }
    const from = FROM.exec(line.text);
    const isHeader = HEADER.test(line.text);
    const near = lines.slice(at, at + 4).filter(({ text: own }) => HEADER.test(own)).length;
    if (from !== null && near >= FEWEST_HEADERS) {
      writers.set(line.depth, nameOf(from));
      addressee = null;
      isHead = true;
      heads += 1;
      return;
    }
    if (isHead && isHeader) {
      addressee = nameOf(TO.exec(line.text)) ?? addressee;
      return;
    }
    isHead = false;
    if (line.text === "") return;
    const known = writers.get(line.depth);
    const name = known === undefined ? (line.depth === 1 ? addressee : signed(line.depth)) : known;
    const last = turns.at(-1);
    if (last !== undefined && last.name === name && at > 0 && lines[at - 1]?.depth === line.depth)
      turns[turns.length - 1] = { ...last, end: line.end };
    else turns.push({ name, label: "", from: line.start, start: line.start, end: line.end, asks: false });
  });
  return heads > 0 && turns.some(({ name }) => name !== null) ? turns : [];
}

/** The name that stands as a line of its own below the words of one depth. */
function signedIn(lines: readonly Line[], depth: number): string | null {
  const own = lines.filter((line) => line.depth === depth && line.text !== "");
  return own.flatMap(({ text }) => (WROTE.test(text) ? [] : (TITLED.exec(text)?.[1] ?? []))).at(-1) ?? null;
}

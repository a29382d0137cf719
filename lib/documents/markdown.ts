import type { Paragraph, ParagraphKind } from "./model";

const HEADING = /^ {0,3}#{1,6}[ \t]+|(?<![ \t])[ \t]+#+[ \t]*$/gu;
const UNDERLINE = /^ {0,3}(?:=+|-{2,})[ \t]*$/u;
const FENCE = /^ {0,3}(?:`{3,}|~{3,})/u;
const QUOTE = /^ {0,3}(?:>[ \t]?)+/u;
const ITEM = /^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+/u;
const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/u;
const REFERENCE = /^ {0,3}\[[^\]\n]{1,200}\]:[ \t]*\S/u;
const FRONT = /^---[ \t]*\n(?<fields>(?:(?!---)[^\n]{0,1000}\n){0,200})---[ \t]*(?:\n|$)/u;

/**
 * Reads Markdown (CommonMark): its signs are taken out of the text and everything else stays to the character, so that
 * a text without signs is read as it stands.
 */
export function readMarkdown(source: string) {
  const front = FRONT.exec(source);
  const body = source.slice(front?.[0].length ?? 0);
  const paragraphs: Paragraph[] = [];
  const lines = body.split("\n");
  const last: { kind: ParagraphKind; from: number; to: number } = { kind: "prose", from: 0, to: 0 };
  let text = "";
  let isFenced = false;
  const close = () => {
    if (last.to > last.from) paragraphs.push({ kind: last.kind, startUtf16: last.from, endUtf16: last.to });
    last.from = last.to;
  };
  for (const [at, line] of lines.entries()) {
    const end = at < lines.length - 1 ? "\n" : "";
    if (FENCE.test(line)) {
      isFenced = !isFenced;
      close();
      text += end;
      continue;
    }
    const kind = kindOf(line);
    const isUnderline = UNDERLINE.test(line) && last.to > last.from && (lines[at - 1] ?? "").trim() !== "";
    if (isUnderline) last.kind = "headline";
    const words = isFenced
      ? line
      : isUnderline || RULE.test(line) || REFERENCE.test(line)
        ? ""
        : inline(line.replace(QUOTE, "").replace(kind === "headline" ? HEADING : "", ""));
    const isBlank = words.trim() === "";
    if (isBlank || kind === "headline" || kind === "item" || kind !== last.kind) close();
    if (!isBlank) {
      if (last.to === last.from) {
        last.from = text.length + (words.length - words.trimStart().length);
        last.kind = kind;
      }
      last.to = text.length + words.trimEnd().length;
    } else last.from = last.to = text.length;
    text += words + end;
    if (kind === "headline") close();
  }
  close();
  const heading = paragraphs.find(({ kind }) => kind === "headline");
  const title = /^title[ \t]*:[ \t]*["']?(?<title>.{1,500}?)["']?[ \t]*$/mu.exec(front?.groups?.fields ?? "");
  return {
    text,
    paragraphs,
    title: heading ? text.slice(heading.startUtf16, heading.endUtf16) : (title?.groups?.title ?? null),
  };
}

function kindOf(line: string): ParagraphKind {
  if (/^ {0,3}#{1,6}[ \t]/u.test(line)) return "headline";
  if (QUOTE.test(line)) return "quote";
  return ITEM.test(line) && !RULE.test(line) ? "item" : "prose";
}

/** The words of a line without emphasis, addresses, pictures and signs that only keep others from being read. */
function inline(line: string): string {
  if (!/[[\]*_`\\<~&]/u.test(line)) return line;
  return line
    .replace(/!\[([^\]\n]{0,300})\]\([^()\n]{0,2000}\)/gu, "$1")
    .replace(/\[([^[\]\n]{1,1000})\]\((?:[^()\n]|\([^()\n]{0,500}\)){0,2000}\)/gu, "$1")
    .replace(/\[([^[\]\n]{1,1000})\]\[[^[\]\n]{0,200}\]/gu, "$1")
    .replace(/<(https?:\/\/[^<>\s]{1,2000})>/gu, "$1")
    .replace(/<\/?[a-z][a-z0-9]{0,20}(?:\s[^<>\n]{0,1000})?\/?>/giu, "")
    .replace(/(?<![\p{L}\p{N}\\])(\*{1,3}|_{1,3})(?=\S)([^*_\n]{1,3000}?)(?<=\S)\1(?![\p{L}\p{N}])/gu, "$2")
    .replace(/~~(?=\S)([^~\n]{1,3000}?)~~/gu, "")
    .replace(/`([^`\n]{1,1000})`/gu, "$1")
    .replace(/\\([!-/:-@[-`{-~])/gu, "$1");
}

import type { Edit } from "./edits";
import { isPart } from "./transcript-labels";

// "Q. Did it fail? A. It had failed twice.", "Host: Who owns it? Guest: We do. Host: All of it?"
const FIRST =
  /^["“]?(?<name>\p{Lu}[\p{L}\p{N}.’'-]{0,40}(?:\s\p{Lu}[\p{L}\p{N}.’'-]{0,40}){0,3})(?<sign>[:.])\s/u;
const LATER =
  /(?<=[.!?…—–-]["”’)\]]{0,3})(?<gap>\s{1,3})(?<name>\p{Lu}[\p{L}\p{N}’'-]{0,40}(?:\.?\s\p{Lu}[\p{L}\p{N}’'-]{0,40}){0,3})(?<sign>[:.])\s/gu;
/** With a stop only these are labels; with a colon every name that comes again. */
const STOPPED = /^(?:[QA]\d{0,2}|QUESTION|ANSWER|Question|Answer|THE (?:COURT|WITNESS))$/u;
const LONGEST = 20_000;

/** Turns of a conversation that stand in one paragraph begin a line each. */
export function inlineTurns(text: string): Edit[] {
  const edits: Edit[] = [];
  let from = 0;
  while (from < text.length) {
    let to = text.indexOf("\n", from);
    if (to < 0) to = text.length;
    const line = text.slice(from, Math.min(to, from + LONGEST));
    const first = FIRST.exec(line)?.groups;
    if (first !== undefined && isLabel(first)) edits.push(...turnsIn(line, from, first.name ?? ""));
    from = to + 1;
  }
  return edits;
}

const isLabel = ({ name = "", sign }: { readonly name?: string; readonly sign?: string }) =>
  sign === ":" || STOPPED.test(name);

function turnsIn(line: string, from: number, first: string): Edit[] {
  const later = [...line.matchAll(LATER)].filter(({ groups }) => groups !== undefined && isLabel(groups));
  const counts = new Map([[first, 1]]);
  for (const { groups } of later) {
    const name = groups?.name ?? "";
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const isVoice = (name: string) => isPart(name) || (counts.get(name) ?? 0) > 1;
  const turns = later.filter(({ groups }) => isVoice(groups?.name ?? ""));
  // one voice of two must come again, or be a part as "Q" and "A" are
  if (counts.size < 2 || turns.length === 0 || !(isVoice(first) || turns.length > 1)) return [];
  return turns.map(({ index, groups }) => ({
    startUtf16: from + index,
    endUtf16: from + index + (groups?.gap ?? "").length,
    to: "\n",
    sort: "space",
  }));
}

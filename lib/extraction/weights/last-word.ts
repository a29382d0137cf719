import { characterTest } from "./characters";

const isLetter = characterTest(/^[\p{L}\p{N}]$/u);
const isTie = (code: number) => code === 0x27 || code === 0x2019 || code === 0x2d;

/**
 * The last word of `text.slice(from, to)` with the apostrophes and hyphens in it and after it, or null when there is
 * none. Read from the end, so that the length of the slice does not matter.
 */
export function lastWordOf(text: string, from: number, to: number): string | null {
  let end = to;
  while (end > from && !isLetter(codeBefore(text, from, end))) end -= 1;
  if (end <= from) return null;
  let start = end;
  for (let at = end; at > from; ) {
    const code = codeBefore(text, from, at);
    const isInWord = isLetter(code);
    if (!isInWord && !isTie(code)) break;
    at -= code > 0xffff ? 2 : 1;
    if (isInWord) start = at;
  }
  while (end < to && isTie(text.charCodeAt(end))) end += 1;
  return text.slice(start, end);
}

/** The code point that ends at `at`, never beginning before `from`. */
function codeBefore(text: string, from: number, at: number): number {
  const unit = text.charCodeAt(at - 1);
  const isSecond = unit >= 0xdc00 && unit < 0xe000 && at - 2 >= from;
  if (!isSecond) return unit;
  const code = text.codePointAt(at - 2) ?? unit;
  return code > 0xffff ? code : unit;
}

const MOST_DEPTH = 16;

/**
 * Whether a JSON text has lists and objects within each other deeper than anything that is taken here. Reading twelve
 * megabytes of nothing but brackets keeps everybody else waiting for seconds; finding that out takes a hundredth of it.
 */
export function isTooDeep(json: string): boolean {
  let depth = 0;
  let isWithinText = false;
  for (let at = 0; at < json.length; at++) {
    const sign = json.charCodeAt(at);
    if (isWithinText) {
      if (sign === BACKSLASH) at++;
      else if (sign === QUOTE) isWithinText = false;
    } else if (sign === QUOTE) isWithinText = true;
    else if (OPENING.has(sign)) {
      if (++depth > MOST_DEPTH) return true;
    } else if (CLOSING.has(sign)) depth--;
  }
  return false;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const CLOSING: ReadonlySet<number> = new Set([0x5d, 0x7d]);

/** A test of a character by its code point that asks the pattern only once for each character of the basic plane. */
export function characterTest(pattern: RegExp): (code: number) => boolean {
  const known = new Uint8Array(0x10000);
  return (code) => {
    const answer = known[code] ?? 0;
    if (answer !== 0) return answer === 2;
    const matches = pattern.test(String.fromCodePoint(code));
    if (code < known.length) known[code] = matches ? 2 : 1;
    return matches;
  };
}

/** The place after the run of characters from `at` on that pass a test; `at` itself when the first one fails. */
export function endOfRunOf(test: (code: number) => boolean, text: string, at: number): number {
  let end = at;
  while (end < text.length) {
    const unit = text.charCodeAt(end);
    const isPair = unit >= 0xd800 && unit < 0xdc00;
    const code = isPair ? (text.codePointAt(end) ?? unit) : unit;
    if (!test(code)) break;
    end += code > 0xffff ? 2 : 1;
  }
  return end;
}

const isInWord = characterTest(/^[\p{L}\p{N}]$/u);

/** How many runs of letters and digits a text has. */
export function countWords(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; ) {
    const end = endOfRunOf(isInWord, text, at);
    if (end > at) count += 1;
    // the second half of a pair is no letter, so that a step of one does no harm
    at = end + 1;
  }
  return count;
}

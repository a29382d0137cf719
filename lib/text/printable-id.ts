// Digits and consonants: nothing that reads as a word, nothing that looks like a digit.
const LETTERS = "0123456789bcdfghjkmnpqrstvwxyz";
const LENGTH = 6;
// bytes from here up would make the first letters likelier than the rest
const UNBIASED = 256 - (256 % LETTERS.length);

export type Prefix = "st" | "src" | "rel" | "imp" | "sp" | "sto" | "tab" | "bat" | "out" | "chk";

/** A short id that survives being printed and typed again, such as `st-7k2m9q`: one of 729 million a prefix. */
export function printableId(prefix: Prefix): string {
  let letters = "";
  while (letters.length < LENGTH) {
    const byte = randomByte();
    if (byte < UNBIASED) letters += LETTERS[byte % LETTERS.length];
  }
  return `${prefix}-${letters}`;
}

const drawn = new Uint8Array(1024);
let left = 0;

/** Drawn many at once: asking for six costs as much as asking for a thousand. Each is given once. */
function randomByte(): number {
  if (left === 0) {
    crypto.getRandomValues(drawn);
    left = drawn.length;
  }
  left -= 1;
  return drawn[left] as number;
}

/** One id that `findTaken` does not find in the record. */
export async function freePrintableId(
  prefix: Prefix,
  findTaken: (tried: string) => Promise<unknown>,
): Promise<string> {
  for (;;) {
    const tried = printableId(prefix);
    if (!(await findTaken(tried))) return tried;
  }
}

/** As many ids as are asked for, of which `findTaken` finds none in the record. */
export async function freePrintableIds(
  prefix: Prefix,
  count: number,
  findTaken: (tried: string[]) => Promise<readonly { readonly publicId: string }[]>,
): Promise<string[]> {
  const free = new Set<string>();
  while (free.size < count) {
    const tried = Array.from({ length: count - free.size }, () => printableId(prefix));
    const isTaken = new Set((await findTaken(tried)).map(({ publicId }) => publicId));
    for (const publicId of tried) if (!isTaken.has(publicId)) free.add(publicId);
  }
  return [...free];
}

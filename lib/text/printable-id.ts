// Digits and consonants: nothing that reads as a word, nothing that looks like a digit.
const LETTERS = "0123456789bcdfghjkmnpqrstvwxyz";
const LENGTH = 6;
// bytes from here up would make the first letters likelier than the rest
const UNBIASED = 256 - (256 % LETTERS.length);

/** A short id that survives being printed and typed again, such as `st-7k2m9q`: one of 729 million a prefix. */
export function printableId(
  prefix: "st" | "src" | "rel" | "imp" | "sp" | "sto" | "tab" | "out" | "chk",
): string {
  let letters = "";
  while (letters.length < LENGTH) {
    for (const byte of crypto.getRandomValues(new Uint8Array(LENGTH))) {
      if (byte < UNBIASED && letters.length < LENGTH) letters += LETTERS[byte % LETTERS.length];
    }
  }
  return `${prefix}-${letters}`;
}

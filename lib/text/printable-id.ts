import { randomInt } from "node:crypto";

// Crockford's letters without vowels: nothing that reads as a word, nothing that looks like a digit.
const LETTERS = "0123456789bcdfghjkmnpqrstvwxyz";
const LENGTH = 6;

/** A short id that survives being printed and typed again, such as `st-7k2m9q`: 30^6 = 729 million a prefix. */
export function printableId(prefix: "st" | "src" | "rel" | "imp"): string {
  let id = `${prefix}-`;
  for (let i = 0; i < LENGTH; i++) id += LETTERS[randomInt(LETTERS.length)];
  return id;
}

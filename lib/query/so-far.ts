import { searchWords } from "@/lib/text";
import { parseQuery } from "./parse";

/**
 * What stands in a field while somebody types, as a search: its last word may be only begun, and what cannot be understood
 * is taken for words in a row. Nobody who chooses a claim or a statement writes a grammar.
 */
export function typedSoFar(typed: string): string {
  const read = parseQuery(typed);
  if ("problem" in read) return `"${searchWords(typed).join(" ")}"*`;
  const last = read.query.all.at(-1)?.at(-1);
  const isOpen = last?.kind === "words" && !last.isPrefix && /[\p{L}\p{M}\p{N}]$/u.test(typed);
  return isOpen ? `${typed}*` : typed;
}

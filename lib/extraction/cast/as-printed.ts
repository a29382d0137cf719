import type { Span } from "../model";
import type { Cast } from "./cast";
import { label, unresolved } from "./resolution";

/** The cast of an article in a language without words of its own: everybody is known as they are printed. */
export function castAsPrinted(text: string): Cast {
  return {
    resolve({ startUtf16, endUtf16 }: Span) {
      const printed = text.slice(startUtf16, endUtf16).replace(/\s+/gu, " ").trim();
      return /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(printed)
        ? label(printed, "named", `known only as “${printed}” is printed`)
        : unresolved("none", `“${printed}” is no name`);
    },
    names: [],
  };
}

import { literal } from "./literal";
import type { Source } from "./material";
import { isSamePerson } from "./names";

const DESCRIBED =
  /^\p{Ll}.*?(?<!(?:^|\s)(?:of|for|at|in|from|with|to|the|and|der|des|von|de|del|la|el))\s((?:\p{Lu}[\p{L}\p{M}.’'-]+\s){1,3}\p{Lu}[\p{L}\p{M}’'-]+)$/u;

const AFTER = /^ ((?:\p{Lu}[\p{L}\p{M}.’'-]+ ){1,2}\p{Lu}[\p{L}\p{M}’'-]+)(?=[,.;:“”"]|\s\p{Ll}|$)/u;

/** "Its coordinator on the island, Ida Rask." */
const APART =
  /^(?: (?:on|of|in|at|for|from) [^,.;:“”"]{2,50})?, ((?:\p{Lu}[\p{L}\p{M}.’'-]+ ){1,2}\p{Lu}[\p{L}\p{M}’'-]+)(?=[.,;:]|$)/u;

/** "Head of quality Ida Rask": the name behind the description; null where there is none. */
export function nameBehind(mention: string, after: string): string | null {
  if (!/^\p{Ll}/u.test(mention)) return DESCRIBED.exec(mention)?.[1] ?? null;
  return DESCRIBED.exec(mention)?.[1] ?? AFTER.exec(after)?.[1] ?? APART.exec(after)?.[1] ?? null;
}

/** Who "a doctor" is where the text says so: "Dean, a doctor, …". */
export function namedAs({ text }: Source, name: string | null): string | null {
  if (name === null || /\p{Lu}/u.test(name) || !/\p{Ll}/u.test(name)) return name;
  const plain = literal(name);
  const beside = new RegExp(
    `((?:\\p{Lu}[\\p{L}\\p{M}.’'-]+ ){0,3}\\p{Lu}[\\p{L}\\p{M}.’'-]+), ${plain}\\b`,
    "gu",
  );
  // "when dredging starts in May, their association said": when or where it is, and nobody
  const named = [...text.matchAll(beside)].find(
    ({ index, 1: found = "" }) =>
      found.includes(" ") || !PREPOSITION.test(text.slice(Math.max(0, index - 12), index)),
  );
  return named?.[1] ?? name;
}

const PREPOSITION =
  /(?<!\p{L})(?:in|at|from|of|to|on|by|until|till|since|near|for|before|after|during|through|im|am|seit|bis|en|de)\s$/iu;

/** "LINDQVIST" is Anna Lindqvist where the text names her so. */
export function fullName(source: Source, label: string): string {
  const last = label.trim().split(/\s+/u).at(-1) ?? "";
  if (last.length < 3 || label.trim().includes(" ")) return label;
  const plain = literal(`${last.slice(0, 1)}${last.slice(1).toLowerCase()}`);
  const found = new RegExp(`((?:\\p{Lu}[\\p{Ll}\\p{M}.’'-]+ ){1,2})${plain}\\b`, "u").exec(source.text);
  return found && isSamePerson(found[0], label) === "yes" ? found[0] : label;
}

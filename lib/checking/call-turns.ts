import type { Turn } from "./turns";

const NAME =
  "\\p{Lu}[\\p{L}\\p{M}.’'-]*(?: (?:(?:van|von|de|del|der|al|bin|la|le) )?\\p{Lu}[\\p{L}\\p{M}.’'-]*\\p{L}){1,3}";
/** "Eva Lund – Chief Executive Officer", "Operator": a line of its own with who speaks in the lines behind it. */
const HEAD = new RegExp(
  `^[ \\t]*(?:(${NAME})[ \\t]*(?:[–—|-]+[ \\t]*|,[ \\t]*)(?=\\p{Lu})([^.:;?!\\n]{2,70})|(Operator|Moderator|Unidentified (?:Analyst|Speaker|Participant)))[ \\t]*$`,
  "u",
);
const FEWEST_HEADS = 3;
const LEAST_WORDS = 4;

/** The turns of a call whose voices stand on lines of their own with what they are; empty for a text that is none. */
export function callTurnsIn(text: string): Turn[] {
  const lines = [...text.matchAll(/[^\n]*(?:\n|$)/gu)].filter(([line]) => line !== "");
  const heads = lines.flatMap((line, at) => {
    const found = HEAD.exec(line[0].replace(/\n$/u, ""));
    if (found === null) return [];
    const next = lines[at + 1]?.[0] ?? "";
    // what somebody says is longer than a line of a list
    const isSpoken =
      next.trim().split(/\s+/u).length >= LEAST_WORDS && HEAD.exec(next.replace(/\n$/u, "")) === null;
    return isSpoken ? [{ line, name: found[1] ?? null, role: found[2] ?? null }] : [];
  });
  const names = new Set(heads.map(({ name }) => name));
  if (heads.length < FEWEST_HEADS || names.size < 2 || heads.length >= lines.length * 0.6) return [];
  return heads.map(
    ({ line, name, role }, at): Turn => ({
      name,
      label: `${name ?? ""}${role === null ? "" : `, ${role.trim()}`}:`,
      from: line.index,
      start: line.index + line[0].length,
      end: heads[at + 1]?.line.index ?? text.length,
      asks: false,
    }),
  );
}

import { isReported, type Turn } from "./turns";

const NAME =
  "\\p{Lu}[\\p{L}\\p{M}.’'-]*\\p{L}(?:[ \\t]+(?:van|von|de|del|der|al|bin))?(?:[ \\t]+\\p{Lu}[\\p{L}\\p{M}’'-]*\\p{L}){1,3}";
const SAYS =
  "(?:(?:opened|began|started|said|says|added|adds|replied|answered|went on|continued|told [^:\\n]{2,40})(?: by saying| briefly)?)";
/** "County officer Sunniva Eide: We have …", "Chief forecaster Hanne Lie opened: The storm …". */
const NAMED = new RegExp(
  `^[ \\t•*-]*(?:(?:\\p{Lu}?[\\p{Ll}’'-]+[ \\t]+){0,6})(${NAME})(?:,[ \\t][^:\\n]{2,60})?(?:[ \\t]+${SAYS})?[ \\t]*:[ \\t]+(?=\\p{Lu}|\\d)`,
  "u",
);
/** "Asked whether people should leave, she said: That's …": whoever spoke before. */
const AGAIN = new RegExp(
  `^[^:\\n]{0,120}?(?<!\\p{L})(?:[Ss]?[Hh]e)[ \\t]+${SAYS}[ \\t]*:[ \\t]+(?=\\p{Lu}|\\d)`,
  "u",
);
const FEWEST = 2;
const LEAST_SHARE = 0.3;

/** The turns of notes of a briefing, whose words stand without marks behind a name and a colon; empty for another text. */
export function briefedIn(text: string): Turn[] {
  if (/["“„«]/u.test(text) || isReported(text)) return [];
  const lines = [...text.matchAll(/[^\n]+/gu)].filter(([line]) => line.trim() !== "");
  const turns: Turn[] = [];
  for (const { index, 0: line } of lines) {
    const named = NAMED.exec(line);
    const head = named ?? (turns.length > 0 ? AGAIN.exec(line) : null);
    const name = named?.[1] ?? turns.at(-1)?.name ?? null;
    if (head === null || name === null) continue;
    turns.push({
      name,
      label: head[0].trim(),
      from: index,
      start: index + head[0].length,
      end: index + line.length,
      asks: false,
    });
  }
  const isBriefing = turns.length >= FEWEST && turns.length >= lines.length * LEAST_SHARE;
  return isBriefing ? turns : [];
}

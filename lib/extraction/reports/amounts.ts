import type { Phrase } from "./phrases";
import type { Content } from "./report";
import type { Item } from "./units";

/** Verbs that lay an amount to something: "bezifferte den Schaden auf 28 Millionen", "cifró las pérdidas en 46 millones". */
const NAMES_AMOUNT =
  /^(?:beziffern|schätzen|ein-schätzen|veranschlagen|taxieren|cifrar|estimar|calcular|valorar|tasar)$/u;
const AT = /^(?:auf|mit|en)$/u;
const STOP = /^(?:[.;:!?,–—]|und|aber|y|pero)$/u;
const NUMBER =
  /\d|^(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|hundert|tausend|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|cien|mil)$/u;
const RELATIVE = /^(?:que|quien|der|die|das|welche[rs]?|was)$/u;
const MOST_ROUGHLY = 5;

/** The amount that a verb names and what it is of, on both sides of a verb that its subject follows; null without one. */
export function amountBehind(
  items: readonly Item[],
  verb: number,
  base: string,
  subject: Phrase | null,
): Content | null {
  if (!NAMES_AMOUNT.test(base)) return null;
  const isBehind = subject !== null && subject.from > verb;
  const from = isBehind && subject.from === verb + 1 ? subject.to + 1 : verb + 1;
  let to = from;
  while (to < items.length && items[to]?.stretch === -1 && !STOP.test(items[to]?.lower ?? "")) to += 1;
  const end = isBehind && subject.from > from && subject.from < to ? subject.from : to;
  const at = items.findIndex((item, place) => place >= from && place < end && AT.test(item.lower));
  if (at < 0) return null;
  if (!items.slice(at + 1, Math.min(end, at + 1 + MOST_ROUGHLY)).some(({ lower }) => NUMBER.test(lower)))
    return null;
  const pieces: Phrase[] = [{ from, to: end - 1 }];
  // "Den Schaden bezifferte er auf …": of what it is stands before the verb
  let start = verb;
  while (start > 0 && items[start - 1]?.stretch === -1 && !STOP.test(items[start - 1]?.lower ?? ""))
    start -= 1;
  // "…, que cifró la asistencia en 5.000": who said it stands for somebody before
  if (RELATIVE.test(items[start]?.lower ?? "") && start === verb - 1) return null;
  if (isBehind && at === from && start < verb) pieces.unshift({ from: start, to: verb - 1 });
  return { shape: "bare", pieces, told: -1 };
}

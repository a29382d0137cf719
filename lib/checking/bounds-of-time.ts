import { type Difference, drift } from "./differences";
import type { Word } from "./words";

const SINCE = /^(?:from|since|after|ab|seit|nach|desde)$/u;
const UNTIL = /^(?:by|until|till|before|bis|vor|hasta|antes)$/u;
const isYear = ({ value }: Word) => value !== null && value >= 1500 && value < 2200;

/** "By 2028" where the record has "from 2028": the same year at the other end. */
export function ofBoundsOfTime(own: readonly Word[], record: readonly Word[]): Difference[] {
  for (const [at, word] of own.entries()) {
    const before = own[at - 1];
    if (!isYear(word) || before === undefined || own[at + 1]?.key === "to") continue;
    const there = record.flatMap((other, each) => {
      const ahead = record[each - 1];
      return other.value === word.value && ahead !== undefined && record[each + 1]?.key !== "to"
        ? [ahead]
        : [];
    });
    const [other] = there;
    if (other === undefined || there.length > 1) continue;
    const isTurned =
      (SINCE.test(before.key) && UNTIL.test(other.key)) || (UNTIL.test(before.key) && SINCE.test(other.key));
    if (!isTurned) continue;
    const says = `The draft says “${before.raw} ${word.raw}”, the record “${other.raw} ${word.raw}”.`;
    return [drift(says, { kind: "number", start: word.start, end: word.end, says })];
  }
  return [];
}

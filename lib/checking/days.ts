import { ofBoundsOfTime } from "./bounds-of-time";
import { otherDay } from "./calendar";
import type { Placed } from "./changes";
import { type Difference, drift } from "./differences";
import type { Claimed } from "./draft";
import type { Voice } from "./voices";
import type { Word } from "./words";

const PERIOD =
  /(?<!\p{L})(?:this|last|next) (?:week|weekend|month|year|season|term|spring|summer|autumn|winter|decade|century)(?!\p{L})/giu;

/** "This month" where the record has "this season". */
function ofPeriods(claim: Claimed, record: readonly Word[], { source }: Placed, draft: string): Difference[] {
  const [from, to] = [record[0]?.start ?? 0, record.at(-1)?.end ?? 0];
  const theirs = [...source.text.slice(from, to).matchAll(PERIOD)].map(([text]) => text.toLowerCase());
  for (const match of draft.slice(claim.start, claim.end).matchAll(PERIOD)) {
    if (theirs.length === 0 || theirs.includes(match[0].toLowerCase())) continue;
    const says = `The draft has “${match[0]}”, the record “${theirs[0] ?? ""}”.`;
    const start = claim.start + match.index;
    return [drift(says, { kind: "date", start, end: start + match[0].length, says })];
  }
  return [];
}

/** "By May" where the record has "by March": what the statement itself says of when, not when it was said. */
function ofDays(
  claim: Claimed,
  record: readonly Word[],
  placed: Placed,
  voice: Voice,
  draft: string,
): Difference[] {
  const [from, to] = [record[0]?.start ?? 0, record.at(-1)?.end ?? 0];
  const said = voice.when === null ? -1 : placed.source.text.slice(from, to).indexOf(voice.when);
  const there = placed.source.text.slice(from, to);
  const other = otherDay(
    draft.slice(claim.start, claim.end),
    said < 0 ? there : there.slice(0, said) + there.slice(said + (voice.when?.length ?? 0)),
  );
  if (other === null) return [];
  const says = `The draft has “${other.own}”, the record “${other.record}”.`;
  const start = claim.start + other.at;
  return [drift(says, { kind: "date", start, end: start + other.own.length, says })];
}

/** What a statement says of when, where the record has another time. */
export const ofTimes = (
  claim: Claimed,
  own: readonly Word[],
  record: readonly Word[],
  placed: Placed,
  voice: Voice,
  draft: string,
): Difference[] => [
  ...ofBoundsOfTime(own, record),
  ...ofPeriods(claim, record, placed, draft),
  ...ofDays(claim, record, placed, voice, draft),
];

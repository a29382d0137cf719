import { soundOf } from "@/lib/text";

/** Whether two words of names, folded, are likely one: they sound alike, or differ by a letter or, when long, two. */
export function isNearName(one: string, other: string, soundsAs = soundOf): boolean {
  if (one === other || one[0] !== other[0]) return false;
  const most = one.length > 6 ? 2 : 1;
  if (Math.abs(one.length - other.length) > most + 1) return false;
  const sound = soundsAs(one);
  return (sound !== null && sound === soundsAs(other)) || distance(one, other) <= most;
}

/** How many letters must be changed, put in, left out or swapped with their neighbour. */
function distance(one: string, other: string): number {
  let [before, last] = [[] as number[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1];
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      row[j] = Math.min(
        (row[j - 1] ?? 0) + 1,
        (last[j] ?? 0) + 1,
        (last[j - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [before, last] = [last, row];
  }
  return last[other.length] ?? 0;
}

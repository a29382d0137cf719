// how one name is written in Latin letters by several hands: Yusufzai, Yousafzai; Mohammed, Muhammad; Qaddafi, Gadhafi
const SAME_SOUND: readonly (readonly [RegExp, string])[] = [
  [/ph/gu, "f"],
  [/(?:kh|gh|ck|q|c|g)/gu, "k"],
  [/(?:sch|sh|ch|tz|z)/gu, "s"],
  [/dh|th/gu, "t"],
  [/d/gu, "t"],
  [/w/gu, "v"],
  [/h/gu, ""],
  [/[aeiouyj]+/gu, ""],
  [/(.)\1+/gu, "$1"],
];

/** Whether two words of names, folded, are likely one: they sound alike, or differ by a letter or, when long, two. */
export function isNearName(one: string, other: string): boolean {
  if (one === other || one[0] !== other[0]) return false;
  const most = one.length > 6 ? 2 : 1;
  if (Math.abs(one.length - other.length) > most + 1) return false;
  const sound = soundOf(one);
  return (sound.length > 1 && sound === soundOf(other)) || distance(one, other) <= most;
}

function soundOf(name: string): string {
  return SAME_SOUND.reduce((text, [letters, sound]) => text.replace(letters, sound), name);
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

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

/** How a folded word of Latin letters sounds, told by its consonants; null of another script, or where one or none is left. */
export function soundOf(word: string): string | null {
  if (!/^[a-z]+$/u.test(word)) return null;
  const sound = SAME_SOUND.reduce((text, [letters, one]) => text.replace(letters, one), word);
  return sound.length > 1 ? sound : null;
}

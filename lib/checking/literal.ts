// a name is no longer; a pattern of tens of thousands of signs is refused where it is used, and the whole check with it
const LONGEST_UTF16 = 200;
const NOWHERE = "(?!)";

/** Words as a part of a pattern that finds just them; of what is too long for a name, a part that finds nothing. */
export const literal = (words: string): string =>
  words.length > LONGEST_UTF16 ? NOWHERE : words.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");

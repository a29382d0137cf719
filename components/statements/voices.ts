/** A stretch of a wording in one voice. */
export interface Voice {
  readonly text: string;
  readonly voice: "speaker" | "reporter";
}

// “…” and its relatives; an opening mark without its fellow runs to the end, as a quotation over several paragraphs does.
// Between single marks an apostrophe stands inside a word: ‘it’s theirs’ ends at the last.
const QUOTED =
  /“[^”]*”?|„[^“”]*[“”]?|«[^»]*»?|「[^」]*」?|『[^』]*』?|"[^"]*"?|(?<![\p{L}\p{N}])‘(?:[^’]|’(?=[\p{L}\p{N}]))*’?/gu;

/**
 * A wording cut by whose words they are: all the speaker's when direct, all the reporter's when indirect, and when mixed
 * the speaker's inside quotation marks, the marks with them.
 */
export function voicesOf(wording: string, form: string): Voice[] {
  if (form === "direct") return [{ text: wording, voice: "speaker" }];
  if (form === "indirect") return [{ text: wording, voice: "reporter" }];
  const voices: Voice[] = [];
  let at = 0;
  for (const match of wording.matchAll(QUOTED)) {
    if (match.index > at) voices.push({ text: wording.slice(at, match.index), voice: "reporter" });
    voices.push({ text: match[0], voice: "speaker" });
    at = match.index + match[0].length;
  }
  if (at < wording.length) voices.push({ text: wording.slice(at), voice: "reporter" });
  return voices;
}

/** Whether a text begins with an opening quotation mark, which then hangs outside the measure. */
export function opensWithMark(text: string): boolean {
  return /^\s*[“„«「『"‘]/u.test(text);
}

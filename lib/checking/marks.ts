const OPENS = /(?<=(?:^|[\s(—–])[\u200e\u200f\u202a-\u202e\u2066-\u2069]*)”(?=[\p{L}\p{N}])/gmu;
const CLOSES = /(?<=[\p{L}\p{N}.,!?…])“(?=[\s.,;:!?)—–]|$)/gmu;

/** The text with marks that open as they close, ”so”, or stand the wrong way round, ”so“, turned round: as long, place by place. */
export function withMarksTurned(text: string): string {
  if (text.search(OPENS) < 0 || text.includes("„")) return text;
  return text.replace(OPENS, "“").replace(CLOSES, "”");
}

/** Whether a place of a line stands between marks. */
export const isInMarks = (text: string, start: number, end: number) =>
  /["“„«][^"“”\n]*$/u.test(text.slice(Math.max(0, text.lastIndexOf("\n", start - 1)), start)) &&
  /^[^"“”\n]*["”“»]/u.test(text.slice(end, end + 200));

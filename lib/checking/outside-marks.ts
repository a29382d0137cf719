import type { Claimed } from "./draft";

/** What the draft's sentences have outside the marks. */
export function outsideMarks(claim: Claimed, draft: string): string {
  const [from, to] = [Math.min(claim.sentence[0], claim.start), Math.max(claim.sentence[1], claim.end)];
  let rest = "";
  let at = from;
  for (const part of claim.parts) {
    rest += ` ${draft.slice(at, part.start)}`;
    at = part.end;
  }
  return `${rest} ${draft.slice(at, to)}`;
}

import type { CueSite } from "./cue-sites";
import type { SpeakerCandidate } from "./subjects";
import type { Tree } from "./tree";

/** Where the content stands: after the cue, before it, or split around it. */
export const LAYOUTS = ["after", "before", "around"] as const;
export type Layout = (typeof LAYOUTS)[number];

/** Where the words that attribute begin and end: the speaker, the cue and what binds them. */
export function attributionRange(
  tree: Tree,
  cue: number,
  speaker: SpeakerCandidate | null,
): { from: number; to: number } {
  let from = cue;
  let to = cue;
  if (speaker !== null && speaker.to < cue && cue - speaker.from < 40) from = speaker.from;
  if (speaker !== null && speaker.from > cue) to = speaker.to;
  if (from === cue) {
    while (
      from > 0 &&
      /^(?:RB|MD|VBD|VBZ|VBP|VB|VBN|TO)$/.test(tree.tags[from - 1] ?? "") &&
      tree.heads[from - 1] === cue
    )
      from -= 1;
  }
  return { from, to };
}

/** For each layout the features that speak for it. */
export function layoutFeatures(tree: Tree, site: CueSite, speaker: SpeakerCandidate | null): string[][] {
  const { tags, lower, size, closes, opens, quote } = tree;
  const { from, to } = attributionRange(tree, site.at, speaker);
  let final = size - 1;
  while (final > 0 && /^[.:,]$/.test(tags[final] ?? "")) final -= 1;
  const leftTag = tags[from - 1] ?? "<s>";
  const left = /^[,:]$/.test(leftTag)
    ? leftTag
    : leftTag === "."
      ? "."
      : leftTag === "<s>"
        ? "<s>"
        : leftTag === "CC"
          ? "CC"
          : "w";
  let closesLeft = "no";
  for (let at = from - 1; at >= 0 && from - at <= 3; at -= 1) if (closes[at]) closesLeft = "yes";
  if (from > 0 && closesLeft === "no" && quote[0] !== -1) closesLeft = "some";
  const order = speaker === null ? "none" : speaker.to < site.at ? "SV" : "VS";
  const rest = final - to;
  const room = rest <= 0 ? "none" : rest <= 3 ? "1-3" : rest <= 6 ? "4-6" : "7+";
  const before = from <= 0 ? "none" : from <= 3 ? "1-3" : "4+";
  let opensRight = "no";
  for (let at = to + 1; at <= final && at - to <= 10; at += 1)
    if (opens[at] && opensRight === "no")
      opensRight = `${opens[at] === 2 ? "Cap" : "low"}${at - to <= 2 ? " next" : ""}`;
  const next = tags[to + 1] ?? "</s>";
  const complement = site.complement.replace(/^(np\+)?in:.*/, "$1in");
  let verbBefore = 0;
  for (let at = 0; at < from; at += 1) if (/^(?:VBD|VBZ|VBP|MD)$/.test(tags[at] ?? "")) verbBefore = 1;
  const facts = [
    "bias",
    `left=${left} room=${room}`,
    `left=${left} order=${order} ${complement}`,
    `closed=${closesLeft} room=${room}`,
    `closed=${closesLeft} opens=${opensRight} left=${left}`,
    `closed=${closesLeft} next=${next}`,
    `complement=${complement}`,
    `complement=${complement} left=${left}`,
    `stem=${site.stem}`,
    `stem=${site.stem} left=${left}`,
    `stem=${site.stem} room=${room}`,
    `order=${order} next=${next} left=${left}`,
    `before=${before} verb=${verbBefore} left=${left}`,
    `room=${room} order=${order}`,
    `cue=${lower[site.at]} ${tags[site.at]}`,
    `tag=${tags[site.at]} left=${left}`,
    `quote=${quote[site.at] === -1 ? "out" : "in"} opens=${opensRight}`,
  ];
  return LAYOUTS.map((layout) => facts.map((fact) => `${layout} ${fact}`));
}

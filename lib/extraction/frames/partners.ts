import type { Tree } from "../grammar";
import { isNoun } from "../grammar";
import type { SpeakerCandidate } from "./subjects";

/** "Greta Lund and Osman Kaya said", "said Lund and Kaya": the phrase goes on to a partner on either side. */
export function withPartner(
  tree: Tree,
  cue: number,
  speaker: SpeakerCandidate | null,
): SpeakerCandidate | null {
  if (speaker === null) return null;
  return partnered(tree, cue, withOwnName(tree, cue, withSource(tree, speaker)));
}

/** "Two people familiar with the matter said": the noun that the adjective describes. */
function withSource({ tags, lower, quote }: Tree, speaker: SpeakerCandidate): SpeakerCandidate {
  if (!/^(?:familiar|close|briefed|privy|knowledgeable)$/.test(lower[speaker.from] ?? "")) return speaker;
  let { from } = speaker;
  while (
    from > 0 &&
    quote[from - 1] === quote[from] &&
    /^(?:DT|CD|JJ|NN.*|POS|PRP\$)$/.test(tags[from - 1] ?? "")
  )
    from -= 1;
  return from < speaker.from && isNoun(tags[speaker.from - 1])
    ? { ...speaker, head: speaker.from - 1, from }
    : speaker;
}

/** "First mate Carlos Yulo told", "admitted United boss Erik Haaland": the name that the phrase goes on to. */
function withOwnName(
  { tags, lower, quote, size, trained }: Tree,
  cue: number,
  speaker: SpeakerCandidate,
): SpeakerCandidate {
  const end = speaker.from > cue ? size : cue;
  const isName = (at: number) =>
    at < end &&
    (tags[at] ?? "").startsWith("NNP") &&
    quote[at] === quote[speaker.head] &&
    !NO_NAME.test(lower[at] ?? "");
  const isOffice =
    (tags[speaker.to] ?? "").startsWith("NNP") ||
    trained.cast.roleNouns.has(lower[speaker.to] ?? "") ||
    (tags[speaker.to] === "NN" && !/^(?:DT|PRP\$)$/.test(tags[speaker.from] ?? ""));
  if (!isOffice) return speaker;
  let to = speaker.to;
  // a noun of an office between the name of a body and its bearer
  if ((tags[to] ?? "").startsWith("NNP") && tags[to + 1] === "NN" && isName(to + 2) && to + 1 < end) to += 1;
  while (isName(to + 1)) to += 1;
  if (to === speaker.to) return speaker;
  // "actress Mia Long's manager said": who belongs to the name speaks
  if (tags[to + 1] === "POS") {
    const owned = /^(?:JJ )*(?:NN )+$/.test(`${tags.slice(to + 2, cue).join(" ")} `);
    return owned && speaker.to < cue ? { ...speaker, head: cue - 1, to: cue - 1 } : speaker;
  }
  const isWhole = speaker.from > cue ? /^(?:[.,:]|IN|-LRB-)$/.test(tags[to + 1] ?? ".") : to === cue - 1;
  return isWhole ? { ...speaker, head: to, to } : speaker;
}

const NO_NAME =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|june|july|august|september|october|november|december)$/;

function partnered(tree: Tree, cue: number, speaker: SpeakerCandidate): SpeakerCandidate {
  const { lower, tags, size, quote } = tree;
  if (speaker.from > cue) {
    if (lower[speaker.to + 1] !== "and" || quote[speaker.to + 1] !== -1) return speaker;
    let to = speaker.to + 2;
    while (to < size && quote[to] === -1 && PARTNER.test(tags[to] ?? "")) to += 1;
    const isOver = to >= size || /^(?:[.,:]|IN|TO|WP|WDT)$/.test(tags[to] ?? "") || quote[to] !== -1;
    return isOver && to > speaker.to + 2 && isNoun(tags[to - 1]) ? { ...speaker, to: to - 1 } : speaker;
  }
  const listed = endOfList(tree, cue, speaker);
  if (listed > speaker.to) return { ...speaker, from: startOfList(tree, speaker), to: listed };
  if (lower[speaker.from - 1] === "and") {
    let from = speaker.from - 1;
    while (
      from > 0 &&
      quote[from - 1] === -1 &&
      PARTNER.test(tags[from - 1] ?? "") &&
      lower[from - 1] !== "and"
    )
      from -= 1;
    // two names that begin the clause, not the second half of a longer one
    const isFirst = from === 0 || /^(?:[,.:]|IN|CC)$/.test(tags[from - 1] ?? "") || quote[from - 1] !== -1;
    const isNames = (tags[from] ?? "").startsWith("NNP") || tags[from] === "DT";
    // "Ana Ruiz, Lou Tran and Kim Oh said"
    while (
      from > 1 &&
      tags[from - 1] === "," &&
      (tags[from - 2] ?? "").startsWith("NNP") &&
      quote[from - 2] === -1
    ) {
      let start = from - 2;
      while (start > 0 && (tags[start - 1] ?? "").startsWith("NNP") && quote[start - 1] === -1) start -= 1;
      if (start > 0 && tags[start - 1] !== ",") break;
      from = start;
    }
    if (isFirst && isNames && from < speaker.from - 1 && isNoun(tags[speaker.from - 2]))
      return { ...speaker, from };
  }
  if (lower[speaker.to + 1] !== "and" || speaker.to >= cue) return speaker;
  let to = speaker.to + 2;
  while (to < cue && (PARTNER.test(tags[to] ?? "") || isLinked(tree, to))) to += 1;
  // "The Ministry for Water and Sanitation and the Red Cross said"
  if (lower[to] === "and" && (tags[to - 1] ?? "").startsWith("NNP") && tags[to + 1] === "DT") {
    to += 1;
    while (to < cue && PARTNER.test(tags[to] ?? "")) to += 1;
  }
  const isPartner = to > speaker.to + 2 && isNoun(tags[to - 1]);
  let next = to;
  while (next < cue && /^(?:RB|MD|VB[DZP])$/.test(tags[next] ?? "")) next += 1;
  return isPartner && next === cue ? { ...speaker, to: to - 1 } : speaker;
}

/** "The Congress and the Confederation of Industry": a preposition within the name of a body. */
const isLinked = ({ tags, lower }: Tree, at: number) =>
  /^(?:of|for|on)$/.test(lower[at] ?? "") &&
  (tags[at - 1] ?? "").startsWith("NNP") &&
  (tags[at + 1] ?? "").startsWith("NNP");

const PARTNER = /^(?:NN|DT|JJ|POS|PRP\$)/;

/** "Nguyen, Ortiz and Blake said", "Senators Ruth Ames and Ted Vance said": the last word of a list of names up to the cue. */
function endOfList({ tags, lower, quote }: Tree, cue: number, speaker: SpeakerCandidate): number {
  let last = cue - 1;
  while (last > speaker.to && /^(?:RB|MD|VB[DZP])$/.test(tags[last] ?? "")) last -= 1;
  if (!(tags[last] ?? "").startsWith("NNP") || last - speaker.to > 16) return speaker.to;
  let hasAnd = false;
  let isPlain = true;
  for (let at = speaker.to + 1; at <= last; at += 1) {
    // "Ida Holm, her brother Nils and their neighbour Per Lie said"
    const isDescribed = /^(?:PRP\$|NN|JJ)$/.test(tags[at] ?? "") && lower[at] !== "who";
    if (quote[at] !== quote[cue] || !(isDescribed || /^(?:NNPS?|CC|,)$/.test(tags[at] ?? "")))
      return speaker.to;
    if (isDescribed) isPlain = false;
    if (tags[at] === "CC") hasAnd = lower[at] === "and";
    if (/^(?:CC|,)$/.test(tags[at] ?? "") && !(tags[at - 1] ?? "").startsWith("NNP")) return speaker.to;
  }
  // without a "their" the second name is what the first is the head of
  if (!isPlain && !tags.slice(speaker.to + 1, last).includes("PRP$")) return speaker.to;
  return hasAnd && /^(?:NNPS?|NNS)$/.test(tags[speaker.head] ?? "") ? last : speaker.to;
}

/** The first word of a list of names, from one within it. */
function startOfList({ tags, quote }: Tree, speaker: SpeakerCandidate): number {
  let { from } = speaker;
  const isName = (at: number) => (tags[at] ?? "").startsWith("NNP") && quote[at] === quote[speaker.head];
  while (from > 1 && tags[from - 1] === "," && isName(from - 2)) {
    let start = from - 2;
    while (start > 0 && isName(start - 1)) start -= 1;
    if (start > 0 && !/^(?:[,.:]|CC)$/.test(tags[start - 1] ?? "")) break;
    from = start;
  }
  return from;
}

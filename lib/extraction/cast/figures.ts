import type { Span } from "../model";
import type { Entity } from "./entities";
import type { Gender } from "./lexicon";
import type { Token } from "./tokens";

/** Someone or something that a later pronoun can stand for. */
export interface Figure {
  readonly entity: Entity | null;
  /** The name, or the words of a group ("Afghan officials"). */
  readonly label: string;
  readonly sort: "person" | "body" | "group" | "place" | "unknown";
  gender: Gender | null;
  count: number;
  last: Sighting;
}

/** An unnamed person at the place where a description introduces them. */
export interface DescribedFigure extends Span {
  readonly label: string;
  readonly sentence: number;
}

/** One place where a figure is mentioned, and how present it is there. */
export interface Sighting extends Span {
  readonly sentence: number;
  readonly quote: number;
  readonly isSubject: boolean;
  readonly isSpeaker: boolean;
  readonly isPossessive: boolean;
  readonly isPronoun: boolean;
  /** The first and last token of it. */
  readonly first: number;
  readonly last: number;
}

// how much each sign of salience counts; set by error analysis on two news corpora, a sentence of distance is the unit
const WEIGHT = {
  sentence: 0.9,
  subject: 1.3,
  speaker: 0.8,
  gender: 1.6,
  count: 0.35,
  chain: 0.7,
  quoted: 2.5,
  possessive: 0.4,
  unsure: 1.2,
};
const MAX_COUNT = 7;
const MAX_SENTENCES = 12;

/** How likely a pronoun at `token` means this figure; null when it cannot. Higher is likelier. */
export function presence(figure: Figure, token: Token, pronoun: "m" | "f" | "they" | "it"): number | null {
  const { last } = figure;
  const distance = token.sentence - last.sentence;
  if (distance > MAX_SENTENCES || last.endUtf16 > token.startUtf16) return null;
  const isPerson = pronoun === "m" || pronoun === "f";
  let score = -distance * WEIGHT.sentence + WEIGHT.count * Math.log2(1 + Math.min(figure.count, MAX_COUNT));
  if (isPerson) {
    if (figure.sort !== "person" && figure.sort !== "unknown") return null;
    if (figure.gender && figure.gender !== pronoun) return null;
    if (figure.gender) score += WEIGHT.gender;
    else if (figure.sort === "unknown") score -= WEIGHT.unsure;
  } else if (pronoun === "they") {
    if (figure.sort === "place" || figure.sort === "person") return null;
    if (figure.sort === "group") score += WEIGHT.gender;
    else if (figure.sort === "unknown") score -= WEIGHT.unsure;
  } else {
    if (figure.sort === "person" || figure.sort === "group") return null;
    if (figure.sort === "body") score += WEIGHT.gender;
    else if (figure.sort === "unknown") score -= WEIGHT.unsure;
  }
  if (last.isSubject) score += WEIGHT.subject;
  if (last.isSpeaker) score += WEIGHT.speaker;
  if (last.isPronoun) score += WEIGHT.chain;
  if (last.isPossessive) score -= WEIGHT.possessive;
  if (last.quote >= 0 && last.quote !== token.quote) score -= WEIGHT.quoted;
  return score;
}

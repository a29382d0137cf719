import type { Article, Sentence, Tree } from "../grammar";
import { parsed, surfaceOf } from "../grammar";
import type { FrameWords } from "../languages";
import { AnswerScorer, logistic, OptionScorer, softBest } from "../weights";
import { certaintyOf, hidesSpeaker } from "./certainties";
import { withinClauses } from "./clauses";
import { END, endsAfter } from "./content-ends";
import { BEFORE, START, startsAfter, startsBefore } from "./content-starts";
import { GATE, gateFeatures } from "./cue-features";
import type { CueSite } from "./cue-sites";
import { cueSites, hasCueSite, parsedSubject } from "./cue-sites";
import type { Frame } from "./frame";
import { withHearsay } from "./hearsay";
import { invertedLead } from "./inverted-tags";
import type { Found, Shares } from "./keep-features";
import { isQuoted, KEEP, keepFeatures } from "./keep-features";
import { attributionRange, LAYOUT, LAYOUTS, layoutFeatures } from "./layouts";
import { withPartner } from "./partners";
import { settledLayout } from "./plain-places";
import { isRelative, lastEnd, objectStart, pastHedge } from "./plain-starts";
import type { TaggedQuotation } from "./quotation-tags";
import { moved, repeatKey } from "./repeats";
import { isReportersTail, lastWordOfSpeech, pastAside, pastDoing, pastSpeaker } from "./reporter-words";
import { hasSetPhrase, setPhrases } from "./set-phrases";
import { Signs } from "./signs";
import { nobodyFeatures, SPEAKER, speakerFeatures } from "./speaker-features";
import type { SpeakerCandidate } from "./subjects";
import { clauseSubject, invertedSubject, namedAtVerb, namedBefore, speakerCandidates } from "./subjects";

type Scorers = ReturnType<typeof makeScorers>;

const made = new WeakMap<FrameWords, Scorers>();

function scorersOf(words: FrameWords): Scorers {
  const scorers = made.get(words) ?? makeScorers(words);
  made.set(words, scorers);
  return scorers;
}

function makeScorers({ weights }: FrameWords) {
  return {
    gate: new OptionScorer(weights.gate, GATE.patterns),
    layout: new AnswerScorer(weights.layout, LAYOUT.patterns, LAYOUTS),
    speaker: new OptionScorer(weights.speaker, SPEAKER.patterns),
    start: new OptionScorer(weights.start, START.patterns),
    end: new OptionScorer(weights.end, END.patterns),
    before: new OptionScorer(weights.before, BEFORE.patterns),
    keep: new OptionScorer(weights.keep, KEEP.patterns),
  };
}

/** No sentence of prose has more words; anything longer is not parsed. */
const LONGEST_READ = 250;

/**
 * The least likelihood with which a statement is kept, with and without quotation marks. Chosen on articles that the
 * weights have not seen, so that seven of ten indirect finds are right.
 */
export const KEEP_QUOTED = 0.36;
export const KEEP_PLAIN = 0.47;

/** How many sentences are remembered in case they come again, as in a transcript or a text of one repeated line. */
const REMEMBERED = 500;

const HIDDEN = -50;

/** Below this a word is not taken for a cue at all, and below these, with and without marks, nobody asks for its words. */
const CUE_FLOOR = 0.3;
const FLOOR_QUOTED = 0.3;
const FLOOR_PLAIN = 0.5;

/** Every frame of an article whose cue is likely enough, in the order of the cues; none in a language without weights. */
export function framesOf(article: Article): Frame[] {
  const { trained } = article.language;
  if (trained === null) return [];
  // before any tree is made, so that the symbols of the weights are known
  const models = scorersOf(trained.frames);
  const frames: Frame[] = [];
  const read = new Map<string, { readonly frames: readonly Frame[]; readonly firstStretch: number }>();
  let firstStretch = 0;
  for (const sentence of article.sentences) {
    while ((article.stretches[firstStretch]?.endUtf16 ?? Number.POSITIVE_INFINITY) <= sentence.startUtf16)
      firstStretch += 1;
    if (!mayHoldCue(trained.frames, article, sentence, firstStretch)) continue;
    const key = repeatKey(article, sentence, firstStretch);
    const same = key === null ? undefined : read.get(key);
    if (same !== undefined) {
      for (const frame of same.frames) frames.push(moved(frame, sentence, firstStretch - same.firstStretch));
      continue;
    }
    const surface = surfaceOf(sentence, article.stretches, firstStretch);
    const own = hasCueSite(surface) || hasSetPhrase(surface) ? framesIn(models, parsed(surface)) : [];
    if (key !== null && read.size < REMEMBERED) read.set(key, { frames: own, firstStretch });
    frames.push(...own);
  }
  return frames;
}

function framesIn(models: Scorers, tree: Tree): Frame[] {
  const set = setPhrases(tree);
  const frames = cueSites(tree)
    .filter(({ at }) => !set.some(({ site }) => site.at === at))
    .flatMap((site) => frameAt(models, tree, site) ?? []);
  const inOrder = [...frames, ...set].sort((one, other) => one.site.at - other.site.at);
  return withinClauses(tree, withHearsay(tree, inOrder));
}

/** A first look by the words alone, so that sentences without any cue are never parsed. */
function mayHoldCue(
  { tokenMayReport }: FrameWords,
  { stretches }: Article,
  sentence: Sentence,
  firstStretch: number,
): boolean {
  const stretch = stretches[firstStretch];
  const isSpeech =
    stretch !== undefined &&
    stretch.startUtf16 <= sentence.startUtf16 &&
    sentence.endUtf16 <= stretch.endUtf16;
  if (isSpeech || sentence.tokens.length > LONGEST_READ) return false;
  const touchesQuote = stretch !== undefined && stretch.startUtf16 < sentence.endUtf16;
  if (touchesQuote) return sentence.tokens.length > 0;
  return sentence.tokens.some((token) => tokenMayReport(token) || MAY_LEAD.has(token.lower));
}

const MAY_LEAD = new Set([
  "that",
  "per",
  "according",
  "view",
  "opinion",
  "words",
  "hear",
  "assessment",
  "reading",
  "account",
  "eyes",
]);

function frameAt(models: Scorers, tree: Tree, site: CueSite): Frame | null {
  gateFeatures(models.gate, tree, site);
  const signs = new Signs(tree, site);
  const certainty = certaintyOf(tree, site, signs);
  const cue = Math.max(logistic(models.gate.take()[0] ?? 0), certainty);
  if (cue < CUE_FLOOR) return null;
  const candidates = speakerCandidates(tree, site.at);
  const { tagged } = signs;
  const chosen = softBest(speakerScores(models.speaker, tree, site, candidates, tagged));
  const owner = certainty > 0 ? ownerBefore(tree, site) : null;
  const speaker =
    owner === "unnamed"
      ? null
      : (owner ??
        (tagged?.subject === undefined ? null : { head: tagged.subject.to, ...tagged.subject }) ??
        signs.inverted ??
        signs.inserted ??
        invertedLead(tree, site.at) ??
        clauseSubject(tree, site.at) ??
        namedBefore(tree, site.at, candidates[chosen.at - 1] ?? null) ??
        namedAtVerb(tree, site.at, candidates[chosen.at - 1] ?? null) ??
        (tree.hasMarks ? invertedSubject(tree, site.at, candidates[chosen.at - 1] ?? null) : null) ??
        (chosen.at <= 0 ? null : withPartner(tree, site.at, candidates[chosen.at - 1] ?? null)));
  layoutFeatures(models.layout, tree, site, speaker);
  const placed = softBest(models.layout.take());
  const { layout, share: layoutShare } = settledLayout(
    tree,
    site,
    { layout: LAYOUTS[placed.at] ?? "after", share: placed.share },
    signs,
  );
  const sure = cue * layoutShare;
  if (sure < (hasMarks(tree) ? FLOOR_QUOTED : FLOOR_PLAIN)) {
    // too unlikely to be kept; only what it announces or who spoke may still be asked for
    const shares = { cue, speaker: chosen.share, layout: layoutShare, start: 0, end: 0 };
    return { tree, site, speaker, layout, pieces: [], shares, keep: 0 };
  }
  const pieces: { from: number; to: number }[] = [];
  let startShare = 1;
  let endShare = 1;
  const range = attributionRange(tree, site.at, speaker);
  if (layout !== "after") {
    const end = tagged?.to ?? lastWordBefore(tree, range.from);
    if (tagged?.leads) pieces.push({ from: tagged.from, to: tagged.to });
    else if (end >= 0) {
      const edges = startsBefore(models.before, tree, site, end);
      const start = softBest(models.before.take());
      // "Who speaks for the dead? asks …": the whole question
      const isWhole = signs.inserted !== null || (signs.inverted !== null && tree.lower[end + 1] === "?");
      const from = isWhole ? 0 : edges[start.at];
      if (from !== undefined) {
        pieces.push({ from, to: end });
        startShare *= start.share;
      }
    }
  }
  if (layout !== "before") {
    const edges = startsAfter(models.start, tree, site);
    const start = softBest(models.start.take());
    const behind = signs.inserted === null ? signs.start : signs.inserted.to + 2;
    const plain = signs.introduced >= 0 ? signs.introduced : behind;
    const from = pastSpeaker(
      tree,
      speaker,
      pastDoing(tree, plain ?? objectStart(tree, site) ?? edges[start.at] ?? -1),
    );
    if (from >= 0) {
      const ends = endsAfter(models.end, tree, site, from);
      const scores = models.end.take();
      const limit = ends.findIndex((edge) => edge >= lastEnd(tree, site));
      const end = softBest(limit < 0 ? scores : scores.slice(0, limit));
      const to = pastAside(tree, from, lastWordOfSpeech(tree, from, pastHedge(tree, ends[end.at] ?? -1)));
      const tail = { from, to };
      if (to >= from && !(tagged !== null && isReportersTail(tree, tagged, tail))) {
        pieces.push(tail);
        startShare *= plain === null ? start.share : 1;
        endShare *= end.share;
      }
    }
  }
  const found = { tree, site, speaker, layout, pieces };
  const speakerShare = tagged?.subject === undefined ? chosen.share : 1;
  const shares = { cue, speaker: speakerShare, layout: layoutShare, start: startShare, end: endShare };
  const keep = isRelative(tree, site) ? cue * layoutShare : keepShare(models.keep, found, shares);
  return { ...found, shares, keep };
}

/**
 * How likely the words are what was said: marks prove a cue and its place, and plain words are weighed once more as a
 * whole. The two views of plain words err in different places, so they meet in the middle (their geometric mean).
 */
function keepShare(scorer: OptionScorer, found: Found, shares: Shares): number {
  if (found.pieces.length === 0) return 0;
  const all = shares.cue * shares.layout * shares.start * shares.end;
  if (isQuoted(found)) return all;
  keepFeatures(scorer, found, shares);
  return Math.sqrt(all * logistic(scorer.take()[0] ?? 0));
}

/**
 * The scores of nobody and of each candidate; the subject of a passive is not the one who speaks, and the tag of a
 * quotation names somebody outside it.
 */
function speakerScores(
  scorer: OptionScorer,
  tree: Tree,
  site: CueSite,
  candidates: readonly SpeakerCandidate[],
  tagged: TaggedQuotation | null,
): number[] {
  const { stem } = site.symbols;
  nobodyFeatures(scorer, tree, site.at, stem);
  for (const candidate of candidates) speakerFeatures(scorer, tree, site.at, stem, candidate);
  const scores = scorer.take();
  const subject = hidesSpeaker(tree, site) ? parsedSubject(tree, site.at) : -1;
  const isHidden = ({ head, to }: SpeakerCandidate) =>
    (to < site.at && head === subject) || (tagged !== null && head <= tagged.to);
  candidates.forEach((candidate, at) => {
    if (isHidden(candidate)) scores[at + 1] = HIDDEN;
    else if (tagged !== null) scores[0] = HIDDEN;
  });
  return scores;
}

/**
 * "Nordbank claims that …": the name before a noun of saying says whose claims they are. "Pakistani claims that …" names nobody
 * who speaks: an adjective is no speaker.
 */
function ownerBefore(tree: Tree, site: CueSite): SpeakerCandidate | "unnamed" | null {
  const at = site.at - 1;
  const isNoun = (tree.tags[site.at] ?? "").startsWith("NN");
  if (!isNoun || site.complement !== "that") return null;
  if (!/^(?:JJ|NNP)/.test(tree.tags[at] ?? "")) return null;
  if ((tree.tags[at] ?? "").startsWith("JJ") || tree.trained.cast.demonyms.has(tree.lower[at] ?? ""))
    return "unnamed";
  return { head: at, from: at, to: at };
}

function hasMarks({ hasMarks: isMarked, sentence }: Tree): boolean {
  return isMarked || /["”’'»]$/.test(sentence.tokens.at(-1)?.text ?? "");
}

function lastWordBefore(tree: Tree, at: number): number {
  let end = at - 1;
  while (
    end >= 0 &&
    (/^(?:[.,:]|-LRB-|-RRB-|CC)$/.test(tree.tags[end] ?? "") || !/[\p{L}\p{N}]/u.test(tree.lower[end] ?? ""))
  )
    end -= 1;
  return end;
}

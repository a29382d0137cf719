import type { Article, Sentence } from "./document";
import { borrowsSpeaker, byParagraph, isNoStatement, joinedAroundAdverb } from "./filters";
import type { Frame } from "./frames";
import { spanOf } from "./frames";
import type { Labelled } from "./labels";
import type { Stretch } from "./marks";
import type { Span } from "./model";
import { phraseOf } from "./subjects";
import { isNoun, treeOf } from "./tree";

/** A statement in the making: its spans, and the frame that reports it unless it stands alone. */
export interface Draft {
  readonly frame: Frame | null;
  readonly speaker: Span | null;
  readonly cue: Span | null;
  readonly spans: readonly Span[];
  /** How likely it is that this is a statement with just these words, from 0 to 1. */
  readonly share: number;
  readonly how: "frame" | "continued" | "announced" | "introduced" | "floating" | Labelled["rule"];
  /** For a floating quotation the draft whose speaker goes on speaking, when there is one. */
  readonly heir: Draft | null;
}

// chosen on articles that the weights have not seen, so that seven of ten indirect finds are right
const KEEP_QUOTED = 0.25;
const KEEP_PLAIN = 0.48;

/** Turns frames into statements: keeps the likely ones, joins continued quotations and adds those that float. */
export function draftsOf(article: Article, frames: readonly Frame[], labelled: readonly Labelled[]): Draft[] {
  const candidates = frames
    .filter((frame) => frame.pieces.length > 0)
    .map((frame) => draftOf(article, frame));
  const kept: Draft[] = labelled.map(({ rule, speaker, cue, content }) => ({
    frame: null,
    speaker,
    cue,
    spans: [content],
    share: 0.9,
    how: rule,
    heir: null,
  }));
  for (const draft of [...candidates].sort((one, other) => other.share - one.share)) {
    if (draft.frame === null || isNoStatement(article, draft.frame, draft.spans)) continue;
    const isQuoted = article.stretches.some((stretch) => draft.spans.some((span) => touches(span, stretch)));
    if (draft.share < (isQuoted ? KEEP_QUOTED : KEEP_PLAIN)) continue;
    if (kept.some((other) => clashes(draft, other))) continue;
    kept.push(draft);
  }
  const own = kept.filter((draft) => !borrowsSpeaker(draft, kept));
  return withStretches(article, own.sort(inOrder), frames).map((draft) => ({
    ...draft,
    spans: byParagraph(article, draft.spans),
  }));
}

function draftOf(article: Article, frame: Frame): Draft {
  const { shares } = frame;
  const spans = joinedAroundAdverb(
    frame,
    frame.pieces.map((piece) => spanOf(article, frame, piece)),
  );
  const tokens = frame.tree.sentence.tokens;
  const cue = cueSpan(frame);
  const speaker =
    frame.speaker === null
      ? null
      : {
          startUtf16: tokens[frame.speaker.from]?.startUtf16 ?? 0,
          endUtf16: tokens[frame.speaker.to]?.endUtf16 ?? 0,
        };
  return {
    frame,
    speaker,
    cue,
    spans,
    share: shares.cue * shares.layout * shares.start * shares.end,
    how: "frame",
    heir: null,
  };
}

/** "According to" is one cue of two words. */
function cueSpan({ tree, site }: Frame): Span | null {
  const tokens = tree.sentence.tokens;
  const cue = tokens[site.at];
  if (cue === undefined) return null;
  const next = tokens[site.at + 1];
  const goesOn = cue.lower === "according" && next?.lower === "to";
  return { startUtf16: cue.startUtf16, endUtf16: goesOn ? next.endUtf16 : cue.endUtf16 };
}

const touches = (one: Span, other: Span) =>
  one.startUtf16 < other.endUtf16 && other.startUtf16 < one.endUtf16;
const holds = (outer: Span, inner: Span) =>
  outer.startUtf16 <= inner.startUtf16 && inner.endUtf16 <= outer.endUtf16;

function inOrder(one: Draft, other: Draft): number {
  const [first, second] = [one.spans[0], other.spans[0]];
  return (
    (first?.startUtf16 ?? 0) - (second?.startUtf16 ?? 0) || (second?.endUtf16 ?? 0) - (first?.endUtf16 ?? 0)
  );
}

/** Two statements may stand one inside the other, cue included, but may not overlap otherwise. */
function clashes(draft: Draft, other: Draft): boolean {
  if (!draft.spans.some((one) => other.spans.some((two) => touches(one, two)))) return false;
  const isInside = (inner: Draft, outer: Draft) => {
    const { cue } = inner;
    return (
      cue !== null &&
      outer.spans.some((span) => holds(span, cue) && inner.spans.every((piece) => holds(span, piece)))
    );
  };
  return !isInside(draft, other) && !isInside(other, draft);
}

/** Gives quotations that no cue claims to the speaker who was just quoted, or lets them stand alone. */
function withStretches(article: Article, kept: readonly Draft[], frames: readonly Frame[]): Draft[] {
  const drafts = [...kept];
  const { stretches, text, sentences } = article;
  let at = 0;
  for (const stretch of stretches) {
    while (at + 1 < sentences.length && (sentences[at]?.endUtf16 ?? 0) <= stretch.startUtf16) at += 1;
    const sentence = sentences[at];
    if (sentence === undefined) break;
    // a statement inside the quotation does not claim the quotation itself
    const isClaimed = drafts.some(
      (draft) =>
        !(draft.cue !== null && holds(stretch, draft.cue)) &&
        draft.spans.some((span) => touches(span, stretch)),
    );
    if (isClaimed || !standsAlone(text, stretch, sentence)) continue;
    const earlier = drafts
      .map((draft, index) => ({ draft, index }))
      .filter(
        ({ draft }) => (draft.spans[0]?.startUtf16 ?? 0) < stretch.startUtf16 && isTopLevel(draft, drafts),
      );
    const inParagraph = earlier.filter(
      ({ draft }) =>
        paragraphAt(article, draft.spans.at(-1)?.startUtf16 ?? 0) === sentence.paragraph &&
        draft.how !== "floating" &&
        isQuoted(article, draft),
    );
    const direct =
      inParagraph.filter(({ draft }) => draft.frame?.layout !== "after").at(-1) ?? inParagraph.at(-1);
    if (direct !== undefined) {
      drafts[direct.index] = { ...direct.draft, spans: [...direct.draft.spans, stretch], how: "continued" };
      continue;
    }
    const announced = announcing(article, frames, sentence);
    const colon = colonBefore(article, stretch, sentence);
    if (colon !== null) {
      drafts.push({ frame: null, ...colon, spans: [stretch], share: 0.6, how: "introduced", heir: null });
    } else if (announced !== null) {
      drafts.push({ ...draftOf(article, announced), spans: [stretch], how: "announced" });
    } else {
      const heir = earlier.at(-1)?.draft ?? null;
      drafts.push({
        frame: null,
        speaker: heir?.speaker ?? null,
        cue: null,
        spans: [stretch],
        share: 0.5,
        how: "floating",
        heir,
      });
    }
    drafts.sort(inOrder);
  }
  return drafts;
}

/** "Grace Mbeki was blunt: “…”": a colon within the sentence, and the subject of what stands before it. */
function colonBefore(
  { text, stretches }: Article,
  stretch: Stretch,
  sentence: Sentence,
): Pick<Draft, "speaker" | "cue"> | null {
  if (stretch.startUtf16 <= sentence.startUtf16) return null;
  const colonAt =
    text.slice(sentence.startUtf16, stretch.startUtf16).trimEnd().length - 1 + sentence.startUtf16;
  if (text[colonAt] !== ":" || sentence.tokens.length > 250) return null;
  const tree = treeOf(sentence, stretches, stretches.indexOf(stretch));
  const verb = tree.tags.findIndex((tag) => /^(?:VBD|VBZ|VBP|MD)$/.test(tag));
  const subject = verb < 0 ? -1 : tree.tags.findLastIndex((tag, at) => at < verb && isNoun(tag));
  const cue = { startUtf16: colonAt, endUtf16: colonAt + 1 };
  if (subject < 0 || (sentence.tokens[verb]?.startUtf16 ?? 0) > colonAt) return { speaker: null, cue };
  const { from, to } = phraseOf(tree, subject);
  const first = sentence.tokens[from];
  const last = sentence.tokens[to];
  const isOutside = tree.quote[subject] === -1 && first !== undefined && last !== undefined;
  return { speaker: isOutside ? { startUtf16: first.startUtf16, endUtf16: last.endUtf16 } : null, cue };
}

/** The cue of a sentence before that ends with a colon: "The statement said:" with the words in the next paragraph. */
function announcing(article: Article, frames: readonly Frame[], sentence: Sentence): Frame | null {
  const before = article.sentences[sentence.index - 1];
  if (before === undefined || !/:$/.test(article.text.slice(before.startUtf16, before.endUtf16))) return null;
  const options = frames.filter(
    (frame) => frame.tree.sentence === before && before.tokens.length - frame.site.at < 16,
  );
  return options.reduce<Frame | null>(
    (best, frame) => (best === null || frame.shares.cue >= best.shares.cue ? frame : best),
    null,
  );
}

function isTopLevel(draft: Draft, drafts: readonly Draft[]): boolean {
  const [span] = draft.spans;
  return !drafts.some(
    (other) => other !== draft && span !== undefined && other.spans.some((outer) => holds(outer, span)),
  );
}

function isQuoted(article: Article, draft: Draft): boolean {
  return article.stretches.some((stretch) => draft.spans.some((span) => touches(span, stretch)));
}

function paragraphAt(article: Article, place: number): number {
  return article.sentences.find((sentence) => sentence.endUtf16 > place)?.paragraph ?? -1;
}

/** Whether a stretch is speech by itself: it begins a sentence and is long enough to say something. */
function standsAlone(text: string, stretch: Stretch, sentence: Sentence): boolean {
  const words = text.slice(stretch.startUtf16, stretch.endUtf16).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  const inner = text.slice(stretch.inner.startUtf16, stretch.inner.endUtf16);
  // a heading or a title in quotation marks is no speech
  const isTitle = words <= 10 && (inner.match(/(?<![\p{L}’'])\p{Ll}{4,}/gu)?.length ?? 0) === 0;
  if (isTitle && (stretch.marks === "single" || words < 4 || !/[!?]$/.test(inner))) return false;
  const opensSentence = stretch.startUtf16 <= sentence.startUtf16 + 1;
  const ends = /[.!?…—,]["”’'»]*$/u.test(text.slice(stretch.startUtf16, stretch.endUtf16));
  return (opensSentence && words >= 4 && ends) || words >= 8;
}

import type { Frame } from "../frames";
import { phraseOf } from "../frames";
import type { Article, Sentence } from "../grammar";
import { isNoun, treeOf } from "../grammar";
import type { Span } from "../model";
import type { Stretch } from "../text";
import { firstEndingAfter, holds, SpanIndex, touches } from "../text";
import { countWords } from "../weights";
import type { Draft } from "./draft";
import { inOrder } from "./draft";
import { leading } from "./leading";

/** The longest stretch back, in paragraphs, over which a quotation without a cue keeps the speaker of the last one. */
const INHERITS_WITHIN = 1;

/** Fewer quoted words than this are speech only beside other speech; this many are speech wherever they stand. */
const SPEECH = 4;
const LONG = 8;

// between a tag and the quotation that goes on: a comma, a dash or a conjunction, and no other report
const LEADS_BACK = /(?:[,—–-]|\b(?:and|but))\s*$/u;
const GOES_ELSEWHERE =
  /\b(?:including|adding|saying|suggesting|asking|warning|noting|arguing|claiming|telling|insisting|pledging)\b/u;

/**
 * Gives quotations that no cue claims to the speaker who was just quoted, to the words that introduce them, or lets
 * them stand alone. `kept` is in reading order; `draftOf` makes a draft of the frame that announces a quotation.
 */
export function withFloating(
  article: Article,
  kept: readonly Draft[],
  frames: readonly Frame[],
  draftOf: (article: Article, frame: Frame) => Draft,
): Draft[] {
  const { stretches, sentences } = article;
  const index = new SpanIndex<Draft>();
  for (const draft of kept) for (const span of draft.spans) index.add(span, draft);
  const framesBySentence = groupBySentence(frames);
  // drafts that stand in no other, in reading order up to the stretch in hand; continued ones are replaced in place
  const before: Draft[] = [];
  const nested: Draft[] = [];
  let next = 0;
  for (const [at, stretch] of stretches.entries()) {
    for (; next < kept.length && startOf(kept[next]) < stretch.startUtf16; next += 1) {
      const draft = kept[next];
      if (draft !== undefined) (isTopLevel(draft, index) ? before : nested).push(draft);
    }
    const sentence = sentences[firstEndingAfter(sentences, stretch.startUtf16)];
    if (sentence === undefined) break;
    // a statement inside the quotation does not claim the quotation itself
    const isClaimed = index
      .touching(stretch)
      .some((draft) => !(draft.cue !== null && holds(stretch, draft.cue)));
    if (isClaimed || isTranslation(article.text, stretch)) continue;
    const continued = continuable(article, before, stretch, sentence);
    const goesOn = before[continued];
    if (goesOn === undefined && !standsAlone(article, stretch, sentence)) continue;
    if (goesOn !== undefined) {
      before[continued] = { ...goesOn, spans: [...goesOn.spans, stretch], how: "continued" };
      continue;
    }
    before.push(standingAlone(article, stretch, at, sentence, before, framesBySentence, draftOf));
  }
  return [...before, ...nested, ...kept.slice(next)].sort(inOrder);
}

function standingAlone(
  article: Article,
  stretch: Stretch,
  stretchAt: number,
  sentence: Sentence,
  before: readonly Draft[],
  framesBySentence: ReadonlyMap<Sentence, readonly Frame[]>,
  draftOf: (article: Article, frame: Frame) => Draft,
): Draft {
  const colon = colonBefore(article, stretch, stretchAt, sentence);
  if (colon !== null) {
    return { frame: null, ...colon, spans: [stretch], share: 0.6, how: "introduced", heir: null };
  }
  const announced = announcing(article, framesBySentence, sentence);
  if (announced !== null) return { ...draftOf(article, announced), spans: [stretch], how: "announced" };
  const led = leading(article, sentence, stretch);
  if (led !== null)
    return { frame: null, speaker: led, cue: null, spans: [stretch], share: 0.5, how: "led", heir: null };
  const last = before.at(-1);
  const place = last?.spans.at(-1);
  const isNear =
    place !== undefined && sentence.paragraph - paragraphAt(article, place.startUtf16) <= INHERITS_WITHIN;
  const heir = last !== undefined && isNear ? last : null;
  return {
    frame: null,
    speaker: heir?.speaker ?? null,
    cue: null,
    spans: [stretch],
    share: 0.5,
    how: "floating",
    heir,
  };
}

/** "“Ya basta,” Prado said in Spanish. (“Enough.”)": alone in brackets stands what the words mean, and nothing more that was said. */
const isTranslation = (text: string, { startUtf16, endUtf16 }: Stretch) =>
  text[startUtf16 - 1] === "(" && /^[.!?]?\)/u.test(text.slice(endUtf16, endUtf16 + 2));

/** The place among `before` of the quotation that this one continues, or -1. */
function continuable(
  article: Article,
  before: readonly Draft[],
  stretch: Stretch,
  sentence: Sentence,
): number {
  const place = placeOf(article, stretch, sentence);
  if (place === "introduced") return -1;
  if (place === "within") return goesOnWithin(article, before, stretch, sentence);
  let fallback = -1;
  let tagged = -1;
  for (let at = before.length - 1; at >= 0; at -= 1) {
    const draft = before[at];
    const last = draft?.spans.at(-1);
    if (draft === undefined || last === undefined || draft.how === "turn") break;
    if (paragraphAt(article, last.endUtf16 - 1) !== sentence.paragraph) break;
    if (!isQuoted(article, draft)) {
      // It is no conservative party, he said. “It is liberal!”: the tag just before tells whose words they are
      const isTag = draft.frame?.layout === "before" && draft.cue !== null;
      if (isTag && sentenceAt(article, draft.cue.startUtf16) === sentence.index - 1)
        tagged = Math.max(tagged, at);
    } else if (draft.frame !== null && draft.frame.layout !== "after") return at;
    else if (fallback < 0 && wordsIn(article.text, stretch) >= SPEECH) fallback = at;
  }
  if (tagged >= 0) return tagged;
  return fallback >= 0 ? fallback : fromParagraphBefore(article, before, stretch, sentence);
}

/** Where in its sentence a quotation stands: it is a sentence or begins one, a colon introduces it, or words do. */
function placeOf(
  { text }: Article,
  stretch: Stretch,
  sentence: Sentence,
): "begins" | "introduced" | "within" {
  if (stretch.startUtf16 <= sentence.startUtf16 + 1) return "begins";
  return /[:：]\s*$/u.test(leadIn(text, sentence, stretch)) ? "introduced" : "within";
}

/** “Now that I am free,” he told the host, “it was a burden.” A comma or a dash leads back to the speaker. */
function goesOnWithin(
  article: Article,
  earlier: readonly Draft[],
  stretch: Stretch,
  sentence: Sentence,
): number {
  const { text } = article;
  const before = leadIn(text, sentence, stretch);
  if (wordsIn(text, stretch) < SPEECH || !LEADS_BACK.test(before)) return -1;
  for (let at = earlier.length - 1; at >= 0; at -= 1) {
    const draft = earlier[at];
    const last = draft?.spans.at(-1);
    if (draft === undefined || last === undefined || last.endUtf16 <= sentence.startUtf16) return -1;
    const { frame, spans, cue } = draft;
    const isTag = frame?.tree.sentence === sentence && frame.layout === "before" && cue !== null;
    const isBefore = spans.some((span) => span.endUtf16 <= stretch.startUtf16);
    if (isTag && isBefore && !GOES_ELSEWHERE.test(text.slice(cue.endUtf16, stretch.startUtf16))) return at;
  }
  return -1;
}

/** A paragraph that is all quotation goes on with a paragraph that a quotation began, without a new speaker. */
function fromParagraphBefore(
  article: Article,
  before: readonly Draft[],
  stretch: Stretch,
  sentence: Sentence,
): number {
  const { paragraphs, sentences, text } = article;
  const own = paragraphs[sentence.paragraph];
  const previous = paragraphs[sentence.paragraph - 1];
  const isWhole =
    own !== undefined && stretch.startUtf16 <= own.startUtf16 + 1 && stretch.endUtf16 >= own.endUtf16 - 1;
  if (!isWhole || previous === undefined || wordsIn(text, stretch) < SPEECH) return -1;
  const at = before.findLastIndex((draft) => isQuoted(article, draft));
  const draft = before[at];
  const last = draft?.spans.at(-1);
  if (draft === undefined || draft.how === "turn") return -1;
  if (last === undefined || last.endUtf16 <= previous.startUtf16) return -1;
  // a dateline before the first words is no part of them
  const opening = sentences[firstEndingAfter(sentences, previous.startUtf16)]?.startUtf16 ?? 0;
  const leads = draft.spans.some((span) => span.startUtf16 <= opening + 1);
  return leads ? at : -1;
}

/** "Grace Mbeki was blunt: “…”": a colon within the sentence, and the subject of what stands before it. */
function colonBefore(
  { text, stretches, language }: Article,
  stretch: Stretch,
  stretchAt: number,
  sentence: Sentence,
): Pick<Draft, "speaker" | "cue"> | null {
  if (stretch.startUtf16 <= sentence.startUtf16 || sentence.tokens.length > 250) return null;
  const lead = leadIn(text, sentence, stretch);
  const colonAt = lead.trimEnd().length - 1 + stretch.startUtf16 - lead.length;
  if (!/[:：]/u.test(text[colonAt] ?? "")) return null;
  if (language.trained === null)
    return { speaker: null, cue: { startUtf16: colonAt, endUtf16: colonAt + 1 } };
  const tree = treeOf(sentence, stretches, stretchAt);
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

/** The cue of a sentence before that ends with a colon: "The statement said:", with the words in the next paragraph. */
function announcing(
  { text, sentences }: Article,
  framesBySentence: ReadonlyMap<Sentence, readonly Frame[]>,
  sentence: Sentence,
): Frame | null {
  const before = sentences[sentence.index - 1];
  if (before === undefined || text[before.endUtf16 - 1] !== ":") return null;
  const options = (framesBySentence.get(before) ?? []).filter(
    (frame) => before.tokens.length - frame.site.at < 16,
  );
  return options.reduce<Frame | null>(
    (best, frame) => (best === null || frame.shares.cue >= best.shares.cue ? frame : best),
    null,
  );
}

function groupBySentence(frames: readonly Frame[]): Map<Sentence, Frame[]> {
  const groups = new Map<Sentence, Frame[]>();
  for (const frame of frames) {
    const group = groups.get(frame.tree.sentence);
    if (group === undefined) groups.set(frame.tree.sentence, [frame]);
    else group.push(frame);
  }
  return groups;
}

const startOf = (draft: Draft | undefined) => draft?.spans[0]?.startUtf16 ?? 0;

function isTopLevel(draft: Draft, index: SpanIndex<Draft>): boolean {
  const [span] = draft.spans;
  if (span === undefined) return true;
  return !index
    .touching(span)
    .some((other) => other !== draft && other.spans.some((outer: Span) => holds(outer, span)));
}

/** Whether any word of a draft stands in quotation marks. */
export function isQuoted({ stretches }: Article, draft: Draft): boolean {
  return draft.spans.some((span) => {
    const stretch = stretches[firstEndingAfter(stretches, span.startUtf16)];
    return stretch !== undefined && touches(stretch, span);
  });
}

function sentenceAt({ sentences }: Article, place: number): number {
  return sentences[firstEndingAfter(sentences, place)]?.index ?? -1;
}

function paragraphAt({ sentences }: Article, place: number): number {
  return sentences[firstEndingAfter(sentences, place)]?.paragraph ?? -1;
}

/** The last words of a sentence before a quotation: a sentence may be a whole text long, and what leads in stands near. */
function leadIn(text: string, sentence: Span, stretch: Span): string {
  return text.slice(Math.max(sentence.startUtf16, stretch.startUtf16 - 80), stretch.startUtf16);
}

function wordsIn(text: string, { startUtf16, endUtf16 }: Span): number {
  return countWords(text.slice(startUtf16, endUtf16));
}

/** Whether a stretch is speech by itself: it begins a sentence and is long enough to say something. */
function standsAlone({ text, language }: Article, stretch: Stretch, sentence: Sentence): boolean {
  const inner = text.slice(stretch.inner.startUtf16, stretch.inner.endUtf16);
  // letters without small ones make no titles, and ideographs no spaces
  const isBare = language.trained === null && /\p{Lo}/u.test(inner);
  const ideographs = isBare ? (inner.match(IDEOGRAPH)?.length ?? 0) : 0;
  const words = wordsIn(text, stretch) + ideographs / 2;
  // a heading or a title in quotation marks is no speech
  const isTitle = !isBare && words <= 10 && (inner.match(/(?<![\p{L}’'])\p{Ll}{4,}/gu)?.length ?? 0) === 0;
  if (isTitle && (stretch.marks === "single" || words < 4 || !/[!?]$/.test(inner))) return false;
  const opensSentence = stretch.startUtf16 <= sentence.startUtf16 + 1;
  const ends = (isBare ? /[.!?…—,。！？،۔؟]["”’'»」』]*$/u : /[.!?…—,]["”’'»]*$/u).test(
    text.slice(Math.max(stretch.startUtf16, stretch.endUtf16 - 4), stretch.endUtf16),
  );
  const isIntroduced = /[:：]\s*$/u.test(leadIn(text, sentence, stretch));
  return (((opensSentence && ends) || isIntroduced) && words >= SPEECH) || words >= LONG;
}

const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

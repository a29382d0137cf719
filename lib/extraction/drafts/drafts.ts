import type { Frame } from "../frames";
import { deniedClaim, KEEP_PLAIN, KEEP_QUOTED } from "../frames";
import type { Article } from "../grammar";
import type { Span } from "../model";
import type { Report } from "../reports";
import { headlinesOf, holds, SpanIndex, touches } from "../text";
import type { Draft } from "./draft";
import { inOrder } from "./draft";
import {
  borrowsSpeaker,
  byParagraph,
  isNoStatement,
  joinedAroundAdverb,
  saysNothing,
  withoutDocument,
} from "./filters";
import { isQuoted, withFloating } from "./floating";
import type { Labelled } from "./labelled";
import { spanOf } from "./piece-spans";
import { handBackReopened } from "./reopened";

const SURE = 0.77;
const EDGE_IN_DOUBT = 0.34;

/** Turns frames into statements: keeps the likely ones, joins continued quotations and adds those that float. */
export function draftsOf(
  article: Article,
  frames: readonly Frame[],
  labelled: readonly Labelled[],
  reports: readonly Report[] = [],
): Draft[] {
  // whose claims somebody denies does not say them a second time
  const denied = new Set(
    frames.map(({ tree, site }) => tree.sentence.tokens[deniedClaim(tree, site)?.noun ?? -1]),
  );
  const candidates = frames
    .filter(({ pieces, tree, site }) => pieces.length > 0 && !denied.has(tree.sentence.tokens[site.at]))
    .map((frame) => draftOf(article, frame));
  const kept: Draft[] = [];
  const index = new SpanIndex<Draft>();
  const keep = (draft: Draft) => {
    kept.push(draft);
    for (const span of draft.spans) index.add(span, draft);
  };
  const headlines = headlinesOf(article.text, article.paragraphs);
  const turns = new SpanIndex<Labelled>();
  const headers = new SpanIndex<Labelled>();
  const keepLabel = (label: Labelled) => {
    const { rule, speaker, cue, content, listed = null } = label;
    keep({ frame: null, speaker, cue, spans: content, share: 0.9, how: rule, heir: null, listed });
    if (rule === "mail" && speaker !== null) headers.add(speaker, label);
    if (rule === "turn") for (const span of content) turns.add(span, label);
  };
  for (const label of labelled) if (label.speaker !== null) keepLabel(label);
  for (const draft of [...candidates].sort((one, other) => other.share - one.share)) {
    if (draft.frame === null || isNoStatement(article, draft.frame, draft.spans)) continue;
    if (!isLikely(article, draft)) continue;
    const { speaker } = draft;
    // "Mandla was quoted as saying": who speaks is nobody's words
    if (speaker !== null && draft.spans.every((span) => holds(speaker, span))) continue;
    const isLine =
      isUnfinished(article, draft) || headlines.some((line) => touches(line, draft.spans[0] ?? line));
    if (isLine && saysNothing(article, draft)) continue;
    // "On 5 June 2024 Ann Hale wrote:" leads in the letter below
    if (speaker !== null && headers.touching(speaker).length > 0) continue;
    // what a voice of a transcript says is its statement; what it reports stands in it
    if (draft.spans.some((span) => turns.touching(span).length > 0)) continue;
    const near = new Set(draft.spans.flatMap((span) => index.touching(span)));
    if ([...near].some((other) => clashes(draft, other))) continue;
    keep(draft);
  }
  // "‘We were left to drown’: …": a label that names nobody gives way to whatever does
  for (const label of labelled)
    if (label.speaker === null && !label.content.some((span) => index.touching(span).length > 0))
      keepLabel(label);
  if (article.language.reports !== null) {
    for (const report of reports)
      if (!report.spans.some((span) => index.touching(span).length > 0)) kept.push(draftOfReport(report));
    return kept.sort(inOrder).map((draft) => ({ ...draft, spans: byParagraph(article, draft.spans) }));
  }
  const own = kept.filter((draft) => !borrowsSpeaker(draft, index));
  const ordered = handBackReopened(article, own.sort(inOrder));
  return withFloating(article, ordered, frames, draftOf).map((draft) => ({
    ...draft,
    spans: byParagraph(article, draft.spans),
  }));
}

/** Whether a statement stands in a line that no mark ends, as in a list, a caption or a head: it reads as a headline does. */
function isUnfinished({ text }: Article, { frame }: Draft): boolean {
  const last = frame?.tree.sentence.endUtf16 ?? 0;
  return /[\p{L}\p{N}]/u.test(text[last - 1] ?? ".") && /[\n\r]|^$/u.test(text[last] ?? "");
}

/** How sure the rules are by how the words stand: a tag and a colon are plain, a sentence that only goes on is not. */
const SHARES: Readonly<Record<Report["shape"], number>> = {
  tag: 0.9,
  colon: 0.9,
  that: 0.9,
  bare: 0.88,
  quoted: 0.72,
  whether: 0.7,
  infinitive: 0.7,
  source: 0.83,
  dialogue: 0.85,
  told: 0.6,
  introduced: 0.65,
  floating: 0.5,
};

function draftOfReport(report: Report): Draft {
  const { speaker, cue, spans, shape } = report;
  const how = shape === "floating" ? "floating" : "report";
  return { frame: null, speaker, cue, spans, share: SHARES[shape], how, heir: null, report };
}

function draftOf(article: Article, frame: Frame): Draft {
  const spans = withoutDocument(
    article,
    joinedAroundAdverb(
      frame,
      frame.pieces.map((piece) => spanOf(article, frame, piece)),
    ),
  );
  const tokens = frame.tree.sentence.tokens;
  const cue = cueSpan(frame);
  const place = ({ from, to }: { from: number; to: number }): Span => ({
    startUtf16: tokens[from]?.startUtf16 ?? 0,
    endUtf16: tokens[to]?.endUtf16 ?? 0,
  });
  return {
    frame,
    speaker: frame.speaker === null ? null : place(frame.speaker),
    hop: frame.hop ? place(frame.hop) : null,
    cue,
    spans,
    share: frame.keep,
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

/**
 * Whether a draft is likely enough to be shown. A plain cue with its speaker is a statement even when its first or last
 * words are in doubt: a person corrects an edge more easily than they find what was left out.
 */
function isLikely(article: Article, draft: Draft): boolean {
  if (draft.share >= (isQuoted(article, draft) ? KEEP_QUOTED : KEEP_PLAIN)) return true;
  const shares = draft.frame?.shares;
  if (shares === undefined || draft.speaker === null) return false;
  return shares.cue * shares.layout >= SURE && draft.share >= EDGE_IN_DOUBT;
}

/** One statement may stand in another, cue included, as a hop from somebody; two may not overlap otherwise. */
function clashes(draft: Draft, other: Draft): boolean {
  if (!draft.spans.some((one) => other.spans.some((two) => touches(one, two)))) return false;
  const isInside = (inner: Draft, outer: Draft) => {
    const { cue } = inner;
    return (
      cue !== null &&
      outer.speaker !== null &&
      outer.spans.some((span) => holds(span, cue) && inner.spans.every((piece) => holds(span, piece)))
    );
  };
  return !isInside(draft, other) && !isInside(other, draft);
}

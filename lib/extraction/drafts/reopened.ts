import type { Article } from "../grammar";
import type { Span } from "../model";
import { firstEndingAfter } from "../text";
import type { Draft } from "./draft";

/**
 * A quotation that runs on from “…,” she said. “They left | “and came back,” he said: the paragraph that it began in
 * belongs to the tag before it, and only the last one to the tag after it. `drafts` are in reading order.
 */
export function handBackReopened(article: Article, drafts: readonly Draft[]): Draft[] {
  const kept = [...drafts];
  kept.forEach((draft, at) => {
    const [span, ...rest] = draft.spans;
    if (span === undefined || draft.frame?.layout !== "before") return;
    const cut = cutAt(article, span);
    if (cut === null) return;
    let earlier = at - 1;
    while (earlier >= 0 && reaches(kept[earlier], cut.own) && !tagsWithin(kept[earlier], cut.own))
      earlier -= 1;
    const owner = kept[earlier];
    if (owner === undefined || !tagsWithin(owner, cut.own)) return;
    kept[earlier] = { ...owner, spans: [...owner.spans, cut.first], how: "continued" };
    kept[at] = { ...draft, spans: [cut.last, ...rest] };
  });
  return kept;
}

/** A span that begins within one paragraph and ends in a later one, cut before the last; null for any other. */
function cutAt({ paragraphs }: Article, span: Span): { own: Span; first: Span; last: Span } | null {
  const from = firstEndingAfter(paragraphs, span.startUtf16);
  const to = firstEndingAfter(paragraphs, span.endUtf16 - 1);
  const own = paragraphs[from];
  const before = paragraphs[to - 1];
  const last = paragraphs[to];
  if (own === undefined || before === undefined || last === undefined || to <= from) return null;
  if (span.startUtf16 <= own.startUtf16 + 1) return null;
  return {
    own,
    first: { startUtf16: span.startUtf16, endUtf16: before.endUtf16 },
    last: { startUtf16: last.startUtf16, endUtf16: span.endUtf16 },
  };
}

function reaches(draft: Draft | undefined, paragraph: Span): boolean {
  return (draft?.spans.at(-1)?.endUtf16 ?? 0) > paragraph.startUtf16;
}

/** Whether a quotation with its tag after it stands in a paragraph. */
function tagsWithin(draft: Draft | undefined, paragraph: Span): boolean {
  const cue = draft?.cue ?? null;
  return (
    draft?.frame?.layout === "before" &&
    cue !== null &&
    paragraph.startUtf16 <= cue.startUtf16 &&
    cue.endUtf16 <= paragraph.endUtf16
  );
}

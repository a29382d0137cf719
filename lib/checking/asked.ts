import type { Placed } from "./changes";
import type { Difference } from "./differences";
import type { Claimed } from "./draft";
import { sentenceAround } from "./sentences";

/** A question that is told as if the speaker had stated it; "is it not time to act?" states it. */
export function ofAsking(
  { start, end, sentence, proposal }: Claimed,
  { source: { text } }: Placed,
  span: { readonly start: number; readonly end: number },
  draft: string,
): Difference[] {
  const [from, to] = sentenceAround(text, span.start, span.end);
  const asked = text.slice(from, to);
  const own = draft.slice(Math.min(start, sentence[0]), Math.max(end, sentence[1]));
  if (!/[?؟]["”’»)]*$/u.test(asked) || STATED.test(asked)) return [];
  if (ASKED.test(own) || ASKED.test(proposal?.cue?.text ?? "") || /[?؟]/u.test(own)) return [];
  return [
    {
      label: "lost_qualifier",
      reason: "The record has this in a question, and the draft has it as stated.",
      note: null,
    },
  ];
}

const ASKED =
  /(?<!\p{L})(?:ask|question|wonder|query|queried|demand(?:ed|s)? to know|whether|if|how|why|what|who|when|where|which|frag|ob|wie|warum|pregunt|si|cómo|por qué|doubt|challeng|unclear|not sure|unsure)/iu;
/** A question that answers itself, or that a statement ends in. */
const STATED =
  /^\W*(?:(?:and|but|so|well),?\s+)?(?:is|are|was|were|do|does|did|has|have|had|should|would|could|can|will|isn|aren|wasn|weren|don|doesn|didn|hasn|haven|shouldn|wouldn|couldn|can|won)(?:n?['’]t|\s+(?:\p{L}+\s+)?not)(?!\p{L})|,\s*(?:right|okay|ok|no|yes|you know|you see|(?:is|are|was|were|do|does|did|has|have|should|would|could|can|will|isn|aren|wasn|weren|don|doesn|didn|hasn|haven|shouldn|wouldn|couldn|won)(?:['’]t)?\s+(?:i|you|he|she|it|we|they)|nicht wahr|oder|verdad)\?/iu;

const NOT_ASKED =
  /^\W*(?:(?:and|but|so|well),?\s+)?(?:is|are|was|were|do|does|did|has|have|had|should|would|could|can|will|isn|aren|wasn|weren|don|doesn|didn|hasn|haven|shouldn|wouldn|couldn|won)(?:n?['’]t|\s+(?:\p{L}+\s+)?not)(?!\p{L}).*\?["”’»)]*$/isu;

/** "Shouldn’t we have asked the engineers?": the negation asks for a yes, and denies nothing. */
export function isAskedForYes(text: string, start: number, end: number): boolean {
  const [from, to] = sentenceAround(text, start, end);
  return NOT_ASKED.test(text.slice(from, to).trim());
}

/** In a transcript: words of a question, not of who answers it. */
export function isAskedThere({ source, start, end }: Placed): boolean {
  const [, to] = sentenceAround(source.text, start, end);
  return /[?؟]["”’»)]*$/u.test(source.text.slice(end, to).trim());
}

const FINITE =
  /(?<!\p{L})(?:is|are|was|were|has|have|had|will|would|can|could|does|did|ist|sind|war|hat|es|son|fue)(?!\p{L})|n['’]t(?!\p{L})/iu;

/** Whether words in marks state something, and are no name for a thing: “a waste of money” stands in many a question. */
export const isClause = ({ parts }: Claimed, draft: string): boolean =>
  parts.some(({ start, end }) => FINITE.test(draft.slice(start, end)));

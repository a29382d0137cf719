import type { Actor } from "@/lib/auth";
import { type FindingLabel, LABELS } from "@/lib/checking";
import { quotationsIn } from "@/lib/extraction";
import { isDone } from "./open";
import type { ProofSentence } from "./proof";
import { getProof } from "./proofing";

interface Call {
  /** Where in the draft, UTF-16. */
  readonly start: number;
  /** Where it stands in the draft: "Paragraph 3". */
  readonly place: string;
  readonly ask: string;
}

/**
 * What to ask whom, by speaker: the findings that are open and the queries of the proof sheet. No quotation is among it, nor
 * one in what a colleague wrote or in the title. @throws {Forbidden} @throws {NotFound}
 */
export async function listCalls(actor: Actor, checkId: string) {
  const { publicId, title, language, draft, findings, decisions, proof, marks } = await getProof(
    actor,
    checkId,
  );
  const calls = new Map<string, Call[]>();
  const add = (whom: string, call: Call) => calls.set(whom, [...(calls.get(whom) ?? []), call]);
  for (const { key, label, speaker, start } of findings) {
    const decision = decisions.find(({ findingKey }) => findingKey === key);
    if (!LABELS[label].mustBeLookedAt || (decision && isDone(decision))) continue;
    // what a colleague is asked is no question to the source
    const isAsked = decision?.kind === "asked" && decision.askedOfId === null;
    const ask = isAsked ? withoutQuotations(decision.note) : ASKS[label];
    add(speaker ?? NOBODY, { start, place: placeOf(draft.text, start), ask });
  }
  for (const { state, sentenceKey, startUtf16, note } of marks) {
    const sentence = proof.sentences.find(({ key }) => key === sentenceKey);
    if (state !== "query" || sentence === undefined) continue;
    const start = sentence.start + startUtf16;
    const place = placeOf(draft.text, start);
    add(speakerIn(findings, sentence) ?? NOBODY, { start, place, ask: withoutQuotations(note) });
  }
  return {
    // a draft without a title has its first line as one
    ...{ publicId, title: withoutQuotations(title), language },
    calls: [...calls].map(([whom, questions]) => ({ whom, questions })),
  };
}

const NOBODY = "The desk, or whoever knows";

const ASKS: Readonly<Record<FindingLabel, string>> = {
  exact: "",
  cosmetic: "",
  marked_edit: "",
  wording_drift: "Ask for the recording, or for what was said on this in full.",
  lost_qualifier: "Ask under which condition and with which limit it was said.",
  spliced: "Ask whether these were two remarks, and what stood between them.",
  fragment_expanded: "Ask how much of it was said in these words.",
  paraphrase_in_marks: "Ask for the words; the record has the idea alone.",
  wrong_speaker: "Ask who said it, and who was in the room.",
  wrong_occasion: "Ask when, where and in which office it was said.",
  reporters_words: "Ask whether this was said at all; the record has it in a reporter’s words.",
  sealed: "Ask whether it may be printed, and from when.",
  corrected: "Ask what holds now; the record was changed.",
  disputed: "Ask whether this was said; the record has doubts.",
  not_found: "Ask what was said on this, when and to whom.",
};

/** A line without the words that stand in it in quotation marks, of whatever sort the reading of articles knows. */
export function withoutQuotations(line: string): string {
  let [told, at] = ["", 0];
  for (const { startUtf16, endUtf16 } of quotationsIn(line)) {
    told += `${line.slice(at, startUtf16)}(the words in the draft)`;
    at = endUtf16;
  }
  return told + line.slice(at);
}

function speakerIn(
  findings: readonly { readonly start: number; readonly end: number; readonly speaker: string | null }[],
  sentence: Pick<ProofSentence, "start" | "end">,
): string | null {
  return findings.find(({ start, end }) => start < sentence.end && end > sentence.start)?.speaker ?? null;
}

function placeOf(text: string, at: number): string {
  const above = text.slice(0, text.lastIndexOf("\n", at - 1) + 1).split("\n");
  return `Paragraph ${above.filter((line) => line.trim() !== "").length + 1}`;
}

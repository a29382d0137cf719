import { createHash } from "node:crypto";
import type { Finding, FindingLabel } from "@/lib/checking";
import { foldForSearch } from "@/lib/text";
import type { KeptFinding } from "./model";

/** The findings of a draft, each with its key. The nth of several alike is the nth in every draft. */
export function withKeys(text: string, findings: readonly Finding[]): KeptFinding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const key = keyOf(sentenceAround(text, finding), finding.label);
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return { ...finding, key: nth === 1 ? key : `${key}-${nth}` };
  });
}

function keyOf(sentence: string, label: FindingLabel): string {
  const words = foldForSearch(sentence);
  return createHash("sha256").update(`${label}\n${words}`).digest("hex").slice(0, 24);
}

const SENTENCES = new Intl.Segmenter("en", { granularity: "sentence" });
const NEAR_UTF16 = 1000;

/** The sentences of its paragraph that a finding touches. */
function sentenceAround(text: string, { start, end }: { start: number; end: number }): string {
  const from = Math.max(text.lastIndexOf("\n", start - 1) + 1, start - NEAR_UTF16);
  const line = text.indexOf("\n", end);
  const to = Math.min(line === -1 ? text.length : line, end + NEAR_UTF16);
  let words = "";
  for (const { segment, index } of SENTENCES.segment(text.slice(from, to)))
    if (from + index < end && from + index + segment.length > start) words += segment;
  return words.trim();
}

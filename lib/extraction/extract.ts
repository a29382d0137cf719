import { cueWords } from "./en/cues";
import type { Evidence, ExtractOptions, Form, FoundSpeaker, Mention, Proposal, Span } from "./model";

/**
 * Finds the attributed statements of an article, in reading order, offsets in UTF-16 units of `text`.
 * The same text always gives the same proposals; nothing is guessed about a speaker who is not named near the words.
 */
export function extract(text: string, _options: ExtractOptions = {}): Proposal[] {
  const found: Proposal[] = [];
  for (const paragraph of paragraphsOf(text)) found.push(...inParagraph(text, paragraph));
  return found;
}

function paragraphsOf(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(/[^\n]+/g)) {
    if (match[0].trim().length > 0)
      spans.push({ startUtf16: match.index, endUtf16: match.index + match[0].length });
  }
  return spans;
}

const NAME = String.raw`(?:[A-Z][\p{L}'’.-]*(?:\s+(?:of|the|de|van|von|al|bin|[A-Z][\p{L}'’.-]*)){0,8}(?<![\s,])|[Hh]e|[Ss]he|[Tt]hey)`;
const VERB = `(?:${cueWords.join("|")})`;
const SPEAKER_THEN_CUE = new RegExp(
  String.raw`(?<name>${NAME})(?:,[^,.“”"]{1,80},)?\s+(?:(?:has|had|also|later|then|recently)\s+)*(?<cue>${VERB})\b`,
  "gu",
);
const CUE_THEN_SPEAKER = new RegExp(String.raw`\b(?<cue>${VERB}|[Aa]ccording\s+to)\s+(?<name>${NAME})`, "gu");

interface Attribution {
  readonly name: Span;
  readonly cue: Span;
  readonly order: "speaker-first" | "cue-first";
}

function inParagraph(text: string, paragraph: Span): Proposal[] {
  const body = text.slice(paragraph.startUtf16, paragraph.endUtf16);
  const quoted = [...body.matchAll(/“[^“”]{2,}(?:”|$)|"[^"]{2,}(?:"|$)/gu)].map((match) => ({
    startUtf16: paragraph.startUtf16 + match.index,
    endUtf16: paragraph.startUtf16 + match.index + match[0].length,
  }));
  const attributions = attributionsOutside(body, paragraph.startUtf16, quoted);
  const groups = new Map<Attribution | Span, { attribution: Attribution | null; pieces: Span[] }>();
  for (const piece of quoted) {
    const attribution = nearest(attributions, piece);
    const isLong = text.slice(piece.startUtf16, piece.endUtf16).split(/\s+/).length >= 4;
    if (attribution === null && !isLong) continue;
    const key = attribution ?? piece;
    const group = groups.get(key) ?? { attribution, pieces: [] };
    group.pieces.push(piece);
    groups.set(key, group);
  }
  for (const attribution of attributions) {
    if (groups.has(attribution) || attribution.order !== "speaker-first") continue;
    const rest = text.slice(attribution.cue.endUtf16, paragraph.endUtf16);
    const match = /^(?<lead>[\s,]*(?:that\s+)?)(?<words>[^.?!]{12,}?)(?=[.?!](?:\s|$)|$)/u.exec(rest);
    if (match?.groups === undefined) continue;
    const startUtf16 = attribution.cue.endUtf16 + (match.groups.lead ?? "").length;
    const piece = { startUtf16, endUtf16: startUtf16 + (match.groups.words ?? "").length };
    groups.set(attribution, { attribution, pieces: [piece] });
  }
  return [...groups.values()]
    .map((group) => propose(text, paragraph, group.attribution, group.pieces))
    .sort((one, other) => one.startUtf16 - other.startUtf16);
}

function attributionsOutside(body: string, offset: number, quoted: readonly Span[]): Attribution[] {
  let outside = body;
  for (const { startUtf16, endUtf16 } of quoted) {
    const blank = "\u0001".repeat(endUtf16 - startUtf16);
    outside = outside.slice(0, startUtf16 - offset) + blank + outside.slice(endUtf16 - offset);
  }
  const found: Attribution[] = [];
  for (const [pattern, order] of [
    [SPEAKER_THEN_CUE, "speaker-first"],
    [CUE_THEN_SPEAKER, "cue-first"],
  ] as const) {
    for (const match of outside.matchAll(pattern)) {
      const name = match.groups?.name ?? "";
      const cue = match.groups?.cue ?? "";
      const inName = match[0].indexOf(name);
      const inCue = order === "speaker-first" ? match[0].lastIndexOf(cue) : 0;
      found.push({
        name: spanAt(offset + match.index + inName, name.length),
        cue: spanAt(offset + match.index + inCue, cue.length),
        order,
      });
    }
  }
  return found;
}

function spanAt(startUtf16: number, length: number): Span {
  return { startUtf16, endUtf16: startUtf16 + length };
}

function nearest(attributions: readonly Attribution[], piece: Span): Attribution | null {
  let best: Attribution | null = null;
  let bestDistance = 160;
  for (const attribution of attributions) {
    const distance = Math.min(
      Math.abs(attribution.cue.startUtf16 - piece.endUtf16),
      Math.abs(piece.startUtf16 - attribution.cue.endUtf16),
    );
    if (distance < bestDistance) {
      best = attribution;
      bestDistance = distance;
    }
  }
  return best;
}

function propose(text: string, paragraph: Span, attribution: Attribution | null, pieces: Span[]): Proposal {
  const startUtf16 = pieces[0]?.startUtf16 ?? paragraph.startUtf16;
  const endUtf16 = pieces.at(-1)?.endUtf16 ?? paragraph.endUtf16;
  const wording = text.slice(startUtf16, endUtf16);
  const isQuoted = /["“]/.test(wording);
  const form: Form = isQuoted ? "direct" : "indirect";
  const evidence: Evidence[] = [];
  if (isQuoted)
    evidence.push({ what: "marks", because: "stands in quotation marks", span: { startUtf16, endUtf16 } });
  let speaker: FoundSpeaker | null = null;
  let cue: Mention | null = null;
  if (attribution !== null) {
    const mention = mentionOf(text, attribution.name);
    cue = mentionOf(text, attribution.cue);
    const isPronoun = /^(?:he|she|they)$/i.test(mention.text);
    speaker = {
      mention,
      canonical: isPronoun ? null : mention.text,
      kind: isPronoun ? "pronoun" : "named",
      role: null,
      attribution: mention.text,
    };
    evidence.push({ what: "cue", because: `“${cue.text}” beside ${mention.text}`, span: attribution.cue });
  }
  return {
    startUtf16,
    endUtf16,
    wording,
    pieces: pieces.map((piece) => mentionOf(text, piece)),
    form,
    cue,
    speaker,
    addressee: null,
    chain: [],
    isDenial: cue !== null && /^den(?:y|ies|ied)/.test(cue.text),
    tense: cue === null ? "none" : "past",
    editMarks: [],
    context: mentionOf(text, paragraph),
    rule: attribution === null ? "quotation-alone" : isQuoted ? "quotation-beside-cue" : "svc",
    evidence,
    confidence: attribution === null ? "low" : isQuoted ? "high" : "medium",
  };
}

function mentionOf(text: string, { startUtf16, endUtf16 }: Span): Mention {
  return { startUtf16, endUtf16, text: text.slice(startUtf16, endUtf16) };
}

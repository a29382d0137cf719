import {
  extract,
  type Form,
  type Mention,
  type Proposal,
  type Quotation,
  quotationsIn,
} from "@/lib/extraction";
import { nameBefore } from "./beside";
import { nameBehind } from "./called";
import { isContent } from "./content";
import { withMarksTurned } from "./marks";
import { isRoleWord } from "./role-words";
import { sentenceAround } from "./sentences";
import { readWords } from "./words";

type Place = readonly [start: number, end: number];

/** Words of a draft in quotation marks without a gap: what stands between two ellipses or two reporting clauses. */
export interface QuotedPart {
  readonly start: number;
  readonly end: number;
  /** How it hangs together with the part before. */
  readonly joins: "first" | "ellipsis" | "continued" | "anew";
}

/** Something that a draft says somebody said, or words in marks that nobody is named for. */
export interface Claimed {
  readonly start: number;
  readonly end: number;
  readonly form: Form | "unattributed";
  readonly proposal: Proposal | null;
  readonly parts: readonly QuotedPart[];
  /** Its words outside quotation marks. */
  readonly outside: readonly Place[];
  /** The sentence that it stands in: what the draft says around the marks. */
  readonly sentence: Place;
  /** What stands before the pronoun that names the speaker; empty where a name does. */
  readonly lead: string;
}

const ELLIPSIS = /\[\s*(?:…|\.\s?\.\s?\.)\s*\]|\(\s*(?:…|\.\s?\.\s?\.)\s*\)|…|\.\s?\.\s?\.(?:\s?\.)?/gu;
const WORD = /[\p{L}\p{N}]/u;

/** Every attributed statement of a draft and every other quotation, in the order of the text. */
export function claimsIn(draft: string, language: string): Claimed[] {
  const turned = withMarksTurned(draft);
  const proposals = extract(turned, { language });
  const quotations = quotationsIn(turned, { language });
  const isUsed = new Set<Quotation>();
  const claims = proposals
    .filter((proposal) => says(proposal, draft, language))
    .map((found): Claimed => {
      const proposal = withSubject(found, draft);
      const places = proposal.pieces.map(({ startUtf16, endUtf16 }): Place => [startUtf16, endUtf16]);
      const own = quotations.filter((quotation) => places.some((place) => isWithin(quotation, place)));
      for (const quotation of own) isUsed.add(quotation);
      const inner = own.map(({ inner: { startUtf16, endUtf16 } }): Place => [startUtf16, endUtf16]);
      // a turn of a transcript is somebody's words though no marks stand around them
      const isUnmarked = proposal.form === "direct" && inner.length === 0;
      return {
        start: proposal.startUtf16,
        end: proposal.endUtf16,
        form: proposal.form,
        proposal,
        parts: proposal.form === "indirect" ? [] : partsOf(draft, isUnmarked ? places : inner, places),
        outside: isUnmarked ? [] : without(places, own),
        sentence: sentenceAround(draft, proposal.startUtf16, proposal.endUtf16),
        lead: leadOf(proposal, draft),
      };
    });
  for (const quotation of quotations) {
    if (isUsed.has(quotation) || !isWorthChecking(draft, quotation)) continue;
    const { startUtf16: start, endUtf16: end, inner } = quotation;
    claims.push({
      start,
      end,
      form: "unattributed",
      proposal: null,
      parts: partsOf(draft, [[inner.startUtf16, inner.endUtf16]]),
      outside: [],
      sentence: sentenceAround(draft, start, end),
      lead: "",
    });
  }
  for (const [start, end] of blocksIn(draft)) {
    if (claims.some((claim) => claim.start < end && claim.end > start)) continue;
    claims.push({
      start,
      end,
      form: "unattributed",
      proposal: null,
      parts: partsOf(draft, [[start, end]]),
      outside: [],
      sentence: [start, end],
      lead: "",
    });
  }
  return claims.sort((one, other) => one.start - other.start || other.end - one.end);
}

/** "Asked by his sister, Tom Sand replied: “…”": who is named with the verb before the marks is who speaks. */
function withSubject(proposal: Proposal, draft: string): Proposal {
  const { speaker, form, pieces } = proposal;
  const first = pieces[0];
  if (form === "indirect" || first === undefined) return proposal;
  const bearer = speaker?.kind === "named" ? bearerOf(draft, speaker.mention) : null;
  if (bearer !== null && speaker !== null)
    return {
      ...proposal,
      speaker: { ...speaker, mention: bearer, canonical: null, kind: "role", attribution: bearer.text },
    };
  if (speaker?.canonical) return proposal;
  if (speaker?.kind === "role") {
    const named = nameBehind(
      speaker.mention.text,
      draft.slice(speaker.mention.endUtf16, speaker.mention.endUtf16 + 80),
    );
    if (named !== null) return { ...proposal, speaker: { ...speaker, canonical: named, kind: "named" } };
  }
  const name = nameBefore(draft, first.startUtf16 + 1);
  if (name === null || (speaker !== null && speaker.mention.endUtf16 > name.start)) return proposal;
  const mention = { startUtf16: name.start, endUtf16: name.end, text: name.text };
  return {
    ...proposal,
    speaker: {
      mention,
      canonical: name.text,
      kind: "named",
      bearer: null,
      role: null,
      attribution: name.text,
    },
  };
}

/** "The owner of the Harbour Bears held back: “…”": the owner speaks, and not the club. */
function bearerOf(draft: string, { startUtf16, endUtf16 }: Mention): Mention | null {
  const before = /(?:(?:the|an?)\s)?(\p{Ll}+)\sof\s(?:the\s)?$/u.exec(
    draft.slice(Math.max(0, startUtf16 - 60), startUtf16),
  );
  if (before === null || !isRoleWord(before[1] ?? "")) return null;
  const start = startUtf16 - before[0].length;
  return { startUtf16: start, endUtf16, text: draft.slice(start, endUtf16) };
}

/** Whether a statement without marks says enough to be looked for: "Rask denied it" does not. */
function says({ form, wording, cue }: Proposal, draft: string, language: string): boolean {
  if (form !== "indirect") return true;
  // "Asked by his sister to …, Sand replied": who was asked speaks next
  if (
    cue !== null &&
    /^asked$/iu.test(cue.text) &&
    /^\s*(?:by|about|on|in|at)\s/u.test(draft.slice(cue.endUtf16))
  )
    return false;
  const words = readWords(wording);
  const telling = words.filter((word) => isContent(word, language) || /\d/u.test(word.raw)).length;
  return telling > 1 || (telling === 1 && words.length >= LEAST_SENTENCE);
}

/** "He had not been asleep" says something, though a single word of it tells. */
const LEAST_SENTENCE = 3;

const BLOCK = /^(?:\t|[ \t]{2,}|>[ \t]?)[ \t]*(\p{L}[^\n]*)$/gmu;
const LEAST_BLOCK_WORDS = 4;

/** Paragraphs that are set in behind a colon, one after the other: a quotation without marks. */
function blocksIn(draft: string): Place[] {
  const blocks: Place[] = [];
  let last = -1;
  for (const match of draft.matchAll(BLOCK)) {
    const before = draft.slice(0, match.index).trimEnd();
    const isOne = before.endsWith(":") || (last >= 0 && before.length === last);
    const words = match[1] ?? "";
    if (!isOne || words.split(/\s+/u).length < LEAST_BLOCK_WORDS) continue;
    const start = match.index + match[0].length - words.length;
    last = start + words.trimEnd().length;
    blocks.push([start, last]);
  }
  return blocks;
}

const LEAD_UTF16 = 700;

function leadOf({ speaker }: Proposal, draft: string): string {
  if (speaker?.kind !== "pronoun") return "";
  const { startUtf16 } = speaker.mention;
  return draft.slice(Math.max(0, startUtf16 - LEAD_UTF16), startUtf16);
}

const isWithin = ({ startUtf16, endUtf16 }: Quotation, [start, end]: Place) =>
  startUtf16 < end &&
  endUtf16 > start &&
  Math.min(end, endUtf16) - Math.max(start, startUtf16) > (endUtf16 - startUtf16) / 2;

/** One or two words in marks that nobody is named for are a name, a title or a raised eyebrow: "the so-called “green wave”". */
function isWorthChecking(draft: string, { inner }: Quotation): boolean {
  const words =
    draft.slice(inner.startUtf16, inner.endUtf16).match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu) ?? [];
  if (words.length < 3) return false;
  // the title of a book or a film
  const small = words.filter((word) => /^\p{Ll}/u.test(word) && word.length > 3);
  return small.length > 0 || words.length > 8;
}

function partsOf(draft: string, places: readonly Place[], pieces: readonly Place[] = []): QuotedPart[] {
  const parts: QuotedPart[] = [];
  for (const [start, end] of places) {
    let from = start;
    const inner = draft.slice(start, end);
    const before = parts.at(-1);
    let joins: QuotedPart["joins"] =
      before === undefined
        ? "first"
        : !isTold(before.end, start, pieces) && isContinued(draft, before.end, start)
          ? "continued"
          : "anew";
    for (const match of [...inner.matchAll(ELLIPSIS), null]) {
      const to = match === null ? end : start + match.index;
      if (WORD.test(draft.slice(from, to))) {
        parts.push({ start: from, end: to, joins });
        joins = "ellipsis";
      } else if (match !== null && parts.length > 0) joins = "ellipsis";
      from = match === null ? end : start + match.index + match[0].length;
    }
  }
  return parts;
}

/** Her skin was “weeping” and her body “thin”: what stands between is the draft's, and the two are quoted each for itself. */
const isTold = (end: number, start: number, pieces: readonly Place[]) =>
  pieces.some(([from, to]) => from <= end && to >= start);

/** “We will,” she said, “go on”: the sentence goes on behind the clause. */
function isContinued(draft: string, end: number, start: number): boolean {
  const isOpen = !/[.!?…]["”’»“]?$/u.test(draft.slice(Math.max(0, end - 2), end).trimEnd());
  return isOpen && /^\s*\p{Ll}/u.test(draft.slice(start, start + 4));
}

/** What is left of places without the quotations in them. */
function without(places: readonly Place[], quotations: readonly Quotation[]): Place[] {
  const left: Place[] = [];
  for (const [start, end] of places) {
    let from = start;
    for (const { startUtf16, endUtf16 } of quotations) {
      if (endUtf16 <= from || startUtf16 >= end) continue;
      if (startUtf16 > from) left.push([from, startUtf16]);
      from = Math.max(from, endUtf16);
    }
    if (from < end) left.push([from, end]);
  }
  return left;
}

import { type DiffSegment, diffWords } from "@/lib/matching";
import type { Claimed } from "./draft";
import type { Judged } from "./judged";
import { LABELS } from "./labels";
import type { Material, Source } from "./material";
import type { AlignedPiece, Finding, FindingMatch } from "./model";
import { sentenceEnd, sentenceStart } from "./sentences";
import type { Voice } from "./voices";

const MOST_OTHERS = 10;
const MOST_AROUND = 600;

/** What was found, written down: the place, both wordings side by side, what would settle it. */
export function findingOf(material: Material, claim: Claimed, judged: Judged, draft: string): Finding {
  const { placed, voice, label } = judged;
  const text = draft.slice(claim.start, claim.end);
  const speaker = claim.proposal?.speaker ?? null;
  const match =
    placed === null ? null : matchOf(placed.source, ...(judged.span ?? [placed.start, placed.end]), voice);
  const seen = new Set([match ? placeOf(match) : ""]);
  const others = judged.others
    .map((one) => matchOf(one.placed.source, one.placed.start, one.placed.end, one.voice))
    .filter((one) => !seen.has(placeOf(one)) && seen.add(placeOf(one)))
    .slice(0, MOST_OTHERS);
  return {
    start: claim.start,
    end: claim.end,
    text,
    label,
    form: claim.form,
    speaker: speaker === null ? null : (speaker.canonical ?? speaker.mention.text),
    reason: judged.reason === "" ? nothingFound(material) : judged.reason,
    match,
    aligned: match === null ? [] : alignedPieces(wordsOf(claim, draft), match.text),
    hidden: judged.hidden,
    notes: judged.notes,
    others,
    settles: LABELS[label].mustBeLookedAt ? settlesOf(claim, judged) : null,
  };
}

const placeOf = ({ source, start, end }: FindingMatch) => `${source} ${start} ${end}`;

function nothingFound({ texts, words, statements }: Material): string {
  const count = (number: number, one: string, more: string) =>
    `${number.toLocaleString("en-GB")} ${number === 1 ? one : more}`;
  return `Nothing like it in ${count(texts, "text", "texts")} and ${count(statements, "stored statement", "stored statements")}, ${count(words, "word", "words")} in all.`;
}

/** The words of a statement of the draft: what stands in marks, or all of it. */
function wordsOf({ parts, start, end, form }: Claimed, draft: string): string {
  if (parts.length === 0 || form === "mixed") return draft.slice(start, end);
  return parts.map((part) => draft.slice(part.start, part.end).trim()).join(" … ");
}

function matchOf(source: Source, start: number, end: number, voice: Voice | null): FindingMatch {
  const from = Math.max(sentenceStart(source.text, start), start - MOST_AROUND);
  const to = Math.min(sentenceEnd(source.text, end), end + MOST_AROUND);
  return {
    source: source.id,
    title: source.title,
    start,
    end,
    text: source.text.slice(start, end),
    speaker: voice?.name ?? voice?.aliases[0] ?? null,
    statement: voice?.statement?.id ?? null,
    around: { start: from, end: to, text: source.text.slice(from, to) },
  };
}

/** Both wordings in reading order: where they part, the draft's words come first. */
function alignedPieces(own: string, record: string): AlignedPiece[] {
  const { left, right } = diffWords(own, record);
  const pieces: AlignedPiece[] = [];
  const add = (kind: AlignedPiece["kind"], text: string) => {
    const last = pieces.at(-1);
    if (last?.kind === kind) pieces[pieces.length - 1] = { kind, text: last.text + text };
    else pieces.push({ kind, text });
  };
  left.forEach((segment: DiffSegment, at) => {
    if (segment.kind === "same") add("same", segment.text);
    else if (segment.kind === "only") add("draft", segment.text);
    else add("record", right[at]?.kind === "only" ? (right[at]?.text ?? segment.text) : segment.text);
  });
  return pieces;
}

function settlesOf(claim: Claimed, judged: Judged): string {
  const settles = stepOf(claim, judged);
  const { voice, label } = judged;
  // the words that the record has of a denial say the contrary when they are taken alone
  if (!voice?.isDenial || label === "sealed" || label === "corrected" || label === "disputed") return settles;
  return `${settles} ${voice.name ?? "Who says it there"} denies it: say so with the words.`;
}

function stepOf(claim: Claimed, { label, voice, placed }: Judged): string {
  const who =
    claim.proposal?.speaker?.canonical ?? claim.proposal?.speaker?.mention.text ?? "whoever said it";
  switch (label) {
    case "not_found":
      return `A recording, a transcript or notes that have the words, or a word with ${who}.`;
    case "wrong_speaker":
      return `Open the place and name ${voice?.name ?? "who says it there"}, or find where ${who} says it.`;
    case "reporters_words":
      return `A source in which ${who} says these words; else take the marks away.`;
    case "sealed":
      return "Take it out, or have it given on the record; under an embargo, wait for its day.";
    case "wrong_occasion":
      return "Open the place and compare day, place and role.";
    case "corrected":
    case "disputed":
      return "Open the statement and read what became of it.";
    case "paraphrase_in_marks":
      return "Take the record’s wording, or take the marks away.";
    case "fragment_expanded":
      return "Quote the words that the record has, and tell the rest without marks.";
    case "spliced":
      return "Part the quotation, or show by an ellipsis what is left out.";
    case "lost_qualifier":
      return "Put back what was left out, inside the marks or beside them.";
    default:
      return placed === null ? "Open the record." : "Take the record’s wording.";
  }
}

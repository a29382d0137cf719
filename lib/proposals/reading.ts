import { isDeepStrictEqual } from "node:util";
import { type Mention, type Proposal, wordsAsRead } from "@/lib/extraction";
import { nameKey, SPEAKER_KINDS } from "@/lib/speakers";
import { dateSaid, joinApart, joinPieces } from "@/lib/text";
import { introductionOf } from "./introductions";
import { type ShownKind, shownKind } from "./kinds";
import {
  DECISIONS,
  type DraftProposal,
  type DraftText,
  type ProposalEdit,
  type ProposalFields,
  printedNameOf,
  type Range,
  type SpeakerChoice,
  siblingKey,
} from "./model";

interface ProposalRow {
  readonly ordinal: number;
  readonly decision: string;
  readonly found: string;
  readonly edited: string | null;
  readonly speakerId: string | null;
  readonly statementId: string | null;
}

/** Reads a stored proposal over its draft. */
export function readProposal(draft: DraftText, row: ProposalRow): DraftProposal {
  const { text, publishedOn } = draft;
  const found = dated(JSON.parse(row.found) as Proposal, publishedOn);
  const edit = row.edited === null ? null : (JSON.parse(row.edited) as ProposalEdit);
  const proposed = fieldsOf(text, found, saidOnOf(found, publishedOn));
  // an edit of an earlier release lacks what is newer
  const fields = edit ? { ...proposed, ...edit.fields } : proposed;
  // as extraction reads the very pieces that it found, else piece by piece
  const { asRead } = found;
  const isAsFound = asRead !== undefined && isDeepStrictEqual(fields.pieces, proposed.pieces);
  const { wording, splices } = isAsFound ? joinApart(asRead) : joinPieces(text, fields.pieces, wordsAsRead);
  return {
    ordinal: row.ordinal,
    decision: DECISIONS.find((decision) => decision === row.decision) ?? "pending",
    statementId: row.statementId,
    found,
    fields,
    startUtf16: fields.pieces[0]?.[0] ?? found.startUtf16,
    endUtf16: fields.pieces.at(-1)?.[1] ?? found.endUtf16,
    wording,
    splices,
    choice: row.speakerId ? { kind: "known", speakerId: row.speakerId } : answered(draft, edit?.speaker),
    isNameRemembered: edit?.isNameRemembered ?? false,
    printedName: printedNameOf(found.speaker),
    shownKind: answeredKind(draft, printedNameOf(found.speaker)) ?? shownKind(found.speaker),
  };
}

/**
 * The proposals of one draft, each knowing what the text shows of its speaker anywhere: "she said" in one sentence tells of
 * the name in another. Where it shows two things of one name it shows nothing.
 */
export function readTogether(draft: DraftText, rows: readonly ProposalRow[]): DraftProposal[] {
  const proposals = rows.map((row) => readProposal(draft, row));
  const shown = new Map<string, ShownKind | null>();
  for (const { found, shownKind: kind } of proposals) {
    const key = siblingKey(found);
    if (key === null || kind === null) continue;
    const known = shown.get(key);
    shown.set(key, known === undefined || known?.kind === kind.kind ? (known ?? kind) : null);
  }
  return proposals.map((proposal) => {
    const key = siblingKey(proposal.found);
    return key === null ? proposal : { ...proposal, shownKind: shown.get(key) ?? null };
  });
}

/** What a person said that the new speaker of this name is: it holds wherever the import names them. */
function answeredKind({ kinds }: DraftText, name: string | null): ShownKind | null {
  if (name === null) return null;
  const key = nameKey(name);
  const said = kinds.find((one) => one.nameKey === key)?.kind;
  const kind = SPEAKER_KINDS.find((known) => known === said);
  return kind ? { kind, because: "said by you" } : null;
}

function answered(draft: DraftText, choice: ProposalEdit["speaker"]): SpeakerChoice | null {
  if (choice?.kind !== "new") return choice ?? null;
  return { ...choice, speakerKind: answeredKind(draft, choice.name)?.kind ?? choice.speakerKind };
}

/** The day, month or year that the printed words mean in a text of that day; empty when they name none. */
function saidOnOf({ said }: Proposal, publishedOn: string): string {
  const when = said?.when?.text ?? "";
  // a weekday can be counted back only from a day; a week has no date of its own
  if (when === "" || !/^\d{4}-\d{2}-\d{2}/u.test(publishedOn)) return "";
  const date = dateSaid(when, publishedOn);
  return date === null || date.precision === "week" ? "" : date.on;
}

/** A proposal with the reason for the date that is filled in. */
function dated(found: Proposal, publishedOn: string): Proposal {
  const on = saidOnOf(found, publishedOn);
  if (on === "") return found;
  const because = `*${found.said?.when?.text}* is ${inWords(on)} in a text published on ${inWords(publishedOn.slice(0, 10))}`;
  return { ...found, evidence: [...found.evidence, { what: "circumstance", because, span: null }] };
}

const WORDS = {
  10: new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }),
  7: new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" }),
};

/** An ISO day, month or year in words. */
function inWords(iso: string): string {
  const words = iso.length === 10 ? WORDS[10] : iso.length === 7 ? WORDS[7] : null;
  return words === null ? iso : words.format(new Date(iso));
}

function fieldsOf(text: string, found: Proposal, saidOn: string): ProposalFields {
  const pieces = found.pieces.length > 0 ? found.pieces.map(rangeOf) : [rangeOf(found)];
  const event = asPrinted(found.said?.event ?? null).replace(DAY_BEHIND, "");
  return {
    pieces,
    form: found.form,
    isDenial: found.isDenial,
    attribution: wordsAsRead(found.speaker?.attribution ?? ""),
    roleThen: wordsAsRead(found.speaker?.role ?? ""),
    cue: asPrinted(found.cue),
    introduction: introductionOf(text, found, pieces),
    addressee: asPrinted(found.addressee),
    saidOn,
    saidOnNote: asPrinted(found.said?.when ?? null),
    place: asPrinted(found.said?.place ?? null) || placeOf(event),
    event,
    context: "",
  };
}

/** The words of a mention on one line, without the stop of the sentence that they end. */
function asPrinted(mention: Mention | null): string {
  const words = wordsAsRead((mention?.text ?? "").replace(/\n[>\s]*/gu, "\n"));
  return /\p{Ll}{3,}\.$/u.test(words) ? words.slice(0, -1) : words;
}

/** Where an event took place that says so itself: "a press conference in Osthaven". */
function placeOf(event: string): string {
  return /\sin\s(\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){0,2})$/u.exec(event)?.[1] ?? "";
}

const DAY_BEHIND = /\s(?:on|last|late|early)\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/u;

function rangeOf({ startUtf16, endUtf16 }: { startUtf16: number; endUtf16: number }): Range {
  return [startUtf16, endUtf16];
}

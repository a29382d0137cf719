import { isDeepStrictEqual } from "node:util";
import { now } from "@/lib/env";
import { type Mention, type Proposal, wordsAsRead } from "@/lib/extraction";
import { nameKey, SPEAKER_KINDS } from "@/lib/speakers";
import { dateSaid, isAhead, joinApart, joinPieces, parseDated } from "@/lib/text";
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
  speakerKeyOf,
} from "./model";

interface ProposalRow {
  readonly ordinal: number;
  readonly speakerKey: string | null;
  readonly decision: string;
  readonly found: string;
  readonly edited: string | null;
  readonly speakerId: string | null;
  readonly statementId: string | null;
  readonly knownId: string | null;
  readonly knownHow: string | null;
}

/** What an import shows the speakers of its proposals to be, by key; null where it shows two things of one name. */
export type ShownKinds = ReadonlyMap<string, ShownKind | null>;

/**
 * A find as it is kept, with what lists of ten thousand ask of it: nobody has to read all of them to show a hundred.
 */
export function keptFind(found: Proposal) {
  const shown = shownKind(found.speaker);
  return {
    ...{ found: JSON.stringify(found), startUtf16: found.startUtf16, endUtf16: found.endUtf16 },
    speakerKey: speakerKeyOf(found) ?? "",
    speakerShown: shown === null ? "" : JSON.stringify(shown),
    doubt: DOUBT[found.confidence],
  };
}

const DOUBT = { high: 0, medium: 1, low: 2 } as const;

/** What is shown by the finds that stand first for each speaker and kind, in order. */
export function toShownKinds(
  rows: readonly { readonly speakerKey: string | null; readonly speakerShown: string | null }[],
): ShownKinds {
  const shown = new Map<string, ShownKind | null>();
  for (const { speakerKey, speakerShown } of rows) {
    if (!speakerKey || !speakerShown) continue;
    const kind = JSON.parse(speakerShown) as ShownKind;
    const known = shown.get(speakerKey);
    shown.set(speakerKey, known === undefined || known?.kind === kind.kind ? (known ?? kind) : null);
  }
  return shown;
}

/**
 * Reads a stored proposal over its draft. It knows what the text shows of its speaker anywhere: "she said" in one sentence
 * tells of the name in another.
 */
export function readProposal(draft: DraftText, row: ProposalRow, kinds: ShownKinds): DraftProposal {
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
    doubt: DOUBT[found.confidence],
    known: row.knownId
      ? { statementId: row.knownId, how: row.knownHow === "changed" ? "changed" : "unchanged" }
      : null,
    found,
    fields,
    startUtf16: fields.pieces[0]?.[0] ?? found.startUtf16,
    endUtf16: fields.pieces.at(-1)?.[1] ?? found.endUtf16,
    wording,
    splices,
    choice: row.speakerId ? { kind: "known", speakerId: row.speakerId } : answered(draft, edit?.speaker),
    isNameRemembered: edit?.isNameRemembered ?? false,
    printedName: printedNameOf(found.speaker),
    shownKind:
      answeredKind(draft, printedNameOf(found.speaker)) ??
      (row.speakerKey ? (kinds.get(row.speakerKey) ?? null) : shownKind(found.speaker)),
  };
}

/** The proposals of a text that is not kept yet, in its order: nobody has decided or said anything of them. */
export function readFound(draft: DraftText, finds: readonly ReturnType<typeof keptFind>[]): DraftProposal[] {
  const nothing = { ...UNDECIDED, decision: "pending" };
  const kinds = toShownKinds(finds);
  return finds
    .map((find, index) => readProposal(draft, { ...nothing, ...find, ordinal: index + 1 }, kinds))
    .sort((one, other) => one.startUtf16 - other.startUtf16 || one.ordinal - other.ordinal);
}

const UNDECIDED = {
  edited: null,
  speakerId: null,
  statementId: null,
  knownId: null,
  knownHow: null,
} as const;

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
  if (date === null || date.precision === "week") return "";
  // an issue may be dated ahead: what is in it was said before
  const day = parseDated(date.on);
  return day !== null && isAhead(day, now()) ? "" : date.on;
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

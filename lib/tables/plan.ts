import type { Actor } from "@/lib/auth";
import { among, type Tx } from "@/lib/db/server";
import { nameKey } from "@/lib/speakers";
import { wordingKeyOf } from "@/lib/statements";
import { normaliseForMatching } from "@/lib/text";
import { visibleStatements } from "@/lib/visibility/server";
import { letterOf, type ReadTable, type StatementRow, type TableProblem } from "./model";
import { type Origin, originsOf } from "./origins";
import { type SaidOfNames, type Voice, voiceKey, voicesOf } from "./voices";
import { bareKey } from "./wording";

/** What becomes of a row. */
export interface PlannedRow {
  readonly row: StatementRow;
  readonly origin: Origin;
  readonly voice: Voice | null;
  /** new: it becomes a statement · known: the record holds it · double: it stands in this table already. */
  readonly becomes: "new" | "known" | "double";
  /** The public id of the statement that it is. */
  readonly statementId: string | null;
}

/** What storing a table would do. */
export interface TablePlan {
  readonly rows: readonly PlannedRow[];
  readonly origins: readonly Origin[];
  readonly voices: ReadonlyMap<string, Voice>;
  /** What only the record shows to be wrong or worth telling. */
  readonly problems: readonly TableProblem[];
}

interface Held {
  readonly publicId: string;
  readonly wordingKey: string;
  readonly speaker: { readonly id: string; readonly name: string } | null;
}

/** Holds a table against the record, and writes nothing. @throws {Forbidden} */
export async function planTable(
  tx: Tx,
  actor: Actor,
  table: ReadTable,
  said: SaidOfNames,
): Promise<TablePlan> {
  const origins = await originsOf(tx, actor, table.rows);
  const voices = await voicesOf(tx, actor, table.rows, said);
  const byKey = await heldByKey(tx, actor, table);
  const bySource = await heldBySource(
    tx,
    actor,
    origins.flatMap(({ known }) => known?.id ?? []),
  );
  const originOf = new Map(
    origins.flatMap((origin, index) => origin.rows.map((row) => [row, { origin, index }] as const)),
  );
  const problems: TableProblem[] = [];
  const tell = (weight: TableProblem["weight"], row: StatementRow, field: string | null, message: string) => {
    const index = field === null ? -1 : table.choices.columns.indexOf(field as never);
    const column = index < 0 ? null : { letter: letterOf(index), name: table.columns[index]?.name ?? "" };
    problems.push({ weight, row: number(row), column, message });
  };
  const first = new Map<string, StatementRow>();
  const rows = table.rows.flatMap((row): PlannedRow[] => {
    const { origin, index } = originOf.get(row) ?? {};
    if (origin === undefined) return [];
    const voice = voices.get(voiceKey(row.speaker)) ?? null;
    const planned = { row, origin, voice };
    tellVoice(row, voice, tell);
    const keyed = byKey.get(row.key);
    const key = bareKey(wordingKeyOf(row.wording));
    if (row.key !== "" && keyed) {
      if (bareKey(keyed.held.wordingKey) === key)
        return [{ ...planned, becomes: "known", statementId: keyed.held.publicId }];
      tell(keyed.isOurs ? "care" : "stop", row, "key", otherWords(row, keyed.held.publicId, keyed.isOurs));
      if (keyed.isOurs) return [{ ...planned, becomes: "known", statementId: keyed.held.publicId }];
    }
    const held = bySource.get(placeOf(origin.known?.id ?? "", key)) ?? [];
    const same = held.find((one) => isSpokenBy(one, voice));
    if (same) return [{ ...planned, becomes: "known", statementId: same.publicId }];
    const place = `${index}\n${voice?.key ?? ""}\n${key}`;
    const before = first.get(place);
    if (before !== undefined) {
      tell(
        "care",
        row,
        null,
        `It is the same as row ${before.number}: the same words, speaker and source. It is brought once.`,
      );
      return [{ ...planned, becomes: "double", statementId: null }];
    }
    first.set(place, row);
    tellText(row, origin, tell);
    return [{ ...planned, becomes: "new", statementId: null }];
  });
  return { rows, origins, voices, problems };
}

const number = ({ number: of }: StatementRow) => of;

type Tell = (
  weight: TableProblem["weight"],
  row: StatementRow,
  field: string | null,
  message: string,
) => void;

function tellVoice(row: StatementRow, voice: Voice | null, tell: Tell): void {
  const how = voice?.settled.how;
  if (how === undefined)
    tell("care", row, "speaker", "Nobody is named here; the statement is kept without a speaker.");
  else if (how === "nobody")
    tell("stop", row, "speaker", `“${row.speaker}” names nobody by itself. Write the name.`);
  // asked once a name, where the speakers are listed
  else if (voice?.settled.how === "asked" && voice.firstRow === row.number)
    tell("stop", row, "speaker", askedInWords(row.speaker, voice.settled.about));
}

function askedInWords(name: string, about: "kind" | "namesakes" | "surname"): string {
  if (about === "kind")
    return `Nothing shows what “${name}” is. Say it under Speakers, or in a column “Kind of speaker”.`;
  return about === "namesakes"
    ? `Several known speakers are called “${name}”. Say under Speakers which one is meant.`
    : `“${name}” may be a known speaker of that surname. Say under Speakers who is meant.`;
}

/** Words that are said to stand in a text that the desk holds, and do not. */
function tellText(row: StatementRow, { known }: Origin, tell: Tell): void {
  const edition = known?.edition ?? null;
  if (known === null || edition === null || edition.extent !== null) return;
  if (textKey(edition).includes(normaliseForMatching(row.wording))) return;
  tell(
    "care",
    row,
    "wording",
    `These words do not stand so in the text that the desk holds of ${known.publicId}. They are kept, marked so that a reviewer looks.`,
  );
}

const textKeys = new WeakMap<object, string>();
function textKey(edition: { readonly text: string }): string {
  const key = textKeys.get(edition) ?? normaliseForMatching(edition.text);
  textKeys.set(edition, key);
  return key;
}

function otherWords({ key }: StatementRow, publicId: string, isOurs: boolean): string {
  return isOurs
    ? `${publicId} is in the record with other words, and stays as it is. Edit it there.`
    : `The key “${key}” was brought before with other words, as ${publicId}. If they changed, edit that statement; if this is another row, give it a key of its own or choose that this column is no key.`;
}

/** Whether the record holds the words as this voice's; somebody new has said nothing there but under the same name. */
function isSpokenBy({ speaker }: Held, voice: Voice | null): boolean {
  if (voice === null) return speaker === null;
  if (speaker === null) return false;
  if (voice.settled.how === "known") return speaker.id === voice.settled.speakerId;
  return [voice.printed, voice.settled.how === "new" ? voice.settled.name : ""].some(
    (name) => nameKey(name) === nameKey(speaker.name),
  );
}

const HELD = {
  publicId: true,
  wordingKey: true,
  speaker: { select: { id: true, name: true } },
} as const;

/** What the keys of a table name: statements of ours by their printed id, and rows that were brought before. */
async function heldByKey(tx: Tx, actor: Actor, { rows, headersKey }: ReadTable) {
  const found = new Map<string, { held: Held; isOurs: boolean }>();
  const keys = [...new Set(rows.map(({ key }) => key).filter(Boolean))];
  // TableRow(headersKey, rowKey)
  const before = await tx.tableRow.findMany({
    where: { headersKey, rowKey: among(keys), statement: visibleStatements(actor) },
    select: { rowKey: true, statement: { select: HELD } },
    orderBy: { id: "asc" },
  });
  for (const { rowKey, statement } of before) found.set(rowKey, { held: statement, isOurs: false });
  const printed = keys.filter((key) => /^st-\w{4,20}$/u.test(key));
  const ours = await tx.statement.findMany({
    where: { AND: [visibleStatements(actor), { publicId: among(printed) }] },
    select: HELD,
    orderBy: { id: "asc" },
  });
  for (const statement of ours) found.set(statement.publicId, { held: statement, isOurs: true });
  return found;
}

const placeOf = (sourceId: string, wordingKey: string) => `${sourceId}\n${wordingKey}`;

/** The statements of sources that are in the record, by source and words. */
async function heldBySource(
  tx: Tx,
  actor: Actor,
  sourceIds: readonly string[],
): Promise<Map<string, Held[]>> {
  const found = new Map<string, Held[]>();
  // Statement(sourceId, occurredAt, id)
  const held = await tx.statement.findMany({
    where: { AND: [visibleStatements(actor), { sourceId: among([...sourceIds]) }] },
    select: { sourceId: true, ...HELD },
    orderBy: { id: "asc" },
  });
  for (const { sourceId, ...statement } of held) {
    const place = placeOf(sourceId, bareKey(statement.wordingKey));
    const there = found.get(place);
    if (there) there.push(statement);
    else found.set(place, [statement]);
  }
  return found;
}

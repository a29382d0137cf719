import type { Actor } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { Refused } from "@/lib/errors";
import type { SpeakerKind } from "@/lib/speakers";
import { readTableApart, shownApart } from "./apart";
import { type ColumnMeaning, headerKey, NO_FIELD } from "./fields";
import { letterOf, MOST_BYTES, type ReadTable, type TableChoices } from "./model";
import { findRemembered } from "./remembered";
import { type SaidOfNames, unknownNames, voiceKey } from "./voices";

/** A table as it arrives, and what is said of it at once. */
export interface TableAsked {
  readonly bytes: Uint8Array;
  readonly sheet?: string;
  readonly said?: Partial<TableChoices>;
  /** What columns hold, by their name or their letter; the others are guessed. */
  readonly map?: readonly (readonly [column: string, means: ColumnMeaning])[];
  /** What new speakers are, by the name that the table prints. */
  readonly kinds?: readonly (readonly [name: string, kind: SpeakerKind])[];
}

/** Reads a table that arrives, with what is known of such columns and of its names. @throws {Refused} */
export async function readBrought(
  actor: Actor,
  { bytes, sheet = "", said = {}, map = [], kinds = [] }: TableAsked,
): Promise<{ table: ReadTable; kinds: SaidOfNames }> {
  refuseSize(bytes);
  const first = await readTableApart({ bytes, sheet, said, remembered: [] });
  const before = await findRemembered(actor, first.headersKey);
  const guessed = before
    ? await readTableApart({
        ...{ bytes, sheet, remembered: before.columns },
        said: { ...before.said, ...said },
      })
    : first;
  const columns = map.length === 0 ? null : mapped(guessed, map);
  const table = columns
    ? await readTableApart({ ...{ bytes, sheet, remembered: [] }, said: { ...guessed.choices, columns } })
    : guessed;
  const byHand = Object.fromEntries(
    kinds.map(([name, kind]) => [voiceKey(name), { name, kind, isSaid: true, speakerId: null }]),
  );
  return { table, kinds: await withShown(actor, table, byHand) };
}

/** The meanings of columns with those that were named; a field that is named is no other column's. @throws {Refused} */
function mapped({ columns }: ReadTable, map: NonNullable<TableAsked["map"]>): ColumnMeaning[] {
  const meanings = columns.map(({ means }) => (map.some(([, named]) => named === means) ? NO_FIELD : means));
  for (const [column, means] of map) {
    const index = columns.findIndex(
      ({ letter, name }, at) =>
        letter === column || letterOf(at) === column || headerKey(name) === headerKey(column),
    );
    if (index < 0) {
      const names = columns.map(({ letter, name }) => name || letter).join(", ");
      throw new Refused([
        {
          rule: "table.column",
          message: `There is no column “${column}”. The columns are: ${names}.`,
          field: "file",
        },
      ]);
    }
    meanings[index] = means;
  }
  return meanings;
}

/** What is known of the names of a table, with what those show that the record does not hold. */
export async function withShown(actor: Actor, table: ReadTable, said: SaidOfNames): Promise<SaidOfNames> {
  const unknown = await unknownNames(db, actor, table.rows, said);
  const shown = await shownApart(unknown.map(({ name, role }) => ({ name, role })));
  const found = unknown.flatMap(({ key }, index) => {
    const one = shown[index];
    return one ? [[key, { ...one, isSaid: false, speakerId: null }] as const] : [];
  });
  return { ...said, ...Object.fromEntries(found) };
}

/** @throws {Refused} */
export function refuseSize({ length }: Uint8Array): void {
  if (length <= MOST_BYTES) return;
  const message = "It is larger than 10 MB. Split it: rows that were brought before are known again.";
  throw new Refused([{ rule: "table.too_large", message, field: "file" }]);
}

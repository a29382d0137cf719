import type { Actor } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { ownerOf } from "@/lib/proposals/server";
import { type ColumnMeaning, headerKey } from "./fields";
import type { ReadTable, TableChoices } from "./model";

type Meanings = readonly (readonly [header: string, means: ColumnMeaning])[];
type StoredChoices = TableChoices & { readonly meanings: Meanings };

/** What was said of a table as it is kept, with the meaning of each name for the next table that has it. */
export function writeChoices(table: ReadTable): string {
  return JSON.stringify({ ...table.choices, meanings: meaningsOf(table) } satisfies StoredChoices);
}

export function readChoices(stored: string): Partial<TableChoices> {
  const { meanings: _, ...choices } = JSON.parse(stored) as Partial<StoredChoices>;
  return choices;
}

/** What each name of a column means. */
export function meaningsOf({ columns }: ReadTable): Meanings {
  return columns.flatMap(({ name, means }) => {
    const key = headerKey(name);
    return key === "" ? [] : [[key, means] as const];
  });
}

/**
 * What was said the last time of columns of the same names: by the actor, else by a colleague whose table was stored. What holds
 * for one table alone, such as the title of its source, is not remembered.
 */
export async function findRemembered(actor: Actor, headersKey: string) {
  if (headersKey === "") return null;
  // StatementTable(headersKey, id)
  const newest = (where: object) =>
    db.statementTable.findFirst({
      where: { headersKey, ...where },
      select: { choices: true },
      orderBy: { id: "desc" },
    });
  // what was only guessed was said by nobody
  const isSaid = { version: { gt: 1 } };
  const found = (await newest({ ownerId: ownerOf(actor), ...isSaid })) ?? (await newest({ state: "stored" }));
  if (!found) return null;
  const { meanings, dates, bareForm, language } = JSON.parse(found.choices) as StoredChoices;
  return { said: { dates, bareForm, language }, columns: meanings };
}

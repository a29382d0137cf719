import { v7 as uuid } from "uuid";
import { type Passage, passagesOf } from "@/lib/query";
import type { MigrationStore, Sql } from "./store";

interface Text {
  readonly id: string;
  readonly text: string;
}

// each may be megabytes, and others write between one transaction and the next
const TEXTS_AT_ONCE = 20;

/** How many texts have other passages than the program makes of them, or none. */
export async function countTextsCutOtherwise(store: MigrationStore): Promise<number> {
  let count = 0;
  await eachText(store, async (sql, edition) => {
    if (!(await isCutWell(sql, edition))) count++;
  });
  return count;
}

/** Makes the passages anew of each text that has others than the program makes of it. */
export async function cutTextsAnew(store: MigrationStore): Promise<void> {
  await eachText(store, async (sql, edition) => {
    if (await isCutWell(sql, edition)) return;
    await sql.run(`DELETE FROM "Passage" WHERE "editionId" = ?`, edition.id);
    for (const { startUtf16, endUtf16, searchKey } of passagesOf(edition.text))
      await sql.run(
        `INSERT INTO "Passage" ("id", "editionId", "startUtf16", "endUtf16", "searchKey") VALUES (?, ?, ?, ?, ?)`,
        ...[uuid(), edition.id, startUtf16, endUtf16, searchKey],
      );
  });
}

async function eachText(store: MigrationStore, work: (sql: Sql, edition: Text) => Promise<void>) {
  for (let after: string | undefined = ""; after !== undefined; ) {
    const from: string = after;
    after = await store.inTransaction(async (sql) => {
      const ids = await sql.all<{ id: string }>(
        `SELECT "id" FROM "Edition" WHERE "id" > ? ORDER BY "id" LIMIT ${TEXTS_AT_ONCE}`,
        from,
      );
      for (const { id } of ids)
        for (const edition of await sql.all<Text>(`SELECT "id", "text" FROM "Edition" WHERE "id" = ?`, id))
          await work(sql, edition);
      return ids.length < TEXTS_AT_ONCE ? undefined : ids.at(-1)?.id;
    });
  }
}

async function isCutWell(sql: Sql, { id, text }: Text): Promise<boolean> {
  const kept = await sql.all<Passage>(
    `SELECT "startUtf16", "endUtf16", "searchKey" FROM "Passage" WHERE "editionId" = ? ORDER BY "startUtf16"`,
    id,
  );
  let at = 0;
  for (const { startUtf16, endUtf16, searchKey } of passagesOf(text)) {
    const row = kept[at++];
    if (row?.startUtf16 !== startUtf16 || row.endUtf16 !== endUtf16 || row.searchKey !== searchKey)
      return false;
  }
  return at === kept.length;
}

import Database from "better-sqlite3";
import { type Actor, VISITOR } from "@/lib/auth";
import { KeptStatements, sqliteFile } from "@/lib/db/server";
import { env } from "@/lib/env/server";
import type { Measured, Subjects } from "./asked";

/** One query as the database was asked it. */
interface Query {
  readonly sql: string;
  readonly values: unknown[];
}

/** What the store holds for the pages to be about, looked up in plain SQL. */
export function subjectsOf(dataDir: string): Subjects {
  const sql = new Database(sqliteFile(dataDir), { readonly: true });
  try {
    const quoted = sql
      .prepare(
        `SELECT s.slug FROM "Statement" t JOIN "Speaker" s ON s.id = t."speakerId"
         WHERE t.state = 'published' GROUP BY t."speakerId" ORDER BY count(*) DESC, s.slug`,
      )
      .pluck()
      .all() as string[];
    const words = sql
      .prepare(
        `SELECT t."publicId" AS statement, t."searchKey" AS key FROM "Statement" t
         JOIN "Relation" r ON r."fromId" = t.id WHERE t.state = 'published' AND r.state = 'confirmed' LIMIT 400`,
      )
      .all() as { statement: string; key: string }[];
    const middle = words[Math.floor(words.length / 2)] ?? { statement: "", key: "" };
    const said = middle.key.split("\n")[0]?.trim().split(" ") ?? [];
    const rare = words.flatMap(({ key }) => key.trim().split(/\s+/u)).find((word) => word.length >= 8) ?? "";
    return {
      busiest: quoted[0] ?? "",
      median: quoted[Math.floor(quoted.length / 2)] ?? "",
      statement: middle.statement,
      rare,
      pair: said.slice(2, 4).join(" "),
      phrase: said.slice(4, 6).join(" "),
      quotation: said.slice(0, 10).join(" "),
      altered: said
        .slice(0, 10)
        .map((word, at) => (at % 5 === 2 ? `not${word}` : word))
        .join(" "),
    };
  } finally {
    sql.close();
  }
}

/** What a page asks of the database, to be asked again and again. */
export type Asked = () => void;

/** What each page asks of the database, as it is asked once the counts are kept. */
export async function readRaw(pages: readonly Measured[], editor: Actor): Promise<Asked[]> {
  const file = new Database(sqliteFile(env().dataDir), { readonly: true });
  // what is prepared once and asked again is seen where its values are bound
  const { prepare } = KeptStatements.prototype;
  let asked: Query[] | null = null;
  KeptStatements.prototype.prepare = function (sql) {
    const statement = prepare.call(this, sql);
    return {
      bind(values) {
        asked?.push({ sql, values });
        return statement.bind(values);
      },
    };
  };
  try {
    const all: Asked[] = [];
    for (const page of pages) {
      const actor = page.who === "editor" ? editor : VISITOR;
      await page.ask(actor);
      const queries: Query[] = [];
      asked = queries;
      await page.ask(actor);
      asked = null;
      // a long list is read in parts, between a beginning and an end of their own
      const prepared = queries.flatMap(({ sql, values }) => {
        const query = file.prepare(sql);
        return query.reader ? [[query.raw(), values] as const] : [];
      });
      all.push(() => {
        for (const [query, values] of prepared) query.all(values);
      });
    }
    return all;
  } finally {
    KeptStatements.prototype.prepare = prepare;
  }
}

import { db } from "@/lib/db/server";

/** Which statements and claims an act reached. */
export interface Touched {
  readonly related: readonly string[];
  readonly positioned: readonly string[];
  readonly named: readonly string[];
  readonly claims: readonly string[];
}

type Rows = ReadonlyMap<string, ReadonlyMap<string, string>>;

// what serves, indexes or counts is no record
const NO_RECORD =
  /^(?:FormDraft|Session|Attempt|RateLimit|Sending|WebhookDelivery|IndexedEdition|Shingle|Passage|SavedSearchSeen|_prisma.*|.*Words.*|.*_fts.*|Kept.*|State.*|Verification)$/;

let tables: readonly string[] | null = null;

/** Every row of every record, by table and id. */
export async function readRows(): Promise<Rows> {
  tables ??= (
    await db.$queryRawUnsafe<{ name: string }[]>(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'",
    )
  )
    .map(({ name }) => name)
    .filter((name) => !NO_RECORD.test(name));
  const rows = new Map<string, Map<string, string>>();
  for (const name of tables) {
    const found = await db
      .$queryRawUnsafe<Record<string, unknown>[]>(`SELECT rowid AS rowid_, * FROM "${name}"`)
      .catch(() => db.$queryRawUnsafe<Record<string, unknown>[]>(`SELECT * FROM "${name}"`));
    rows.set(
      name,
      new Map(
        found.map((row) => {
          const text = JSON.stringify(row, (_, value) => (typeof value === "bigint" ? String(value) : value));
          return [String(row.rowid_ ?? text), text];
        }),
      ),
    );
  }
  return rows;
}

export interface Difference {
  readonly table: string;
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
}

export function differences(before: Rows, after: Rows): Difference[] {
  const all: Difference[] = [];
  for (const [table, rows] of after) {
    const were = before.get(table) ?? new Map<string, string>();
    for (const [id, text] of rows)
      if (were.get(id) !== text) all.push({ table, before: parsed(were.get(id)), after: parsed(text) });
    for (const [id, text] of were) if (!rows.has(id)) all.push({ table, before: parsed(text), after: null });
  }
  return all;
}

const parsed = (text: string | undefined) =>
  text === undefined ? null : (JSON.parse(text) as Record<string, unknown>);

/** Which statements and claims an act reached, read from the rows that it wrote: not from its log. */
export async function touchedBy(changes: readonly Difference[]): Promise<Touched> {
  const statements = await db.statement.findMany({
    select: { id: true, publicId: true, speakerId: true, sourceId: true },
  });
  const publicOf = new Map(statements.map(({ id, publicId }) => [id, publicId]));
  const claims = new Map(
    (await db.claim.findMany({ select: { id: true, slug: true } })).map(({ id, slug }) => [id, slug]),
  );
  const related: string[] = [];
  const positioned: string[] = [];
  const named: string[] = [];
  const ofClaims: string[] = [];
  const add = (list: string[], value: string | undefined) => value !== undefined && list.push(value);
  for (const { table, before, after } of changes) {
    const row = after ?? before ?? {};
    const text = (field: string) => String(row[field] ?? "");
    if (table === "Relation") for (const end of ["fromId", "toId"]) add(related, publicOf.get(text(end)));
    if (table === "Position" && row.lapsedAt === null) {
      add(positioned, publicOf.get(text("statementId")));
      add(ofClaims, claims.get(text("claimId")));
    }
    if (
      table === "Speaker" &&
      before !== null &&
      ["name", "citedAs", "kind", "description"].some((field) => before[field] !== after?.[field])
    )
      for (const one of statements) if (one.speakerId === row.id) named.push(one.publicId);
    if (
      table === "Source" &&
      before !== null &&
      ["title", "author", "publishedOn", "address", "kind"].some((field) => before[field] !== after?.[field])
    )
      for (const one of statements) if (one.sourceId === row.id) named.push(one.publicId);
    if (table === "Claim" && before === null) add(ofClaims, claims.get(text("id")));
  }
  return { related, positioned, named, claims: ofClaims };
}

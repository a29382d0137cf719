import type BetterSqlite3 from "better-sqlite3";
import type pg from "pg";

/** Small whatever a newsroom keeps: people, outlets, settings, stories. */
const SMALL = /^(User|Outlet|Setting|TruthScale|ScaleLabel|Story|Session)$/;

/** The planner is told of a newsroom thirty times as large: what is cheaper for a few rows is not what is looked for. */
export function enlarge(file: BetterSqlite3.Database): void {
  const rows = file.prepare("SELECT rowid, stat FROM sqlite_stat1").all() as {
    rowid: number;
    stat: string;
  }[];
  const write = file.prepare("UPDATE sqlite_stat1 SET stat = ? WHERE rowid = ?");
  for (const { rowid, stat } of rows) {
    const [total = "", ...each] = stat.split(" ");
    write.run([String(Number(total) * 30), ...each].join(" "), rowid);
  }
  // statistics are read when a file is opened, and at this
  file.exec("ANALYZE sqlite_schema");
}

/** What of a plan of SQLite walks a large table from its start to its end. */
export function walksOnSqlite(file: BetterSqlite3.Database, statement: string, hasEnd: boolean): string[] {
  // nothing is asked of an empty list
  if (/WHERE \(?1=0\b/.test(statement)) return [];
  const places = Array<null>(statement.split("?").length - 1).fill(null);
  const plan = file.prepare(`EXPLAIN QUERY PLAN ${statement}`).all(...places) as { detail: string }[];
  const details = plan.map(({ detail }) => detail);
  const isOrdered = hasEnd && /LIMIT/.test(statement) && !details.includes("USE TEMP B-TREE FOR ORDER BY");
  const aliases = new Map(
    Array.from(statement.matchAll(/`main`\.`(\w+)` AS `(\w+)`/g), ([, table = "", alias = ""]) => [
      alias,
      table,
    ]),
  );
  return details.filter((detail) => {
    const [, name = "", way] = /^SCAN (?:main\.)?(\w+)(?: USING (COVERING INDEX|INDEX))?/.exec(detail) ?? [];
    const table = (aliases.get(name) ?? name).replace(/^aggr_selection_\d+_/, "");
    if (/AUTOMATIC/.test(detail)) return true;
    // an index of words is asked for words
    if (/VIRTUAL TABLE INDEX \d+:M/.test(detail)) return false;
    // json_each is the list of ids that is handed over with the question
    if (name === "" || /^(sub|CONSTANT|json_each)$/.test(table) || SMALL.test(table)) return false;
    // in the order of an index the walk ends with the page
    return !(way !== undefined && isOrdered);
  });
}

interface Node {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Index Name"?: string;
  readonly "Index Cond"?: string;
  readonly "Parent Relationship"?: string;
  readonly Plans?: readonly Node[];
}

/**
 * What PostgreSQL cannot answer but by a walk of a large table: its planner is told to look everything up, for among the few
 * rows of a test it would read them all whatever indexes there are.
 */
export async function walksOnPostgresql(
  client: pg.Client,
  { text, values }: { readonly text: string; readonly values: readonly unknown[] },
  hasEnd: boolean,
): Promise<string[]> {
  for (const way of ["seqscan", "hashjoin", "mergejoin"]) await client.query(`SET enable_${way} = off`);
  const { rows } = await client.query<{ "QUERY PLAN": readonly { Plan: Node }[] }>(
    `EXPLAIN (FORMAT JSON) ${text}`,
    [...values],
  );
  const plan = rows[0]?.["QUERY PLAN"][0]?.Plan;
  const sizes = await client.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND reltuples > $1",
    [MANY_ROWS],
  );
  const large = new Set(sizes.rows.map(({ name }) => name));
  return plan ? walksBelow(plan, { endsSoon: false, hasEnd, large }) : [];
}

/** So many rows may be read to answer a page: of a smaller table the order of its key is cheaper than any index. */
const MANY_ROWS = 1000;

interface Above {
  /** Whether what is above takes as many rows as a page has, in the order in which they come. */
  readonly endsSoon: boolean;
  readonly hasEnd: boolean;
  readonly large: ReadonlySet<string>;
}

function walksBelow(node: Node, above: Above): string[] {
  const { endsSoon, hasEnd, large } = above;
  const { "Node Type": type, "Relation Name": table = "", Plans = [] } = node;
  const isWalk =
    type === "Seq Scan" || (/^Index (Only )?Scan/.test(type) && node["Index Cond"] === undefined);
  const isAllowed = SMALL.test(table) || !large.has(table) || (endsSoon && type !== "Seq Scan");
  const here =
    isWalk && !isAllowed
      ? [`${type} of ${table}${node["Index Name"] ? ` by ${node["Index Name"]}` : ""}`]
      : [];
  // what sorts or counts takes all rows before it gives the first
  const takesAll = /^(Sort|Incremental Sort|Aggregate|Hash|Materialize|Memoize|Unique|SetOp|WindowAgg)$/.test(
    type,
  );
  return here.concat(
    Plans.flatMap((below) => {
      const isOfThisRow =
        below["Parent Relationship"] === "Inner" || below["Parent Relationship"] === "SubPlan";
      const goesOn = !takesAll && !isOfThisRow && endsSoon;
      return walksBelow(below, { ...above, endsSoon: hasEnd && (type === "Limit" || goesOn) });
    }),
  );
}

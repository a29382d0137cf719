import BetterSqlite3 from "better-sqlite3";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { addUser } from "@/lib/accounts/server";
import { type Actor, SYSTEM, VISITOR } from "@/lib/auth";
import { findAgainst } from "@/lib/checks/server";
import { getClaim, listClaims } from "@/lib/claims/server";
import { db, engine, refreshStatistics, sqliteFile } from "@/lib/db/server";
import { env } from "@/lib/env/server";
import { listPrintings } from "@/lib/lineage/server";
import {
  countContradictions,
  listContradictingSpeakers,
  listContradictions,
  listNewestContradictions,
  listRelationsOf,
} from "@/lib/relations/server";
import { countQueue, listQueue, QUEUE_VIEWS } from "@/lib/review/server";
import { countHeld, facetStatements } from "@/lib/search/server";
import { indexMissing } from "@/lib/shingles/server";
import { getSource, listSources } from "@/lib/sources/server";
import { latestSourcing } from "@/lib/sourcing/server";
import { getSpeaker, listLetters, listMostQuoted, listSpeakers } from "@/lib/speakers/server";
import { countStatements, getStatement, listNewestPublished, listStatements } from "@/lib/statements/server";
import { listStories } from "@/lib/stories/server";
import { latestVerdicts } from "@/lib/verdicts/server";
import { fillNewsroom } from "../bench/newsroom";

// What a page asks costs the same at a hundred thousand statements as at a thousand only while no query walks a whole table.

/** Small whatever a newsroom keeps: people, outlets, settings, stories. */
const SMALL = /^(User|Outlet|Setting|TruthScale|ScaleLabel|Story|Session)$/;

/** What asks for no page: a walk in the order of an index ends only with the table. */
const WITHOUT_END = /^check: /;

/** What counts everything has to walk everything once; it does so in an index and reads no row. */
const TOTALS =
  /^(front: (held|open|most quoted)|statements: count|review: counts|contradictions: (count|pairs))$/;

let editor: Actor;

beforeAll(async () => {
  await fillNewsroom({ statements: 3000, speakers: 60, perSource: 20 });
  await indexMissing();
  const named = { name: "Speaker 0", nameKey: "speaker 0", kind: "name" };
  await db.speakerAlias.create({ data: { speakerId: "speaker-000000000", ...named } });
  await refreshStatistics();
  const { id } = await addUser(SYSTEM, {
    email: "e@example.test",
    name: "Ed",
    role: "editor",
    password: "long enough, this",
  });
  editor = { id, name: "Ed", role: "editor" };
});

const actors = () =>
  [
    ["visitor", VISITOR],
    ["editor", editor],
  ] as const;

const DRAFT = "“The court and the river of number 77 were settled before the vote,” Speaker 0 said.";

const PAGES: readonly (readonly [string, (actor: Actor) => Promise<unknown>])[] = [
  ["front: newest", (actor) => listNewestPublished(actor, { take: 5 })],
  ["front: contradictions", (actor) => listNewestContradictions(actor, { take: 4 })],
  ["front: open", (actor) => countContradictions(actor, { isOpenOnly: true })],
  ["front: held", (actor) => countHeld(actor)],
  ["front: most quoted", (actor) => listMostQuoted(actor, { take: 6 })],
  ["statements", (actor) => listStatements(actor)],
  ["statements, one form", (actor) => listStatements(actor, { form: ["indirect"] })],
  ["statements of a speaker", (actor) => listStatements(actor, { speaker: ["speaker-0"] })],
  ["statements of a source", (actor) => listStatements(actor, { source: "src-7" })],
  [
    "statements, second page",
    async (actor) => {
      const { next } = await listStatements(actor);
      return listStatements(actor, {}, { after: next ?? "" });
    },
  ],
  ["statements: count", (actor) => countStatements(actor)],
  ["statements: facets", (actor) => facetStatements(actor)],
  ["statement", (actor) => getStatement(actor, "st-b700")],
  ["statement: printings", async (actor) => listPrintings(actor, await getStatement(actor, "st-b700"))],
  ["statement: relations", (actor) => listRelationsOf(actor, "st-b700")],
  ["statement: verdicts", (actor) => latestVerdicts(actor, "st-b700")],
  ["statement: sourcing", (actor) => latestSourcing(actor, "st-b700")],
  ["speakers", (actor) => listSpeakers(actor)],
  ["speakers: letters", (actor) => listLetters(actor)],
  ["speaker", (actor) => getSpeaker(actor, "speaker-0")],
  ["sources", (actor) => listSources(actor)],
  ["source", (actor) => getSource(actor, { sourceId: "src-7" })],
  ["claims", (actor) => listClaims(actor)],
  ["claim", (actor) => getClaim(actor, "claim-3")],
  ["contradictions", (actor) => listContradictions(actor)],
  ["contradictions: count", (actor) => countContradictions(actor)],
  ["contradictions: pairs", (actor) => listContradictingSpeakers(actor)],
  ["stories", (actor) => listStories(actor)],
  ...QUEUE_VIEWS.map((view) => [`review: ${view}`, () => listQueue(editor, view)] as const),
  ["review: counts", () => countQueue(editor)],
  ["check: what a draft may quote", (actor) => findAgainst(actor, { draft: DRAFT, scope: "store" })],
];

/** The planner is told of a newsroom thirty times as large: what is cheaper for a few rows is not what is looked for. */
function enlarge() {
  const file = new BetterSqlite3(sqliteFile(env().dataDir));
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
  return file;
}

/** What of a plan walks a large table from its start to its end. */
function walksOf(file: BetterSqlite3.Database, statement: string, hasEnd = true): string[] {
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
    // json_each is the list of ids that is handed over with the question
    if (name === "" || /^(sub|CONSTANT|json_each)$/.test(table) || SMALL.test(table)) return false;
    // in the order of an index the walk ends with the page
    return !(way !== undefined && isOrdered);
  });
}

describe.skipIf(engine !== "sqlite")("what a page asks", () => {
  let file: BetterSqlite3.Database;
  beforeAll(() => {
    file = enlarge();
    return () => file.close();
  });

  it.each(PAGES)("%s", async (page, ask) => {
    const prepare = vi.spyOn(BetterSqlite3.prototype, "prepare");
    for (const [, actor] of actors()) await ask(actor);
    const statements = new Set(prepare.mock.calls.map(([statement]) => statement));
    prepare.mockRestore();
    const reads = [...statements].filter((statement) => /^\s*SELECT/i.test(statement));
    expect(reads.length).toBeGreaterThan(WITHOUT_END.test(page) ? 12 : 0);
    const walks = reads.flatMap((statement) =>
      walksOf(file, statement, !WITHOUT_END.test(page)).map(
        (walk) => `${walk}: ${statement.replace(/SELECT .*? FROM/, "SELECT … FROM")}`,
      ),
    );
    // the newsroom of the test has sixty speakers, and more than half of them are asked for
    const large = walks.filter((walk) => !WITHOUT_END.test(page) || !/^SCAN main\.Speaker/.test(walk));
    if (!TOTALS.test(page)) expect(large).toEqual([]);
  });
});

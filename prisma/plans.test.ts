import BetterSqlite3 from "better-sqlite3";
import pg from "pg";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { addUser } from "@/lib/accounts/server";
import { type Actor, SYSTEM, VISITOR } from "@/lib/auth";
import { findAgainst } from "@/lib/checks/server";
import { getClaim, listClaims } from "@/lib/claims/server";
import { db, KeptStatements, refreshStatistics, sqliteFile } from "@/lib/db/server";
import { env } from "@/lib/env/server";
import { listPrintings } from "@/lib/lineage/server";
import { listOutletsByName } from "@/lib/outlets/server";
import { keepMissingPassages, listPassages } from "@/lib/passages/server";
import { clusterInTime, listPositionsOf } from "@/lib/profiles/server";
import {
  countContradictions,
  listContradictingSpeakers,
  listContradictions,
  listNewestContradictions,
  listRelationsOf,
} from "@/lib/relations/server";
import { countQueue, listQueue, QUEUE_VIEWS } from "@/lib/review/server";
import { countHeld, facetStatements, findAnything, searchStatements } from "@/lib/search/server";
import { findSearchesByWords } from "@/lib/searches/server";
import { indexMissing } from "@/lib/shingles/server";
import { getSource, listSources } from "@/lib/sources/server";
import { latestSourcing } from "@/lib/sourcing/server";
import { getSpeaker, listLetters, listMostQuoted, listSpeakers } from "@/lib/speakers/server";
import { countStatements, getStatement, listNewestPublished, listStatements } from "@/lib/statements/server";
import { listStories } from "@/lib/stories/server";
import { latestVerdicts } from "@/lib/verdicts/server";
import { fillNewsroom } from "../bench/newsroom";
import { enlarge, walksOnPostgresql, walksOnSqlite } from "./testing/plans";

// What a page asks costs the same at a hundred thousand statements as at a thousand only while no query walks a whole table.

/** What asks for no page: a walk in the order of an index ends only with the table. */
const WITHOUT_END = /^check: /;

/** What counts everything has to walk everything once; it does so in an index and reads no row. */
const TOTALS =
  /^(front: (held|open|most quoted)|statements: count|review: counts|contradictions: (count|pairs))$/;

let editor: Actor;

beforeAll(async () => {
  await fillNewsroom({ statements: 3000, speakers: 60, perSource: 20 });
  await indexMissing();
  await keepMissingPassages();
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

// words that a few statements have: of what very many have, a page is found in the order of the list
const SEARCHES = [
  ...["77", '"number 77"', "speaker:speaker-7", "source:src-7", 'exact:"number 77"'],
  'near:"the court and the river of number 77"',
];

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
  ...SEARCHES.map((q) => [`search: ${q}`, (actor: Actor) => searchStatements(actor, { q })] as const),
  ...["77", "speak", "ri cou", "st-b700", "speaker 7"].map(
    (typed) => [`palette: ${typed}`, (actor: Actor) => findAnything(actor, typed)] as const,
  ),
  ["palette: searches", () => findSearchesByWords(editor, "ceasefire", { take: 5 })],
  ["texts: 77", (actor) => listPassages(actor, "77")],
  ["texts: river court", (actor) => listPassages(actor, "river court", { take: 5 })],
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
  ["speaker: positions", (actor) => listPositionsOf(actor, "speaker-000000000", { take: 25 })],
  ["speaker: in time", (actor) => clusterInTime(actor, "speaker-000000000", null)],
  ["search, best first", (actor) => searchStatements(actor, { q: "77" }, {}, "relevance")],
  ["sources", (actor) => listSources(actor)],
  ["source", (actor) => getSource(actor, { sourceId: "src-7" })],
  ["claims", (actor) => listClaims(actor)],
  ["claim", (actor) => getClaim(actor, "claim-3")],
  ["contradictions", (actor) => listContradictions(actor)],
  ["contradictions: count", (actor) => countContradictions(actor)],
  ["contradictions: pairs", (actor) => listContradictingSpeakers(actor)],
  ["outlets", (actor) => listOutletsByName(actor)],
  ["stories", (actor) => listStories(actor)],
  ...QUEUE_VIEWS.map((view) => [`review: ${view}`, () => listQueue(editor, view)] as const),
  ["review: counts", () => countQueue(editor)],
  ["check: what a draft may quote", (actor) => findAgainst(actor, { draft: DRAFT, scope: "store" })],
];

/** What is asked by a page, as the one engine or the other was asked it. */
async function readsOf(ask: (actor: Actor) => Promise<unknown>): Promise<Read[]> {
  const asked: Read[] = [];
  // not what is prepared, which is so once for all pages
  const prepare = vi.spyOn(KeptStatements.prototype, "prepare");
  const query = vi.spyOn(pg.Client.prototype, "query");
  for (const [, actor] of actors()) await ask(actor);
  for (const [text] of prepare.mock.calls) asked.push({ text, values: [] });
  for (const [config, values] of query.mock.calls as unknown as [string | Read, unknown[]?][])
    if (typeof config !== "string") asked.push({ text: config.text, values: values ?? config.values ?? [] });
  prepare.mockRestore();
  query.mockRestore();
  const once = new Map(asked.map((one) => [one.text, one]));
  // whether something was written since is no question about rows
  const isOfRows = ({ text }: Read) => /^\s*SELECT/i.test(text) && !text.includes("pragma_data_version");
  return [...once.values()].filter(isOfRows);
}

interface Read {
  readonly text: string;
  readonly values: readonly unknown[];
}

describe("what a page asks", () => {
  let walksOf: (read: Read, hasEnd: boolean) => string[] | Promise<string[]>;
  beforeAll(async () => {
    const { databaseUrl, dataDir } = env();
    if (databaseUrl !== null) {
      const client = new pg.Client({ connectionString: databaseUrl });
      await client.connect();
      walksOf = (read, hasEnd) => walksOnPostgresql(client, read, hasEnd);
      return () => client.end();
    }
    const file = new BetterSqlite3(sqliteFile(dataDir));
    enlarge(file);
    walksOf = ({ text }, hasEnd) => walksOnSqlite(file, text, hasEnd);
    return () => file.close();
  });

  it("is known for a walk where it is one", async () => {
    const walks = async (rest: string) =>
      (await walksOf({ text: `SELECT "id" FROM "Statement" ${rest}`, values: [] }, true)).length;
    expect(await walks(`WHERE "cue" = 'said'`)).toBe(1);
    expect(await walks(`WHERE "cue" = 'said' ORDER BY "place" LIMIT 5`)).toBe(1);
    expect(await walks(`WHERE "cue" = 'said' ORDER BY "occurredAt" DESC, "id" DESC LIMIT 5`)).toBe(0);
    expect(await walks(`WHERE "speakerId" = 'speaker-000000007'`)).toBe(0);
  });

  it.each(PAGES)("%s", async (page, ask) => {
    const reads = await readsOf(ask);
    expect(reads.length).toBeGreaterThan(WITHOUT_END.test(page) ? 12 : 0);
    const walks: string[] = [];
    for (const read of reads)
      for (const walk of await walksOf(read, !WITHOUT_END.test(page)))
        walks.push(`${walk}: ${read.text.replace(/SELECT .*? FROM/, "SELECT … FROM")}`);
    // the newsroom of the test has sixty speakers and a hundred and fifty editions, and more than half of either are asked for
    const large = walks.filter(
      (walk) => !WITHOUT_END.test(page) || !/^(SCAN main\.Speaker|Index Scan of Anchor)/.test(walk),
    );
    if (!TOTALS.test(page)) expect(large).toEqual([]);
  });
});

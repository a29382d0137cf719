import { beforeEach, describe, expect, it } from "vitest";
import { listHistory, verifyAudit } from "@/lib/audit/server";
import { type Actor, can, ROLES, SYSTEM } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { Conflict, Forbidden, NotFound, Refused } from "@/lib/errors";
import { createDraft, storeDraft } from "@/lib/imports/server";
import { acceptAll } from "@/lib/proposals/server";
import { createSpeaker } from "@/lib/speakers/server";
import { makeSource, makeSpeaker, makeUser } from "@/prisma/factories";
import { clearDatabase } from "@/prisma/testing/database";
import type { ColumnMeaning } from "./fields";
import {
  bringTable,
  discardTable,
  findStoredTable,
  getTable,
  listTables,
  replaceTable,
  sayTable,
  storeTable,
} from "./server";

let reporter: Actor;
beforeEach(async () => {
  await clearDatabase();
  reporter = await makeUser("reporter");
});

const HEAD = "ID;Quote;Speaker;Role;Date;Article;Outlet;URL;Page;Note";
const ONE =
  "a1;“We will open the lock,”;Dr Mira Tanvald;mayor;28 October 2025;The lock;The Post;https://post.example/lock;12;ring her";
const TWO = "a2;they will wait;Ministry of Works;;October 2025;The lock;The Post;https://post.example/lock;;";
const bytesOf = (...rows: string[]) => new TextEncoder().encode(rows.join("\n"));
const bring = (...rows: string[]) =>
  bringTable(reporter, { bytes: bytesOf(HEAD, ...rows), name: "quotes.csv" });
const look = (at: { tableId: string }, actor = reporter) => getTable(actor, at);
const store = async (...rows: string[]) => storeTable(reporter, await bring(...rows));
const messagesOf = async (at: { tableId: string }) =>
  (await look(at)).problems.map(
    ({ weight, row, column, message }) => `${weight} ${row}${column?.letter ?? ""} ${message}`,
  );

describe("a table", () => {
  it("is shown as it would be stored, and then stored with its sources, speakers, places and notes", async () => {
    const table = await bring(ONE, TWO);
    expect(await look(table)).toMatchObject({
      counts: { rows: 2, new: 2, known: 0, stop: 0, newSources: 1, newSpeakers: 2 },
      problems: [],
      rows: [
        { becomes: "new", speaker: { name: "Mira Tanvald", how: "new" }, source: { title: "The lock" } },
        { becomes: "new", speaker: { name: "Ministry of Works", how: "new" } },
      ],
    });
    expect(await db.statement.count()).toBe(0);
    const outcome = await storeTable(reporter, table);
    expect(outcome).toMatchObject({ stored: 2, known: 0, sources: 1, speakers: 2 });
    const statements = await db.statement.findMany({
      include: {
        speaker: true,
        anchors: { include: { edition: true } },
        source: { include: { outlet: true } },
        review: { include: { comments: true } },
      },
      orderBy: { id: "asc" },
    });
    expect(statements).toMatchObject([
      {
        ...{ wording: "“We will open the lock,”", form: "direct", state: "captured", roleThen: "mayor" },
        ...{ attribution: "Dr Mira Tanvald", saidOnPrecision: "day", capturedById: reporter.id },
        speaker: { name: "Mira Tanvald", kind: "person" },
        source: { title: "The lock", address: "https://post.example/lock", outlet: { name: "The Post" } },
        anchors: [
          { state: "exact", exact: "“We will open the lock,”", edition: { extent: "quoted", number: 1 } },
        ],
        review: { comments: [{ body: "ring her", resolvedAt: null }] },
      },
      { form: "direct", speaker: { kind: "organisation" }, saidOnPrecision: "month", review: null },
    ]);
    const [{ anchors: [anchor] = [] } = {}] = statements;
    expect(anchor?.edition.text).toBe("they will wait\n\n“We will open the lock,”");
    expect(JSON.parse(anchor?.edition.marks ?? "")).toEqual({ times: [], pages: [[16, 12]] });
    expect(await findStoredTable(reporter, table)).toMatchObject({ stored: 2, name: "quotes.csv" });
    expect(await verifyAudit(SYSTEM)).toMatchObject({ isIntact: true });
    const { id } = await db.statementTable.findUniqueOrThrow({ where: { publicId: table.tableId } });
    expect((await listHistory("table", id)).map(({ action }) => action).sort()).toEqual([
      "table.brought",
      "table.stored",
    ]);
  });

  it("is stored whole or not at all, and everything that is wrong is told by row and column", async () => {
    const table = await bring(
      ONE,
      "a2;;Jon Vale;;3/4/2025;The lock;The Post;not an address;;",
      "a1;“Never,”;Jon Vale;;31/02/2025;The lock;The Post;;;",
    );
    const messages = await messagesOf(table);
    expect(messages.map((one) => one.split(" ").slice(0, 2).join(" "))).toEqual([
      ...["stop 3B", "stop 3H", "stop 4E"],
    ]);
    await expect(storeTable(reporter, table)).rejects.toThrow(
      /problems stop this table. Nothing of it was stored/,
    );
    expect([
      await db.statement.count(),
      await db.source.count(),
      await db.speaker.count(),
      await db.tableRow.count(),
    ]).toEqual([0, 0, 0, 0]);
  });

  it("brought twice stores nothing twice, whatever its keys, its marks and its order", async () => {
    await store(ONE, TWO);
    const keyless =
      "x9;we will open the LOCK;Mira Tanvald;mayor;;The lock;The Post;http://post.example/lock/;;";
    const table = await bring(TWO, keyless, ONE);
    expect((await look(table)).counts).toMatchObject({ new: 0, known: 3, stop: 0 });
    expect(await storeTable(reporter, table)).toMatchObject({ stored: 0, known: 3 });
    expect([await db.statement.count(), await db.source.count(), await db.speaker.count()]).toEqual([
      2, 1, 2,
    ]);
    // pressed twice
    await expect(storeTable(reporter, table)).rejects.toThrow("This table is stored already");
    await expect(discardTable(reporter, table)).rejects.toThrow("This table is stored already");
    await expect(storeTable(await makeUser("reporter"), table)).rejects.toThrow(NotFound);
  });

  it("with a source of no address is known again by its title, outlet and day", async () => {
    const row = "b1;“No,”;Jon Vale;mayor;;The dam;The Post;;;";
    await store(row);
    const table = await bring(row.replace("b1", ""));
    expect((await look(table)).counts).toMatchObject({ known: 1, knownSources: 1 });
  });

  it("of whose source some rows give the address and some do not is of one source", async () => {
    const bare = TWO.replace("https://post.example/lock", "").replace("a2", "a4");
    const table = await bring(ONE, bare);
    expect((await look(table)).counts).toMatchObject({ newSources: 1, new: 2 });
    await storeTable(reporter, table);
    expect(await db.source.findMany()).toMatchObject([{ address: "https://post.example/lock" }]);
  });

  it("tells a row that stands in it twice, a key that two rows have, and a key that came with other words", async () => {
    await store(ONE);
    const changed = ONE.replace("open", "shut");
    const messages = await messagesOf(
      await bring(changed, TWO, TWO.replace("a2", "a3"), TWO.replace("they", "others")),
    );
    expect(messages).toEqual([
      expect.stringMatching(/^stop 2A The key “a1” was brought before with other words, as st-/),
      expect.stringMatching(/^stop 5A Row 3 has the same key “a2”/),
      expect.stringMatching(/^care 4 It is the same as row 3/),
    ]);
  });

  it("knows a statement of ours by its printed id, as our own tables carry it", async () => {
    await store(ONE);
    const { publicId } = await db.statement.findFirstOrThrow();
    const table = await bring(ONE.replace("a1", publicId).replace("open", "shut"));
    expect((await look(table)).rows).toMatchObject([{ becomes: "known", statementId: publicId }]);
    expect((await look(table)).counts).toMatchObject({ stop: 0, care: 1 });
  });
});

describe("speakers", () => {
  it("that are known are found as an import finds them, and of an adjective, a document or a place nobody is made", async () => {
    const mira = await makeSpeaker("Mira Tanvald");
    const names = [
      "Dr Mira Tanvald",
      "Afghan",
      "The report",
      "Osthaven",
      "an unnamed official",
      "Afghan officials",
      "she",
    ];
    const table = await bring(...names.map((name, at) => `k${at};“Number ${at},”;${name};;;The lock;;;;`));
    const { rows, asked, problems } = await look(table);
    expect(rows.map(({ speaker }) => speaker)).toEqual([
      { name: mira.name, how: "known" },
      ...["Afghan", "The report", "Osthaven"].map((name) => ({ name, how: "asked" })),
      { name: "an unnamed official", how: "new" },
      { name: "Afghan officials", how: "new" },
      { name: "she", how: "asked" },
    ]);
    expect(asked.map(({ printed }) => printed)).toEqual(["Afghan", "The report", "Osthaven"]);
    expect(problems.filter(({ weight }) => weight === "stop")).toHaveLength(4);
    const { version } = await look(table);
    await sayTable(reporter, {
      ...{ ...table, version, choices: {} },
      speakers: { afghan: { kind: "collective" }, "the report": null, osthaven: { kind: "organisation" } },
    });
    const { asked: then } = await look(table);
    expect(then.map(({ printed, settled }) => [printed, settled.how])).toEqual([
      ["Afghan", "new"],
      ["The report", "asked"],
      ["Osthaven", "new"],
    ]);
  });

  it("may be said by a column, and two unnamed voices of two articles are two", async () => {
    const head = "Quote;Speaker;Kind of speaker;Article";
    const rows = ["“A,”;Osthaven;organisation;One", "“B,”;an official;;One", "“C,”;an official;;Two"];
    const table = await bringTable(reporter, { bytes: bytesOf(head, ...rows), name: "q.csv" });
    expect((await look(table)).counts).toMatchObject({ stop: 0 });
    await storeTable(reporter, table);
    const speakers = await db.speaker.findMany({ orderBy: { id: "asc" } });
    expect(speakers.map(({ name, kind }) => [name, kind])).toEqual([
      ["Osthaven", "organisation"],
      ["an official", "anonymous"],
      ["an official", "anonymous"],
    ]);
  });

  it("of whom several are called so are asked, and the one who is chosen speaks", async () => {
    const one = await makeSpeaker("Jon Vale");
    const description = "The harbour master.";
    await createSpeaker(await makeUser("editor"), { name: "Jon Vale", kind: "person", description });
    const table = await bring("k;“No,”;Jon Vale;;;The lock;;;;");
    const { asked, version } = await look(table);
    expect(asked).toMatchObject([{ settled: { how: "asked", about: "namesakes" } }]);
    await sayTable(reporter, {
      ...table,
      version,
      choices: {},
      speakers: { "jon vale": { speakerId: one.id } },
    });
    await storeTable(reporter, table);
    expect(await db.statement.findFirst()).toMatchObject({ speakerId: one.id });
  });
});

describe("a source in the record", () => {
  it("with its text: the words are looked for in it, and what does not stand there is told", async () => {
    const text = `The lock\n\n“We will open the lock,” Dr Mira Tanvald said.`;
    const { draftId } = await createDraft(reporter, { text, address: "https://post.example/lock" });
    await acceptAll(reporter, { draftId });
    await storeDraft(reporter, { draftId });
    const table = await bring(ONE, TWO);
    expect(await look(table)).toMatchObject({
      counts: { known: 1, new: 1, knownSources: 1 },
      problems: [{ weight: "care", row: 3, message: expect.stringContaining("do not stand so in the text") }],
    });
    await storeTable(reporter, table);
    const anchors = await db.anchor.findMany({ include: { edition: true }, orderBy: { id: "asc" } });
    expect(anchors.map(({ state, edition }) => [state, edition.extent, edition.number])).toEqual([
      ["exact", null, 1],
      ["lost", null, 1],
    ]);
  });

  it("of which only quoted words are held grows by those that it lacks", async () => {
    await store(ONE);
    await store(TWO, ONE);
    const editions = await db.edition.findMany({ include: { anchors: true }, orderBy: { number: "asc" } });
    expect(
      editions.map(({ text, extent, anchors }) => [text, extent, anchors.map(({ state }) => state)]),
    ).toEqual([
      ["“We will open the lock,”", "quoted", ["exact"]],
      ["“We will open the lock,”\n\nthey will wait", "quoted", expect.arrayContaining(["exact"])],
    ]);
  });
});

describe("what a person says of columns", () => {
  const odd = (...rows: string[]) => bytesOf("Aa;Bb;Cc;Dd", ...rows);
  it("is remembered for the next table with these columns, for colleagues once it was stored", async () => {
    const bytes = odd("“No,”;Jon Vale;3/4/2025;One");
    const first = await bringTable(reporter, { bytes, name: "odd.csv" });
    const { version } = await look(first);
    const choices = {
      columns: ["wording", "speaker", "saidOn", "title"] as const,
      dates: "day_first" as const,
    };
    await sayTable(reporter, { ...first, version, choices });
    expect((await look(first)).rows[0]?.said).toMatchObject({
      saidOn: "2025-04-03",
      source: { title: "One" },
    });
    await expect(sayTable(reporter, { ...first, version, choices })).rejects.toThrow(Conflict);
    let told = 0;
    const meant = async (actor: Actor) => {
      told += 1;
      const table = await bringTable(actor, {
        bytes: bytesOf("Dd;Cc;Bb;Aa", `Two;5/4/2025;Jon Vale;“Yes, ${told},”`),
        name: "o",
      });
      const { columns, choices } = await look(table, actor);
      return [columns.map(({ means }) => means), choices.dates];
    };
    const known = [["title", "saidOn", "speaker", "wording"], "day_first"];
    expect(await meant(reporter)).toEqual(known);
    const colleague = await makeUser("editor");
    expect(await meant(colleague)).not.toEqual(known);
    await sayTable(reporter, {
      ...first,
      version: version + 1,
      choices: {},
      speakers: { "jon vale": { kind: "person" } },
    });
    await storeTable(reporter, first);
    expect(await meant(colleague)).toEqual(known);
  });

  it("is told at its field where it leaves no rows, and is not remembered where nobody said it", async () => {
    // no address stands in the column, so that it is not guessed to hold addresses
    const first = await bringTable(reporter, {
      bytes: bytesOf("Quote;Speaker;URL", "“No,”;Jon Vale;x"),
      name: "a",
    });
    await expect(
      sayTable(reporter, { ...first, version: 1, choices: { headerRow: 50 } }),
    ).rejects.toMatchObject({
      refusals: [{ rule: "table.empty", field: "headerRow" }],
    });
    expect((await look(first)).columns.map(({ means }) => means)).toEqual(["wording", "speaker", "none"]);
    await discardTable(reporter, first);
    const bytes = bytesOf("Quote;Speaker;URL", "“No,”;Jon Vale;https://post.example/a");
    const next = await bringTable(reporter, { bytes, name: "b" });
    expect((await look(next)).columns.map(({ means }) => means)).toEqual(["wording", "speaker", "address"]);
  });

  it("stays where a mended file takes the place of the first", async () => {
    const table = await bringTable(reporter, {
      bytes: odd("“No,”;Jon Vale;31/02/2025;One"),
      name: "odd.csv",
    });
    const { version } = await look(table);
    await sayTable(reporter, {
      ...{ ...table, version },
      choices: { columns: ["wording", "speaker", "saidOn", "title"] },
      speakers: { "jon vale": { kind: "person" } },
    });
    await expect(storeTable(reporter, table)).rejects.toThrow(Refused);
    await replaceTable(reporter, {
      ...{ ...table, version: version + 1, name: "mended.csv" },
      bytes: odd("“No,”;Jon Vale;28/02/2025;One"),
    });
    expect(await look(table)).toMatchObject({ name: "mended.csv", counts: { stop: 0, new: 1 } });
    await storeTable(reporter, table);
    expect(await db.speaker.findMany()).toMatchObject([{ name: "Jon Vale", kind: "person" }]);
  });

  it("stays where none has a name, and a column that the mended file adds is guessed", async () => {
    const replaced = async (before: Uint8Array, columns: readonly ColumnMeaning[], after: Uint8Array) => {
      const table = await bringTable(reporter, { bytes: before, name: "a.csv" });
      await sayTable(reporter, { ...table, version: 1, choices: { columns } });
      await replaceTable(reporter, { ...table, version: 2, name: "b.csv", bytes: after });
      return (await look(table)).columns.map(({ means }) => means);
    };
    const bare = (day: string) => bytesOf(`“We will not open it, not this year.”;Jon Vale;${day};Works!`);
    const said = ["wording", "speaker", "publishedOn", "title"] as const;
    expect(await replaced(bare("31/02/2025"), said, bare("28/02/2025"))).toEqual(said);
    const kinds = bytesOf("Aa;Bb;Kind of speaker;Cc;Dd", "“No,”;Ofset;organisation;1 May 2025;One");
    expect(await replaced(odd("“No,”;Ofset;31/02/2025;One"), said, kinds)).toEqual([
      ...["wording", "speaker", "speakerKind", "publishedOn", "title"],
    ]);
  });
});

describe("whose it is", () => {
  it("is its owner's alone, and of those who may import", async () => {
    const table = await bring(ONE);
    for (const role of ROLES) {
      const actor = await makeUser(role);
      const acts = [
        () => getTable(actor, table),
        () => sayTable(actor, { ...table, version: 1, choices: {} }),
        () => replaceTable(actor, { ...table, version: 1, bytes: bytesOf(HEAD, ONE), name: "x" }),
        () => storeTable(actor, table),
        () => discardTable(actor, table),
      ];
      const failure = can(actor, "source:import") ? NotFound : Forbidden;
      for (const act of acts) await expect(act()).rejects.toThrow(failure);
      if (failure === NotFound) {
        expect([await listTables(actor), await findStoredTable(actor, table)]).toEqual([[], null]);
      }
    }
    expect(await listTables(reporter)).toHaveLength(1);
    await discardTable(reporter, table);
    expect(await listTables(reporter)).toEqual([]);
    const { packed } = await db.statementTable.findFirstOrThrow();
    expect(packed.length).toBe(0);
    await expect(look(table)).rejects.toThrow(NotFound);
  });
});

it("of more rows than are taken, of 201 columns and of no rows is refused in words", async () => {
  const many = bytesOf("Quote;Speaker", ...Array.from({ length: 100_000 }, (_, n) => `“N ${n},”;Jon Vale`));
  await expect(bringTable(reporter, { bytes: many, name: "many.csv" })).rejects.toThrow(
    /It has 100,000 rows, and 3,000 are taken/,
  );
  const wide = bytesOf(Array.from({ length: 201 }, (_, n) => `c${n}`).join(), "x,".repeat(200).concat("y"));
  await expect(bringTable(reporter, { bytes: wide, name: "wide.csv" })).rejects.toThrow(/201 columns/);
  await expect(bringTable(reporter, { bytes: bytesOf(HEAD), name: "none.csv" })).rejects.toThrow(/no rows/);
  expect(await db.statementTable.count()).toBe(0);
});

it("a source that somebody recorded by hand takes its quotations", async () => {
  const source = await makeSource("“We will open the lock,” she said.", "The lock");
  await db.source.update({ where: { id: source.id }, data: { address: "https://post.example/lock" } });
  await store(ONE);
  expect(await db.statement.findFirst()).toMatchObject({ sourceId: source.id });
});

import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth";
import { db, delegateOf, type ModelName, Prisma } from "@/lib/db/server";
import { acceptRun } from "@/lib/proposals/server";
import { addAlias, createSpeaker } from "@/lib/speakers/server";
import { createStory } from "@/lib/stories/server";
import { makeUser } from "@/prisma/factories";
import { clearDatabase } from "@/prisma/testing/database";
import { type Accepts, bringDocument, importDocument, storeDraft } from "./server";

/** A document, and what the record has before it comes. */
interface Brought {
  readonly bytes: Buffer;
  readonly name: string;
  readonly accepts?: Accepts;
  readonly hasStory?: boolean;
  readonly typed?: Readonly<Record<string, string>>;
}

type Row = Readonly<Record<string, unknown>>;

// what is made of other ids and moments
const MADE_OF_THEM: Readonly<Record<string, readonly string[]>> = {
  AuditEntry: ["hash", "previousHash", "mac", "keyId", "seals"],
  AuditHead: ["hash"],
  IndexedEdition: ["number"],
  Shingle: ["indexedId"],
  // each user of a test has one of their own
  User: ["email", "name"],
};

/** Every row of every table, its ids as the place of what they name, its moments as one. */
async function everything(): Promise<Map<ModelName, string[]>> {
  const tables = new Map<ModelName, Row[]>();
  for (const model of Object.values(Prisma.ModelName)) {
    const table = (db as unknown as Record<string, { findMany(args: object): Promise<Row[]> }>)[
      delegateOf(model)
    ];
    const rows = (await table?.findMany({})) ?? [];
    const by = ["seq", "ordinal", "hash", "number", "id"].find((column) => rows[0]?.[column] !== undefined);
    const order = (row: Row) => String(row[by ?? ""] ?? "").padStart(40, "0");
    tables.set(
      model,
      rows.sort((a, b) => (order(a) < order(b) ? -1 : 1)),
    );
  }
  const labels = new Map<string, string>();
  for (const [model, rows] of tables)
    for (const [at, row] of rows.entries())
      for (const column of ["id", "publicId"] as const)
        if (typeof row[column] === "string") labels.set(row[column], `${model} ${at} ${column}`);
  const plain = (text: string) =>
    text
      .replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\b[a-z]{2,3}-[0-9a-z]{6,8}\b/gu, (id) => labels.get(id) ?? id)
      .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/gu, "a moment");
  return new Map(
    [...tables].map(([model, rows]) => [
      model,
      rows.map((row) => {
        const left = MADE_OF_THEM[model] ?? [];
        const kept = Object.entries(row).filter(([column]) => !left.includes(column));
        return plain(JSON.stringify(Object.fromEntries(kept.map(([name, value]) => [name, shown(value)]))));
      }),
    ]),
  );
}

const shown = (value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString("hex") : value);

/** What of a table the entries seal: which records, and which of their fields; not how often, as one transaction seals once. */
function withSealsAlone(tables: Map<ModelName, string[]>): Map<ModelName, string[]> {
  const sealed = (tables.get("AuditSeal") ?? []).map((row) => {
    const { model, recordId, fields } = JSON.parse(row) as Record<string, string>;
    return `${model} ${recordId} ${Object.keys(JSON.parse(fields ?? "{}") as object).join()}`;
  });
  return new Map(tables).set("AuditSeal", [...new Set(sealed)].sort());
}

let reporter: Actor;
let story = "";

async function begin({ hasStory = false }: Brought): Promise<void> {
  await clearDatabase();
  reporter = await makeUser("reporter");
  const known = await createSpeaker(reporter, { name: "Vera Holt", kind: "person", description: "a mayor" });
  await addAlias(reporter, { speakerId: known.id, alias: "the mayor of Osthaven" });
  for (const description of ["a planner", "a goalkeeper"])
    await createSpeaker(reporter, { name: "Anna Brenn", kind: "person", description });
  story = hasStory ? (await createStory(reporter, { title: "The treaty", summary: "" })).slug : "";
}

async function atOnce(brought: Brought): Promise<Map<ModelName, string[]>> {
  await begin(brought);
  const { bytes, name, accepts = "all", typed = {} } = brought;
  const { what } = await bringDocument(reporter, { arriving: { bytes, name }, accepts, story, ...typed });
  expect(what).toMatch(/^(?:stored|waiting)$/u);
  return withSealsAlone(await everything());
}

async function stepByStep(brought: Brought): Promise<Map<ModelName, string[]>> {
  await begin(brought);
  const { bytes, name, accepts = "all", typed = {} } = brought;
  const { draftId } = await importDocument(reporter, { arriving: { bytes, name }, story, ...typed });
  await acceptRun(reporter, { draftId, run: accepts === "all" ? "all" : "sure", isUnseen: true });
  await storeDraft(reporter, { draftId });
  return withSealsAlone(await everything());
}

const page = `<!doctype html><html lang="en"><head><title>Treaty to be signed | The Courier</title>
<meta property="og:site_name" content="The Courier"><meta name="author" content="Jo Writer">
<meta property="article:published_time" content="2026-03-04T09:00:00Z">
<link rel="canonical" href="https://courier.example/treaty"></head><body><article><h1>Treaty to be signed</h1>
<p>“We will sign the treaty tomorrow,” Dr Mira Tanvald said on Tuesday in Osthaven. It rained in the north for days.</p>
<p>“Nobody was asked,” Vera Holt told reporters, and the trains to the coast were late again, as they had been.</p>
<p>The Harbour Trust said that 40 of the 60 boats had been sold twice in the years before the council met.</p>
<p>“It was wet,” a man in the hall said, who did not want to be named because he works for the town.</p></article></body></html>`;

describe("an article that is stored at once tells what the same one tells that goes step by step", () => {
  beforeEach(clearDatabase);

  it.each<[string, Brought]>([
    [
      "a text",
      {
        bytes: Buffer.from(
          "Report\n\n“We will sign it tomorrow,” Dr Mira Tanvald said.\n\n“It was wet,” a man in hall 2 said. Vera Holt denied that the lock had been sold.",
        ),
        name: "report.txt",
      },
    ],
    ["a page with all that it says of itself", { bytes: Buffer.from(page), name: "treaty.html" }],
    ["in a story", { bytes: Buffer.from(page), name: "treaty.html", hasStory: true }],
    ["what is in no doubt alone", { bytes: Buffer.from(page), name: "treaty.html", accepts: "confident" }],
    [
      "where one asks who is meant",
      {
        bytes: Buffer.from(
          "Report\n\n“We will sign it,” Anna Brenn said. “It rains,” said Vera Holt.\n\n“No,” said Mira Tanvald, citing Axios. Axios reported, citing a U.S. official, that the lock was sold.",
        ),
        name: "report.txt",
        typed: { outletName: "The Courier", author: "Jo Writer and Al Other", publishedOn: "2026-03" },
      },
    ],
    [
      "subtitles with their seconds",
      {
        bytes: Buffer.from(
          "1\n00:00:01,000 --> 00:00:04,000\nMIRA TANVALD: We will sign the treaty tomorrow.\n\n2\n00:00:05,000 --> 00:00:09,000\nVERA HOLT: Nobody was asked about it.\n",
        ),
        name: "talk.srt",
      },
    ],
  ])("%s", async (_, brought) => {
    const [once, steps] = [await atOnce(brought), await stepByStep(brought)];
    expect(once.get("Statement")?.length).toBeGreaterThan(0);
    for (const model of once.keys()) expect([model, once.get(model)]).toEqual([model, steps.get(model)]);
  });
});

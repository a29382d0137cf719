import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { db, engine } from "@/lib/db/server";
import { makeTestDatabase, type TestDatabase } from "@/prisma/testing/database";
import { MigrationFailed, migrate, migrationStatus } from "./apply";
import { driftOnPostgresql, driftOnSqlite } from "./author";
import { migrationsFolder, readMigrations } from "./files";

const LATER = "29990101000000_later";
const outlet = { slug: "the-wire", name: "The Wire", nameKey: "the wire" };

let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "verbatim-migrations-"));
  await cp(migrationsFolder(), folder, { recursive: true });
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** The tests around it start each with a database of their own: a new one takes all migrations, most of them a copy that had them. */
function startWith(content: "migrated" | "nothing") {
  beforeEach(async () => {
    database = await makeTestDatabase(content);
  });
  afterEach(() => database.remove());
}

async function addMigration(sql: string, name = LATER) {
  await mkdir(path.join(folder, engine, name), { recursive: true });
  await writeFile(path.join(folder, engine, name, "migration.sql"), sql);
}

async function failureOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(MigrationFailed);
  return (error as MigrationFailed).message;
}

describe("migrate, on a new database", () => {
  startWith("nothing");

  it("brings a new database to the present schema, once", async () => {
    const names = (await readMigrations(engine)).map(({ name }) => name);
    expect(await migrationStatus()).toMatchObject({ engine, applied: [], pending: names });
    expect(await migrate()).toEqual({ applied: names, backup: null });
    expect(await migrate()).toEqual({ applied: [], backup: null });
    expect(await migrationStatus()).toMatchObject({ applied: names, pending: [], failed: [], unknown: [] });
    await db.outlet.create({ data: outlet });
  });

  it("is safe when several start at once", async () => {
    const results = await Promise.all([migrate(), migrate(), migrate()]);
    const workers = results.filter(({ applied }) => applied.length > 0);
    expect(workers).toHaveLength(1);
    await db.outlet.create({ data: outlet });
  });
});

describe("migrate", () => {
  startWith("migrated");

  it("undoes a migration that fails half way, says which, and tries it again when it is mended", async () => {
    await db.outlet.create({ data: outlet });
    await addMigration(
      `UPDATE "Outlet" SET "name" = 'spoilt'; CREATE TABLE "Half" ("id" TEXT); SELECT nonsense;`,
    );

    const message = await failureOf(migrate(undefined, folder));
    expect(message).toContain(LATER);
    expect(message).toContain("nonsense");
    expect(await db.outlet.findMany()).toMatchObject([outlet]);
    expect(await migrationStatus(undefined, folder)).toMatchObject({ pending: [LATER], failed: [LATER] });
    // the earlier version of the program does not trip over the attempt
    expect(await migrate()).toMatchObject({ applied: [] });

    await addMigration(`UPDATE "Outlet" SET "name" = 'mended'; CREATE TABLE "Half" ("id" TEXT);`);
    expect((await migrate(undefined, folder)).applied).toEqual([LATER]);
    expect(await db.outlet.findMany()).toMatchObject([{ ...outlet, name: "mended" }]);
  });

  it.runIf(engine === "sqlite")("says what was wrong where the engine itself undid it", async () => {
    await addMigration(
      `CREATE TABLE "Half" ("id" TEXT PRIMARY KEY); INSERT OR ROLLBACK INTO "Half" VALUES ('a'), ('a');`,
    );
    const message = await failureOf(migrate(undefined, folder));
    expect(message).toContain("UNIQUE constraint failed");
    expect(message).not.toContain("rollback");
    expect(await migrate()).toMatchObject({ applied: [] });
  });

  it("refuses rows that a migration would leave pointing at nothing", async () => {
    const user = await db.user.create({ data: { name: "Ann", email: "ann@example.test" } });
    await db.session.create({ data: { token: "t", userId: user.id, expiresAt: new Date() } });
    await addMigration(`DELETE FROM "User" WHERE "email" = 'ann@example.test'; ${MAKE_ORPHAN[engine]}`);
    await failureOf(migrate(undefined, folder));
    expect(await db.session.count()).toBe(1);
    expect(await db.user.count()).toBe(1);
  });

  it("copies an SQLite database before changing it, and only then", async () => {
    await db.outlet.create({ data: outlet });
    await addMigration(`UPDATE "Outlet" SET "name" = 'changed';`);
    const { backup } = await migrate(undefined, folder);
    if (engine === "postgresql") {
      expect(backup).toBeNull();
      return;
    }
    const copies = await readdir(path.join(database.dataDir, "backups"));
    expect(copies).toEqual([path.basename(backup ?? "")]);
    expect(copies[0]).toMatch(new RegExp(`^before-${LATER}-`));
  });

  it("leaves a database of a newer version alone", async () => {
    await addMigration("SELECT 1;");
    await migrate(undefined, folder);
    expect(await failureOf(migrate())).toContain("newer than this version");
  });
});

describe("what a migration leaves to be done", () => {
  startWith("migrated");

  it("folds the words of rows from before, once, and again when the rule changes", async () => {
    const data = { slug: "fold", proposition: "İSTANBUL and the Straße", propositionKey: null };
    await db.claim.create({ data });
    await db.claim.create({ data: { slug: "later", proposition: "Later words", propositionKey: "kept" } });
    expect(await migrate()).toEqual({ applied: [], backup: null });
    expect(await db.claim.count({ where: { propositionKey: null } })).toBe(1);
    await db.setting.update({ where: { key: "backfill.Claim.propositionKey.1" }, data: { value: "" } });
    await migrate();
    const keys = await db.claim.findMany({ orderBy: { slug: "asc" }, select: { propositionKey: true } });
    expect(keys.map(({ propositionKey }) => propositionKey)).toEqual([
      "istanbul and the strasse",
      "later words",
    ]);
  });

  it("keeps what a search looks in beside statements and sources from before", async () => {
    const source = await db.source.create({ data: { publicId: "src-old", title: "The Détente" } });
    await db.statement.create({
      data: {
        ...{
          publicId: "st-old",
          wording: "We will not.",
          wordingKey: "",
          form: "direct",
          event: "ASEAN Summit",
        },
        ...{ roleThen: "Minister", sourceId: source.id, occurredAt: new Date(0) },
      },
    });
    const { id: speakerId } = await db.speaker.create({
      data: { slug: "soren", name: "Søren", sortName: "soren", kind: "person" },
    });
    await db.speakerAlias.create({ data: { speakerId, name: "Søren Łuk", nameKey: "søren łuk" } });
    await db.outlet.create({ data: { ...outlet, name: "Łódź Herald" } });
    for (const key of [
      "Source.searchKey.1",
      "Statement.searchKey.2",
      "SpeakerAlias.searchKey.1",
      "Outlet.searchKey.1",
    ])
      await db.setting.update({ where: { key: `backfill.${key}` }, data: { value: "" } });
    await migrate();
    expect((await db.speakerAlias.findFirst())?.searchKey).toBe(" soren luk \n /ssrn /llk ");
    expect((await db.outlet.findFirst())?.searchKey).toBe(" lodz herald ");
    expect((await db.source.findFirst())?.searchKey).toBe(" the detente ");
    expect((await db.statement.findFirst())?.searchKey).toBe(
      " we will not \n minister \n asean summit \n /minister ",
    );
  });

  it("goes on from where an earlier start came to", async () => {
    for (const n of [1, 2, 3])
      await db.claim.create({ data: { id: `claim-${n}`, slug: `n-${n}`, proposition: `Words ${n}` } });
    await db.setting.update({
      where: { key: "backfill.Claim.propositionKey.1" },
      data: { value: "claim-2" },
    });
    await migrate();
    const keys = await db.claim.findMany({ orderBy: { id: "asc" }, select: { propositionKey: true } });
    expect(keys.map(({ propositionKey }) => propositionKey)).toEqual([null, null, "words 3"]);
  });

  it("sorts texts by code point, whatever the language of the server", async () => {
    for (const name of ["b", "a", "B", "é", "z", "A", "_"])
      await db.outlet.create({ data: { slug: name, name, nameKey: name } });
    const rows = await db.outlet.findMany({ orderBy: { name: "asc" }, select: { name: true } });
    expect(rows.map(({ name }) => name)).toEqual(["A", "B", "_", "a", "b", "z", "é"]);
  });
});

// what only a deferred check would see: PostgreSQL refuses the first statement, SQLite the end of the migration
const MAKE_ORPHAN = {
  sqlite: `INSERT INTO "Session" ("id", "token", "userId", "expiresAt", "updatedAt") VALUES ('s', 's', 'nobody', 0, 0);`,
  postgresql: `INSERT INTO "Session" ("id", "token", "userId", "expiresAt", "updatedAt") VALUES ('s', 's', 'nobody', now(), now());`,
};

describe("the migrations", () => {
  it("lead to schema.prisma: author one when this fails", async () => {
    const drift =
      engine === "sqlite" ? await driftOnSqlite() : await driftOnPostgresql(inject("postgresqlServer"));
    expect(drift).toBe("");
  });

  it("have the same names for both engines", async () => {
    const names = async (of: "sqlite" | "postgresql") => (await readMigrations(of)).map(({ name }) => name);
    expect(await names("sqlite")).toEqual(await names("postgresql"));
  });
});

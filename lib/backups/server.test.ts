import { spawn } from "node:child_process";
import { copyFile, mkdir, readdir, readFile, rename, rm, rmdir, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import BetterSqlite3 from "better-sqlite3";
import { beforeEach, describe, expect, test } from "vitest";
import { appendAudit, verifyAudit } from "@/lib/audit/server";
import { SYSTEM } from "@/lib/auth";
import { closeDb, db, engine, holdSite, transact } from "@/lib/db/server";
import { setClock } from "@/lib/env";
import { clearDatabase } from "@/prisma/testing/database";
import { backUp, backUpWhenDue, checkDatabase, pruneBackups, restore } from "./server";

const folder = () => process.env.DATA_DIR ?? "";

const makeOutlet = (slug: string) =>
  transact(async (tx) => {
    const { id } = await tx.outlet.create({ data: { slug, name: `پشتو ${slug}\n"x"`, nameKey: slug } });
    await appendAudit(tx, { actor: SYSTEM, action: "outlet.made", subjectType: "outlet", subjectId: id });
  });

const slugs = async () =>
  (await db.outlet.findMany({ orderBy: { slug: "asc" } })).map(({ slug }) => slug).join(" ");

beforeEach(async () => {
  setClock(null);
  await rm(path.join(folder(), "backups"), { recursive: true, force: true });
  await clearDatabase();
});

test("a backup goes back to where it was; what stood in between is kept aside, and the audit tells", async () => {
  await makeOutlet("one");
  const made = await backUp();
  expect(made).toMatchObject({ seq: 1, file: expect.stringContaining("backups") });
  expect((await stat(made.file)).mode & 0o077).toBe(0);
  await makeOutlet("two");
  await closeDb();
  const restored = await restore(made.file);
  expect(restored).toMatchObject({ seq: 1, aside: expect.stringContaining("before") });
  expect(await slugs()).toBe("one");
  await makeOutlet("three");
  const check = await verifyAudit(SYSTEM);
  expect(check).toMatchObject({ findings: [], entries: 3, isIntact: true });
  expect(check.notes).toEqual([expect.stringMatching(/a backup was restored that ended at entry 1/)]);
  expect(await checkDatabase()).toMatchObject({ seq: 3 });
});

test("a backup that is asked for every ten minutes is made when it is due, and a clock set back changes neither", async () => {
  const hour = 60 * 60_000;
  const madeAt = async (moment: string) => {
    setClock(new Date(moment));
    const made = await backUpWhenDue(6 * hour, 2);
    return made === null ? null : path.basename(made.file).slice(0, 23);
  };
  const names = async () =>
    (await readdir(path.join(folder(), "backups"))).map((name) => name.slice(7, 20)).sort();
  await makeOutlet("one");
  expect(await madeAt("2026-05-12T06:00:00Z")).toBe("backup-20260512T060000Z");
  expect(await madeAt("2026-05-12T06:10:00Z")).toBeNull();
  expect(await madeAt("2026-05-12T11:59:59Z")).toBeNull();
  expect(await madeAt("2026-05-12T12:00:00Z")).toBe("backup-20260512T120000Z");
  expect(await madeAt("2026-05-12T18:00:00Z")).toBe("backup-20260512T180000Z");
  expect(await names()).toEqual(["20260512T1200", "20260512T1800"]);
  // back to the day before: one is made and kept, and the next one is due six hours later
  expect(await madeAt("2026-05-11T12:00:00Z")).toBe("backup-20260511T120000Z");
  expect(await madeAt("2026-05-11T12:10:00Z")).toBeNull();
  expect(await madeAt("2026-05-11T18:00:00Z")).toBe("backup-20260511T180000Z");
  expect(await names()).toEqual(["20260511T1200", "20260511T1800", "20260512T1200", "20260512T1800"]);
});

test("a backup made while others write holds one moment, and its audit is whole", async () => {
  let isWriting = true;
  let written = 0;
  const write = async () => makeOutlet(`o${String(written++).padStart(4, "0")}`);
  while (written < 3) await write();
  const writer = (async () => {
    while (isWriting) await write();
  })();
  const made = await backUp().finally(() => {
    isWriting = false;
  });
  await writer;
  await restore(made.file);
  expect(await db.outlet.count()).toBe(made.seq);
  expect(await verifyAudit(SYSTEM)).toMatchObject({ isIntact: true, entries: made.seq + 1 });
});

test("a damaged or strange file is refused, and changes nothing", async () => {
  await makeOutlet("one");
  const { file } = await backUp();
  const bytes = await readFile(file);
  const broken = path.join(folder(), "broken");
  await writeFile(broken, bytes.subarray(0, Math.floor(bytes.length / 2)));
  await expect(restore(broken)).rejects.toThrow(/broken is damaged or no/);
  await writeFile(broken, "words");
  await expect(restore(broken)).rejects.toThrow(/broken is damaged or no/);
  await expect(restore(path.join(folder(), "nowhere"))).rejects.toThrow(/There is no file/);
  await expect(backUp(file)).rejects.toThrow(/is there already/);
  expect(await slugs()).toBe("one");
});

test("what is no file, or bears a name of the database's own, is refused", async () => {
  await makeOutlet("one");
  await expect(restore(folder())).rejects.toThrow(/is no file. Nothing was changed/);
  await expect(restore("/dev/null")).rejects.toThrow(/is no file/);
  for (const name of ["verbatim.db-wal", "verbatim.db.part"])
    await expect(backUp(path.join(folder(), name))).rejects.toThrow(/the database itself uses/);
  expect(await slugs()).toBe("one");
});

test.runIf(engine === "sqlite")(
  "a database that was killed is put back with what stands in its log",
  async () => {
    await makeOutlet("one");
    const { file } = await backUp();
    const killed = path.join(folder(), "killed.db");
    await copyFile(file, killed);
    const writer = new BetterSqlite3(killed);
    writer.pragma("journal_mode = WAL");
    writer.pragma("wal_autocheckpoint = 0");
    writer.exec(`UPDATE "Outlet" SET slug = 'in-the-log'`);
    const copy = path.join(folder(), "copy.db");
    for (const part of ["", "-wal"]) await copyFile(killed + part, copy + part);
    writer.close();
    await restore(copy);
    expect(await slugs()).toBe("in-the-log");
  },
);

/** The backup with the migrations that it names changed. */
async function withMigrations(file: string, change: (names: string[]) => string[]) {
  const changed = path.join(folder(), path.basename(file, ".part"));
  if (engine === "postgresql") {
    const [head = "", ...rest] = gunzipSync(await readFile(file))
      .toString()
      .split("\n");
    const header = JSON.parse(head) as { migrations: string[] };
    const lines = [JSON.stringify({ ...header, migrations: change(header.migrations) }), ...rest];
    await writeFile(changed, gzipSync(lines.join("\n")));
    return changed;
  }
  await copyFile(file, changed);
  const copy = new BetterSqlite3(changed);
  const names = copy
    .prepare("SELECT migration_name FROM _prisma_migrations ORDER BY 1")
    .pluck()
    .all() as string[];
  const wanted = change([...names]);
  for (const name of names.filter((one) => !wanted.includes(one)))
    copy.prepare("DELETE FROM _prisma_migrations WHERE migration_name = ?").run(name);
  for (const name of wanted.filter((one) => !names.includes(one)))
    copy
      .prepare(
        "INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, started_at, applied_steps_count) VALUES (?, 'x', ?, 1, 1, 1)",
      )
      .run(name, name);
  copy.close();
  return changed;
}

test("a backup of a newer version, or of the other engine, is refused, and changes nothing", async () => {
  await makeOutlet("one");
  const { file } = await backUp();
  await makeOutlet("two");
  const newer = await withMigrations(file, (names) => [...names, "29990101000000_later"]);
  await expect(restore(newer)).rejects.toThrow(/newer version.*29990101000000_later.*Nothing was changed/s);
  const other = path.join(folder(), "other");
  await writeFile(other, engine === "sqlite" ? gzipSync("x") : "SQLite format 3\0 and more");
  await expect(restore(other)).rejects.toThrow(/is a backup of a (PostgreSQL|SQLite) database.*engine/s);
  expect(await slugs()).toBe("one two");
});

test.runIf(engine === "sqlite")(
  "a backup that cannot be brought up to date gives the place back",
  async () => {
    await makeOutlet("one");
    const { file } = await backUp();
    await makeOutlet("two");
    // its shape is there already, so that the step which makes it fails
    const odd = await withMigrations(file, (names) => names.slice(0, -1));
    await expect(restore(odd)).rejects.toThrow(/could not be brought up to date.*stands there again/s);
    expect(await slugs()).toBe("one two");
    expect((await readdir(folder())).filter((name) => name.endsWith(".restore"))).toEqual([]);
    await restore(file);
    expect(await slugs()).toBe("one");
  },
);

test("an older backup put in place by hand is reported as what it is", async () => {
  await makeOutlet("one");
  await makeOutlet("two");
  if (engine === "sqlite") {
    const { file } = await backUp();
    await makeOutlet("three");
    await closeDb();
    for (const part of ["-wal", "-shm"]) await rm(path.join(folder(), `verbatim.db${part}`), { force: true });
    await copyFile(file, path.join(folder(), "verbatim.db"));
    const { findings } = await verifyAudit(SYSTEM);
    expect(findings).toMatchObject([{ entry: 3, message: /an older backup was put in place without/ }]);
  }
});

test("old backups make room for new ones, the newest stay", async () => {
  await makeOutlet("one");
  for (const hour of ["01", "02", "03"]) {
    setClock(new Date(`2025-10-28T${hour}:00:00Z`));
    await backUp();
  }
  await writeFile(path.join(folder(), "backups", "mine.db"), "kept");
  expect(await pruneBackups(2)).toEqual([expect.stringContaining("backup-20251028T010000Z")]);
  expect(await readdir(path.join(folder(), "backups"))).toHaveLength(3);
});

describe("while a site runs", () => {
  test("restoring is refused, and so is a second start; a kill leaves no lock", async () => {
    if (engine !== "sqlite") return;
    await makeOutlet("one");
    const { file } = await backUp();
    const lock = path.join(folder(), "site.lock");
    const script = `const c = new (require("better-sqlite3"))(process.argv[1]); c.exec("BEGIN EXCLUSIVE"); console.log("held"); setInterval(() => {}, 1000);`;
    const site = spawn(process.execPath, ["-e", script, lock], { stdio: ["ignore", "pipe", "inherit"] });
    await new Promise((resolve) => site.stdout.once("data", resolve));
    await expect(restore(file)).rejects.toThrow(/A site already runs on the data/);
    expect(() => holdSite(folder())).toThrow(/Nothing was changed. Stop it first/);
    expect(await slugs()).toBe("one");
    const ended = new Promise((resolve) => site.once("exit", resolve));
    site.kill("SIGKILL");
    await ended;
    holdSite(folder())();
    await restore(file);
  });
});

test("a damaged database is told with where backups stand and how to go back", async () => {
  if (engine !== "sqlite") return;
  for (let number = 0; number < 30; number++) await makeOutlet(`outlet-${number}`);
  const { file } = await backUp();
  await closeDb();
  const database = path.join(folder(), "verbatim.db");
  const bytes = await readFile(database);
  bytes.fill(7, 4096 * 3, 4096 * 40);
  for (const part of ["-wal", "-shm"]) await rm(database + part, { force: true });
  await writeFile(database, bytes);
  await expect(checkDatabase()).rejects.toThrow(new RegExp(`damaged[^]*db restore ${file}`));
  await restore(file);
  expect(await db.outlet.count()).toBe(30);
});

test("a database that cannot be opened just now is not called damaged: nobody should go back for that", async () => {
  if (engine !== "sqlite") return;
  await makeOutlet("kept");
  await closeDb();
  const database = path.join(folder(), "verbatim.db");
  await rename(database, `${database}.away`);
  await mkdir(database);
  await expect(checkDatabase()).rejects.not.toThrow(/damaged/);
  await rmdir(database);
  await rename(`${database}.away`, database);
  expect(await slugs()).toBe("kept");
});

test("an empty database is told as one, and as damage only where something was stored in it", async () => {
  if (engine !== "sqlite") return;
  await makeOutlet("gone");
  await closeDb();
  const [database, checkpoints] = ["verbatim.db", "audit-checkpoints.log"].map((name) =>
    path.join(folder(), name),
  ) as [string, string];
  for (const file of [database, checkpoints]) await rename(file, `${file}.away`);
  try {
    await writeFile(database, "");
    expect(await checkDatabase()).toBeNull();
    new BetterSqlite3(database).exec("CREATE TABLE _prisma_migrations (id TEXT)").close();
    expect(await checkDatabase()).toBeNull();
    await expect(restore(database)).rejects.toThrow(/is empty, and no backup/);
    new BetterSqlite3(database).exec("CREATE TABLE letters (id TEXT)").close();
    await expect(checkDatabase()).rejects.toThrow(/damaged or no database/);
    await writeFile(database, "");
    await rename(`${checkpoints}.away`, checkpoints);
    await expect(checkDatabase()).rejects.toThrow(/missing.*no backup/s);
    await rm(database);
    await expect(checkDatabase()).rejects.toThrow(/missing/);
  } finally {
    await rm(database, { force: true });
    await rename(`${database}.away`, database);
    await rename(`${checkpoints}.away`, checkpoints).catch(() => {});
  }
  expect(await slugs()).toBe("gone");
});

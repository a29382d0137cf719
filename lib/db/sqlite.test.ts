import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import * as imported from "@prisma/driver-adapter-utils";
import BetterSqlite3 from "better-sqlite3";
import { describe, expect, it, test, vi } from "vitest";
import { env } from "@/lib/env/server";
import { db, sqliteFile, transact } from "./server";
import { isBusy, sqliteAdapter } from "./sqlite";

test("busy is known whichever copy of the driver says so", () => {
  const required = createRequire(import.meta.url)("@prisma/driver-adapter-utils") as typeof imported;
  expect(required.DriverAdapterError).not.toBe(imported.DriverAdapterError);
  for (const { DriverAdapterError } of [imported, required]) {
    expect(isBusy(new DriverAdapterError({ kind: "SocketTimeout" }))).toBe(true);
    expect(isBusy(new DriverAdapterError({ kind: "TransactionAlreadyClosed", cause: "" }))).toBe(false);
  }
  expect(isBusy(new Error("SocketTimeout"))).toBe(false);
  expect(isBusy(null)).toBe(false);
});

describe("SQLite's connections", () => {
  it.each(["read", "write"])("keep what a newsroom was told is saved (%s)", async (connection) => {
    const ask = <T>(pragma: string) =>
      connection === "read" ? askReader<T>(pragma) : db.$queryRawUnsafe<T>(`PRAGMA ${pragma}`);
    expect(await ask("journal_mode")).toEqual([{ journal_mode: "wal" }]);
    expect(await ask("synchronous")).toEqual([{ synchronous: 2n }]);
    expect(await ask("foreign_keys")).toEqual([{ foreign_keys: 1n }]);
    const [{ timeout }] = (await ask<{ timeout: bigint }[]>("busy_timeout")) as [{ timeout: bigint }];
    expect(timeout).toBe(connection === "read" ? 5000n : 10n);
  });

  it.each(["read", "write"])("prepare a query once that is asked again (%s)", async (connection) => {
    const folder = await mkdtemp(path.join(tmpdir(), "verbatim-prepared-"));
    const prepare = vi.spyOn(BetterSqlite3.prototype, "prepare");
    const adapter = await sqliteAdapter(path.join(folder, "a.db")).connect();
    try {
      const asks = connection === "read" ? adapter : await adapter.startTransaction();
      const sql = `SELECT ? AS ${connection}`;
      for (const arg of ["one", "two", "three"]) {
        const { rows } = await asks.queryRaw({
          sql,
          args: [arg],
          argTypes: [{ scalarType: "string", arity: "scalar" }],
        });
        expect(rows).toEqual([[arg]]);
      }
      expect(prepare.mock.calls.filter(([text]) => text === sql)).toHaveLength(1);
    } finally {
      prepare.mockRestore();
      await adapter.dispose();
      await rm(folder, { recursive: true });
    }
  });

  it("wait for another process without standing still", async () => {
    await db.outlet.count();
    const other = new BetterSqlite3(sqliteFile(env().dataDir));
    other.exec("BEGIN IMMEDIATE");
    const writes = ["one", "two"].map((slug) =>
      db.outlet.create({ data: { slug, name: slug, nameKey: slug } }),
    );
    const inTransaction = transact((tx) => tx.outlet.count());
    // a connection that stood still would keep this from coming back, and the lock from ever being given up
    for (let read = 0; read < 10; read++) {
      await pause(20);
      expect(await db.outlet.count({ where: { slug: { in: ["one", "two"] } } })).toBe(0);
    }
    other.exec("COMMIT");
    other.close();
    await Promise.all([...writes, inTransaction]);
    expect(await db.outlet.count({ where: { slug: { in: ["one", "two"] } } })).toBe(2);
  });

  it("stand still for a script alone, also for one that fails", async () => {
    const connection = await sqliteAdapter(sqliteFile(env().dataDir)).connect();
    try {
      await expect(connection.executeScript("SELECT nonsense")).rejects.toThrow();
      const sql = "PRAGMA busy_timeout";
      expect((await connection.queryRaw({ sql, args: [], argTypes: [] })).rows).toEqual([[10]]);
    } finally {
      await connection.dispose();
    }
  });

  it.each(["is removed", "is replaced"])("write nothing into a file that %s meanwhile", async (how) => {
    const folder = await mkdtemp(path.join(tmpdir(), "verbatim-moved-"));
    const file = path.join(folder, "verbatim.db");
    const sql = (text: string) => ({ sql: text, args: [], argTypes: [] });
    const connection = await sqliteAdapter(file).connect();
    try {
      await connection.executeRaw(sql("CREATE TABLE told (word TEXT)"));
      await connection.executeRaw(sql("INSERT INTO told VALUES ('before')"));
      await rename(file, `${file}.aside`);
      if (how === "is replaced") await writeFile(file, "");
      const refused = /was taken away or replaced/;
      await expect(connection.executeRaw(sql("INSERT INTO told VALUES ('lost')"))).rejects.toThrow(refused);
      await expect(connection.startTransaction()).rejects.toThrow(refused);
      expect((await connection.queryRaw(sql("SELECT word FROM told"))).rows).toEqual([["before"]]);
      await rename(`${file}.aside`, file);
      await connection.executeRaw(sql("INSERT INTO told VALUES ('after')"));
      expect((await connection.queryRaw(sql("SELECT word FROM told"))).rows).toEqual([["before"], ["after"]]);
    } finally {
      await connection.dispose();
      await rm(folder, { recursive: true, force: true });
    }
  });

  it("answer questions while a transaction is open", async () => {
    // one connection for both would wait for itself until the transaction is given up
    let end = () => {};
    let open: Promise<void> | undefined;
    await new Promise<void>((begun) => {
      open = transact(async () => {
        const isOver = new Promise<void>((resolve) => {
          end = resolve;
        });
        begun();
        await isOver;
      });
    });
    await expect(db.outlet.count()).resolves.toBeTypeOf("number");
    end();
    await open;
  });
});

// a table-valued function reads a pragma through SELECT, which goes to the reading connection
function askReader<T>(pragma: string) {
  return db.$queryRawUnsafe<T>(`SELECT * FROM pragma_${pragma}`);
}

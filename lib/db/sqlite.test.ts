import { describe, expect, it } from "vitest";
import { db, transact } from "./server";

describe("SQLite's connections", () => {
  it.each(["read", "write"])("keep what a newsroom was told is saved (%s)", async (connection) => {
    const ask = <T>(pragma: string) =>
      connection === "read" ? askReader<T>(pragma) : db.$queryRawUnsafe<T>(`PRAGMA ${pragma}`);
    expect(await ask("journal_mode")).toEqual([{ journal_mode: "wal" }]);
    expect(await ask("synchronous")).toEqual([{ synchronous: 2n }]);
    expect(await ask("foreign_keys")).toEqual([{ foreign_keys: 1n }]);
    const [{ timeout }] = (await ask<{ timeout: bigint }[]>("busy_timeout")) as [{ timeout: bigint }];
    expect(timeout).toBe(5000n);
  });

  it("answer questions while a transaction is open", async () => {
    // one connection for both would wait for itself until the transaction is given up
    await expect(transact(() => db.outlet.count())).resolves.toBeTypeOf("number");
  });
});

// a table-valued function reads a pragma through SELECT, which goes to the reading connection
function askReader<T>(pragma: string) {
  return db.$queryRawUnsafe<T>(`SELECT * FROM pragma_${pragma}`);
}

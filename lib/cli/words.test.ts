import { describe, expect, it, vi } from "vitest";
import { wordsFor } from "./words";

const disk = vi.hoisted(() => ({ bavail: 1_000_000, bsize: 4096 }));
vi.mock("node:fs", async (original) => ({
  ...(await original<typeof import("node:fs")>()),
  statfsSync: () => disk,
}));

const failure = (code: string, message: string) => Object.assign(new Error(message), { code });

describe("what the person at the terminal is told", () => {
  it.each([
    ["P2021", "The table `main.User` does not exist in the current database."],
    ["SQLITE_ERROR", "no such column: nameKey"],
  ])("of a database that another version made: %s", (code, message) => {
    expect(wordsFor(failure(code, message))).toMatch(/not of this version.*db migrate/);
  });

  it("of a disk that is full, whatever SQLite calls it", () => {
    const error = failure("SQLITE_IOERR_SHMSIZE", "disk I/O error");
    expect(wordsFor(error)).toMatch(/could not be read or written.*db check/);
    disk.bavail = 3;
    expect(wordsFor(error)).toMatch(/^The disk is full\./);
  });

  it.each([
    ["EEXIST", "/etc/hostname"],
    ["EISDIR", "/tmp"],
    ["ENOENT", "/mnt/backups"],
    ["EROFS", "/mnt/backups"],
  ])("of a file that cannot be used, which: %s", (code, place) => {
    const error = Object.assign(failure(code, `${code}: no`), { path: place, syscall: "mkdir" });
    expect(wordsFor(error)).toBe(`${place} cannot be used, so nothing was done: ${code}: no`);
  });

  it("of a database that was moved away meanwhile", () => {
    const moved = new Error("the database file is no longer the one that was opened");
    expect(wordsFor(moved)).toMatch(/^The file of the database was taken away or replaced/);
  });

  it("of a fault of ours nothing", () => {
    expect(wordsFor(new TypeError("x is not a function"))).toBeNull();
  });
});

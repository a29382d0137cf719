import { describe, expect, it } from "vitest";
import { storageFailure } from "./storage";

describe("storageFailure", () => {
  it.each([
    ["database or disk is full", "The disk is full."],
    ["ENOSPC: no space left on device, write", "The disk is full."],
    ["could not extend file: No space left on device", "The disk is full."],
    ["attempt to write a readonly database", "The database can only be read just now."],
    ["disk I/O error", "The disk could not be read or written."],
    ["database disk image is malformed", "The database is damaged."],
    ["file is not a database", "The database is damaged."],
    [
      "the database file is no longer the one that was opened",
      "The file of the database was taken away or replaced while Verbatim used it. Nothing is stored.",
    ],
  ])("knows %s", (message, words) => {
    expect(storageFailure(new Error(message))).toBe(words);
    expect(storageFailure(new Error("Prisma says", { cause: new Error(message) }))).toBe(words);
    const driver = { kind: "sqlite", originalMessage: message };
    expect(storageFailure(new Error("Prisma says", { cause: driver }))).toBe(words);
  });

  it("leaves every other error to others", () => {
    expect(storageFailure(new Error("Unique constraint failed"))).toBeNull();
    expect(storageFailure("full")).toBeNull();
  });
});

import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import {
  checkpointsFile,
  findLastCheckpoint,
  formatCheckpoint,
  missingSince,
  signCheckpoint,
} from "./checkpoints";

const folder = mkdtempSync(path.join(os.tmpdir(), "verbatim-checkpoints-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeEach(() => {
  Object.assign(process.env, { DATA_DIR: folder, AUDIT_KEY: "k".repeat(32), AUDIT_CHECKPOINTS: "" });
  rmSync(checkpointsFile(), { force: true });
});

const checkpoint = (seq: number) => signCheckpoint({ seq, hash: "a".repeat(64) });
const lineOf = (seq: number) => formatCheckpoint(checkpoint(seq));

describe("the checkpoint that was written last", () => {
  it("is none without a file, in an empty one and in one of other lines", async () => {
    expect(await findLastCheckpoint()).toBeNull();
    for (const text of ["", "\n", "something else\n"]) {
      writeFileSync(checkpointsFile(), text);
      expect(await findLastCheckpoint()).toBeNull();
    }
  });

  it("is found behind what a crash cut off, and at the end of many", async () => {
    writeFileSync(checkpointsFile(), `${lineOf(1)}\n${lineOf(2)}\n${lineOf(3).slice(0, 40)}`);
    expect(await findLastCheckpoint()).toEqual({
      ...checkpoint(2),
      at: expect.any(Date) as Date,
      mac: expect.any(String) as string,
    });
    const many = Array.from({ length: 100 }, (_, at) => lineOf(at + 4));
    appendFileSync(checkpointsFile(), `\n${many.join("\n")}\n`);
    expect((await findLastCheckpoint())?.seq).toBe(103);
  });

  it("is none when it says what was not signed, and one when its key is not here", async () => {
    writeFileSync(checkpointsFile(), `${lineOf(1)}\n${lineOf(2).replace("seq=2", "seq=7")}\n`);
    expect(await findLastCheckpoint()).toBeNull();
    writeFileSync(checkpointsFile(), `${lineOf(2)}\n`);
    process.env.AUDIT_KEY = "o".repeat(32);
    expect((await findLastCheckpoint())?.seq).toBe(2);
  });
});

describe("what is missing of a database", () => {
  it("is nothing when it goes as far as the last checkpoint, or there is none", () => {
    expect([missingSince(null, 3), missingSince(checkpoint(3), 3), missingSince(checkpoint(3), 4)]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it("is counted and told with both ends", () => {
    expect(missingSince(checkpoint(4), 3)).toMatch(
      /^The newest change is missing: the database ends at change 3, and .*audit-checkpoints\.log tells of change 4, of \d{4}-/,
    );
    expect(missingSince(checkpoint(9), 3)).toMatch(
      /^The newest 6 changes are missing: .* change 3, .* change 9,/,
    );
  });
});

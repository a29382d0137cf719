import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Unavailable } from "@/lib/errors";
import { failedLately, quietWhileAway, toUnreadable } from "./server";

let lines: unknown[][];
let log: Pick<Console, "error">;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2040-01-01T00:00:00Z") });
  lines = [];
  log = { error: (...said: unknown[]) => void lines.push(said) };
  quietWhileAway(log);
});

afterEach(() => vi.useRealTimers());

const later = (minutes: number) => vi.setSystemTime(Date.now() + minutes * 60_000);

test("a database that is away is told once a minute, without a stack for each page", () => {
  for (let page = 0; page < 1000; page++) {
    log.error(" ⨯", new Unavailable({ cause: new Error("Query read timeout") }));
    log.error(new Error("a page", { cause: Object.assign(new Error("connect"), { code: "ECONNREFUSED" }) }));
  }
  expect(lines).toEqual([[expect.stringMatching(/^The database does not answer; .* Query read timeout$/)]]);
  later(1);
  log.error(Object.assign(new Error("terminating connection"), { code: "57P01" }));
  expect(lines).toHaveLength(2);
  // nor is the log silent for as long as the clock was set back
  later(-60);
  log.error(new Unavailable());
  expect(lines).toHaveLength(3);
  later(70);
});

test("a damaged database is told once a minute as well, with what to do, whatever engine it is of", () => {
  const file: unknown[][] = [];
  const ofFile = { error: (...said: unknown[]) => void file.push(said) };
  quietWhileAway(ofFile, { isFile: true });
  later(100);
  for (let page = 0; page < 100; page++) {
    const damaged = toUnreadable(new Error("SQLITE_CORRUPT: database disk image is malformed"));
    expect(damaged).toMatchObject({ kind: "unavailable", digest: "unreadable" });
    ofFile.error(" ⨯", damaged);
    ofFile.error(new Error("failed to pipe response", { cause: damaged }));
  }
  expect(file).toEqual([[expect.stringMatching(/^The database is damaged\. .* db check.* db restore FILE/)]]);
  expect(failedLately()).toBe("unreadable");
  // a file is never away: somebody else writes, and that is told as it is
  ofFile.error(new Unavailable());
  expect(file).toHaveLength(2);
});

test("a database that was moved away is told with how to put it back, and sends nobody to a backup", () => {
  const file: unknown[][] = [];
  const ofFile = { error: (...said: unknown[]) => void file.push(said) };
  quietWhileAway(ofFile, { isFile: true });
  later(200);
  ofFile.error(toUnreadable(new Error("the database file is no longer the one that was opened")));
  expect(file).toEqual([
    [expect.stringMatching(/^The file of the database was taken away.* Put the file that is meant/)],
  ]);
  expect(String(file)).not.toContain("db restore");
});

test("a fault of the program is told each time, as it is", () => {
  const fault = new TypeError("x is not a function");
  later(30);
  for (let time = 0; time < 3; time++) log.error(" ⨯", fault);
  expect(lines).toEqual([1, 2, 3].map(() => [" ⨯", fault]));
});

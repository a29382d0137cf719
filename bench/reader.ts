/** Somebody else who reads while a measurement goes on: `startReader` starts this file as a program. */
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { killGroup } from "./site";

export interface Reading {
  readonly pages: number;
  readonly longestMs: number;
}

if (process.argv[1] === import.meta.filename) await readForEver(process.argv[2] ?? "");

/** Starts somebody who opens one page after another of the site at `address`, in a process of its own. */
export function startReader(address: string) {
  const args = [...process.execArgv, import.meta.filename, address];
  const child = spawn(process.execPath, args, { detached: true, stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (): Promise<Reading> => {
    child.stdin.write("tell\n");
    return JSON.parse((await lines.next()).value ?? "{}") as Reading;
  };
  return {
    /** What the reader met while `work` ran. */
    async during(work: () => Promise<unknown>): Promise<Reading> {
      await ask();
      await work();
      return ask();
    },
    end: () => killGroup(child),
  };
}

/** Opens one page after another; for each line that it is sent it tells what it met since the line before. */
async function readForEver(address: string): Promise<void> {
  let [pages, longestMs, since] = [0, 0, performance.now()];
  createInterface({ input: process.stdin }).on("line", () => {
    // a page that is still waited for has been waited for as long as that
    const waitedMs = Math.max(longestMs, performance.now() - since);
    process.stdout.write(`${JSON.stringify({ pages, longestMs: waitedMs })}\n`);
    [pages, longestMs] = [0, 0];
  });
  for (;;) {
    since = performance.now();
    const headers = { "x-forwarded-for": "203.0.113.9" };
    const answer = await fetch(`${address}/about`, { headers }).catch(() => null);
    await answer?.arrayBuffer();
    pages++;
    longestMs = Math.max(longestMs, performance.now() - since);
    await pause(20);
    since = performance.now();
  }
}

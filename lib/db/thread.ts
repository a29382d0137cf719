/** The program of the thread in which what takes long is read from a SQLite file: `long-reads.ts` starts it and asks it. */
import { parentPort } from "node:worker_threads";
import { isDriverAdapterError, type SqlDriverAdapter } from "@prisma/driver-adapter-utils";
import type { ToRead, WasRead } from "./long-reads";
import { openReader } from "./reader";

let opened: { readonly name: string; readonly reader: SqlDriverAdapter } | undefined;

async function readerOf({ file, opening }: ToRead): Promise<SqlDriverAdapter> {
  const name = `${opening} ${file}`;
  if (opened?.name === name) return opened.reader;
  await opened?.reader.dispose();
  opened = undefined;
  const reader = await openReader(file);
  opened = { name, reader };
  return reader;
}

async function read(asked: ToRead): Promise<WasRead> {
  const reader = await readerOf(asked);
  const began = performance.now();
  try {
    const result = await reader.queryRaw(asked.query);
    return { result, tookMs: performance.now() - began };
  } catch (error) {
    if (error instanceof Error && isDriverAdapterError(error)) return { cause: error.cause };
    throw error;
  }
}

// asked one after another, so that it opens one connection
parentPort?.on("message", (asked: ToRead) => {
  void read(asked).then((answer) => parentPort?.postMessage(answer));
});

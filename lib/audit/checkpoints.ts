import { createReadStream, existsSync } from "node:fs";
import { mkdir, open } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import { now } from "@/lib/env";
import { env } from "@/lib/env/server";
import { signer } from "./signatures";

/** The end of the chain at a moment. */
export interface ChainEnd {
  readonly seq: number;
  readonly hash: string;
}

/** The end of the chain, signed, as it is kept outside the database. */
export interface Checkpoint extends ChainEnd {
  readonly at: Date;
  readonly keyId: string;
  readonly mac: string;
}

const FORM =
  /^verbatim-checkpoint seq=(\d{1,10}) at=(\S{20,30}) hash=([0-9a-f]{64}) key=([0-9a-f]{8}) mac=([\w-]{43})$/;

/** A checkpoint as one line of plain characters, to be printed or kept elsewhere. */
export function formatCheckpoint({ seq, at, hash, keyId, mac }: Checkpoint): string {
  return `verbatim-checkpoint seq=${seq} at=${at.toISOString()} hash=${hash} key=${keyId} mac=${mac}`;
}

/** The checkpoint in a line, or null when it is none. */
export function parseCheckpoint(line: string): Checkpoint | null {
  const [, seq, at = "", hash = "", keyId = "", mac = ""] = FORM.exec(line.trim()) ?? [];
  if (seq === undefined || Number.isNaN(Date.parse(at))) return null;
  return { seq: Number(seq), at: new Date(at), hash, keyId, mac };
}

/** Signs the end of the chain as of now. */
export function signCheckpoint({ seq, hash }: ChainEnd): Checkpoint {
  const { keyId, sign } = signer();
  const at = now();
  return { seq, hash, at, keyId, mac: sign(signedText({ seq, hash, at })) };
}

/** Whether a checkpoint is what a key of ours signed. */
export function checkSignature(checkpoint: Checkpoint): "good" | "bad" | "unknown" {
  return signer().check(signedText(checkpoint), checkpoint);
}

function signedText({ seq, hash, at }: ChainEnd & { at: Date }): string {
  return `checkpoint ${seq} ${hash} ${at.toISOString()}`;
}

/** Where checkpoints are kept: AUDIT_CHECKPOINTS, else in the data folder. */
export function checkpointsFile(): string {
  const { auditCheckpoints, dataDir } = env();
  return auditCheckpoints ?? path.join(/* turbopackIgnore: true */ dataDir, "audit-checkpoints.log");
}

let wanted: ChainEnd | null = null;
let writing: Promise<void> | null = null;
let failedAt = 0;

/**
 * Notes the end of the chain outside the database, on the disk before it returns; those who come at once share one
 * write. The change stands already, so a failure is told in the log and undoes nothing: the next write catches up.
 */
export async function writeCheckpoint(end: ChainEnd): Promise<void> {
  if (wanted === null || wanted.seq < end.seq) wanted = end;
  while (wanted !== null) {
    writing ??= writeWanted().finally(() => {
      writing = null;
    });
    await writing;
  }
  await writing;
}

async function writeWanted(): Promise<void> {
  const end = wanted;
  wanted = null;
  if (end === null) return;
  try {
    await append(formatCheckpoint(signCheckpoint(end)));
  } catch (error) {
    if (Date.now() - failedAt < 60_000) return;
    failedAt = Date.now();
    console.error(`The checkpoint of entry ${end.seq} could not be written: ${String(error)}`);
  }
}

async function append(line: string): Promise<void> {
  const file = checkpointsFile();
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const handle = await open(file, "a+", 0o600);
  try {
    // a line that a crash cut off is left as it is, and this one begins anew
    const { size } = await handle.stat();
    const last = Buffer.alloc(1);
    if (size > 0) await handle.read(last, 0, 1, size - 1);
    await handle.write(`${size > 0 && last[0] !== 0x0a ? "\n" : ""}${line}\n`);
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

/** The lines of a file of checkpoints, one by one, in flat memory; none when there is no file. */
export async function* eachCheckpointLine(file: string): AsyncIterable<{ number: number; text: string }> {
  if (!existsSync(file)) return;
  let number = 0;
  for await (const text of createInterface({ input: createReadStream(file, "utf8") })) {
    number += 1;
    if (text.trim() !== "") yield { number, text };
  }
}

/**
 * The checkpoint that was written last, or null when there is none. Read before the database, whose end can then only lie
 * behind it when changes are missing: what is told here was stored there before.
 */
export async function findLastCheckpoint(): Promise<Checkpoint | null> {
  const file = checkpointsFile();
  if (!existsSync(file)) return null;
  const handle = await open(file, "r");
  try {
    const { size } = await handle.stat();
    const end = Buffer.alloc(Math.min(size, END_BYTES));
    await handle.read(end, 0, end.length, size - end.length);
    const lines = end.toString("utf8").split("\n").reverse();
    // a line that a crash cut off tells nothing
    const last = lines.map(parseCheckpoint).find((line) => line !== null) ?? null;
    return last !== null && checkSignature(last) !== "bad" ? last : null;
  } finally {
    await handle.close();
  }
}

// some lines: there is one for each change, and a start reads no more of them
const END_BYTES = 4096;

/** What is missing of a database that ends at change `seq`, in words; null when it goes as far as the last checkpoint. */
export function missingSince(last: Checkpoint | null, seq: number): string | null {
  if (last === null || last.seq <= seq) return null;
  const count = last.seq - seq;
  return `The newest ${count === 1 ? "change is" : `${count} changes are`} missing: the database ends at change ${seq}, and ${checkpointsFile()} tells of change ${last.seq}, of ${last.at.toISOString()}. What SQLite had not put into verbatim.db yet stood in verbatim.db-wal, which was damaged or taken away; or an older copy was put in the place of the database without \`db restore\`. What was stored since has to be entered again, where no backup holds it.`;
}

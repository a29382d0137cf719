import { db } from "@/lib/db/server";
import type { ChainEnd } from "./checkpoints";
import type { Findings } from "./findings";
import { chainHash, sealsHash } from "./model";
import { type Signer, signer } from "./signatures";

type Entry = Awaited<ReturnType<typeof pageOfEntries>>[number];

/** A backup that was put back, as the chain itself tells: what came after `endedAt` before it is not in this database. */
export interface Restored {
  readonly endedAt: number;
  readonly at: Date;
}

/** What walking the chain found out besides what is wrong. */
export interface ChainWalk extends ChainEnd {
  readonly signedFrom: number | null;
  readonly restored: readonly Restored[];
  /** The newest entry that was signed with a key that is not at hand, and that key. */
  readonly unknownKey: { readonly seq: number; readonly keyId: string } | null;
}

const PAGE = 500;
const MINUTE_MS = 60_000;

/** Recomputes every entry from the first to the head, a page at a time, and goes on after what is wrong. */
export async function walkChain(findings: Findings): Promise<ChainWalk> {
  const walk = new Walk(findings);
  for (;;) {
    const page = await pageOfEntries(walk.seq);
    const seals = await sealsOf(page);
    for (const entry of page) walk.step(entry, seals.get(entry.seq) ?? []);
    if (page.length < PAGE) break;
  }
  await walk.end();
  return walk;
}

class Walk implements ChainWalk {
  seq = 0;
  hash = "";
  signedFrom: number | null = null;
  restored: Restored[] = [];
  unknownKey: { seq: number; keyId: string } | null = null;
  #before: Entry | null = null;
  #forged = { first: 0, count: 0 };
  readonly #signer: Signer = signer();
  readonly #findings: Findings;

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  step(entry: Entry, seals: Parameters<typeof sealsHash>[0]): void {
    const { seq } = entry;
    if (seq !== this.seq + 1) {
      const last = seq - 1;
      const missing =
        last === this.seq + 1 ? `Entry ${last} is missing.` : `Entries ${this.seq + 1}–${last} are missing.`;
      this.#findings.add({ entry: this.seq + 1, message: missing });
    } else if (entry.previousHash !== this.hash) {
      this.#findings.add({ entry: seq, message: `Entry ${seq} does not follow the one before it.` });
    }
    if (chainHash(entry.previousHash, entry) !== entry.hash)
      this.#findings.add({ entry: seq, message: `Entry ${seq} was changed after it was written.` });
    if (sealsHash(seals) !== entry.seals)
      this.#findings.add({ entry: seq, message: `The seals of entry ${seq} were changed.` });
    this.#checkSignature(entry);
    this.#checkClock(entry);
    this.#noteRestore(entry);
    this.seq = seq;
    this.hash = entry.hash;
    this.#before = entry;
  }

  async end(): Promise<void> {
    const { first, count } = this.#forged;
    if (count > 0) {
      const which = count === 1 ? `Entry ${first} bears` : `${count} entries from ${first} on bear`;
      const message = `${which} no valid signature: written by somebody without the key.`;
      this.#findings.add({ entry: first, message });
    }
    if (this.seq > 0 && this.signedFrom === null) {
      const message =
        "No entry is signed. Either the signatures were taken away, or this database was not started with this version yet.";
      this.#findings.add({ entry: 1, message });
    }
    const head = await db.auditHead.findUnique({ where: { id: 1 } });
    // entries that a site appended since the last page are not wrong
    const isBehind = (head?.seq ?? 0) > this.seq && (await nextEntry(this.seq)) !== null;
    if (!isBehind && ((head?.seq ?? 0) !== this.seq || (head?.hash ?? "") !== this.hash)) {
      const message =
        (head?.seq ?? 0) > this.seq
          ? `The newest entries are missing: the log ends at ${this.seq}, and its head tells of ${head?.seq}.`
          : `The head of the log does not fit its last entry, ${this.seq}.`;
      this.#findings.add({ entry: this.seq + 1, message });
    }
  }

  #checkSignature(entry: Entry): void {
    if (entry.keyId === null && entry.mac === null && this.signedFrom === null) return;
    this.signedFrom ??= entry.seq;
    const result = this.#signer.check(entry.hash, entry);
    if (result === "unknown" && entry.keyId !== null)
      this.unknownKey = { seq: entry.seq, keyId: entry.keyId };
    else if (result !== "good") {
      this.#forged = { first: this.#forged.first || entry.seq, count: this.#forged.count + 1 };
    }
  }

  #checkClock(entry: Entry): void {
    const backMs = (this.#before?.at.getTime() ?? 0) - entry.at.getTime();
    if (backMs <= MINUTE_MS) return;
    const words = `Between entries ${this.#before?.seq} and ${entry.seq} the clock went back by ${lasting(backMs)}. Their order is that of the numbers.`;
    this.#findings.note(words);
  }

  #noteRestore(entry: Entry): void {
    if (entry.action !== "database.restored" || entry.after === null) return;
    const { endedAt } = JSON.parse(entry.after) as { endedAt: number };
    this.restored.push({ endedAt, at: entry.at });
    this.#findings.note(
      `On ${entry.at.toISOString()} a backup was restored that ended at entry ${endedAt} (entry ${entry.seq}).`,
    );
  }
}

function lasting(ms: number): string {
  const minutes = Math.round(ms / MINUTE_MS);
  if (minutes < 120) return `${minutes} minutes`;
  return minutes < 2880 ? `${Math.round(minutes / 60)} hours` : `${Math.round(minutes / 1440)} days`;
}

async function pageOfEntries(after: number) {
  return db.auditEntry.findMany({ where: { seq: { gt: after } }, orderBy: { seq: "asc" }, take: PAGE });
}

async function nextEntry(after: number) {
  return db.auditEntry.findFirst({ where: { seq: after + 1 }, select: { seq: true } });
}

async function sealsOf(page: readonly Entry[]) {
  const [first, last] = [page[0]?.seq ?? 0, page.at(-1)?.seq ?? 0];
  const rows = await db.auditSeal.findMany({
    where: { entrySeq: { gte: first, lte: last } },
    orderBy: [{ entrySeq: "asc" }, { ordinal: "asc" }],
  });
  const groups = new Map<number, typeof rows>();
  for (const row of rows) {
    const group = groups.get(row.entrySeq);
    if (group === undefined) groups.set(row.entrySeq, [row]);
    else group.push(row);
  }
  return groups;
}

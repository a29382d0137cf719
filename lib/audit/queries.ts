import type { Actor } from "@/lib/auth";
import { assertCan } from "@/lib/auth";
import { db, type Tx } from "@/lib/db/server";
import { findBaseline } from "./baseline";
import {
  type ChainEnd,
  type Checkpoint,
  checkpointsFile,
  checkSignature,
  eachCheckpointLine,
  parseCheckpoint,
  signCheckpoint,
} from "./checkpoints";
import { type AuditCheck, Findings } from "./findings";
import { type ChainWalk, walkChain } from "./verify-chain";
import { compareRecords } from "./verify-records";

/**
 * Recomputes the whole record of changes, compares every record to what the changes say of it, and holds the chain
 * against the checkpoints that are kept outside the database, and against those of the file `against`.
 * @throws {Forbidden}
 */
export async function verifyAudit(
  actor: Actor,
  { against = [] }: { against?: readonly Checkpoint[] } = {},
): Promise<AuditCheck> {
  assertCan(actor, "audit:read");
  const findings = new Findings();
  const walk = await walkChain(findings);
  const anchors = new Anchors(walk, findings);
  for await (const { number, text } of eachCheckpointLine(checkpointsFile()))
    await anchors.hold(parseCheckpoint(text), `line ${number} of the checkpoints`);
  for (const checkpoint of against) await anchors.hold(checkpoint, "the checkpoint given", true);
  anchors.end();
  const isSealedWhole = (await findBaseline())?.isDone ?? false;
  const { compared, unsealed } = await compareRecords(findings, isSealedWhole);
  if (unsealed > 0 && !isSealedWhole)
    findings.note(`${unsealed} records are not sealed yet: the next start or \`db migrate\` seals them.`);
  noteCoverage(walk, findings);
  return {
    isIntact: findings.count === 0,
    isUnproven: findings.count > 0 && findings.unproven === findings.count,
    entries: walk.seq,
    findings: findings.listed,
    findingCount: findings.count,
    notes: findings.notes,
    signedFrom: walk.signedFrom,
    recordsCompared: compared,
    recordsUnsealed: unsealed,
    checkpoint: anchors.newest,
  };
}

function noteCoverage({ signedFrom, seq }: ChainWalk, findings: Findings): void {
  if (signedFrom !== null && signedFrom > 1 && seq > 0)
    findings.note(
      `Entries 1–${signedFrom - 1} are from before signatures: they are held since entry ${signedFrom} was signed, and not against anything done before.`,
    );
}

/** Holds checkpoints against the chain. */
class Anchors {
  newest: { seq: number; at: string } | null = null;
  #reach = 0;
  #vouchedTo = 0;
  #missing: { from: Checkpoint; source: string } | null = null;

  constructor(
    readonly walk: ChainWalk,
    readonly findings: Findings,
  ) {}

  async hold(checkpoint: Checkpoint | null, source: string, isGiven = false): Promise<void> {
    if (checkpoint === null) {
      // a crash can cut a line off, and cutting one off hides nothing that the next line does not tell
      return this.findings.note(`Part of a line: ${source} cannot be read.`);
    }
    const { seq, at, hash } = checkpoint;
    if (checkSignature(checkpoint) === "bad") {
      return this.findings.add({
        entry: seq,
        message: `${capital(source)} was altered: its signature is wrong.`,
      });
    }
    const isReplaced = this.walk.restored.some((restored) => restored.endedAt < seq && restored.at >= at);
    if (isReplaced) return;
    const entry = await db.auditEntry.findUnique({ where: { seq }, select: { hash: true } });
    if (seq > this.walk.seq) {
      // written since the walk ended, by a site at work
      if (entry?.hash === hash) return;
      if (this.#missing === null || this.#missing.from.seq < seq)
        this.#missing = { from: checkpoint, source };
      return;
    }
    if (entry?.hash !== hash) {
      const message = `Entry ${seq} is not the one that ${source} of ${at.toISOString()} tells of: the log was rewritten at it or before it.`;
      return this.findings.add({ entry: seq, message });
    }
    if (seq >= this.#reach) this.newest = { seq, at: at.toISOString() };
    this.#reach = Math.max(this.#reach, seq);
    // what our own key signed after a strange one proves nothing of what stood before: the program signs what it finds
    if (isGiven) this.#vouchedTo = Math.max(this.#vouchedTo, seq);
  }

  end(): void {
    const { unknownKey, seq } = this.walk;
    if (this.#missing !== null) {
      const { from, source } = this.#missing;
      const lost = from.seq - seq;
      const message = `The log ends at entry ${seq}, before ${source} of ${from.at.toISOString()}, which tells of entry ${from.seq}: the newest ${lost === 1 ? "entry is" : `${lost} entries are`} missing. The end was cut off, or an older backup was put in place without \`db restore\`.`;
      this.findings.add({ entry: seq + 1, message });
    }
    if (unknownKey !== null && unknownKey.seq > this.#vouchedTo) {
      const message = `Entries up to ${unknownKey.seq} are signed with key ${unknownKey.keyId}, which is not here. Name it in AUDIT_KEY, after a comma, or give a checkpoint from after them with --against.`;
      this.findings.add({ entry: unknownKey.seq, message, isUnproven: true });
    }
    if (this.newest === null && seq > 0)
      this.findings.note(
        "No checkpoint is kept outside the database: its newest entries could be cut off unseen. The next change writes one.",
      );
    else if (this.newest !== null && this.newest.seq < seq)
      this.findings.note(
        `The checkpoints reach to entry ${this.newest.seq} of ${seq}: the entries after it are signed, but could be cut off unseen.`,
      );
  }
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The end of the chain as it stands, signed, to be kept elsewhere; null while there is nothing. @throws {Forbidden} */
export async function getCheckpoint(actor: Actor): Promise<Checkpoint | null> {
  assertCan(actor, "audit:read");
  const head = await findHead();
  return head === null ? null : signCheckpoint(head);
}

/** The end of the chain, or null while there is nothing. */
export async function findHead(client: Pick<Tx, "auditHead"> = db): Promise<ChainEnd | null> {
  const head = await client.auditHead.findUnique({ where: { id: 1 }, select: { seq: true, hash: true } });
  return head === null || head.seq === 0 ? null : head;
}

/** What was done to one thing, and to the relations `relationIds` of it, newest first: at most 200 entries. */
export async function listHistory(
  subjectType: string,
  subjectId: string,
  relationIds: readonly string[] = [],
) {
  const itself = { subjectType, subjectId };
  return db.auditEntry.findMany({
    where:
      relationIds.length === 0
        ? itself
        : { OR: [itself, { subjectType: "relation", subjectId: { in: [...relationIds] } }] },
    orderBy: { seq: "desc" },
    take: 200,
  });
}

/** How many entries there are. @throws {Forbidden} */
export async function countAuditEntries(actor: Actor): Promise<number> {
  assertCan(actor, "audit:read");
  return (await findHead())?.seq ?? 0;
}

import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { capture, contradict, publishClaimOn } from "@/e2e/newsroom";
import { addUser } from "@/lib/accounts/server";
import {
  type AuditCheck,
  appendAudit,
  chainHash,
  sealFields,
  sealStandingRecords,
  sealsHash,
  verifyAudit,
} from "@/lib/audit/server";
import { type Role, SYSTEM } from "@/lib/auth";
import { db, sealedFieldsOf, transact } from "@/lib/db/server";
import { fillEveryTable } from "./every-table";
import {
  addOrDelete,
  changed,
  type Done,
  editAnything,
  editRecord,
  type Numbers,
  pick,
  some,
} from "./tampering-records";

/** What somebody does who can write the database and its folder and has no key, and how the check is to answer. */
export interface Tampering {
  readonly kind: string;
  /** What exactly was done, for whoever has to find out why it was not found. */
  readonly words: string;
  /** Whether the check names the very place. */
  isLocatedBy(check: AuditCheck): boolean;
  /** Whether the check tells of it at all: a finding, or for a file that may lag behind, its reach. */
  isFoundBy(check: AuditCheck): boolean;
  undo(): Promise<unknown>;
}

/** A small newsroom's records in every table, written in many transactions, each of which leaves a checkpoint. */
export async function fillStore(): Promise<void> {
  // as each start does: from here on a record without a seal was added behind the log
  await sealStandingRecords();
  const hire = async (role: Role) => {
    const email = `${role}@example.test`;
    await addUser(SYSTEM, { email, name: `The ${role}`, role, password: "a-long-word-for-tests" });
    const { id, name } = await db.user.findUniqueOrThrow({ where: { email } });
    return { id, name, role };
  };
  const staff = {
    reporter: await hire("reporter"),
    reviewer: await hire("reviewer"),
    editor: await hire("editor"),
  };
  const { kept } = await publishClaimOn(staff);
  await contradict(staff.editor, kept, await capture(staff.reporter));
  const { id: statementId } = await db.statement.findUniqueOrThrow({ where: { publicId: kept.publicId } });
  const { id: reviewId } = await db.review.findFirstOrThrow({ orderBy: { id: "asc" } });
  for (let number = 2; number < 6; number++) {
    await transact(async (tx) => {
      const givenAt = new Date("2026-01-01T00:00:00Z");
      const correction = {
        statementId,
        versionNumber: number,
        kind: "typo",
        note: `Slip ${number}`,
        givenAt,
      };
      await tx.correction.create({ data: correction });
      await tx.reviewComment.create({ data: { reviewId, body: `Seen, ${number}`, writtenAt: givenAt } });
      const subject = { subjectType: "statement", subjectId: statementId };
      await appendAudit(tx, { actor: SYSTEM, action: "statement.corrected", ...subject, after: { number } });
    });
  }
  await fillEveryTable();
}

/** One tampering of a kind, done; where and how is left to `random`. */
export async function tamper(kind: Kind, random: Numbers): Promise<Tampering> {
  const { words, isLocatedBy, isFoundBy, undo } = await KINDS[kind](random);
  return { kind, words, isLocatedBy, isFoundBy: isFoundBy ?? ((check) => !check.isIntact), undo };
}

export type Kind = keyof typeof KINDS;

const KINDS = {
  "entry edited": editEntry,
  "entry deleted in the middle": deleteEntries,
  "tail cut, head set back": cutTail,
  "log emptied with its head": emptyLog,
  "chain recomputed without the key": recomputeChain,
  "edition text": (random: Numbers) => editRecord(random, [["Edition", ["text"]]]),
  "published version": (random: Numbers) =>
    editRecord(random, [["StatementVersion", ["wording", "snapshot", "publishedAt"]]]),
  "statement state": (random: Numbers) => editRecord(random, [["Statement", ["state"]]]),
  "user's role": (random: Numbers) => editRecord(random, [["User", ["role"]]]),
  "any column of any table": editAnything,
  "row added or deleted": addOrDelete,
  "checkpoint file cut": cutCheckpoints,
};
export const TAMPERINGS = Object.keys(KINDS) as Kind[];

const ofEntry = (seq: number) => (check: AuditCheck) => check.findings[0]?.entry === seq;

/** The whole log in memory, and how it is put back. */
async function keepLog() {
  const entries = await db.auditEntry.findMany({ orderBy: { seq: "asc" } });
  const seals = await db.auditSeal.findMany({ orderBy: [{ entrySeq: "asc" }, { ordinal: "asc" }] });
  const head = await db.auditHead.findUniqueOrThrow({ where: { id: 1 } });
  const undo = async () => {
    await db.auditEntry.deleteMany();
    await db.auditSeal.deleteMany();
    await db.auditHead.deleteMany();
    await db.auditEntry.createMany({ data: entries });
    await db.auditSeal.createMany({ data: seals });
    await db.auditHead.create({ data: head });
  };
  return { entries, undo };
}

async function editEntry(random: Numbers): Promise<Done> {
  const { entries, undo } = await keepLog();
  const entry = pick(random, entries);
  const columns = ["at", "actorId", "actorName", "actorRole", "action", "subjectType", "subjectId"] as const;
  const column = pick(random, [...columns, "before", "after", "reason"] as const);
  await db.auditEntry.update({
    where: { seq: entry.seq },
    data: { [column]: changed(random, entry[column]) },
  });
  return { words: `${column} of entry ${entry.seq}`, isLocatedBy: ofEntry(entry.seq), undo };
}

async function deleteEntries(random: Numbers): Promise<Done> {
  const { entries, undo } = await keepLog();
  const from = 1 + Math.floor(random() * (entries.length - 3));
  const to = Math.min(entries.length - 1, from + Math.floor(random() * 4));
  await db.auditEntry.deleteMany({ where: { seq: { gte: from, lte: to } } });
  if (random() < 0.5) await db.auditSeal.deleteMany({ where: { entrySeq: { gte: from, lte: to } } });
  return { words: `entries ${from} to ${to}`, isLocatedBy: ofEntry(from), undo };
}

async function cutTail(random: Numbers): Promise<Done> {
  const { entries, undo } = await keepLog();
  const last = 1 + Math.floor(random() * (entries.length - 1));
  await db.auditEntry.deleteMany({ where: { seq: { gt: last } } });
  if (random() < 0.5) await db.auditSeal.deleteMany({ where: { entrySeq: { gt: last } } });
  const data = { seq: last, hash: entries[last - 1]?.hash ?? "" };
  await db.auditHead.update({ where: { id: 1 }, data });
  return { words: `all after ${last}`, isLocatedBy: some(({ entry }) => entry === last + 1), undo };
}

async function emptyLog(random: Numbers): Promise<Done> {
  const { undo } = await keepLog();
  await db.auditEntry.deleteMany();
  if (random() < 0.5) await db.auditSeal.deleteMany();
  if (random() < 0.5) await db.auditHead.deleteMany();
  else await db.auditHead.update({ where: { id: 1 }, data: { seq: 0, hash: "" } });
  return { words: "all", isLocatedBy: ofEntry(1), undo };
}

/** Forges an entry, or a record with its seal, and recomputes all that follows: everything but the signatures fits. */
async function recomputeChain(random: Numbers): Promise<Done> {
  const { entries, undo: undoLog } = await keepLog();
  const forged = pick(random, entries);
  const ownSeals = await db.auditSeal.findMany({
    where: { entrySeq: forged.seq, model: "Statement", fields: { not: null } },
    orderBy: { ordinal: "asc" },
  });
  let undo = undoLog;
  let edit: object = { reason: `forged ${random()}` };
  const seal = ownSeals[0];
  if (seal !== undefined && random() < 0.5) {
    const before = await db.statement.findUniqueOrThrow({ where: { id: seal.recordId } });
    const data = { wording: `${before.wording}!` };
    await db.statement.update({ where: { id: seal.recordId }, data });
    const fields = sealFields(seal, { ...before, ...data }, sealedFieldsOf("Statement"));
    const key = { entrySeq_ordinal: { entrySeq: seal.entrySeq, ordinal: seal.ordinal } };
    await db.auditSeal.update({ where: key, data: { fields } });
    const order = { ordinal: "asc" } as const;
    const seals = await db.auditSeal.findMany({ where: { entrySeq: forged.seq }, orderBy: order });
    edit = { seals: sealsHash(seals) };
    undo = async () => {
      await undoLog();
      // with every column, because an update sets one of its own accord
      await db.statement.update({ where: { id: before.id }, data: before });
    };
  }
  const signatures = pick(random, ["kept", "taken away", "made up"] as const);
  const forgedMac = { keyId: forged.keyId, mac: "A".repeat(43) };
  const mac = { kept: {}, "taken away": { keyId: null, mac: null }, "made up": forgedMac }[signatures];
  let hash = "";
  const chain = entries.map((entry) => {
    if (entry.seq < forged.seq) {
      hash = entry.hash;
      return entry;
    }
    const content = { ...entry, ...(entry.seq === forged.seq ? edit : {}), ...mac };
    const previousHash = hash;
    hash = chainHash(previousHash, content);
    return { ...content, previousHash, hash };
  });
  await db.auditEntry.deleteMany();
  await db.auditEntry.createMany({ data: chain });
  await db.auditHead.update({ where: { id: 1 }, data: { hash } });
  const isLocatedBy = some(({ entry }) => entry === forged.seq);
  return { words: `from ${forged.seq} on, signatures ${signatures}`, isLocatedBy, undo };
}

async function cutCheckpoints(random: Numbers): Promise<Done> {
  const file = path.join(process.env.DATA_DIR ?? "", "audit-checkpoints.log");
  const text = await readFile(file, "utf8");
  const undo = () => writeFile(file, text);
  const lines = text.split("\n").slice(0, -1);
  const how = pick(random, ["cut", "altered", "gone"] as const);
  if (how === "altered") {
    const at = Math.floor(random() * lines.length);
    const altered = lines.map((line, n) => (n === at ? line.replace(/seq=(\d+)/, "seq=1$1") : line));
    await writeFile(file, `${altered.join("\n")}\n`);
    const isLocatedBy = some(({ message }) => message.startsWith(`Line ${at + 1} of the checkpoints`));
    return { words: `line ${at + 1} altered`, isLocatedBy, undo };
  }
  // acts that end at the same moment may note the end twice, or an earlier one after it: cutting those takes nothing
  const seqs = lines.map((line) => Number(/seq=(\d+)/.exec(line)?.[1]));
  const end = seqs.indexOf(Math.max(...seqs));
  const kept = how === "gone" || end === 0 ? 0 : 1 + Math.floor(random() * end);
  if (kept === 0) await rm(file);
  else await writeFile(file, `${lines.slice(0, kept).join("\n")}\n`);
  const reach = Math.max(...seqs.slice(0, kept));
  const words = kept === 0 ? "No checkpoint" : `The checkpoints reach to entry ${reach} of`;
  const isTold = ({ notes }: AuditCheck) => notes.some((note) => note.startsWith(words));
  // whoever died after a commit leaves such a file too, so that it is told and is no fault
  return { words: `cut after line ${kept}`, isLocatedBy: isTold, isFoundBy: isTold, undo };
}

/** What the check says of an untouched store, when it says anything: a false alarm. */
export async function falseAlarms(): Promise<string[]> {
  return (await verifyAudit(SYSTEM)).findings.map(({ message }) => message);
}

import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { setClock } from "@/lib/env";
import {
  checkpointsFile,
  checkSignature,
  eachCheckpointLine,
  formatCheckpoint,
  parseCheckpoint,
  signCheckpoint,
  writeCheckpoint,
} from "./checkpoints";
import { Findings } from "./findings";
import {
  type AuditContent,
  chainHash,
  changedFields,
  resealFields,
  type Seal,
  sealFields,
  sealsHash,
} from "./model";
import { signer } from "./signatures";

const folder = mkdtempSync(path.join(os.tmpdir(), "verbatim-audit-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const [OLD, NEW] = ["o".repeat(32), "n".repeat(32)];

beforeEach(() => {
  Object.assign(process.env, { DATA_DIR: folder, AUDIT_KEY: `${NEW},${OLD}`, AUDIT_CHECKPOINTS: "" });
  rmSync(path.join(folder, "audit-checkpoints.log"), { force: true });
});

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

const ENTRY: AuditContent = {
  ...{
    seq: 7,
    at: new Date("2026-03-01T12:00:00.123Z"),
    actorId: "a",
    actorName: "Nadia",
    actorRole: "editor",
  },
  ...{ action: "thing.changed", subjectType: "thing", subjectId: "t", before: null, after: '{"n":1}' },
  ...{ reason: "A slip", seals: null },
};

describe("the hash of an entry", () => {
  it("is SHA-256 over the one before and every field in order, so that anybody can compute it", () => {
    const fields =
      '[7,"2026-03-01T12:00:00.123Z","a","Nadia","editor","thing.changed","thing","t",null,"{\\"n\\":1}","A slip"';
    expect(chainHash("abc", ENTRY)).toBe(sha256(`abc${fields}]`));
    // entries from before there were seals keep the hash that they have
    expect(chainHash("abc", { ...ENTRY, seals: "s" })).toBe(sha256(`abc${fields},"s"]`));
  });

  it("changes with every field, and with what a field is moved into", () => {
    const other: Partial<AuditContent>[] = [
      ...[{ seq: 8 }, { at: new Date("2026-03-01T12:00:00.124Z") }, { actorId: null }, { actorName: "" }],
      ...[{ actorRole: "a" }, { action: "b" }, { subjectType: "c" }, { subjectId: "d" }, { before: "" }],
      ...[{ after: null }, { reason: null }, { seals: "" }],
      ...[
        { before: ENTRY.after, after: ENTRY.before },
        { actorName: "editor", actorRole: "Nadia" },
      ],
    ];
    const hashes = [
      chainHash("", ENTRY),
      chainHash("x", ENTRY),
      ...other.map((part) => chainHash("", { ...ENTRY, ...part })),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});

describe("the hash over seals", () => {
  const [one, two]: Seal[] = [
    { model: "Outlet", recordId: "1", fields: '{"name":"x"}' },
    { model: "Outlet", recordId: "2", fields: null },
  ];
  it("is none over none, and SHA-256 over a line for each, in their order", () => {
    expect(sealsHash([])).toBeNull();
    const lines = '["Outlet","1","{\\"name\\":\\"x\\"}"]\n["Outlet","2",null]\n';
    expect(one && two && sealsHash([one, two])).toBe(sha256(lines));
    expect(one && two && sealsHash([two, one])).not.toBe(sha256(lines));
  });
});

describe("the seal of a record", () => {
  const AT = { model: "Outlet", recordId: "1" };
  const value = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.date({ noInvalidDate: true }),
    fc.bigInt(),
    fc.constant(null),
  );
  const row = fc.dictionary(fc.constantFrom("name", "slug", "version", "text"), value);

  it("finds exactly the fields that are not as they were", () => {
    fc.assert(
      fc.property(row, row, (was, now) => {
        const fields = Object.keys(was);
        const seal = { ...AT, fields: sealFields(AT, was, fields) };
        const same = (field: string) => {
          const plain = (of: Readonly<Record<string, unknown>>) =>
            JSON.stringify(of[field] ?? null, (_, inner) =>
              typeof inner === "bigint" ? String(inner) : inner,
            );
          return plain(was) === plain(now);
        };
        expect(changedFields(seal, was)).toEqual([]);
        // a column that the table lacks is not judged
        expect(changedFields(seal, now)).toEqual(fields.filter((field) => field in now && !same(field)));
      }),
    );
  });

  it("is of this record, this table and this field alone, and tells nothing of what it seals", () => {
    const of = (model: string, recordId: string, field: string) =>
      JSON.parse(sealFields({ model, recordId }, { [field]: "x" }, [field]))[field] as string;
    const seals = [
      of("Outlet", "1", "name"),
      of("Story", "1", "name"),
      of("Outlet", "2", "name"),
      of("Outlet", "1", "slug"),
    ];
    expect(new Set(seals).size).toBe(4);
    for (const seal of seals) expect(seal).toMatch(/^[\w-]{16}$/);
  });

  it("of an empty field is none, whether it is null or missing", () => {
    expect(JSON.parse(sealFields(AT, { name: null }, ["name", "slug"]))).toEqual({ name: "", slug: "" });
    const seal = { ...AT, fields: sealFields(AT, {}, ["name"]) };
    expect(changedFields(seal, { name: null })).toEqual([]);
    expect(changedFields(seal, { name: "" })).toEqual(["name"]);
  });

  it("judges no column that it does not hold, and nothing when it holds none", () => {
    const seal = { ...AT, fields: sealFields(AT, { name: "x" }, ["name"]) };
    expect(changedFields(seal, { name: "x", slug: "anything" })).toEqual([]);
    expect(changedFields({ ...AT, fields: null }, { name: "x" })).toEqual([]);
  });

  it("is made anew for some fields, and stays for all others, also for one that was changed behind it", () => {
    const seal = { ...AT, fields: sealFields(AT, { name: "x", slug: "s" }, ["name", "slug"]) };
    const now = { name: "forged", slug: "rewritten", added: 1 };
    const anew = { ...AT, fields: resealFields(seal, now, ["slug", "added"]) };
    expect(changedFields(anew, now)).toEqual(["name"]);
    expect(Object.keys(JSON.parse(anew.fields)).sort()).toEqual(["added", "name", "slug"]);
    expect(resealFields({ ...AT, fields: null }, now, ["slug"])).toBe(sealFields(AT, now, ["slug"]));
  });
});

describe("a signature", () => {
  it("is the newest key's, and good with any key that is at hand", () => {
    const { keyId, sign, check } = signer();
    const mac = sign("text");
    expect(check("text", { keyId, mac })).toBe("good");
    expect(check("other", { keyId, mac })).toBe("bad");
    process.env.AUDIT_KEY = `${OLD},${NEW}`;
    const former = signer();
    expect(former.keyId).not.toBe(keyId);
    expect(former.sign("text")).not.toBe(mac);
    // which of several signs makes no difference to who checks
    expect(former.check("text", { keyId, mac })).toBe("good");
    process.env.AUDIT_KEY = OLD;
    expect(signer().check("text", { keyId, mac })).toBe("unknown");
    expect(check("text", { keyId: former.keyId, mac: former.sign("text") })).toBe("good");
  });

  it.each([
    ["cut", (mac: string) => mac.slice(0, -1)],
    ["longer", (mac: string) => `${mac}A`],
    ["another", (mac: string) => `${mac.startsWith("A") ? "B" : "A"}${mac.slice(1)}`],
    ["empty", () => ""],
    ["missing", () => null],
  ])("that is %s is bad", (_, forge) => {
    const { keyId, sign, check } = signer();
    expect(check("text", { keyId, mac: forge(sign("text")) })).toBe("bad");
  });

  it("of no key is unknown, and the name of a key does not tell the key", () => {
    const { keyId, sign, check } = signer();
    expect(check("text", { keyId: null, mac: sign("text") })).toBe("unknown");
    expect(check("text", { keyId: "", mac: sign("text") })).toBe("unknown");
    expect(keyId).toMatch(/^[0-9a-f]{8}$/);
    expect(keyId).not.toBe(sha256(NEW).slice(0, 8));
  });
});

describe("a checkpoint", () => {
  const END = { seq: 12, hash: "a".repeat(64) };
  const AT = new Date("2026-03-01T12:00:00.123Z");
  const signed = () => {
    setClock(AT);
    try {
      return signCheckpoint(END);
    } finally {
      setClock(null);
    }
  };

  it("is one line that says how far the chain reaches, and is read back as it was written", () => {
    const checkpoint = signed();
    expect(checkpoint).toMatchObject({ ...END, at: AT });
    const line = formatCheckpoint(checkpoint);
    expect(line).toMatch(
      /^verbatim-checkpoint seq=12 at=2026-03-01T12:00:00\.123Z hash=a{64} key=[0-9a-f]{8} mac=[\w-]{43}$/,
    );
    expect(parseCheckpoint(line)).toEqual(checkpoint);
    // a printed line may have come back with space around it
    expect(parseCheckpoint(`  ${line}\r\n`)).toEqual(checkpoint);
    expect(checkSignature(checkpoint)).toBe("good");
  });

  it.each([
    ["another entry", { seq: 13 }],
    ["another hash", { hash: "b".repeat(64) }],
    ["another moment", { at: new Date("2026-03-01T12:00:00.124Z") }],
    ["another signature", { mac: "A".repeat(43) }],
  ])("that tells of %s is not what was signed", (_, part) => {
    expect(checkSignature({ ...signed(), ...part })).toBe("bad");
    expect(checkSignature({ ...signed(), keyId: "00000000" })).toBe("unknown");
  });

  it.each([
    ["nothing", () => ""],
    ["something before it", (line: string) => `x${line}`],
    ["something behind it", (line: string) => `${line}x`],
    ["no number", (line: string) => line.replace("seq=12", "seq=x")],
    ["too long a number", (line: string) => line.replace("seq=12", "seq=12345678901")],
    ["no moment", (line: string) => line.replace(/at=\S+/, "at=neither-day-nor-hour")],
    ["a short moment", (line: string) => line.replace(/at=\S+/, "at=2026-03-01T12:00:00")],
    ["a long moment", (line: string) => line.replace(/at=\S+/, "at=2026-03-01T12:00:00.000000000000Z")],
    ["a short hash", (line: string) => line.replace("hash=a", "hash=")],
    ["a hash that is none", (line: string) => line.replace("hash=a", "hash=g")],
    ["a short key", (line: string) => line.replace(/key=./, "key=")],
    ["a key that is none", (line: string) => line.replace(/key=./, "key=x")],
    ["a cut signature", (line: string) => line.slice(0, -1)],
    ["a signature that is none", (line: string) => `${line.slice(0, -1)}!`],
  ])("is not read from %s", (_, change) => {
    expect(parseCheckpoint(change(formatCheckpoint(signed())))).toBeNull();
  });

  it("is kept in the data folder, or where the house wants it", () => {
    expect(checkpointsFile()).toBe(path.join(folder, "audit-checkpoints.log"));
    process.env.AUDIT_CHECKPOINTS = path.join(folder, "elsewhere", "a.log");
    expect(checkpointsFile()).toBe(path.join(folder, "elsewhere", "a.log"));
  });
});

describe("the file of checkpoints", () => {
  const seqs = () =>
    readFileSync(checkpointsFile(), "utf8")
      .trim()
      .split("\n")
      .map((line) => parseCheckpoint(line)?.seq);
  const end = (seq: number) => ({ seq, hash: "a".repeat(64) });
  const linesOf = async (file: string) => {
    const lines: unknown[] = [];
    for await (const line of eachCheckpointLine(file)) lines.push(line);
    return lines;
  };

  it("grows by a line for each end of the chain, in a folder that is made", async () => {
    process.env.AUDIT_CHECKPOINTS = path.join(folder, "new", "folder", "a.log");
    await writeCheckpoint(end(1));
    await writeCheckpoint(end(2));
    expect(seqs()).toEqual([1, 2]);
    expect(readFileSync(checkpointsFile(), "utf8")).toMatch(/\n$/);
  });

  it("reaches as far as the newest of those that come at once, and never goes back", async () => {
    await Promise.all([3, 5, 4].map((seq) => writeCheckpoint(end(seq))));
    const reached = seqs();
    expect(Math.max(...reached.map(Number))).toBe(5);
    expect(reached).toEqual([...reached].sort());
    expect(reached.length).toBeLessThanOrEqual(3);
  });

  it("begins a line of its own behind one that a crash cut off", async () => {
    writeFileSync(checkpointsFile(), "verbatim-checkpoint seq=1 at=20");
    await writeCheckpoint(end(2));
    expect(seqs()).toEqual([undefined, 2]);
  });

  it("is read line by line with their numbers, empty ones left out; none when there is none", async () => {
    expect(await linesOf(checkpointsFile())).toEqual([]);
    writeFileSync(checkpointsFile(), "one\n\n  \ntwo");
    expect(await linesOf(checkpointsFile())).toEqual([
      { number: 1, text: "one" },
      { number: 4, text: "two" },
    ]);
  });

  it("is told of once a minute when it cannot be written, and undoes nothing", async () => {
    // a folder in its place
    process.env.AUDIT_CHECKPOINTS = folder;
    const told: string[] = [];
    const { error } = console;
    console.error = (words: string) => told.push(words);
    try {
      await writeCheckpoint(end(8));
      await writeCheckpoint(end(9));
    } finally {
      console.error = error;
    }
    expect(told).toEqual([expect.stringMatching(/^The checkpoint of entry 8 could not be written: /)]);
    process.env.AUDIT_CHECKPOINTS = "";
    await writeCheckpoint(end(10));
    expect(seqs()).toEqual([10]);
  });
});

describe("what was found", () => {
  it("is listed up to a hundred, and counted beyond", () => {
    const findings = new Findings();
    expect([findings.listed, findings.notes, findings.count]).toEqual([[], [], 0]);
    for (let entry = 1; entry <= 150; entry++) {
      findings.add({ entry, message: `Entry ${entry}` });
      findings.note(`Note ${entry}`);
    }
    expect(findings.count).toBe(150);
    expect(findings.listed).toHaveLength(100);
    expect(findings.listed.at(-1)).toEqual({ entry: 100, message: "Entry 100" });
    expect([findings.notes.length, findings.notes.at(-1)]).toEqual([100, "Note 100"]);
    expect(findings.unproven).toBe(0);
    findings.add({ entry: null, message: "Nobody knows", isUnproven: true });
    findings.add({ entry: null, message: "Nobody knows", isUnproven: true });
    expect([findings.count, findings.unproven]).toEqual([152, 2]);
  });
});

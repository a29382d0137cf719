import { appendFile, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { closeDb, db } from "@/lib/db/server";
import { setClock } from "@/lib/env";
import { makeStatement } from "@/prisma/factories";
import { clearDatabase } from "@/prisma/testing/database";
import { main } from "./main";
import { startUp } from "./start-up";
import type { Terminal } from "./terminal";

async function run(args: readonly string[], input = "") {
  const printed: string[] = [];
  const told: string[] = [];
  const terminal: Terminal = {
    folder: "/",
    print: (line) => void printed.push(line),
    async write(pieces) {
      for await (const piece of pieces) printed.push(String(piece));
    },
    tell: (line) => void told.push(line),
    readInput: async () => input,
    readBytes: async () => Buffer.from(input),
  };
  const code = await main(args, terminal);
  return { code, out: printed.join("\n"), err: told.join("\n") };
}

const ADD = ["users", "add", "--email", "Ann@Example.test", "--name", "Ann", "--role", "editor"];
const PASSWORD = "a rather long secret\n";

beforeEach(() => clearDatabase());

describe("users", () => {
  it("adds, lists, promotes, invites and closes a person, each of it recorded", async () => {
    expect(await run([...ADD, "--password-stdin"], PASSWORD)).toMatchObject({ code: 0 });
    expect((await run(["users", "list"])).out).toMatch(/^ann@example\.test +editor +Ann$/);
    const role = await run(["users", "role", "--email", "ann@example.test", "--role", "reviewer", "--json"]);
    expect(JSON.parse(role.out)).toMatchObject({ role: "reviewer" });
    const link = await run(["users", "link", "--email", "ann@example.test"]);
    expect(link.out).toMatch(/^http:\/\/\S+\/set-password\?token=\S{20,}$/);
    expect((await run(["users", "disable", "--email", "ann@example.test"])).code).toBe(0);
    expect((await run(["users", "list"])).out).toContain("(closed)");
    expect((await run(["audit", "verify"])).out).toMatch(
      /^4 changes and 2 records, none altered\nAnchored outside the database up to change 4, /,
    );
  });

  it("says what is wrong with what it was given", async () => {
    expect(await run([...ADD, "--password-stdin"], "short\n")).toMatchObject({ code: 1, out: "" });
    expect(await run(["users", "link", "--email", "nobody@example.test"])).toMatchObject({
      code: 1,
      err: "This person was not found.",
    });
    await run(ADD);
    expect((await run(ADD)).err).toContain("has an account with this address already");
    expect(await db.user.count()).toBe(1);
  });

  it("never prints a password", async () => {
    const { out, err } = await run([...ADD, "--password-stdin", "--json"], PASSWORD);
    expect(out + err).not.toContain(PASSWORD.trim());
  });
});

describe("search", () => {
  it("tells whether a search could miss something, and mends that", async () => {
    const whole = ["Statement", "Source", "Claim", "SpeakerAlias", "Passage", "Story"].map(
      (name) => `${name.padEnd(12)} whole`,
    );
    expect(await run(["search", "check"])).toEqual({ code: 0, out: whole.join("\n"), err: "" });
    const claim = { slug: "a-claim", proposition: "Ports are open", propositionKey: "ports are open" };
    await db.claim.create({ data: { ...claim, searchKey: " nonsense " } });
    const { code, out, err } = await run(["search", "check"]);
    expect(code).toBe(1);
    expect(out).toContain("Claim        whole, 1 row whose words are kept otherwise than they stand");
    expect(err).toContain("`search rebuild` mends it");
    expect((await run(["search", "check", "--json"])).out).toContain('"stale": 1');
    expect(await run(["search", "rebuild"])).toEqual({ code: 0, out: whole.join("\n"), err: "" });
  });
});

describe("audit verify", () => {
  it("fails when a recorded change was altered", async () => {
    await run(ADD);
    await db.auditEntry.updateMany({ data: { reason: "somebody else's words" } });
    const check = await run(["audit", "verify", "--json"]);
    expect(check.code).toBe(1);
    expect(JSON.parse(check.out)).toMatchObject({ isIntact: false, findings: [{ entry: 1 }] });
    expect(check.err).toContain("changed behind the log");
  });

  it("says that a key is not here where nothing else is wrong", async () => {
    await run(ADD);
    process.env.AUDIT_KEY = "k".repeat(32);
    try {
      const { code, out, err } = await run(["audit", "verify"]);
      expect({ code, out }).toMatchObject({ code: 1, out: expect.stringContaining("Name it in AUDIT_KEY") });
      expect(err).toContain("could not be checked");
      expect(out + err).not.toContain("changed behind the log");
    } finally {
      process.env.AUDIT_KEY = "";
    }
  });
});

describe("audit checkpoint", () => {
  it("prints a line that later shows what was taken out", async () => {
    expect(await run(["audit", "checkpoint"])).toMatchObject({ code: 1, err: "Nothing is recorded yet." });
    await run(ADD);
    const { out: line } = await run(["audit", "checkpoint"]);
    expect(await run(["audit", "verify", "--against", line])).toMatchObject({ code: 0 });
    expect((await run(["audit", "verify", "--against", "no-such-file"])).err).toContain(
      "neither a checkpoint",
    );
    await clearDatabase();
    const { code, out } = await run(["audit", "verify", "--against", line]);
    expect({ code, out }).toMatchObject({ code: 1, out: expect.stringContaining("The log ends at entry 0") });
  });
});

describe("db", () => {
  it("is up to date after a start", async () => {
    const { code, out } = await run(["db", "status", "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ isUpToDate: true, pending: [], unknown: [] });
    expect((await run(["db", "migrate"])).out).toBe("up to date");
  });
});

describe("a start", () => {
  it("loads the demo story into an empty database, once, and invites the first administrator", async () => {
    const told: string[] = [];
    const first = await startUp((line) => told.push(line));
    expect(told).toContain("Loading the demo story …");
    expect(first.link).toMatch(/\/set-password\?token=/);
    const statements = await db.statement.count();
    expect(statements).toBeGreaterThan(15);

    told.length = 0;
    const second = await startUp((line) => told.push(line));
    expect(told).toEqual([]);
    expect(second.link).not.toBe(first.link);
    expect(await db.statement.count()).toBe(statements);
    expect(await run(["demo", "load"])).toMatchObject({ code: 1 });
  });

  it("tells of a secret that went and of a clock that was set back, where there is something to lose", async () => {
    await run(ADD);
    const told: string[] = [];
    const key = path.join(process.env.DATA_DIR ?? "", "audit-key");
    const former = await readFile(key);
    try {
      await rm(key);
      setClock(new Date(Date.now() - 24 * 60 * 60_000));
      await startUp((line) => told.push(line));
    } finally {
      setClock(null);
      await writeFile(key, former);
    }
    expect(told).toEqual([
      expect.stringMatching(/^audit-key was missing.*your copy of the former key/),
      expect.stringMatching(/^The clock of this machine stands at.*Nothing is lost/),
    ]);
  });

  it("tells of changes that the database has lost, until it is written to again", async () => {
    await run(ADD);
    await run([...ADD.map((word) => word.replaceAll("Ann", "Bea"))]);
    expect((await run(["db", "check"])).code).toBe(0);
    const [, second] = await db.auditEntry.findMany({ orderBy: { seq: "asc" } });
    const [first] = await db.auditEntry.findMany({ orderBy: { seq: "asc" }, take: 1 });
    if (!first || !second) throw new Error("two changes were made");
    // as where the log that SQLite writes ahead is cut in the midst
    await db.auditSeal.deleteMany({ where: { entrySeq: second.seq } });
    await db.auditEntry.delete({ where: { id: second.id } });
    await db.auditHead.update({ where: { id: 1 }, data: { seq: first.seq, hash: first.hash } });
    await appendFile(
      path.join(process.env.DATA_DIR ?? "", "audit-checkpoints.log"),
      "verbatim-checkpoint seq=9",
    );
    await closeDb();
    const check = await run(["db", "check"]);
    expect(check.code).toBe(1);
    expect(check.err).toMatch(/^The newest change is missing.*\nThere is no backup in /s);
    const told: string[] = [];
    await startUp((line) => told.push(line));
    expect(told[0]).toMatch(
      /^The newest change is missing: the database ends at change 1, .*tells of change 2,.*db check/,
    );
    await run([...ADD.map((word) => word.replaceAll("Ann", "Cid"))]);
    expect((await run(["db", "check"])).code).toBe(0);
    expect((await run(["audit", "verify"])).code).toBe(1);
  });

  it("leaves a newsroom that has people without the demo", async () => {
    await run(ADD);
    await startUp(() => {});
    expect(await db.statement.count()).toBe(0);
  });
});

describe("export", () => {
  it.each([
    ["id", "st-zzzzzz"],
    ["speaker", "agda-of-nowhere"],
    ["source", "src-zzzzzz"],
    ["story", "no-such-story"],
    ["claim", "no-such-claim"],
  ])("says of a %s that nothing has its name, and writes no file", async (name, value) => {
    const { code, out, err } = await run(["export", `--${name}`, value]);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain(`${value} was not found.`);
  });

  it("names a statement that visitors do not read as one that is nowhere, and writes it with --all", async () => {
    const { publicId, wording } = await makeStatement();
    expect(await run(["export", "--id", publicId])).toMatchObject({
      ...{ code: 1, out: "", err: expect.stringContaining(`Statement ${publicId} was not found.`) },
    });
    const all = await run(["export", "--id", publicId, "--all", "--format", "csv"]);
    expect(all.code).toBe(0);
    expect(all.out).toContain(wording.slice(1, 15));
  });
});

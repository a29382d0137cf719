/**
 * What is left of acknowledged writes when the whole server is killed while people work: the built site takes forms over
 * HTTP, and a second process does the newsroom's editorial work on the same database; both are killed with SIGKILL at a
 * moment of chance, again and again. Every acknowledged write is then looked for and the audit chain is verified.
 * Usage: npm run bench -- kills [--kills N] [--engine sqlite|postgresql]
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { freePort, startPostgres } from "@/scripts/postgres.mjs";
import { killGroup, type Site, serveSite, Visitor } from "./site";

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "100" },
    engine: { type: "string", default: "sqlite" },
    worker: { type: "boolean", default: false },
  },
});

const PASSWORD = "a-long-word-for-the-bench";

/** What was acknowledged: a kind of write and the words by which it is found again. */
interface Ack {
  readonly kind: string;
  readonly mark: string;
}

if (values.worker) await workForEver();
else await measure();

async function measure() {
  const dataDir = mkdtempSync(join(tmpdir(), "verbatim-kills-"));
  const postgres = values.engine === "postgresql" ? await startPostgres() : null;
  Object.assign(process.env, { DATA_DIR: dataDir, DATABASE_URL: postgres?.url ?? "", PUBLIC_SITE: "on" });
  try {
    await killAgainAndAgain(Number(values.kills));
  } finally {
    const { closeDb } = await import("@/lib/db/server");
    await closeDb();
    await postgres?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function killAgainAndAgain(kills: number) {
  const { migrate } = await import("@/lib/migrations/server");
  const { addUser } = await import("@/lib/accounts/server");
  const { verifyAudit } = await import("@/lib/audit/server");
  const { SYSTEM } = await import("@/lib/auth");
  await migrate();
  for (const role of ["reporter", "reviewer", "editor"] as const)
    await addUser(SYSTEM, { email: `${role}@example.test`, name: `The ${role}`, role, password: PASSWORD });
  let signedIn: Visitor | undefined;
  const counts = new Map<string, { acknowledged: number; lost: number }>();
  let broken = 0;
  for (let kill = 1; kill <= kills; kill++) {
    const acks: Ack[] = [];
    // it starts while the site does
    const worker = startWorker(acks);
    const site = await serveSite(await freePort(), process.env);
    const person: Visitor = signedIn?.at(site.address) ?? (await signIn(site));
    signedIn = person;
    const sending = sendForms(person, acks);
    // forms and editorial work are under way at any moment from here on
    await waitFor(() => ["story", "captured"].every((kind) => acks.some((ack) => ack.kind === kind)));
    await pause(500 + Math.random() * 1500);
    await Promise.all([site.kill(), killGroup(worker)]);
    await sending;
    for (const ack of acks) {
      const count = counts.get(ack.kind) ?? { acknowledged: 0, lost: 0 };
      counts.set(ack.kind, count);
      count.acknowledged++;
      if (!(await isThere(ack))) count.lost++;
    }
    const audit = await verifyAudit(SYSTEM);
    if (!audit.isIntact) {
      broken++;
      for (const { message } of audit.findings.slice(0, 5)) console.log(`  after kill ${kill}: ${message}`);
    }
    if (kill % 5 === 0 || kill === kills) report(kill, counts, broken);
  }
  const { entries, recordsCompared, notes } = await verifyAudit(SYSTEM);
  console.log(
    `  at the end: ${entries} entries and ${recordsCompared} records checked. ${notes.length} notes; the last: ${notes.at(-1) ?? "none"}`,
  );
  const isWhole = broken === 0 && [...counts.values()].every(({ lost }) => lost === 0);
  process.exitCode = isWhole ? 0 : 1;
}

function report(kills: number, counts: Map<string, { acknowledged: number; lost: number }>, broken: number) {
  const all = [...counts.values()];
  const sum = (key: "acknowledged" | "lost") => all.reduce((total, count) => total + count[key], 0);
  console.log(
    `${values.engine}: ${kills} kills, ${sum("acknowledged")} writes acknowledged, ${sum("lost")} lost, audit verify not intact ${broken} times`,
  );
  console.log(
    [...counts]
      .map(([kind, { acknowledged, lost }]) => `  ${kind} ${acknowledged} (${lost} lost)`)
      .join("\n"),
  );
}

async function signIn(site: Site): Promise<Visitor> {
  const person = new Visitor(site.address);
  const answer = await person.send("/sign-in", "password", {
    email: "reporter@example.test",
    password: PASSWORD,
  });
  if (answer === null) throw new Error("the reporter could not sign in");
  return person;
}

/** Sends forms until the server is gone. What was answered is acknowledged; what broke off is not. */
async function sendForms(person: Visitor, acks: Ack[]): Promise<void> {
  const one = async () => {
    for (;;) {
      const mark = ownWord();
      const opened = await person.send("/stories/new", "title", { title: `Story ${mark}` });
      if (opened === null) throw new Error("a story was refused");
      acks.push({ kind: "story", mark });
      const text = `“The bridge at ${mark} stays open,” Ann Lind said on Monday. She leads the council.`;
      const draft = await person.send("/import", "text", { text, title: `Report ${mark}` });
      if (draft === null) throw new Error("an import was refused");
      acks.push({ kind: "import", mark });
      const again = ownWord();
      const path = new URL(opened, person.address).pathname;
      if (
        (await person.send(`${path}/edit`, "story~summary", {
          "story~summary": `Changed ${again}`,
          pressed: "story",
        })) !== null
      )
        acks.push({ kind: "story edited", mark: again });
    }
  };
  // the one failure that is expected: the server is gone
  const untilGone = (error: unknown) => {
    if (!(error instanceof TypeError)) console.warn(String(error));
  };
  await Promise.all([one().catch(untilGone), one().catch(untilGone)]);
}

function startWorker(acks: Ack[]) {
  const args = [...process.execArgv, process.argv[1] ?? "", "--worker"];
  const worker = spawn(process.execPath, args, { detached: true, stdio: ["ignore", "pipe", "inherit"] });
  createInterface({ input: worker.stdout }).on("line", (line) => {
    const [kind = "", mark = ""] = line.split("\t");
    acks.push({ kind, mark });
  });
  return worker;
}

/** The newsroom at work, through the doors that the forms call; each line that it prints is an acknowledgement. */
async function workForEver(): Promise<never> {
  const { db } = await import("@/lib/db/server");
  const { capture, bringTo, contradict } = await import("@/e2e/newsroom");
  const { createClaim } = await import("@/lib/claims/server");
  const personOf = async (role: "reporter" | "reviewer" | "editor") => {
    const { id, name } = await db.user.findUniqueOrThrow({ where: { email: `${role}@example.test` } });
    return { id, name, role };
  };
  const staff = {
    reporter: await personOf("reporter"),
    reviewer: await personOf("reviewer"),
    editor: await personOf("editor"),
  };
  const acknowledge = (kind: string, mark: string) => process.stdout.write(`${kind}\t${mark}\n`);
  for (;;) {
    const kept = await capture(staff.reporter);
    acknowledge("captured", kept.publicId);
    const proposition = `The bridge at ${ownWord()} is open.`;
    await createClaim(staff.reviewer, { proposition });
    acknowledge("claim", proposition);
    const other = await capture(staff.reporter);
    await contradict(staff.reviewer, kept, other);
    acknowledge("related", kept.publicId);
    await bringTo("published", kept, staff);
    acknowledge("published", kept.publicId);
  }
}

async function isThere({ kind, mark }: Ack): Promise<boolean> {
  const { db } = await import("@/lib/db/server");
  const count = {
    story: () => db.story.count({ where: { title: `Story ${mark}` } }),
    "story edited": () => db.story.count({ where: { summary: `Changed ${mark}` } }),
    import: () => db.importDraft.count({ where: { title: `Report ${mark}` } }),
    captured: () => db.statement.count({ where: { publicId: mark } }),
    claim: () => db.claim.count({ where: { proposition: mark } }),
    related: () =>
      db.relation.count({ where: { OR: [{ from: { publicId: mark } }, { to: { publicId: mark } }] } }),
    // published stands for all that publishing asks: taken, assessed, three verdicts, checked, submitted, approved
    published: () => db.statement.count({ where: { publicId: mark, state: "published" } }),
  }[kind];
  return count !== undefined && (await count()) > 0;
}

async function waitFor(isReached: () => boolean): Promise<void> {
  for (let tries = 0; !isReached() && tries < 600; tries++) await pause(50);
}

function pause(timeMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, timeMs));
}

function ownWord(): string {
  return Math.random().toString(36).slice(2, 12);
}

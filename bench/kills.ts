/**
 * What is left of acknowledged writes when the whole server is killed while people work: three desks send the forms that
 * lead from a text to a statement that was published, corrected and retracted, and the site is killed with SIGKILL at a
 * moment of chance, again and again. Every acknowledged write is then looked for, forms whose answer never came are sent
 * once more and may have been taken in once only, and the audit chain is verified: after each kill, and again and again while
 * they write, when it must not cry wolf. PostgreSQL itself lives on; on SQLite the database is the server's own.
 * Usage: npm run bench -- kills [--kills N] [--engine sqlite|postgresql]
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ensureSite } from "@/scripts/build.mjs";
import { freePort, startPostgres } from "@/scripts/postgres.mjs";
import { KINDS, type Kind, type Person, type Write, workAtDesk } from "./desk";
import { type Site, serveSite, Visitor } from "./site";

const { values } = parseArgs({
  options: { kills: { type: "string", default: "100" }, engine: { type: "string", default: "sqlite" } },
});

const PASSWORD = "a-long-word-for-the-bench";
const DESKS = 3;
const MOST_BEFORE = 30;
// longer than a slow machine takes for one form; then it is killed in the middle of one
const MOST_WAIT_MS = 60_000;
const PEOPLE = {
  ...({ reporter: "reporter", reviewer: "reviewer", editor: "editor", second: "editor" } as const),
  admin: "admin",
} as const;

interface Count {
  acknowledged: number;
  lost: number;
  unanswered: number;
  doubled: number;
}

async function measure() {
  await ensureSite();
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
  for (const [person, role] of Object.entries(PEOPLE))
    await addUser(SYSTEM, { email: emailOf(person), name: `The ${person}`, role, password: PASSWORD });
  const counts = new Map<Kind, Count>();
  const countOf = (kind: Kind) => {
    const count = counts.get(kind) ?? { acknowledged: 0, lost: 0, unanswered: 0, doubled: 0 };
    counts.set(kind, count);
    return count;
  };
  const port = await freePort();
  let site = await serveSite(port, process.env);
  const people = await signIn(site);
  let fresh: (Write & { wasAnswered: boolean })[] = [];
  let gate = new Gate();
  const working = Promise.all(
    Array.from({ length: DESKS }, () =>
      workAtDesk({
        people,
        back: () => gate.opened,
        done: (write, wasAnswered) => fresh.push({ ...write, wasAnswered }),
      }),
    ),
  );
  working.catch(() => {});
  let broken = 0;
  let isOver = false;
  const watch = { checks: 0, alarms: 0 };
  const watching = (async () => {
    while (!isOver) {
      const { isIntact, findings } = await verifyAudit(SYSTEM);
      watch.checks++;
      await pause(100);
      if (isIntact) continue;
      watch.alarms++;
      for (const { message } of findings.slice(0, 5)) console.log(`  while they write: ${message}`);
    }
  })();
  watching.catch(() => {});
  for (let kill = 1; kill <= kills; kill++) {
    // a number of chance and then a moment of chance
    const enough = 2 + Math.random() * MOST_BEFORE;
    const until = Date.now() + MOST_WAIT_MS;
    while (fresh.length < enough && Date.now() < until) await Promise.race([pause(50), working]);
    await pause(Math.random() * 300);
    gate = new Gate();
    await site.kill();
    // what was acknowledged stands, and what was sent twice stands once
    for (const { wasAnswered, ...write } of fresh) {
      countOf(write.kind)[wasAnswered ? "acknowledged" : "unanswered"]++;
      const times = await timesThere(write);
      if (times === 0) countOf(write.kind).lost++;
      if (times > 1) countOf(write.kind).doubled++;
    }
    fresh = [];
    const audit = await verifyAudit(SYSTEM);
    if (!audit.isIntact) {
      broken++;
      for (const { message } of audit.findings.slice(0, 5)) console.log(`  after kill ${kill}: ${message}`);
    }
    if (kill % 10 === 0 || kill === kills) report(kill, counts, broken);
    if (kill < kills) {
      site = await serveSite(port, process.env);
      gate.open();
    } else gate.shut(new Error("the measurement is over"));
  }
  isOver = true;
  await watching;
  console.log(`  audit verify while they wrote: ${watch.checks} times, ${watch.alarms} false alarms`);
  const { entries, recordsCompared, notes } = await verifyAudit(SYSTEM);
  console.log(
    `  at the end: ${entries} entries and ${recordsCompared} records checked. ${notes.length} notes; the last: ${notes.at(-1) ?? "none"}`,
  );
  const isWhole =
    broken + watch.alarms === 0 && [...counts.values()].every(({ lost, doubled }) => lost + doubled === 0);
  const never = KINDS.filter((kind) => !counts.has(kind));
  if (never.length > 0) console.log(`  never reached: ${never.join(", ")}`);
  process.exitCode = isWhole && never.length === 0 ? 0 : 1;
}

/** What those wait for who met a dead site. */
class Gate {
  open: () => void = () => {};
  shut: (why: Error) => void = () => {};
  readonly opened = new Promise<void>((resolve, reject) => {
    this.open = resolve;
    this.shut = reject;
  });
  constructor() {
    this.opened.catch(() => {});
  }
}

function report(kills: number, counts: Map<Kind, Count>, broken: number) {
  const sum = (key: keyof Count) => [...counts.values()].reduce((total, count) => total + count[key], 0);
  console.log(
    `${values.engine}: ${kills} kills, ${sum("acknowledged")} writes acknowledged, ${sum("lost")} lost; ${sum("unanswered")} unanswered and sent again, ${sum("doubled")} doubled; audit verify not intact ${broken} times`,
  );
  console.table(Object.fromEntries(counts));
}

async function signIn(site: Site): Promise<Readonly<Record<Person, Visitor>>> {
  const one = async (name: Person) => {
    const person = new Visitor(site.address);
    if ((await person.send("/sign-in", "password", { email: emailOf(name), password: PASSWORD })) === null)
      throw new Error(`the ${name} could not sign in`);
    return person;
  };
  return {
    ...{ reporter: await one("reporter"), reviewer: await one("reviewer") },
    ...{ editor: await one("editor"), second: await one("second"), admin: await one("admin") },
  };
}

const emailOf = (person: string) => `${person}@example.test`;

const REACHED: Readonly<Record<string, readonly string[]>> = {
  taken: ["in_review", "submitted", "approved", "published", "retracted"],
  submitted: ["submitted", "approved", "published", "retracted"],
  approved: ["approved", "published", "retracted"],
  published: ["published", "retracted"],
  retracted: ["retracted"],
};

/** How often a write is in the database: once, unless it was lost or taken in twice. */
async function timesThere({ kind, mark }: Write): Promise<number> {
  const { db } = await import("@/lib/db/server");
  const statement = { publicId: mark };
  const reached = (kind: Kind) =>
    db.statement.count({ where: { publicId: mark, state: { in: [...(REACHED[kind] ?? [])] } } });
  const count: Readonly<Record<Kind, () => Promise<number>>> = {
    story: () => db.story.count({ where: { title: mark } }),
    "story edited": () => db.story.count({ where: { summary: mark } }),
    import: () => db.importDraft.count({ where: { title: mark } }),
    accepted: () =>
      db.importDraft.count({ where: { title: mark, proposals: { none: { decision: "pending" } } } }),
    stored: () =>
      db.importDraft.count({
        where: { title: mark, state: "stored", proposals: { every: { statementId: { not: null } } } },
      }),
    comment: () => db.reviewComment.count({ where: { body: mark } }),
    sourcing: () => db.sourcingAssessment.count({ where: { note: mark } }),
    verdict: () => db.verdict.count({ where: { reasons: mark } }),
    checklist: () => db.review.count({ where: { statement, checks: { some: { isDone: true } } } }),
    position: () => db.position.count({ where: { claim: { proposition: mark } } }),
    claim: () => db.claim.count({ where: { proposition: mark } }),
    relation: () => db.relation.count({ where: { rationale: mark } }),
    taken: () => reached(kind),
    submitted: () => reached(kind),
    approved: () => reached(kind),
    published: () => reached(kind),
    retracted: () => reached(kind),
    correction: () => db.correctionProposal.count({ where: { note: mark } }),
    // one row for each thing that was judged
    "judged again": async () => {
      const rows = await db.correctionRenewal.groupBy({
        by: ["subject"],
        where: { reason: mark },
        _count: { _all: true },
      });
      return Math.max(0, ...rows.map(({ _count }) => _count._all));
    },
    corrected: () => db.correction.count({ where: { note: mark } }),
    retraction: () => db.retraction.count({ where: { reason: mark } }),
    webhook: () => db.webhook.count({ where: { label: mark } }),
    "webhook removed": () => db.webhook.count({ where: { label: mark, removedAt: { not: null } } }),
  };
  return count[kind]();
}

function pause(timeMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, timeMs));
}

await measure();

/**
 * What is left of acknowledged writes when the whole server is killed while people work: three desks send the forms that
 * lead from a text to a published statement, and the site is killed with SIGKILL at a moment of chance, again and again.
 * Every acknowledged write is then looked for, forms whose answer never came are sent once more and may have been taken
 * in once only, and the audit chain is verified. PostgreSQL itself lives on; on SQLite the database is the server's own.
 * Usage: npm run bench -- kills [--kills N] [--engine sqlite|postgresql]
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ensureSite } from "@/scripts/build.mjs";
import { freePort, startPostgres } from "@/scripts/postgres.mjs";
import { type Kind, type Role, type Unanswered, type Write, workAtDesk } from "./desk";
import { type Site, serveSite, Visitor } from "./site";

const { values } = parseArgs({
  options: { kills: { type: "string", default: "100" }, engine: { type: "string", default: "sqlite" } },
});

const PASSWORD = "a-long-word-for-the-bench";
const DESKS = 3;
const MOST_BEFORE = 30;
const ROLES: readonly Role[] = ["reporter", "reviewer", "editor"];

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
  for (const role of ROLES)
    await addUser(SYSTEM, { email: `${role}@example.test`, name: `The ${role}`, role, password: PASSWORD });
  const counts = new Map<Kind, Count>();
  const countOf = (kind: Kind) => {
    const count = counts.get(kind) ?? { acknowledged: 0, lost: 0, unanswered: 0, doubled: 0 };
    counts.set(kind, count);
    return count;
  };
  let people: Readonly<Record<Role, Visitor>> | null = null;
  let unanswered: Unanswered[] = [];
  let broken = 0;
  for (let kill = 1; kill <= kills; kill++) {
    const site = await serveSite(await freePort(), process.env);
    const here: Readonly<Record<Role, Visitor>> = people === null ? await signIn(site) : at(people, site);
    people = here;
    for (const { kind, mark, person, filled } of unanswered) {
      const isAcknowledged = (await here[person].submit(filled)) !== null;
      const times = await timesThere({ kind, mark });
      countOf(kind).unanswered++;
      if (times > 1) countOf(kind).doubled++;
      // answered this time, so it must be there
      if (isAcknowledged && times === 0) countOf(kind).lost++;
    }
    const acknowledged: Write[] = [];
    const working = Promise.all(
      Array.from({ length: DESKS }, () => workAtDesk(here, (write) => acknowledged.push(write))),
    );
    working.catch(() => {});
    // a number of chance and then a moment of chance, so that the last steps of the way are met on a slow machine too
    const enough = 2 + Math.random() * MOST_BEFORE;
    for (let tries = 0; acknowledged.length < enough && tries < 1200; tries++) await pause(50);
    await pause(Math.random() * 300);
    await site.kill();
    unanswered = (await working).filter((each) => each !== null);
    for (const write of acknowledged) {
      countOf(write.kind).acknowledged++;
      if ((await timesThere(write)) === 0) countOf(write.kind).lost++;
    }
    const audit = await verifyAudit(SYSTEM);
    if (!audit.isIntact) {
      broken++;
      for (const { message } of audit.findings.slice(0, 5)) console.log(`  after kill ${kill}: ${message}`);
    }
    if (kill % 10 === 0 || kill === kills) report(kill, counts, broken);
  }
  const { entries, recordsCompared, notes } = await verifyAudit(SYSTEM);
  console.log(
    `  at the end: ${entries} entries and ${recordsCompared} records checked. ${notes.length} notes; the last: ${notes.at(-1) ?? "none"}`,
  );
  const isWhole = broken === 0 && [...counts.values()].every(({ lost, doubled }) => lost + doubled === 0);
  process.exitCode = isWhole ? 0 : 1;
}

function report(kills: number, counts: Map<Kind, Count>, broken: number) {
  const sum = (key: keyof Count) => [...counts.values()].reduce((total, count) => total + count[key], 0);
  console.log(
    `${values.engine}: ${kills} kills, ${sum("acknowledged")} writes acknowledged, ${sum("lost")} lost; ${sum("unanswered")} unanswered and sent again, ${sum("doubled")} doubled; audit verify not intact ${broken} times`,
  );
  console.table(Object.fromEntries(counts));
}

async function signIn(site: Site): Promise<Readonly<Record<Role, Visitor>>> {
  const one = async (role: Role) => {
    const person = new Visitor(site.address);
    const values = { email: `${role}@example.test`, password: PASSWORD };
    if ((await person.send("/sign-in", "password", values)) === null)
      throw new Error(`the ${role} could not sign in`);
    return person;
  };
  return { reporter: await one("reporter"), reviewer: await one("reviewer"), editor: await one("editor") };
}

function at(people: Readonly<Record<Role, Visitor>>, { address }: Site): Readonly<Record<Role, Visitor>> {
  const { reporter, reviewer, editor } = people;
  return { reporter: reporter.at(address), reviewer: reviewer.at(address), editor: editor.at(address) };
}

const REACHED: Readonly<Record<string, readonly string[]>> = {
  taken: ["in_review", "submitted", "approved", "published"],
  submitted: ["submitted", "approved", "published"],
  approved: ["approved", "published"],
  published: ["published"],
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
  };
  return count[kind]();
}

function pause(timeMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, timeMs));
}

await measure();

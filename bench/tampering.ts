/**
 * How many tamperings with the record of changes and with the records `audit verify` finds, and names at their place:
 * seeded, of every kind that prisma/testing/tampering.ts knows, on SQLite. Untouched stores must give no alarm: before,
 * between, while others write, and after a backup was restored.
 * Usage: npm run bench -- tampering [--count N] [--seed N]
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: { count: { type: "string", default: "1000" }, seed: { type: "string", default: "20251028" } },
});
const dataDir = mkdtempSync(join(tmpdir(), "verbatim-tampering-"));
Object.assign(process.env, { DATA_DIR: dataDir, DATABASE_URL: "" });

const { closeDb } = await import("@/lib/db/server");
const { migrate } = await import("@/lib/migrations/server");
const { verifyAudit } = await import("@/lib/audit/server");
const { addUser } = await import("@/lib/accounts/server");
const { backUp, restore } = await import("@/lib/backups/server");
const { SYSTEM } = await import("@/lib/auth");
const { numbersFrom } = await import("@/prisma/testing/random");
const { falseAlarms, fillStore, TAMPERINGS, tamper } = await import("@/prisma/testing/tampering");

const alarms: string[] = [];
let untouched = 0;
const expectSilence = async (when: string) => {
  untouched++;
  for (const message of (await falseAlarms()).slice(0, 3)) alarms.push(`${when}: ${message}`);
};
const write = (person: number) =>
  addUser(SYSTEM, {
    ...{ email: `p${person}@example.test`, name: `Person ${person}`, role: "reporter" },
    password: "a-long-word-for-the-bench",
  });

try {
  await migrate();
  await fillStore();
  await expectSilence("before");
  const writing = Promise.all(Array.from({ length: 20 }, (_, person) => write(person)));
  for (let round = 0; round < 5; round++) await expectSilence("while others write");
  await writing;
  await expectSilence("after they wrote");
  const { file } = await backUp();
  await write(20);
  await closeDb();
  await restore(file);
  await expectSilence("after restoring");
  await tamperAgainAndAgain(Number(values.count));
} finally {
  await closeDb();
  rmSync(dataDir, { recursive: true, force: true });
}

async function tamperAgainAndAgain(count: number) {
  const random = numbersFrom(Number(values.seed));
  const table = Object.fromEntries(TAMPERINGS.map((kind) => [kind, { done: 0, found: 0, located: 0 }]));
  for (let number = 0; number < count; number++) {
    const kind = TAMPERINGS[number % TAMPERINGS.length];
    const row = kind === undefined ? undefined : table[kind];
    if (kind === undefined || row === undefined) break;
    const done = await tamper(kind, random);
    const check = await verifyAudit(SYSTEM);
    await done.undo();
    row.done++;
    if (done.isFoundBy(check)) row.found++;
    if (done.isLocatedBy(check)) row.located++;
    else console.log(`not located: ${kind}: ${done.words}; ${check.findings[0]?.message ?? "no finding"}`);
    if (number % 50 === 49) await expectSilence(`after ${number + 1}`);
  }
  console.table(table);
  const rows = Object.values(table);
  const sum = (key: "done" | "found" | "located") => rows.reduce((total, row) => total + row[key], 0);
  console.log(
    `seed ${values.seed}: ${sum("done")} tamperings, ${sum("found")} found, ${sum("located")} located; ${alarms.length} false alarms in ${untouched} checks of an untouched store`,
  );
  for (const alarm of alarms) console.log(`false alarm ${alarm}`);
  process.exitCode = sum("found") === count && sum("located") === count && alarms.length === 0 ? 0 : 1;
}

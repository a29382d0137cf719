/**
 * Random histories over the forms of the built site: five people on three statements, what the process waits for and anything
 * else, filled in rightly and not, under other hands, with forged ids, stale versions, sent later and sent again; one of them
 * loses their role on the way. After every step the record and what the public reads are compared with what the walk itself
 * saw people do. The same seed draws the same numbers; ids of records are the database's own.
 * Usage: npm run bench -- walks [--histories N] [--steps N] [--seed N]
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ensureSite } from "@/scripts/build.mjs";
import { walk } from "./walking/history";
import { openHouse } from "./walking/newsroom";

const { values } = parseArgs({
  options: {
    histories: { type: "string", default: "10" },
    steps: { type: "string", default: "250" },
    seed: { type: "string", default: "1" },
  },
});

async function measure() {
  await ensureSite();
  const tally = new Map<string, number>();
  const count = (what: string, by = 1) => void tally.set(what, (tally.get(what) ?? 0) + by);
  const fault = (words: string) => {
    count("faults");
    console.log(`  ${words}`);
  };
  const folder = mkdtempSync(join(tmpdir(), "verbatim-walks-"));
  const house = await openHouse(folder);
  const { closeDb } = await import("@/lib/db/server");
  try {
    for (let n = 0; n < Number(values.histories); n++) {
      await walk(house, Number(values.seed) + n, Number(values.steps), { fault, count });
      console.log(`${n + 1} histories: ${[...tally].map(([what, times]) => `${times} ${what}`).join(", ")}`);
    }
    const { verifyAudit } = await import("@/lib/audit/server");
    const { SYSTEM } = await import("@/lib/auth");
    const { isIntact, findings, entries } = await verifyAudit(SYSTEM);
    console.log(`audit verify: ${entries} entries, ${isIntact ? "intact" : "broken"}`);
    for (const { message } of findings.slice(0, 10)) fault(message);
  } finally {
    await house.site.kill();
    await closeDb();
    rmSync(folder, { recursive: true, force: true });
  }
  process.exitCode = tally.has("faults") ? 1 : 0;
}

await measure();

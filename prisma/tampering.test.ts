import { beforeAll, expect, test } from "vitest";
import { verifyAudit } from "@/lib/audit/server";
import { SYSTEM } from "@/lib/auth";
import { numbersFrom } from "./testing/random";
import { falseAlarms, fillStore, TAMPERINGS, tamper } from "./testing/tampering";

// `npm run bench -- tampering` does the same a thousand times
const EACH = 3;

beforeAll(fillStore);

test.each(TAMPERINGS)("%s: found at its place, and nothing before or after", async (kind) => {
  const random = numbersFrom(TAMPERINGS.indexOf(kind) + 7);
  for (let number = 0; number < EACH; number++) {
    const done = await tamper(kind, random);
    const check = await verifyAudit(SYSTEM);
    await done.undo();
    const told = `${done.words}: ${JSON.stringify(check.findings.slice(0, 3))} ${check.notes.join(" ")}`;
    expect(done.isFoundBy(check), told).toBe(true);
    expect(done.isLocatedBy(check), told).toBe(true);
  }
  expect(await falseAlarms()).toEqual([]);
});

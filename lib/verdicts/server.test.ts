import { afterEach, beforeEach, expect, test } from "vitest";
import { db } from "@/lib/db/server";
import { setClock } from "@/lib/env";
import { makeStatement, makeUser } from "@/prisma/factories";
import { ensureScales, giveVerdict, withdrawTruthVerdict } from "./server";

beforeEach(() => setClock(new Date("2026-03-01T17:42:31Z")));
afterEach(() => setClock(null));

test("a verdict holds as of a day, and one given again tells of no day that nobody changed", async () => {
  await ensureScales();
  const reviewer = await makeUser("reviewer");
  const { id } = await makeStatement({ wording: "Words", state: "in_review" });
  const at = { statementId: id, axis: "true", value: "narrative", reasons: "Heard." } as const;
  const standing = () => db.verdict.findFirstOrThrow({ where: { statementId: id, supersededAt: null } });
  const { version } = await giveVerdict(reviewer, { ...at, version: 1 });
  const day = new Date("2026-03-01T00:00:00Z");
  expect((await standing()).asOf).toEqual(day);

  // as its form shows it, and with the minute, which is kept no more than it is shown
  await giveVerdict(reviewer, { ...at, version, asOf: "2026-03-01", uncertainty: "The hour." });
  await giveVerdict(reviewer, { ...at, version: version + 1, asOf: "1 March 2026, 17:00 UTC" });
  expect((await standing()).asOf).toEqual(day);
  const told = await db.auditEntry.findMany({ where: { action: "verdict.given" }, orderBy: { seq: "asc" } });
  const days = told.map(({ before, after }) =>
    [before, after].map((json) => (json ? (JSON.parse(json) as { asOf: string }).asOf : null)),
  );
  const iso = day.toISOString();
  expect(days).toEqual([
    [null, iso],
    [iso, iso],
    [iso, iso],
  ]);

  // a program and a correction leave the day out: another verdict did not hold before it was given, the same one did
  setClock(new Date("2026-03-09T08:00:00Z"));
  const said = { ...at, axis: "said", reasons: "He said it." } as const;
  const asOfSaid = async () =>
    (await db.verdict.findFirstOrThrow({ where: { statementId: id, axis: "said", supersededAt: null } }))
      .asOf;
  await giveVerdict(reviewer, { ...said, value: "probable", version: version + 2, asOf: "2026-02-01" });
  await giveVerdict(reviewer, { ...said, value: "probable", version: version + 3, reasons: "On tape." });
  expect(await asOfSaid()).toEqual(new Date("2026-02-01"));
  await giveVerdict(reviewer, { ...said, value: "denied", version: version + 4 });
  expect(await asOfSaid()).toEqual(new Date("2026-03-09"));
  setClock(new Date("2026-03-01T17:42:31Z"));

  const { id: withdrawnId } = await withdrawTruthVerdict(reviewer, {
    ...{ statementId: id, version: version + 5, reasons: "It cannot be known." },
  });
  expect((await db.verdict.findUniqueOrThrow({ where: { id: withdrawnId } })).asOf).toEqual(day);
});

import { beforeAll, describe, expect, it } from "vitest";
import { verifyAudit } from "@/lib/audit/server";
import { SYSTEM, VISITOR } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { listStatements } from "@/lib/statements/server";
import { REVIEWS } from "./demo/reviews";
import { STATEMENTS } from "./demo/statements";
import { SUMMARY } from "./demo/summary";
import { seedDemo } from "./seed";

describe("the demo story", () => {
  beforeAll(() => seedDemo());

  it("holds every statement once, each exactly where it stands in the summary", async () => {
    const anchors = await db.anchor.findMany({ include: { statement: true, edition: true } });
    expect(anchors).toHaveLength(STATEMENTS.length);
    for (const { state, startUtf16, endUtf16, statement, edition } of anchors) {
      expect(state).toBe("exact");
      expect(edition.text.slice(startUtf16, endUtf16)).toBe(statement.wording);
    }
  });

  it("keeps each quoted word of the summary inside one of its statements", () => {
    for (const [quotation] of SUMMARY.matchAll(/“[^”]*”/g)) {
      expect(STATEMENTS.some(({ wording }) => wording.includes(quotation))).toBe(true);
    }
  });

  it("brings each statement to the state that it names, through the guards", async () => {
    const states = await db.statement.groupBy({ by: ["state"], _count: { _all: true } });
    const wanted = new Map<string, number>();
    for (const { state } of REVIEWS) wanted.set(state, (wanted.get(state) ?? 0) + 1);
    expect(new Map(states.map(({ state, _count }) => [state, _count._all]))).toEqual(wanted);
    expect(REVIEWS.map(({ statement }) => statement)).toEqual(STATEMENTS.map(({ key }) => key));
  });

  it("shows a visitor what is published and nothing else", async () => {
    const published = REVIEWS.filter(({ state }) => state === "published").length;
    const { items } = await listStatements(VISITOR, {}, { take: 100 });
    expect(items).toHaveLength(published);
  });

  it("leaves a chain of entries that verifies, and nobody who could sign in", async () => {
    expect(await verifyAudit(SYSTEM)).toMatchObject({ isIntact: true });
    expect(await db.user.count({ where: { disabledAt: null } })).toBe(0);
    expect(await db.account.count()).toBe(0);
  });
});

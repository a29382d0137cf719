import { readFile } from "node:fs/promises";
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

  it("shows as printed only what the summary prints, and no place of the talks as a place of speaking", () => {
    const printed = STATEMENTS.flatMap(({ attribution, saidOnNote = "" }) => [attribution, saidOnNote]);
    expect(printed.filter((words) => !SUMMARY.includes(words))).toEqual([]);
    expect(STATEMENTS.filter(({ place }) => place).map(({ key }) => key)).toEqual(["trump-quickly"]);
  });

  it("quotes the article that it sums up to the letter", async (context) => {
    const article = await readFile("../shared/data/istanbul-talks.txt", "utf8").catch(() => null);
    // the article is not ours to keep: beside a checkout without it, the other cases still hold the summary to itself
    if (article === null) return context.skip();
    const words = (text: string) => text.replace(/[“”]|[,.]”/gu, "").replace(/\s+/gu, " ");
    for (const [quotation] of SUMMARY.matchAll(/“[^”]*”/g)) {
      expect(words(article)).toContain(words(quotation));
    }
  });

  it("sets each of its named voices beside a published one that competes", async () => {
    const rows = await db.statement.findMany({
      where: { state: "published", speaker: { kind: "person" } },
      select: {
        speaker: { select: { name: true } },
        relationsFrom: { select: { type: true, state: true, to: { select: { state: true } } } },
        relationsTo: { select: { type: true, state: true, from: { select: { state: true } } } },
        positions: {
          select: {
            stance: true,
            claim: {
              select: { positions: { select: { stance: true, statement: { select: { state: true } } } } },
            },
          },
        },
      },
    });
    const isFor = (stance: string) => ["asserts", "predicts", "demands"].includes(stance);
    const isAgainst = (stance: string) => ["denies", "doubts"].includes(stance);
    const competing = rows.filter(
      ({ relationsFrom, relationsTo, positions }) =>
        [
          ...relationsFrom.map(({ to, ...one }) => ({ ...one, other: to })),
          ...relationsTo.map(({ from, ...one }) => ({ ...one, other: from })),
        ].some(
          ({ type, state, other }) =>
            ["contradicts", "qualifies"].includes(type) &&
            state === "confirmed" &&
            other.state === "published",
        ) ||
        positions.some(({ stance, claim }) =>
          claim.positions.some(
            (other) =>
              other.statement.state === "published" &&
              ((isFor(stance) && isAgainst(other.stance)) || (isAgainst(stance) && isFor(other.stance))),
          ),
        ),
    );
    expect([...new Set(competing.map(({ speaker }) => speaker?.name))].sort()).toEqual([
      "Baqir Sajjad Syed",
      "Donald Trump",
      "Khawaja Asif",
      "Mullah Yaqoob",
      "Sami Yousafzai",
    ]);
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

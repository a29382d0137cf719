import { describe, expect, test } from "vitest";
import { verifyAudit } from "@/lib/audit/server";
import { SYSTEM, VISITOR } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { Forbidden } from "@/lib/errors";
import { makeSource, makeStatement, makeUser } from "@/prisma/factories";
import { WAITING } from "./model";
import { recordReading } from "./mutations";
import { compareEditions } from "./queries";

const SAID = [
  "“The bridge moved four centimetres,”",
  "“Nobody may cross before spring,”",
  "“We asked for crowns,”",
];
const TEXT = `Bridge report\n\n${SAID[0]} said Ada Moor.\n\n${SAID[1]} said Ben Holt.\n\n${SAID[2]} said Cleo Nash.`;

async function bridge(states: readonly string[] = ["captured", "captured", "captured"]) {
  const source = await makeSource(TEXT);
  const statements = [];
  for (const [index, wording] of SAID.entries())
    statements.push(
      await makeStatement({ wording, sourceId: source.id, state: states[index] ?? "captured" }),
    );
  const ids = statements.map(({ id }) => id);
  return {
    ...{ sourceId: source.id, publicId: source.publicId },
    seen: async () => {
      const sightings = await db.sighting.findMany({
        where: { statementId: { in: ids }, supersededAt: null },
        orderBy: { id: "asc" },
      });
      return ids.map((id) => sightings.find(({ statementId }) => statementId === id));
    },
    anchors: async () => Promise.all(ids.map((statementId) => db.anchor.count({ where: { statementId } }))),
    waiting: () => db.sighting.count({ where: { ...WAITING, statementId: { in: ids } } }),
    ids,
  };
}

const CHANGED = TEXT.replace("four", "five");

describe("a text that reads otherwise by now", () => {
  test("is the next edition, in which every statement is looked for", async () => {
    const reporter = await makeUser("reporter");
    const { sourceId, seen, anchors, waiting } = await bridge();
    const text = CHANGED.replace(`\n\n${SAID[2]} said Cleo Nash.`, "").replace("said Ben", "added Ben");
    expect(await recordReading(reporter, { sourceId, text })).toMatchObject({
      ...{ number: 2, isNew: true },
      counts: { exact: 1, moved: 0, changed: 1, lost: 1 },
    });
    expect((await seen()).map((one) => [one?.state, one?.found])).toEqual([
      ["changed", SAID[0]?.replace("four", "five")],
      ["exact", SAID[1]],
      ["lost", ""],
    ]);
    // what is worked on stands in the new text where its words do, and what differs waits for somebody
    expect(await anchors()).toEqual([1, 2, 1]);
    expect(await waiting()).toBe(2);
    const edition = await db.edition.findFirstOrThrow({ where: { sourceId, number: 2 } });
    expect([edition.text, edition.wordsGone, edition.wordsNew]).toEqual([text, 9, 2]);
    const first = await db.edition.findFirstOrThrow({ where: { sourceId, number: 1 } });
    expect(first.text).toBe(TEXT);
    expect(await verifyAudit(SYSTEM)).toMatchObject({ isIntact: true });
  });

  test("moves nothing that is public, and what was judged is asked for", async () => {
    const { sourceId, publicId, seen, anchors } = await bridge(["published", "submitted", "declined"]);
    const before = await db.statement.findMany({ where: { sourceId }, orderBy: { id: "asc" } });
    await recordReading(await makeUser("reporter"), { sourceId, text: CHANGED });
    expect((await seen()).map((one) => one?.state)).toEqual(["changed", "exact", undefined]);
    expect(await anchors()).toEqual([1, 1, 1]);
    expect(await db.statement.findMany({ where: { sourceId }, orderBy: { id: "asc" } })).toEqual(before);
    await expect(compareEditions(VISITOR, { sourceId: publicId, from: 1, to: 2 })).rejects.toThrow(
      "Edition 2",
    );
  });

  test("read once more it is the same edition, and says only when it was looked at", async () => {
    const reporter = await makeUser("reporter");
    const { sourceId, seen } = await bridge();
    await recordReading(reporter, { sourceId, text: CHANGED });
    const former = await seen();
    expect(await recordReading(reporter, { sourceId, text: CHANGED })).toMatchObject({
      ...{ number: 2, isNew: false, counts: null },
    });
    expect(await seen()).toEqual(former);
    expect((await db.source.findUniqueOrThrow({ where: { id: sourceId } })).checkedAt).not.toBeNull();
  });

  test("as it was again, it takes the question back", async () => {
    const reporter = await makeUser("reporter");
    const { sourceId, seen, waiting } = await bridge(["published", "captured", "captured"]);
    await recordReading(reporter, { sourceId, text: CHANGED });
    expect(await waiting()).toBe(1);
    expect(await recordReading(reporter, { sourceId, text: TEXT })).toMatchObject({
      number: 1,
      isNew: false,
    });
    expect((await seen())[0]?.state).toBe("exact");
    expect(await waiting()).toBe(0);
  });

  test("what somebody said of the same words holds in the next text", async () => {
    const reporter = await makeUser("reporter");
    const { sourceId, ids, waiting } = await bridge(["published", "captured", "captured"]);
    await recordReading(reporter, { sourceId, text: CHANGED });
    await db.sighting.updateMany({
      where: { statementId: ids[0] ?? "" },
      data: { settledAt: new Date(), settlement: "kept", note: "As it was printed first." },
    });
    await recordReading(reporter, { sourceId, text: `${CHANGED}\n\nCorrected on Monday.` });
    expect(await waiting()).toBe(0);
    await recordReading(reporter, { sourceId, text: TEXT.replace("four", "nine") });
    expect(await waiting()).toBe(1);
  });

  test("two at once add one edition and one sighting each", async () => {
    const reporter = await makeUser("reporter");
    const { sourceId, ids } = await bridge();
    const both = await Promise.all([1, 2].map(() => recordReading(reporter, { sourceId, text: CHANGED })));
    expect(both.map(({ isNew }) => isNew).sort()).toEqual([false, true]);
    expect(await db.edition.count({ where: { sourceId } })).toBe(2);
    expect(await db.sighting.count({ where: { statementId: { in: ids } } })).toBe(3);
  });

  test("nobody without the right adds one", async () => {
    const { sourceId } = await bridge();
    await expect(recordReading(await makeUser("reader"), { sourceId, text: CHANGED })).rejects.toThrow(
      Forbidden,
    );
    expect(await db.edition.count({ where: { sourceId } })).toBe(1);
  });
});

describe("the comparison of two editions", () => {
  test("shows the desk both texts as one, and what became of each statement", async () => {
    const reporter = await makeUser("reporter");
    const { sourceId, publicId } = await bridge();
    await recordReading(reporter, { sourceId, text: CHANGED });
    const compared = await compareEditions(reporter, { sourceId: publicId, from: 1, to: 2 });
    expect([compared.wordsGone, compared.wordsNew]).toEqual([1, 1]);
    expect(
      compared.stretches
        .filter(({ kind }) => kind !== "was")
        .map(({ text }) => text)
        .join(""),
    ).toBe(CHANGED);
    expect(compared.statements.map(({ state, now }) => [state, now])).toEqual([
      ["changed", SAID[0]?.replace("four", "five")],
      ["exact", SAID[1]],
      ["exact", SAID[2]],
    ]);
    const back = await compareEditions(reporter, { sourceId: publicId, from: 2, to: 1 });
    expect(back.statements.map(({ state }) => state)).toEqual(["changed", "exact", "exact"]);
  });

  test("shows a visitor what is published in both, and strikes out what is not", async () => {
    const reporter = await makeUser("reporter");
    const { sourceId, publicId, ids } = await bridge(["published", "captured", "captured"]);
    const text = CHANGED.replace("Nobody may cross", "Everybody may walk").replace("Cleo Nash", "Dora Pike");
    await recordReading(reporter, { sourceId, text });
    const edition = await db.edition.findFirstOrThrow({ where: { sourceId, number: 2 } });
    const former = await db.anchor.findFirstOrThrow({ where: { statementId: ids[0] ?? "" } });
    const { id: _, ...place } = former;
    // a correction took the new words, and with them their sentences in the new edition
    await db.anchor.create({
      data: { ...place, editionId: edition.id, contextEndUtf16: edition.lengthUtf16 },
    });
    await db.anchor.update({ where: { id: former.id }, data: { contextEndUtf16: TEXT.length } });
    const compared = await compareEditions(VISITOR, { sourceId: publicId, from: 1, to: 2 });
    const shown = JSON.stringify([compared.stretches, compared.statements]);
    expect(compared.statements.map(({ state }) => state)).toEqual(["changed"]);
    expect(shown).toContain("five");
    expect(shown).toContain("[words withheld]");
    for (const hidden of ["Nobody may", "Everybody may", "crowns", "Holt"])
      expect(shown).not.toContain(hidden);
  });
});

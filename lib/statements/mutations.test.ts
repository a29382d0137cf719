import { describe, expect, test } from "vitest";
import { verifyAudit } from "@/lib/audit/server";
import { can, ROLES, SYSTEM, VISITOR } from "@/lib/auth";
import { db, transact } from "@/lib/db/server";
import { Conflict, Forbidden, NotFound, Refused } from "@/lib/errors";
import { STATEMENT_STATES } from "@/lib/statements";
import { captureStatement, captureStatements, editStatement } from "@/lib/statements/server";
import { makeSource, makeSpeaker, makeStatement, makeUser } from "@/prisma/factories";

const TEXT = "Talks ended.\n\n“We will not sign,” the envoy said. “Not today.” She left for Ankara.";

async function someSource() {
  const source = await makeSource(TEXT);
  return { sourceId: source.id, editionId: source.editions[0]?.id ?? "" };
}

describe("the day on which it was said", () => {
  const ahead = { saidOn: new Date("2999-01-01T00:00:00Z"), saidOnPrecision: "year" } as const;

  test("does not lie ahead when captured nor when edited", async () => {
    const reporter = await makeUser("reporter");
    const wording = "“We will not sign,”";
    const given = { ...(await someSource()), wording, form: "direct" } as const;
    await expect(captureStatement(reporter, { ...given, ...ahead })).rejects.toThrow(Refused);
    const { id } = await captureStatement(reporter, given);
    await expect(editStatement(reporter, { id, version: 1, ...ahead })).rejects.toThrow(Refused);
  });
});

describe("captureStatement", () => {
  test("stores the words, their key, their marks, the occasion and the anchor", async () => {
    const reporter = await makeUser("reporter");
    const { sourceId, editionId } = await someSource();
    const speaker = await makeSpeaker();
    const { id, publicId } = await captureStatement(reporter, {
      sourceId,
      wording: "“We will not sign,”",
      form: "direct",
      speakerId: speaker.id,
      saidOn: new Date("2025-10-27T00:00:00Z"),
      anchor: { editionId },
      hops: [{ name: "the ministry" }, { name: "a spokesman" }],
    });
    const stored = await db.statement.findUniqueOrThrow({
      where: { id },
      include: { anchors: true, hops: { orderBy: { ordinal: "asc" } } },
    });
    expect(publicId).toMatch(/^st-[0-9a-z]{6}$/);
    expect(stored).toMatchObject({
      wordingKey: '"we will not sign,"',
      state: "captured",
      version: 1,
      saidOnPrecision: "day",
      occurredAt: new Date("2025-10-27T00:00:00Z"),
      capturedById: reporter.id,
    });
    expect(stored.anchors[0]).toMatchObject({
      state: "exact",
      startUtf16: TEXT.indexOf("“We"),
      suffix: " the envoy said. “Not today.” Sh",
    });
    expect(stored.hops.map(({ name }) => name)).toEqual(["the ministry", "a spokesman"]);
    const [entry] = await db.auditEntry.findMany({ where: { subjectId: id } });
    expect(entry).toMatchObject({
      action: "statement.captured",
      actorId: reporter.id,
      actorRole: "reporter",
    });
  });

  test("orders by the occasion, else by the source's date", async () => {
    const { sourceId } = await someSource();
    const { id } = await captureStatement(SYSTEM, { sourceId, wording: "No.", form: "direct" });
    const { occurredAt } = await db.statement.findUniqueOrThrow({ where: { id } });
    expect(occurredAt).toEqual(new Date("2025-10-28T00:00:00Z"));
  });

  test("takes 300 at once, in order, and the audit chain stays whole", async () => {
    const { sourceId, editionId } = await someSource();
    const inputs = Array.from({ length: 300 }, (_, index) => ({
      sourceId,
      wording: `Words ${index}`,
      form: "indirect" as const,
      anchor: { editionId, startUtf16: 0, endUtf16: 5 },
    }));
    const captured = await transact((tx) => captureStatements(tx, SYSTEM, inputs));
    expect(new Set(captured.map(({ publicId }) => publicId)).size).toBe(300);
    const last = await db.statement.findUniqueOrThrow({ where: { id: captured[299]?.id ?? "" } });
    expect(last.wording).toBe("Words 299");
    expect(await verifyAudit(SYSTEM)).toMatchObject({ isIntact: true });
  });

  test("keeps nothing when one of many is refused", async () => {
    const { sourceId } = await someSource();
    const both = ["Words.", " \u200b "].map((wording) => ({ sourceId, wording, form: "direct" as const }));
    await expect(transact((tx) => captureStatements(tx, SYSTEM, both))).rejects.toThrow(Refused);
    expect(await db.statement.count({ where: { sourceId } })).toBe(0);
  });

  test.each([
    ["an unknown source", { sourceId: "none" }, NotFound],
    ["an unknown edition", { anchor: { editionId: "none" } }, NotFound],
    ["half a span", { anchor: { editionId: "own", startUtf16: 1 } }, Refused],
    ["a span past the end", { anchor: { editionId: "own", startUtf16: 1, endUtf16: 5000 } }, Refused],
    [
      "a span that ends before it begins",
      { anchor: { editionId: "own", startUtf16: 5, endUtf16: 2 } },
      Refused,
    ],
  ])("refuses %s", async (_, wrong, failure) => {
    const { sourceId, editionId } = await someSource();
    const anchor = "anchor" in wrong ? { ...wrong.anchor } : undefined;
    if (anchor?.editionId === "own") anchor.editionId = editionId;
    const input = {
      sourceId,
      wording: "Talks",
      form: "indirect" as const,
      ...wrong,
      ...(anchor ? { anchor } : {}),
    };
    await expect(captureStatement(SYSTEM, input)).rejects.toThrow(failure);
  });

  test("refuses an edition of another source", async () => {
    const [one, other] = [await someSource(), await someSource()];
    const input = { sourceId: one.sourceId, wording: "Talks", form: "indirect" as const };
    await expect(
      captureStatement(SYSTEM, { ...input, anchor: { editionId: other.editionId } }),
    ).rejects.toThrow(NotFound);
  });
});

describe("editStatement", () => {
  async function captured() {
    const { sourceId, editionId } = await someSource();
    return captureStatement(SYSTEM, {
      sourceId,
      wording: "“We will not sign,”",
      form: "direct",
      cue: "said",
      anchor: { editionId },
    });
  }

  test("changes what is given, keeps the rest and finds the words again", async () => {
    const { id, publicId } = await captured();
    await editStatement(SYSTEM, { id: publicId, version: 1, wording: "“Not today.”", place: "Istanbul" });
    const after = await db.statement.findUniqueOrThrow({ where: { id }, include: { anchors: true } });
    expect(after).toMatchObject({ wordingKey: '"not today."', place: "Istanbul", cue: "said", version: 2 });
    expect(after.anchors[0]).toMatchObject({ state: "exact", exact: "“Not today.”" });
  });

  test("an altered wording makes its anchor say so, with the explanation given", async () => {
    const { id } = await captured();
    await editStatement(SYSTEM, {
      id,
      version: 1,
      wording: "“We shall not sign,”",
      anchorExplanation: "The recording has shall.",
    });
    const [anchor] = await db.anchor.findMany({ where: { statementId: id } });
    expect(anchor).toMatchObject({ state: "changed", explanation: "The recording has shall." });
  });

  test("of two who save at once one is told, and nothing of the other is lost", async () => {
    const { id } = await captured();
    const saves = await Promise.allSettled(
      ["Ankara", "Doha"].map((place) => editStatement(SYSTEM, { id, version: 1, place })),
    );
    expect(saves.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(saves.find((save) => save.status === "rejected")?.reason).toBeInstanceOf(Conflict);
    const winner = saves[0]?.status === "fulfilled" ? "Ankara" : "Doha";
    expect(await db.statement.findUniqueOrThrow({ where: { id } })).toMatchObject({
      place: winner,
      version: 2,
    });
    const entries = await db.auditEntry.count({ where: { subjectId: id, action: "statement.edited" } });
    expect(entries).toBe(1);
  });

  test.each(STATEMENT_STATES.map((state) => [state]))("in state %s", async (state) => {
    const { id } = await makeStatement({ state });
    const edit = editStatement(SYSTEM, { id, version: 1, place: "Doha" });
    if (["captured", "in_review", "changes_requested"].includes(state))
      await expect(edit).resolves.toMatchObject({ id });
    else await expect(edit).rejects.toThrow(Refused);
  });

  test("what does not exist is not found", async () => {
    await expect(editStatement(SYSTEM, { id: "st-000000", version: 1 })).rejects.toThrow(NotFound);
  });
});

describe("permission", () => {
  const actors = [VISITOR, ...ROLES.map((role) => ({ id: "u", name: role, role }))];
  const missing = { sourceId: "none", wording: "Words", form: "direct" as const };
  test.each(
    actors.flatMap(
      (actor) =>
        [
          [actor.role, "statement:capture" as const, () => captureStatement(actor, missing)],
          [
            actor.role,
            "statement:capture" as const,
            () => transact((tx) => captureStatements(tx, actor, [missing])),
          ],
          [actor.role, "statement:edit" as const, () => editStatement(actor, { id: "none", version: 1 })],
        ] as const,
    ),
  )("%s, %s", async (role, action, attempt) => {
    const isAllowed = can({ id: "u", name: role, role }, action);
    // whoever may gets as far as the thing that is not there
    await expect(attempt()).rejects.toThrow(isAllowed ? NotFound : Forbidden);
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { Conflict, Forbidden, NotFound } from "@/lib/errors";
import { acceptAll } from "@/lib/proposals/server";
import { makeUser } from "@/prisma/factories";
import { clearDatabase } from "@/prisma/testing/database";
import { bringDocument, createDraft, getDraft, lookAtDocument, sayNear, storeDraft } from "./server";

let reporter: Actor;

beforeEach(async () => {
  await clearDatabase();
  reporter = await makeUser("reporter");
});

const piece = (
  head = "The bridge of Lindmouth stays shut",
  last = "The council meets on Friday in the old hall.",
) =>
  `${head}\n\n“We will not open the bridge of Lindmouth before the winter comes,” Dr Mira Tanvald said on Tuesday.\n\nThe bridge was closed in the spring, after a lorry had broken through the railing above the northern pier and fallen into the river; nobody was hurt. Engineers of the ministry have since looked at every beam, and found rust in forty of them.\n\n“It was wet and cold, and nobody told us anything,” Dr Mira Tanvald said.\n\n${last}`;
const wire = piece();
const printed = piece("Lindmouth waits for its bridge", "The mayor was not available.");

async function stored(text: string, details: Record<string, string> = {}) {
  const { draftId } = await createDraft(reporter, { ...details, text });
  await acceptAll(reporter, { draftId });
  return storeDraft(reporter, { draftId });
}

const open = async (text: string, address = "") => {
  const { draftId } = await createDraft(reporter, { text, address });
  await acceptAll(reporter, { draftId });
  return { draftId, version: (await getDraft(reporter, { draftId })).version };
};

describe("a text that is nearly that of a source", () => {
  it("is told before it is stored, with how much is the same, and not stored until somebody says what it is", async () => {
    const { sourceId } = await stored(wire, { outletName: "The Wire" });
    const { draftId } = await open(printed);
    const draft = await getDraft(reporter, { draftId });
    expect(draft.near).toMatchObject({ publicId: sourceId, outletName: "The Wire", edition: 1 });
    expect(draft.near?.percent).toBeGreaterThanOrEqual(60);
    expect(draft.near?.percent).toBeLessThan(100);
    await expect(storeDraft(reporter, { draftId })).rejects.toThrow(
      /nearly the text of “The bridge of Lindmouth/,
    );
    expect(await db.source.count()).toBe(1);
  });

  it("becomes a source of its own, and the same statements stand in both", async () => {
    const first = await stored(wire);
    const { draftId, version } = await open(printed);
    await sayNear(reporter, { draftId, version, as: "own", sourceId: first.sourceId });
    const draft = await getDraft(reporter, { draftId });
    expect([draft.near, draft.said?.as, draft.record]).toEqual([null, "own", null]);
    const second = await storeDraft(reporter, { draftId });
    expect(second).toMatchObject({ stored: first.stored, pending: 0 });
    expect(await db.source.count()).toBe(2);
  });

  it("becomes the next edition, and no statement is stored twice", async () => {
    const first = await stored(wire);
    const { draftId, version } = await open(printed);
    await sayNear(reporter, { draftId, version, as: "edition", sourceId: first.sourceId });
    const draft = await getDraft(reporter, { draftId });
    expect(draft).toMatchObject({
      near: null,
      said: { as: "edition" },
      record: { isSaid: true, unchanged: 2 },
    });
    expect(draft.counts).toMatchObject({ known: 2, pending: 0 });
    const second = await storeDraft(reporter, { draftId });
    expect(second).toMatchObject({ sourceId: first.sourceId, stored: 0, known: 2 });
    expect([await db.source.count(), await db.edition.count(), await db.statement.count()]).toEqual([
      1, 2, 2,
    ]);
  });

  it("may be said anew until it is stored, by its person and on the page of today alone", async () => {
    const { sourceId } = await stored(wire);
    const { draftId, version } = await open(printed);
    const said = { draftId, version, as: "edition" as const, sourceId };
    await sayNear(reporter, said);
    await expect(sayNear(reporter, said)).rejects.toThrow(Conflict);
    await sayNear(reporter, { draftId, version: version + 1, as: "ask", sourceId });
    const draft = await getDraft(reporter, { draftId });
    expect(draft).toMatchObject({ near: { publicId: sourceId }, said: null, counts: { known: 0 } });
    await expect(
      sayNear(reporter, { ...said, version: version + 2, sourceId: "src-000000" }),
    ).rejects.toThrow(NotFound);
    await expect(sayNear(await makeUser("editor"), { ...said, version: version + 2 })).rejects.toThrow(
      NotFound,
    );
    await expect(sayNear(await makeUser("reader"), { ...said, version: version + 2 })).rejects.toThrow(
      Forbidden,
    );
  });

  it("is not asked about where the address says it, of another article, and of a few words", async () => {
    const address = "https://post.example/bridge";
    await stored(wire, { address });
    const at = await open(printed, address);
    expect((await getDraft(reporter, at)).near).toBeNull();
    const short = await open(
      "Short\n\n“We will not open the bridge of Lindmouth before the winter comes,” Dr Mira Tanvald said on Tuesday.",
    );
    expect((await getDraft(reporter, short)).near).toBeNull();
    const other = await open(
      `The ferry of Lindmouth\n\n“We will not sell the ferry,” Dr Mira Tanvald said on Tuesday. ${Array.from({ length: 60 }, (_, n) => `In year ${n} it carried ${n * 7} people to the island and back.`).join(" ")}`,
    );
    expect((await getDraft(reporter, other)).near).toBeNull();
  });

  it("waits, of many documents, and is stored as was said of all", async () => {
    const { sourceId } = await stored(wire);
    const bring = (text: string, near?: "own" | "edition") =>
      bringDocument(reporter, {
        ...{ arriving: { bytes: Buffer.from(text), name: "a.txt" }, accepts: "all" },
        ...(near === undefined ? {} : { near }),
      });
    expect(
      (await lookAtDocument(reporter, { bytes: Buffer.from(printed), name: "a.txt" })).near,
    ).toMatchObject({
      publicId: sourceId,
    });
    const asked = await bring(printed);
    expect(asked).toMatchObject({ what: "waiting", stored: 0, joinsBy: "near", sourceId });
    expect(asked.reason).toMatch(
      new RegExp(`^\\d\\d % the text of ${sourceId}\\. To be said what it is\\.$`),
    );
    expect(await db.source.count()).toBe(1);
    expect(await bring(printed, "edition")).toMatchObject({ what: "stored", sourceId, joinsBy: "near" });
    const own = await bring(piece("A third printing", "Nobody was there."), "own");
    expect(own).toMatchObject({ what: "stored", joinsBy: "near" });
    expect([await db.source.count(), await db.edition.count()]).toEqual([2, 3]);
  });

  it("is never doubled by two that are brought at once", async () => {
    const bring = (text: string, name: string) =>
      bringDocument(reporter, { arriving: { bytes: Buffer.from(text), name }, accepts: "all" });
    const came = await Promise.all([bring(wire, "a.txt"), bring(printed, "b.txt")]);
    expect(came.map(({ what }) => what).sort()).toEqual(["stored", "waiting"]);
    expect(came.find(({ what }) => what === "waiting")).toMatchObject({ joinsBy: "near" });
    expect(await db.source.count()).toBe(1);
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import { type Actor, can, ROLES } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { Forbidden, NotFound, Refused } from "@/lib/errors";
import { discardDraft, listWork } from "@/lib/imports/server";
import { makeUser } from "@/prisma/factories";
import { clearDatabase } from "@/prisma/testing/database";
import { MOST } from "./index";
import { addToBatch, bringRound, cancelBatch, getBatch, listBatches, startBatch } from "./server";

let reporter: Actor;

beforeEach(async () => {
  await clearDatabase();
  reporter = await makeUser("reporter");
});

const article = (n: number) =>
  `Report ${n}\n\n“We will sign treaty ${n} tomorrow,” Dr Mira Tanvald said.\n\nRain fell. “It was wet,” a man in hall ${n} said.`;
const file = (n: number, name = `report-${n}.txt`) => ({ name, bytes: Buffer.from(article(n)) });
const files = (...numbers: number[]) => numbers.map((n) => file(n));

async function toTheEnd() {
  while (await bringRound());
}

const cameOf = async (batchId: string) =>
  Object.fromEntries(
    (await getBatch(reporter, { batchId })).files.map(({ name, state, reason }) => [
      name,
      reason === "" ? state : `${state}: ${reason}`,
    ]),
  );

describe("many files at once", () => {
  it("become an import each, with a report by name, and one list of what waits", async () => {
    const { batchId } = await startBatch(reporter, {
      accepts: "none",
      outletName: "The Post",
      files: [
        ...files(1, 2),
        file(1, "copy.txt"),
        { name: "broken.pdf", bytes: Buffer.from("%PDF-1.7 nothing") },
        { name: "huge.txt", bytes: Buffer.alloc(MOST.fileBytes + 1, 97) },
      ],
    });
    expect((await getBatch(reporter, { batchId })).counts).toMatchObject({ queued: 4, refused: 1 });
    await toTheEnd();
    expect(await cameOf(batchId)).toEqual({
      "report-1.txt": "waiting",
      "report-2.txt": "waiting",
      "copy.txt": "known: The same file as report-1.txt.",
      "broken.pdf": expect.stringMatching(/^refused: It is a damaged PDF/),
      "huge.txt": "refused: It is larger than 10 MB.",
    });
    const drafts = await db.importDraft.findMany({ select: { outletName: true }, orderBy: { id: "asc" } });
    expect(drafts).toEqual([{ outletName: "The Post" }, { outletName: "The Post" }]);
    const { all } = await listWork(reporter);
    expect(all).toBeGreaterThan(1);
    expect((await getBatch(reporter, { batchId })).toDecide).toBe(all);
    expect(await db.batchFile.count({ where: { packed: { not: new Uint8Array(0) } } })).toBe(0);
    expect(await listBatches(reporter)).toMatchObject([{ publicId: batchId, counts: { waiting: 2 } }]);
  });

  it("keep their names on one line, with what says what they are", async () => {
    const long = "x".repeat(1200);
    const { batchId } = await startBatch(reporter, {
      accepts: "none",
      files: [
        file(1, "one\n\u0007two.txt"),
        file(2, "\u202etxt.exe"),
        { name: `${long}.srt`, bytes: Buffer.from("1\n00:00:01,000 --> 00:00:02,000\nIt rained.\n") },
        { name: `${long}.zip`, bytes: Buffer.from("no zip at all") },
      ],
    });
    await toTheEnd();
    const cut = `${"x".repeat(400)}…${"x".repeat(96)}`;
    expect(await cameOf(batchId)).toEqual({
      "one two.txt": "waiting",
      // what it turns ends with it
      "\u202etxt.exe\u202c": "waiting",
      [`${cut}.srt`]: "waiting",
      [`${cut}.zip`]: "refused: It is no zip file, or its end is missing.",
    });
    const arrivals = await db.arrival.findMany({ select: { kind: true }, orderBy: { id: "asc" } });
    expect(arrivals.map(({ kind }) => kind)).toEqual(["text", "text", "srt"]);
  });

  it("are stored as far as is accepted, and what the record has is joined", async () => {
    const first = await startBatch(reporter, { accepts: "all", files: files(1) });
    await toTheEnd();
    const colleague = await makeUser("reporter");
    const second = await startBatch(colleague, { accepts: "all", files: files(1, 2) });
    await toTheEnd();
    const [stored] = (await getBatch(reporter, first)).files;
    expect(stored).toMatchObject({ state: "stored", joinsBy: null });
    const theirs = await getBatch(colleague, second);
    expect(theirs.files).toMatchObject([
      { name: "report-1.txt", state: "stored", stored: 0, joinsBy: "text", sourceId: stored?.sourceId },
      { name: "report-2.txt", state: "stored", joinsBy: null },
    ]);
    expect(theirs.stored).toBe(theirs.files[1]?.stored);
    expect(await db.source.count()).toBe(2);
  });

  it("are read again where the import of the same file was discarded", async () => {
    const { batchId } = await startBatch(reporter, { accepts: "none", files: files(1) });
    await toTheEnd();
    const { draftId } = await db.batchFile.findFirstOrThrow({ select: { draftId: true } });
    await discardDraft(reporter, { draftId: draftId ?? "" });
    await addToBatch(reporter, { batchId, files: [file(1, "again.txt"), file(1, "copy.txt")] });
    await toTheEnd();
    expect(await cameOf(batchId)).toMatchObject({
      "again.txt": "waiting",
      "copy.txt": "known: The same file as again.txt.",
    });
    expect((await getBatch(reporter, { batchId })).toDecide).toBeGreaterThan(0);
  });

  it("go on where they stood when the server was killed, and double nothing", async () => {
    const { batchId } = await startBatch(reporter, { accepts: "all", files: files(1, 2, 3) });
    await bringRound();
    // killed behind the storing of the second, before that was noted: its lease stands, its bytes too
    const [held] = await db.batchFile.findMany({ where: { ordinal: 2 }, orderBy: { id: "asc" } });
    await bringRound();
    const inAMinute = new Date(Date.now() + 60_000);
    const asHeld = { state: "queued", packed: held?.packed ?? new Uint8Array(), tries: 1 };
    await db.batchFile.updateMany({ where: { ordinal: 2 }, data: { ...asHeld, leaseUntil: inAMinute } });
    await toTheEnd();
    expect(await cameOf(batchId)).toMatchObject({ "report-2.txt": "queued", "report-3.txt": "stored" });
    await db.batchFile.updateMany({ where: { ordinal: 2 }, data: { leaseUntil: new Date(0) } });
    await toTheEnd();
    expect(await cameOf(batchId)).toMatchObject({ "report-2.txt": "known" });
    expect([await db.source.count(), await db.importDraft.count()]).toEqual([3, 3]);
    const said = await db.statement.findMany({ select: { wording: true, sourceId: true } });
    expect(new Set(said.map(({ wording, sourceId }) => `${sourceId} ${wording}`)).size).toBe(said.length);
  });

  it("leave out a file that broke the server off again and again", async () => {
    const { batchId } = await startBatch(reporter, { accepts: "none", files: files(1, 2) });
    await db.batchFile.updateMany({ where: { ordinal: 1 }, data: { tries: 5, leaseUntil: new Date(0) } });
    // the others first
    await bringRound();
    expect(await cameOf(batchId)).toMatchObject({ "report-1.txt": "queued", "report-2.txt": "waiting" });
    await toTheEnd();
    expect(await cameOf(batchId)).toMatchObject({
      "report-1.txt": expect.stringMatching(/^refused: The program broke off at it 5 times/),
      "report-2.txt": "waiting",
    });
  });

  it("are worked on by two servers, each file once", async () => {
    const { batchId } = await startBatch(reporter, { accepts: "all", files: files(1, 2, 3, 4) });
    await Promise.all([toTheEnd(), toTheEnd()]);
    await toTheEnd();
    expect((await getBatch(reporter, { batchId })).counts).toMatchObject({ stored: 4, queued: 0 });
    expect(await db.source.count()).toBe(4);
  });

  it("are cancelled as far as nobody began, and go on with more", async () => {
    const { batchId } = await startBatch(reporter, { accepts: "all", files: files(1, 2, 3) });
    await bringRound();
    await cancelBatch(reporter, { batchId });
    await toTheEnd();
    expect((await getBatch(reporter, { batchId })).counts).toMatchObject({ stored: 1, cancelled: 2 });
    await addToBatch(reporter, { batchId, files: files(2) });
    await toTheEnd();
    expect((await getBatch(reporter, { batchId })).counts).toMatchObject({ stored: 2, cancelled: 2 });
    // in hand at that moment, by a server that was killed then
    await addToBatch(reporter, { batchId, files: files(4) });
    const lease = new Date(Date.now() + 60_000);
    await db.batchFile.updateMany({ where: { ordinal: 5 }, data: { leaseUntil: lease } });
    await cancelBatch(reporter, { batchId });
    expect((await getBatch(reporter, { batchId })).counts).toMatchObject({ queued: 1 });
    await db.batchFile.updateMany({ where: { ordinal: 5 }, data: { leaseUntil: new Date(0) } });
    await toTheEnd();
    expect((await getBatch(reporter, { batchId })).counts).toMatchObject({ queued: 0, cancelled: 3 });
    expect(await db.source.count()).toBe(2);
  });

  it("tell what waits by now, state after state and page after page", async () => {
    const names = Array.from({ length: 130 }, (_, n) => ({
      name: `${n}.pdf`,
      bytes: Buffer.from(`%PDF-1.7 no ${n}`),
    }));
    const { batchId } = await startBatch(reporter, { accepts: "none", files: [...files(1), ...names] });
    await db.batchFile.updateMany({ where: { ordinal: { gt: 1 } }, data: { state: "refused" } });
    await toTheEnd();
    const first = await getBatch(reporter, { batchId });
    expect([first.files.length, first.pages, first.files[0]?.name]).toEqual([100, 2, "0.pdf"]);
    const second = await getBatch(reporter, { batchId, page: 2 });
    expect(second.files.map(({ name }) => name).slice(-2)).toEqual(["129.pdf", "report-1.txt"]);
    const waiting = await getBatch(reporter, { batchId, state: "waiting" });
    expect([waiting.files.length, waiting.pages, waiting.toDecide > 0]).toEqual([1, 1, true]);
    await discardDraft(reporter, { draftId: waiting.files[0]?.draftId ?? "" });
    expect((await getBatch(reporter, { batchId })).toDecide).toBe(0);
  });

  it("are told for ninety days after the last of them was read", async () => {
    const started = [1, 2, 3].map((n) => startBatch(reporter, { accepts: "none", files: files(n) }));
    const [old, late, waiting] = (await Promise.all(started)).map(({ batchId }) => batchId);
    const of = (publicId: string | undefined) => ({ where: { batch: { publicId: publicId ?? "" } } });
    const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1000);
    await toTheEnd();
    await db.importBatch.updateMany({ data: { createdAt: daysAgo(200) } });
    await db.batchFile.updateMany({ ...of(old), data: { doneAt: daysAgo(91) } });
    await db.batchFile.updateMany({ ...of(late), data: { doneAt: daysAgo(89) } });
    await db.batchFile.updateMany({ ...of(waiting), data: { state: "queued", doneAt: null } });
    const { batchId } = await startBatch(await makeUser("editor"), { accepts: "none", files: files(4) });
    const left = await db.importBatch.findMany({ select: { publicId: true }, orderBy: { id: "asc" } });
    expect(new Set(left.map(({ publicId }) => publicId))).toEqual(new Set([late, waiting, batchId]));
    expect([await db.batchFile.count(), await db.importDraft.count()]).toEqual([3, 3]);
  });

  it("are refused in words where they are too many", async () => {
    const { batchId } = await startBatch(reporter, { accepts: "none", files: files(1) });
    await db.batchFile.updateMany({ data: { sizeBytes: MOST.bytes } });
    await expect(addToBatch(reporter, { batchId, files: files(2) })).rejects.toThrow(
      /At most 2,000 files and 500 MB/,
    );
    await expect(addToBatch(reporter, { batchId, files: [] })).rejects.toThrow(/at least one file/);
    for (let one = 1; one < MOST.batchesUnderWay; one++)
      await startBatch(reporter, { accepts: "none", files: files(one) });
    await expect(startBatch(reporter, { accepts: "none", files: files(1) })).rejects.toThrow(Refused);
    // nor by adding to one that is done
    await db.batchFile.updateMany({ where: { batch: { publicId: batchId } }, data: { sizeBytes: 1 } });
    await cancelBatch(reporter, { batchId });
    const fifth = await startBatch(reporter, { accepts: "none", files: files(1) });
    await expect(addToBatch(reporter, { batchId, files: files(2) })).rejects.toThrow(
      /5 imports of many files/,
    );
    await addToBatch(reporter, { ...fifth, files: files(2) });
  });
});

describe("who may", () => {
  it.each(ROLES)("%s brings many files or is refused", async (role) => {
    const actor = await makeUser(role);
    const work = startBatch(actor, { accepts: "none", files: files(1) });
    if (can(actor, "source:import")) await work;
    else {
      await expect(work).rejects.toThrow(Forbidden);
      await expect(listBatches(actor)).rejects.toThrow(Forbidden);
      await expect(getBatch(actor, { batchId: "bat-000000" })).rejects.toThrow(Forbidden);
      await expect(cancelBatch(actor, { batchId: "bat-000000" })).rejects.toThrow(Forbidden);
      await expect(addToBatch(actor, { batchId: "bat-000000", files: files(1) })).rejects.toThrow(Forbidden);
    }
  });

  it("finds nothing of a colleague’s", async () => {
    const { batchId } = await startBatch(reporter, { accepts: "none", files: files(1) });
    const editor = await makeUser("editor");
    expect(await listBatches(editor)).toEqual([]);
    await expect(getBatch(editor, { batchId })).rejects.toThrow(NotFound);
    await expect(cancelBatch(editor, { batchId })).rejects.toThrow(NotFound);
    await expect(addToBatch(editor, { batchId, files: files(2) })).rejects.toThrow(NotFound);
    expect(await db.batchFile.count()).toBe(1);
  });

  it("and may not any more waits until they may again", async () => {
    const { batchId } = await startBatch(reporter, { accepts: "none", files: files(1) });
    const id = reporter.id ?? "";
    await db.user.update({ where: { id }, data: { role: "reader" } });
    await toTheEnd();
    await db.user.update({ where: { id }, data: { role: "reporter", disabledAt: new Date() } });
    await toTheEnd();
    expect(await db.importDraft.count()).toBe(0);
    await db.user.update({ where: { id }, data: { disabledAt: null } });
    await toTheEnd();
    expect(await cameOf(batchId)).toEqual({ "report-1.txt": "waiting" });
  });
});

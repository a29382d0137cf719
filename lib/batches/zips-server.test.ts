import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { zipOf } from "@/lib/zip/server";
import { makeUser } from "@/prisma/factories";
import { clearDatabase } from "@/prisma/testing/database";
import { MOST } from "./index";
import { addToBatch, bringRound, getBatch, startBatch } from "./server";

let reporter: Actor;

beforeEach(async () => {
  await clearDatabase();
  reporter = await makeUser("reporter");
});

const article = (n: number) =>
  `Report ${n}\n\n“We will sign treaty ${n} tomorrow,” Dr Mira Tanvald said.\n\nRain fell. “It was wet,” a man in hall ${n} said.`;
const file = (n: number) => ({ name: `report-${n}.txt`, bytes: Buffer.from(article(n)) });

async function zipped(entries: Readonly<Record<string, string>>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  const all = Object.entries(entries).map(([name, text]) => ({ name, pieces: [text] }));
  for await (const piece of zipOf(all, new Date(0))) pieces.push(piece);
  return Buffer.concat(pieces);
}

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

describe("files in a zip", () => {
  it("come out of a zip, once, also when it is opened again after a kill", async () => {
    const entries = {
      "a/one.txt": article(1),
      "two.txt": article(2),
      "a/photo.png": "no",
      ".hidden.txt": "x",
    };
    const bytes = await zipped(entries);
    const { batchId } = await startBatch(reporter, { accepts: "all", files: [{ name: "in.zip", bytes }] });
    await bringRound();
    // killed while it was being opened: one document stands there already
    await db.batchFile.deleteMany({ where: { name: "in.zip/two.txt" } });
    const { packed } = await startAgain(bytes);
    await db.batchFile.updateMany({ where: { name: "in.zip" }, data: { state: "queued", packed } });
    await toTheEnd();
    expect(await cameOf(batchId)).toEqual({
      "in.zip": "opened: 2 documents, 1 file of other kinds left out.",
      "in.zip/a/one.txt": "stored",
      "in.zip/two.txt": "stored",
    });
    expect(await db.source.count()).toBe(2);
  });

  it("come out of a zip without what is damaged in it, and not at all where they are too many", async () => {
    const zip = await zipped({
      "one.txt": article(1),
      "two.txt": article(2),
      "large.txt": "a".repeat(MOST.fileBytes + 1),
    });
    // within what is packed of the first
    const at = zip.indexOf("one.txt") + 40;
    zip.writeUInt8(zip.readUInt8(at) ^ 0xff, at);
    const { batchId } = await startBatch(reporter, {
      accepts: "none",
      files: [{ name: "in.zip", bytes: zip }],
    });
    await toTheEnd();
    expect(await cameOf(batchId)).toEqual({
      "in.zip": "opened: 3 documents.",
      "in.zip/large.txt": "refused: It unpacks to more than 10 MB.",
      "in.zip/one.txt": "refused: “one.txt” is damaged.",
      "in.zip/two.txt": "waiting",
    });
    // the first of two would find room
    const size = Buffer.from(article(3)).length;
    const more = await zipped({ "three.txt": article(3), "four.txt": article(4) });
    await addToBatch(reporter, { batchId, files: [{ name: "more.zip", bytes: more }] });
    await db.batchFile.updateMany({ data: { sizeBytes: 0 } });
    await db.batchFile.updateMany({ where: { ordinal: 1 }, data: { sizeBytes: MOST.bytes - size } });
    await toTheEnd();
    const came = await cameOf(batchId);
    expect(came["more.zip"]).toMatch(/^refused: At most 2,000 files/);
    expect(Object.keys(came)).toHaveLength(5);
  });

  it("refuse a zip that names places outside itself, or holds nothing to read, and go on", async () => {
    const evil = (await zipped({ "aa/nine.txt": article(9) })).toString("latin1");
    const { batchId } = await startBatch(reporter, {
      accepts: "none",
      files: [
        { name: "evil.zip", bytes: Buffer.from(evil.replaceAll("aa/nine", "../nine"), "latin1") },
        { name: "empty.zip", bytes: await zipped({ "photo.png": "no" }) },
        { name: "no.zip", bytes: Buffer.from("no zip at all") },
        file(1),
      ],
    });
    await toTheEnd();
    expect(await cameOf(batchId)).toEqual({
      "evil.zip": expect.stringMatching(/^refused: “\.\.\/nine\.txt” is no name of a file/),
      "empty.zip": "refused: It holds no document that is read.",
      "no.zip": "refused: It is no zip file, or its end is missing.",
      "report-1.txt": "waiting",
    });
  });
});

/** A zip as it waits. */
async function startAgain(bytes: Buffer) {
  const { batchId } = await startBatch(reporter, { accepts: "all", files: [{ name: "again.zip", bytes }] });
  const row = await db.batchFile.findFirstOrThrow({
    where: { batch: { publicId: batchId } },
    orderBy: { id: "asc" },
  });
  await db.importBatch.delete({ where: { publicId: batchId } });
  return row;
}

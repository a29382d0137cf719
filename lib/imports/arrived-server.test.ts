import { expect, it } from "vitest";
import { type Actor, VISITOR } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { NotFound } from "@/lib/errors";
import { acceptAll } from "@/lib/proposals/server";
import { makeUser } from "@/prisma/factories";
import { getArrivedFile, importAddress, importDocument, listArrived, storeDraft } from "./server";

const page = (words: string) =>
  `<html lang="en"><head><title>Bridge</title></head><body><script>alert(1)</script><article><p>“${words},” Dr Mira Tanvald told the reporters at the bridge on Monday, when nobody else was there to ask.</p></article></body></html>`;

async function stored(actor: Actor, draftId: string) {
  await acceptAll(actor, { draftId });
  const { sourceId } = await storeDraft(actor, { draftId });
  await db.statement.updateMany({
    where: { source: { publicId: sourceId } },
    data: { state: "published", publishedAt: new Date() },
  });
  return sourceId;
}

it("is saved by the desk byte for byte, and is not there for everybody else", async () => {
  const actor = await makeUser("reporter");
  const bytes = new TextEncoder().encode(page("The bridge moved in the night"));
  const { draftId } = await importDocument(actor, { arriving: { bytes, name: "old/saved page.html" } });
  const waiting = await db.arrival.findFirstOrThrow({ where: { draft: { publicId: draftId } } });
  const sourceId = await stored(actor, draftId);
  const [arrived, ...others] = await listArrived(await makeUser("reviewer"), { sourceId });
  expect(others).toEqual([]);
  expect(arrived).toMatchObject({ how: "file", edition: 1, sha256: waiting.sha256, sizeBytes: bytes.length });
  const at = { sourceId, sha256: waiting.sha256 };
  const file = await getArrivedFile(await makeUser("editor"), at);
  expect(file.fileName).toBe("saved page.html");
  expect(Buffer.from(file.bytes).equals(bytes)).toBe(true);
  // its statement is public, what it was read from is not
  for (const other of [VISITOR, await makeUser("reader"), await makeUser("admin")]) {
    expect(await listArrived(other, { sourceId })).toEqual([]);
    await expect(getArrivedFile(other, at)).rejects.toThrow(NotFound);
  }
  await expect(getArrivedFile(actor, { ...at, sourceId: "src-none" })).rejects.toThrow(NotFound);
  await expect(getArrivedFile(actor, { ...at, sha256: "0".repeat(64) })).rejects.toThrow(NotFound);
});

it("is nobody's while its import is not stored", async () => {
  const actor = await makeUser("reporter");
  const bytes = new TextEncoder().encode(page("The bridge stands as it stood"));
  const { draftId } = await importDocument(actor, { arriving: { bytes, name: "page.html" } });
  const { sha256 } = await db.arrival.findFirstOrThrow({ where: { draft: { publicId: draftId } } });
  const sourceId = await stored(
    actor,
    (
      await importDocument(actor, {
        arriving: { bytes: new TextEncoder().encode(page("Another")), name: "b.html" },
      })
    ).draftId,
  );
  await expect(getArrivedFile(actor, { sourceId, sha256 })).rejects.toThrow(NotFound);
});

it("that is its text is given from the text, and what a server answered is named after the source", async () => {
  const actor = await makeUser("reporter");
  const text = "Bridge\n\n“Nobody may cross before the spring,” Dr Mira Tanvald said on Monday.";
  const address = "https://courier.example/bridge/../../etc";
  const { draftId } = await importAddress(actor, { from: address }, async () => ({
    bytes: new TextEncoder().encode(text),
    ...{ address, status: 200, charset: "utf-8", headers: [["content-type", "text/plain"]] as const },
  }));
  const sourceId = await stored(actor, draftId);
  const [arrived] = await listArrived(actor, { sourceId });
  expect(await db.arrivedBytes.count({ where: { sha256: arrived?.sha256 ?? "" } })).toBe(0);
  const file = await getArrivedFile(actor, { sourceId, sha256: arrived?.sha256 ?? "" });
  expect([file.fileName, new TextDecoder().decode(file.bytes)]).toEqual([`${sourceId}.txt`, text]);
});

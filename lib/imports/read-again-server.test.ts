import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/server";
import { WAITING } from "@/lib/editions";
import { acceptAll } from "@/lib/proposals/server";
import { makeUser } from "@/prisma/factories";
import { createDraft, getDraft, importAddress, storeDraft } from "./server";

let count = 0;

/** A source whose published words a later text prints otherwise, so that a question waits. */
async function changed() {
  count += 1;
  const actor = await makeUser("reporter");
  const address = `https://courier.example/back/${count}`;
  const text = `Bridge report ${count}\n\n“The bridge moved four centimetres,” Dr Ada Moor${count} said on Monday.`;
  const store = async (given: string, isPrintedNow = false) => {
    const { draftId } = await createDraft(actor, { text: given, address });
    const { record } = await getDraft(actor, { draftId });
    return { record, ...(await storeDraft(actor, { draftId, isPrintedNow })) };
  };
  const { draftId } = await createDraft(actor, { text, address });
  await acceptAll(actor, { draftId });
  const { sourceId } = await storeDraft(actor, { draftId });
  const source = { source: { publicId: sourceId } };
  await db.statement.updateMany({ where: source, data: { state: "published", publishedAt: new Date() } });
  await store(text.replace("four", "five"));
  const waiting = () => db.sighting.count({ where: { ...WAITING, statement: source } });
  expect(await waiting()).toBe(1);
  return { actor, address, text, sourceId, store, waiting };
}

describe("a text that its source had before", () => {
  it("takes the question back where its person says that it is printed again", async () => {
    const { text, store, waiting, sourceId } = await changed();
    expect(await store(text, true)).toMatchObject({
      ...{ sourceId, stored: 0, known: 1 },
      record: { isSameText: true, number: 1, older: { isFetched: false } },
    });
    expect(await waiting()).toBe(0);
    expect(await db.edition.count({ where: { source: { publicId: sourceId } } })).toBe(2);
  });

  it("asks again where the newest text is printed again behind it", async () => {
    const { text, store, waiting } = await changed();
    await store(text, true);
    const { record } = await store(text.replace("four", "five"), true);
    expect(record).toMatchObject({ isSameText: true, number: 2, older: { isFetched: false } });
    expect(await waiting()).toBe(1);
  });

  it("is only kept for its words where nobody says so", async () => {
    const { text, store, waiting } = await changed();
    await store(text);
    expect(await waiting()).toBe(1);
  });

  it("takes the question back where it was fetched from its publisher since", async () => {
    const { actor, address, text, waiting } = await changed();
    const { draftId } = await importAddress(actor, { from: address }, async () => ({
      bytes: new TextEncoder().encode(text),
      ...{ address, status: 200, charset: "utf-8" },
      headers: [["content-type", "text/plain; charset=utf-8"]],
    }));
    expect((await getDraft(actor, { draftId })).record?.older).toEqual({ isFetched: true });
    await storeDraft(actor, { draftId });
    expect(await waiting()).toBe(0);
  });
});

it("a text that stands under two addresses is the next edition of the one that it comes from", async () => {
  const { actor, text } = await changed();
  const address = `https://agency.example/${count}`;
  for (const given of [text.replace("four", "nine"), text]) {
    const { draftId } = await createDraft(actor, { text: given, address });
    await acceptAll(actor, { draftId });
    await storeDraft(actor, { draftId });
  }
  expect(await db.edition.count({ where: { source: { address } } })).toBe(2);
});

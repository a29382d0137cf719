import { beforeEach, expect, test, vi } from "vitest";
import { openTransaction } from "@/lib/db/open-transaction";
import { createDraft, storeDraft } from "@/lib/imports/server";
import { acceptAll } from "@/lib/proposals/server";
import { makeSource, makeStatement, makeUser } from "@/prisma/factories";
import { recordReading } from "./server";

// where texts are compared: within a transaction, where every writer waits behind it, or outside
const compared = vi.hoisted(() => ({ outside: 0, within: 0 }));
vi.mock("@/lib/matching", async (original) => {
  const actual = await original<typeof import("@/lib/matching")>();
  const compareTexts = (...texts: [string, string]) => {
    compared[openTransaction.getStore() ? "within" : "outside"]++;
    return actual.compareTexts(...texts);
  };
  return { ...actual, compareTexts };
});
beforeEach(() => Object.assign(compared, { outside: 0, within: 0 }));

const SAID = "“The bridge moved four centimetres,”";
const TEXT = `Bridge report\n\n${SAID} said Ada Moor.`;

test("a text that is read again is compared once, and nobody waits behind it", async () => {
  const source = await makeSource(TEXT);
  await makeStatement({ wording: SAID, sourceId: source.id });
  const text = TEXT.replace("four", "five");
  await recordReading(await makeUser("reporter"), { sourceId: source.id, text });
  expect(compared).toEqual({ outside: 1, within: 0 });
});

test("so is one that is imported again", async () => {
  const actor = await makeUser("reporter");
  for (const text of [`${TEXT} Today.`, `${TEXT} On Monday.`]) {
    const { draftId } = await createDraft(actor, { text, address: "https://courier.example/ahead" });
    await acceptAll(actor, { draftId });
    await storeDraft(actor, { draftId });
  }
  expect(compared).toEqual({ outside: 1, within: 0 });
});

import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { verifyAudit } from "@/lib/audit/server";
import { SYSTEM } from "@/lib/auth";
import { db, transact } from "@/lib/db/server";
import { WAITING } from "@/lib/editions";
import { Forbidden, NotFound } from "@/lib/errors";
import { type Fetched, FetchRefused } from "@/lib/networks/server";
import { acceptAll } from "@/lib/proposals/server";
import { createSource } from "@/lib/sources/server";
import { createStory } from "@/lib/stories/server";
import { makeSource, makeStatement, makeUser } from "@/prisma/factories";
import { checkSource, createDraft, listSourcesToCheck, storeDraft } from "./server";

let count = 0;

/** A source with one statement, and what its address is to answer. */
async function published() {
  count += 1;
  const actor = await makeUser("reporter");
  const address = `https://courier.example/daily/${count}`;
  const text = `Bridge report ${count}\n\n“The bridge moved four centimetres,” Dr Ada Moor${count} said on Monday. Drivers were sent around the valley.`;
  const { draftId } = await createDraft(actor, { text, address });
  await acceptAll(actor, { draftId });
  const { sourceId } = await storeDraft(actor, { draftId });
  const of = { source: { publicId: sourceId } };
  await db.statement.updateMany({ where: of, data: { state: "published", publishedAt: new Date() } });
  const check = (answer: string) => checkSource(actor, { sourceId }, async () => answering(address, answer));
  return { actor, address, text, sourceId, of, check };
}

const answering = (address: string, text: string): Fetched => ({
  bytes: new TextEncoder().encode(text),
  ...{ address, status: 200, charset: "utf-8" },
  headers: [["content-type", "text/plain"]],
});

describe("an address that is asked again", () => {
  // first: the other tests write past the record of changes
  it("leaves a record of changes that is whole", async () => {
    const { publicId, sourceId } = await transact((tx) =>
      createSource(tx, SYSTEM, {
        title: "Whole",
        text: "The bridge moved. So it was.",
        address: "https://courier.example/whole",
      }),
    );
    await makeStatement({ wording: "The bridge moved.", sourceId });
    const asked = checkSource(SYSTEM, { sourceId: publicId }, async () =>
      answering("https://courier.example/whole", "The bridge moved. So it was not."),
    );
    expect(await asked).toMatchObject({ what: "changed", counts: { exact: 1 } });
    expect(await verifyAudit(SYSTEM)).toMatchObject({ isIntact: true });
  });

  it("says only when, where the text is the same", async () => {
    const { check, text, of } = await published();
    expect(await check(text)).toMatchObject({ what: "same", edition: 1, counts: null, waiting: [] });
    expect(await db.edition.count({ where: of })).toBe(1);
    expect(
      (await db.source.findFirstOrThrow({ where: { editions: { some: of } } })).checkedAt,
    ).not.toBeNull();
    // a page differs every day in what is no article: its bytes are kept where it says something else
    expect(await db.arrival.count({ where: { edition: of } })).toBe(0);
  });

  it("has its next edition, what became of its statements and what arrived, where it is another", async () => {
    const { check, text, of } = await published();
    const checked = await check(text.replace("four", "five"));
    expect(checked).toMatchObject({
      ...{ what: "changed", edition: 2, reason: null },
      counts: { exact: 0, moved: 0, changed: 1, lost: 0 },
    });
    const [statement] = await db.statement.findMany({ where: of, orderBy: { id: "asc" } });
    expect(checked.waiting).toEqual([statement?.publicId]);
    expect(await db.sighting.count({ where: { ...WAITING, statement: of } })).toBe(1);
    const arrivals = await db.arrival.findMany({
      where: { edition: { ...of, number: 2 } },
      orderBy: { id: "asc" },
    });
    expect(arrivals.map(({ how, status, draftId }) => [how, status, draftId])).toEqual([
      ["address", 200, null],
    ]);
    expect(await check(text)).toMatchObject({ what: "back", edition: 1, waiting: [] });
    expect(await db.sighting.count({ where: { ...WAITING, statement: of } })).toBe(0);
    // that it went back is told once, and that it left the former text again is told as well
    expect(await check(text)).toMatchObject({ what: "same", edition: 1, counts: null });
    expect(await check(text.replace("four", "five"))).toMatchObject({
      ...{ what: "back", edition: 2, waiting: [statement?.publicId] },
    });
    expect(await db.sighting.count({ where: { ...WAITING, statement: of } })).toBe(1);
  });

  it("has no edition for what its page said before and is read otherwise by now", async () => {
    const { actor, address, sourceId, of } = await published();
    const page = (beside: string, words = "four") =>
      `<html><head><title>Bridge</title></head><body><aside>${beside}</aside><article><h1>Bridge</h1>
       <p>“The bridge moved ${words} centimetres,” Dr Ada Moor said on Monday. Drivers were sent around the valley for a day.</p>
       <p>The council had asked for a report on all bridges of the valley in spring, and waits for two of them.</p>
       <p>What the repair will cost was not said; the last one took a year and half of the budget for roads.</p></article></body></html>`;
    const answered = (html: string): Fetched => ({
      ...answering(address, html),
      headers: [["content-type", "text/html; charset=utf-8"]],
    });
    const check = (html: string) => checkSource(actor, { sourceId }, async () => answered(html));
    expect(await check(page("Seven days of sun"))).toMatchObject({ what: "changed", edition: 2 });
    // as a former version of this program read it: without its last paragraph
    const read = await db.edition.findFirstOrThrow({ where: { ...of, number: 2 } });
    const former = read.text.replace(/\n\nWhat the repair .*$/su, "");
    expect(former).not.toBe(read.text);
    await db.edition.update({
      where: { id: read.id },
      data: { text: former, sha256: createHash("sha256").update(former).digest("hex") },
    });
    expect(await check(page("Three days of rain"))).toMatchObject({ what: "same", edition: 2, counts: null });
    expect(await db.edition.count({ where: of })).toBe(2);
    expect(await check(page("Three days of rain", "five"))).toMatchObject({ what: "changed", edition: 3 });
  });

  it("is not the same where words changed that a former version of this program read and this one does not", async () => {
    const { actor, address, sourceId, of } = await published();
    const said = (words: string) => `“The mayor ${words} of the crack,” Ruben Marsh wrote.`;
    const page = (words: string, beside = "Seven days of sun") =>
      `<html><head><title>Bridge</title></head><body><aside>${beside}</aside><article><h1>Bridge</h1>
       <p>“The bridge moved four centimetres,” Dr Ada Moor said on Monday. Drivers were sent around the valley for a day.</p>
       <p>The council had asked for a report on all bridges of the valley in spring, and waits for two of them.</p>
       <p>What the repair will cost was not said; the last one took a year and half of the budget for roads.</p></article>
       <nav><p>News</p></nav><footer><p>${said(words)}</p></footer></body></html>`;
    const check = (html: string) =>
      checkSource(actor, { sourceId }, async () => ({
        ...answering(address, html),
        headers: [["content-type", "text/html; charset=utf-8"]],
      }));
    expect(await check(page("knew"))).toMatchObject({ what: "changed", edition: 2 });
    const read = await db.edition.findFirstOrThrow({ where: { ...of, number: 2 } });
    expect(read.text).not.toContain("Ruben Marsh");
    const former = `${read.text}\n\n${said("knew")}`;
    await db.edition.update({
      where: { id: read.id },
      data: { text: former, sha256: createHash("sha256").update(former).digest("hex") },
    });
    expect(await check(page("knew", "Three days of rain"))).toMatchObject({ what: "same", edition: 2 });
    expect(await check(page("never knew", "Three days of rain"))).toMatchObject({
      ...{ what: "changed", edition: 3 },
    });
  });

  it("records nothing where nothing of it stands there: a page that asks for consent is no edition", async () => {
    const { check, of } = await published();
    const checked = await check(
      "Before you continue: we and our partners store cookies. Accept all, or manage.",
    );
    expect(checked).toMatchObject({
      what: "another",
      edition: null,
      reason: expect.stringContaining("consent"),
    });
    expect(await db.edition.count({ where: of })).toBe(1);
    expect(await db.sighting.count({ where: { statement: of } })).toBe(0);
    expect((await db.source.findFirstOrThrow({ where: { editions: { some: of } } })).checkedAt).toBeNull();
  });

  it("that is not reached says why, and whether the next one shares it", async () => {
    const { actor, sourceId } = await published();
    const failing = (error: Error) => checkSource(actor, { sourceId }, () => Promise.reject(error));
    expect(await failing(new FetchRefused("No server has this name.", { why: "network" }))).toMatchObject({
      ...{ what: "refused", reason: "No server has this name.", trouble: "network" },
    });
    expect(await failing(new FetchRefused("The server answered 404."))).toMatchObject({
      ...{ what: "refused", trouble: null },
    });
    await expect(failing(new TypeError("a fault of ours"))).rejects.toThrow(TypeError);
  });

  it("is asked by those who import, and only where there is one", async () => {
    const { sourceId } = await published();
    for (const role of ["reader", "visitor"] as const) {
      const actor = role === "reader" ? await makeUser("reader") : { id: "", name: "", role };
      await expect(checkSource(actor as never, { sourceId })).rejects.toThrow(Forbidden);
    }
    const { publicId } = await makeSource("Words without an address.");
    await expect(checkSource(SYSTEM, { sourceId: publicId })).rejects.toThrow(NotFound);
  });
});

it("lists what nobody read for long, the longest first, of a story where one is named", async () => {
  const [one, two] = [await published(), await published()];
  const mine = async (asked: Parameters<typeof listSourcesToCheck>[1]) =>
    (await listSourcesToCheck(SYSTEM, asked))
      .map(({ publicId }) => publicId)
      .filter((id) => [one.sourceId, two.sourceId].includes(id));
  expect(await mine({})).toEqual([one.sourceId, two.sourceId]);
  await one.check(one.text);
  expect(await mine({})).toEqual([two.sourceId, one.sourceId]);
  // a page that is gone waits like the others, or a round of a few would never come to them
  await two.check("Nothing of the article stands here any more, and nothing will.");
  expect(await mine({})).toEqual([one.sourceId, two.sourceId]);
  const anHourAgo = new Date(Date.now() - 3_600_000);
  expect(await mine({ before: anHourAgo })).toEqual([]);
  await db.source.updateMany({
    where: { publicId: one.sourceId },
    data: { checkedAt: new Date(Date.now() - 7_200_000) },
  });
  expect(await mine({ before: anHourAgo })).toEqual([one.sourceId]);
  const { slug } = await createStory(await makeUser("editor"), { title: `Daily ${Date.now()}`, summary: "" });
  expect(await mine({ story: slug })).toEqual([]);
  const story = await db.story.findUniqueOrThrow({ where: { slug } });
  await db.statement.updateMany({ where: two.of, data: { storyId: story.id } });
  expect(await mine({ story: slug })).toEqual([two.sourceId]);
  // what was taken back is asked for no more
  await db.statement.updateMany({ where: two.of, data: { state: "retracted" } });
  expect(await mine({ story: slug })).toEqual([]);
});

import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, VISITOR } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { indexMissing } from "@/lib/shingles/server";
import { getStatement } from "@/lib/statements/server";
import { printableId } from "@/lib/text";
import { makeSource, makeSpeaker, makeStatement, makeUser } from "@/prisma/factories";
import { lineageOf } from "./index";
import { listPrinted, listPrintings, MOST_PRINTINGS } from "./server";

let editor: Actor;
beforeAll(async () => {
  editor = await makeUser("editor");
});

const some = (count: number) => Array.from({ length: count }, () => `w${randomUUID().slice(0, 8)}`);

/** An outlet's report of words on a day, published unless a state is given. */
async function report(
  wording: string,
  day: string,
  { speakerId = null as string | null, state = "published", text = "" } = {},
) {
  const name = `Outlet ${randomUUID().slice(0, 8)}`;
  const outlet = await db.outlet.create({ data: { slug: name, name, nameKey: name } });
  const source = await makeSource(text || `He spoke. ${wording} he said. They left.`, "A report", outlet.id);
  await db.source.update({ where: { id: source.id }, data: { publishedOn: new Date(day) } });
  return makeStatement({ wording, sourceId: source.id, speakerId, state, occurredAt: new Date(day) });
}

const tie = (type: string, from: { id: string }, to: { id: string }, state = "confirmed") =>
  db.relation.create({
    data: {
      ...{ publicId: printableId("rel"), type, state, fromId: from.id, toId: to.id },
      ...{ rationale: "Both were there.", comparability: "", createdAt: new Date() },
    },
  });

async function keysFor(actor: Actor, publicId: string) {
  const { printings } = await listPrintings(actor, await getStatement(actor, publicId));
  return lineageOf(printings).map(({ printing }) => printing.key);
}

/** Nearly the same words of one speaker on three days, of which the last report is not published. */
async function three() {
  const { id: speakerId } = await makeSpeaker();
  const words = some(12);
  const first = await report(`“${words.join(" ")},”`, "2025-10-26", { speakerId });
  const next = await report(`“${words.toSpliced(5, 1, "otherwise").join(" ")},”`, "2025-10-27", {
    speakerId,
  });
  const hidden = await report(`“${words.slice(0, 10).join(" ")},”`, "2025-10-25", {
    speakerId,
    state: "captured",
  });
  await indexMissing();
  return { words, first, next, hidden, speakerId };
}

describe("the printings of a statement", () => {
  it("are those of its speaker in nearly the same words, as far as the reader may see them", async () => {
    const { first, next, hidden } = await three();
    expect(await keysFor(VISITOR, next.publicId)).toEqual([first.publicId, next.publicId]);
    expect(await keysFor(editor, first.publicId)).toEqual([hidden.publicId, first.publicId, next.publicId]);
  });

  it("are none of somebody else, of another occasion, or in other words", async () => {
    const { words, first, next, speakerId } = await three();
    const { id: other } = await makeSpeaker();
    await report(`“${words.join(" ")},”`, "2025-10-27", { speakerId: other });
    await report(`“${some(12).join(" ")},”`, "2025-10-27", { speakerId });
    const again = await report(`“${words.join(" ")},”`, "2025-10-27", { speakerId });
    const said = { saidOnPrecision: "day", saidOn: new Date("2025-10-01") };
    await db.statement.update({ where: { id: first.id }, data: { ...said, saidOn: new Date("2025-10-26") } });
    await db.statement.update({ where: { id: again.id }, data: said });
    await indexMissing();
    expect(await keysFor(VISITOR, first.publicId)).toEqual([first.publicId, next.publicId]);
  });

  it("are what a reviewer tied to it, in whatever words, and not what one set apart", async () => {
    const { first, next, speakerId } = await three();
    const [reported, misquoted, guessed] = [
      await report(`He spoke of ${some(5).join(" ")}`, "2025-10-28", { speakerId }),
      await report(`“${some(5).join(" ")},”`, "2025-10-29"),
      await report(`“${some(5).join(" ")},”`, "2025-10-29"),
    ];
    await tie("same_utterance", first, reported);
    await tie("misquotes", misquoted, reported, "resolved");
    await tie("same_utterance", first, guessed, "suggested");
    await tie("same_utterance", first, next, "rejected");
    const expected = [first, reported, misquoted].map(({ publicId }) => publicId);
    expect(await keysFor(VISITOR, first.publicId)).toEqual(expected);
    await db.statement.update({ where: { id: reported.id }, data: { state: "captured" } });
    expect(await keysFor(VISITOR, first.publicId)).toEqual([first.publicId]);
  });

  it("have the sentences beside them without what is withheld, and what an editor says of a copy", async () => {
    const { words, first, speakerId } = await three();
    const secret = `“${some(6).join(" ")},”`;
    const open = `“${words.join(" ")},”`;
    const copy = await report(open, "2025-10-28", {
      speakerId,
      text: `${secret} she said. ${open} he said.`,
    });
    await makeStatement({ wording: secret, sourceId: copy.sourceId, state: "captured" });
    await tie("derives_from", copy, first);
    for (const [actor, isSeen] of [
      [VISITOR, false],
      [editor, true],
    ] as const) {
      const { printings } = await listPrintings(actor, await getStatement(actor, first.publicId));
      const found = printings.find(({ key }) => key === copy.publicId);
      expect(found?.beside?.before.includes(secret)).toBe(isSeen);
      expect(found?.copiedFrom).toEqual([first.publicId]);
    }
  });

  it("name no source of a chain that is none of them", async () => {
    const { first, next } = await three();
    const { id: sourceId } = await makeSource("Nobody reads it.");
    for (const [ordinal, id] of [sourceId, first.sourceId].entries())
      await db.attributionHop.create({
        data: { statementId: next.id, ordinal, name: "a radio", sourceId: id },
      });
    const { printings } = await listPrintings(VISITOR, await getStatement(VISITOR, next.publicId));
    const { publicId } = await db.source.findUniqueOrThrow({ where: { id: first.sourceId } });
    expect(printings.find(({ key }) => key === next.publicId)?.hops.map((hop) => hop.sourceId)).toEqual([
      null,
      publicId,
    ]);
  });

  it("are no more than are read side by side, itself among them", async () => {
    const { words, first, speakerId } = await three();
    for (let more = 0; more < MOST_PRINTINGS; more++)
      await report(`“${words.join(" ")},”`, "2025-10-20", { speakerId });
    await indexMissing();
    const { printed, isCut } = await listPrinted(VISITOR, await getStatement(VISITOR, first.publicId));
    expect([printed.length, isCut]).toEqual([MOST_PRINTINGS, true]);
    expect(printed.map(({ id }) => id)).toContain(first.id);
  });
});

describe("a text that holds the words uncaptured", () => {
  it("is one for the desk, and for a reader where a published statement shows that sentence", async () => {
    const { words, first } = await three();
    const line = `“${words.join(" ")},” he told them.`;
    const hidden = await makeSource(`It rained. ${line}`);
    const open = "“Nothing was signed,”";
    const shown = await makeSource(`${line} ${open} she said.`);
    await makeStatement({ wording: open, sourceId: shown.id, state: "published" });
    const elsewhere = await makeSource(`${line}\n\n${open} she said.`);
    const far = await makeStatement({ wording: open, sourceId: elsewhere.id, state: "published" });
    const start = line.length + 2;
    await db.anchor.updateMany({ where: { statementId: far.id }, data: { contextStartUtf16: start } });
    await indexMissing();
    const texts = async (actor: Actor) =>
      (await keysFor(actor, first.publicId)).filter((key) => key.startsWith("src-")).sort();
    expect(await texts(VISITOR)).toEqual([`${shown.publicId}/1`]);
    expect(await texts(editor)).toEqual(
      [hidden, shown, elsewhere].map(({ publicId }) => `${publicId}/1`).sort(),
    );
  });

  it("is none where they are captured and not published", async () => {
    const { words, first } = await three();
    const open = "“Nothing was signed,”";
    const said = `“${words.join(" ")},”`;
    const source = await makeSource(`${said} he told them. ${open} she said.`);
    await makeStatement({ wording: open, sourceId: source.id, state: "published" });
    await makeStatement({ wording: said, sourceId: source.id, state: "captured" });
    await indexMissing();
    expect(
      JSON.stringify(await listPrintings(VISITOR, await getStatement(VISITOR, first.publicId))),
    ).not.toContain(source.publicId);
  });
});

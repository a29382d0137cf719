import { beforeEach, expect, it, vi } from "vitest";
import type { Actor } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { makeUser } from "@/prisma/factories";
import { clearDatabase } from "@/prisma/testing/database";
import { type Accepts, bringDocument, type Turn, turnsInOrder } from "./server";

// what is read late: until these words are let go
const held = new Map<string, Promise<void>>();
const readNow: string[] = [];
vi.mock("./apart", async (original) => {
  const { readApart } = await original<typeof import("./apart")>();
  return {
    readApart: async (question: Parameters<typeof readApart>[0]) => {
      for (const [words, until] of held) if (question.text.includes(words)) await until;
      readNow.push(question.text);
      return readApart(question);
    },
  };
});

// what reads is loaded once
const WHILE = { timeout: 30_000 };
const ADDRESS = "https://paper.example/harbour";

let actor: Actor;
beforeEach(async () => {
  await clearDatabase();
  held.clear();
  readNow.length = 0;
  actor = await makeUser("reporter");
});

// each says something that the others do not
const SAID: Readonly<Record<string, string>> = {
  dredge: "“We will dredge the harbour before the winter,” said Dr Orla Fennick.",
  close: "“They close the lock on Sundays, and nobody knows why,” said Tam Ridley, a skipper.",
  sell: "“Cranes are what I sell,” said Ms Bela Norrow. “Nothing else keeps this town alive.”",
  burn: "“You can burn wet wood if you must,” said Captain Ilse Brandt.",
  paint: "“Ferries want paint each spring,” said Dr Jory Penhale.",
};

const MORE =
  "The council met on Monday and heard the engineers, who spoke for an hour about mud and tides and left by the side door. Nobody had asked the fishermen, although their sheds stand on the quay that would have to go, and the market has been held there for longer than the town has had a mayor.";

/** A page of the address that says it. */
const page = (said: string, long = false) => ({
  name: "page.html",
  bytes: Buffer.from(
    `<!doctype html><html lang="en"><head><title>The harbour</title><link rel="canonical" href="${ADDRESS}"></head><body><article><h1>The harbour</h1><p>${MORE}</p><p>${SAID[said]}</p>${
      long
        ? `<p>${"The wind turned in the afternoon and the boats lay still. ".repeat(20)}</p>`.repeat(50)
        : ""
    }</article></body></html>`,
  ),
});

const paint = { name: "paint.txt", bytes: Buffer.from(`Ferries\n\n${SAID.paint}`) };

type Document = ReturnType<typeof page>;

/** Brings them as the command does: each has its turn, and ends it. */
function bringAll(documents: readonly Document[], accepts: Accepts = "all", near?: "edition") {
  const nextTurn = turnsInOrder();
  const bring = (arriving: Document, turn: Turn) =>
    bringDocument(actor, { arriving, accepts, turn, ...(near ? { near } : {}) }).finally(turn.end);
  return Promise.allSettled(documents.map((one) => bring(one, nextTurn())));
}

function hold(words: string): () => void {
  let go = () => {};
  held.set(words, new Promise<void>((resolve) => (go = resolve)));
  return go;
}

/** What the editions of the address say, in their order. */
async function editions(): Promise<(string | undefined)[]> {
  const rows = await db.edition.findMany({
    where: { source: { address: ADDRESS } },
    orderBy: { number: "asc" },
    select: { text: true },
  });
  return rows.map(({ text }) => Object.keys(SAID).find((word) => text.includes(SAID[word] ?? "")));
}

it("of texts of one address the first of the list is the first edition, however late it is read, and others are read meanwhile", async () => {
  const go = hold(SAID.dredge ?? "");
  const done = bringAll([page("dredge"), page("close"), page("sell"), paint]);
  await vi.waitFor(() => expect(readNow).toHaveLength(3), WHILE);
  // nothing is written before its turn
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await db.importDraft.count()).toBe(0);
  go();
  expect((await done).map((one) => one.status === "fulfilled" && one.value.what)).toEqual(
    Array(4).fill("stored"),
  );
  expect(await editions()).toEqual(["dredge", "close", "sell"]);
});

it("a long one that is read in steps is stored before what is behind it, and holds up no other address", async () => {
  const done = bringAll([page("dredge", true), page("close"), paint]);
  await done;
  expect(await editions()).toEqual(["dredge", "close"]);
});

it("nearly the same texts without an address are editions in the order of the list", async () => {
  const body = (n: number) =>
    `Harbour works\n\n${SAID.dredge} ${MORE}\n\n${SAID.sell}\n\nIt was printed as number ${n}.\n`;
  const go = hold("number 2");
  const documents = [1, 2, 3, 4].map((n) => ({ name: `${n}.txt`, bytes: Buffer.from(body(n)) }));
  const done = bringAll(documents, "all", "edition");
  await vi.waitFor(() => expect(readNow).toHaveLength(3), WHILE);
  go();
  await done;
  const rows = await db.edition.findMany({ orderBy: { number: "asc" }, select: { text: true } });
  expect(rows.map(({ text }) => /number (\d)/.exec(text)?.[1])).toEqual(["1", "2", "3", "4"]);
  expect(await db.source.count()).toBe(1);
});

it("one that cannot be read, fails or is known already lets those behind it go on", async () => {
  await bringAll([page("dredge")]);
  let fail = (_: Error) => {};
  held.set(SAID.burn ?? "", new Promise<void>((_, reject) => (fail = reject)));
  const broken = { name: "broken.pdf", bytes: Buffer.from("%PDF-1.7 nothing") };
  const done = bringAll([page("dredge"), broken, page("burn"), page("close")]);
  await vi.waitFor(() => expect(readNow.some((text) => text.includes(SAID.close ?? ""))).toBe(true), WHILE);
  fail(new Error("the thread broke"));
  const outcomes = await done;
  expect(outcomes.map((one) => (one.status === "fulfilled" ? one.value.what : "failed"))).toEqual([
    ...["known", "refused", "failed", "stored"],
  ]);
  expect(await editions()).toEqual(["dredge", "close"]);
  // asked again
  await bringAll([page("dredge"), page("burn"), page("close")]);
  expect(await editions()).toEqual(["dredge", "close"]);
});

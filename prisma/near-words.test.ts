import { beforeAll, expect, it } from "vitest";
import { type Actor, SYSTEM, VISITOR } from "@/lib/auth";
import { countRowsWithEach, db } from "@/lib/db/server";
import { isNear, statementKeyOf } from "@/lib/query";
import { listMeant } from "@/lib/search/server";
import { askedFor } from "@/lib/statements/server";
import { foldForSearch, searchWords } from "@/lib/text";
import { makeSource } from "./factories";
import { clearDatabase } from "./testing/database";
import { numbersFrom } from "./testing/random";

// Exact and near words, on either engine: what the index leaves out is compared to asking every wording.

const SAID = [
  ["a", "“The prospects of détente look very remote today,”", "published"],
  ["b", "The prospects of peace look very remote today", "published"],
  ["c", "Prospects of détente look remote.", "captured"],
  ["d", "He said that the prospects of détente look very remote, today or tomorrow.", "published"],
  ["e", "We will not, under any terms, sign.", "published"],
  ["f", "We will not under any terms sign", "published"],
] as const;
const random = numbersFrom(912);
const COMMON = ["the", "of", "we", "will", "not", "to"];
const word = () => {
  const at = Math.floor(random() * random() * 60);
  return COMMON[at] ?? `w${at}`;
};
const sentence = (length: number) => Array.from({ length }, word);
const wordings = Array.from({ length: 300 }, () => sentence(3 + Math.floor(random() * 20)).join(" "));

beforeAll(async () => {
  await clearDatabase();
  const { id: sourceId } = await makeSource("Words.", "The prospects of détente look very remote today");
  const rows = [
    ...SAID.map(([id, wording, state]) => ({
      id,
      wording,
      state,
      originalWording: id === "e" ? "Nie! Nie." : null,
    })),
    ...wordings.map((wording, n) => ({
      ...{ id: `z${n}`, wording },
      state: "published",
      originalWording: null,
    })),
  ];
  await db.statement.createMany({
    data: rows.map((row) => ({
      ...row,
      ...{ publicId: `st-${row.id}`, sourceId, form: "direct", occurredAt: new Date(0) },
      ...{ wordingKey: foldForSearch(row.wording), searchKey: statementKeyOf(row) },
    })),
  });
});

async function found(actor: Actor, q: string): Promise<string[]> {
  const { where } = await askedFor(actor, { q });
  const rows = await db.statement.findMany({ where, select: { id: true }, orderBy: { id: "asc" } });
  return rows.map(({ id }) => id);
}

it.each([
  ["these words and no others", 'exact:"prospects of détente look very remote today"', "a", "a"],
  ["in whatever case and marks", "exact:“THE PROSPECTS of détente look”", "ad", "ad"],
  ["as they are signed", 'exact:"we will not, under"', "e", "e"],
  ["as they are signed otherwise", 'exact:"we will not under"', "f", "f"],
  ["whole", 'exact:"prospect of détente"', "", ""],
  ["in the language they were said in", 'exact:"Nie! Nie."', "e", "e"],
  ["almost so", 'near:"the prospects of détente look very remote today"', "abcd", "abd"],
  [
    "almost so and not just so",
    'near:"prospects of détente look very remote today" -exact:"détente look very remote today"',
    "bcd",
    "bd",
  ],
  ["almost so, beside a word", 'near:"prospects of détente look very remote today" tomorrow', "d", "d"],
  ["nothing like it", 'near:"nobody ever spoke of such things"', "", ""],
  ["nothing like one word four times", 'near:"xyz xyz xyz xyz"', "", ""],
])("finds who said %s: %s", async (_, q, atDesk, byVisitor) => {
  expect((await found(SYSTEM, q)).join("")).toBe(atDesk);
  expect((await found(VISITOR, q)).join("")).toBe(byVisitor);
});

it("finds all that is near, and nothing else", async () => {
  const all = await db.statement.findMany({ select: { id: true, wording: true }, orderBy: { id: "asc" } });
  let hits = 0;
  for (let n = 0; n < 120; n++) {
    const from = searchWords(wordings[Math.floor(random() * wordings.length)] ?? "");
    const asked = from.slice(0, 4 + Math.floor(random() * 12)).map((one) => (random() < 0.2 ? word() : one));
    if (asked.length < 4) continue;
    const wanted = all.flatMap(({ id, wording }) => (isNear(asked, searchWords(wording)) ? [id] : []));
    hits += wanted.length;
    expect(await found(SYSTEM, `near:"${asked.join(" ")}"`), asked.join(" ")).toEqual(wanted);
  }
  expect(hits).toBeGreaterThan(150);
});

it("counts the rows of each word in the order that they are asked in, and no further than it must", async () => {
  const keys = await db.statement.findMany({ select: { searchKey: true }, orderBy: { id: "asc" } });
  const words = ["we", "détente", "nie", "w1", "nobody", "关", "не"].flatMap(searchWords);
  const counts = words.map((one) => keys.filter(({ searchKey }) => searchKey.includes(` ${one} `)).length);
  expect(await countRowsWithEach("Statement", words, 1000)).toEqual(counts);
  expect(await countRowsWithEach("Statement", words, 2)).toEqual(counts.map((count) => Math.min(count, 3)));
});

it("is offered where a quotation is not found as it was typed", async () => {
  const offers = async (actor: Actor, q: string) => (await listMeant(actor, { q })).map((one) => one.q);
  const altered = "prospects of entente look very remote today";
  expect(await offers(VISITOR, `"${altered}"`)).toEqual([`near:"${altered}"`]);
  expect(await offers(VISITOR, `"${altered}" state:published`)).toEqual([]);
  expect(await offers(VISITOR, '"of entente today"')).toEqual([]);
});

import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Actor, SYSTEM, VISITOR } from "@/lib/auth";
import { db, transact } from "@/lib/db/server";
import { createSource } from "@/lib/sources/server";
import { makeSource, makeStatement, makeUser } from "@/prisma/factories";
import { clearDatabase } from "@/prisma/testing/database";
import { keepMissingPassages, listPassages } from "./server";

let reporter: Actor;

beforeEach(() => clearDatabase());
beforeAll(async () => {
  await clearDatabase();
});
beforeEach(async () => {
  reporter = await makeUser("reporter");
});

const add = (text: string, title = "A report") =>
  transact((tx) => createSource(tx, reporter, { title, text }));

const LINES = "It rained. The détente was quoted by nobody.\n\nThe minister spoke of plumbly fish.";

describe("words of a text", () => {
  it("are found though nobody captured them, with their place", async () => {
    const { publicId } = await add(LINES);
    const { items } = await listPassages(reporter, "detente nobody");
    expect(items.map(({ source, edition }) => [source.publicId, edition])).toEqual([[publicId, 1]]);
    const [place] = items[0]?.places ?? [];
    expect(LINES.slice(place?.startUtf16, place?.endUtf16)).toBe("détente was quoted by nobody");
    expect(place).toMatchObject({ around: "It rained. The détente was quoted by nobody.", capturedAs: [] });
  });

  it("are found in the transaction that adds them, and not when it fails", async () => {
    const failed = transact(async (tx) => {
      await createSource(tx, reporter, { title: "A report", text: LINES });
      throw new Error("undone");
    });
    await expect(failed).rejects.toThrow("undone");
    expect((await listPassages(reporter, "plumbly")).items).toEqual([]);
  });

  it("say which statement holds them, and are offered where none does first", async () => {
    const { id: sourceId } = await makeSource("“Fish sleep,” she said. Later she said that fish swim.");
    const { publicId } = await makeStatement({ sourceId, wording: "Fish sleep," });
    await keepMissingPassages();
    const placed = async (q: string) =>
      (await listPassages(reporter, q)).items.flatMap(({ places }) => places);
    expect((await placed("sleep"))[0]?.capturedAs).toEqual([publicId]);
    expect((await placed("fish"))[0]).toMatchObject({ capturedAs: [], startUtf16: 44 });
  });

  it("are nothing to a visitor, a reader or an administrator without the desk", async () => {
    await add(LINES);
    for (const actor of [VISITOR, await makeUser("reader"), await makeUser("admin")])
      expect(await listPassages(actor, "plumbly")).toEqual({ items: [], next: null, unasked: [] });
    for (const actor of [SYSTEM, await makeUser("reviewer"), await makeUser("editor")])
      expect((await listPassages(actor, "plumbly")).items).toHaveLength(1);
  });

  it.each([
    ["one of the words is not there", "detente qwertz", 0],
    ["a word that must not be there is", "detente -rained", 0],
    ["a word that must not be there is not", "detente -qwertz", 1],
    ["one of two is there", "qwertz OR plumbly", 1],
    ["a word is only begun", "plum*", 1],
    ["they stand in a row", '"quoted by nobody"', 1],
    ["they stand in no row", '"nobody by quoted"', 0],
    ["they are said in just these words", 'exact:"plumbly fish"', 1],
    ["the source is called so", "plumbly source:report", 1],
    ["the source is called otherwise", "plumbly source:dossier", 0],
    ["it is no such document", "plumbly type:broadcast", 0],
    ["there are only signs", "% —", 0],
    ["nothing must be there", "-rained", 0],
    ["it is not understood", "speakr:x", 0],
  ])("%s", async (_, q, count) => {
    await add(LINES);
    expect((await listPassages(reporter, q)).items).toHaveLength(count);
  });

  it("are not looked for by what no text has", async () => {
    await add(LINES);
    expect(await listPassages(reporter, "plumbly speaker:khan has:claim")).toEqual({
      ...{ items: [], next: null },
      unasked: ["speaker", "has"],
    });
  });

  it("are told once where a later edition says them too", async () => {
    const { sourceId } = await add(LINES);
    const later = `${LINES}\n\nCorrected: the plumbly fish were carp.`;
    const { addEdition } = await import("@/lib/sources/server");
    await transact((tx) => addEdition(tx, reporter, { sourceId, text: later }));
    const { items } = await listPassages(reporter, "minister");
    expect(items.map(({ edition, places }) => [edition, places.length])).toEqual([[2, 1]]);
  });

  it("are found over every cut of a long text, once, page by page", async () => {
    const filler = (n: number) => `Filler ${n} ${"lorem ipsum ".repeat(20)}.`;
    const text = Array.from({ length: 90 }, (_, n) => `${filler(n)} The needle${n} stitch.`).join(" ");
    await add(text);
    for (const n of [0, 7, 8, 44, 89])
      expect(
        (await listPassages(reporter, `"needle${n} stitch"`)).items.flatMap(({ places }) => places),
      ).toHaveLength(1);
    const seen: number[] = [];
    let after: string | undefined;
    do {
      const page = await listPassages(reporter, "stitch", { after, take: 3 });
      seen.push(...page.items.flatMap(({ places }) => places.map(({ startUtf16 }) => startUtf16)));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(seen.length).toBeGreaterThan(9);
    expect(new Set(seen).size).toBe(seen.length);
    await expect(listPassages(reporter, "stitch", { after: "x" })).rejects.toThrow("does not exist");
  });
});

it("what came another way is kept at the next start, once", async () => {
  await makeSource("Plumbly words.");
  expect((await listPassages(reporter, "plumbly")).items).toEqual([]);
  expect(await keepMissingPassages()).toBe(1);
  expect(await keepMissingPassages()).toBe(0);
  expect((await listPassages(reporter, "plumbly")).items).toHaveLength(1);
});

it("a text of five megabytes is kept", async () => {
  const line = "The quick brown fox jumps over the lazy dog, said the hen. ";
  const text = line.repeat(Math.floor((5 * 1024 * 1024) / line.length) - 1);
  await add(`${text}plumbly.`);
  const [found] = (await listPassages(reporter, "plumbly")).items;
  expect(found?.places[0]?.startUtf16).toBe(text.length);
  expect(await db.passage.count()).toBeGreaterThan(2000);
});

import { expect, it } from "vitest";
import { type Planted, plantCanaries } from "@/e2e/canaries";
import { VISITOR } from "@/lib/auth";
import { countClaims, listClaims } from "@/lib/claims/server";
import { db } from "@/lib/db/server";
import { listPublishedEntries } from "@/lib/feeds/server";
import { keepMissingPassages, listPassages } from "@/lib/passages/server";
import { nameKeyOf } from "@/lib/query";
import { findAnything, listMeant, searchStatements } from "@/lib/search/server";
import { countSpeakers, listSpeakers } from "@/lib/speakers/server";
import { makeUser } from "./factories";

// What one may not read must not be found either, nor be missed by a search for all without it, nor be counted, nor be offered.

/** Searches that would tell whether a word is held: as it stands, the other way round, of a field, and spelled almost so. */
const SEARCHES: readonly ((word: string) => string)[] = [
  (word) => word,
  (word) => `-${word}`,
  (word) => `${word.slice(0, -1)}*`,
  (word) => `"${word}"*`,
  ...["speaker:", "-speaker:", "source:", "outlet:", "claim:"].map(
    (field) => (word: string) => `${field}${word}`,
  ),
];

/** All that a search tells, by the doors that take words. */
async function toldOf(q: string): Promise<string> {
  const { list, count, facets } = await searchStatements(VISITOR, { q });
  const meant = list.items.length === 0 ? await listMeant(VISITOR, { q }) : [];
  return JSON.stringify([
    list.items.map(({ publicId }) => publicId),
    ...[list.next, count, facets, meant.map((one) => one.count)],
    ...[(await listClaims(VISITOR, { q })).items.map(({ slug }) => slug), await countClaims(VISITOR, { q })],
    (await listPublishedEntries({ q })).map(({ url }) => url),
    await listPassages(VISITOR, q),
    await findAnything(VISITOR, q),
  ]);
}

/** Names are planted with keys of their own; here they answer to what is planted. */
async function keyNames(planted: Planted) {
  for (const { id, name } of await db.speakerAlias.findMany({ orderBy: { id: "asc" } }))
    await db.speakerAlias.update({ where: { id }, data: { searchKey: nameKeyOf(name) } });
  for (const { id, name } of await db.outlet.findMany({ orderBy: { id: "asc" } }))
    await db.outlet.update({ where: { id }, data: { searchKey: nameKeyOf(name) } });
  return planted;
}

// a search takes thirty terms
const AT_ONCE = 30;

/** What some words tell by a search that holds where one of them is held, or fails there. */
function toldOfSome(search: (word: string) => string, words: readonly string[]) {
  const terms = words.map(search);
  return toldOf(terms.join(terms[0]?.startsWith("-") ? " " : " OR "));
}

it("tells a visitor nothing of what they may not read", { timeout: 240_000 }, async () => {
  const planted = await keyNames(await plantCanaries(await makeUser("editor")));
  await keepMissingPassages();
  const secret = planted.canaries.filter(({ readers }) => !readers.includes("visitor"));
  const nobody = Array.from({ length: AT_ONCE }, (_, at) => `zq000000x${at}vk`);
  const told: string[] = [];
  for (const search of SEARCHES) {
    const nothing = await toldOfSome(search, nobody);
    for (let from = 0; from < secret.length; from += AT_ONCE) {
      const some = secret.slice(from, from + AT_ONCE);
      const answer = await toldOfSome(
        search,
        some.map(({ token }) => token),
      );
      if (answer !== nothing) told.push(`${search("X")} of ${some.map(({ field }) => field).join(", ")}`);
    }
  }
  expect(told).toEqual([]);
  for (const { token } of secret.filter(({ field }) => field.startsWith("Speaker"))) {
    expect((await listSpeakers(VISITOR, { q: token })).items).toEqual([]);
    expect(await countSpeakers(VISITOR, { q: token })).toEqual({ count: 0, isCapped: false });
  }
  expect(secret.length).toBeGreaterThan(100);
  // whole texts are the desk's, words beside what is public and hidden ones with them
  const inTexts = planted.canaries.filter(({ field }) => field.startsWith("Edition.text"));
  expect(inTexts.length).toBeGreaterThan(3);
  const editor = await makeUser("editor");
  for (const { token } of inTexts) expect((await listPassages(editor, token)).items, token).not.toEqual([]);
  // what everybody reads is told by the same doors
  const open = planted.canaries.find(({ field }) => field === "public Statement.wording")?.token ?? "";
  for (const word of [open, `-${open}`]) expect(await toldOf(word)).not.toBe(await toldOf("zq0"));
});

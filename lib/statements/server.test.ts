import { describe, expect, it } from "vitest";
import { type Actor, VISITOR } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { facetStatements } from "@/lib/search/server";
import { getSource } from "@/lib/sources/server";
import { latestVerdicts } from "@/lib/verdicts/server";
import { makeSource, makeSpeaker, makeStatement, makeUser } from "@/prisma/factories";
import { statementFilterSchema, wordedInFull } from ".";
import { countStatements, getStatement, listStatements } from "./server";

const OPEN = "“The bridge will open in May,”";
const SECRET = "“The mayor takes money from the builders,”";
const TEXT = `The council met. ${OPEN} said Ada Holm. ${SECRET} said Ivo Lang, who asked not to be named. Nobody objected.`;
const STRUCK =
  "The council met. “The bridge will open in May,” said Ada Holm. [words withheld] Nobody objected.";

/** A published statement with one beside it in the same text, in a state or under terms that hide it. */
async function makeNeighbours(hidden: { state?: string; terms?: string; embargoedUntil?: Date } = {}) {
  const source = await makeSource(TEXT);
  const open = await makeStatement({ sourceId: source.id, wording: OPEN, state: "published" });
  const { state = "published", terms, embargoedUntil = null } = hidden;
  const secret = await makeStatement({ sourceId: source.id, wording: SECRET, state });
  if (terms || embargoedUntil) {
    await db.sourcingAssessment.create({
      data: {
        ...{ statementId: secret.id, attributionTerms: terms ?? "on_record", sourceIdentity: "named_person" },
        ...{ channel: "speech", proximity: "first_hand", origin: "original_reporting" },
        ...{ embargoedUntil, assessedAt: new Date() },
      },
    });
  }
  return { source, open, secret };
}

const read = async (publicId: string, actor = VISITOR) => {
  const { around, anchor } = await getStatement(actor, publicId);
  return { around: around ? around.before + around.words + around.after : null, anchor };
};

describe("beside a statement that the reader may not see", () => {
  it.each([
    ["captured", { state: "captured" }],
    ["declined", { state: "declined" }],
    ["approved and not published", { state: "approved" }],
    ["off the record", { terms: "off_record" }],
    ["under an embargo", { embargoedUntil: new Date(Date.now() + 86_400_000) }],
  ])("%s, its words are struck out on page, reader and twin", async (_, hidden) => {
    const { source, open } = await makeNeighbours(hidden);
    const { around, anchor } = await read(open.publicId);
    expect(around).toBe(STRUCK);
    expect(anchor).toMatchObject({ exact: OPEN, prefix: null, suffix: null });
    const { items } = await listStatements(VISITOR, { source: source.publicId });
    expect(items.map((row) => row.anchor)).toMatchObject([{ prefix: null, suffix: null }]);
    const reader = await getSource(VISITOR, { sourceId: source.publicId });
    expect(reader.excerpts.map(({ text }) => text)).toEqual([STRUCK]);
    expect(reader.excerpts[0]?.marks.map(({ ranges }) => ranges.map(([a, b]) => STRUCK.slice(a, b)))).toEqual(
      [[OPEN]],
    );
    expect(JSON.stringify([items, reader, await getStatement(VISITOR, open.publicId)])).not.toMatch(
      /mayor|Ivo/u,
    );
  });

  it("a headline that repeats sealed words loses them, with its other letters, its translation and the copy elsewhere", async () => {
    const { source, open } = await makeNeighbours({ terms: "off_record" });
    const { wording } = await db.statement.findFirstOrThrow({
      where: { sourceId: source.id, publicId: { not: open.publicId } },
    });
    const other = { titleRomanised: "Sharhe majles", titleTranslated: "What was said" };
    const archiveAddress = `https://archive.example/${wording.toLowerCase().replace(/[^a-z]+/gu, "-")}`;
    const told = async (title: string, archive: string) => {
      await db.source.update({
        where: { id: source.id },
        data: { title, archiveAddress: archive, ...other },
      });
      return (await getStatement(VISITOR, open.publicId)).source;
    };
    expect(await told("A quiet day", "https://archive.example/a-quiet-day")).toMatchObject({
      ...other,
      archiveAddress: "https://archive.example/a-quiet-day",
    });
    expect(await told(`Report: ${wording}`, archiveAddress)).toMatchObject({
      ...{ titleRomanised: null, titleTranslated: null, archiveAddress: null },
    });
  });

  it("a colleague reads everything, and so does everybody once it is published", async () => {
    const { open } = await makeNeighbours({ state: "captured" });
    expect((await read(open.publicId, await makeUser("reporter"))).around).toBe(TEXT);
    const published = await makeNeighbours();
    const { around, anchor } = await read(published.open.publicId);
    expect(around).toBe(TEXT);
    expect(anchor?.prefix).not.toBe("");
  });

  it("the words are struck out of another edition that repeats them", async () => {
    const { source, open, secret } = await makeNeighbours({ state: "captured" });
    const text = `UPDATE: ${TEXT}`;
    const edition = await db.edition.create({
      data: {
        ...{ sourceId: source.id, number: 2, text, sha256: `${source.id}2`, lengthUtf16: text.length },
        retrievedAt: new Date(),
      },
    });
    const start = text.indexOf(OPEN);
    await db.anchor.create({
      data: {
        ...{
          statementId: open.id,
          editionId: edition.id,
          exact: OPEN,
          prefix: "UPDATE: ",
          suffix: " said Ada",
        },
        ...{
          startUtf16: start,
          endUtf16: start + OPEN.length,
          pieces: `[[${start},${start + OPEN.length}]]`,
        },
        ...{ contextStartUtf16: 0, contextEndUtf16: text.length, checkedAt: new Date() },
      },
    });
    expect((await read(open.publicId)).around).toBe(`UPDATE: ${STRUCK}`);
    expect(secret.state).toBe("captured");
  });

  it("its speaker and source are not named as a voice between, nor in evidence", async () => {
    const { open } = await makeNeighbours();
    const shy = await makeSpeaker("Ivo Lang the Shy");
    const { source: elsewhere } = await makeNeighbours({ state: "captured" });
    const notes = await makeSource(
      "Notes: “They lie about the bridge at night,” he told us.",
      "Secret notes",
    );
    await makeStatement({
      sourceId: notes.id,
      speakerId: shy.id,
      wording: "“They lie about the bridge at night,”",
    });
    await db.attributionHop.create({
      data: { statementId: open.id, ordinal: 1, name: "an aide", speakerId: shy.id, sourceId: notes.id },
    });
    const verdict = await db.verdict.create({
      data: {
        ...{ statementId: open.id, axis: "said", value: "confirmed", reasons: "Heard.", asOf: new Date() },
        givenAt: new Date(),
      },
    });
    for (const [source, excerpt] of [
      [notes, "They lie about the bridge at night, he said."],
      [elsewhere, `${SECRET} said Ivo Lang. Nobody objected.`],
    ] as const) {
      await db.evidence.create({
        data: {
          stance: "supports",
          verdictId: verdict.id,
          sourceId: source.id,
          excerpt,
          addedAt: new Date(),
        },
      });
    }
    const { hops } = await getStatement(VISITOR, open.publicId);
    expect(hops).toEqual([{ name: "an aide", speaker: null, source: null }]);
    const [given] = await latestVerdicts(VISITOR, open.publicId);
    expect(given?.evidence.map(({ title, excerpt }) => [title, excerpt])).toEqual([
      ["A source that is not public", "[words withheld]"],
      ["", "[words withheld] Nobody objected."],
    ]);
    const reporter = await makeUser("reporter");
    expect((await getStatement(reporter, open.publicId)).hops[0]?.speaker?.name).toBe("Ivo Lang the Shy");
  });
});

describe("an address that spells what is sealed", () => {
  it("is withheld wherever the source is shown, and stays for the desk", async () => {
    const spelling = "https://post.example/2026/the-mayor-takes-money-from-the-builders";
    const { source, open } = await makeNeighbours({ terms: "off_record" });
    await db.source.update({ where: { id: source.id }, data: { address: spelling } });
    const addresses = async (actor: Actor) => {
      const { items } = await listStatements(actor, { source: source.publicId });
      const [{ source: read }, reader] = await Promise.all([
        getStatement(actor, open.publicId),
        getSource(actor, { sourceId: source.publicId }),
      ]);
      return [read.address, reader.address, ...items.map((row) => row.source.address)];
    };
    expect(new Set(await addresses(VISITOR))).toEqual(new Set([null]));
    expect(new Set(await addresses(await makeUser("reporter")))).toEqual(new Set([spelling]));
    await db.source.update({ where: { id: source.id }, data: { address: "https://post.example/2026/1" } });
    expect(new Set(await addresses(VISITOR))).toEqual(new Set(["https://post.example/2026/1"]));
  });
});

describe("a list for a program", () => {
  const retract = (statementId: string, day: string, withdrawnAt: Date | null = null) =>
    db.retraction.create({
      data: {
        ...{ statementId, reason: "Not said.", proposedById: "one", proposedAt: new Date(day) },
        ...{ confirmedById: "two", confirmedAt: new Date(day), withdrawnAt },
      },
    });

  it("holds what was retracted since a day, and nothing else", async () => {
    const { id: storyId, slug } = await db.story.create({
      data: { slug: `since-${Date.now()}`, title: "Since" },
    });
    const ids = [];
    for (const day of ["2026-10-31T23:59:59Z", "2026-11-01T00:00:00Z", "2026-11-09T12:00:00Z"]) {
      const statement = await makeStatement({ state: "retracted", storyId });
      await retract(statement.id, day);
      ids.push(statement.publicId);
    }
    await makeStatement({ state: "published", storyId });
    const filter = statementFilterSchema.parse({ story: slug, retracted_since: "2026-11-01" });
    const { items } = await listStatements(VISITOR, filter);
    expect(items.map(({ publicId }) => publicId).sort()).toEqual(ids.slice(1).sort());
    expect(items.map((row) => wordedInFull(row))).toEqual(
      expect.arrayContaining([expect.stringMatching(/^\[Retracted on 1 November 2026\.\] /u)]),
    );
    expect((await listStatements(VISITOR, { story: slug })).items).toHaveLength(1);
  });

  it("finds no statement for a visitor by a name that is kept for matching at the desk", async () => {
    const speaker = await makeSpeaker();
    const { publicId } = await makeStatement({ state: "published", speakerId: speaker.id });
    const name = `qz${publicId.slice(3)}`;
    await db.speakerAlias.create({
      data: { speakerId: speaker.id, name, nameKey: name, searchKey: ` ${name} `, kind: "printed" },
    });
    const found = async (actor: Actor) =>
      (await listStatements(actor, { q: name })).items.map((row) => row.publicId);
    expect(await found(VISITOR)).toEqual([]);
    expect(await found(await makeUser("reporter"))).toEqual([publicId]);
    expect(await countStatements(VISITOR, { q: name })).toMatchObject({ count: 0 });
    expect((await facetStatements(VISITOR, { q: name }))?.speaker).toEqual([]);
  });

  it("holds what was corrected since a day, also what was retracted then", async () => {
    const { id: storyId, slug } = await db.story.create({
      data: { slug: `corrected-${Date.now()}`, title: "Corrected" },
    });
    const correct = async (state: string, day: string) => {
      const { id: statementId, publicId } = await makeStatement({ state, storyId });
      const made = { statementId, versionNumber: 2, kind: "correction", note: "It was Monday." };
      await db.correction.create({ data: { ...made, givenAt: new Date(day) } });
      return publicId;
    };
    await correct("published", "2026-10-31T23:59:59Z");
    const ids = [
      await correct("published", "2026-11-01T00:00:00Z"),
      await correct("retracted", "2026-11-02T00:00:00Z"),
    ];
    await makeStatement({ state: "published", storyId });
    const filter = statementFilterSchema.parse({ story: slug, corrected_since: "2026-11" });
    const { items } = await listStatements(VISITOR, filter);
    expect(items.map(({ publicId }) => publicId).sort()).toEqual(ids.sort());
    expect(await countStatements(VISITOR, filter)).toMatchObject({ count: 2 });
  });

  it.each([(id: string) => id, (id: string) => ` ${id.toUpperCase()}.`, (id: string) => `(${id})`])(
    "finds the statement whose printed id is typed",
    async (typed) => {
      const { publicId } = await makeStatement({ state: "published" });
      const hidden = await makeStatement();
      const found = async (id: string) => (await listStatements(VISITOR, { q: typed(id) })).items;
      expect((await found(publicId)).map((row) => row.publicId)).toEqual([publicId]);
      expect(await found(hidden.publicId)).toEqual([]);
    },
  );
});

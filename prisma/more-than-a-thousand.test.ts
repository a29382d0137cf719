import { beforeAll, expect, it } from "vitest";
import { SYSTEM, VISITOR } from "@/lib/auth";
import { bringRound, getBatch, startBatch } from "@/lib/batches/server";
import { db, transact } from "@/lib/db/server";
import { recordReading } from "@/lib/editions/server";
import { listWork } from "@/lib/imports/server";
import { listPositionsOf, MOST_CLAIMS, tallySpeaker } from "@/lib/profiles/server";
import { countHeld } from "@/lib/search/server";
import { createSource } from "@/lib/sources/server";
import { createSpeakers, listMostQuoted, suggestSpeakers } from "@/lib/speakers/server";
import { captureStatements, listStatements, typedWhere } from "@/lib/statements/server";
import { sealedRefusals } from "@/lib/visibility/server";
import { makeSource, makeSpeaker, makeUser } from "./factories";
import { clearDatabase } from "./testing/database";

// SQLite takes a thousand values of a list in a query with an order: a newsroom with more of one kind is refused nothing

const MANY = 1100;
const range = <T>(make: (n: number) => T) => Array.from({ length: MANY }, (_, n) => make(n));

let speaker: { readonly id: string };
let source: { readonly id: string };

beforeAll(async () => {
  await clearDatabase();
  speaker = await makeSpeaker();
  source = await makeSource("Words.");
  await db.statement.createMany({
    data: range((n) => ({
      ...{ id: `st-${n}`, publicId: `st-m${n}`, wording: `“Words of number ${n} at the harbour,”` },
      ...{ wordingKey: "", form: "direct", speakerId: speaker.id, sourceId: source.id, state: "published" },
      ...{ publishedVersion: 1, occurredAt: new Date(n * 1000) },
    })),
  });
  await db.claim.createMany({
    data: range((n) => ({
      id: `cl-${n}`,
      slug: `claim-${n}`,
      proposition: `Claim ${n}`,
      state: "published",
    })),
  });
  await db.position.createMany({
    data: range((n) => ({
      claimId: `cl-${n}`,
      statementId: `st-${n}`,
      stance: "asserts",
      takenAt: new Date(0),
    })),
  });
});

it("draws a speaker who takes a position on more than a thousand claims", async () => {
  const { claims, items } = await listPositionsOf(SYSTEM, speaker.id);
  expect([claims, items.length]).toEqual([MANY, MOST_CLAIMS]);
});

it("counts beside more than a thousand sealed statements, and reads them before something is published", async () => {
  await db.sourcingAssessment.createMany({
    data: range((n) => ({
      ...{ statementId: `st-${n}`, attributionTerms: "off_record", sourceIdentity: "named_person" },
      ...{ channel: "wire", proximity: "first_hand", origin: "original_reporting", assessedAt: new Date(0) },
    })),
  });
  expect(await countHeld(VISITOR)).toEqual({ statements: 0, speakers: 0, sources: 0 });
  expect(await listMostQuoted(VISITOR, { take: 5 })).toEqual([]);
  expect((await tallySpeaker(VISITOR, speaker.id)).statements).toBe(0);
  const told = await db.$transaction((tx) =>
    sealedRefusals(tx, { sources: [source.id] }, [["note", ["Words of number 7 at the harbour."]]]),
  );
  expect(told.map(({ message }) => message)).toContainEqual(expect.stringContaining("st-m7,"));
});

it("looks up more than a thousand names in one go, and tells new speakers apart from them", async () => {
  const editor = await makeUser("editor");
  const names = range((n) => `Nadia Number${n}`);
  const { name } = await db.speaker.findUniqueOrThrow({ where: { id: speaker.id } });
  const found = await suggestSpeakers(db, editor, [...names, name]);
  expect(found.get(name)).toMatchObject([{ id: speaker.id, matched: "name" }]);
  const made = await transact((tx) =>
    createSpeakers(
      tx,
      editor,
      names.map((name) => ({ name, kind: "person" as const })),
    ),
  );
  expect(new Set(made.map(({ slug }) => slug)).size).toBe(MANY);
});

it("looks for more than a thousand statements in the next text of their source, and twice", async () => {
  const reporter = await makeUser("reporter");
  const words = range((n) => `“Words of number ${n} at the quay,”`);
  const text = words.join("\n\n");
  const { sourceId } = await transact(async (tx) => {
    const made = await createSource(tx, reporter, { title: "The quay", text });
    await captureStatements(
      tx,
      reporter,
      words.map((wording) => {
        const startUtf16 = text.indexOf(wording);
        const anchor = { editionId: made.editionId, startUtf16, endUtf16: startUtf16 + wording.length };
        return { sourceId: made.sourceId, speakerId: speaker.id, wording, form: "direct" as const, anchor };
      }),
    );
    return made;
  });
  const exact = { exact: MANY, moved: 0, changed: 0, lost: 0 };
  for (const later of [`${text}\n\nIt rained.`, `${text}\n\nIt rained all day.`]) {
    const { counts } = await recordReading(reporter, { sourceId, text: later });
    expect(counts).toEqual(exact);
  }
  expect(await db.sighting.count({ where: { supersededAt: null, edition: { sourceId } } })).toBe(MANY);
  expect(await db.anchor.count({ where: { edition: { sourceId } } })).toBe(3 * MANY);
});

it("names what two words can fit that each stand in more than a thousand titles, instead of asking every statement", async () => {
  await db.source.createMany({
    data: range((n) => ({
      ...{ id: `so-${n}`, publicId: `src-t${n}`, kind: "web_article", title: `Stevedore tally ${n}` },
      searchKey: ` stevedore tally ${n} `,
    })),
  });
  await db.statement.createMany({
    data: [7, 9].map((n) => ({
      ...{
        id: `st-tally-${n}`,
        publicId: `st-tally${n}`,
        wording: "“So be it,”",
        wordingKey: "",
        form: "direct",
      },
      ...{ sourceId: `so-${n}`, state: "published", publishedVersion: 1, occurredAt: new Date(n) },
    })),
  });
  const { all } = await typedWhere(VISITOR, "stevedore tally");
  // one for each word, and before them which statements can fit
  expect(all).toHaveLength(3);
  expect(await db.statement.count({ where: all[0] ?? {} })).toBe(2);
  const { items } = await listStatements(VISITOR, { q: "stevedore tally" });
  expect(items.map(({ publicId }) => publicId)).toEqual(["st-tally9", "st-tally7"]);
});

it("tells what waits of more than a thousand files that were brought at once", async () => {
  const reporter = await makeUser("reporter");
  const bytes = Buffer.from("The lock\n\n“The lock is shut,” said Jon Vale, its keeper.");
  const { batchId } = await startBatch(reporter, { accepts: "none", files: [{ name: "a.txt", bytes }] });
  while (await bringRound());
  const { id: _, publicId: __, ...draft } = await db.importDraft.findFirstOrThrow();
  const { id: ___, ...proposal } = await db.importProposal.findFirstOrThrow();
  const { id: ____, ...file } = await db.batchFile.findFirstOrThrow();
  await db.importDraft.createMany({
    data: range((n) => ({ ...draft, id: `dr-${n}`, publicId: `imp-m${n}` })),
  });
  await db.importProposal.createMany({ data: range((n) => ({ ...proposal, draftId: `dr-${n}` })) });
  // every import twice: a copy of the file stood among them
  await db.batchFile.createMany({
    data: [0, MANY].flatMap((copy) =>
      range((n) => ({
        ...{ ...file, packed: new Uint8Array(), ordinal: copy + n + 2, draftId: `imp-m${n}` },
        state: copy === 0 ? "waiting" : "known",
      })),
    ),
  });
  const { counts, toDecide } = await getBatch(reporter, { batchId });
  expect([counts.waiting, toDecide]).toEqual([MANY + 1, MANY + 1]);
  expect((await listWork(reporter)).all).toBe(MANY + 1);
});

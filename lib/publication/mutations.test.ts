import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { appendAudit, listHistory } from "@/lib/audit/server";
import type { Actor } from "@/lib/auth";
import { db, transact } from "@/lib/db/server";
import { setClock } from "@/lib/env";
import { foldForSearch } from "@/lib/text";
import { makeSource, makeSpeaker, makeStatement, makeUser } from "@/prisma/factories";
import { clearDatabase } from "@/prisma/testing/database";
import type { Changes } from "./schema";
import { anchorAfter, applyChanges, writeVersion } from "./server";

const NOW = new Date("2026-03-01T12:00:00Z");
const TEXT = "Monday. “We will go,” Khan said. Later: “We will not go,” Khan said.";
let editor: Actor;
let id: string;

beforeEach(async () => {
  await clearDatabase();
  setClock(NOW);
  editor = await makeUser("editor", "Nadia");
  const [source, speaker] = [await makeSource(TEXT), await makeSpeaker("Khan")];
  const made = await makeStatement({
    ...{ wording: "“We will go,”", sourceId: source.id, speakerId: speaker.id, state: "approved" },
    capturedById: editor.id,
  });
  id = made.id;
});

afterEach(() => setClock(null));

// the step that publishes tells of it in the same transaction
const version = () =>
  transact(async (tx) => {
    const number = await writeVersion(tx, editor, id);
    const act = { actor: editor, action: "review.publish", subjectType: "statement", subjectId: id };
    await appendAudit(tx, act);
    return number;
  });
const change = (changes: Changes, explanation = "") =>
  transact((tx) => applyChanges(tx, editor, id, changes, explanation));
const statement = () => db.statement.findUniqueOrThrow({ where: { id }, include: { anchors: true } });

describe("a version", () => {
  it("is the next one, with the words as they stand and the day on which it was written", async () => {
    expect(await version()).toBe(1);
    await change({ wording: "“We will not go,”" });
    const later = new Date("2026-03-09T12:00:00Z");
    setClock(later);
    expect(await version()).toBe(2);
    const versions = await db.statementVersion.findMany({ orderBy: { number: "asc" } });
    expect(versions).toMatchObject([
      { number: 1, wording: "“We will go,”", publishedById: editor.id, publishedAt: NOW },
      { number: 2, wording: "“We will not go,”", publishedById: editor.id, publishedAt: later },
    ]);
    // a citation gives the day of first publication
    expect(await statement()).toMatchObject({ publishedVersion: 2, publishedAt: NOW });
    for (const { snapshot, wording } of versions) expect(JSON.parse(snapshot)).toMatchObject({ wording });
  });

  it("holds what the public sees, and no internal id, no colleague, nothing superseded or under work", async () => {
    const at = { takenAt: NOW, stance: "asserts" };
    for (const [slug, state, supersededAt] of [
      ["open", "published", null],
      ["under-work", "captured", null],
      ["former", "published", NOW],
    ] as const) {
      await db.claim.create({
        data: {
          slug,
          proposition: slug,
          state,
          positions: { create: { ...at, statementId: id, supersededAt } },
        },
      });
    }
    const judged = { reasons: "Recorded.", asOf: NOW, givenAt: NOW, givenById: editor.id };
    for (const [value, supersededAt] of [
      ["probable", NOW],
      ["confirmed", null],
    ] as const)
      await db.verdict.create({ data: { ...judged, statementId: id, axis: "said", value, supersededAt } });
    const sourced = {
      sourceIdentity: "named_person",
      channel: "speech",
      proximity: "first_hand",
      origin: "wire_copy",
    };
    for (const [attributionTerms, supersededAt] of [
      ["on_background", NOW],
      ["on_record", null],
    ] as const) {
      await db.sourcingAssessment.create({
        data: {
          ...{
            ...sourced,
            statementId: id,
            attributionTerms,
            supersededAt,
            reliability: "B",
            credibility: 2,
          },
          ...{ assessedAt: NOW, assessedById: editor.id, note: "Not for the public." },
        },
      });
    }
    await version();
    const { snapshot } = await db.statementVersion.findFirstOrThrow();
    expect(JSON.parse(snapshot)).toMatchObject({
      speaker: { name: "Khan", kind: "person" },
      source: { title: "A report" },
      anchors: [{ exact: "“We will go,”", edition: { number: 1 } }],
      positions: [{ claim: { slug: "open" } }],
      verdicts: [{ axis: "said", value: "confirmed", reasons: "Recorded." }],
      assessments: [{ attributionTerms: "on_record", reliability: "B" }],
    });
    for (const secret of [editor.id ?? "", "Nadia", "Not for the public.", "capturedById", id])
      expect(snapshot).not.toContain(secret);
  });
});

describe("putting a published statement right", () => {
  it("changes what is named and nothing else, and tells before and after", async () => {
    const before = await statement();
    await change({ place: "Lindmouth", roleThen: "Minister" });
    const { updatedAt: _, ...after } = await statement();
    const { updatedAt: __, searchKey: ___, anchors, ...rest } = before;
    expect(after).toMatchObject({ ...rest, place: "Lindmouth", roleThen: "Minister" });
    expect(after.searchKey).toContain(" lindmouth ");
    expect(after.anchors).toMatchObject([{ exact: anchors[0]?.exact, checkedAt: NOW }]);
    const [entry] = await listHistory("statement", id);
    expect(entry).toMatchObject({ action: "statement.put_right", actorId: editor.id });
    expect([JSON.parse(entry?.before ?? ""), JSON.parse(entry?.after ?? "")]).toEqual([
      { place: "", roleThen: before.roleThen },
      { place: "Lindmouth", roleThen: "Minister" },
    ]);
  });

  it("finds new words in the edition, for searches and for their marks", async () => {
    await change({ wording: "“We will not […] go,”" }, "Cut by the paper.");
    const { wordingKey, editMarks, anchors } = await statement();
    expect(wordingKey).toBe(foldForSearch("“We will not […] go,”"));
    expect(JSON.parse(editMarks)).not.toEqual([]);
    expect(anchors).toMatchObject([{ state: "changed", explanation: "Cut by the paper." }]);
    await change({ wording: "“We will not go,”" });
    const start = TEXT.indexOf("“We will not go,”");
    // why the former words differed says nothing of these
    expect((await statement()).anchors).toMatchObject([
      { exact: "“We will not go,”", startUtf16: start, state: "exact", explanation: "" },
    ]);
    await change({ wording: "Grain prices rose by a fifth in spring." });
    expect((await statement()).anchors).toMatchObject([{ state: "lost" }]);
  });

  it("keeps the explanation of an anchor when other fields change, unless a new one is given", async () => {
    await db.anchor.updateMany({ data: { explanation: "Moved by the paper." } });
    await change({ place: "Kabul" });
    expect((await statement()).anchors).toMatchObject([{ explanation: "Moved by the paper." }]);
    await change({ place: "Lindmouth" }, "Moved twice.");
    expect((await statement()).anchors).toMatchObject([{ explanation: "Moved twice." }]);
  });

  it.each([
    ["2026-02-03", "2026-02-03T00:00:00Z", "day", "2026-02-03T00:00:00Z"],
    ["2026-02", "2026-02-01T00:00:00Z", "month", "2026-02-01T00:00:00Z"],
    // without a day of its own it is sorted by that of its source
    ["", null, null, "2025-10-28T00:00:00Z"],
  ])("dates it %j", async (typed, on, precision, occurred) => {
    await db.statement.update({ where: { id }, data: { saidOn: NOW, saidOnPrecision: "time" } });
    await change({ saidOn: typed });
    expect(await statement()).toMatchObject({
      saidOn: on && new Date(on),
      saidOnPrecision: precision,
      occurredAt: new Date(occurred),
    });
  });

  it("leaves the date when it is not named", async () => {
    const dated = { saidOn: NOW, saidOnPrecision: "month", occurredAt: new Date("2026-01-01T00:00:00Z") };
    await db.statement.update({ where: { id }, data: dated });
    await change({ place: "Kabul" });
    expect(await statement()).toMatchObject(dated);
  });

  it("stores nothing where a translation or a speaker was emptied, and an empty text elsewhere", async () => {
    const given = { originalWording: "نه", originalLanguage: "ps", translatedBy: "Rana" };
    await change(given);
    expect(await statement()).toMatchObject(given);
    const empty = { originalWording: "", originalLanguage: "", translatedBy: "", speakerId: "", place: "" };
    await change(empty);
    expect(await statement()).toMatchObject({
      ...{ originalWording: null, originalLanguage: null, translatedBy: null, speakerId: null, place: "" },
    });
  });
});

describe("what a correction leaves of the anchor", () => {
  const anchorFor = (changes: Changes, explanation = "") =>
    anchorAfter(db as never, id, changes, explanation);

  it("is what it was while the words stay, with a new explanation when there is one", async () => {
    await db.anchor.updateMany({ data: { state: "changed", explanation: "By the paper." } });
    expect(await anchorFor({ place: "Kabul" })).toEqual({ state: "changed", explanation: "By the paper." });
    expect(await anchorFor({}, "By us.")).toEqual({ state: "changed", explanation: "By us." });
  });

  it("is where the new words stand, with the new explanation alone", async () => {
    await db.anchor.updateMany({ data: { state: "changed", explanation: "By the paper." } });
    expect(await anchorFor({ wording: "“We will go,”" })).toEqual({ state: "exact", explanation: "" });
    expect(await anchorFor({ wording: "“We will never go,”" }, "Misprint.")).toEqual({
      state: "changed",
      explanation: "Misprint.",
    });
    expect((await anchorFor({ wording: "Grain prices rose by a fifth." }))?.state).toBe("lost");
  });

  it("is that in the newest edition, and none where it stands in none", async () => {
    const { sourceId, anchors } = await statement();
    const text = "Tuesday. Nothing of it.";
    const edition = await db.edition.create({
      data: { sourceId, number: 2, text, sha256: "x", lengthUtf16: text.length, retrievedAt: NOW },
    });
    const { id: _, editionId: __, ...anchor } = anchors[0] ?? expect.unreachable();
    await db.anchor.create({
      data: { ...anchor, editionId: edition.id, state: "lost", explanation: "Cut." },
    });
    expect(await anchorFor({})).toEqual({ state: "lost", explanation: "Cut." });
    await db.anchor.deleteMany();
    expect(await anchorFor({})).toBeNull();
  });
});

import { beforeAll, describe, expect, it, test } from "vitest";
import { type Actor, SYSTEM, VISITOR } from "@/lib/auth";
import { createClaim, takePosition } from "@/lib/claims/server";
import { db, transact } from "@/lib/db/server";
import { createSpeakers } from "@/lib/speakers/server";
import { captureStatements, editStatement, listStatements } from "@/lib/statements/server";
import { makeSource, makeSpeaker, makeStatement, makeUser } from "@/prisma/factories";
import { clearDatabase } from "@/prisma/testing/database";
import { sourceKeyOf, statementKeyOf } from "./keys";

// Each statement is called by a letter; what a search finds is told by their letters in order.
const names = new Map<string, string>();
let editor: Actor & { readonly id: string };

beforeAll(async () => {
  await clearDatabase();
  editor = await makeUser("editor", "Ed Holm");
  const outlet = await db.outlet.create({
    data: { slug: "herald", name: "The Herald", nameKey: "the herald", searchKey: " the herald " },
  });
  const sami = await makeSpeaker("Sami Yousafzai");
  const agda = await makeSpeaker("Agda Élan-Holm");
  const plain = await makeSource("Some words.", "Talks in the Straße");
  const wire = await makeSource("Other words.", "Wire copy", outlet.id);
  const sealed = await makeSource("Third words.", "A week at the harbour. “The mayor takes money”");
  await db.source.update({
    where: { id: wire.id },
    data: {
      kind: "press_release",
      titleTranslated: "From the agency",
      searchKey: sourceKeyOf({ title: "Wire copy", titleTranslated: "From the agency" }),
    },
  });
  const add = async (
    letter: string,
    parts: Parameters<typeof makeStatement>[0],
    fields: Record<string, string | Date | boolean | null> = {},
  ) => {
    const made = await makeStatement({ state: "published", sourceId: plain.id, speakerId: null, ...parts });
    const row = await db.statement.update({ where: { id: made.id }, data: fields });
    await db.statement.update({ where: { id: made.id }, data: { searchKey: statementKeyOf(row) } });
    names.set(made.publicId, letter);
    return made;
  };
  const a = await add(
    "a",
    { wording: "“The prospects of détente look remote.”", speakerId: sami.id },
    { event: "ASEAN Summit", place: "Kuala Lumpur", saidOn: new Date("2025-10-28"), saidOnPrecision: "day" },
  );
  const b = await add(
    "b",
    { wording: "“No cease-fire will hold in May.”", speakerId: agda.id, sourceId: wire.id },
    {
      roleThen: "Defence Minister",
      addressee: "Al Jazeera",
      isDenial: true,
      originalWording: "„Nie wieder“",
    },
  );
  const c = await add("c", { wording: "Words of 和平 in May", state: "captured", form: "indirect" });
  const d = await add("d", { wording: "“Taken back in May.”", state: "retracted" });
  const e = await add("e", { wording: "“The mayor takes money,”", sourceId: sealed.id });
  const f = await add(
    "f",
    { wording: "“It rained in May.”", sourceId: sealed.id },
    { context: "On the défense budget" },
  );
  await assess(e.id, { attributionTerms: "off_record" });
  await assess(a.id, { reliability: "B", credibility: 2 });
  await db.verdict.create({
    data: {
      statementId: a.id,
      axis: "said",
      value: "disputed",
      reasons: "Two say no.",
      asOf: new Date(),
      givenAt: new Date(),
    },
  });
  const [from, to] = [a.id, b.id].sort();
  await db.relation.create({
    data: {
      ...{
        publicId: "rel-1",
        type: "contradicts",
        fromId: from as string,
        toId: to as string,
        state: "confirmed",
      },
      ...{ rationale: "One denies what the other says.", comparability: "[]", createdAt: new Date() },
    },
  });
  // beside what was taken back nothing competes any more
  await db.relation.create({
    data: {
      ...{ publicId: "rel-2", type: "temporal_conflict", fromId: d.id, toId: f.id, state: "confirmed" },
      ...{ rationale: "They name two days.", comparability: "[]", createdAt: new Date() },
    },
  });
  await db.review.create({ data: { statementId: c.id, assigneeId: editor.id, openedAt: new Date() } });
  const { id: claimId } = await createClaim(editor, { proposition: "The airspace is closed" });
  await takePosition(editor, { claimId, statementId: b.id, stance: "denies" });
});

async function assess(statementId: string, facts: Record<string, string | number>) {
  await db.sourcingAssessment.create({
    data: {
      ...{ statementId, attributionTerms: "on_record", sourceIdentity: "named_person", channel: "wire" },
      ...{ proximity: "first_hand", origin: "original_reporting", assessedAt: new Date(), ...facts },
    },
  });
}

const found = async (actor: Actor, q: string) =>
  (await listStatements(actor, { q })).items
    .map(({ publicId }) => names.get(publicId) ?? publicId)
    .sort()
    .join("");

describe("at the desk", () => {
  it.each([
    ["diacritics left out", "detente", "a"],
    ["diacritics put in", "möney", "ef"],
    ["a word of the occasion", "ASEAN", "a"],
    ["a place", '"kuala lumpur"', "a"],
    ["whom it was said to", "jazeera", "b"],
    ["the context", "defense", "f"],
    ["the words in their own language", "nie wieder", "b"],
    ["a hyphen, a space, a phrase", '"cease fire"', "b"],
    ["a speaker's name, folded", "elan", "b"],
    ["a title", "strasse", "acd"],
    ["a title in translation", "agency", "b"],
    ["an outlet", "herald", "b"],
    ["a claim", "airspace", "b"],
    ["Chinese", "和平", "c"],
    ["Chinese that stands apart", "平和", ""],
    ["a part of a word", "prospec", ""],
    ["the beginning of a word", "prospec*", "a"],
    ["the beginning of a name", "yousaf*", "a"],
    ["words of several fields", "détente yousafzai asean", "a"],
    ["one of two", "détente OR herald", "ab"],
    ["one, not the other", "may -retracted -taken", "bcf"],
    ["what has no speaker is not by her", "-elan", "acdef"],
    ["what has no outlet is not of it", "-outlet:herald", "acdef"],
    ["a speaker", "speaker:yousafzai", "a"],
    ["a speaker by address", "speaker:sami-yousafzai", "a"],
    ["a role", 'role:"defence minister"', "b"],
    ["a role that is another field", "role:defense", ""],
    ["a source by title", "source:wire", "b"],
    ["an outlet by name", "outlet:herald", "b"],
    ["a claim by its words", "claim:airspace", "b"],
    ["a claim by its address", "claim:the-airspace", "b"],
    ["a state", "state:captured", "c"],
    ["a form", "form:indirect", "c"],
    ["a kind of document", "type:press-release", "b"],
    ["a tie", "relation:contradicts", "ab"],
    ["no tie", "-relation:contradicts", "cdef"],
    ["a verdict", "verdict:said=disputed", "a"],
    ["a verdict on any axis", "verdict:disputed", "a"],
    ["another verdict", "verdict:said=confirmed", ""],
    ["a grade", "grade:B2", "a"],
    ["a letter of it", "grade:b", "a"],
    ["a grade or better", "grade:C3..", "a"],
    ["a better grade", "grade:A1..", ""],
    ["an anchor", "anchor:changed", ""],
    ["a month", "said:2025-10", "a"],
    ["before it", "said:..2025-09", ""],
    ["up to the last year", "said:2025..9999", "a"],
    ["all of time", "said:..9999", "a"],
    ["the last year", "said:9999", ""],
    ["its last minute", "published:9999-12-31T23:59Z", ""],
    ["not in that month, or nobody knows", "-said:2025-10", "bcdef"],
    ["mine", "assignee:me", "c"],
    ["a colleague's", "assignee:holm", "c"],
    ["nobody's", "assignee:nobody", "abdef"],
    ["not mine", "-assignee:me", "abdef"],
    ["competing", "has:contradiction", "ab"],
    ["not competing", "-has:contradiction", "cdef"],
    ["judged", "has:verdict", "a"],
    ["with a claim", "has:claim", "b"],
    ["translated", "has:translation", "b"],
    ["without a day", "-has:date", "bcdef"],
    ["with a place", "has:place", "a"],
    ["a denial", "is:denial", "b"],
    ["taken back", "is:retracted", "d"],
    ["what cannot be understood", "speakr:x", ""],
  ])("finds by %s: %s", async (_, q, wanted) => expect(await found(editor, q)).toBe(wanted));
});

describe("for a visitor", () => {
  it.each([
    ["what stands published", "may", "bf"],
    ["what was taken back, asked for", "may state:retracted", "d"],
    ["what nobody published", "state:captured", ""],
    ["what is off the record", "mayor", ""],
    ["words that are struck out of a title", "money OR mayor", ""],
    ["words that stay in it", "harbour", "f"],
    ["a claim that is not public", "airspace", ""],
    ["a claim asked for", "claim:airspace", ""],
    ["whose work it is", "assignee:holm", ""],
    ["whose it is not", "-assignee:holm", ""],
    ["whose work it is, or a word", "may OR is:assigned", ""],
    ["a tie", "has:contradiction", "ab"],
  ])("finds by %s: %s", async (_, q, wanted) => expect(await found(VISITOR, q)).toBe(wanted));
});

test("a printed id finds its statement, and a source's its statements", async () => {
  const [id] = names.keys();
  const { publicId } = await db.source.findFirstOrThrow({ where: { title: "Wire copy" } });
  expect(await found(SYSTEM, `(${id?.toUpperCase()})`)).toBe("a");
  expect(await found(SYSTEM, publicId)).toBe("b");
});

test("what is written is found at once, and its former words no more", async () => {
  const source = await makeSource("He said he was plumbly tired.", "A first title");
  const words = { sourceId: source.id, wording: "plumbly tired", form: "mixed", place: "Oslo" } as const;
  const [made] = await transact((tx) => captureStatements(tx, editor, [words]));
  names.set(made?.publicId ?? "", "z");
  expect(await found(editor, "plumbly oslo")).toBe("z");
  await editStatement(editor, { id: made?.id ?? "", version: 1, place: "Bergen" });
  expect([await found(editor, "plumbly bergen"), await found(editor, "oslo")]).toEqual(["z", ""]);
  expect(await found(editor, "first title")).toBe("z");
});

describe("a name", () => {
  const NAMES = [
    ["Søren Łukaszewicz", ["soren", "LUKASZEWICZ", "søren", "lukas*", "speaker:soren"]],
    ["علی یوسفزی", ["علي", "يوسفزي", "speaker:علي"]],
    ["کریم خان", ["كريم", "كَريم خان"]],
    ["习近平主席", ["近平", "习近平"]],
    ["Артём Ковалёв", ["артем", "КОВАЛЕВ"]],
  ] as const;
  it.each(NAMES)("of any script is found as any keyboard writes it: %s", async (name, searches) => {
    const [speaker] = await transact((tx) => createSpeakers(tx, editor, [{ name, kind: "person" }]));
    const speakerId = speaker?.id ?? "";
    const { publicId } = await makeStatement({ state: "published", speakerId });
    names.set(publicId, "n");
    for (const q of searches)
      for (const actor of [editor, VISITOR]) expect(await found(actor, q), q).toBe("n");
    names.delete(publicId);
    await db.statement.update({ where: { publicId }, data: { state: "declined", speakerId: null } });
  });

  it("is not found by how it sounds, nor a role by a letter that somebody begins with", async () => {
    expect(await found(editor, "r* asean")).toBe("a");
    expect(await found(editor, "r* herald")).toBe("");
    expect(await found(editor, '"/ysfs"')).toBe("");
    expect(await found(editor, "speaker:ysfs")).toBe("");
  });
});

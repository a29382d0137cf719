import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { verifyAudit } from "@/lib/audit/server";
import { SYSTEM, VISITOR } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { Conflict, Forbidden, NotFound, Refused } from "@/lib/errors";
import { listNotices, listNoticesOnStatement } from "@/lib/notices/server";
import { captureStatement, editStatement, listStatements } from "@/lib/statements/server";
import { makeSource, makeStatement, makeUser } from "@/prisma/factories";
import type { SpeakerKind } from ".";
import {
  addAlias,
  createSpeaker,
  editSpeaker,
  findMergedSlug,
  findSpeakersByName,
  findTwins,
  getSpeaker,
  listMerges,
  listSpeakers,
  mergeSpeakers,
  previewMerge,
  recordAffiliation,
  slugsNow,
  undoMerge,
} from "./server";

type Actor = Awaited<ReturnType<typeof makeUser>>;
let [reporter, editor, reader] = [] as unknown as [Actor, Actor, Actor];

beforeAll(async () => {
  [reporter, editor, reader] = [
    await makeUser("reporter"),
    await makeUser("editor"),
    await makeUser("reader"),
  ];
});

// nobody of one test has a name of another
const GIVEN =
  "Adam Boris Carla Dunya Emre Farid Greta Hanif Ismet Jonas Kemal Latif Murat Nadia Orhan Pavel Quirin Rauf Selma".split(
    " ",
  );
let given = "";
beforeEach(() => {
  given = GIVEN.shift() ?? "";
});
const person = async (name: string, kind: SpeakerKind = "person", description = "") =>
  createSpeaker(reporter, { name, kind, description });

const NOTE = { publicNote: "One man: the ministry spells him both ways." };
const REASON = { reason: "The same man on two desks.", showsName: true };
const versionOf = async (id: string) => (await db.speaker.findUniqueOrThrow({ where: { id } })).version;

async function twoOfOne() {
  const [from, into] = [await person(`${given} Yusufzai`), await person(`${given} Yousafzai`)];
  const merge = async (actor: Actor, more: object = REASON) =>
    mergeSpeakers(actor, {
      ...{ fromId: from.id, intoId: into.id, version: await versionOf(from.id), showsName: true, reason: "" },
      ...more,
    });
  return { from, into, merge };
}

describe("a speaker who stands there twice", () => {
  it("is offered with the reason, by name and by how the surname is spelled", async () => {
    const { from, into } = await twoOfOne();
    await person("Omar Yusufzai");
    const twins = await findTwins(reporter, await getSpeaker(reporter, from.slug));
    expect(twins.map(({ name }) => name)).toEqual([into.name]);
    expect(twins[0]?.reason).toContain("spelled almost so");
  });

  it("becomes one: statements, attributions, roles, names and open imports; the address leads on", async () => {
    const { from, into, merge } = await twoOfOne();
    const said = await makeStatement({ speakerId: from.id, wording: "We will sign nothing." });
    await makeStatement({ speakerId: into.id });
    await recordAffiliation(reporter, { speakerId: from.id, role: "spokesman" });
    await addAlias(reporter, { speakerId: from.id, alias: `${given[0]}. Yusufzai` });
    expect(await previewMerge(reporter, from.id)).toMatchObject({ statements: 1, published: 0, roles: 1 });
    const { version } = await db.statement.findUniqueOrThrow({ where: { id: said.id } });

    expect(await merge(reporter)).toEqual({ slug: into.slug });

    const one = await getSpeaker(reporter, into.slug);
    expect(one.aliases.map(({ name }) => name).sort()).toEqual([`${given[0]}. Yusufzai`, from.name]);
    expect(one.affiliations.map(({ role }) => role)).toEqual(["spokesman"]);
    expect((await listStatements(reporter, { speaker: [into.slug] })).items).toHaveLength(2);
    // an address that somebody kept goes on finding what it found
    expect((await listStatements(reporter, { speaker: [from.slug] })).items).toHaveLength(2);
    await expect(getSpeaker(reporter, from.slug)).rejects.toThrow(NotFound);
    expect(await findMergedSlug(reporter, from.slug)).toBe(into.slug);
    expect((await findSpeakersByName(reporter, from.name)).map(({ slug }) => slug)).toEqual([into.slug]);
    expect((await listSpeakers(reporter)).items.map(({ slug }) => slug)).not.toContain(from.slug);
    expect(await slugsNow(reporter, [from.slug, into.slug, "nobody"])).toEqual([
      into.slug,
      into.slug,
      "nobody",
    ]);
    // what visitors may not see leads nowhere
    expect(await findMergedSlug(VISITOR, from.slug)).toBeNull();
    // a form that was open over the statement is told
    await expect(editStatement(reporter, { id: said.publicId, version, speakerId: from.id })).rejects.toThrow(
      Conflict,
    );
    expect(await verifyAudit(SYSTEM)).toMatchObject({ isIntact: true });
  });

  it("is meant by its former id as well, wherever somebody gives it", async () => {
    const { from, into, merge } = await twoOfOne();
    await merge(reporter);
    const { id: sourceId } = await makeSource("We left. Somebody said so.");
    const { id } = await captureStatement(reporter, {
      ...{ sourceId, wording: "We left.", form: "direct", speakerId: from.id },
      hops: [{ name: "a wire", speakerId: from.id }],
    });
    const held = await db.statement.findUniqueOrThrow({ where: { id }, include: { hops: true } });
    expect([held.speakerId, held.hops[0]?.speakerId]).toEqual([into.id, into.id]);
  });

  it("is taken apart again: each has what it had, and what came since stays", async () => {
    const { from, into, merge } = await twoOfOne();
    const third = await person("Agda Holm");
    const said = await makeStatement({ speakerId: from.id });
    const moved = await makeStatement({ speakerId: from.id });
    const before = await getSpeaker(reporter, from.slug);
    await merge(reporter);
    await editStatement(reporter, { id: moved.id, version: 2, speakerId: third.id });
    const since = await makeStatement({ speakerId: into.id });
    const [row] = await listMerges(reporter, into.id);
    expect(row).toMatchObject({ from: { name: from.name }, reason: REASON.reason });

    await undoMerge(reporter, { mergeId: row?.id ?? "", reason: "They are cousins." });

    const again = await getSpeaker(reporter, from.slug);
    expect({ ...again, version: 0, aliases: [] }).toEqual({ ...before, version: 0, aliases: [] });
    expect((await getSpeaker(reporter, into.slug)).aliases).toEqual([]);
    expect((await findSpeakersByName(reporter, from.name))[0]).toMatchObject({
      slug: from.slug,
      matched: "name",
    });
    const whose = async (id: string) => (await db.statement.findUniqueOrThrow({ where: { id } })).speakerId;
    expect([await whose(said.id), await whose(moved.id), await whose(since.id)]).toEqual([
      from.id,
      third.id,
      into.id,
    ]);
    expect(await listMerges(reporter, into.id)).toEqual([]);
    await expect(undoMerge(reporter, { mergeId: row?.id ?? "", reason: "Again." })).rejects.toThrow(NotFound);
    expect(await verifyAudit(SYSTEM)).toMatchObject({ isIntact: true });
  });

  it("leads on through a chain, which is taken apart from its end", async () => {
    const { from, into, merge } = await twoOfOne();
    await merge(reporter);
    const last = await person(`${given}ullah Yousafzai`);
    await mergeSpeakers(reporter, {
      ...{ fromId: into.id, intoId: last.id, version: await versionOf(into.id), ...REASON },
    });
    expect(await findMergedSlug(reporter, from.slug)).toBe(last.slug);
    const { id } = await db.speakerMerge.findFirstOrThrow({ where: { fromId: from.id } });
    await expect(undoMerge(reporter, { mergeId: id, reason: "No." })).rejects.toThrow(Refused);
  });
});

describe("what visitors read", () => {
  it("changes by an editor with a public note alone, which both pages' statements show", async () => {
    const { from, into, merge } = await twoOfOne();
    const said = await makeStatement({ speakerId: from.id, state: "published" });
    await expect(merge(reporter)).rejects.toThrow(Forbidden);
    await expect(merge(editor)).rejects.toMatchObject({ refusals: [{ field: "publicNote" }] });
    expect((await getSpeaker(VISITOR, from.slug)).name).toBe(from.name);

    await merge(editor, NOTE);

    expect(await findMergedSlug(VISITOR, from.slug)).toBe(into.slug);
    const changes = [{ what: "The speaker of some statements", before: from.name, after: into.name }];
    expect(await listNotices(VISITOR, { type: "speaker", id: into.id })).toMatchObject([{ changes }]);
    expect(await listNoticesOnStatement(VISITOR, said.id)).toMatchObject([
      { changes, note: NOTE.publicNote },
    ]);
    const [row] = await listMerges(editor, into.id);
    const undo = (actor: Actor, more: object) =>
      undoMerge(actor, { mergeId: row?.id ?? "", reason: "They are two.", ...more });
    await expect(undo(reporter, {})).rejects.toThrow(Forbidden);
    await expect(undo(editor, {})).rejects.toMatchObject({ refusals: [{ field: "publicNote" }] });
    await undo(editor, { publicNote: "They are cousins, as both have told us." });
    expect(await listNotices(VISITOR, { type: "speaker", id: from.id })).toMatchObject([
      { changes: [{ what: "The speaker of some statements" }] },
      { changes },
    ]);
  });

  it("does not gain a name that was an error", async () => {
    const { from, into, merge } = await twoOfOne();
    await makeStatement({ speakerId: into.id, state: "published" });
    await merge(editor, { ...NOTE, showsName: false });
    expect((await getSpeaker(VISITOR, into.slug)).aliases).toEqual([]);
    expect((await findSpeakersByName(editor, from.name))[0]?.slug).toBe(into.slug);
  });

  it("does not tell of one whom nobody reads of, but of what their page gains", async () => {
    const { from, into, merge } = await twoOfOne();
    await makeStatement({ speakerId: from.id });
    await makeStatement({ speakerId: into.id, state: "published" });
    // nothing that visitors read is another
    await merge(reporter, { reason: "The same man.", showsName: false });
    expect(await listNotices(VISITOR, { type: "speaker", id: into.id })).toEqual([]);
    const third = await person(`${given} Yusefzai`);
    await recordAffiliation(reporter, { speakerId: third.id, role: "informant" });
    const asked = { fromId: third.id, intoId: into.id, version: await versionOf(third.id), showsName: false };
    await expect(mergeSpeakers(reporter, { ...asked, reason: "The same man." })).rejects.toThrow(Forbidden);
    await mergeSpeakers(editor, { ...asked, reason: "", ...NOTE });
    const told = await listNotices(VISITOR, { type: "speaker", id: into.id });
    expect(told).toMatchObject([{ changes: [{ what: "Role", before: "", after: "informant" }] }]);
    const [row] = await listMerges(editor, into.id);
    await undoMerge(editor, { mergeId: row?.id ?? "", reason: "", ...NOTE });
    const both = await listNotices(VISITOR, { type: "speaker", id: into.id });
    expect(both[0]).toMatchObject({ changes: [{ what: "Role", before: "informant", after: "" }] });
    expect(JSON.stringify(both)).not.toMatch(/Yusufzai|Yusefzai/u);
  });

  it("keeps the notices of the one that went, until it is back", async () => {
    const { from, into, merge } = await twoOfOne();
    await makeStatement({ speakerId: from.id, state: "published" });
    await addAlias(editor, {
      speakerId: from.id,
      alias: `${given} Y.`,
      publicNote: "So the wires print him.",
    });
    await merge(editor, NOTE);
    expect(await listNotices(VISITOR, { type: "speaker", id: into.id })).toHaveLength(2);
    const [row] = await listMerges(editor, into.id);
    await undoMerge(editor, {
      mergeId: row?.id ?? "",
      reason: "",
      publicNote: "They are cousins, as both have told us.",
    });
    await makeStatement({ speakerId: into.id, state: "published" });
    const told = await listNotices(VISITOR, { type: "speaker", id: into.id });
    expect(told.map(({ note }) => note)).not.toContain("So the wires print him.");
  });
});

describe("two who are not one", () => {
  it.each<[string, SpeakerKind, SpeakerKind, boolean]>([
    ["a speaker and itself", "person", "person", true],
    ["a person and an organisation", "person", "organisation", false],
    ["a voice without a name", "anonymous", "person", false],
    ["somebody and a voice without a name", "person", "anonymous", false],
  ])("%s", async (_, one, other, isSame) => {
    const from = await person(`${given} Quill`, one);
    const into = isSame ? from : await person(`${given} Quill of Lindmouth`, other);
    const asked = { fromId: from.id, intoId: into.id, version: await versionOf(from.id), ...REASON };
    await expect(mergeSpeakers(editor, { ...asked, ...NOTE })).rejects.toThrow(Refused);
    expect((await getSpeaker(editor, from.slug)).name).toBe(from.name);
  });

  it("and whom Wikidata knows as two", async () => {
    const { from, into, merge } = await twoOfOne();
    await db.speaker.update({ where: { id: from.id }, data: { wikidataId: "Q1" } });
    await db.speaker.update({ where: { id: into.id }, data: { wikidataId: "Q2" } });
    await expect(merge(editor)).rejects.toThrow(/Wikidata/u);
  });

  it("while a correction that waits names the one that would go", async () => {
    const { from, merge } = await twoOfOne();
    const { id: statementId } = await makeStatement({ state: "published" });
    await db.correctionProposal.create({
      data: {
        ...{ statementId, baseVersion: 1, kind: "misattribution", note: "It was him." },
        ...{ changes: JSON.stringify({ speakerId: from.id }), proposedAt: new Date() },
      },
    });
    await expect(merge(editor)).rejects.toThrow(/correction that waits/u);
  });

  it("without a reason, by a reader, or over another save", async () => {
    const { from, into, merge } = await twoOfOne();
    await expect(merge(reporter, { reason: " " })).rejects.toMatchObject({ refusals: [{ field: "reason" }] });
    await expect(merge(reader)).rejects.toThrow(Forbidden);
    const version = await versionOf(from.id);
    await addAlias(reporter, { speakerId: from.id, alias: `${given} Why` });
    await expect(
      mergeSpeakers(reporter, { fromId: from.id, intoId: into.id, version, ...REASON }),
    ).rejects.toThrow(Conflict);
  });
});

describe("an anonymous voice", () => {
  it.each(["from", "into"] as const)("is named by no notice of the other, when it was %s", async (which) => {
    const { merge, ...both } = await twoOfOne();
    const { from, into } = both;
    const { id: hiddenId, name } = both[which];
    for (const { id } of [from, into]) await makeStatement({ speakerId: id, state: "published" });
    await merge(editor, NOTE);
    const [row] = await listMerges(editor, into.id);
    const publicNote = "They are two, as both have told us.";
    await undoMerge(editor, { mergeId: row?.id ?? "", reason: "", publicNote });
    await editSpeaker(editor, {
      ...{ id: hiddenId, version: await versionOf(hiddenId), name: "A planner", kind: "anonymous" },
      ...{ description: "", publicNote: "The family was threatened for it." },
    });
    for (const { id } of [from, into])
      expect(JSON.stringify(await listNotices(VISITOR, { type: "speaker", id }))).not.toContain(name);
  });

  it("is named by none of those who were found to be it", async () => {
    const { from, into, merge } = await twoOfOne();
    const said = await makeStatement({ speakerId: from.id, state: "published" });
    await addAlias(editor, {
      speakerId: from.id,
      alias: `${given} Whyte`,
      publicNote: "So the wires print him.",
    });
    await merge(editor, NOTE);
    const [row] = await listMerges(editor, into.id);
    const { slug } = await editSpeaker(editor, {
      ...{
        id: into.id,
        version: await versionOf(into.id),
        name: "A planner",
        kind: "anonymous",
        description: "",
      },
      publicNote: "The family was threatened for it.",
    });
    for (const actor of [VISITOR, editor]) {
      expect(await findMergedSlug(actor, from.slug)).toBeNull();
      expect(await findMergedSlug(actor, into.slug)).toBeNull();
      const read = [
        await getSpeaker(actor, slug),
        await listNotices(actor, { type: "speaker", id: into.id }),
        await listNoticesOnStatement(actor, said.id),
        await listMerges(actor, into.id),
        (await listStatements(actor, { speaker: [from.slug] })).items,
      ];
      expect(JSON.stringify(read)).not.toMatch(/Yusufzai|Yousafzai|Whyte/u);
    }
    await expect(
      undoMerge(editor, {
        mergeId: row?.id ?? "",
        reason: "",
        publicNote: "They are cousins, as both told us.",
      }),
    ).rejects.toThrow(/named again/u);
  });
});

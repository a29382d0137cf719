import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { appendAudit, verifyAudit } from "@/lib/audit/server";
import { SYSTEM, VISITOR } from "@/lib/auth";
import { db, transact } from "@/lib/db/server";
import { Conflict, Forbidden, NotFound, Refused } from "@/lib/errors";
import { handsOnStatement } from "@/lib/independence/server";
import { listNotices, listNoticesOnStatement } from "@/lib/notices/server";
import { writeVersion } from "@/lib/publication/server";
import { editStatement } from "@/lib/statements/server";
import { getVersion } from "@/lib/versions/server";
import { makeSpeaker, makeStatement, makeUser } from "@/prisma/factories";
import { MOST_CHOSEN, readChosen, type SpeakerKind, writeChosen } from ".";
import {
  addAlias,
  createSpeaker,
  editSpeaker,
  findMergedSlug,
  getSpeaker,
  listSplits,
  mergeSpeakers,
  previewSplit,
  recordAffiliation,
  splitSpeaker,
  undoSplit,
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
let number = 0;
beforeEach(() => {
  number += 1;
});
const called = (name: string) => `${name} Nr${number} Halvorsen`;
const person = (name: string, kind: SpeakerKind = "person") =>
  createSpeaker(reporter, { name: called(name), kind });

const NOTE = { publicNote: "They are two: the mayor, and a goalkeeper of that name." };
const REASON = { reason: "The mayor has never kept a goal." };
const NEW = (description = "a goalkeeper") => ({
  ...{ name: called("John"), kind: "person" as const, description },
});
const speakerOf = async (id: string) => (await db.statement.findUniqueOrThrow({ where: { id } })).speakerId;
const slugsOf = async (slug: string) => (await getSpeaker(editor, slug)).id;

async function twoInOne(state = "captured") {
  const one = await person("John");
  const { id } = one;
  const [mayor, keeper] = [
    await makeStatement({ speakerId: id, state, wording: "The bridge is closed." }),
    await makeStatement({ speakerId: id, state, wording: "I saved what I could." }),
  ];
  const split = async (actor: Actor, more: Partial<Parameters<typeof splitSpeaker>[1]> = {}) => {
    const { version } = await db.speaker.findUniqueOrThrow({ where: { id } });
    const chosen = await previewSplit(editor, { speakerId: id, publicIds: [keeper.publicId] });
    return splitSpeaker(actor, {
      ...{ fromId: id, version, statements: chosen.chosen, other: NEW() },
      ...{ names: [], roles: [], ...REASON, ...more },
    });
  };
  return { one, mayor, keeper, split };
}

describe("what is chosen, in an address", () => {
  it("is read as it was written, each once", () => {
    const ids = ["st-7k2m9q", "st-abc123"];
    expect(readChosen(writeChosen(ids))).toEqual(ids);
    expect(readChosen("7k2m9q.7k2m9q..<b>.ABC")).toEqual(["st-7k2m9q"]);
    expect(readChosen("")).toEqual([]);
  });
});

describe("two people under one name", () => {
  it("become two: the chosen statements, attributions, names and roles go along, all else stays", async () => {
    const { one, mayor, keeper, split } = await twoInOne();
    await addAlias(reporter, { speakerId: one.id, alias: called("Johnny") });
    await addAlias(reporter, { speakerId: one.id, alias: called("Jack") });
    await recordAffiliation(reporter, { speakerId: one.id, role: "goalkeeper" });
    await recordAffiliation(reporter, { speakerId: one.id, role: "mayor" });
    await db.attributionHop.create({
      data: { statementId: keeper.id, ordinal: 1, name: "John", speakerId: one.id },
    });
    const whole = await getSpeaker(reporter, one.slug);
    const [nick] = whole.aliases.filter(({ name }) => name === called("Johnny"));
    const [held] = whole.affiliations.filter(({ role }) => role === "goalkeeper");
    expect(
      await previewSplit(reporter, { speakerId: one.id, publicIds: [keeper.publicId, "st-nobody"] }),
    ).toMatchObject({ chosen: [{ publicId: keeper.publicId }], published: 0, left: 1, imports: 0 });

    const { slug } = await split(reporter, { names: [nick?.id ?? ""], roles: [held?.id ?? ""] });

    const [john, other] = [await getSpeaker(reporter, one.slug), await getSpeaker(reporter, slug)];
    expect([await speakerOf(mayor.id), await speakerOf(keeper.id)]).toEqual([john.id, other.id]);
    expect(await db.attributionHop.count({ where: { speakerId: other.id } })).toBe(1);
    expect([john, other].map(({ aliases }) => aliases.map(({ name }) => name))).toEqual([
      [called("Jack")],
      [called("Johnny")],
    ]);
    expect([john, other].map((who) => who.affiliations.map(({ role }) => role))).toEqual([
      ["mayor"],
      ["goalkeeper"],
    ]);
    for (const { id } of [john, other])
      expect(await listSplits(reporter, id)).toMatchObject([
        { statements: 1, reason: REASON.reason, from: { slug: one.slug }, into: { slug } },
      ]);
    expect(await verifyAudit(SYSTEM)).toMatchObject({ isIntact: true });
  });

  it("are one again by one press: what came since stays, and who has nothing left leads on", async () => {
    const { one, keeper, split } = await twoInOne();
    await addAlias(reporter, { speakerId: one.id, alias: called("Johnny") });
    const before = await getSpeaker(reporter, one.slug);
    const first = await split(reporter, { names: before.aliases.map(({ id }) => id) });
    await undoSplit(reporter, { splitId: first.splitId, reason: "The club has written to us." });
    const again = await getSpeaker(reporter, one.slug);
    expect({ ...again, version: 0, aliases: again.aliases.map(({ name }) => name) }).toEqual({
      ...{ ...before, version: 0 },
      aliases: before.aliases.map(({ name }) => name),
    });
    expect(await speakerOf(keeper.id)).toBe(one.id);
    expect(await findMergedSlug(reporter, first.slug)).toBe(one.slug);
    expect(await listSplits(reporter, one.id)).toEqual([]);
    const twice = undoSplit(reporter, { splitId: first.splitId, reason: "Again." });
    await expect(twice).rejects.toThrow(NotFound);

    const second = await split(reporter, { other: NEW("a keeper of goals") });
    const otherId = await slugsOf(second.slug);
    const third = await person("Agda");
    const since = await makeStatement({ speakerId: otherId });
    const { version } = await db.statement.findUniqueOrThrow({ where: { id: keeper.id } });
    await editStatement(reporter, { id: keeper.publicId, version, speakerId: third.id });
    await undoSplit(reporter, { splitId: second.splitId, reason: "The club has written to us." });
    expect([await speakerOf(since.id), await speakerOf(keeper.id)]).toEqual([otherId, third.id]);
    expect(await findMergedSlug(reporter, second.slug)).toBeNull();
    expect(await verifyAudit(SYSTEM)).toMatchObject({ isIntact: true });
  });

  it("may be somebody on record, and whom that one was found to be since", async () => {
    const { keeper, split } = await twoInOne();
    const [known, now] = [await person("Jim"), await person("James")];
    const merged = { fromId: known.id, intoId: now.id, version: 1, showsName: true, ...REASON };
    await mergeSpeakers(reporter, merged);
    expect((await split(reporter, { other: { id: known.id } })).slug).toBe(now.slug);
    expect(await speakerOf(keeper.id)).toBe(now.id);
  });

  it("and whoever did it has a hand in what stands in review of both", async () => {
    const { mayor, keeper, split } = await twoInOne("in_review");
    await split(editor);
    for (const { id } of [mayor, keeper])
      expect(await handsOnStatement(db, id)).toContainEqual({ actorId: editor.id, work: "named" });
  });
});

describe("what visitors read", () => {
  it("changes by an editor with a public note alone, which both pages tell; a cited version keeps its name", async () => {
    const { one, keeper, split } = await twoInOne("published");
    const cited = await transact(async (tx) => {
      await appendAudit(tx, {
        ...{ actor: editor, action: "review.publish", subjectType: "statement", subjectId: keeper.id },
      });
      return writeVersion(tx, editor, keeper.id);
    });
    await expect(split(reporter)).rejects.toThrow(Forbidden);
    await expect(split(editor)).rejects.toMatchObject({ refusals: [{ field: "publicNote" }] });
    expect(await speakerOf(keeper.id)).toBe(one.id);
    const { slug, splitId } = await split(editor, NOTE);
    const intoId = await slugsOf(slug);
    const changes = [{ what: "The speaker of some statements", before: one.name, after: one.name }];
    for (const id of [one.id, intoId])
      expect(await listNotices(VISITOR, { type: "speaker", id })).toMatchObject([
        { changes, note: NOTE.publicNote },
      ]);
    expect(await listNoticesOnStatement(VISITOR, keeper.id)).toMatchObject([{ changes }]);
    const version = await getVersion(VISITOR, { publicId: keeper.publicId, number: cited });
    expect([version.statement.speaker?.name, version.statement.wording]).toEqual([one.name, keeper.wording]);
    const undo = (actor: Actor, more: object) => undoSplit(actor, { splitId, reason: "One man.", ...more });
    await expect(undo(reporter, {})).rejects.toThrow(Forbidden);
    await expect(undo(editor, {})).rejects.toMatchObject({ refusals: [{ field: "publicNote" }] });
    await undo(editor, { publicNote: "He kept goals before he was mayor, as he told us." });
    expect(await listNotices(VISITOR, { type: "speaker", id: one.id })).toHaveLength(2);
  });

  it("tells of names and roles what the one page loses and the other gains, and of nobody whom no visitor reads of", async () => {
    const { one, mayor, split } = await twoInOne();
    await db.statement.update({ where: { id: mayor.id }, data: { state: "published" } });
    await recordAffiliation(editor, { speakerId: one.id, role: "goalkeeper", ...NOTE });
    const roles = (await getSpeaker(editor, one.slug)).affiliations.map(({ id }) => id);
    const told = await db.notice.count();
    await expect(split(reporter, { roles })).rejects.toThrow(Forbidden);
    // what nobody reads is given to another by whoever may edit speakers
    const { splitId } = await split(reporter);
    await undoSplit(reporter, { splitId, reason: "For the test." });
    expect(await db.notice.count()).toBe(told);
    const { slug } = await split(editor, { roles, ...NOTE, other: NEW("a goalkeeper of Osthaven") });
    const [lost] = await listNotices(VISITOR, { type: "speaker", id: one.id });
    expect(lost?.changes).toEqual([{ what: "Role", before: "goalkeeper", after: "" }]);
    expect(await listNotices(editor, { type: "speaker", id: await slugsOf(slug) })).toEqual([]);
    const read = await makeSpeaker();
    await makeStatement({ speakerId: read.id, state: "published" });
    number += 100;
    const away = await twoInOne();
    await recordAffiliation(editor, { speakerId: away.one.id, role: "keeper" });
    const held = (await getSpeaker(editor, away.one.slug)).affiliations.map(({ id }) => id);
    await away.split(editor, { roles: held, other: { id: read.id }, ...NOTE });
    const [gained] = await listNotices(VISITOR, { type: "speaker", id: read.id });
    expect(gained?.changes).toEqual([{ what: "Role", before: "", after: "keeper" }]);
  });
});

it("tells on the page of a statement whose it was before, however often it was given on", async () => {
  const { one, keeper, split } = await twoInOne("published");
  const [second, third] = [await person("Agda"), await person("Berit")];
  await split(editor, { ...NOTE, other: { id: second.id } });
  const { version } = await db.speaker.findUniqueOrThrow({ where: { id: second.id } });
  const { chosen } = await previewSplit(editor, { speakerId: second.id, publicIds: [keeper.publicId] });
  await splitSpeaker(editor, {
    ...{ fromId: second.id, version, statements: chosen, other: { id: third.id }, names: [], roles: [] },
    ...{ ...REASON, ...NOTE },
  });
  // what is told of the second since is not about these words
  await addAlias(editor, { speakerId: second.id, alias: called("Magda"), ...NOTE });
  const told = await listNoticesOnStatement(VISITOR, keeper.id);
  expect(told.flatMap(({ changes }) => changes.map(({ before, after }) => [before, after]))).toEqual([
    [second.name, third.name],
    [one.name, second.name],
  ]);
});

describe("a voice without a name", () => {
  it("takes statements that nobody reads, and nothing leads from the one to the other", async () => {
    const { one, keeper, split } = await twoInOne();
    const other = { name: "an official", kind: "anonymous" as const, description: "" };
    const { slug, splitId } = await split(reporter, { other });
    const voice = await getSpeaker(reporter, slug);
    expect(await speakerOf(keeper.id)).toBe(voice.id);
    for (const id of [one.id, voice.id]) expect(await listSplits(editor, id)).toEqual([]);
    const acts = await db.auditEntry.findMany({
      where: { action: "speaker.split", subjectId: { in: [one.id, voice.id] } },
      orderBy: { seq: "asc" },
    });
    expect(acts.map(({ after, reason }) => [after, reason])).toEqual(
      [one, voice].map(() => [JSON.stringify({ statements: 1, attributions: 0, roles: 0, names: [] }), null]),
    );
    await expect(undoSplit(editor, { splitId, reason: "No." })).rejects.toThrow(NotFound);
  });

  it("is led to by no list and no undo, when one of the two becomes it later", async () => {
    const { one, split } = await twoInOne("published");
    const { slug, splitId } = await split(editor, NOTE);
    const { id, version } = await getSpeaker(editor, slug);
    const hidden = { name: "A goalkeeper", kind: "anonymous" as const, description: "" };
    await editSpeaker(editor, { id, version, ...hidden, publicNote: "The family was threatened for it." });
    for (const who of [one.id, id]) {
      expect(await listSplits(editor, who)).toEqual([]);
      for (const actor of [VISITOR, editor]) {
        const told = await listNotices(actor, { type: "speaker", id: who });
        expect(JSON.stringify(told)).not.toContain(one.name);
      }
    }
    await expect(undoSplit(editor, { splitId, reason: "", ...NOTE })).rejects.toThrow(NotFound);
  });

  it("is named on no page of whom it was taken for, when the one who gave becomes it later", async () => {
    const { one, keeper, split } = await twoInOne("published");
    const other = await person("Agda");
    await split(editor, { ...NOTE, other: { id: other.id } });
    const { version } = await db.speaker.findUniqueOrThrow({ where: { id: one.id } });
    await editSpeaker(editor, {
      ...{ id: one.id, version, name: "A mayor", kind: "anonymous", description: "" },
      publicNote: "The family was threatened for it.",
    });
    for (const actor of [VISITOR, editor]) {
      const told = [
        await listNotices(actor, { type: "speaker", id: other.id }),
        await listNotices(actor, { type: "speaker", id: one.id }),
        await listNoticesOnStatement(actor, keeper.id),
      ];
      expect(told.map((notices) => notices.length)).toEqual([1, 2, 1]);
      expect(JSON.stringify(told)).not.toContain(one.name);
    }
    // of whom visitors read nothing any more, the desk's own work puts no name back into what they read
    await db.statement.updateMany({ where: { speakerId: one.id }, data: { speakerId: other.id } });
    await editSpeaker(reporter, {
      ...{ id: one.id, version: version + 1, name: one.name, kind: "person", description: "a mayor" },
    });
    const told = await listNotices(VISITOR, { type: "speaker", id: other.id });
    expect(JSON.stringify(told)).not.toContain(one.name);
  });

  it("is told of by no name that it took along, nor by why", async () => {
    const { one, split } = await twoInOne("published");
    const nick = called("Zuzu");
    await addAlias(editor, { speakerId: one.id, alias: nick, ...NOTE });
    const { aliases } = await getSpeaker(editor, one.slug);
    const names = aliases.filter(({ name }) => name === nick).map(({ id }) => id);
    const publicNote = "Zuzu keeps the goal, and is not the mayor.";
    const { slug } = await split(editor, { names, publicNote });
    const { id, version } = await getSpeaker(editor, slug);
    const read = async () => {
      const told = await listNotices(VISITOR, { type: "speaker", id: one.id });
      return told.filter(({ changes }) => changes.every(({ before }) => before !== ""));
    };
    expect((await read()).map(({ note }) => note)).toEqual([publicNote, publicNote]);
    await editSpeaker(editor, {
      ...{ id, version, name: "A goalkeeper", kind: "anonymous", description: "" },
      publicNote: "The family was threatened for it.",
    });
    expect(await read()).toEqual([]);
  });

  it.each<[string, SpeakerKind, object, RegExp]>([
    ["what visitors read", "person", { state: "published" }, /Visitors read one/u],
    ["a role", "person", { withRole: true }, /No name and no role/u],
    ["a name of its own", "anonymous", { to: "person" }, /named statement by statement/u],
  ])(
    "does not take or give %s",
    async (_, kind, {
      state = "captured",
      withRole,
      to = "anonymous",
    }: {
      state?: string;
      withRole?: boolean;
      to?: string;
    }, why) => {
      const one = await person("Vera", kind);
      const { publicId } = await makeStatement({ speakerId: one.id, state });
      if (withRole) await recordAffiliation(editor, { speakerId: one.id, role: "planner" });
      const { version, affiliations } = await getSpeaker(editor, one.slug);
      const { chosen } = await previewSplit(editor, { speakerId: one.id, publicIds: [publicId] });
      const asked = splitSpeaker(editor, {
        ...{ fromId: one.id, version, statements: chosen, names: [], ...REASON, ...NOTE },
        roles: affiliations.map(({ id }) => id),
        other: { name: called("Another"), kind: to as SpeakerKind, description: "somebody else" },
      });
      await expect(asked).rejects.toThrow(why);
    },
  );
});

describe("two at once", () => {
  it("is told of a statement that changed or went since it was chosen", async () => {
    const { one, mayor, keeper } = await twoInOne();
    const { id: fromId } = one;
    const both = [mayor.publicId, keeper.publicId];
    const { chosen } = await previewSplit(editor, { speakerId: fromId, publicIds: both });
    await editStatement(reporter, { id: mayor.publicId, version: 1, place: "Lindmouth" });
    const third = await person("Agda");
    await editStatement(reporter, { id: keeper.publicId, version: 1, speakerId: third.id });
    const { version } = await db.speaker.findUniqueOrThrow({ where: { id: fromId } });
    const asked = splitSpeaker(reporter, {
      ...{ fromId, version, statements: chosen, other: NEW(), names: [], roles: [], ...REASON },
    });
    await expect(asked).rejects.toMatchObject({
      refusals: [
        { message: expect.stringContaining(`No longer this speaker’s since you chose: ${keeper.publicId}`) },
        { message: expect.stringContaining(`Changed since you chose: ${mayor.publicId}`) },
      ],
    });
    expect(await speakerOf(mayor.id)).toBe(fromId);
    expect(await db.speaker.count({ where: { name: one.name } })).toBe(1);
  });

  it("is told of a merge or another split meanwhile, and of one who was merged when it is taken back", async () => {
    const { one, keeper, split } = await twoInOne();
    const { version } = await db.speaker.findUniqueOrThrow({ where: { id: one.id } });
    const { slug, splitId } = await split(reporter);
    const again = splitSpeaker(reporter, {
      ...{ fromId: one.id, version, statements: [{ publicId: keeper.publicId, version: 1 }] },
      ...{ other: NEW("another"), names: [], roles: [], ...REASON },
    });
    await expect(again).rejects.toThrow(Conflict);
    const apart = { name: called("Jim"), kind: "person" as const, description: "a keeper" };
    const into = await createSpeaker(reporter, apart);
    await mergeSpeakers(reporter, {
      ...{ fromId: await slugsOf(slug), intoId: into.id, version: 2, showsName: false, ...REASON },
    });
    await expect(undoSplit(reporter, { splitId, reason: "No." })).rejects.toThrow(/Take that apart first/u);
    expect(await listSplits(reporter, one.id)).toEqual([]);
  });

  it("waits for a correction that names another speaker of what is chosen", async () => {
    const { keeper, split } = await twoInOne("published");
    await db.correctionProposal.create({
      data: {
        ...{ statementId: keeper.id, baseVersion: 1, kind: "misattribution", note: "It was him." },
        ...{ changes: JSON.stringify({ speakerId: (await person("Kim")).id }), proposedAt: new Date() },
      },
    });
    await expect(split(editor, NOTE)).rejects.toThrow(/correction that waits/u);
  });
});

describe("what is refused", () => {
  it.each<[string, () => Partial<Parameters<typeof splitSpeaker>[1]>, object]>([
    ["nothing chosen", () => ({ statements: [] }), { refusals: [{ field: "statements" }] }],
    [
      "more than go along at once",
      () => ({
        statements: Array.from({ length: MOST_CHOSEN + 1 }, (_, at) => ({
          publicId: `st-${at}`,
          version: 1,
        })),
      }),
      { refusals: [{ field: "statements" }] },
    ],
    ["no reason", () => ({ reason: " " }), { refusals: [{ field: "reason" }] }],
    [
      "a namesake whom nothing tells apart",
      () => ({ other: NEW("") }),
      { refusals: [{ field: "description" }] },
    ],
  ])("%s", async (_, more, refused) => {
    const { one, split } = await twoInOne();
    await expect(split(reporter, more())).rejects.toMatchObject(refused);
    expect(await db.speakerSplit.count({ where: { fromId: one.id } })).toBe(0);
  });

  it("a reader, a name of somebody else, and the speaker itself", async () => {
    const { one, split } = await twoInOne();
    await expect(split(reader)).rejects.toThrow(Forbidden);
    const stranger = await person("Kim");
    await addAlias(reporter, { speakerId: stranger.id, alias: called("Kimmy") });
    const names = (await getSpeaker(reporter, stranger.slug)).aliases.map(({ id }) => id);
    await expect(split(reporter, { names })).rejects.toThrow(NotFound);
    await expect(split(reporter, { other: { id: one.id } })).rejects.toThrow(Refused);
  });
});

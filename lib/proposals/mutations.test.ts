import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { type Actor, can, ROLES, SYSTEM, VISITOR } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { Conflict, Forbidden, NotFound, Refused } from "@/lib/errors";
import { createDraft, getDraft, storeDraft } from "@/lib/imports/server";
import { createSpeaker, findSpeakersByName } from "@/lib/speakers/server";
import { makeSpeaker } from "@/prisma/factories";
import {
  acceptAll,
  acceptRun,
  addProposal,
  decideProposal,
  editProposal,
  findNearest,
  findNextPending,
  type ProposalChange,
  pressInTurn,
  undoLast,
} from "./server";

let count = 0;
async function openDraft(publishedOn = "") {
  count += 1;
  const text = `Talks number ${count}\n\n“We will sign the treaty,” Dr Mira Tanvald said on Monday.\n\n“Nobody will stop us,” Tanvald said on Tuesday.`;
  const { draftId } = await createDraft(SYSTEM, { text, publishedOn });
  const draft = await getDraft(SYSTEM, { draftId });
  const [proposal] = draft.proposals;
  if (!proposal) throw new Error("the fixture needs a proposal");
  const { fields, wording } = proposal;
  const { pieces: _, ...typed } = fields;
  const change: ProposalChange = {
    ...{ ...typed, draftId, version: 1, ordinal: 1, wording, speaker: "new", knownName: "" },
    ...{ newName: "Mira Tanvald", newKind: "person", forSiblings: false, isNameRemembered: false },
  };
  return { text, draftId, change };
}

async function read(draftId: string) {
  const draft = await getDraft(SYSTEM, { draftId });
  const [first, second] = draft.proposals;
  return { draft, first, second };
}

test("a day of the week is dated by the day of publication, with the reason", async () => {
  const { draftId } = await openDraft("2025-10-29");
  const { first, second } = await read(draftId);
  expect([first?.fields.saidOn, second?.fields.saidOn]).toEqual(["2025-10-27", "2025-10-28"]);
  expect(first?.found.evidence.at(-1)?.because).toBe(
    "*on Monday* is 27 October 2025 in a text published on 29 October 2025",
  );
});

test.each(["", "2025-10", "2025", "2999-10-29"])("no day is counted from %j", async (publishedOn) => {
  const { draftId } = await openDraft(publishedOn);
  const { first } = await read(draftId);
  expect(first?.fields).toMatchObject({ saidOn: "", saidOnNote: "on Monday" });
});

describe("editProposal", () => {
  test("keeps what was typed", async () => {
    const { draftId, change } = await openDraft();
    await editProposal(SYSTEM, { ...change, cue: "stated", place: "Doha", saidOn: "2025-10-27" });
    const { first } = await read(draftId);
    expect(first).toMatchObject({
      fields: { cue: "stated", place: "Doha", saidOn: "2025-10-27" },
      // what was only looked at is chosen by nobody
      choice: null,
      decision: "pending",
    });
  });

  test("takes other words only when the article has them", async () => {
    const { draftId, change, text } = await openDraft();
    await editProposal(SYSTEM, { ...change, wording: "sign the treaty" });
    const { first } = await read(draftId);
    expect(first?.wording).toBe("sign the treaty");
    expect(first && text.slice(first.startUtf16, first.endUtf16)).toBe("sign the treaty");
    for (const wording of ["sign the treaties", "rain in the north"]) {
      await expect(editProposal(SYSTEM, { ...change, version: 2, wording })).rejects.toThrow(Refused);
    }
  });

  test("moves an edge by a word and stays a slice; the same press twice moves once", async () => {
    const { draftId, change, text } = await openDraft();
    await editProposal(SYSTEM, { ...change, intent: "start later word" });
    await editProposal(SYSTEM, { ...change, intent: "start later word" });
    const { first } = await read(draftId);
    expect(first && text.slice(first.startUtf16, first.endUtf16)).toBe(first?.wording);
    expect(first?.wording.startsWith("will sign")).toBe(true);
    expect(first?.fields.form).toBe("direct");
  });

  test("accepts in the same press", async () => {
    const { draftId, change } = await openDraft();
    await editProposal(SYSTEM, { ...change, addressee: "reporters", intent: "accept" });
    expect((await read(draftId)).first).toMatchObject({
      decision: "accepted",
      fields: { addressee: "reporters" },
    });
    expect(await findNextPending(SYSTEM, { draftId, ordinal: 1 })).toBe(2);
  });

  test("gives the same correction to the others of the same speaker", async () => {
    const { draftId, change } = await openDraft();
    const { id } = await makeSpeaker(`Mira Tanvald of ${draftId}`);
    const { draft } = await read(draftId);
    expect(draft.siblings).toEqual([2]);
    await editProposal(SYSTEM, { ...change, speaker: `known:${id}`, forSiblings: true });
    const { first, second } = await read(draftId);
    expect([first?.choice, second?.choice]).toEqual(Array(2).fill({ kind: "known", speakerId: id }));
    expect(second?.wording).toContain("Nobody will stop us");
  });

  test("finds a known speaker by name, and says when there is none", async () => {
    const { draftId, change } = await openDraft();
    const name = `Ulla ${draftId.slice(4)}`;
    const named = { ...change, speaker: "named", knownName: name };
    await expect(editProposal(SYSTEM, named)).rejects.toThrow(Refused);
    const { id } = await makeSpeaker(name);
    await editProposal(SYSTEM, named);
    expect((await read(draftId)).first?.choice).toEqual({ kind: "known", speakerId: id });
  });

  test("of two windows the later is told, and the earlier edit stays", async () => {
    const { draftId, change } = await openDraft();
    await editProposal(SYSTEM, { ...change, place: "Doha" });
    await expect(editProposal(SYSTEM, { ...change, place: "Ankara" })).rejects.toThrow(Conflict);
    expect((await read(draftId)).first?.fields.place).toBe("Doha");
  });

  test("an unknown speaker is not found, and nothing is kept", async () => {
    const { draftId, change } = await openDraft();
    await expect(editProposal(SYSTEM, { ...change, speaker: "known:none" })).rejects.toThrow(NotFound);
    expect((await read(draftId)).draft.version).toBe(1);
  });
});

describe("decisions", () => {
  test("can be made, made again, and undone", async () => {
    const { draftId } = await openDraft();
    for (const decision of ["accepted", "accepted", "rejected", "pending"] as const) {
      await decideProposal(SYSTEM, { draftId, ordinal: 1, decision });
      expect((await read(draftId)).first?.decision).toBe(decision);
    }
    await expect(decideProposal(SYSTEM, { draftId, ordinal: 99, decision: "accepted" })).rejects.toThrow(
      NotFound,
    );
  });

  test("accepting all leaves what was rejected", async () => {
    const { draftId } = await openDraft();
    await decideProposal(SYSTEM, { draftId, ordinal: 1, decision: "rejected" });
    expect(await acceptAll(SYSTEM, { draftId })).toBe(1);
    expect((await read(draftId)).draft.counts).toMatchObject({
      accepted: 1,
      rejected: 1,
      pending: 0,
      toStore: 1,
    });
    expect(await findNextPending(SYSTEM, { draftId, ordinal: 1 })).toBeNull();
  });
});

describe("what a new speaker is", () => {
  async function openAsked() {
    count += 1;
    // a name that no other test has stored
    const name = `Zorv${String.fromCharCode(97 + (count % 26))}x`;
    const text = `Note ${count}\n\n“We will sign,” ${name} said.\n\n“Nobody stops us,” ${name} said.\n\n“It rains,” Dr Ulla Ro said.`;
    const { draftId } = await createDraft(SYSTEM, { text });
    return { draftId, name };
  }
  const states = async (draftId: string) =>
    (await getDraft(SYSTEM, { draftId })).proposals.map(({ decision }) => decision);

  test("is not guessed: accepting all leaves those that ask", async () => {
    const { draftId, name } = await openAsked();
    expect(await acceptAll(SYSTEM, { draftId })).toBe(1);
    expect(await states(draftId)).toEqual(["pending", "pending", "accepted"]);
    const attempt = decideProposal(SYSTEM, { draftId, ordinal: 1, decision: "accepted" });
    await expect(attempt).rejects.toThrow(`what “${name}” is`);
    await decideProposal(SYSTEM, { draftId, ordinal: 1, decision: "rejected" });
  });

  test("is answered once for the whole import, also for what is found later", async () => {
    const { draftId, name } = await openAsked();
    await decideProposal(SYSTEM, { draftId, ordinal: 1, decision: "accepted", kind: "organisation" });
    expect(await acceptAll(SYSTEM, { draftId })).toBe(2);
    const { sourceId } = await storeDraft(SYSTEM, { draftId });
    const stored = await db.statement.findMany({
      where: { source: { publicId: sourceId } },
      select: { speaker: { select: { name: true, kind: true } } },
      orderBy: { id: "asc" },
    });
    expect(stored.map(({ speaker }) => [speaker?.name, speaker?.kind])).toEqual([
      [name, "organisation"],
      [name, "organisation"],
      [expect.stringContaining("Ulla Ro"), "person"],
    ]);
  });

  test("is asked by the form when it accepts, not when it keeps, and an answer there holds too", async () => {
    const { draftId, name } = await openAsked();
    const { first } = await read(draftId);
    if (!first) throw new Error("the fixture needs a proposal");
    const { pieces: _, ...typed } = first.fields;
    const change: ProposalChange = {
      ...{ ...typed, draftId, version: 1, ordinal: 1, wording: first.wording, speaker: "new", knownName: "" },
      ...{ newName: name, forSiblings: false, isNameRemembered: false },
    };
    await editProposal(SYSTEM, { ...change, place: "Oslo" });
    await expect(
      editProposal(SYSTEM, { ...change, version: 2, place: "Oslo", intent: "accept" }),
    ).rejects.toThrow(Refused);
    const answered = { ...change, version: 2, newKind: "collective" as const, intent: "accept" as const };
    await editProposal(SYSTEM, answered);
    expect((await read(draftId)).second?.shownKind).toEqual({ kind: "collective", because: "said by you" });
    expect(await acceptAll(SYSTEM, { draftId })).toBe(2);
  });

  test("one accepted by an earlier release is not stored before it is said", async () => {
    const { draftId } = await openAsked();
    await db.importProposal.updateMany({
      where: { draft: { publicId: draftId } },
      data: { decision: "accepted" },
    });
    expect(await storeDraft(SYSTEM, { draftId })).toMatchObject({ stored: 1, pending: 2 });
    expect(await states(draftId)).toEqual(["pending", "pending", "accepted"]);
  });
});

describe("what introduces a wording", () => {
  test.each([
    ["Ankara has expressed readiness to step in, he wrote.", null],
    ["Ulla Ro said on Monday that the dam was safe.", "Ulla Ro said on Monday that"],
    ["Ulla Ro called the plan “a disgrace to the town” on Monday.", "Ulla Ro called"],
    ["Ulla Ro said: “The dam is safe.”", ""],
    ["“The dam is safe,” Ulla Ro said.", ""],
    ["Ulla Ro, who has run the dam since 1990, warned that it would break.", "Ulla Ro warned that"],
  ])("%s", async (sentence, introduction) => {
    count += 1;
    const { draftId } = await createDraft(SYSTEM, { text: `Dam ${count}\n\n${sentence}` });
    const { first } = await read(draftId);
    if (introduction !== null) expect(first?.fields.introduction).toBe(introduction);
  });

  test("goes with the words when they begin elsewhere, unless somebody typed it", async () => {
    count += 1;
    const text = `Dam ${count}\n\nUlla Ro said that the dam was safe.`;
    const { draftId } = await createDraft(SYSTEM, { text });
    const { first } = await read(draftId);
    if (!first) throw new Error("the fixture needs a proposal");
    const { pieces: _, ...typed } = first.fields;
    const change: ProposalChange = {
      ...{
        ...typed,
        draftId,
        version: 1,
        ordinal: 1,
        wording: first.wording,
        speaker: "none",
        knownName: "",
      },
      ...{ newName: "", forSiblings: false, isNameRemembered: false },
    };
    await editProposal(SYSTEM, { ...change, intent: "start later word" });
    const later = (await read(draftId)).first;
    expect([later?.fields.introduction, later?.wording]).toEqual(["Ulla Ro said that the", "dam was safe"]);
  });
});

describe("addProposal", () => {
  test("takes words that stand apart, with the sign between", async () => {
    const { draftId } = await openDraft();
    const { ordinal } = await addProposal(SYSTEM, {
      draftId,
      wording: "sign the treaty … Nobody will stop us",
    });
    const { proposals } = await getDraft(SYSTEM, { draftId });
    expect(proposals.find((one) => one.ordinal === ordinal)).toMatchObject({
      wording: "sign the treaty … Nobody will stop us",
      splices: [[16, 17]],
    });
  });

  test("takes who says the words, and how, from what was found of them; never from two who differ", async () => {
    const text = `Meeting ${randomUUID()}\n\n“We will sign the treaty,” Dr Mira Tanvald said on Monday.\n\n“Nobody will stop us,” Karl Ost warned.`;
    const { draftId } = await createDraft(SYSTEM, { text });
    const part = await addProposal(SYSTEM, { draftId, wording: "sign the treaty" });
    const both = await addProposal(SYSTEM, { draftId, wording: "the treaty … Nobody will" });
    const { proposals } = await getDraft(SYSTEM, { draftId });
    const added = ({ ordinal }: { ordinal: number }) => proposals.find((one) => one.ordinal === ordinal);
    expect(added(part)).toMatchObject({
      printedName: "Mira Tanvald",
      fields: { cue: "said", form: "direct" },
    });
    expect(added(both)).toMatchObject({ printedName: null, fields: { cue: "" } });
  });

  test("makes words a part of a proposal, in the order of the text, once", async () => {
    const { draftId } = await openDraft();
    const before = (await read(draftId)).second;
    const join = (wording: string) => addProposal(SYSTEM, { draftId, wording, into: 2 });
    expect(await join("the treaty")).toEqual({ ordinal: 2 });
    const { draft, second } = await read(draftId);
    expect(second?.wording).toBe("the treaty … “Nobody will stop us,”");
    expect(second?.fields.pieces).toHaveLength(2);
    expect(draft.proposals).toHaveLength(2);
    expect(second).toMatchObject({ printedName: before?.printedName, decision: "pending" });
    // what stands there already changes nothing; what goes on in a line is one with it
    await join("treaty");
    expect((await read(draftId)).draft.version).toBe(draft.version);
    await join("sign");
    expect((await read(draftId)).second?.wording).toBe("sign the treaty … “Nobody will stop us,”");
    for (const into of [3, 99])
      await expect(addProposal(SYSTEM, { draftId, wording: "sign", into })).rejects.toThrow(NotFound);
    await expect(addProposal(SYSTEM, { draftId, wording: "rain", into: 2 })).rejects.toThrow(Refused);
  });

  test("the proposal nearest to words is the one before them, else the one behind", async () => {
    const { draftId, text } = await openDraft();
    const nearest = (startUtf16: number) => findNearest(SYSTEM, { draftId, startUtf16 });
    expect(await nearest(0)).toBe(1);
    expect(await nearest(text.indexOf("on Monday"))).toBe(1);
    expect(await nearest(text.length)).toBe(2);
    const where = { draft: { publicId: draftId } };
    await db.importProposal.updateMany({ where: { ...where, ordinal: 2 }, data: { decision: "known" } });
    expect(await nearest(text.length)).toBe(1);
    await db.importProposal.updateMany({ where, data: { decision: "known" } });
    expect(await nearest(0)).toBeNull();
  });

  test("makes no part of what is stored", async () => {
    const { draftId } = await openDraft();
    await db.importProposal.updateMany({
      where: { draft: { publicId: draftId }, ordinal: 1 },
      data: { decision: "known" },
    });
    await expect(addProposal(SYSTEM, { draftId, wording: "Talks", into: 1 })).rejects.toThrow(NotFound);
  });

  test("marks words of the article, once", async () => {
    const { draftId, text } = await openDraft();
    const wording = "on Monday";
    const added = await addProposal(SYSTEM, { draftId, wording });
    expect(await addProposal(SYSTEM, { draftId, wording, startUtf16: text.indexOf(wording) })).toEqual(added);
    const { proposals } = await getDraft(SYSTEM, { draftId });
    expect(proposals.find(({ ordinal }) => ordinal === added.ordinal)).toMatchObject({
      wording,
      fields: { form: "indirect" },
    });
    await expect(addProposal(SYSTEM, { draftId, wording: "on Wednesday" })).rejects.toThrow(Refused);
  });
});

describe("permission", () => {
  const actors: Actor[] = [VISITOR, ...ROLES.map((role) => ({ id: `u-${role}`, name: role, role }))];
  test.each(actors.map((actor) => [actor.role, actor] as const))("%s", async (_, actor) => {
    const { draftId, change } = await openDraft();
    // the draft is the program's own, so that whoever may import still does not find it
    const expected = can(actor, "source:import") ? NotFound : Forbidden;
    for (const attempt of [
      () => decideProposal(actor, { draftId, ordinal: 1, decision: "accepted" }),
      () => acceptAll(actor, { draftId }),
      () => editProposal(actor, change),
      () => addProposal(actor, { draftId, wording: "Talks" }),
      () => findNextPending(actor, { draftId, ordinal: 1 }),
      () => findNearest(actor, { draftId, startUtf16: 0 }),
    ]) {
      await expect(attempt()).rejects.toThrow(expected);
    }
    expect(
      await db.importProposal.count({ where: { draft: { publicId: draftId }, decision: "accepted" } }),
    ).toBe(0);
  });
});

describe("a name that several known speakers have", () => {
  async function openDoubled() {
    count += 1;
    const name = `Ragnhild Sund${"abcdefgh"[count % 8]}${"abcdefgh"[(count >> 3) % 8]}`;
    const person = { name, kind: "person" as const };
    const pilot = await createSpeaker(SYSTEM, { ...person, description: "Pilot." });
    const judge = await createSpeaker(SYSTEM, { ...person, description: "Judge." });
    const text = `Harbour news ${count}\n\n“The quay is closed,” ${name} said on Monday.\n\n“It opens tomorrow,” said Wanja Bielski, the mayor.`;
    const { draftId } = await createDraft(SYSTEM, { text, publishedOn: "2025-10-29" });
    const [proposal] = (await getDraft(SYSTEM, { draftId })).proposals;
    if (!proposal) throw new Error("the fixture needs a proposal");
    const { pieces: _, ...typed } = proposal.fields;
    const change: ProposalChange = {
      ...{ ...typed, draftId, version: 1, ordinal: 1, wording: proposal.wording, knownName: "" },
      ...{ speaker: "new", newName: name, newKind: "person", forSiblings: false, isNameRemembered: false },
    };
    return { name, pilot, judge, draftId, change };
  }
  const speakersOf = (name: string) =>
    db.speaker.findMany({ where: { name }, select: { description: true }, orderBy: { id: "asc" } });

  test("is asked, never guessed: nothing accepts it, all or one, and nothing makes a third", async () => {
    const { name, draftId } = await openDoubled();
    expect(await acceptAll(SYSTEM, { draftId })).toBe(1);
    const press = { draftId, ordinal: 1, decision: "accepted" as const };
    await expect(decideProposal(SYSTEM, press)).rejects.toThrow("Several known speakers");
    await expect(decideProposal(SYSTEM, { ...press, kind: "person" })).rejects.toThrow("Several");
    // one accepted by an earlier release
    await db.importProposal.updateMany({
      where: { draft: { publicId: draftId } },
      data: { decision: "accepted" },
    });
    expect(await storeDraft(SYSTEM, { draftId })).toMatchObject({ stored: 1, pending: 1 });
    expect(await speakersOf(name)).toHaveLength(2);
  });

  test("is settled by choosing one, as it is written to tell them apart", async () => {
    const { name, judge, draftId, change } = await openDoubled();
    await editProposal(SYSTEM, {
      ...change,
      speaker: "named",
      knownName: `${name} (Judge)`,
      intent: "accept",
    });
    const { first } = await read(draftId);
    expect(first).toMatchObject({ decision: "accepted", choice: { kind: "known", speakerId: judge.id } });
  });

  test("or by saying who else it is", async () => {
    const { name, draftId, change } = await openDoubled();
    for (const newDescription of ["", "pilot"]) {
      const same = editProposal(SYSTEM, { ...change, newDescription, intent: "accept" });
      await expect(same).rejects.toMatchObject({ refusals: [{ field: "newDescription" }] });
    }
    await editProposal(SYSTEM, { ...change, newDescription: "Harbour master.", intent: "accept" });
    await storeDraft(SYSTEM, { draftId });
    expect((await speakersOf(name)).map(({ description }) => description)).toEqual([
      "Pilot.",
      "Judge.",
      "Harbour master.",
    ]);
  });
});

test("a new speaker who was chosen is the same when the rest is stored later", async () => {
  const { draftId, change } = await openDraft();
  const name = `Mira Tanvald ${count}`;
  const chosen = { ...change, newName: name, forSiblings: true, intent: "accept" as const };
  await editProposal(SYSTEM, chosen);
  await storeDraft(SYSTEM, { draftId });
  await acceptAll(SYSTEM, { draftId });
  expect(await storeDraft(SYSTEM, { draftId })).toMatchObject({ stored: 1 });
  expect(await db.speaker.count({ where: { name } })).toBe(1);
});

test("moving an edge chooses no speaker: what is asked stays asked", async () => {
  const { draftId, change } = await openDraft();
  const untouched = { ...change, intent: "start later word" as const };
  await editProposal(SYSTEM, untouched);
  const { first } = await read(draftId);
  expect(first?.choice).toBeNull();
  expect(first?.wording).toMatch(/^will sign/);
});

test("one import makes one speaker of a name with and without its article, and two of two who are described", async () => {
  const name = "Sigrun Aalto";
  const text = `Quays\n\n“The quay is shut,” said ${name}.\n\n“It leaks,” said ${name}, a diver.\n\n“We strike,” the Bargemen’s Union said.\n\n“We mean it,” Bargemen’s Union said.`;
  const { draftId } = await createDraft(SYSTEM, { text });
  const { proposals } = await getDraft(SYSTEM, { draftId });
  expect(proposals).toHaveLength(4);
  const told = ["Harbour master.", "Diver.", "", ""];
  const names = [name, name, "The Bargemen’s Union", "Bargemen’s Union"];
  for (const [index, { fields, wording, ordinal }] of proposals.entries()) {
    const { pieces: _, ...typed } = fields;
    const draft = await getDraft(SYSTEM, { draftId });
    await editProposal(SYSTEM, {
      ...{ ...typed, draftId, version: draft.version, ordinal, wording, speaker: "new", knownName: "" },
      ...{ newName: names[index] ?? "", newKind: index < 2 ? "person" : "organisation", forSiblings: false },
      ...{ newDescription: told[index] ?? "", isNameRemembered: false, intent: "accept" },
    });
  }
  expect(await storeDraft(SYSTEM, { draftId })).toMatchObject({ stored: 4 });
  const made = await db.speaker.findMany({
    where: { name: { in: names } },
    select: { name: true, description: true, _count: { select: { statements: true } } },
    orderBy: [{ name: "asc" }, { description: "asc" }],
  });
  expect(made).toEqual([
    { name, description: "Diver.", _count: { statements: 1 } },
    { name, description: "Harbour master.", _count: { statements: 1 } },
    { name: "The Bargemen’s Union", description: "", _count: { statements: 2 } },
  ]);
});

test("an unnamed voice is nobody of another article, and says in which it was heard", async () => {
  const hear = async (day: string) => {
    const said = "“It will not open,” an unnamed harbour official said.";
    const text = `The port on ${day}\n\n${said}\n\nRain fell.\n\n${said.replace("will not", "may")}`;
    const { draftId } = await createDraft(SYSTEM, { text, publishedOn: day, outletName: "Osthaven Post" });
    // in two goes, and yet one voice
    await decideProposal(SYSTEM, { draftId, ordinal: 1, decision: "accepted" });
    await storeDraft(SYSTEM, { draftId });
    await acceptAll(SYSTEM, { draftId });
    return storeDraft(SYSTEM, { draftId });
  };
  const [one, other] = [await hear("2025-10-28"), await hear("2025-10-29")];
  const heard = await db.speaker.findMany({
    where: { kind: "anonymous", name: "An unnamed harbour official" },
    orderBy: { id: "asc" },
  });
  expect(heard.map(({ description }) => description)).toEqual([
    `In Osthaven Post, 2025-10-28 (${one.sourceId})`,
    `In Osthaven Post, 2025-10-29 (${other.sourceId})`,
  ]);
});

describe("what was pressed last", () => {
  const TEXT = [
    "“We will sign,” said Dr Ada Moor.",
    "“It may rain,” Lindmouth said.",
    "“We may wait,” Lindmouth said.",
    "“Nobody will stop us,” said Dr Ada Moor.",
  ];
  async function open() {
    count += 1;
    const text = `Papers number ${count}\n\n${TEXT.join("\n\n")}`;
    const { draftId } = await createDraft(SYSTEM, { text });
    const decisions = async () => {
      const { proposals } = await getDraft(SYSTEM, { draftId });
      return proposals.map(({ decision }) => decision[0]).join("");
    };
    return { draftId, decisions };
  }

  test("is taken back, whatever it decided, and then what was pressed before", async () => {
    const { draftId, decisions } = await open();
    await decideProposal(SYSTEM, { draftId, ordinal: 4, decision: "rejected" });
    expect(await acceptAll(SYSTEM, { draftId })).toBe(1);
    await decideProposal(SYSTEM, { draftId, ordinal: 2, decision: "accepted", kind: "organisation" });
    // deciding the same again is no act
    await decideProposal(SYSTEM, { draftId, ordinal: 2, decision: "accepted" });
    expect(await decisions()).toBe("aapr");
    expect(await undoLast(SYSTEM, { draftId })).toEqual({ ordinal: 2 });
    expect(await decisions()).toBe("appr");
    // the answer went with it
    await expect(decideProposal(SYSTEM, { draftId, ordinal: 3, decision: "accepted" })).rejects.toThrow(
      Refused,
    );
    await undoLast(SYSTEM, { draftId });
    expect(await decisions()).toBe("pppr");
    await undoLast(SYSTEM, { draftId });
    expect(await decisions()).toBe("pppp");
    expect(await undoLast(SYSTEM, { draftId })).toEqual({ ordinal: null });
  });

  test("is gone once it is stored", async () => {
    const { draftId, decisions } = await open();
    await decideProposal(SYSTEM, { draftId, ordinal: 2, decision: "rejected" });
    await decideProposal(SYSTEM, { draftId, ordinal: 1, decision: "accepted" });
    await storeDraft(SYSTEM, { draftId });
    expect(await undoLast(SYSTEM, { draftId })).toEqual({ ordinal: null });
    expect(await decisions()).toBe("arpp");
  });

  test("several presses are done in their order and together; what cannot be done is named", async () => {
    const { draftId, decisions } = await open();
    const { refused } = await pressInTurn(SYSTEM, {
      draftId,
      presses: [
        { act: "decide", ordinal: 1, decision: "accepted" },
        { act: "decide", ordinal: 3, decision: "accepted" },
        { act: "decide", ordinal: 1, decision: "rejected" },
        { act: "undo" },
        { act: "decide", ordinal: 2, decision: "accepted", kind: "organisation" },
        { act: "decide", ordinal: 3, decision: "accepted" },
        { act: "decide", ordinal: 99, decision: "accepted" },
      ],
    });
    expect(refused.map(({ ordinal, error }) => [ordinal, error.constructor])).toEqual([
      [3, Refused],
      [99, NotFound],
    ]);
    expect(await decisions()).toBe("aaap");
  });

  test("several presses that break off, before an undo or after it, are none", async () => {
    const { draftId, decisions } = await open();
    await decideProposal(SYSTEM, { draftId, ordinal: 4, decision: "rejected" });
    const third = { draft: { publicId: draftId }, ordinal: 3 };
    const { found } = await db.importProposal.findFirstOrThrow({ where: third });
    await db.importProposal.updateMany({ where: third, data: { found: "{" } });
    const presses = [
      { act: "decide", ordinal: 1, decision: "accepted" },
      { act: "decide", ordinal: 1, decision: "rejected" },
      { act: "undo" },
      { act: "decide", ordinal: 3, decision: "accepted" },
    ] as const;
    await expect(pressInTurn(SYSTEM, { draftId, presses })).rejects.toThrow(SyntaxError);
    await db.importProposal.updateMany({ where: third, data: { found } });
    expect(await decisions()).toBe("pppr");
    expect(await undoLast(SYSTEM, { draftId })).toEqual({ ordinal: 4 });
  });

  test("a run is accepted up to a place in the text, or as far as nothing is in doubt", async () => {
    const { draftId, decisions } = await open();
    expect(await acceptRun(SYSTEM, { draftId, run: 3 })).toBe(1);
    expect(await decisions()).toBe("appp");
    await undoLast(SYSTEM, { draftId });
    await decideProposal(SYSTEM, { draftId, ordinal: 2, decision: "accepted", kind: "organisation" });
    expect(await acceptRun(SYSTEM, { draftId, run: 3 })).toBe(2);
    expect(await decisions()).toBe("aaap");
    await db.importProposal.updateMany({
      where: { draft: { publicId: draftId }, ordinal: 4 },
      data: { doubt: null },
    });
    expect(await acceptRun(SYSTEM, { draftId, run: "sure" })).toBe(1);
  });

  test("what a known speaker of that surname may have said is never accepted as sure", async () => {
    count += 1;
    const surname = `Quorn${"abcdefghijklmnopqrstuvwxyz"[count % 26]}`;
    await createSpeaker(SYSTEM, { name: `Ada ${surname}`, kind: "person" });
    expect((await findSpeakersByName(SYSTEM, `Mr ${surname}`))[0]?.matched).toBe("surname");
    const { draftId } = await createDraft(SYSTEM, {
      text: `“We will sign,” said Mr ${surname}, a minister.`,
    });
    expect(await acceptRun(SYSTEM, { draftId, run: "sure" })).toBe(0);
    expect(await acceptAll(SYSTEM, { draftId })).toBe(1);
  });
});

test("what is added stands where its words do, and the next that waits is the next in the text", async () => {
  const { draftId, text } = await openDraft();
  expect(text).toContain("Talks number");
  const { ordinal } = await addProposal(SYSTEM, { draftId, wording: "Talks number" });
  const { proposals } = await getDraft(SYSTEM, { draftId });
  expect(proposals.map((one) => one.ordinal)).toEqual([ordinal, 1, 2]);
  expect(await findNextPending(SYSTEM, { draftId, ordinal })).toBe(1);
  expect(await findNextPending(SYSTEM, { draftId, ordinal: 2 })).toBe(ordinal);
});

test("those in most doubt come first where that is asked for", async () => {
  const { draftId } = await openDraft();
  await db.importProposal.updateMany({
    where: { draft: { publicId: draftId }, ordinal: 2 },
    data: { doubt: 2 },
  });
  const ordinals = async (order: "text" | "doubt") =>
    (await getDraft(SYSTEM, { draftId, order })).proposals.map(({ ordinal }) => ordinal);
  expect(await ordinals("doubt")).toEqual([2, 1]);
  expect(await ordinals("text")).toEqual([1, 2]);
  expect(await findNextPending(SYSTEM, { draftId, ordinal: 2, order: "doubt" })).toBe(1);
});

test("a speaker corrected for all of theirs leaves those alone that were given another one by one", async () => {
  const { draftId, change } = await openDraft();
  const [one, other] = [await makeSpeaker(`Una ${draftId}`), await makeSpeaker(`Ursa ${draftId}`)];
  await editProposal(SYSTEM, {
    ...change,
    ordinal: 2,
    wording: "“Nobody will stop us,”",
    speaker: `known:${other.id}`,
  });
  await editProposal(SYSTEM, { ...change, version: 2, speaker: `known:${one.id}`, forSiblings: true });
  const { first, second } = await read(draftId);
  expect([first?.choice, second?.choice]).toEqual([
    { kind: "known", speakerId: one.id },
    { kind: "known", speakerId: other.id },
  ]);
});

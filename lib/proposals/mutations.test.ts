import { describe, expect, test } from "vitest";
import { type Actor, can, ROLES, SYSTEM, VISITOR } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { Conflict, Forbidden, NotFound, Refused } from "@/lib/errors";
import { createDraft, getDraft } from "@/lib/imports/server";
import { makeSpeaker } from "@/prisma/factories";
import {
  acceptAll,
  addProposal,
  decideProposal,
  editProposal,
  findNextPending,
  type ProposalChange,
} from "./server";

let count = 0;
async function openDraft(publishedOn = "") {
  count += 1;
  const text = `Talks number ${count}\n\n“We will sign the treaty,” Mira Tanvald said on Monday.\n\n“Nobody will stop us,” Tanvald said on Tuesday.`;
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
    "*on Monday* is read as 2025-10-27, since the text was published on 2025-10-29",
  );
});

test.each(["", "2025-10", "2025"])("no day is counted from %j", async (publishedOn) => {
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
      choice: { kind: "new", name: "Mira Tanvald", speakerKind: "person" },
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
    await editProposal(SYSTEM, { ...change, intent: "start later" });
    await editProposal(SYSTEM, { ...change, intent: "start later" });
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

describe("addProposal", () => {
  test("marks words of the article, once", async () => {
    const { draftId, text } = await openDraft();
    const wording = "on Monday";
    const added = await addProposal(SYSTEM, { draftId, wording });
    expect(await addProposal(SYSTEM, { draftId, wording, startUtf16: text.indexOf(wording) })).toEqual(added);
    const { proposals } = await getDraft(SYSTEM, { draftId });
    expect(proposals.at(-1)).toMatchObject({ ordinal: added.ordinal, wording, fields: { form: "indirect" } });
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
    ]) {
      await expect(attempt()).rejects.toThrow(expected);
    }
    expect(
      await db.importProposal.count({ where: { draft: { publicId: draftId }, decision: "accepted" } }),
    ).toBe(0);
  });
});

import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { VISITOR } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { Conflict, Forbidden, Refused } from "@/lib/errors";
import { getDraft } from "@/lib/imports/server";
import { makeUser } from "@/prisma/factories";
import {
  captureMaterial,
  closeCheck,
  editDraft,
  getCheck,
  getProof,
  listCalls,
  markProof,
  startCheck,
} from "./server";

const [ONE, TWO, THREE] = [
  "Agda Holm closed the bridge in May.",
  "It is the oldest in town.",
  "“Fares have risen twice,” said Jon Vale.",
];

async function sheet() {
  const actor = await makeUser("reporter");
  const text = `${ONE} ${TWO}\n\n${THREE}`;
  const { checkId } = await startCheck(actor, { text, scope: "material" });
  const keys = (await getProof(actor, checkId)).proof.sentences.map(({ key }) => key);
  return { actor, checkId, text, keys };
}

type Sheet = Awaited<ReturnType<typeof sheet>>;

async function statesOf({ actor, checkId }: Sheet) {
  const { proof, draft } = await getProof(actor, checkId);
  return proof.sentences.map(({ runs }) =>
    runs.map(({ start, end, state }) => `${state}: ${draft.text.slice(start, end)}`),
  );
}

describe("material", () => {
  const NOTES = `AGDA HOLM: The session is open. Who begins?

JON VALE: My drivers were told. Fares have risen once since May.

AGDA HOLM: Thank you. Nobody else wishes to speak.`;

  it("is captured as an import of one's own, with exactly the words of the finding and who says them", async () => {
    const actor = await makeUser("reporter");
    const materials = [{ name: "session.txt", text: `${NOTES}\n\nJON VALE: Of ${randomUUID()}.` }];
    const { checkId } = await startCheck(actor, { text: THREE, scope: "material", materials });
    const { findings } = await getCheck(actor, checkId);
    const findingKey = findings[0]?.key ?? "";
    const { draftId, ordinal } = await captureMaterial(actor, { checkId, findingKey });
    expect(await captureMaterial(actor, { checkId, findingKey })).toEqual({ draftId, ordinal });
    const draft = await getDraft(actor, { draftId, at: ordinal });
    const proposal = draft.proposals.find((one) => one.ordinal === ordinal);
    expect(draft.title).toBe("session.txt");
    expect(proposal).toMatchObject({
      ...{ wording: findings[0]?.match?.text, decision: "pending", fields: { form: "direct" } },
    });
    expect(proposal?.printedName?.toLowerCase()).toBe("jon vale");
    expect(await db.source.count({ where: { title: "session.txt" } })).toBe(0);
  });

  it("is captured by nobody who does not work on the desk, and for no finding that rests on none", async () => {
    const { actor, checkId } = await sheet();
    const findingKey = (await getCheck(actor, checkId)).findings[0]?.key ?? "";
    await expect(captureMaterial(actor, { checkId, findingKey })).rejects.toBeInstanceOf(Refused);
    const gone = captureMaterial(actor, { checkId, findingKey: "0".repeat(24) });
    await expect(gone).rejects.toBeInstanceOf(Conflict);
    for (const other of [VISITOR, await makeUser("reader"), await makeUser("admin")])
      await expect(captureMaterial(other, { checkId, findingKey })).rejects.toBeInstanceOf(Forbidden);
  });
});

describe("a proof sheet", () => {
  it("holds what colleagues said of a sentence, a phrase and a run, with its evidence", async () => {
    const made = await sheet();
    const { actor, checkId, keys, text } = made;
    const at = (index: number) => ({ checkId, sentenceKey: keys[index] ?? "" });
    await markProof(actor, { ...at(0), state: "verified", evidence: "st-abc123" });
    await markProof(actor, { ...at(0), state: "query", wording: "in May", note: "Or in June?" });
    const run = "in town.\n\n“Fares have";
    const startUtf16 = text.indexOf(run);
    await markProof(actor, { ...at(1), state: "opinion", wording: run, startUtf16 });
    expect(await statesOf(made)).toEqual([
      ["verified: Agda Holm closed the bridge", "query: in May"],
      ["unchecked: It is the oldest", "opinion: in town"],
      ["opinion: Fares have", "query: risen twice", "unchecked: said Jon Vale"],
    ]);
    const { marks, left } = await getProof(actor, checkId);
    expect(marks.map(({ by, evidence, note }) => [by, evidence, note])).toEqual([
      [actor.name, "st-abc123", ""],
      [actor.name, "", "Or in June?"],
      [actor.name, "", ""],
      [actor.name, "", ""],
    ]);
    expect(left).toBe(2 + 4 + 2 + 3);
    expect(await getCheck(actor, checkId)).toMatchObject({ left });
  });

  it("takes back what touches the words, and goes on where something is not checked", async () => {
    const made = await sheet();
    const { actor, checkId, keys } = made;
    const at = (index: number) => ({ checkId, sentenceKey: keys[index] ?? "" });
    const opinion = { ...at(1), state: "opinion" } as const;
    expect(await markProof(actor, { ...opinion, wording: "It is" })).toMatchObject({ next: keys[1] });
    expect(await markProof(actor, opinion)).toMatchObject({ next: keys[2] });
    await markProof(actor, { ...at(1), state: "unchecked", wording: "oldest" });
    expect((await statesOf(made))[1]).toEqual(["opinion: It is", "unchecked: the oldest in town"]);
  });

  it("leaves verified what the record has when no words are named", async () => {
    const actor = await makeUser("reporter");
    const materials = [{ name: "notes", text: "JON VALE: Fares have risen twice." }];
    const { checkId } = await startCheck(actor, { text: THREE, scope: "material", materials });
    const made = { actor, checkId, text: THREE, keys: [] };
    expect(await statesOf(made)).toEqual([["verified: Fares have risen twice", "unchecked: said Jon Vale"]]);
    const sentenceKey = (await getProof(actor, checkId)).proof.sentences[0]?.key ?? "";
    await markProof(actor, { checkId, sentenceKey, state: "opinion" });
    expect(await statesOf(made)).toEqual([["verified: Fares have risen twice", "opinion: said Jon Vale"]]);
    // where every word has a state, all of it is meant
    await markProof(actor, { checkId, sentenceKey, state: "wrong", note: "They rose once." });
    expect(await statesOf(made)).toEqual([["wrong: Fares have risen twice,” said Jon Vale"]]);
  });

  it("opens exactly what is edited", async () => {
    const made = await sheet();
    const { actor, checkId, keys, text } = made;
    for (const sentenceKey of keys) await markProof(actor, { checkId, sentenceKey, state: "opinion" });
    const { version } = await getCheck(actor, checkId);
    await editDraft(actor, { checkId, version, text: text.replace("oldest", "second oldest") });
    expect((await getProof(actor, checkId)).proof.counts).toMatchObject({
      opinion: 10,
      query: 4,
      unchecked: 7,
    });
  });

  it.each([
    ["evidence for what is verified", { state: "verified" }, "what shows it"],
    ["words for a query", { state: "query" }, "in words"],
    ["words that stand there", { state: "opinion", wording: "no such words" }, "do not stand"],
  ] as const)("asks for %s", async (_, given, words) => {
    const { actor, checkId, keys } = await sheet();
    const sent = markProof(actor, { checkId, sentenceKey: keys[0] ?? "", ...given });
    await expect(sent).rejects.toThrow(words);
    expect((await getProof(actor, checkId)).marks).toEqual([]);
  });

  it("is the desk's, has no sentence that was edited away, and rests once it is closed", async () => {
    const { actor, checkId, keys } = await sheet();
    for (const other of [VISITOR, await makeUser("reader"), await makeUser("admin")]) {
      await expect(getProof(other, checkId)).rejects.toBeInstanceOf(Forbidden);
      await expect(listCalls(other, checkId)).rejects.toBeInstanceOf(Forbidden);
    }
    const opinion = (sentenceKey = "") => markProof(actor, { checkId, sentenceKey, state: "opinion" });
    await expect(opinion("0".repeat(24))).rejects.toBeInstanceOf(Conflict);
    await closeCheck(await makeUser("editor"), { checkId, version: 1, reason: "It goes to press." });
    await expect(opinion(keys[0])).rejects.toBeInstanceOf(Refused);
  });

  it("becomes a call sheet of questions by speaker, without a quotation", async () => {
    const { actor, checkId, keys } = await sheet();
    const note = "Did he say “risen twice”?";
    await markProof(actor, { checkId, sentenceKey: keys[1] ?? "", state: "query", note: "Since when?" });
    await markProof(actor, { checkId, sentenceKey: keys[2] ?? "", state: "query", wording: "twice", note });
    const { calls } = await listCalls(actor, checkId);
    expect(calls.map(({ whom, questions }) => [whom, questions.map(({ place }) => place)])).toEqual([
      ["Jon Vale", ["Paragraph 2", "Paragraph 2"]],
      ["The desk, or whoever knows", ["Paragraph 1"]],
    ]);
    expect(JSON.stringify(calls)).not.toMatch(/risen|Fares/u);
  });

  it("becomes a call sheet whose title quotes nothing either, and counts an indented paragraph", async () => {
    const actor = await makeUser("reporter");
    const { checkId } = await startCheck(actor, { text: `${THREE}\n\n  ${THREE}`, scope: "material" });
    const { title, calls } = await listCalls(actor, checkId);
    expect(title).toBe("(the words in the draft) said Jon Vale.");
    expect(calls[0]?.questions.map(({ place }) => place)).toEqual(["Paragraph 1", "Paragraph 2"]);
  });
});

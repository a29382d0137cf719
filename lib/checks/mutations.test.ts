import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { verifyAudit } from "@/lib/audit/server";
import { type Actor, VISITOR } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { Conflict, Forbidden, NotFound, Refused } from "@/lib/errors";
import { indexMissing } from "@/lib/shingles/server";
import { makeSource, makeSpeaker, makeStatement, makeUser } from "@/prisma/factories";
import {
  addMaterial,
  closeCheck,
  compareAgain,
  countAsked,
  decideFinding,
  editDraft,
  getCheck,
  getMaterial,
  getProof,
  listCalls,
  listChecks,
  markProof,
  removeMaterial,
  reopenCheck,
  startCheck,
} from "./server";

const own = () =>
  randomUUID()
    .replaceAll(/[^a-z]/g, "")
    .padEnd(8, "q")
    .slice(0, 8);

/** A draft of three sentences of which the store has the first alone. */
async function begun(actor?: Actor) {
  const reporter = actor ?? (await makeUser("reporter"));
  const word = own();
  const wording = `“The bridge at ${word} will carry no lorries this winter,”`;
  const speaker = await makeSpeaker(`Agda ${word.charAt(0).toUpperCase()}${word.slice(1)}`);
  const source = await makeSource(`The council met. ${wording} said ${speaker.name}. Nobody objected.`);
  const statement = await makeStatement({ wording, speakerId: speaker.id, sourceId: source.id });
  await indexMissing();
  const held = `${wording} said ${speaker.name}.`;
  const altered = `${wording.replace("no lorries", "some lorries")} said ${speaker.name} again.`;
  const unknown = "“Fares on the ferry have risen twice since spring,” said Jon Vale.";
  const text = [held, altered, unknown].join("\n\n");
  const { checkId } = await startCheck(reporter, { text, scope: "store" });
  return { reporter, checkId, text, held, altered, unknown, statement };
}

const labelsOf = async (actor: Actor, checkId: string) =>
  (await getCheck(actor, checkId)).findings.map(({ label }) => label);

describe("a check", () => {
  it("finds what is as in the record, what was altered and what nobody knows", async () => {
    const { reporter, checkId, statement, text, held } = await begun();
    const check = await getCheck(reporter, checkId);
    expect(check.findings.map(({ label, isOpen }) => [label, isOpen])).toEqual([
      ["exact", false],
      [expect.stringMatching(/wording_drift|lost_qualifier/u), true],
      ["not_found", true],
    ]);
    expect(check.findings[0]?.match?.statement).toBe(statement.publicId);
    expect(check).toMatchObject({ open: 2, changed: [], closedAt: null, scope: "store" });
    expect(check.draft.text).toBe(text);
    expect(check.title).toBe(held);
  });

  it("is seen by the desk and by nobody else", async () => {
    const { checkId } = await begun();
    for (const role of ["reporter", "reviewer", "editor"] as const)
      expect((await getCheck(await makeUser(role), checkId)).publicId).toBe(checkId);
    for (const actor of [VISITOR, await makeUser("reader"), await makeUser("admin")]) {
      await expect(getCheck(actor, checkId)).rejects.toBeInstanceOf(Forbidden);
      await expect(listChecks(actor)).rejects.toBeInstanceOf(Forbidden);
      await expect(startCheck(actor, { text: "“No,” he said.", scope: "store" })).rejects.toBeInstanceOf(
        Forbidden,
      );
    }
  });

  it("holds what was decided for every sentence that stays, and opens those that were edited", async () => {
    const { reporter, checkId, held, altered, unknown } = await begun();
    const { findings, version } = await getCheck(reporter, checkId);
    for (const { key, isOpen } of findings)
      if (isOpen)
        await decideFinding(reporter, {
          checkId,
          findingKey: key,
          decision: "waived",
          note: "He confirmed it.",
        });
    expect((await getCheck(reporter, checkId)).open).toBe(0);
    const edited = unknown.replace("have risen", "have already risen");
    const text = ["A new first paragraph.", edited, held, altered].join("\n\n");
    await editDraft(reporter, { checkId, version, text });
    const after = await getCheck(reporter, checkId);
    expect(after.draft).toMatchObject({ number: 2, text });
    expect(after.findings.map(({ isOpen }) => isOpen)).toEqual([true, false, false]);
    expect(after.findings[2]?.decisions).toEqual([
      expect.objectContaining({ kind: "waived", note: "He confirmed it.", by: reporter.name }),
    ]);
    expect(await db.checkedDraft.count({ where: { check: { publicId: checkId } } })).toBe(2);
  });

  it("asks for the reason of what may stand and for the words of a question", async () => {
    const { reporter, checkId } = await begun();
    const findingKey = (await getCheck(reporter, checkId)).findings[1]?.key ?? "";
    for (const decision of ["waived", "asked"] as const)
      await expect(
        decideFinding(reporter, { checkId, findingKey, decision, note: " " }),
      ).rejects.toBeInstanceOf(Refused);
    await decideFinding(reporter, { checkId, findingKey, decision: "asked", note: "Did she say “no”?" });
    expect((await getCheck(reporter, checkId)).findings[1]).toMatchObject({ isOpen: true });
    await decideFinding(reporter, { checkId, findingKey, decision: "settled" });
    await decideFinding(reporter, { checkId, findingKey, decision: "reopened" });
    const finding = (await getCheck(reporter, checkId)).findings[1];
    expect(finding?.isOpen).toBe(true);
    expect(finding?.decisions.map(({ kind, supersededAt }) => [kind, supersededAt === null])).toEqual([
      ["asked", false],
      ["settled", false],
      ["reopened", true],
    ]);
    await expect(
      decideFinding(reporter, { checkId, findingKey: "0".repeat(24), decision: "settled" }),
    ).rejects.toBeInstanceOf(Conflict);
  });

  it("tells the second of two who decide one finding, or say something of one sentence", async () => {
    const { reporter, checkId } = await begun();
    const editor = await makeUser("editor");
    const { key: findingKey = "", decisions } = (await getCheck(reporter, checkId)).findings[1] ?? {};
    const seen = { checkId, findingKey, version: decisions?.length ?? -1 };
    await decideFinding(reporter, { ...seen, decision: "waived", note: "Heard on the recording." });
    await expect(decideFinding(editor, { ...seen, decision: "settled" })).rejects.toBeInstanceOf(Conflict);
    await decideFinding(editor, { ...seen, version: 1, decision: "reopened" });
    const standing = (await getCheck(reporter, checkId)).findings[1]?.decisions;
    expect(standing?.map(({ kind }) => kind)).toEqual(["waived", "reopened"]);

    const { proof, saved } = await getProof(reporter, checkId);
    const sentenceKey = proof.sentences[0]?.key ?? "";
    const read = { checkId, sentenceKey, version: saved(sentenceKey) };
    await markProof(reporter, { ...read, state: "query", note: "Since when?" });
    await expect(markProof(editor, { ...read, state: "opinion" })).rejects.toBeInstanceOf(Conflict);
    await markProof(editor, { ...read, version: 1, state: "unchecked" });
    await expect(markProof(reporter, { ...read, version: 1, state: "opinion" })).rejects.toBeInstanceOf(
      Conflict,
    );
    expect((await getProof(reporter, checkId)).saved(sentenceKey)).toBe(2);
  });

  it("brings what a colleague is asked before them, until it is decided or the words are gone", async () => {
    const { reporter, checkId, text } = await begun();
    const sam = await makeUser("editor", `Sam ${randomUUID().slice(0, 8)}`);
    const [, two, three] = (await getCheck(reporter, checkId)).findings.map(({ key }) => key);
    const ask = (findingKey = "", colleague = sam.name) =>
      decideFinding(reporter, { checkId, findingKey, decision: "asked", note: "Were you there?", colleague });
    await expect(ask(two, "Nobody of this name")).rejects.toBeInstanceOf(Refused);
    await ask(two);
    await ask(three);
    expect([await countAsked(sam), await countAsked(reporter), await countAsked(VISITOR)]).toEqual([2, 0, 0]);
    const mine = async (actor: Actor) => (await listChecks(actor, { view: "asked" })).items;
    expect(await mine(sam)).toMatchObject([{ publicId: checkId, asked: 2, open: 2 }]);
    expect(await mine(reporter)).toEqual([]);
    const finding = (await getCheck(sam, checkId)).findings[1];
    expect(finding?.decisions).toMatchObject([{ of: sam.name, isOfActor: true, by: reporter.name }]);
    expect(JSON.stringify((await listCalls(reporter, checkId)).calls)).not.toContain("Were you there");
    await decideFinding(sam, { checkId, findingKey: two ?? "", decision: "settled" });
    expect(await countAsked(sam)).toBe(1);
    const { version } = await getCheck(reporter, checkId);
    await editDraft(reporter, { checkId, version, text: text.slice(0, text.length / 2) });
    expect(await countAsked(sam)).toBe(0);
  });

  it("keeps count of itself, and counts a check of an earlier release when it is read", async () => {
    const { reporter, checkId } = await begun();
    const counted = async () => {
      const [row] = (await listChecks(reporter)).items.filter(({ publicId }) => publicId === checkId);
      const { open, left, findings } = await getCheck(reporter, checkId);
      expect(row).toMatchObject({ open, findings: findings.length, leftCount: left });
      return [findings.length, open, left];
    };
    const before = await counted();
    const none = { findingCount: null, openCount: null, wordCount: null, leftCount: null };
    await db.check.update({ where: { publicId: checkId }, data: none });
    const { findings } = await getCheck(reporter, checkId);
    expect(await getCheck(reporter, checkId)).toMatchObject({ open: before[1], left: before[2] });
    await decideFinding(reporter, { checkId, findingKey: findings[1]?.key ?? "", decision: "settled" });
    const after = await counted();
    expect(after[1]).toBe((before[1] ?? 0) - 1);
    expect(after[2]).toBeLessThan(before[2] ?? 0);
  });

  it("goes from one open finding to the next, and round to the first", async () => {
    const { reporter, checkId } = await begun();
    const [one, two, three] = (await getCheck(reporter, checkId)).findings.map(({ key }) => key);
    const decide = async (findingKey = "", decision: "settled" | "reopened" = "settled") =>
      (await decideFinding(reporter, { checkId, findingKey, decision })).next;
    expect(await decide(one, "reopened")).toBe(2);
    expect(await decide(two, "reopened")).toBe(3);
    expect(await decide(three, "reopened")).toBe(2);
    expect([await decide(two), await decide(three)]).toEqual([3, null]);
  });

  it("says what changed since, until it is compared again", async () => {
    const { reporter, checkId, statement } = await begun();
    await db.statement.update({
      where: { id: statement.id },
      data: { version: { increment: 1 }, state: "retracted" },
    });
    const [row] = (await listChecks(reporter)).items.filter(({ publicId }) => publicId === checkId);
    expect(row).toMatchObject({ changed: 1, open: 2, findings: 3 });
    const { changed, version } = await getCheck(reporter, checkId);
    expect(changed).toEqual([{ publicId: statement.publicId, state: "retracted" }]);
    await compareAgain(reporter, { checkId, version });
    expect(await getCheck(reporter, checkId)).toMatchObject({ changed: [], draft: { number: 1 } });
    expect((await labelsOf(reporter, checkId))[0]).toBe("corrected");
  });

  it("looks through material that is added, and not through what was left out", async () => {
    const { reporter, checkId, unknown } = await begun();
    const { version } = await getCheck(reporter, checkId);
    const text = `Notes of Monday.\n\n${unknown}`;
    await addMaterial(reporter, { checkId, version, materials: [{ name: "notes.txt", text }] });
    expect(await labelsOf(reporter, checkId)).toEqual(["exact", expect.anything(), "exact"]);
    expect(await getMaterial(reporter, { checkId, ordinal: 1 })).toMatchObject({ name: "notes.txt", text });
    await removeMaterial(reporter, { checkId, version: version + 1, ordinal: 1 });
    expect((await labelsOf(reporter, checkId))[2]).toBe("not_found");
    await expect(
      removeMaterial(reporter, { checkId, version: version + 2, ordinal: 1 }),
    ).rejects.toBeInstanceOf(NotFound);
    await expect(getMaterial(VISITOR, { checkId, ordinal: 1 })).rejects.toBeInstanceOf(Forbidden);
  });

  it("adds no text twice, whatever it is called", async () => {
    const { reporter, checkId, unknown } = await begun();
    const { version } = await getCheck(reporter, checkId);
    const add = (on: number, name: string, text: string) =>
      addMaterial(reporter, { checkId, version: on, materials: [{ name, text }] });
    await add(version, "", unknown);
    await expect(add(version + 1, "notes.txt", unknown)).rejects.toMatchObject({
      refusals: [{ rule: "check.material_again", field: "notes" }],
    });
    expect(await db.checkMaterial.count({ where: { check: { publicId: checkId } } })).toBe(1);
    await add(version + 1, "notes.txt", `${unknown} More.`);
    // what was left out may be put in again
    await removeMaterial(reporter, { checkId, version: version + 2, ordinal: 1 });
    await add(version + 3, "", unknown);
  });

  it("takes the draft of one of two who edit it at once", async () => {
    const { reporter, checkId, text } = await begun();
    const { version } = await getCheck(reporter, checkId);
    const edits = ["One more line.", "Another line."].map((line) =>
      editDraft(reporter, { checkId, version, text: `${text}\n\n${line}` }),
    );
    const outcomes = await Promise.allSettled(edits);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const [lost] = outcomes.filter((outcome) => outcome.status === "rejected");
    expect(lost?.reason).toBeInstanceOf(Conflict);
    expect(await db.checkedDraft.count({ where: { check: { publicId: checkId } } })).toBe(2);
  });

  it("closes when nothing is open; before that for an editor alone, with a reason", async () => {
    const { reporter, checkId } = await begun();
    const editor = await makeUser("editor");
    const { version } = await getCheck(reporter, checkId);
    await expect(closeCheck(reporter, { checkId, version, reason: "Late." })).rejects.toThrow(
      /ask an editor/u,
    );
    await expect(closeCheck(editor, { checkId, version, reason: "" })).rejects.toThrow(
      /2 findings are open, and \d+ words/u,
    );
    await closeCheck(editor, { checkId, version, reason: "It goes to press." });
    const findingKey = (await getCheck(reporter, checkId)).findings[1]?.key ?? "";
    await expect(
      decideFinding(reporter, { checkId, findingKey, decision: "settled" }),
    ).rejects.toBeInstanceOf(Refused);
    await expect(compareAgain(reporter, { checkId, version: version + 1 })).rejects.toBeInstanceOf(Refused);
    await reopenCheck(reporter, { checkId, version: version + 1 });
    expect((await getCheck(reporter, checkId)).closedAt).toBe(null);
    const entries = await db.auditEntry.findMany({
      where: { subjectType: "check" },
      orderBy: { seq: "asc" },
    });
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["check.started", "check.closed", "check.reopened"]),
    );
    expect(await verifyAudit(editor)).toMatchObject({ findings: [] });
  });

  it.each([
    ["no words", { text: " " }, "There is no draft yet"],
    ["a story that is not there", { text: "“No,” he said.", story: "nowhere" }, "no such story"],
    ["a story without its name", { text: "“No,” he said.", scope: "story" as const }, "Choose the story"],
    ["a draft without an end", { text: "word ".repeat(90_000) }, "longer than 400,000"],
    [
      "sixty-one notes",
      { text: "“No,” he said.", materials: Array(61).fill({ name: "", text: "A." }) },
      "at most 60",
    ],
  ])("is not begun with %s, and nothing is kept", async (_, given, words) => {
    const reporter = await makeUser("reporter");
    const before = await db.check.count();
    await expect(startCheck(reporter, { scope: "store", ...given })).rejects.toThrow(words);
    expect(await db.check.count()).toBe(before);
  });
});

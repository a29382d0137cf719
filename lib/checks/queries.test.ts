import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type Actor, VISITOR } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { indexMissing } from "@/lib/shingles/server";
import { normaliseName, printableId } from "@/lib/text";
import { makeSource, makeSpeaker, makeStatement, makeUser } from "@/prisma/factories";
import { findAgainst } from "./against";
import { getCheck, getProof, startCheck } from "./server";

const some = (count = 9) => Array.from({ length: count }, () => `w${randomUUID().slice(0, 8)}`).join(" ");

/** A statement that stands in a source of its own, indexed. */
async function held(parts: { state?: string; name?: string; words?: string; storyId?: string } = {}) {
  const wording = `“${parts.words ?? some()},”`;
  const speaker = await makeSpeaker(parts.name ?? `Agda Holm${randomUUID().slice(0, 6)}`);
  const source = await makeSource(`Rain fell. ${wording} she said. Nobody answered.`, "A report");
  const statement = await makeStatement({
    ...{ wording, speakerId: speaker.id, sourceId: source.id, state: parts.state ?? "captured" },
    storyId: parts.storyId ?? null,
  });
  await indexMissing();
  return { wording, speaker, source, statement };
}

const ASSESSED = {
  ...{ attributionTerms: "on_record", sourceIdentity: "named_person", channel: "speech" },
  ...{ proximity: "first_hand", origin: "original_reporting", assessedAt: new Date() },
};

describe("what a draft is compared with", () => {
  it("is every text with the same words in a row, and the statements in it", async () => {
    const actor = await makeUser("reporter");
    const { wording, source, statement } = await held();
    const other = await held();
    const { texts, statements, versions } = await findAgainst(actor, {
      draft: `It was ${wording} according to her.`,
      scope: "store",
    });
    const textId = `${source.publicId}/editions/1`;
    expect(texts).toEqual([
      expect.objectContaining({
        id: textId,
        title: "A report",
        day: "2025-10-28",
        text: source.editions[0]?.text,
      }),
    ]);
    expect(statements.map(({ id }) => id)).toEqual([statement.publicId]);
    expect(statements[0]).toMatchObject({ wording, standing: "stands", doubt: null, anchor: { textId } });
    expect(versions).toEqual(new Map([[statement.publicId, 1]]));
    expect(JSON.stringify({ texts, statements })).not.toContain(other.wording);
  });

  it.each([
    ["off_record", { attributionTerms: "off_record" }],
    ["embargoed", { embargoedUntil: new Date("2999-01-01") }],
    ["stands", { embargoedUntil: new Date("2020-01-01") }],
  ])(
    "tells the desk that a statement is %s, and what has its words is no exact match then",
    async (standing, seal) => {
      const actor = await makeUser("reporter");
      const { wording, speaker, statement } = await held();
      await db.sourcingAssessment.create({ data: { ...ASSESSED, ...seal, statementId: statement.id } });
      const draft = `${wording} said ${speaker.name}.`;
      const { statements } = await findAgainst(actor, { draft, scope: "store" });
      expect(statements.map((one) => one.standing)).toEqual([standing]);
      const { checkId } = await startCheck(actor, { text: draft, scope: "store" });
      const { findings, proof } = await getProof(actor, checkId);
      const isOpen = standing !== "stands";
      expect(findings.map(({ label }) => label)).toEqual([isOpen ? "sealed" : "exact"]);
      expect(proof.counts.verified > 0).toBe(!isOpen);
    },
  );

  it("is also what was said by whoever the draft names, in words of which none is the same", async () => {
    const actor = await makeUser("reviewer");
    const { speaker, statement } = await held();
    const draft = `${speaker.name}’s view was “something else entirely,” by all accounts.`;
    const { texts, statements } = await findAgainst(actor, { draft, scope: "store" });
    expect(statements.map(({ id }) => id)).toEqual([statement.publicId]);
    expect(texts).toHaveLength(1);
  });

  it("is of one story what stands in that story alone", async () => {
    const actor = await makeUser("editor");
    const story = await db.story.create({ data: { slug: randomUUID(), title: "The bridge" } });
    const words = some();
    const inside = await held({ words, storyId: story.id });
    const outside = await held({ words });
    const { statements, texts } = await findAgainst(actor, {
      draft: words,
      scope: "story",
      storyId: story.id,
    });
    expect(statements.map(({ id }) => id)).toEqual([inside.statement.publicId]);
    expect(texts.map(({ id }) => id)).toEqual([`${inside.source.publicId}/editions/1`]);
    expect(JSON.stringify(statements)).not.toContain(outside.statement.publicId);
  });

  it("is nothing of the store for its own material alone", async () => {
    const { wording } = await held();
    const actor = await makeUser("reporter");
    expect(await findAgainst(actor, { draft: wording, scope: "material" })).toMatchObject({
      ...{ texts: [], statements: [] },
    });
  });

  it("is for a reader, a visitor and an administrator what is public, without the texts around it", async () => {
    const words = some();
    const hidden = await held({ words });
    const open = await held({ words, state: "published" });
    for (const actor of [await makeUser("reader"), VISITOR, await makeUser("admin")]) {
      const { texts, statements } = await findAgainst(actor, {
        draft: `${words} ${hidden.speaker.name}`,
        scope: "store",
      });
      expect(texts).toEqual([]);
      expect(statements).toEqual([expect.objectContaining({ id: open.statement.publicId, anchor: null })]);
    }
  });

  it("tells nobody outside the desk the names that are kept for matching, nor what nobody published", async () => {
    const open = await held({ state: "published" });
    const printed = `Nomda Plume${randomUUID().slice(0, 6)}`;
    await db.speakerAlias.create({
      data: {
        ...{ speakerId: open.speaker.id, name: printed, nameKey: normaliseName(printed) },
        kind: "printed",
      },
    });
    const later = await held({ words: some(), state: "captured" });
    const reversal = { type: "reverses", state: "confirmed", publicId: printableId("rel") };
    await db.relation.create({
      data: {
        ...{ ...reversal, fromId: later.statement.id, toId: open.statement.id },
        ...{
          rationale: "The contrary, a week later.",
          comparability: "The same bridge.",
          createdAt: new Date(),
        },
      },
    });
    const ask = (actor: Actor, draft: string) => findAgainst(actor, { draft, scope: "store" });
    const byName = `“Something else entirely,” said ${printed}.`;
    for (const actor of [await makeUser("reader"), VISITOR]) {
      expect((await ask(actor, byName)).statements).toEqual([]);
      const { statements } = await ask(actor, `${open.wording} said ${open.speaker.name}.`);
      expect(statements).toMatchObject([{ id: open.statement.publicId, standing: "stands" }]);
      expect(JSON.stringify(statements)).not.toContain(printed);
    }
    const reporter = await makeUser("reporter");
    expect((await ask(reporter, byName)).statements).toMatchObject([{ standing: "reversed" }]);
  });

  it.each([
    ["retracted", {}],
    ["published", { corrected: true }],
  ])("says of a %s statement how it stands", async (state, { corrected }: { corrected?: boolean }) => {
    const { wording, statement } = await held({ state });
    if (corrected) {
      const given = { kind: "correction", note: "A word.", versionNumber: 2, givenAt: new Date() };
      await db.correction.create({ data: { statementId: statement.id, ...given } });
    }
    const { statements } = await findAgainst(await makeUser("reporter"), { draft: wording, scope: "store" });
    expect(statements[0]?.standing).toBe(corrected ? "corrected" : "retracted");
  });

  it("keeps with what it found of a statement that nobody may publish its words, or that their speaker denies them", async () => {
    const actor = await makeUser("reporter");
    const [secret, later, denied, past] = await Promise.all([held(), held(), held(), held()]);
    const seal = (statementId: string, more: object) =>
      db.sourcingAssessment.create({
        data: { ...ASSESSED, statementId, ...more },
      });
    await seal(secret.statement.id, { attributionTerms: "off_record" });
    await seal(later.statement.id, { embargoedUntil: new Date("2999-01-02T03:04:00Z") });
    await seal(past.statement.id, { embargoedUntil: new Date("2020-01-02T03:04:00Z") });
    await db.statement.update({ where: { id: denied.statement.id }, data: { isDenial: true } });
    const all = [secret, later, denied, past];
    const text = all.map(({ wording, speaker }) => `${wording} said ${speaker.name}.`).join("\n\n");
    const { checkId } = await startCheck(actor, { text, scope: "store" });
    const { findings, company } = await getCheck(actor, checkId);
    const words = [
      "Off the record: it may not be published.",
      "Under an embargo until 2999-01-02 03:04 UTC: it may not be published before.",
      "The speaker denies what is quoted.",
      "",
    ];
    expect(findings.map((finding) => finding.company)).toEqual(words);
    const stored = all.map(({ statement }, index) => [statement.publicId, words[index]] as const);
    expect(company).toEqual(new Map(stored.slice(0, 3)));
  });

  it("says who doubts that it was said at all", async () => {
    const { wording, statement } = await held();
    const given = { axis: "said", reasons: "", asOf: new Date(), givenAt: new Date() };
    await db.verdict.create({ data: { statementId: statement.id, value: "fabricated", ...given } });
    const { statements } = await findAgainst(await makeUser("reporter"), { draft: wording, scope: "store" });
    expect(statements[0]?.doubt).toBe("fabricated");
  });

  it("tells the public no name that is kept for matching, and no reversal that is not public", async () => {
    const words = some();
    const { wording, speaker, statement } = await held({ words, state: "published" });
    const printed = `Hagda Olm${randomUUID().slice(0, 6)}`;
    const alias = { name: printed, nameKey: printed.toLowerCase(), kind: "printed" };
    await db.speakerAlias.create({ data: { speakerId: speaker.id, ...alias } });
    const later = await makeStatement({ speakerId: speaker.id, state: "captured" });
    const reversal = { type: "reverses", state: "confirmed", rationale: "", comparability: "" };
    await db.relation.create({
      data: {
        ...{ ...reversal, publicId: randomUUID(), fromId: later.id, toId: statement.id },
        createdAt: new Date(),
      },
    });
    const ask = async (actor: Actor, draft: string) =>
      (await findAgainst(actor, { draft, scope: "store" })).statements;
    expect(await ask(VISITOR, `${printed} spoke.`)).toEqual([]);
    const [told] = await ask(VISITOR, wording);
    expect(told).toMatchObject({ id: statement.publicId, standing: "stands" });
    expect(JSON.stringify(told)).not.toContain(printed);
    const reporter = await makeUser("reporter");
    expect((await ask(reporter, `${printed} spoke.`)).map(({ id }) => id)).toContain(statement.publicId);
    const known = (await ask(reporter, wording)).find(({ id }) => id === statement.publicId);
    expect(known?.standing).toBe("reversed");
    expect(known?.speaker?.aliases).toContain(printed);
  });
});

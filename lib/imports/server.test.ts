import { describe, expect, test, vi } from "vitest";
import { verifyAudit } from "@/lib/audit/server";
import { type Actor, can, ROLES, SYSTEM, VISITOR } from "@/lib/auth";
import { addMany, db, transact } from "@/lib/db/server";
import { Forbidden, NotFound, Refused } from "@/lib/errors";
import { acceptAll, addProposal, decideProposal } from "@/lib/proposals/server";
import { makeUser } from "@/prisma/factories";
import { createDraft, getDraft, readFurther, storeDraft } from "./server";

const recognising = vi.hoisted(() => ({ fails: false }));
vi.mock("./recognise", async (original) => {
  const actual = await original<typeof import("./recognise")>();
  const recognise: typeof actual.recognise = (...given) => {
    if (recognising.fails) throw new Error("the power went out");
    return actual.recognise(...given);
  };
  return { ...actual, recognise };
});

let count = 0;
/** A text of some 130,000 characters, which is three steps, and of its own: the same text is the same draft. */
function longText(): string {
  count += 1;
  const rain = "Rain fell in the north and the river rose by a hand 😀 overnight. ".repeat(100);
  const paragraphs = Array.from(
    { length: 20 },
    (_, n) =>
      `“We will sign treaty ${count}-${n} tomorrow,” Mira Tanvald, the envoy, told reporters.\n\nDr Oskar Brenn said that the talks [in Doha] had failed … again.\n\n${rain}`,
  );
  return paragraphs.join("\n\n");
}

async function openLong() {
  const text = longText();
  const actor = await makeUser("reporter");
  const { draftId } = await createDraft(actor, { text });
  return { text, actor, draftId };
}

async function readToEnd(actor: Actor, draftId: string): Promise<number[]> {
  const places: number[] = [];
  for (;;) {
    const { unreadFromUtf16 } = await readFurther(actor, { draftId, budgetMs: 0 });
    if (unreadFromUtf16 === null) return places;
    places.push(unreadFromUtf16);
  }
}

async function foundIn(draftId: string) {
  return db.importProposal.findMany({
    where: { draft: { publicId: draftId } },
    select: { ordinal: true, found: true, startUtf16: true, endUtf16: true },
    orderBy: { ordinal: "asc" },
  });
}

/** Every part of a find that has a place, at any depth, with the words it says stand there. */
function placesIn(
  value: unknown,
): { startUtf16: number; endUtf16: number; text?: string; wording?: string }[] {
  if (typeof value !== "object" || value === null) return [];
  const own = "startUtf16" in value ? [value as ReturnType<typeof placesIn>[number]] : [];
  return [...own, ...Object.values(value).flatMap(placesIn)];
}

describe("a long text", () => {
  test("is read in steps that together find what stands in all of it, each at its place", async () => {
    const { text, actor, draftId } = await openLong();
    const first = await getDraft(actor, { draftId });
    expect(first.readPercent).toBeGreaterThan(10);
    expect(first.readPercent).toBeLessThan(50);
    const places = await readToEnd(actor, draftId);
    expect(places.length).toBeGreaterThanOrEqual(1);
    expect(places).toEqual([...new Set(places)].sort((one, other) => one - other));
    expect(await getDraft(actor, { draftId })).toMatchObject({ readPercent: 100, unreadFromUtf16: null });

    const rows = await foundIn(draftId);
    expect(rows.map(({ ordinal }) => ordinal)).toEqual(rows.map((_, index) => index + 1));
    for (const { found } of rows) {
      for (const place of placesIn(JSON.parse(found))) {
        const words = place.wording ?? place.text;
        const slice = text.slice(place.startUtf16, place.endUtf16);
        expect(slice).not.toBe("");
        if (words !== undefined) expect(slice).toBe(words);
      }
    }
    for (let n = 0; n < 20; n++) {
      const start = text.indexOf(`“We will sign treaty ${count}-${n} `);
      expect(rows.filter(({ startUtf16 }) => startUtf16 === start)).toHaveLength(1);
    }
    expect(rows.filter(({ found }) => found.includes("Oskar Brenn"))).toHaveLength(20);
    expect(await verifyAudit(SYSTEM)).toMatchObject({ isIntact: true });
  });

  test("read twice at once is read once", async () => {
    const { actor, draftId } = await openLong();
    const alone = await openLong();
    await readToEnd(alone.actor, alone.draftId);
    const read = () => readFurther(actor, { draftId, budgetMs: 60_000 });
    const ends = await Promise.all([read(), read(), read()]);
    expect(ends).toEqual([1, 2, 3].map(() => ({ unreadFromUtf16: null })));
    const rows = await foundIn(draftId);
    expect(rows.length).toBe((await foundIn(alone.draftId)).length);
    expect(new Set(rows.map(({ startUtf16, endUtf16 }) => `${startUtf16}-${endUtf16}`)).size).toBe(
      rows.length,
    );
    await read();
    expect(await foundIn(draftId)).toEqual(rows);
  });

  test("goes on where it stopped, with what was decided and marked by hand meanwhile", async () => {
    const { text, actor, draftId } = await openLong();
    await decideProposal(actor, { draftId, ordinal: 1, decision: "rejected" });
    const wording = `“We will sign treaty ${count}-19 tomorrow,”`;
    const { ordinal } = await addProposal(actor, { draftId, wording, startUtf16: text.indexOf(wording) });
    expect(await createDraft(actor, { text })).toEqual({ draftId, isNew: false });
    await readToEnd(actor, draftId);
    const draft = await getDraft(actor, { draftId });
    expect(draft.proposals[0]?.decision).toBe("rejected");
    const rows = await foundIn(draftId);
    expect(rows.filter(({ startUtf16 }) => startUtf16 === text.indexOf(wording))).toMatchObject([
      { ordinal },
    ]);
    expect(new Set(rows.map((row) => row.ordinal)).size).toBe(rows.length);
  });

  test("is stored when it is read to its end, not before, and found again in one with its last step", async () => {
    const { text, actor, draftId } = await openLong();
    await acceptAll(actor, { draftId });
    const before = await db.statement.count();
    await expect(storeDraft(actor, { draftId })).rejects.toThrow(Refused);
    expect(await db.statement.count()).toBe(before);
    await readToEnd(actor, draftId);
    await acceptAll(actor, { draftId });
    const { counts } = await getDraft(actor, { draftId });
    expect(await storeDraft(actor, { draftId })).toMatchObject({ stored: counts.all, pending: 0 });

    const { draftId: again } = await createDraft(actor, { text });
    recognising.fails = true;
    await expect(readToEnd(actor, again)).rejects.toThrow("the power went out");
    expect((await getDraft(actor, { draftId: again })).unreadFromUtf16).not.toBeNull();
    recognising.fails = false;
    await readToEnd(actor, again);
    expect((await getDraft(actor, { draftId: again })).counts).toMatchObject({ known: counts.all });
  });
});

test("a text of an article's length is read whole at once", async () => {
  const { draftId } = await createDraft(SYSTEM, { text: `${longText().slice(0, 40_000)} End.` });
  expect((await getDraft(SYSTEM, { draftId })).readPercent).toBe(100);
  const rows = await foundIn(draftId);
  expect(await readFurther(SYSTEM, { draftId })).toEqual({ unreadFromUtf16: null });
  expect(await foundIn(draftId)).toEqual(rows);
});

test("only its owner reads on in a draft", async () => {
  const { draftId } = await openLong();
  const other = await makeUser("editor");
  await expect(readFurther(other, { draftId })).rejects.toThrow(NotFound);
});

const actors: Actor[] = [VISITOR, ...ROLES.map((role) => ({ id: `u-${role}`, name: role, role }))];
test.each(actors.map((actor) => [actor.role, actor] as const))("%s, readFurther", async (_, actor) => {
  const attempt = readFurther(actor, { draftId: "none" });
  await expect(attempt).rejects.toThrow(can(actor, "source:import") ? NotFound : Forbidden);
});

describe("an import with thousands of finds", () => {
  async function openMany() {
    const { actor, draftId } = await openLong();
    const draft = await db.importDraft.findUniqueOrThrow({ where: { publicId: draftId } });
    const [like] = await db.importProposal.findMany({ where: { draftId: draft.id }, take: 1 });
    if (!like) throw new Error("nothing was found");
    await db.importProposal.deleteMany({ where: { draftId: draft.id } });
    const rows = Array.from({ length: 1500 }, (_, n) => ({ ...like, id: `${like.id}-${n}`, ordinal: n + 1 }));
    await transact((tx) => addMany(tx, "ImportProposal", rows));
    return { actor, draftId };
  }

  test("a page of it reads the finds that it shows, and knows of the others", async () => {
    const { actor, draftId } = await openMany();
    const parsed = vi.spyOn(JSON, "parse");
    try {
      const page = await getDraft(actor, { draftId, at: 250 });
      const finds = parsed.mock.calls.filter(([text]) => text.includes('"pieces"'));
      expect(page.proposals).toHaveLength(100);
      expect(finds.length).toBeLessThanOrEqual(100);
      expect(page.siblings).toHaveLength(1499);
    } finally {
      parsed.mockRestore();
    }
  });
});

test("what an earlier release kept without its speaker is read for it, once", async () => {
  const { actor, draftId } = await openLong();
  const before = await getDraft(actor, { draftId });
  const shown = (page: typeof before) =>
    page.proposals.map(({ printedName, shownKind }) => ({ printedName, shownKind }));
  expect(before.siblings.length).toBeGreaterThan(0);
  expect(shown(before).some(({ shownKind }) => shownKind !== null)).toBe(true);
  await db.importProposal.updateMany({
    where: { draft: { publicId: draftId } },
    data: { speakerKey: null, speakerShown: null },
  });
  const after = await getDraft(actor, { draftId });
  expect(after.siblings).toEqual(before.siblings);
  expect(shown(after)).toEqual(shown(before));
  expect(await db.importProposal.count({ where: { draft: { publicId: draftId }, speakerKey: null } })).toBe(
    0,
  );
});

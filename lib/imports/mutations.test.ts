import { describe, expect, test, vi } from "vitest";
import { verifyAudit } from "@/lib/audit/server";
import { type Actor, can, ROLES, SYSTEM, VISITOR } from "@/lib/auth";
import { db, transact } from "@/lib/db/server";
import { Conflict, Forbidden, NotFound, Refused } from "@/lib/errors";
import { acceptAll, addProposal, decideProposal } from "@/lib/proposals/server";
import { createStory } from "@/lib/stories/server";
import { wordingOf } from "@/lib/text";
import { makeSpeaker, makeUser } from "@/prisma/factories";
import {
  createDraft,
  discardDraft,
  findSourceOfDraft,
  getDraft,
  listDrafts,
  saveDetails,
  storeDraft,
} from "./server";

let count = 0;
/** A text of its own: the same text is the same draft. */
function article(name = "Mira Tanvald") {
  count += 1;
  return `Talks number ${count}\n\n“We will sign the treaty tomorrow,” Dr ${name} said. “Nobody will stop us.”\n\nRain fell in the north.`;
}

async function openDraft(text = article()): Promise<{ actor: Actor; draftId: string }> {
  const actor = await makeUser("reporter");
  const { draftId } = await createDraft(actor, {
    text,
    outletName: "The Tanvald Post",
    publishedOn: "2025-10",
  });
  return { actor, draftId };
}

test("a fact check by others is read as a text, with what nobody typed taken from it", async () => {
  const actor = await makeUser("reporter");
  const review = {
    ...{ "@type": "ClaimReview", url: "https://checks.example/bridge", datePublished: "2025-10-30" },
    ...{ claimReviewed: "The bridge was sold to a circus", inLanguage: "en" },
    ...{ author: { "@type": "Organization", name: "Check Desk" }, reviewRating: { alternateName: "False" } },
    itemReviewed: { "@type": "Claim", author: { "@type": "Person", name: "Mira Tanvald" } },
  };
  const { draftId } = await createDraft(actor, { text: JSON.stringify(review), title: "Ours", author: "" });
  const draft = await getDraft(actor, { draftId });
  expect(draft).toMatchObject({
    title: "Ours",
    outletName: "Check Desk",
    address: review.url,
    language: "en",
  });
  expect(draft.publishedOn).toBe("2025-10-30");
  expect(draft.text).toContain("Verdict of Check Desk: False.");
  expect(draft.proposals.map(({ wording, fields }) => [fields.form, wording])).toEqual([
    ["indirect", "the bridge was sold to a circus"],
  ]);
  // theirs is no verdict of this desk
  expect(await db.verdict.count()).toBe(0);
  // what nobody could have typed is not known
  const odd = {
    ...review,
    claimReviewed: "The bridge was lent",
    datePublished: "2025-13-45",
    inLanguage: "xxq",
  };
  const other = await createDraft(actor, { text: JSON.stringify(odd), title: "", language: "" });
  expect(await getDraft(actor, other)).toMatchObject({ publishedOn: "", language: "en" });
});

describe("createDraft", () => {
  test("keeps the text and what was found in it, and stores nothing", async () => {
    const text = article();
    const before = await db.statement.count();
    const { actor, draftId } = await openDraft(text.replaceAll("\n", "\r\n"));
    const draft = await getDraft(actor, { draftId });
    expect(draft).toMatchObject({ text, title: text.split("\n")[0], counts: { accepted: 0, toStore: 0 } });
    expect(draft.counts.pending).toBeGreaterThan(0);
    for (const { wording, fields } of draft.proposals) {
      expect(wordingOf(text, fields.pieces)).toBe(wording);
    }
    expect(await db.statement.count()).toBe(before);
    expect((await listDrafts(actor)).map(({ publicId }) => publicId)).toEqual([draftId]);
  });

  test("the same text again is the same draft, decisions and all; somebody else's is another", async () => {
    const text = article();
    const { actor, draftId } = await openDraft(text);
    await decideProposal(actor, { draftId, ordinal: 1, decision: "rejected" });
    expect(await createDraft(actor, { text })).toEqual({ draftId, isNew: false });
    const [one, two] = await Promise.all([createDraft(SYSTEM, { text }), createDraft(SYSTEM, { text })]);
    expect(one.draftId).toBe(two.draftId);
    expect(one.draftId).not.toBe(draftId);
  });

  test.each([
    ["nothing", " \n"],
    ["a NUL", "words\u0000 here"],
  ])("refuses %s", async (_, text) => {
    await expect(createDraft(SYSTEM, { text })).rejects.toThrow(Refused);
  });
});

test("a draft is its owner's alone", async () => {
  const { draftId } = await openDraft();
  const other = await makeUser("editor");
  for (const attempt of [
    () => getDraft(other, { draftId }),
    () => saveDetails(other, { draftId, version: 1, title: "Mine" }),
    () => storeDraft(other, { draftId }),
    () => discardDraft(other, { draftId }),
    () => acceptAll(other, { draftId }),
  ]) {
    await expect(attempt()).rejects.toThrow(NotFound);
  }
  expect(await findSourceOfDraft(other, { draftId })).toBeNull();
});

test("of two windows that save the details, the later is told", async () => {
  const { actor, draftId } = await openDraft();
  await saveDetails(actor, { draftId, version: 1, title: "One", outletName: "The Post" });
  await expect(saveDetails(actor, { draftId, version: 1, title: "Two" })).rejects.toThrow(Conflict);
  expect(await getDraft(actor, { draftId })).toMatchObject({ title: "One", outletName: "The Post" });
});

describe("storeDraft", () => {
  test("stores outlet, source, edition, speakers and statements with their anchors", async () => {
    const text = article("Oskar Brenn");
    const { actor, draftId } = await openDraft(text);
    await acceptAll(actor, { draftId });
    const outcome = await storeDraft(actor, { draftId });
    const source = await db.source.findUniqueOrThrow({
      where: { publicId: outcome.sourceId },
      include: { outlet: true, editions: true, statements: { include: { anchors: true, speaker: true } } },
    });
    expect(outcome).toMatchObject({ stored: source.statements.length, known: 0, pending: 0 });
    expect(source).toMatchObject({ publishedOnPrecision: "month", outlet: { name: "The Tanvald Post" } });
    expect(source.editions.map((edition) => edition.text)).toEqual([text]);
    expect(source.statements.length).toBeGreaterThan(0);
    for (const { anchors, wording, capturedById } of source.statements) {
      const [anchor] = anchors;
      expect(anchor?.state).toBe("exact");
      const pieces = JSON.parse(anchor?.pieces ?? "[]") as [number, number][];
      expect(wordingOf(text, pieces)).toBe(wording);
      expect(capturedById).toBe(actor.id);
    }
    expect(new Set(source.statements.map(({ speaker }) => speaker?.name))).toEqual(new Set(["Oskar Brenn"]));
    expect(await db.speaker.count({ where: { name: "Oskar Brenn" } })).toBe(1);
    expect(await verifyAudit(SYSTEM)).toMatchObject({ isIntact: true });
  });

  test("what is typed and not saved of what it would store is told, and nothing is stored", async () => {
    const { actor, draftId } = await openDraft();
    await acceptAll(actor, { draftId });
    const store = (unsaved: { ordinals: number[]; isAboutSource: boolean }) =>
      storeDraft(actor, { draftId, unsaved });
    await expect(store({ ordinals: [1], isAboutSource: true })).rejects.toThrow(
      "Something is typed and not saved in “Where it was published”, proposal 1. Save or discard it, then store. Nothing was stored.",
    );
    expect(await db.importDraft.findFirst({ where: { publicId: draftId } })).toMatchObject({
      sourceId: null,
    });
    // no such proposal is accepted: it stays in the draft, as typed
    expect(await store({ ordinals: [900], isAboutSource: false })).toMatchObject({ pending: 0 });
  });

  test("pressed twice, stores once and leads to the same source", async () => {
    const { actor, draftId } = await openDraft();
    await acceptAll(actor, { draftId });
    const outcomes = await Promise.all([storeDraft(actor, { draftId }), storeDraft(actor, { draftId })]);
    expect(new Set(outcomes.map(({ sourceId }) => sourceId)).size).toBe(1);
    const sourceId = outcomes[0]?.sourceId ?? "";
    const statements = await db.statement.count({ where: { source: { publicId: sourceId } } });
    expect(outcomes.map(({ stored }) => stored).sort()).toEqual([0, statements]);
    expect(await findSourceOfDraft(actor, { draftId })).toBe(sourceId);
    await expect(getDraft(actor, { draftId })).rejects.toThrow(NotFound);
  });

  test("stored by another press between two of its looks, leads to the same source", async () => {
    const { actor, draftId } = await openDraft();
    await acceptAll(actor, { draftId });
    const drafts = db.importDraft;
    const look = drafts.findFirst.bind(drafts);
    let other = "";
    const spied = vi.spyOn(drafts, "findFirst").mockImplementationOnce(((args: object) =>
      look(args).then(async (found) => {
        other = (await storeDraft(actor, { draftId })).sourceId;
        return found;
      })) as unknown as typeof drafts.findFirst);
    const outcome = await storeDraft(actor, { draftId }).finally(() => spied.mockRestore());
    expect(outcome).toMatchObject({ sourceId: other, stored: 0 });
  });

  test("goes on with what is left to decide, in the same edition", async () => {
    const text =
      "Talks\n\n“We agree,” Dr Ana Lind said.\n\n“We do not agree at all,” Mr Bo Strand told reporters.";
    const { actor, draftId } = await openDraft(text);
    const { counts } = await getDraft(actor, { draftId });
    expect(counts.all).toBe(2);
    await decideProposal(actor, { draftId, ordinal: 1, decision: "accepted" });
    const first = await storeDraft(actor, { draftId });
    expect(first).toMatchObject({ stored: 1, pending: 1 });
    await expect(decideProposal(actor, { draftId, ordinal: 1, decision: "rejected" })).rejects.toThrow(
      NotFound,
    );
    await acceptAll(actor, { draftId });
    expect(await storeDraft(actor, { draftId })).toMatchObject({
      sourceId: first.sourceId,
      stored: 1,
      known: 0,
      pending: 0,
    });
    expect(await db.edition.count({ where: { source: { publicId: first.sourceId } } })).toBe(1);
  });

  test("the same text by another reporter meets the source that is there", async () => {
    const text = article("Ivo Marek");
    const one = await openDraft(text);
    await acceptAll(one.actor, one);
    const { sourceId, stored } = await storeDraft(one.actor, one);
    const two = await openDraft(text);
    expect(await getDraft(two.actor, two)).toMatchObject({
      record: { publicId: sourceId, isSameText: true, unchanged: stored, changed: 0 },
      counts: { pending: 0, known: stored, toFind: stored },
    });
    expect(await storeDraft(two.actor, two)).toMatchObject({ sourceId, stored: 0, known: stored });
  });

  test("a changed text at the same address becomes the next edition", async () => {
    const address = "https://example.test/talks";
    const sources: string[] = [];
    for (const text of [article(), article()]) {
      const { draftId } = await createDraft(SYSTEM, { text, address });
      await acceptAll(SYSTEM, { draftId });
      sources.push((await storeDraft(SYSTEM, { draftId })).sourceId);
    }
    expect(new Set(sources).size).toBe(1);
    const numbers = await db.edition.findMany({ where: { source: { address } }, orderBy: { number: "asc" } });
    expect(numbers.map(({ number }) => number)).toEqual([1, 2]);
  });

  test("a known speaker of that name is used, not made again", async () => {
    const { id } = await makeSpeaker("Vera Holt");
    const { actor, draftId } = await openDraft(article("Vera Holt"));
    await acceptAll(actor, { draftId });
    const { sourceId } = await storeDraft(actor, { draftId });
    const speakers = await db.statement.findMany({
      where: { source: { publicId: sourceId } },
      select: { speakerId: true },
    });
    expect(new Set(speakers.map(({ speakerId }) => speakerId))).toEqual(new Set([id]));
  });

  test("refuses when nothing is accepted, and keeps nothing", async () => {
    const { actor, draftId } = await openDraft();
    const before = await db.source.count();
    await expect(storeDraft(actor, { draftId })).rejects.toThrow(Refused);
    expect(await db.source.count()).toBe(before);
  });
});

test("a discarded draft is gone, and its text may be opened anew", async () => {
  const text = article();
  const { actor, draftId } = await openDraft(text);
  await discardDraft(actor, { draftId });
  await expect(getDraft(actor, { draftId })).rejects.toThrow(NotFound);
  await expect(storeDraft(actor, { draftId })).rejects.toThrow(NotFound);
  expect((await createDraft(actor, { text })).isNew).toBe(true);
});

describe("permission", () => {
  const actors: Actor[] = [VISITOR, ...ROLES.map((role) => ({ id: `u-${role}`, name: role, role }))];
  const verbs: Record<string, (actor: Actor) => Promise<unknown>> = {
    createDraft: (actor) => createDraft(actor, { text: " " }),
    saveDetails: (actor) => saveDetails(actor, { draftId: "none", version: 1 }),
    storeDraft: (actor) => storeDraft(actor, { draftId: "none" }),
    discardDraft: (actor) => discardDraft(actor, { draftId: "none" }),
    getDraft: (actor) => getDraft(actor, { draftId: "none" }),
  };
  test.each(actors.flatMap((actor) => Object.keys(verbs).map((verb) => [actor.role, verb, actor] as const)))(
    "%s, %s",
    async (_, verb, actor) => {
      const failure = await verbs[verb]?.(actor).then(
        () => null,
        (error: unknown) => error,
      );
      if (can(actor, "source:import")) expect(failure).not.toBeInstanceOf(Forbidden);
      else expect(failure).toBeInstanceOf(Forbidden);
    },
  );
});

describe("the language of a text", () => {
  const german = () => {
    count += 1;
    return `Gespräche ${count}\n\n„Wir werden nicht gehen“, sagte Dr. Jens Holt. Und das ist auch gut so.\n\n“We stay,” Dr Ann Holt said.`;
  };

  test("is guessed, with what shows it", async () => {
    const { draftId } = await createDraft(SYSTEM, { text: german() });
    const draft = await getDraft(SYSTEM, { draftId });
    expect(draft.language).toBe("de");
    expect(draft.guess?.because).toContain("are words of German");
  });

  test("is what somebody says, and then the text is read anew; what was decided or marked stays", async () => {
    count += 1;
    const text = `Ferries ${count}\n\n“We stay,” Dr Ann Holt said.\n\nDr Bo Lind said that the ferry was safe.`;
    const { draftId } = await createDraft(SYSTEM, { text });
    await addProposal(SYSTEM, { draftId, wording: "the ferry" });
    await decideProposal(SYSTEM, { draftId, ordinal: 1, decision: "accepted" });
    const read = async (language: string) => {
      const { version } = await getDraft(SYSTEM, { draftId });
      await saveDetails(SYSTEM, { draftId, version, language });
      const draft = await getDraft(SYSTEM, { draftId });
      expect([draft.language, draft.readPercent]).toEqual([language, 100]);
      expect(draft.proposals.map(({ ordinal }) => ordinal)).toEqual(
        draft.proposals.map((_, index) => index + 1),
      );
      return draft.proposals.map(({ wording, decision }) => `${wording} ${decision}`).sort();
    };
    const kept = ["the ferry pending", "“We stay,” accepted"];
    // without rules for a language no words without marks are found
    expect(await read("fi")).toEqual(kept);
    expect(await read("en")).toEqual([...kept, "the ferry was safe pending"].sort());
  });

  test("goes with the source and its statements; words in other letters have their own", async () => {
    count += 1;
    const urdu = "ہم تیار ہیں اور کوئی نہیں روک سکتا";
    const text = `Vow ${count}\n\n“${urdu},” Dr Ann Holt said on Monday, and nobody in the hall was against it.`;
    const { draftId } = await createDraft(SYSTEM, { text });
    await acceptAll(SYSTEM, { draftId });
    const { sourceId } = await storeDraft(SYSTEM, { draftId });
    const source = await db.source.findUnique({
      where: { publicId: sourceId },
      select: { language: true, statements: { select: { language: true }, orderBy: { id: "asc" } } },
    });
    expect(source).toEqual({ language: "en", statements: [{ language: "ur" }] });
  });
});

describe("an article that was corrected", () => {
  const NAMES = ["Dr Ada Moor", "Dr Ben Holt", "Dr Cleo Nash"];
  const WORDS = [
    "“The bridge moved four centimetres in one week,” said",
    "“Nobody may cross before the spring is over,” said",
    "“We have asked the council for nine thousand crowns,” said",
  ];
  const paper = (words: readonly string[], names = NAMES) =>
    `Bridge report\n\n${words.map((one, index) => `${one} ${names[index]}.`).join("\n\n")}`;

  async function publish() {
    count += 1;
    const address = `https://courier.example/bridge/${count}-${Date.now()}`;
    const [first, ...names] = NAMES.map((name) => `${name}${"abcdefghij"[count % 10]}x`);
    const actor = await makeUser("reporter");
    const text = paper(WORDS, [first ?? "", ...names]);
    const { draftId } = await createDraft(actor, { text, address });
    await acceptAll(actor, { draftId });
    const { sourceId, stored } = await storeDraft(actor, { draftId });
    expect(stored).toBe(3);
    const source = await db.source.findUniqueOrThrow({ where: { publicId: sourceId } });
    const statements = () =>
      db.statement.findMany({
        where: { sourceId: source.id },
        include: { anchors: true },
        orderBy: { id: "asc" },
      });
    return { actor, address, text, sourceId, statements };
  }

  test("has again what was not changed, tells what was, and makes no doubles", async () => {
    const { actor, address, text, sourceId, statements } = await publish();
    const corrected = text
      .replace("four centimetres", "five centimetres")
      .replace("Bridge report", "Bridge report, corrected");
    const { draftId } = await createDraft(actor, {
      text: corrected,
      address: `${address}/?utm_source=mail#top`,
    });
    const draft = await getDraft(actor, { draftId });
    expect(draft.record).toMatchObject({
      publicId: sourceId,
      isSameText: false,
      statements: 3,
      unchanged: 2,
      changed: 1,
    });
    expect(draft.proposals.map(({ decision, known }) => [decision, known?.how])).toEqual([
      ["pending", "changed"],
      ["known", "unchanged"],
      ["known", "unchanged"],
    ]);
    expect(draft.counts).toMatchObject({ pending: 1, known: 2, toFind: 2 });
    // what is known waits for nobody and is nobody's to decide
    expect(await acceptAll(actor, { draftId })).toBe(1);
    await expect(decideProposal(actor, { draftId, ordinal: 2, decision: "accepted" })).rejects.toThrow(
      NotFound,
    );

    const outcome = await storeDraft(actor, { draftId });
    expect(outcome).toMatchObject({ sourceId, stored: 1, known: 2, pending: 0 });
    const kept = await statements();
    expect(kept).toHaveLength(4);
    // the new edition has the statements of the former one
    expect(kept.map(({ anchors }) => anchors.length)).toEqual([1, 2, 2, 1]);
    const edition = await db.edition.findFirstOrThrow({
      where: { source: { publicId: sourceId }, number: 2 },
    });
    for (const { wording, anchors } of kept) {
      const anchor = anchors.find(({ editionId }) => editionId === edition.id);
      if (!anchor) continue;
      expect(anchor.state).toBe("exact");
      expect(edition.text.slice(anchor.startUtf16, anchor.endUtf16)).toBe(wording);
    }
    expect(await storeDraft(actor, { draftId })).toMatchObject({ stored: 0, known: 0 });
    expect(await statements()).toHaveLength(4);
  });

  test("can be stored where nothing of it is new, as an edition", async () => {
    const { actor, address, text, statements } = await publish();
    const { draftId } = await createDraft(actor, { text: `${text}\n\nThis article was corrected.`, address });
    expect((await getDraft(actor, { draftId })).counts).toMatchObject({ pending: 0, toFind: 3, toStore: 0 });
    expect(await storeDraft(actor, { draftId })).toMatchObject({ stored: 0, known: 3, pending: 0 });
    expect((await statements()).map(({ anchors }) => anchors.length)).toEqual([2, 2, 2]);
  });

  test("that gives words to another speaker is changed; an address that is told later is known then", async () => {
    const { actor, address, text, sourceId } = await publish();
    const text2 = text.replace(/said Dr Ben Holt\w*/u, "said Dr Dora Pike");
    const { draftId } = await createDraft(actor, { text: text2 });
    expect((await getDraft(actor, { draftId })).record).toBeNull();
    await decideProposal(actor, { draftId, ordinal: 1, decision: "accepted" });
    await decideProposal(actor, { draftId, ordinal: 3, decision: "rejected" });
    await saveDetails(actor, { draftId, version: 1, address });
    const known = await getDraft(actor, { draftId });
    expect(known.record).toMatchObject({ publicId: sourceId, unchanged: 1, changed: 1 });
    expect(known.proposals.map(({ decision }) => decision)).toEqual(["known", "pending", "rejected"]);
    await saveDetails(actor, { draftId, version: 2, address: "" });
    expect((await getDraft(actor, { draftId })).counts).toMatchObject({ pending: 2, known: 0, rejected: 1 });
  });

  test.each([
    ["in the same language", undefined],
    ["read anew in another", "fi"],
  ])("of which the comparison fails, %s, keeps its details as they were", async (_, language) => {
    const { actor, address, text } = await publish();
    const { draftId } = await createDraft(actor, { text: `${text} Corrected.` });
    await decideProposal(actor, { draftId, ordinal: 1, decision: "accepted" });
    await db.importProposal.updateMany({
      where: { draft: { publicId: draftId }, ordinal: 1 },
      data: { found: "{" },
    });
    await expect(
      saveDetails(actor, { draftId, version: 1, address, ...(language ? { language } : {}) }),
    ).rejects.toThrow();
    expect(await db.importDraft.findFirst({ where: { publicId: draftId } })).toMatchObject({
      address: "",
      language: "en",
      version: 1,
    });
  });

  test("is known as such where its address is told while it is stored", async () => {
    const { actor, address, text, statements } = await publish();
    const { draftId } = await createDraft(actor, { text: `${text} Corrected.` });
    await acceptAll(actor, { draftId });
    let goOn = () => {};
    const mayGoOn = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let saving: Promise<unknown> = Promise.resolve();
    await new Promise<void>((isHeld) => {
      saving = transact(async (tx) => {
        isHeld();
        await mayGoOn;
        await tx.importDraft.updateMany({
          where: { publicId: draftId },
          data: { address, version: { increment: 1 } },
        });
      });
    });
    const storing = storeDraft(actor, { draftId });
    // it reads as far as it can before it waits for its turn to write
    for (let read = 0; read < 100; read++) await db.importDraft.count();
    goOn();
    await saving;
    expect(await storing).toMatchObject({ stored: 0, known: 3 });
    expect(await statements()).toHaveLength(3);
  });

  test("leaves what is public where it was judged to stand", async () => {
    const { actor, address, text, statements } = await publish();
    const [first] = await statements();
    await db.statement.update({
      where: { id: first?.id ?? "" },
      data: { state: "published", publishedAt: new Date() },
    });
    const { draftId } = await createDraft(actor, { text: `${text} Corrected.`, address });
    expect(await storeDraft(actor, { draftId })).toMatchObject({ stored: 0, known: 3 });
    expect((await statements()).map(({ anchors }) => anchors.length)).toEqual([1, 2, 2]);
  });
});

test("an import goes into the story that was chosen; one that is not there is refused", async () => {
  const actor = await makeUser("editor");
  const { slug } = await createStory(actor, { title: `Bridges ${count} ${Date.now()}`, summary: "" });
  const { draftId } = await createDraft(actor, { text: article("Nora Stern"), story: slug });
  expect((await getDraft(actor, { draftId })).story?.slug).toBe(slug);
  await acceptAll(actor, { draftId });
  const { sourceId } = await storeDraft(actor, { draftId });
  const stored = await db.statement.findMany({
    where: { source: { publicId: sourceId } },
    include: { story: true },
  });
  expect(stored.map(({ story }) => story?.slug)).toEqual(stored.map(() => slug));
  await expect(createDraft(actor, { text: article("Nora Stern"), story: "no-such-story" })).rejects.toThrow(
    Refused,
  );
  const other = await createDraft(actor, { text: article("Nora Stern"), story: slug });
  await saveDetails(actor, { draftId: other.draftId, version: 1, story: "" });
  expect((await getDraft(actor, other)).story).toBeNull();
});

import { beforeAll, expect, it } from "vitest";
import { createClaim, publishClaim, reinstateClaim, takePosition, withdrawClaim } from "@/lib/claims/server";
import { proposeCorrection, proposeRetraction } from "@/lib/corrections/server";
import { db } from "@/lib/db/server";
import { Refused } from "@/lib/errors";
import { relateStatements } from "@/lib/relations/server";
import { blockersOf } from "@/lib/review/server";
import { editSource } from "@/lib/sources/server";
import { editSpeaker } from "@/lib/speakers/server";
import { addToStory, createStory, editStory } from "@/lib/stories/server";
import { makeSpeaker, makeStatement, makeUser } from "@/prisma/factories";

/**
 * What the desk writes for the public never repeats what is off the record or under an embargo, whatever it is written into. Each
 * way to the public is tried with sealed words and, in the same form, with others.
 */

const SEALED = "“We shot the prisoners at the bridge that very night,”";
const TOLD = "He says that they shot the prisoners at the bridge.";
const OPEN = "He says that nobody was harmed at the bridge.";
const NOTE = "The recording says otherwise.";
const ADDRESS = "https://x.example/2026/they-shot-the-prisoners-at-the-bridge";

let reviewer: Awaited<ReturnType<typeof makeUser>>;
let editor: typeof reviewer;
let second: typeof reviewer;

beforeAll(async () => {
  reviewer = await makeUser("reviewer");
  editor = await makeUser("editor");
  second = await makeUser("editor", "A second editor");
});

type Where = { readonly sourceId?: string; readonly speakerId?: string; readonly storyId?: string };

/** A statement under an embargo. */
async function sealed(where: Where = {}, wording = SEALED) {
  const statement = await makeStatement({ ...where, wording });
  await db.sourcingAssessment.create({
    data: {
      ...{ statementId: statement.id, assessedById: reviewer.id, assessedAt: new Date(0) },
      ...{ attributionTerms: "on_record", sourceIdentity: "named_person", channel: "speech" },
      ...{ proximity: "first_hand", origin: "original_reporting" },
      embargoedUntil: new Date("2999-01-01"),
    },
  });
  return statement;
}

const published = (where: Where = {}) => makeStatement({ ...where, state: "published" });

/** A claim on which a published statement and a sealed one take a position. */
async function claimOf(proposition: string, note = "") {
  const { slug } = await createClaim(reviewer, { proposition, note });
  const claim = await db.claim.findUniqueOrThrow({ where: { slug } });
  for (const { publicId } of [await published(), await sealed()])
    await takePosition(reviewer, { claimId: claim.id, statementId: publicId, stance: "asserts" });
  return { claimId: claim.id, version: claim.version };
}

/** A published statement, and a sealed one of the same source. */
async function besideSealed() {
  const statement = await published();
  await sealed({ sourceId: statement.sourceId });
  return statement;
}

const step = async (id: string) => {
  const { version } = await db.statement.findUniqueOrThrow({ where: { id } });
  return { statementId: id, version };
};

/** An edit of a source of which one statement is published, and another sealed. */
async function editedSource(fields: { author?: string; authorNames?: string; outletName?: string }) {
  const { sourceId: id } = await besideSealed();
  const { title, version } = await db.source.findUniqueOrThrow({ where: { id } });
  return editSource(editor, {
    ...{ id, version, title, kind: "article", outletName: "", address: "", author: "", language: "en" },
    ...{ publishedOn: null, publishedOnPrecision: null, publicNote: NOTE, ...fields },
  });
}

let many = 0;
const WAYS: Readonly<Record<string, (text: string) => Promise<unknown>>> = {
  "a claim that is published": async (text) => publishClaim(second, await claimOf(`${text} ${++many}`)),
  "the note of a claim": async (text) =>
    publishClaim(second, await claimOf(`Lorries cross bridge number ${++many}.`, text)),
  "the address that a claim kept": async (text) => {
    const { claimId, version } = await claimOf(`${text} ${++many}`);
    await db.claim.update({ where: { id: claimId }, data: { proposition: `Rephrased ${many}` } });
    return publishClaim(second, { claimId, version });
  },
  "a claim that is shown again": async (text) => {
    const { claimId, version } = await claimOf(`Lorries cross bridge number ${++many}.`);
    await publishClaim(second, { claimId, version });
    await withdrawClaim(editor, { claimId, version: version + 1, publicNote: NOTE });
    await db.claim.update({ where: { id: claimId }, data: { note: text } });
    return reinstateClaim(editor, { claimId, version: version + 2, publicNote: NOTE });
  },
  "a position on what is public": async (note) => {
    const { claimId, version } = await claimOf(`Lorries cross bridge number ${++many}.`);
    await publishClaim(second, { claimId, version });
    const { publicId } = await published();
    return takePosition(editor, {
      ...{ claimId, statementId: publicId, stance: "doubts", note, publicNote: NOTE },
    });
  },
  "a public note": async (publicNote) => {
    const speaker = await makeSpeaker();
    await published({ speakerId: speaker.id });
    await sealed({ speakerId: speaker.id });
    const named = { name: `Jon ${++many}`, kind: "person", description: "" } as const;
    return editSpeaker(editor, { id: speaker.id, version: 1, ...named, publicNote });
  },
  "what is said of a speaker": async (description) => {
    const speaker = await makeSpeaker();
    await published({ speakerId: speaker.id });
    await sealed({ speakerId: speaker.id });
    const { name } = speaker;
    return editSpeaker(editor, {
      ...{ id: speaker.id, version: 1, name, kind: "person", description, publicNote: NOTE },
    });
  },
  "the author of a source": async (author) => editedSource({ author }),
  "how the author of a source is cited": async (text) => editedSource({ authorNames: `[${text}]` }),
  "the outlet of a source": async (outletName) => editedSource({ outletName }),
  "the summary of a story": async (summary) => {
    const title = `Story ${++many}`;
    const { slug } = await createStory(editor, { title, summary: "" });
    for (const one of [await published(), await sealed()])
      await addToStory(editor, { slug, statementIds: [one.publicId], publicNote: NOTE });
    const { version } = await db.story.findUniqueOrThrow({ where: { slug } });
    return editStory(editor, { slug, version, title, summary, publicNote: NOTE });
  },
  "a relation between two that are public": async (rationale) => {
    const [from, to] = [await besideSealed(), await published()];
    return relateStatements(editor, {
      ...{ type: "contradicts", fromId: from.publicId, toId: to.publicId, state: "confirmed" },
      ...{ rationale, comparability: "One bridge, one night.", publicNote: NOTE },
    });
  },
  "evidence for such a relation": async (text) => {
    const [from, to] = [await besideSealed(), await published()];
    return relateStatements(editor, {
      ...{ type: "contradicts", fromId: from.publicId, toId: to.publicId, state: "confirmed" },
      ...{ rationale: "Both speak of one bridge.", comparability: "One night.", publicNote: NOTE },
      evidence: [
        { stance: "supports", title: "A report", address: text === TOLD ? ADDRESS : "https://x.example/a" },
      ],
    });
  },
  "the note of a correction": async (note) => {
    const { id } = await besideSealed();
    return proposeCorrection(editor, {
      ...{ ...(await step(id)), kind: "correction", note, changes: { place: "Lindmouth" } },
    });
  },
  "what a correction puts there": async (context) => {
    const { id } = await besideSealed();
    return proposeCorrection(editor, {
      ...{ ...(await step(id)), kind: "correction", note: NOTE, changes: { context } },
    });
  },
  "the reason of a retraction": async (words) => {
    const { id } = await besideSealed();
    return proposeRetraction(editor, { ...(await step(id)), words });
  },
};

const repeats = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error !== null && !(error instanceof Refused)) throw error;
  return (error?.refusals ?? []).some(({ rule }) => rule === "policy.repeats_sealed");
};

it.each(Object.entries(WAYS))("%s", async (_, way) => {
  expect([await repeats(way(TOLD)), await repeats(way(OPEN))]).toEqual([true, false]);
});

it("what is published with a statement: its relations, its speaker, its source’s author, the address of its story", async () => {
  const speaker = await makeSpeaker();
  const { slug } = await createStory(editor, { title: `They shot the prisoners at the bridge ${++many}` });
  const story = await db.story.update({ where: { slug }, data: { title: "Another title" } });
  const statement = await makeStatement({ state: "approved", speakerId: speaker.id, storyId: story.id });
  await sealed({ sourceId: statement.sourceId });
  const other = await published();
  await relateStatements(editor, {
    ...{ type: "contradicts", fromId: statement.publicId, toId: other.publicId, state: "confirmed" },
    ...{ rationale: TOLD, comparability: "One bridge, one night." },
  });
  await db.speaker.update({ where: { id: speaker.id }, data: { description: TOLD } });
  await db.source.update({ where: { id: statement.sourceId }, data: { author: TOLD } });
  const told = (await blockersOf(second, statement.id, "publish"))
    .filter(({ rule }) => rule === "policy.repeats_sealed")
    .map(({ message }) => message.split(" words of ")[0]);
  expect(told).toEqual([
    "Its speaker’s description repeats",
    "Its source’s author or outlet repeats",
    "Its story repeats",
    "Its relations repeat",
  ]);
});

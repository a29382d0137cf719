import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth";
import { publishClaim, takePosition } from "@/lib/claims/server";
import { db, transact } from "@/lib/db/server";
import { recordReading } from "@/lib/editions/server";
import { findOrCreateOutlet } from "@/lib/outlets/server";
import { listNamedStill } from "@/lib/profiles/server";
import { relateStatements } from "@/lib/relations/server";
import { CHECKLIST } from "@/lib/review";
import {
  approve,
  publish,
  requestChanges,
  submitForApproval,
  takeReview,
  tickChecklist,
} from "@/lib/review/server";
import { createSource } from "@/lib/sources/server";
import type { AssessInput } from "@/lib/sourcing";
import { assessSourcing } from "@/lib/sourcing/server";
import { createSpeaker, editSpeaker, mergeSpeakers, splitSpeaker } from "@/lib/speakers/server";
import { captureStatements, getStatement } from "@/lib/statements/server";
import { addToStory, createStory, editStory } from "@/lib/stories/server";
import { giveVerdict } from "@/lib/verdicts/server";

/** What tests need to find in place: made by the newsroom's own doors, as colleagues would have left it. */

export interface Colleagues {
  readonly reporter: Actor;
  readonly reviewer: Actor;
  readonly editor: Actor;
}

export interface Kept {
  readonly publicId: string;
  readonly wording: string;
  readonly speaker: { readonly name: string; readonly slug: string };
  readonly source: { readonly publicId: string; readonly title: string };
}

/** A word that no other test has, so that searches and lists find only one's own. */
/** A small style of citation under a name of its own, as CSL. */
export function cslOf(name: string): string {
  return `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>Style of ${name}</title><id>http://x.test/${name}</id></info><citation><layout><names variable="author"/><text variable="title"/></layout></citation><bibliography><layout><names variable="author" suffix=". "/><text variable="title"/></layout></bibliography></style>`;
}

export function ownWord(): string {
  return randomUUID()
    .replaceAll(/[^a-z]/g, "")
    .padEnd(8, "q")
    .slice(0, 8);
}

interface Wish {
  readonly wording?: string;
  readonly speakerName?: string;
  readonly address?: string;
  readonly title?: string;
  readonly context?: string;
  readonly isDenial?: boolean;
}

/** The last part of the address of an outlet of its own. */
export async function outletOf(reporter: Actor): Promise<string> {
  return (await transact((tx) => findOrCreateOutlet(tx, reporter, `Gazette of ${ownWord()}`))).slug;
}

/** A statement that the reporter captured from a source of its own. */
export async function capture(reporter: Actor, wish: Wish = {}): Promise<Kept> {
  const own = ownWord();
  const wording = wish.wording ?? `“The bridge at ${own} will carry no lorries this winter,”`;
  const speaker = await createSpeaker(reporter, {
    name: wish.speakerName ?? `Agda ${own.charAt(0).toUpperCase()}${own.slice(1)}`,
    kind: "person",
  });
  const title = wish.title ?? `Winter closure of the bridge at ${own}`;
  return transact(async (tx) => {
    const outlet = await findOrCreateOutlet(tx, reporter, "Lindmouth Courier");
    const text = `The council met on Monday. ${wording} said ${speaker.name}, who plans its roads. Nobody objected.`;
    const source = await createSource(tx, reporter, {
      ...{ title, text, outletId: outlet.id, author: "Ruth Amsel" },
      ...{
        address: wish.address ?? "https://courier.example/bridge",
        publishedOn: new Date("2026-05-12T00:00:00Z"),
      },
    });
    const startUtf16 = text.indexOf(wording);
    const [statement] = await captureStatements(tx, reporter, [
      {
        ...{ sourceId: source.sourceId, speakerId: speaker.id, wording, form: "direct", cue: "said" },
        isDenial: wish.isDenial ?? false,
        ...{ attribution: `${speaker.name}, who plans its roads`, roleThen: "Planner of roads" },
        ...{
          place: "Lindmouth",
          event: "council meeting",
          context: wish.context ?? "On whether lorries may use the bridge.",
        },
        ...{ saidOn: new Date("2026-05-11T00:00:00Z"), saidOnPrecision: "day" },
        anchor: { editionId: source.editionId, startUtf16, endUtf16: startUtf16 + wording.length },
      },
    ]);
    if (!statement) throw new Error("nothing was captured");
    return { publicId: statement.publicId, wording, speaker, source: { publicId: source.publicId, title } };
  });
}

/** The source reads otherwise by now; the address of what changed in it. */
export async function readOtherwise(reporter: Actor, { publicId }: Pick<Kept, "publicId">): Promise<string> {
  const { source } = await db.statement.findUniqueOrThrow({
    where: { publicId },
    select: { source: { include: { editions: { orderBy: { number: "desc" }, take: 1 } } } },
  });
  const text = source.editions[0]?.text ?? "";
  const later = `${text.replace("no lorries", "no lorry or coach")}\n\nThis article was corrected on Tuesday.`;
  const { number } = await recordReading(reporter, { sourceId: source.id, text: later });
  return `/sources/${source.publicId}/editions/${number - 1}..${number}`;
}

/** Another statement of the same speaker in the source of `kept`. */
export async function captureBeside(reporter: Actor, kept: Kept): Promise<string> {
  const { speakerId, source } = await db.statement.findUniqueOrThrow({
    where: { publicId: kept.publicId },
    select: { speakerId: true, source: { select: { editions: true } } },
  });
  const [edition] = source.editions;
  if (!edition) throw new Error("the source has no text");
  const wording = "Nobody objected";
  const startUtf16 = edition.text.indexOf(wording);
  return transact(async (tx) => {
    const [statement] = await captureStatements(tx, reporter, [
      {
        ...{ sourceId: edition.sourceId, speakerId, wording, form: "indirect", cue: "" },
        ...{ attribution: kept.speaker.name, roleThen: "Planner of roads", place: "Lindmouth" },
        ...{ event: "council meeting", context: "On whether lorries may use the bridge." },
        ...{ saidOn: new Date("2026-05-11T00:00:00Z"), saidOnPrecision: "day" },
        anchor: { editionId: edition.id, startUtf16, endUtf16: startUtf16 + wording.length },
      },
    ]);
    return statement?.publicId ?? "";
  });
}

/** Two speakers with a statement each, the one found to be the other. */
export async function mergeTwo(reporter: Actor) {
  const [from, into] = [(await capture(reporter)).speaker, (await capture(reporter)).speaker];
  const [{ id: fromId, version }, { id: intoId }] = [
    await db.speaker.findUniqueOrThrow({ where: { slug: from.slug } }),
    await db.speaker.findUniqueOrThrow({ where: { slug: into.slug } }),
  ];
  const reason = "The council told us that she has married.";
  await mergeSpeakers(reporter, { fromId, intoId, version, showsName: true, reason });
  const { id: mergeId } = await db.speakerMerge.findFirstOrThrow({ where: { fromId } });
  return { from, into, mergeId };
}

/** Two who share a surname that nobody else has, with the letter that they sort under. */
export async function twoAlike(reporter: Actor) {
  const surname = `Quill${ownWord()}`;
  const [one, other] = [
    await createSpeaker(reporter, { name: `Agda ${surname}`, kind: "person" }),
    await createSpeaker(reporter, { name: `A. ${surname}`, kind: "person" }),
  ];
  // a list begins with the letters under which somebody is found
  await capture(reporter);
  return { one, other, list: "/doubles?letter=q", two: `${other.slug}..${one.slug}` };
}

/** A speaker with two statements, of which one was found to be somebody else's. */
export async function splitOne(reporter: Actor) {
  const kept = await capture(reporter);
  const publicId = await captureBeside(reporter, kept);
  const { id: fromId, version } = await db.speaker.findUniqueOrThrow({ where: { slug: kept.speaker.slug } });
  const { slug, splitId } = await splitSpeaker(reporter, {
    ...{ fromId, version, statements: [{ publicId, version: 1 }], names: [], roles: [] },
    other: { name: kept.speaker.name, kind: "person", description: `Goalkeeper of ${ownWord()}` },
    reason: "The club told us that he has never been at the council.",
  });
  return { from: kept.speaker, into: { slug }, splitId };
}

export const ON_RECORD = {
  ...{ attributionTerms: "on_record", sourceIdentity: "named_person", channel: "press_conference" },
  ...{ proximity: "first_hand", origin: "original_reporting", reliability: "B", credibility: 2 },
  ...{ wordingBasis: ["published_text"], interest: ["none_declared"], sensitivity: [] },
  note: "Named, and heard by the outlet that printed it.",
} satisfies Omit<AssessInput, "statementId" | "version">;

type Stage = "taken" | "reviewed" | "submitted" | "returned" | "approved" | "published";
const STAGES: readonly Stage[] = ["taken", "reviewed", "submitted", "approved", "published"];

/** Takes a captured statement through review up to a stage; `returned` ends where an editor asked for changes. */
export async function bringTo(
  stage: Stage,
  { publicId }: Pick<Kept, "publicId">,
  { reviewer, editor }: Colleagues,
): Promise<void> {
  const at = async () => {
    const { version } = await getStatement(editor, publicId);
    return { statementId: publicId, version };
  };
  const reaches = (other: Stage) =>
    STAGES.indexOf(stage === "returned" ? "submitted" : stage) >= STAGES.indexOf(other);
  await takeReview(reviewer, await at());
  if (!reaches("reviewed")) return;
  await assessSourcing(reviewer, { ...(await at()), ...ON_RECORD });
  for (const [axis, value] of VERDICTS) {
    await giveVerdict(reviewer, {
      ...(await at()),
      axis,
      value,
      reasons: "The printed report gives it whole.",
    });
  }
  const checks = Object.fromEntries(CHECKLIST.map(({ key }) => [key, { isDone: true, note: "" }]));
  await tickChecklist(reviewer, { ...(await at()), checks });
  if (!reaches("submitted")) return;
  await submitForApproval(reviewer, await at());
  if (stage === "returned") await requestChanges(editor, { ...(await at()), words: "Which meeting was it?" });
  if (reaches("approved")) await approve(editor, await at());
  if (reaches("published")) await publish(editor, await at());
}

const VERDICTS = [
  ["said", "confirmed"],
  ["faithful", "exact"],
  ["in_context", "complete"],
] as const;

/** A statement that is open to the public. */
export async function publishOne(colleagues: Colleagues, wish: Wish = {}): Promise<Kept> {
  const kept = await capture(colleagues.reporter, wish);
  await bringTo("published", kept, colleagues);
  return kept;
}

/** Ties two statements as contradicting each other; between published ones it is an editor's act, with a note. */
export async function contradict(editor: Actor, from: Kept, to: Kept): Promise<void> {
  await relateStatements(editor, {
    ...{ type: "contradicts", fromId: from.publicId, toId: to.publicId, state: "confirmed" },
    rationale: "One says that lorries may cross this winter, the other that none will.",
    comparability: "Both speak of the same bridge and the same winter.",
    publicNote: "Both speakers were asked, and both keep to their words.",
  });
}

/** A published claim on which a published statement takes a position. */
export async function publishClaimOn(colleagues: Colleagues) {
  const kept = await publishOne(colleagues);
  const proposition = `Lorries cross the bridge of ${ownWord()} in winter.`;
  const taken = { proposition, statementId: kept.publicId, stance: "denies" } as const;
  const { claimId, slug } = await takePosition(colleagues.reviewer, taken);
  await publishClaim(colleagues.editor, { claimId, version: 1 });
  return { claimId, slug, proposition, version: 2, kept };
}

/** Somebody who became an anonymous voice, with a public note about a story that names them still. */
export async function namedInNote(colleagues: Colleagues) {
  const { speaker, publicId } = await publishOne(colleagues);
  const { id, version, name } = await db.speaker.findUniqueOrThrow({ where: { slug: speaker.slug } });
  const title = `A file of ${ownWord()}`;
  const { slug } = await createStory(colleagues.editor, { title });
  await addToStory(colleagues.editor, {
    slug,
    statementIds: [publicId],
    publicNote: "It belongs into this file.",
  });
  const story = await db.story.findUniqueOrThrow({ where: { slug } });
  await editStory(colleagues.editor, {
    ...{
      slug,
      version: story.version,
      title,
      summary: "A road is shut.",
      publicNote: `As ${name} had asked us to.`,
    },
  });
  const voice = await editSpeaker(colleagues.editor, {
    ...{ id, version, name: "A clerk", kind: "anonymous", description: "" },
    publicNote: "The whole family was threatened.",
  });
  const notes = (await listNamedStill(colleagues.editor, id))?.notes ?? [];
  return { slug: voice.slug, noteId: notes[0]?.id ?? "" };
}

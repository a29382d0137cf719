import type { Actor, Role } from "@/lib/auth";
import { startBatch } from "@/lib/batches/server";
import { nextToProof } from "@/lib/checks";
import { closeCheck, getProof, startCheck } from "@/lib/checks/server";
import { takePosition, withdrawClaim } from "@/lib/claims/server";
import { judgeAgain, proposeCorrection, proposeRetraction } from "@/lib/corrections/server";
import { db } from "@/lib/db/server";
import { createDraft, storeDraft } from "@/lib/imports/server";
import { makeKey } from "@/lib/keys/server";
import { acceptAll } from "@/lib/proposals/server";
import { findWaitingCorrection } from "@/lib/publication/server";
import { confirmRelation, relateStatements, resolveRelation } from "@/lib/relations/server";
import { CHECKLIST } from "@/lib/review";
import { comment } from "@/lib/review/server";
import { saveSearch } from "@/lib/searches/server";
import { addAlias, keepApart, recordAffiliation } from "@/lib/speakers/server";
import { editStatement, getStatement } from "@/lib/statements/server";
import { addToStory, createStory, withdrawStory } from "@/lib/stories/server";
import { addStyle } from "@/lib/styles/server";
import { bringTable } from "@/lib/tables/server";
import { giveVerdict } from "@/lib/verdicts/server";
import {
  bringTo,
  capture,
  cslOf,
  type Kept,
  mergeTwo,
  namedInNote,
  outletOf,
  ownWord,
  publishClaimOn,
  publishOne,
  readOtherwise,
  splitOne,
  twoAlike,
} from "./newsroom";

/** Those for whom everything is made. `second` had no hand in anything. */
export type Desk = Readonly<Record<"reporter" | "reviewer" | "editor" | "second" | "admin", Owner>>;
type Owner = Actor & { readonly id: string };

type Values = Readonly<Record<string, string | File>>;

/** One form of the site, filled in so that whoever may send it has it stored. */
interface Sent {
  readonly path: string;
  /** The form's name on its page, or a field of it; and what its button adds. */
  readonly form: string;
  readonly button?: string;
  readonly values?: Values;
}

export interface Case {
  /** Of those who had nothing to do with the record: who may send it all the same. */
  readonly may: readonly Role[];
  /** Who may, and sends it last: it must be stored then. */
  readonly by: keyof Desk;
  /** Whether it only shows something, and stores nothing. */
  readonly isLook?: boolean;
  make(desk: Desk): Promise<Sent>;
}

const WORKS = ["reporter", "reviewer", "editor"] as const;
const JUDGES = ["reviewer", "editor"] as const;
const EDITS = ["editor"] as const;
const RUNS = ["admin"] as const;
/** Its owner alone. */
const OWNER = [] as const;
const WORDS = "The recording says otherwise, as both of them know.";

const review = ({ publicId }: Pick<Kept, "publicId">) => `/review/${publicId}`;
const at = async ({ editor }: Desk, { publicId }: Pick<Kept, "publicId">) => ({
  statementId: publicId,
  version: (await getStatement(editor, publicId)).version,
});

async function brought(desk: Desk, stage: Parameters<typeof bringTo>[0]): Promise<Kept> {
  const kept = await capture(desk.reporter);
  await bringTo(stage, kept, desk);
  return kept;
}

/** A form of a statement under review that has come to a stage. */
const underReview =
  (stage: Parameters<typeof bringTo>[0], form: string, values: Values = {}) =>
  async (desk: Desk): Promise<Sent> => ({ path: review(await brought(desk, stage)), form, values });

async function draftOf({ reporter }: Desk) {
  const own = ownWord();
  const { draftId } = await createDraft(reporter, {
    text: `“The lock at ${own} is shut,” said Jon Vale, its keeper. “It will open in spring,” Vale said.`,
    ...{ title: `The lock at ${own}`, outletName: "Lindmouth Courier", author: "", language: "en" },
    ...{ address: `https://courier.example/${own}`, publishedOn: "2026-05-12" },
  } as Parameters<typeof createDraft>[1]);
  return draftId;
}

const onDraft =
  (form: string, values: Values = {}, button = "") =>
  async (desk: Desk): Promise<Sent> => ({ path: `/import/${await draftOf(desk)}`, form, values, button });

const onSpeaker =
  (form: string, values: Values) =>
  async (desk: Desk): Promise<Sent> => ({
    path: `/speakers/${(await capture(desk.reporter)).speaker.slug}/edit`,
    ...{ form, values },
  });

async function speakerRow(desk: Desk) {
  const { speaker } = await capture(desk.reporter);
  const { id, version } = await db.speaker.findUniqueOrThrow({ where: { slug: speaker.slug } });
  return { slug: speaker.slug, at: { speakerId: id, version } };
}

async function storyOf({ editor }: Desk, statement?: Kept): Promise<string> {
  const { slug } = await createStory(editor, { title: `Dossier ${ownWord()}`, summary: "" });
  if (statement) await addToStory(editor, { slug, statementIds: [statement.publicId], publicNote: WORDS });
  return slug;
}

const storyVersion = async (slug: string) => (await db.story.findUniqueOrThrow({ where: { slug } })).version;

async function claimOf({ reporter, reviewer }: Desk) {
  const kept = await capture(reporter);
  const proposition = `Lorries cross ${ownWord()} in winter.`;
  const taken = { proposition, statementId: kept.publicId, stance: "asserts" } as const;
  const { slug } = await takePosition(reviewer, taken);
  const { id, version } = await db.claim.findUniqueOrThrow({ where: { slug } });
  return { slug, claimId: id, version, kept };
}

/** Two statements that are related, as far as `state`; the form of a decision on them. */
const onRelation =
  (state: "suggested" | "confirmed" | "resolved", decision: string, values: Values) =>
  async (desk: Desk): Promise<Sent> => {
    const [from, to] = [await brought(desk, "taken"), await capture(desk.reporter)];
    const { publicId: id } = await relateStatements(desk.reviewer, {
      ...{ type: "contradicts", fromId: from.publicId, toId: to.publicId },
      ...{ rationale: WORDS, comparability: "One bridge, one winter.", state: "suggested" },
    });
    if (state !== "suggested") await confirmRelation(desk.editor, { id, version: 1 });
    if (state === "resolved")
      await resolveRelation(desk.editor, { id, version: 2, resolution: "a_stands", reason: WORDS });
    return { path: review(from), form: `${id}-${decision}`, values };
  };

async function waiting(desk: Desk): Promise<Kept> {
  const kept = await publishOne(desk);
  await proposeCorrection(desk.editor, {
    ...(await at(desk, kept)),
    ...{ kind: "correction", note: WORDS, changes: { place: "Upper Lindmouth" } },
  } as Parameters<typeof proposeCorrection>[1]);
  return kept;
}

async function personPage(): Promise<string> {
  const { id } = await db.user.create({
    data: { name: `Nobody ${ownWord()}`, email: `${ownWord()}${ownWord()}@example.test`, role: "reader" },
  });
  return `/admin/people/${id}`;
}

const rowsAt = (own: string) => `Quote\tWho\tArticle\n“The lock at ${own} is shut,”\tDr Jon Vale\tThe ${own}`;

/** A form of a table that waits. */
const onTable =
  (form: string, values: Values = {}) =>
  async ({ reporter }: Desk): Promise<Sent> => {
    const bytes = new TextEncoder().encode(rowsAt(ownWord()));
    const { tableId } = await bringTable(reporter, { bytes, name: "rows" });
    return { path: `/import/table/${tableId}`, form, values };
  };

/** One piece as two papers print it. */
const printedTwice = (own: string) =>
  ["An early edition", "A later one"].map(
    (head) =>
      `${head}\n\n“The lock at ${own} is shut,” said Jon Vale, its keeper. ${Array.from({ length: 12 }, (_, n) => `In year ${n} of ${own} the water stood ${n + 3} feet above the sill.`).join(" ")}`,
  ) as [string, string];

async function storePrinted(reporter: Desk["reporter"], text: string) {
  const { draftId } = await createDraft(reporter, { text });
  await acceptAll(reporter, { draftId });
  await storeDraft(reporter, { draftId });
}

/** A form of a batch of which a file waits, which a server that was killed had in hand. */
const onBatch =
  (form: string, values: Values = {}) =>
  async ({ reporter }: Desk): Promise<Sent> => {
    const files = [{ name: "report.pdf", bytes: new TextEncoder().encode("%PDF-1.7 nothing") }];
    const { batchId } = await startBatch(reporter, { accepts: "none", files });
    const leaseUntil = new Date(Date.now() + 600_000);
    await db.batchFile.updateMany({ where: { batch: { publicId: batchId } }, data: { leaseUntil } });
    return { path: `/import/batch/${batchId}`, form, values };
  };

/** A way to each action of the site, by the name that it has in the code. */
export const CASES: Readonly<Record<string, Case>> = {
  startImportAction: {
    ...{ may: WORKS, by: "reporter" },
    make: async () => ({
      ...{ path: "/import", form: "import-form" },
      values: { text: `“The lock at ${ownWord()} is shut,” said Jon Vale, its keeper.`, title: "The lock" },
    }),
  },
  decideAction: { may: OWNER, by: "reporter", make: onDraft("decide-1", {}, " decision accepted") },
  decideWorkAction: {
    ...{ may: OWNER, by: "reporter" },
    async make(desk) {
      const draftId = await draftOf(desk);
      const values = { draftId, ordinal: "1", decision: "rejected" };
      return { path: "/import/work", form: `work-${draftId}-1`, values };
    },
  },
  reviewProposalAction: { may: OWNER, by: "reporter", make: onDraft("proposal-1", {}, " intent save") },
  readOnAction: {
    ...{ may: OWNER, by: "reporter" },
    async make(desk) {
      const draftId = await draftOf(desk);
      await db.importDraft.update({ where: { publicId: draftId }, data: { unreadFromUtf16: 60 } });
      return { path: `/import/${draftId}`, form: "read-on" };
    },
  },
  acceptRunAction: { may: OWNER, by: "reporter", make: onDraft("accept-all", {}, " run sure") },
  undoWorkAction: {
    ...{ may: OWNER, by: "reporter" },
    async make(desk) {
      const draftId = await draftOf(desk);
      await acceptAll(desk.reporter, { draftId });
      return { path: `/import/work?done=accepted&of=${draftId}&at=1`, form: "undo-work" };
    },
  },
  undoAction: {
    ...{ may: OWNER, by: "reporter" },
    async make(desk) {
      const draftId = await draftOf(desk);
      await acceptAll(desk.reporter, { draftId });
      return { path: `/import/${draftId}`, form: "undo" };
    },
  },
  addProposalAction: {
    ...{ may: OWNER, by: "reporter", make: onDraft("add-proposal", { wording: "It will open in spring," }) },
  },
  saveDetailsAction: { may: OWNER, by: "reporter", make: onDraft("about-form", { author: "Ruth Amsel" }) },
  storeAction: {
    ...{ may: OWNER, by: "reporter" },
    async make(desk) {
      const draftId = await draftOf(desk);
      await acceptAll(desk.reporter, { draftId });
      return { path: `/import/${draftId}`, form: "store" };
    },
  },
  discardAction: { may: OWNER, by: "reporter", make: onDraft("discard") },

  sayNearAction: {
    ...{ may: OWNER, by: "reporter" },
    make: async ({ reporter }) => {
      const [text, other] = printedTwice(ownWord());
      await storePrinted(reporter, text);
      const { draftId } = await createDraft(reporter, { text: other });
      return { path: `/import/${draftId}`, form: "near", button: " as own" };
    },
  },
  addFilesAction: {
    ...{ may: OWNER, by: "reporter" },
    // one that is refused: nothing else is written when the site has looked at it
    make: onBatch("batch-add", { file: new File(["%PDF-1.7 nothing"], "report.pdf") }),
  },
  cancelBatchAction: { may: OWNER, by: "reporter", make: onBatch("batch-cancel") },

  bringTableAction: {
    ...{ may: WORKS, by: "reporter" },
    make: async () => ({ path: "/import/table", form: "table-form", values: { text: rowsAt(ownWord()) } }),
  },
  sayTableAction: {
    ...{ may: OWNER, by: "reporter" },
    make: onTable("table-columns", {
      ...{ "columns.0": "wording", "columns.1": "speaker", "columns.2": "title", dates: "auto" },
      bareForm: "indirect",
    }),
  },
  replaceTableAction: {
    ...{ may: OWNER, by: "reporter" },
    make: (desk) => onTable("table-mended", { text: rowsAt(ownWord()) })(desk),
  },
  storeTableAction: { may: OWNER, by: "reporter", make: onTable("table-store") },
  discardTableAction: { may: OWNER, by: "reporter", make: onTable("table-discard") },

  startCheckAction: {
    ...{ may: WORKS, by: "reporter" },
    make: async () => ({ path: "/check", form: "check-form", values: { text: draftAt(ownWord()) } }),
  },
  decideFindingAction: {
    ...{ may: WORKS, by: "reporter" },
    async make(desk) {
      const { checkId } = await check(desk);
      const form = `finding-${await firstFinding(checkId)}`;
      return { path: `/check/${checkId}`, form, button: " decision waived", values: { note: WORDS } };
    },
  },
  captureMaterialAction: {
    ...{ may: WORKS, by: "reporter" },
    async make({ reporter }) {
      const text = draftAt(ownWord());
      const materials = [{ name: "notes.txt", text: `The harbour office says: ${text}` }];
      const { checkId } = await startCheck(reporter, { text, scope: "material", materials });
      return { path: `/check/${checkId}`, form: `capture-${await firstFinding(checkId)}` };
    },
  },
  editDraftAction: {
    ...{ may: WORKS, by: "reporter" },
    async make(desk) {
      const { checkId } = await check(desk);
      return { path: `/check/${checkId}/edit`, form: "text", values: { text: draftAt(ownWord()) } };
    },
  },
  markProofAction: {
    ...{ may: WORKS, by: "reporter" },
    async make(desk) {
      const { checkId } = await check(desk);
      const { proof } = await getProof(desk.reporter, checkId);
      const form = `proof-${nextToProof(proof.sentences, null)?.key}`;
      return { path: `/check/${checkId}/proof`, form, button: " state opinion" };
    },
  },
  compareAgainAction: { may: WORKS, by: "reporter", make: onCheck({ form: "compare-again" }) },
  addMaterialAction: {
    ...{ may: WORKS, by: "reporter" },
    make: onCheck({ form: "add-material", values: { notes: draftAt(ownWord()) } }),
  },
  removeMaterialAction: { may: WORKS, by: "reporter", make: onCheck({ form: "material-1" }) },
  closeCheckAction: {
    ...{ may: EDITS, by: "editor" },
    make: onCheck({ form: "close-check", values: { reason: WORDS } }),
  },
  reopenCheckAction: {
    ...{ may: WORKS, by: "reporter" },
    async make(desk) {
      const { checkId } = await check(desk);
      await closeCheck(desk.editor, { checkId, version: 1, reason: WORDS });
      return { path: `/check/${checkId}`, form: "reopen-check" };
    },
  },

  revokeKeyAction: {
    ...{ may: OWNER, by: "reporter" },
    async make({ reporter }) {
      const { prefix } = await makeKey(reporter, { label: `Bot ${ownWord()}`, scopes: ["read"], days: "30" });
      const { id } = await db.apiKey.findFirstOrThrow({ where: { userId: reporter.id, prefix } });
      return { path: "/account", form: `revoke-${id}` };
    },
  },

  changeSearchAction: { may: OWNER, by: "reporter", make: onSearch("change", { name: "Another name" }) },
  renewFeedAction: { may: OWNER, by: "reporter", make: onSearch("renew") },
  removeSearchAction: { may: OWNER, by: "reporter", make: onSearch("remove") },
  markSeenAction: { may: OWNER, by: "reporter", make: onSearch("seen") },

  editStatementAction: {
    ...{ may: WORKS, by: "reporter" },
    make: async ({ reporter }) => ({
      path: `/statements/${(await capture(reporter)).publicId}/edit`,
      ...{ form: "context", values: { context: "Asked about lorries." } },
    }),
  },
  editSourceAction: {
    ...{ may: WORKS, by: "reporter" },
    make: async ({ reporter }) => ({
      path: `/sources/${(await capture(reporter)).source.publicId}/edit`,
      ...{ form: "author", values: { author: "Someone Else" } },
    }),
  },
  editOutletAction: {
    ...{ may: WORKS, by: "reporter" },
    make: async ({ reporter }) => ({
      path: `/outlets/${await outletOf(reporter)}/edit`,
      ...{ form: "outlet", values: { kind: "agency" } },
    }),
  },
  // no network is reached where this is tried: that it was asked is recorded
  checkAddressAction: {
    ...{ may: WORKS, by: "reporter" },
    make: async ({ reporter }) => ({
      path: `/sources/${(await capture(reporter, { address: "http://10.0.0.7/closed" })).source.publicId}`,
      form: "check-address",
    }),
  },
  captureHereAction: {
    ...{ may: WORKS, by: "reporter" },
    make: async ({ reporter }) => ({
      path: `/sources/${(await capture(reporter)).source.publicId}?at=0-4`,
      form: "capture-here",
    }),
  },
  editSpeakerAction: {
    may: WORKS,
    by: "reporter",
    make: onSpeaker("speaker", { description: "A planner." }),
  },
  addAliasAction: { may: WORKS, by: "reporter", make: onSpeaker("alias", { alias: "Agda the elder" }) },
  recordAffiliationAction: { may: WORKS, by: "reporter", make: onSpeaker("role", { role: "Planner" }) },
  removeAliasAction: {
    ...{ may: WORKS, by: "reporter" },
    async make(desk) {
      const { slug, at: speaker } = await speakerRow(desk);
      await addAlias(desk.reporter, { ...speaker, alias: `Agda of ${ownWord()}` });
      const { id } = await db.speakerAlias.findFirstOrThrow({
        where: { speakerId: speaker.speakerId, name: { startsWith: "Agda of" } },
      });
      return { path: `/speakers/${slug}/edit`, form: `remove-aliasId-${id}` };
    },
  },
  removeAffiliationAction: {
    ...{ may: WORKS, by: "reporter" },
    async make(desk) {
      const { slug, at: speaker } = await speakerRow(desk);
      await recordAffiliation(desk.reporter, {
        ...{ ...speaker, role: "Planner", body: "", heldFrom: null, heldTo: null },
      } as unknown as Parameters<typeof recordAffiliation>[1]);
      const { id } = await db.affiliation.findFirstOrThrow({ where: { speakerId: speaker.speakerId } });
      return { path: `/speakers/${slug}/edit`, form: `remove-affiliationId-${id}` };
    },
  },

  chooseTwinAction: {
    ...{ may: WORKS, by: "reporter", isLook: true },
    async make(desk) {
      const [from, into] = [await capture(desk.reporter), await capture(desk.reporter)];
      return {
        path: `/speakers/${from.speaker.slug}/merge`,
        ...{ form: "twin", values: { knownName: into.speaker.name } },
      };
    },
  },
  mergeSpeakersAction: {
    ...{ may: WORKS, by: "reporter" },
    async make(desk) {
      const [from, into] = [await capture(desk.reporter), await capture(desk.reporter)];
      return {
        path: `/speakers/${from.speaker.slug}/merge?into=${into.speaker.slug}`,
        ...{ form: "merge", values: { reason: WORDS } },
      };
    },
  },
  undoMergeAction: {
    ...{ may: WORKS, by: "reporter" },
    async make(desk) {
      const { into, mergeId } = await mergeTwo(desk.reporter);
      return {
        path: `/speakers/${into.slug}/edit`,
        ...{ form: `undo-merge-${mergeId}`, values: { reason: WORDS } },
      };
    },
  },

  nameOtherAction: {
    ...{ may: WORKS, by: "reporter", isLook: true },
    async make(desk) {
      const { speaker, publicId } = await capture(desk.reporter);
      return {
        path: `/speakers/${speaker.slug}/split/other?chosen=${publicId.slice(3)}`,
        ...{ form: "other", values: { name: `Somebody ${ownWord()}`, kind: "person" } },
      };
    },
  },
  splitSpeakerAction: {
    ...{ may: WORKS, by: "reporter" },
    async make(desk) {
      const { speaker, publicId } = await capture(desk.reporter);
      const other = new URLSearchParams({ name: `Somebody ${ownWord()}`, kind: "person" });
      return {
        path: `/speakers/${speaker.slug}/split/other?chosen=${publicId.slice(3)}&${other}`,
        ...{ form: "split", values: { reason: WORDS } },
      };
    },
  },
  undoSplitAction: {
    ...{ may: WORKS, by: "reporter" },
    async make(desk) {
      const { from, splitId } = await splitOne(desk.reporter);
      return {
        path: `/speakers/${from.slug}/edit`,
        ...{ form: `undo-split-${splitId}`, values: { reason: WORDS } },
      };
    },
  },

  withholdNoteAction: {
    ...{ may: EDITS, by: "editor" },
    async make(desk) {
      const { slug, noteId } = await namedInNote(desk);
      return {
        path: `/speakers/${slug}/edit`,
        ...{ form: `withhold-${noteId}`, values: { publicNote: WORDS } },
      };
    },
  },

  keepApartAction: {
    ...{ may: WORKS, by: "reporter" },
    async make(desk) {
      const { list, two } = await twoAlike(desk.reporter);
      return { path: `${list}&two=${two}`, form: "apart", values: { reason: WORDS } };
    },
  },
  lookAgainAction: {
    ...{ may: WORKS, by: "reporter" },
    async make(desk) {
      const { one, other, list } = await twoAlike(desk.reporter);
      await keepApart(desk.reporter, { oneId: one.id, otherId: other.id, reason: WORDS });
      const { id } = await db.speakersApart.findFirstOrThrow({
        where: { OR: [{ oneId: one.id }, { otherId: one.id }] },
      });
      return { path: list, form: `remove-apartId-${id}` };
    },
  },

  createStoryAction: {
    ...{ may: WORKS, by: "reporter" },
    make: async () => ({ path: "/stories/new", form: "title", values: { title: `Dossier ${ownWord()}` } }),
  },
  editStoryAction: {
    ...{ may: WORKS, by: "reporter" },
    make: async (desk) => ({
      path: `/stories/${await storyOf(desk)}/edit`,
      ...{ form: "story", values: { summary: "A summary." } },
    }),
  },
  addToStoryAction: {
    ...{ may: WORKS, by: "reporter" },
    make: async (desk) => ({
      path: `/stories/${await storyOf(desk)}`,
      ...{ form: "add", values: { statementId: (await capture(desk.reporter)).publicId } },
    }),
  },
  takeFromStoryAction: {
    ...{ may: WORKS, by: "reporter" },
    async make(desk) {
      const kept = await capture(desk.reporter);
      const slug = await storyOf(desk, kept);
      return { path: `/stories/${slug}`, form: "take", values: { statementId: kept.publicId } };
    },
  },
  withdrawStoryAction: {
    ...{ may: EDITS, by: "editor" },
    make: async (desk) => ({
      path: `/stories/${await storyOf(desk, await publishOne(desk))}/edit`,
      ...{ form: "withdraw-story", values: { publicNote: WORDS } },
    }),
  },
  reinstateStoryAction: {
    ...{ may: EDITS, by: "editor" },
    async make(desk) {
      const slug = await storyOf(desk, await publishOne(desk));
      await withdrawStory(desk.editor, { slug, version: await storyVersion(slug), publicNote: WORDS });
      return { path: `/stories/${slug}/edit`, form: "reinstate-story", values: { publicNote: WORDS } };
    },
  },

  createClaimAction: {
    ...{ may: JUDGES, by: "reviewer" },
    make: async () => ({
      ...{ path: "/claims", form: "proposition" },
      values: { proposition: `Lorries cross ${ownWord()}.` },
    }),
  },
  rephraseClaimAction: {
    ...{ may: JUDGES, by: "reviewer" },
    make: async (desk) => ({
      path: `/claims/${(await claimOf(desk)).slug}`,
      ...{ form: "rephrase", values: { proposition: `No lorry crosses ${ownWord()}.` } },
    }),
  },
  judgeClaimAction: {
    ...{ may: JUDGES, by: "reviewer" },
    make: async (desk) => ({
      path: `/claims/${(await claimOf(desk)).slug}`,
      ...{ form: "judge", values: { verdict: "narrative", reasons: `The log of ${ownWord()} says so.` } },
    }),
  },
  publishClaimAction: {
    ...{ may: EDITS, by: "second" },
    async make(desk) {
      const kept = await publishOne(desk);
      const { slug } = await takePosition(desk.reviewer, {
        ...{ proposition: `Lorries cross ${ownWord()}.`, statementId: kept.publicId, stance: "asserts" },
      });
      return { path: `/claims/${slug}`, form: "publish" };
    },
  },
  withdrawClaimAction: {
    ...{ may: EDITS, by: "editor" },
    make: async (desk) => ({
      path: `/claims/${(await publishClaimOn(desk)).slug}`,
      ...{ form: "withdraw", values: { publicNote: WORDS } },
    }),
  },
  reinstateClaimAction: {
    ...{ may: EDITS, by: "editor" },
    async make(desk) {
      const { slug, claimId, version } = await publishClaimOn(desk);
      await withdrawClaim(desk.editor, { claimId, version, publicNote: WORDS });
      return { path: `/claims/${slug}`, form: "reinstate", values: { publicNote: WORDS } };
    },
  },
  withdrawPositionAction: {
    ...{ may: JUDGES, by: "reviewer" },
    async make(desk) {
      const { slug, claimId } = await claimOf(desk);
      const { id } = await db.position.findFirstOrThrow({ where: { claimId } });
      return { path: `/claims/${slug}`, form: `remove-positionId-${id}` };
    },
  },
  takeAgainAction: {
    ...{ may: JUDGES, by: "reviewer" },
    async make(desk) {
      const { slug, claimId } = await claimOf(desk);
      await db.position.updateMany({
        where: { claimId },
        data: { lapsedAt: new Date(), supersededAt: new Date() },
      });
      const { id } = await db.position.findFirstOrThrow({ where: { claimId } });
      return { path: `/claims/${slug}`, form: `take-${id}`, values: { stance: "denies" } };
    },
  },

  takeAction: {
    may: JUDGES,
    by: "reviewer",
    make: async (desk) => ({ path: review(await capture(desk.reporter)), form: "take" }),
  },
  assignAction: {
    ...{ may: EDITS, by: "editor" },
    make: async (desk) => ({
      path: review(await capture(desk.reporter)),
      ...{ form: "assign-form", values: { assigneeId: desk.reviewer.id, dueOn: "2030-01-01" } },
    }),
  },
  assessAction: {
    ...{ may: JUDGES, by: "reviewer" },
    make: underReview("taken", "sourcing", {
      ...{ attributionTerms: "on_record", sourceIdentity: "named_person", channel: "press_conference" },
      ...{ proximity: "first_hand", origin: "original_reporting", reliability: "B", credibility: "2" },
      ...{ wordingBasis: "published_text", interest: "none_declared" },
    }),
  },
  verdictAction: {
    ...{ may: JUDGES, by: "reviewer" },
    make: underReview("taken", "verdict-said-form", { value: "confirmed", reasons: WORDS }),
  },
  unjudgeAction: {
    ...{ may: JUDGES, by: "reviewer" },
    async make(desk) {
      const kept = await brought(desk, "taken");
      await giveVerdict(desk.reviewer, {
        ...(await at(desk, kept)),
        ...{ axis: "true", value: "narrative", scaleKey: "narrative", reasons: WORDS },
      } as Parameters<typeof giveVerdict>[1]);
      return { path: review(kept), form: "unjudge", values: { reasons: WORDS } };
    },
  },
  checkAction: {
    ...{ may: JUDGES, by: "reviewer" },
    make: underReview(
      "taken",
      "checklist",
      Object.fromEntries(CHECKLIST.map(({ key }) => [`checks.${key}.isDone`, "yes"])),
    ),
  },
  positionAction: {
    ...{ may: JUDGES, by: "reviewer" },
    make: underReview("taken", "position", { proposition: "No lorry crosses in winter.", stance: "asserts" }),
  },
  explainAction: {
    ...{ may: WORKS, by: "editor" },
    async make(desk) {
      const kept = await brought(desk, "taken");
      await editStatement(desk.reporter, {
        ...{ id: kept.publicId, version: (await at(desk, kept)).version },
        wording: kept.wording.replace("no lorries", "not a lorry"),
      });
      return { path: review(kept), form: "anchor", values: { explanation: WORDS } };
    },
  },
  keepWordsAction: {
    ...{ may: WORKS, by: "editor" },
    async make(desk) {
      const kept = await brought(desk, "taken");
      await readOtherwise(desk.reporter, kept);
      return { path: review(kept), form: "keep-words", values: { publicNote: WORDS } };
    },
  },
  commentAction: { may: WORKS, by: "reporter", make: underReview("taken", "comment", { body: WORDS }) },
  resolveCommentAction: {
    ...{ may: WORKS, by: "reporter" },
    async make(desk) {
      const kept = await brought(desk, "taken");
      const { id } = await comment(desk.reviewer, { statementId: kept.publicId, body: WORDS });
      return { path: review(kept), form: `resolve-${id}` };
    },
  },
  // its assignee alone
  submitAction: { may: OWNER, by: "reviewer", make: underReview("reviewed", "submit") },
  returnAction: { may: EDITS, by: "editor", make: underReview("submitted", "return-form", { words: WORDS }) },
  approveAction: { may: EDITS, by: "editor", make: underReview("submitted", "approve") },
  publishAction: { may: EDITS, by: "editor", make: underReview("approved", "publish") },
  declineAction: { may: EDITS, by: "editor", make: underReview("taken", "decline-form", { words: WORDS }) },
  proposeCorrectionAction: {
    ...{ may: EDITS, by: "editor" },
    make: underReview("published", "correct-form", {
      ...{ kind: "correction", note: WORDS, place: "Upper Lindmouth" },
    }),
  },
  judgeAgainAction: {
    ...{ may: JUDGES, by: "reviewer" },
    make: async (desk) => ({
      path: review(await waiting(desk)),
      ...{ form: "judge-again", values: { "answers.0.outcome": "holds", "answers.0.reason": WORDS } },
    }),
  },
  confirmCorrectionAction: {
    ...{ may: EDITS, by: "second" },
    async make(desk) {
      const kept = await waiting(desk);
      const { id } = await db.statement.findUniqueOrThrow({ where: { publicId: kept.publicId } });
      const proposed = await db.$transaction((tx) => findWaitingCorrection(tx, id));
      const answers = (proposed?.questions ?? []).map(({ subject }) => ({
        ...{ subject, outcome: "holds" as const, reason: WORDS },
      }));
      await judgeAgain(desk.reviewer, { ...(await at(desk, kept)), answers });
      return { path: review(kept), form: "confirm-correction" };
    },
  },
  withdrawCorrectionAction: {
    ...{ may: EDITS, by: "editor" },
    make: async (desk) => ({
      path: review(await waiting(desk)),
      ...{ form: "withdraw-correction-form", values: { words: WORDS } },
    }),
  },
  proposeRetractionAction: {
    ...{ may: EDITS, by: "editor", make: underReview("published", "retract-form", { words: WORDS }) },
  },
  confirmRetractionAction: { may: EDITS, by: "second", make: retracting("confirm-retraction") },
  withdrawRetractionAction: {
    ...{ may: EDITS, by: "editor", make: retracting("withdraw-retraction-form", { words: WORDS }) },
  },

  relateAction: {
    ...{ may: WORKS, by: "reporter" },
    make: async (desk) => ({
      path: `${review(await brought(desk, "taken"))}?other=${(await capture(desk.reporter)).publicId}`,
      ...{ form: "relate", button: " state suggested" },
      values: { type: "contradicts", rationale: WORDS, comparability: "One bridge, one winter." },
    }),
  },
  confirmAction: {
    may: JUDGES,
    by: "reviewer",
    make: onRelation("suggested", "confirm", { rationale: WORDS }),
  },
  rejectAction: { may: JUDGES, by: "reviewer", make: onRelation("suggested", "reject", { reason: WORDS }) },
  resolveAction: {
    ...{ may: JUDGES, by: "reviewer" },
    make: onRelation("confirmed", "resolve", { resolution: "a_stands", reason: WORDS }),
  },
  reopenAction: { may: JUDGES, by: "reviewer", make: onRelation("resolved", "reopen", { reason: WORDS }) },

  addPersonAction: {
    ...{ may: RUNS, by: "admin" },
    make: async () => ({
      ...{ path: "/admin", form: "add-form" },
      values: { name: `New ${ownWord()}`, email: `${ownWord()}@example.test`, role: "editor" },
    }),
  },
  setRoleAction: {
    ...{ may: RUNS, by: "admin" },
    make: async () => ({ path: await personPage(), form: "role-form", values: { role: "admin" } }),
  },
  makeLinkAction: {
    ...{
      may: RUNS,
      by: "admin",
      make: async () => ({ path: await personPage(), form: "link-form" }),
    },
  },
  endSessionsAction: {
    ...{ may: RUNS, by: "admin" },
    make: async () => ({ path: await personPage(), form: "sessions-form" }),
  },
  addStyleAction: {
    ...{ may: RUNS, by: "admin" },
    make: async () => ({ path: "/admin/styles", form: "style-form", values: { text: cslOf(ownWord()) } }),
  },
  removeStyleAction: {
    ...{ may: RUNS, by: "admin" },
    async make({ admin }) {
      const { key } = await addStyle(admin, { text: cslOf(ownWord()) });
      const { id } = await db.addedStyle.findUniqueOrThrow({ where: { key } });
      return { path: "/admin/styles", form: `remove-${id}` };
    },
  },
  closeAccountAction: {
    ...{
      may: RUNS,
      by: "admin",
      make: async () => ({ path: await personPage(), form: "close-form" }),
    },
  },
  openAccountAction: {
    ...{ may: RUNS, by: "admin" },
    async make() {
      const path = await personPage();
      await db.user.update({
        where: { id: path.slice(path.lastIndexOf("/") + 1) },
        data: { disabledAt: new Date() },
      });
      return { path, form: "open-form" };
    },
  },

  addWebhookAction: {
    ...{ may: RUNS, by: "admin" },
    make: async () => ({
      ...{ path: "/admin/webhooks", form: "webhook-form" },
      values: { label: "A site", url: `https://example.test/${ownWord()}` },
    }),
  },
  testWebhookAction: { may: RUNS, by: "admin", make: onWebhook("test-form") },
  renewSecretAction: { may: RUNS, by: "admin", make: onWebhook("secret-form") },
  switchWebhookOffAction: { may: RUNS, by: "admin", make: onWebhook("off-form") },
  switchWebhookOnAction: {
    may: RUNS,
    by: "admin",
    make: onWebhook("on-form", { switchedOffAt: new Date() }),
  },
  removeWebhookAction: { may: RUNS, by: "admin", make: onWebhook("remove-form") },
  sendAgainAction: {
    ...{ may: RUNS, by: "admin" },
    async make() {
      const id = await webhook();
      const at = new Date();
      const delivery = await db.webhookDelivery.create({
        data: {
          ...{ webhookId: id, event: "test", subjectType: "webhook", subjectId: id },
          ...{ state: "failed", happenedAt: at, createdAt: at },
        },
      });
      return { path: `/admin/webhooks/${id}`, form: `again-${delivery.id}` };
    },
  },
};

function draftAt(own: string): string {
  return `“The ferry of ${own} will not sail,” said Jon Vale, its master.`;
}

/** A check of a draft with one finding that is open, and its material. */
function check({ reporter }: Desk): Promise<{ checkId: string }> {
  const materials = [{ name: "notes.txt", text: `Nothing of the sort stands at ${ownWord()}.` }];
  return startCheck(reporter, { text: draftAt(ownWord()), scope: "material", materials });
}

/** By its key, which its forms are called by. */
async function firstFinding(publicId: string): Promise<string> {
  const { findings } = await db.checkRun.findFirstOrThrow({ where: { check: { publicId } } });
  return (JSON.parse(findings) as { key: string }[])[0]?.key ?? "";
}

function onCheck(sent: Omit<Sent, "path">) {
  return async (desk: Desk) => ({ path: `/check/${(await check(desk)).checkId}`, ...sent });
}

/** A search that its owner keeps to themselves, with something new in it. */
function onSearch(form: string, values: Values = {}) {
  return async ({ reporter }: Desk): Promise<Sent> => {
    const { publicId } = await capture(reporter);
    const { id } = await saveSearch(reporter, {
      name: `Own ${publicId}`,
      asked: `q=${publicId}`,
      isShared: false,
    });
    await db.savedSearchSeen.updateMany({ where: { searchId: id }, data: { seenAt: new Date(0) } });
    return { path: "/searches", form: `${form}-${id}`, values };
  };
}

/** An address that nothing answers at: its name is none. */
async function webhook(rest: { switchedOffAt?: Date } = {}): Promise<string> {
  const { id } = await db.webhook.create({
    data: {
      // told of nothing, from an entry on that never comes: the site that is served reads on and sends at once
      ...{ label: `A site ${ownWord()}`, url: "https://example.invalid/", events: "" },
      ...{ salt: ownWord(), fromSeq: 2 ** 31 - 1, createdAt: new Date(), ...rest },
    },
  });
  return id;
}

function onWebhook(form: string, rest: { switchedOffAt?: Date } = {}) {
  return async () => ({ path: `/admin/webhooks/${await webhook(rest)}`, form });
}

/** What everybody does to what is their own, by whoever is signed in: no record is named. */
export const OF_ONESELF = [
  ...["editProfileAction", "changePasswordAction", "signOutEverywhereAction", "makeKeyAction"],
  "saveSearchAction",
  // the last is for everybody, and stores nothing
  ...["signInAction", "setPasswordAction", "checkBibliographyAction"],
];

function retracting(form: string, values: Values = {}) {
  return async (desk: Desk): Promise<Sent> => {
    const kept = await publishOne(desk);
    await proposeRetraction(desk.editor, { ...(await at(desk, kept)), words: WORDS });
    return { path: review(kept), form, values };
  };
}

import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Actor, Role } from "@/lib/auth";
import { startCheck } from "@/lib/checks/server";
import { createClaim, takePosition } from "@/lib/claims/server";
import { db } from "@/lib/db/server";
import { type FormAction, SENDING, UNSENT, writeSending } from "@/lib/forms";
import { createDraft } from "@/lib/imports/server";
import { makeSource, makeSpeaker, makeStatement, makeUser } from "@/prisma/factories";
import { clearDatabase } from "@/prisma/testing/database";

/**
 * Without scripts *Back* brings what was stored into a form that looks unsent, under another key: pressing again must not add it
 * a second time. Each thing that a form adds has a rule of its own by which it is known again.
 */

let actor: Actor | null = null;

vi.mock("@/lib/auth/server", () => ({
  findSession: async () => (actor ? { sessionId: "none", actor } : null),
  signIn: async () => {},
  signOut: async () => {},
  signInSchema: {},
}));
vi.mock("next/headers", () => ({ headers: async () => new Headers() }));
vi.mock("next/cache", () => ({ refresh: () => {} }));
vi.mock("next/navigation", () => ({
  redirect: (to: string) => {
    throw Object.assign(new Error(`to ${to}`), { digest: `NEXT_REDIRECT;${to}` });
  },
}));

const modules = import.meta.glob<Record<string, FormAction>>(["./**/actions.ts"]);
const actions = new Map<string, FormAction>();
for (const load of Object.values(modules))
  for (const [name, action] of Object.entries(await load())) actions.set(name, action);

interface Adding {
  readonly as: Role;
  /** What is sent, with whatever it is about. */
  fill(): Promise<Readonly<Record<string, string | File>>>;
  /** How many there are. */
  count(): Promise<number>;
}

const WORDS = "The recording says otherwise, as both of them know.";
const DRAFT = "“The ferry will not sail,” said Jon Vale, its master.";
const ARTICLE = "“The lock is shut,” said Jon Vale, its keeper. “It will open in spring,” Vale said.";
const STYLE = `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>A style</title><id>http://x.test/a</id></info><citation><layout><names variable="author"/><text variable="title"/></layout></citation><bibliography><layout><names variable="author" suffix=". "/><text variable="title"/></layout></bibliography></style>`;
const me = () => actor ?? { id: null, name: "", role: "visitor" as const };

/** Under review, taken by whoever sends. */
async function underReview() {
  const { id, publicId } = await makeStatement({ state: "in_review" });
  await db.review.create({ data: { statementId: id, assigneeId: me().id, openedAt: new Date() } });
  return { id, statementId: publicId, version: "1" };
}

const EVIDENCE = { "evidence.0.title": "The minutes", "evidence.0.excerpt": "It was carried." };

/** Every form that adds something. */
const ADDS: Readonly<Record<string, Adding>> = {
  makeKeyAction: {
    as: "reporter",
    fill: async () => ({ label: "The bot", scopes: "read", days: "30" }),
    count: () => db.apiKey.count(),
  },
  addWebhookAction: {
    as: "admin",
    fill: async () => ({ label: "A site", url: "https://example.test/hook", events: "statement.published" }),
    count: () => db.webhook.count(),
  },
  saveSearchAction: {
    as: "reporter",
    fill: async () => ({ name: "Ferries", asked: "q=ferry" }),
    count: () => db.savedSearch.count(),
  },
  createStoryAction: {
    as: "reporter",
    fill: async () => ({ title: "The ferries", summary: "" }),
    count: () => db.story.count(),
  },
  recordAffiliationAction: {
    as: "reporter",
    async fill() {
      const { id } = await makeSpeaker();
      return { speakerId: id, version: "1", role: "Mayor", body: "Lindmouth", heldFrom: "2021" };
    },
    count: () => db.affiliation.count(),
  },
  addAliasAction: {
    as: "reporter",
    fill: async () => ({ speakerId: (await makeSpeaker()).id, version: "1", alias: "Jon the elder" }),
    count: () => db.speakerAlias.count({ where: { kind: "alias" } }),
  },
  keepApartAction: {
    as: "reporter",
    fill: async () => ({ oneId: (await makeSpeaker()).id, otherId: (await makeSpeaker()).id, reason: WORDS }),
    count: () => db.speakersApart.count(),
  },
  createClaimAction: {
    as: "reviewer",
    fill: async () => ({ proposition: "No lorry crosses in winter.", note: "" }),
    count: () => db.claim.count(),
  },
  positionAction: {
    as: "reviewer",
    fill: async () => ({
      ...{ statementId: (await underReview()).statementId, stance: "asserts" },
      ...{ proposition: "No lorry crosses in winter.", note: "As said." },
    }),
    count: () => db.position.count({ where: { supersededAt: null } }),
  },
  takeAgainAction: {
    as: "reviewer",
    async fill() {
      const { id: claimId } = await createClaim(me(), { proposition: "No lorry crosses in winter." });
      const { statementId } = await underReview();
      await takePosition(me(), { claimId, statementId, stance: "asserts" });
      return { claimId, statementId, stance: "denies" };
    },
    count: () => db.position.count(),
  },
  judgeClaimAction: {
    as: "reviewer",
    async fill() {
      const { id: claimId } = await createClaim(me(), { proposition: "No lorry crosses in winter." });
      return { claimId, version: "1", verdict: "narrative", reasons: WORDS, ...EVIDENCE };
    },
    count: () => db.evidence.count({ where: { verdict: { supersededAt: null } } }),
  },
  verdictAction: {
    as: "reviewer",
    async fill() {
      const { id: _, ...at } = await underReview();
      return { ...at, axis: "said", value: "confirmed", reasons: WORDS, ...EVIDENCE };
    },
    count: () => db.evidence.count({ where: { verdict: { supersededAt: null } } }),
  },
  commentAction: {
    as: "reporter",
    fill: async () => ({ statementId: (await makeStatement()).publicId, body: WORDS }),
    count: () => db.reviewComment.count(),
  },
  relateAction: {
    as: "reviewer",
    fill: async () => ({
      ...{ fromId: (await makeStatement()).publicId, toId: (await makeStatement()).publicId },
      ...{ type: "contradicts", rationale: WORDS, comparability: WORDS, state: "confirmed", ...EVIDENCE },
    }),
    count: () => db.relation.count(),
  },
  startCheckAction: {
    as: "reporter",
    fill: async () => ({ text: DRAFT, notes: `The harbour office says: ${DRAFT}`, scope: "material" }),
    count: () => db.check.count(),
  },
  addMaterialAction: {
    as: "reporter",
    async fill() {
      const { checkId } = await startCheck(me(), { text: DRAFT, scope: "material" });
      return { checkId, version: "1", notes: `The harbour office says: ${DRAFT}` };
    },
    count: () => db.checkMaterial.count(),
  },
  captureMaterialAction: {
    as: "reporter",
    async fill() {
      const materials = [{ name: "notes.txt", text: `The harbour office says: ${DRAFT}` }];
      const { checkId } = await startCheck(me(), { text: DRAFT, scope: "material", materials });
      const { findings } = await db.checkRun.findFirstOrThrow();
      return { checkId, findingKey: (JSON.parse(findings) as { key: string }[])[0]?.key ?? "" };
    },
    count: () => db.importDraft.count(),
  },
  addProposalAction: {
    as: "reporter",
    async fill() {
      const { draftId } = await createDraft(me(), { text: ARTICLE, title: "The lock" });
      return { draftId, wording: "will open" };
    },
    count: () => db.importProposal.count(),
  },
  startImportAction: {
    as: "reporter",
    fill: async () => ({ text: ARTICLE, title: "The lock" }),
    count: () => db.importDraft.count(),
  },
  captureHereAction: {
    as: "reporter",
    fill: async () => ({ sourceId: (await makeSource(ARTICLE)).publicId, edition: "1", startUtf16: "0" }),
    count: () => db.importDraft.count(),
  },
  bringTableAction: {
    as: "reporter",
    fill: async () => ({ text: `Quote\tWho\tArticle\n“The lock is shut,”\tDr Jon Vale\tThe lock` }),
    count: () => db.statementTable.count(),
  },
  addPersonAction: {
    as: "admin",
    fill: async () => ({ name: "Ruth Amsel", email: "ruth@example.test", role: "editor" }),
    count: () => db.user.count(),
  },
  addStyleAction: {
    as: "admin",
    fill: async () => ({ text: STYLE }),
    count: () => db.addedStyle.count(),
  },
};

let sent = 0;
/** Sends the form as a page that was drawn anew would, and says what came of it. */
async function send(action: FormAction, values: Readonly<Record<string, string | File>>): Promise<string> {
  const form = new FormData();
  sent += 1;
  form.set(SENDING, writeSending({ key: `key-of-at-least-16-${sent}`, form: "form", place: "/somewhere" }));
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  try {
    const bound = action as unknown as (
      letter: string,
      ...rest: Parameters<FormAction>
    ) => ReturnType<FormAction>;
    const state = action.length === 3 ? await bound("a", UNSENT, form) : await action(UNSENT, form);
    return [state.status, ...state.errors.map(({ message }) => message)].join(": ");
  } catch (error) {
    const { digest } = error as { digest?: string };
    if (digest?.includes("refused")) return "forbidden";
    if (digest !== undefined) return "done";
    throw error;
  }
}

/** Chosen, not typed; and an article, a style or a selection, which are kept to the letter. */
const NOT_TYPED = new Set([
  ...["draftId", "checkId", "claimId", "speakerId", "statementId", "sourceId", "fromId", "toId", "oneId"],
  ...[
    "otherId",
    "version",
    "edition",
    "startUtf16",
    "findingKey",
    "stance",
    "type",
    "state",
    "axis",
    "value",
  ],
  ...["verdict", "scope", "scopes", "days", "events", "asked", "addPersonAction.role", "addStyleAction.text"],
  ...["startImportAction.text", "addProposalAction.wording"],
]);

/** As somebody types it again: with a space behind it. */
const again = (action: string, values: Readonly<Record<string, string | File>>) =>
  Object.fromEntries(
    Object.entries(values).map(([field, value]) => [
      field,
      typeof value === "string" && !NOT_TYPED.has(field) && !NOT_TYPED.has(`${action}.${field}`)
        ? `${value} `
        : value,
    ]),
  );

/** Every other form, and why it adds nothing twice. */
const ADDS_NOTHING: Readonly<Record<string, readonly string[]>> = {
  "changes what is there, as it was read": [
    ...["editProfileAction", "changePasswordAction", "setRoleAction", "editOutletAction", "editSourceAction"],
    ...["editSpeakerAction", "editStatementAction", "editStoryAction", "rephraseClaimAction"],
    ...["changeSearchAction", "saveDetailsAction", "reviewProposalAction", "sayTableAction"],
    ...["replaceTableAction", "editDraftAction", "explainAction", "sayNearAction", "nameOtherAction"],
    "chooseTwinAction",
  ],
  "takes away": [
    ...[
      "revokeKeyAction",
      "removeStyleAction",
      "removeWebhookAction",
      "removeSearchAction",
      "removeAliasAction",
    ],
    ...["removeAffiliationAction", "removeMaterialAction", "withdrawPositionAction", "takeFromStoryAction"],
    ...["discardAction", "discardTableAction", "cancelBatchAction", "lookAgainAction", "withholdNoteAction"],
    ...["undoMergeAction", "undoSplitAction", "undoAction", "undoWorkAction", "unjudgeAction"],
  ],
  "moves a record to a state in which it is once": [
    ...["closeAccountAction", "openAccountAction", "endSessionsAction", "signOutEverywhereAction"],
    ...["switchWebhookOffAction", "switchWebhookOnAction", "closeCheckAction", "reopenCheckAction"],
    ...["withdrawClaimAction", "reinstateClaimAction", "publishClaimAction", "withdrawStoryAction"],
    ...["reinstateStoryAction", "addToStoryAction", "takeAction", "assignAction", "submitAction"],
    ...["returnAction", "approveAction", "publishAction", "declineAction", "resolveCommentAction"],
    ...[
      "confirmAction",
      "rejectAction",
      "resolveAction",
      "reopenAction",
      "keepWordsAction",
      "markSeenAction",
    ],
    ...["mergeSpeakersAction", "splitSpeakerAction", "storeAction", "storeTableAction", "readOnAction"],
    ...["decideAction", "decideWorkAction", "acceptRunAction", "markProofAction", "checkAction"],
  ],
  "waits as the only one of its record, or answers what waits": [
    ...["proposeCorrectionAction", "judgeAgainAction", "confirmCorrectionAction", "withdrawCorrectionAction"],
    ...["proposeRetractionAction", "confirmRetractionAction", "withdrawRetractionAction"],
  ],
  "puts another in the place of the one that stands": [
    ...["makeLinkAction", "renewSecretAction", "renewFeedAction", "assessAction", "decideFindingAction"],
  ],
  "is an act that may rightly be done twice: each asks anew, at its own moment": [
    ...["compareAgainAction", "checkAddressAction", "testWebhookAction", "sendAgainAction"],
  ],
  "adds files of which each that is on record already is told as such": ["addFilesAction"],
  "stores nothing": ["signInAction", "setPasswordAction", "checkBibliographyAction"],
};

test("of every form it is said by what it is known again, or why it adds nothing twice", () => {
  const told = [...Object.keys(ADDS), ...Object.values(ADDS_NOTHING).flat()];
  expect(told.sort()).toEqual([...actions.keys()].sort());
});

describe.each(Object.entries(ADDS))("%s", (name, { as, fill, count }) => {
  const action = actions.get(name) as FormAction;
  beforeEach(async () => {
    await clearDatabase();
    actor = await makeUser(as);
  });

  test("sent once more it adds nothing", async () => {
    const values = await fill();
    const before = await count();
    expect(await send(action, values)).toMatch(/^done/);
    expect(await count()).toBe(before + 1);
    const answer = await send(action, await asReadNow(again(name, values)));
    expect(answer).toMatch(/^(done|refused: .+)/);
    expect(await count()).toBe(before + 1);
  });

  test("sent twice at once it adds one", async () => {
    const values = await fill();
    const before = await count();
    const answers = await Promise.all([send(action, values), send(action, values)]);
    expect(answers.filter((answer) => answer.startsWith("done")).length).toBeGreaterThan(0);
    expect(await count()).toBe(before + 1);
  });
});

/** The version that a page drawn anew carries. */
async function asReadNow(values: Readonly<Record<string, string | File>>) {
  if (!("version" in values)) return values;
  const { checkId, speakerId, claimId, statementId } = values as Record<string, string>;
  const found =
    speakerId !== undefined
      ? await db.speaker.findUnique({ where: { id: speakerId } })
      : claimId !== undefined
        ? await db.claim.findUnique({ where: { id: claimId } })
        : checkId !== undefined
          ? await db.check.findUnique({ where: { publicId: checkId } })
          : await db.statement.findUnique({ where: { publicId: statementId ?? "" } });
  return { ...values, version: String(found?.version) };
}

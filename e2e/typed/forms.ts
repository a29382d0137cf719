import type { Locator, Page } from "@playwright/test";
import type { Role } from "@/lib/auth";
import { startCheck } from "@/lib/checks/server";
import { takePosition, withdrawClaim } from "@/lib/claims/server";
import { proposeCorrection, proposeRetraction } from "@/lib/corrections/server";
import { db } from "@/lib/db/server";
import { confirmRelation, relateStatements, resolveRelation } from "@/lib/relations/server";
import { addAlias, recordAffiliation } from "@/lib/speakers/server";
import { editStatement, getStatement } from "@/lib/statements/server";
import { addToStory, createStory, withdrawStory } from "@/lib/stories/server";
import { giveVerdict } from "@/lib/verdicts/server";
import {
  bringTo,
  type Colleagues,
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
} from "../newsroom";

/** What a form needs to be there, and who fills it in. */
export interface Newsroom {
  readonly colleagues: Colleagues;
  /** Of the person who will fill in the form. */
  readonly page: Page;
}

export interface FormCase {
  /** What the page calls the form. */
  readonly form: string | RegExp;
  /** The field that is typed in. */
  readonly field: string | RegExp;
  readonly role: Role;
  /** Makes what the form is about, new each time; gives the page, with what its address asks for. */
  prepare(at: Newsroom): Promise<string>;
  /** Whatever else a right filling needs. */
  fill?(form: Locator): Promise<void>;
  /** The button, where it is not the last. */
  button?: string | RegExp;
  /** What is typed, where any text would not do. */
  text?(): Promise<string>;
  /** It stores nothing: what is typed leads on to the next page, in its address. */
  storesNothing?: true;
  /** It does the same whatever a colleague saved. */
  asksNoVersion?: true;
  /** No role is needed for it, so none can be lost. */
  isOfEverybody?: true;
  /** What is put into it is a file, which a browser gives to no page that comes anew. */
  takesFiles?: true;
  /** The longest that the form takes is longer than what a browser types at once. */
  takesAny?: true;
}

const REASON = "Because the recording says otherwise, as both of them know.";

async function taken({ colleagues }: Newsroom): Promise<Kept> {
  const kept = await capture(colleagues.reporter);
  await bringTo("taken", kept, colleagues);
  return kept;
}

const review = async (at: Newsroom) => `/review/${(await taken(at)).publicId}`;
const published = async ({ colleagues }: Newsroom) => `/review/${(await publishOne(colleagues)).publicId}`;
const versionOf = async ({ colleagues }: Newsroom, publicId: string) =>
  (await getStatement(colleagues.editor, publicId)).version;

async function draft({ page }: Newsroom): Promise<string> {
  const own = ownWord();
  await page.goto("/import");
  await page
    .getByLabel("Paste the article")
    .fill(`“The lock at ${own} is shut,” said Jon Vale, its keeper. “It will open in spring,” Vale said.`);
  await page.getByLabel("Title").fill(`The lock at ${own}`);
  await page.getByRole("button", { name: "Find statements" }).click();
  await page.waitForURL(/\/import\/./);
  return new URL(page.url()).pathname;
}

async function batch({ page }: Newsroom): Promise<string> {
  await page.goto("/import");
  const files = [1, 2].map(() => fileOf(`A note of ${ownWord()}`));
  await page.getByLabel("Or choose or drop files").setInputFiles(files);
  await page.getByRole("button", { name: "Find statements" }).click();
  await page.waitForURL(/\/import\/batch\/./);
  return new URL(page.url()).pathname;
}

/** A file that says what a test types elsewhere, under a name that it makes. */
export function fileOf(text: string) {
  const buffer = Buffer.from(`“${text},” said Jon Vale, its master.`);
  return { name: `${text.replace(/[^a-z0-9]+/giu, "-")}.txt`, mimeType: "text/plain", buffer };
}

const rowsAt = (own: string) => `Quote\tWho\tArticle\n“The lock at ${own} is shut,”\tDr Jon Vale\tThe ${own}`;

async function table({ page }: Newsroom): Promise<string> {
  await page.goto("/import/table");
  await page.getByLabel("Or paste rows").fill(rowsAt(ownWord()));
  await page.getByRole("button", { name: "Look at the rows" }).click();
  await page.waitForURL(/\/import\/table\/./);
  return new URL(page.url()).pathname;
}

async function check({ colleagues }: Newsroom): Promise<string> {
  const text = `“The ferry of ${ownWord()} will not sail,” said Jon Vale, its master.`;
  const { checkId } = await startCheck(colleagues.reporter, { text, scope: "material" });
  return `/check/${checkId}`;
}

async function story({ colleagues }: Newsroom, isPublic = false): Promise<string> {
  const { slug } = await createStory(colleagues.editor, { title: `Dossier ${ownWord()}` });
  if (isPublic) {
    const { publicId } = await publishOne(colleagues);
    await addToStory(colleagues.editor, { slug, statementIds: [publicId], publicNote: REASON });
  }
  return `/stories/${slug}`;
}

async function claim({ colleagues }: Newsroom): Promise<string> {
  const { publicId } = await capture(colleagues.reporter);
  const proposition = `Lorries cross ${ownWord()} in winter.`;
  const { slug } = await takePosition(colleagues.reviewer, {
    ...{ proposition, statementId: publicId, stance: "asserts" },
  });
  return `/claims/${slug}`;
}

/** Two statements that are related, as far as `state`; the relation. */
async function related(at: Newsroom, state: "suggested" | "confirmed" | "resolved") {
  const { colleagues } = at;
  const [from, to] = [await taken(at), await capture(colleagues.reporter)];
  const { publicId: id } = await relateStatements(colleagues.reviewer, {
    ...{ type: "contradicts", fromId: from.publicId, toId: to.publicId },
    ...{ rationale: REASON, comparability: "One bridge, one winter.", state: "suggested" },
  });
  if (state !== "suggested") await confirmRelation(colleagues.editor, { id, version: 1 });
  if (state === "resolved")
    await resolveRelation(colleagues.editor, { id, version: 2, resolution: "a_stands", reason: REASON });
  return `/review/${from.publicId}`;
}

async function waiting(at: Newsroom): Promise<string> {
  const { publicId: statementId } = await publishOne(at.colleagues);
  await proposeCorrection(at.colleagues.editor, {
    ...{ statementId, version: await versionOf(at, statementId), kind: "correction", note: REASON },
    changes: { place: "Upper Lindmouth", wording: undefined },
    answers: [],
    explanation: "",
  } as Parameters<typeof proposeCorrection>[1]);
  return `/review/${statementId}`;
}

const first = (form: Locator, name: string | RegExp) =>
  form.getByRole("group", { name }).getByRole("radio").first().check();

export const FORMS: readonly FormCase[] = [
  {
    ...{ form: "Import", field: "Paste the article", role: "reporter", takesAny: true },
    prepare: async () => "/import",
  },
  {
    ...{ form: "Add files", field: /^More files/, role: "reporter", takesAny: true, takesFiles: true },
    prepare: batch,
  },
  { form: "Where it was published", field: "Title", role: "reporter", prepare: draft },
  {
    ...{ form: "Import a table", field: "Or paste rows", role: "reporter", takesAny: true },
    prepare: async () => "/import/table",
    text: async () => rowsAt(ownWord()),
  },
  { form: "Columns and speakers", field: "Title of the source", role: "reporter", prepare: table },
  {
    ...{ form: "The mended file", field: "Or paste rows", role: "reporter", takesAny: true, prepare: table },
    text: async () => rowsAt(ownWord()),
  },
  {
    ...{ form: "Proposal 1", field: "Told to", role: "reporter", prepare: draft },
    button: "Save",
  },
  {
    ...{ form: "Add a statement that was not found", field: "Words of the statement", role: "reporter" },
    ...{ prepare: draft, text: async () => "It will open in spring," },
    // the last stands in the bar at selected words
    button: "Add",
  },
  {
    ...{ form: "Edit a statement", field: "Context", role: "reporter" },
    prepare: async ({ colleagues }) => `/statements/${(await capture(colleagues.reporter)).publicId}/edit`,
  },
  {
    ...{ form: "Edit a source", field: /^Author$/, role: "reporter" },
    prepare: async ({ colleagues }) =>
      `/sources/${(await capture(colleagues.reporter)).source.publicId}/edit`,
  },
  {
    ...{ form: "Edit an outlet", field: "Homepage", role: "reporter" },
    text: async () => "https://courier.example/",
    prepare: async ({ colleagues }) => `/outlets/${await outletOf(colleagues.reporter)}/edit`,
  },
  {
    ...{ form: "Name and kind", field: "Description", role: "reporter" },
    prepare: async ({ colleagues }) => `/speakers/${(await capture(colleagues.reporter)).speaker.slug}/edit`,
  },
  {
    ...{ form: "Add another name", field: /^Another name/, role: "reporter" },
    prepare: async ({ colleagues }) => `/speakers/${(await capture(colleagues.reporter)).speaker.slug}/edit`,
  },
  {
    ...{ form: "Record a role", field: /^Role/, role: "reporter" },
    prepare: async ({ colleagues }) => `/speakers/${(await capture(colleagues.reporter)).speaker.slug}/edit`,
  },
  {
    ...{ form: "Another speaker", field: /^Somebody else/, role: "reporter", storesNothing: true },
    prepare: async ({ colleagues }) => `/speakers/${(await capture(colleagues.reporter)).speaker.slug}/merge`,
  },
  {
    ...{ form: "Make one speaker of two", field: /^How it is known/, role: "reporter" },
    async prepare({ colleagues }) {
      const [from, into] = [await capture(colleagues.reporter), await capture(colleagues.reporter)];
      return `/speakers/${from.speaker.slug}/merge?into=${into.speaker.slug}`;
    },
  },
  {
    ...{ form: /^Take .* apart again/, field: /^How it is known/, role: "reporter" },
    async prepare({ colleagues }) {
      const { into } = await mergeTwo(colleagues.reporter);
      return `/speakers/${into.slug}/edit`;
    },
  },
  {
    ...{ form: "The other one", field: "Or somebody new: the name", role: "reporter", storesNothing: true },
    async prepare({ colleagues }) {
      const { speaker, publicId } = await capture(colleagues.reporter);
      return `/speakers/${speaker.slug}/split/other?chosen=${publicId.slice(3)}`;
    },
  },
  {
    ...{ form: "Make two speakers of one", field: /^How it is known/, role: "reporter" },
    async prepare({ colleagues }) {
      const { speaker, publicId } = await capture(colleagues.reporter);
      return `/speakers/${speaker.slug}/split/other?chosen=${publicId.slice(3)}&name=Agda+${ownWord()}&kind=person`;
    },
  },
  {
    ...{ form: /for one again$/, field: /^How it is known/, role: "reporter" },
    async prepare({ colleagues }) {
      const { from } = await splitOne(colleagues.reporter);
      return `/speakers/${from.slug}/edit`;
    },
  },
  {
    ...{ form: / are two$/, field: /^How it is known/, role: "reporter" },
    async prepare({ colleagues }) {
      const { list, two } = await twoAlike(colleagues.reporter);
      return `${list}&two=${two}`;
    },
  },
  {
    ...{ form: /^Take the name .* away/, field: "Public note", role: "editor" },
    async prepare({ colleagues }) {
      const { speaker } = await publishOne(colleagues);
      const { id, version } = await db.speaker.findUniqueOrThrow({ where: { slug: speaker.slug } });
      await addAlias(colleagues.editor, {
        ...{ speakerId: id, version, alias: `Agda of ${ownWord()}`, publicNote: REASON },
      });
      return `/speakers/${speaker.slug}/edit`;
    },
  },
  {
    ...{ form: /^Take the role .* away/, field: "Public note", role: "editor" },
    async prepare({ colleagues }) {
      const { speaker } = await publishOne(colleagues);
      const { id, version } = await db.speaker.findUniqueOrThrow({ where: { slug: speaker.slug } });
      await recordAffiliation(colleagues.editor, {
        ...{ speakerId: id, version, role: "Planner", body: "", heldFrom: null, heldTo: null },
        publicNote: REASON,
      } as unknown as Parameters<typeof recordAffiliation>[1]);
      return `/speakers/${speaker.slug}/edit`;
    },
  },
  {
    ...{ form: /^Withhold the note of/, field: "Public note", role: "editor" },
    prepare: async ({ colleagues }) => `/speakers/${(await namedInNote(colleagues)).slug}/edit`,
  },
  {
    ...{ form: "Open a story", field: "Summary", role: "reporter", prepare: async () => "/stories/new" },
    // a title that another story bears is refused
    fill: (form) => form.getByLabel(/^Title/).fill(`A dossier of ${ownWord()}`),
  },
  {
    ...{ form: "Edit the story", field: "Summary", role: "editor" },
    prepare: async (at) => `${await story(at)}/edit`,
  },
  {
    ...{ form: "Withdraw the story", field: "Public note", role: "editor" },
    prepare: async (at) => `${await story(at, true)}/edit`,
  },
  {
    ...{ form: "Show the story again", field: "Public note", role: "editor" },
    async prepare(at) {
      const path = await story(at, true);
      const slug = path.slice("/stories/".length);
      const { version } = await db.story.findUniqueOrThrow({ where: { slug } });
      await withdrawStory(at.colleagues.editor, { slug, version, publicNote: REASON });
      return `${path}/edit`;
    },
  },
  {
    ...{
      form: "Put a statement in",
      field: /^Statement to put in/,
      role: "editor",
      prepare: (at) => story(at),
    },
    text: async () => (await db.statement.findFirstOrThrow({ where: { state: "captured" } })).publicId,
  },
  {
    ...{ form: "Take a statement out", field: /^Statement to take out/, role: "editor" },
    async prepare(at) {
      const path = await story(at);
      const { publicId } = await capture(at.colleagues.reporter);
      await addToStory(at.colleagues.editor, {
        slug: path.slice("/stories/".length),
        statementIds: [publicId],
      });
      return path;
    },
    text: async () =>
      (
        await db.statement.findFirstOrThrow({
          where: { story: {}, state: "captured" },
          orderBy: { id: "desc" },
        })
      ).publicId,
  },
  {
    form: "A new claim",
    field: "Note",
    role: "reviewer",
    prepare: async () => "/claims",
    fill: (form) => form.getByLabel(/^Claim/).fill(`Lorries cross ${ownWord()}.`),
  },
  { form: "Put it in other words", field: "Note", role: "reviewer", prepare: claim },
  {
    ...{ form: "Judge the claim", field: "Reasons", role: "reviewer", prepare: claim },
    fill: async (form) => void (await form.getByLabel("Verdict").selectOption("narrative")),
  },
  {
    ...{ form: "Withdraw the claim", field: "Public note", role: "editor" },
    prepare: async ({ colleagues }) => `/claims/${(await publishClaimOn(colleagues)).slug}`,
  },
  {
    ...{ form: "Publish the claim again", field: "Public note", role: "editor" },
    async prepare({ colleagues }) {
      const { slug, claimId, version } = await publishClaimOn(colleagues);
      await withdrawClaim(colleagues.editor, { claimId, version, publicNote: REASON });
      return `/claims/${slug}`;
    },
  },
  {
    ...{ form: /^Take the position of .* back/, field: "Public note", role: "editor", asksNoVersion: true },
    prepare: async ({ colleagues }) => `/claims/${(await publishClaimOn(colleagues)).slug}`,
  },
  {
    ...{ form: "Take the position again", field: "Note", role: "editor" },
    async prepare(at) {
      const path = await claim(at);
      const { id } = await db.claim.findUniqueOrThrow({ where: { slug: path.slice("/claims/".length) } });
      await db.position.updateMany({
        where: { claimId: id },
        data: { lapsedAt: new Date(), supersededAt: new Date() },
      });
      return path;
    },
  },
  {
    ...{ form: "Sourcing", field: /^Note\b/, role: "reviewer", prepare: review },
    async fill(form) {
      // a group without a legend of its own, such as a fold of choices, stands inside of one that has it
      const facets = form.locator("fieldset:has(> legend)");
      for (let at = 0; at < (await facets.count()); at++) {
        const choice = facets.nth(at).getByRole("radio").or(facets.nth(at).getByRole("checkbox"));
        const legend = (await facets.nth(at).locator("legend").first().textContent()) ?? "";
        if (legend.startsWith("Sensitivity")) continue;
        await choice.first().check();
      }
    },
  },
  ...["Said?", "Faithful?", "In context?"].map(
    (axis): FormCase => ({
      ...{ form: `Verdict: ${axis}`, field: /^Reasons/, role: "reviewer", prepare: review },
      fill: (form) => form.getByRole("radio").first().check(),
    }),
  ),
  {
    ...{ form: /^Verdict: True\?/, field: /^Reasons/, role: "reviewer", prepare: review },
    fill: (form) => form.getByRole("radio").first().check(),
  },
  {
    ...{ form: "True? Back to not judged", field: /^Why it is no longer judged/, role: "reviewer" },
    async prepare(at) {
      const { publicId: statementId } = await taken(at);
      const version = await versionOf(at, statementId);
      await giveVerdict(at.colleagues.reviewer, {
        ...{ statementId, version, axis: "true", value: "narrative", scaleKey: "narrative", reasons: REASON },
      } as Parameters<typeof giveVerdict>[1]);
      return `/review/${statementId}`;
    },
  },
  { form: "Checklist", field: /^Why not: Words match/, role: "reviewer", prepare: review },
  { form: "Write a comment", field: "Comment", role: "reporter", prepare: review },
  {
    ...{ form: "Position on a claim", field: "Claim", role: "reviewer", prepare: review },
    // a colleague is in the way on the same claim alone, which nobody else has here
    asksNoVersion: true,
    fill: (form) => first(form, "The statement"),
  },
  {
    ...{ form: "Keep the words", field: /^Why the words stay/, role: "editor" },
    async prepare(at) {
      const { publicId } = await taken(at);
      await readOtherwise(at.colleagues.reporter, { publicId });
      return `/review/${publicId}`;
    },
  },
  {
    ...{ form: "Explain the difference", field: /^Why the words may differ/, role: "editor" },
    async prepare(at) {
      const { publicId, wording } = await taken(at);
      await editStatement(at.colleagues.reporter, {
        ...{ id: publicId, version: await versionOf(at, publicId) },
        wording: wording.replace("no lorries", "not a lorry"),
      });
      return `/review/${publicId}`;
    },
  },
  {
    ...{ form: "Relate the two statements", field: /^Rationale/, role: "reviewer" },
    async prepare(at) {
      const { publicId: other } = await capture(at.colleagues.reporter);
      return `${await review(at)}?other=${other}`;
    },
    async fill(form) {
      await first(form, "The first statement, to the second");
      await form.getByLabel(/^Why the two can be compared/).fill("One bridge, one winter.");
    },
  },
  { form: "Confirm", field: "Rationale", role: "reviewer", prepare: (at) => related(at, "suggested") },
  {
    ...{ form: "Resolve", field: "Reason", role: "reviewer", prepare: (at) => related(at, "confirmed") },
    fill: (form) => form.getByRole("radio").first().check(),
  },
  {
    ...{ form: "Reject", field: /^Why it does not hold/, role: "reviewer" },
    prepare: (at) => related(at, "suggested"),
  },
  { form: "Open again", field: "Reason", role: "reviewer", prepare: (at) => related(at, "resolved") },
  {
    ...{ form: "What is to be changed", field: /^What is to be changed/, role: "editor" },
    async prepare({ colleagues }) {
      const kept = await capture(colleagues.reporter);
      await bringTo("submitted", kept, colleagues);
      return `/review/${kept.publicId}`;
    },
  },
  {
    ...{ form: "Assign", field: "Due on", role: "editor", text: async () => "2030-01-01" },
    prepare: review,
    // by a name that one of them has: what is refused for its name is not held against another save
    async fill(form) {
      const { name } = await db.user.findFirstOrThrow({
        where: { role: "reviewer" },
        orderBy: { id: "desc" },
      });
      await form.getByLabel("Reviewer").fill(name);
    },
  },
  { form: "Why it is declined", field: /^Why it is declined/, role: "editor", prepare: review },
  {
    ...{ form: "Correct", field: /^Public note/, role: "editor", prepare: published },
    fill: async (form) => {
      await form.getByRole("radio", { name: /^Correction/ }).check();
      await form.getByLabel("Place").fill("Upper Lindmouth");
    },
  },
  {
    ...{ form: "Judge again", field: /^Why: /, role: "reviewer", prepare: waiting },
    fill: (form) => form.getByRole("radio").first().check(),
  },
  {
    ...{ form: "Why it is withdrawn", field: /^Why it is withdrawn/, role: "editor" },
    prepare: waiting,
  },
  {
    ...{ form: "Check a draft", field: "Paste the draft", role: "reporter", prepare: async () => "/check" },
    text: async () => `“The ferry of ${ownWord()} sails,” said Jon Vale, its master.`,
    asksNoVersion: true,
    takesAny: true,
  },
  {
    ...{ form: "Edit the draft", field: "The draft", role: "reporter" },
    prepare: async (at) => `${await check(at)}/edit`,
    takesAny: true,
  },
  {
    ...{ form: "Add material", field: "Or paste notes", role: "reporter", prepare: check },
    takesAny: true,
  },
  {
    ...{ form: "Decide on finding 1", field: "In words", role: "reviewer", prepare: check },
    button: /^Let it stand/,
    asksNoVersion: true,
  },
  {
    ...{ form: "Say what it is", field: "In words", role: "reviewer" },
    prepare: async (at) => `${await check(at)}/proof`,
    button: /^Query/,
    asksNoVersion: true,
  },
  {
    ...{ form: "Close the check", field: /^Why it is closed/, role: "editor", prepare: check },
  },
  { form: "Why it is retracted", field: /^Why it is retracted/, role: "editor", prepare: published },
  {
    ...{ form: "Why the proposal is withdrawn", field: /^Why the proposal is withdrawn/, role: "editor" },
    async prepare(at) {
      const { publicId: statementId } = await publishOne(at.colleagues);
      const version = await versionOf(at, statementId);
      await proposeRetraction(at.colleagues.editor, { statementId, version, words: REASON });
      return `/review/${statementId}`;
    },
  },
  {
    ...{ form: "Add a person", field: /^Name/, role: "admin", prepare: async () => "/admin" },
    fill: (form) => form.getByLabel(/^Email/).fill(`${ownWord()}${ownWord()}@example.test`),
  },
  {
    ...{ form: "Add a style", field: /^Or paste/, role: "admin", prepare: async () => "/admin/styles" },
    text: async () => cslOf(ownWord()),
    takesAny: true,
    asksNoVersion: true,
  },
  {
    ...{ form: "Add an address", field: /^What listens there/, role: "admin" },
    prepare: async () => "/admin/webhooks",
    fill: (form) => form.getByLabel(/^Address/).fill("https://example.test/hook"),
  },
  {
    ...{ form: "Name and address", field: /^Name/, role: "reporter", prepare: async () => "/account" },
    isOfEverybody: true,
  },
  {
    ...{ form: "Save a search", field: "Name", role: "reporter" },
    prepare: async () => "/searches?save=q%3Dpeace",
    isOfEverybody: true,
  },
  {
    ...{ form: /^Change Own /, field: "Name", role: "reporter", isOfEverybody: true },
    async prepare({ page }) {
      await page.goto("/searches?save=q%3Dpeace");
      await page.getByRole("form", { name: "Save a search" }).getByLabel("Name").fill(`Own ${ownWord()}`);
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await page.waitForURL(/done=saved/u);
      return "/searches";
    },
  },
  {
    ...{ form: "A new key", field: "What uses it", role: "reporter", prepare: async () => "/account" },
    isOfEverybody: true,
  },
];

/** Moves on the record of a page, as a colleague's save does; false when the page has none. */
export async function saveElsewhere(path: string): Promise<boolean> {
  const [, page = "", id = "", part = ""] = path.split(/[/?]/);
  const data = { version: { increment: 1 } };
  if (page === "review" || page === "statements") {
    await db.statement.update({ where: { publicId: id }, data });
    const statement = { publicId: id };
    await db.relation.updateMany({ where: { OR: [{ from: statement }, { to: statement }] }, data });
  } else if (page === "claims" && id !== "") await db.claim.update({ where: { slug: id }, data });
  else if (page === "stories" && id !== "new") await db.story.update({ where: { slug: id }, data });
  else if (page === "speakers") await db.speaker.update({ where: { slug: id }, data });
  else if (page === "sources") await db.source.update({ where: { publicId: id }, data });
  else if (page === "import" && id === "table") {
    const { count } = await db.statementTable.updateMany({ where: { publicId: part }, data });
    return count > 0;
  } else if (page === "import" && id !== "") await db.importDraft.update({ where: { publicId: id }, data });
  else if (page === "check" && id !== "") await db.check.update({ where: { publicId: id }, data });
  else return false;
  return true;
}

/** Closes the record of a page to what the form would do; false when nothing can. */
export async function closeRecord(path: string): Promise<boolean> {
  const [, page = "", id = "", part = ""] = path.split(/[/?]/);
  if (page === "review" || page === "statements")
    await db.statement.update({ where: { publicId: id }, data: { state: "declined" } });
  else if (page === "import" && id === "table") {
    const data = { state: "discarded" };
    const { count } = await db.statementTable.updateMany({ where: { publicId: part }, data });
    return count > 0;
  } else if (page === "import" && id !== "")
    await db.importDraft.update({ where: { publicId: id }, data: { state: "discarded" } });
  else if (page === "check" && id !== "")
    await db.check.update({ where: { publicId: id }, data: { closedAt: new Date() } });
  else return false;
  return true;
}

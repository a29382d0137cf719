import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { startCheck } from "@/lib/checks/server";
import { createClaim, rephraseClaim, takePosition, withdrawClaim } from "@/lib/claims/server";
import { confirmRetraction, proposeCorrection, proposeRetraction } from "@/lib/corrections/server";
import { editSpeaker, getSpeaker } from "@/lib/speakers/server";
import { getStatement } from "@/lib/statements/server";
import { citeThree } from "../cited";
import { savedPage } from "../files";
import {
  bringTo,
  type Colleagues,
  capture,
  contradict,
  mergeTwo,
  ownWord,
  publishClaimOn,
  publishOne,
  readOtherwise,
} from "../newsroom";
import { DraftPage } from "../pages/draft-page";
import { printInFour } from "../printings";
import { at, type Screen } from "./screen";

// the demo story is in every database that a run begins with
/** The screens that people use all day. */
async function bringRows(page: Page, rows: readonly string[]) {
  await page.goto("/import/table");
  await page.getByLabel("Or paste rows").fill(rows.join("\n"));
  await page.getByRole("button", { name: "Look at the rows" }).click();
  await page.waitForURL(/\/import\/table\/./);
}

export const DAILY: readonly Screen[] = [
  { name: "home", who: "visitor", open: at("/") },
  { name: "home of a reviewer", who: "reviewer", open: at("/") },
  { name: "speakers", who: "visitor", open: at("/speakers") },
  { name: "a speaker", who: "visitor", open: at("/speakers/sami-yousafzai") },
  { name: "statements", who: "visitor", open: at("/statements") },
  { name: "statements, found elsewhere", who: "visitor", open: at("/statements?q=asean+OR+istanbul") },
  { name: "statements, search not understood", who: "visitor", open: at("/statements?q=speakr:x") },
  { name: "statements, nothing found", who: "visitor", open: at("/statements?q=nothingofthesort") },
  { name: "an export", who: "visitor", open: at("/exports?speaker=sami-yousafzai&format=docx") },
  { name: "what programs may ask for", who: "visitor", open: at("/api") },
  {
    name: "a statement with a contradiction",
    who: "visitor",
    open: async (_, colleagues) => {
      const here = await publishOne(colleagues);
      const there = await publishOne(colleagues);
      await contradict(colleagues.editor, here, there);
      return `/statements/${here.publicId}`;
    },
  },
  {
    name: "a bibliography beside the record",
    who: "visitor",
    open: async (page) => {
      const { ris } = await citeThree();
      await page.goto("/check/bibliography");
      await page.getByLabel("Paste the bibliography").fill(`${ris}no record\r\n`);
      await page.getByRole("button", { name: "Check the bibliography" }).click();
      await page.getByRole("heading", { name: "To look at" }).waitFor();
    },
  },
  { name: "checks", who: "reporter", open: at("/check") },
  { name: "a check with findings", who: "reviewer", open: openCheck },
  { name: "a proof sheet", who: "reviewer", open: async (...given) => `${await openCheck(...given)}/proof` },
  { name: "a call sheet", who: "reviewer", open: async (...given) => `${await openCheck(...given)}/calls` },
  {
    name: "a draft being edited",
    who: "reporter",
    open: async (...given) => `${await openCheck(...given)}/edit`,
  },
  {
    name: "where a statement was printed",
    who: "visitor",
    open: async () => `/statements/${(await printInFour())[3]?.publicId}/lineage`,
  },
  {
    name: "a version of a statement",
    who: "visitor",
    open: async (_, colleagues) => `/statements/${(await publishOne(colleagues)).publicId}/versions/1`,
  },
  {
    name: "a statement being edited",
    who: "reporter",
    open: async (_, { reporter }) => `/statements/${(await capture(reporter)).publicId}/edit`,
  },
  {
    name: "a public speaker being edited",
    who: "editor",
    open: async (_, colleagues) => `/speakers/${(await publishOne(colleagues)).speaker.slug}/edit`,
  },
  {
    name: "two speakers who may be one",
    who: "editor",
    open: async (_, colleagues) => {
      const [from, into] = [await publishOne(colleagues), await publishOne(colleagues)];
      return `/speakers/${from.speaker.slug}/merge?into=${into.speaker.slug}`;
    },
  },
  {
    name: "a speaker found to be another",
    who: "reporter",
    open: async (_, { reporter }) => `/speakers/${(await mergeTwo(reporter)).into.slug}/edit`,
  },
  {
    name: "a public claim in other words",
    who: "editor",
    open: async (_, colleagues) => {
      const { slug, claimId, version } = await publishClaimOn(colleagues);
      await rephraseClaim(colleagues.editor, {
        ...{ claimId, version, proposition: `No lorry crosses the bridge of ${ownWord()} in winter.` },
        publicNote: "The claim said more than the statement did.",
      });
      return `/claims/${slug}`;
    },
  },
  {
    name: "the form of a correction",
    who: "editor",
    open: async (page, colleagues) => {
      await page.goto(`/review/${(await publishOne(colleagues)).publicId}`);
      await page.getByText("Correct it", { exact: true }).click();
      for (const fold of ["What changes in the record", "A new verdict", "The sourcing, assessed anew"])
        await page.getByText(fold, { exact: true }).click();
    },
  },
  {
    name: "a correction that waits",
    who: "editor",
    open: async (page, colleagues) => {
      const { publicId } = await publishOne(colleagues);
      await correct(colleagues, publicId, "correction", "On whether lorries may wait at the bridge.");
      await page.goto(`/review/${publicId}`);
      await page.getByRole("radio", { name: "Judge it anew" }).first().check();
    },
  },
  {
    name: "a corrected version",
    who: "visitor",
    open: async (_, colleagues) => {
      const { publicId } = await publishOne(colleagues, {
        context: "On whether lorries may use the brigde.",
      });
      await correct(colleagues, publicId, "typo", "On whether lorries may use the bridge.");
      return `/statements/${publicId}/versions/2`;
    },
  },
  {
    name: "a retracted statement",
    who: "visitor",
    open: async (_, colleagues) => {
      const { publicId } = await publishOne(colleagues);
      const { version } = await getStatement(colleagues.editor, publicId);
      const words = "The recording is of somebody else.";
      await proposeRetraction(colleagues.editor, { statementId: publicId, version, words });
      const second = { ...colleagues.editor, id: randomUUID(), name: "A second editor" };
      await confirmRetraction(second, { statementId: publicId, version: version + 1 });
      return `/statements/${publicId}`;
    },
  },
  {
    name: "a withdrawn claim",
    who: "visitor",
    open: async (_, colleagues) => {
      const { slug, claimId, version } = await publishClaimOn(colleagues);
      const publicNote = "Nobody claimed it in these words.";
      await withdrawClaim(colleagues.editor, { claimId, version, publicNote });
      return `/claims/${slug}`;
    },
  },
  {
    name: "a speaker who is not named any more, being edited",
    who: "editor",
    open: async (_, colleagues) => {
      const { speaker } = await publishOne(colleagues);
      const { id, version } = await getSpeaker(colleagues.editor, speaker.slug);
      const { slug } = await editSpeaker(colleagues.editor, {
        ...{ id, version, name: "A planner", kind: "anonymous", description: "" },
        publicNote: "The family was threatened for it.",
      });
      return `/speakers/${slug}/edit`;
    },
  },
  { name: "sources", who: "visitor", open: at("/sources") },
  {
    name: "what changed in a source",
    who: "reporter",
    open: async (_, { reporter }) => readOtherwise(reporter, await capture(reporter)),
  },
  {
    name: "a source",
    who: "visitor",
    open: async (_, colleagues) => `/sources/${(await publishOne(colleagues)).source.publicId}`,
  },
  { name: "stories", who: "visitor", open: at("/stories") },
  { name: "a story", who: "visitor", open: at("/stories/istanbul-talks-october-2025") },
  { name: "claims", who: "visitor", open: at("/claims") },
  { name: "claims on the desk", who: "reviewer", open: at("/claims") },
  {
    name: "a claim",
    who: "reviewer",
    open: async (_, { reporter, reviewer }) => {
      const proposition = `Lorries cross the bridge of ${ownWord()} in winter.`;
      const { id: claimId, slug } = await createClaim(reviewer, { proposition });
      const { publicId } = await capture(reporter);
      await takePosition(reviewer, { claimId, statementId: publicId, stance: "denies" });
      return `/claims/${slug}`;
    },
  },
  { name: "contradictions", who: "visitor", open: at("/contradictions") },
  { name: "contradictions to decide", who: "reviewer", open: at("/contradictions") },
  { name: "import", who: "reporter", open: at("/import") },
  {
    name: "an import being decided",
    who: "reporter",
    open: async (page) => {
      const draft = new DraftPage(page);
      const own = ownWord();
      await draft.start(
        `“The clock of ${own} is slow,” said Ann B${own}, who winds it. “Nobody had told me,” B${own} said.`,
      );
      await draft.accept("is slow");
      const form = await draft.open("Nobody had told me");
      await form.getByRole("radio", { name: /^New speaker/ }).check();
    },
  },
  {
    name: "an import of a saved page",
    who: "reporter",
    open: async (page) => {
      const draft = new DraftPage(page);
      const { own: _, ...file } = savedPage();
      await page.goto("/import");
      await page.getByLabel("Or choose or drop a file").setInputFiles(file);
      await draft.find();
      await page.getByText("Where it was published").click();
      await page.getByText("As it arrived").click();
    },
  },
  {
    name: "all that waits in imports",
    who: "reporter",
    open: async (page) => {
      for (const word of ["slow", "fast"]) {
        const own = ownWord();
        await new DraftPage(page).start(
          `“The clock of ${own} is ${word},” said Ann B${own}, who winds it. “Nobody had told me,” B${own} said.`,
        );
      }
      return "/import/work";
    },
  },
  { name: "a table to bring", who: "reporter", open: at("/import/table") },
  {
    name: "a table that is stopped",
    who: "reporter",
    open: async (page) => {
      const own = ownWord();
      await bringRows(page, [
        "Nr\tZitat\tSprecherin\tDatum\tQuelle\tNotiz",
        `1\t“We will open the lock of ${own} before the winter comes,”\tDr Mira Tanvald\t28.10.2025\tThe ${own}\tring her`,
        `2\tthey will wait\tZorvath ${own}\t31.02.2025\tThe ${own}\t`,
        `3\t«ما به ${own} نمی‌رویم»\tذبیح الله مجاهد\tlast week\tThe ${own}\t`,
      ]);
    },
  },
  {
    name: "a table that is stored",
    who: "reporter",
    open: async (page) => {
      const own = ownWord();
      await bringRows(page, ["Quote\tWho\tArticle", `“No to ${own},”\tan official\tThe ${own}`]);
      await page.getByRole("button", { name: "Store 1 statement" }).click();
      await page.getByText("1 statement stored").waitFor();
    },
  },
  { name: "the review queue", who: "editor", open: at("/review?view=all") },
  {
    name: "a review",
    who: "reviewer",
    open: async (_, { reporter }) => `/review/${(await capture(reporter)).publicId}`,
  },
  {
    name: "a review waiting for an editor",
    who: "editor",
    open: async (_, colleagues) => {
      const kept = await capture(colleagues.reporter);
      await bringTo("submitted", kept, colleagues);
      return `/review/${kept.publicId}`;
    },
  },
  { name: "admin", who: "admin", open: at("/admin") },
  { name: "account", who: "reader", open: at("/account") },
  { name: "sign in", who: "visitor", open: at("/sign-in") },
  { name: "not found", who: "visitor", open: at("/statements/st-000000") },
];

async function correct(
  { editor }: Colleagues,
  statementId: string,
  kind: "correction" | "typo",
  context: string,
): Promise<void> {
  const { version } = await getStatement(editor, statementId);
  const note = "It said something else than it meant.";
  await proposeCorrection(editor, { statementId, version, kind, note, changes: { context } });
}

/** A draft with one quotation as it was said, one that was altered and one that nobody knows. */
async function openCheck(_: unknown, { reporter }: Colleagues): Promise<string> {
  const { wording, speaker } = await capture(reporter);
  const altered = wording.replace("no lorries", "few lorries");
  const text = [
    `The council closed the bridge. ${wording} said ${speaker.name}, who plans its roads.`,
    `${altered} ${speaker.name} repeated on Tuesday.`,
    "“Nobody was asked about any of this,” said Jon Vale, a haulier.",
  ].join("\n\n");
  const materials = [{ name: "notes of the council.txt", text: "Jon Vale: We were asked, but late." }];
  const { checkId } = await startCheck(reporter, { text, scope: "store", materials });
  return `/check/${checkId}`;
}

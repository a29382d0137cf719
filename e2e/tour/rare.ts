import { SYSTEM } from "@/lib/auth";
import { closeCheck, startCheck } from "@/lib/checks/server";
import { db } from "@/lib/db/server";
import { saveSearch } from "@/lib/searches/server";
import { createSpeaker } from "@/lib/speakers/server";
import { addToStory, createStory, getStory, withdrawStory } from "@/lib/stories/server";
import { addStyle } from "@/lib/styles/server";
import {
  bringTo,
  type Colleagues,
  capture,
  contradict,
  cslOf,
  outletOf,
  ownWord,
  publishOne,
} from "../newsroom";
import { DraftPage } from "../pages/draft-page";
import { printInFour } from "../printings";
import { at, type Screen } from "./screen";

/** A name and words that give no place to break. */
const UNBROKEN = "Donaudampfschifffahrtsgesellschaft".repeat(6);

/** States that come seldom: refused, empty, very long, right to left, in the middle of the process. */
export const RARE: readonly Screen[] = [
  { name: "about", who: "visitor", open: at("/about") },
  { name: "accessibility", who: "visitor", open: at("/about/accessibility") },
  { name: "the components", who: "visitor", open: at("/about/components") },
  {
    name: "a person in admin",
    who: "admin",
    open: async (_, { reviewer }) => `/admin/people/${reviewer.id}`,
  },
  {
    name: "citation styles",
    who: "admin",
    open: async () => {
      await addStyle(SYSTEM, { text: cslOf(ownWord()) });
      return "/admin/styles";
    },
  },
  {
    name: "where a statement was printed, right to left",
    who: "editor",
    open: async () => `/statements/${(await printInFour("ar"))[1]?.publicId}/lineage`,
  },
  { name: "a bibliography to be checked", who: "visitor", open: at("/check/bibliography") },
  { name: "a closed check, right to left", who: "editor", open: closedCheck },
  { name: "material of a check", who: "reporter", open: longMaterial },
  { name: "webhooks", who: "admin", open: webhooks },
  { name: "a webhook that was switched off", who: "admin", open: switchedOffWebhook },
  { name: "what I typed", who: "reporter", open: at("/account/typed") },
  { name: "a new story", who: "reporter", open: at("/stories/new") },
  {
    name: "an empty story",
    who: "reporter",
    open: async (_, { reporter }) => {
      const { slug } = await createStory(reporter, { title: `The clocks of ${ownWord()}`, summary: "" });
      return `/stories/${slug}`;
    },
  },
  {
    name: "a story being edited",
    who: "reporter",
    open: async (_, { reporter }) => {
      const { slug } = await createStory(reporter, {
        title: `The tolls of ${ownWord()}`,
        summary: "Who pays.",
      });
      return `/stories/${slug}/edit`;
    },
  },
  {
    name: "a withdrawn story",
    who: "visitor",
    open: async (_, colleagues) => {
      const { slug } = await createStory(colleagues.editor, {
        title: `The ferries of ${ownWord()}`,
        summary: "",
      });
      const { publicId } = await publishOne(colleagues);
      await addToStory(colleagues.editor, {
        slug,
        statementIds: [publicId],
        publicNote: "It tells of the same ferries.",
      });
      const { version } = await getStory(colleagues.editor, slug);
      await withdrawStory(colleagues.editor, { slug, version, publicNote: "Two stories told of one thing." });
      return `/stories/${slug}`;
    },
  },
  {
    name: "a speaker who said nothing yet",
    who: "reporter",
    open: async (_, { reporter }) => {
      const name = `Berta ${ownWord()}`;
      return `/speakers/${(await createSpeaker(reporter, { name, kind: "person" })).slug}`;
    },
  },
  {
    name: "a source being edited",
    who: "reporter",
    open: async (_, { reporter }) => `/sources/${(await capture(reporter)).source.publicId}/edit`,
  },
  {
    name: "an outlet being edited",
    who: "reporter",
    open: async (_, { reporter }) => `/outlets/${await outletOf(reporter)}/edit`,
  },
  { name: "a search to be saved", who: "reporter", open: at("/searches?save=q%3Dpeace%26form%3Ddirect") },
  {
    name: "saved searches",
    who: "reviewer",
    open: async (_, { reporter, reviewer }) => {
      const { publicId } = await capture(reporter);
      const asked = `q=${publicId}`;
      await saveSearch(reviewer, {
        name: "What the council says of its bridges and quays",
        asked,
        isShared: true,
      });
      const { id } = await saveSearch(reporter, { name: `Bridges ${publicId}`, asked, isShared: true });
      await db.savedSearch.update({ where: { id }, data: { createdAt: new Date(0) } });
      return "/searches";
    },
  },
  { name: "a queue", who: "reviewer", open: at("/review") },
  ...(["taken", "reviewed", "returned", "approved"] as const).map(
    (stage): Screen => ({
      name: `a review that is ${stage}`,
      who: stage === "approved" ? "editor" : "reviewer",
      open: async (_, colleagues) => {
        const kept = await capture(colleagues.reporter);
        await bringTo(stage, kept, colleagues);
        return `/review/${kept.publicId}`;
      },
    }),
  ),
  {
    name: "a name without a break, on the front page",
    who: "visitor",
    open: async (_, colleagues) => {
      const here = await publishUnbroken(colleagues);
      await contradict(colleagues.editor, here, await publishUnbroken(colleagues));
      return "/";
    },
  },
  {
    name: "a name without a break, beside its contradiction",
    who: "visitor",
    open: async (_, colleagues) => {
      const here = await publishUnbroken(colleagues);
      await contradict(colleagues.editor, here, await publishUnbroken(colleagues));
      return `/statements/${here.publicId}`;
    },
  },
  {
    name: "a name without a break, under review",
    who: "editor",
    open: async (_, colleagues) => {
      const kept = await capture(colleagues.reporter, unbroken());
      await bringTo("submitted", kept, colleagues);
      return `/review/${kept.publicId}`;
    },
  },
  {
    name: "a name without a break, as a speaker",
    who: "visitor",
    open: async (_, colleagues) => `/speakers/${(await publishUnbroken(colleagues)).speaker.slug}`,
  },
  {
    name: "contradictions with a name without a break",
    who: "visitor",
    open: at("/contradictions?view=all"),
  },
  {
    name: "a statement in Urdu",
    who: "visitor",
    open: async (_, colleagues) => `/statements/${(await publishOne(colleagues, urdu())).publicId}`,
  },
  {
    name: "a statement in Urdu under review",
    who: "editor",
    open: async (_, colleagues) => {
      const kept = await capture(colleagues.reporter, urdu());
      await bringTo("submitted", kept, colleagues);
      return `/review/${kept.publicId}`;
    },
  },
  {
    name: "an import that was refused",
    who: "reporter",
    open: async (page) => {
      await page.goto("/import");
      await page.getByRole("button", { name: "Find statements" }).click();
      await page.getByRole("alert").first().waitFor();
    },
  },
  {
    name: "an import of a corrected article",
    who: "reporter",
    open: async (page) => {
      const own = ownWord();
      const address = `https://courier.example/${own}`;
      const said = [
        `“Gate one of ${own} stays shut until spring,” said Dr Ada Moor.`,
        `“Gate two of ${own} opens on Monday at the latest,” said Dr Ben Holt.`,
      ];
      const draft = new DraftPage(page);
      await draft.start(said.join("\n\n"), { address });
      await draft.acceptAll();
      await draft.store();
      const [shut = "", opens = ""] = said;
      await draft.start(`${shut}\n\n${opens.replace("Monday", "Friday")}`, { address });
      await page.getByText("with another text").waitFor();
    },
  },
  {
    name: "an import, a statement being added where it stands",
    who: "reporter",
    open: async (page) => {
      const own = ownWord();
      await new DraftPage(page).start(
        `“Gate one of ${own} is shut,” said Ada Moor.\n\nNobody knows for how long, the harbour master thinks.`,
      );
      await page.getByRole("link", { name: "Add a statement of this paragraph" }).last().click();
      await page.getByLabel("Words of the statement").waitFor();
    },
  },
  {
    name: "an import of a name without a break",
    who: "reporter",
    open: async (page) => {
      const name = `${UNBROKEN.slice(0, 180)}${ownWord()}`;
      await new DraftPage(page).start(`“The wall is shut,” said ${name}.`, {
        title: `${UNBROKEN}: no boats`,
      });
      await page.getByRole("region", { name: /^\d+ proposals?/ }).waitFor();
    },
  },
  {
    name: "an import of forty statements",
    who: "reporter",
    open: async (page) => {
      const people = Array.from({ length: 40 }, (_, index) => `Person ${ownWord()} ${index}`);
      await new DraftPage(page).start(
        people.map((name, index) => `“Gate ${index} stays shut until spring,” said ${name}.`).join("\n\n"),
      );
      await page.getByRole("region", { name: /^\d+ proposals?/ }).waitFor();
    },
  },
];

const unbroken = () => ({
  speakerName: `${UNBROKEN.slice(0, 180)}${ownWord()}`,
  wording: `“${UNBROKEN}${ownWord()} will not come back before the ice is gone,”`,
  context: `On ${UNBROKEN} and what it carries.`,
  title: `${UNBROKEN.slice(0, 150)}: no boats before spring`,
});

const publishUnbroken = (colleagues: Colleagues) => publishOne(colleagues, unbroken());

const urdu = () => ({
  speakerName: `ارشد ${ownWord()}`,
  wording: "”پل پر اس سال 3 ٹرک بھی نہیں گزریں گے، Lindmouth Council نے یہی طے کیا ہے،“",
  title: "سردیوں میں پل بند",
});

// one of them with an address that has no place to break
async function webhooks(): Promise<string> {
  await switchedOffWebhook();
  return "/admin/webhooks";
}

async function switchedOffWebhook(): Promise<string> {
  const at = new Date();
  const tries = [{ at: at.toISOString(), status: 503, error: "It answered 503." }];
  const told = { subjectType: "statement", subjectId: "none", happenedAt: at, createdAt: at };
  const { id } = await db.webhook.create({
    data: {
      ...{ label: `The website ${ownWord()}`, url: `https://example.invalid/${UNBROKEN}`, salt: ownWord() },
      ...{ events: "claim.published record.changed", fromSeq: 0, createdAt: at },
      ...{ switchedOffAt: at, offBecause: "failures" },
      deliveries: {
        create: [
          { ...told, event: "claim.published", state: "failed", tries: JSON.stringify(tries), attempts: 9 },
          { ...told, event: "record.changed", state: "waiting", tries: JSON.stringify(tries), dueAt: at },
          { ...told, event: "claim.published", state: "dropped" },
        ],
      },
    },
  });
  return `/admin/webhooks/${id}`;
}

async function closedCheck(_: unknown, { editor }: Colleagues): Promise<string> {
  const text = `${UNBROKEN}\n\nقالت آگدا هولم إن «الجسر ${ownWord()} سيبقى مغلقا طوال الشتاء»، ولم تذكر السبب.`;
  const { checkId } = await startCheck(editor, { text, scope: "material", language: "ar" });
  await closeCheck(editor, { checkId, version: 1, reason: "The paper goes to press now." });
  return `/check/${checkId}`;
}

async function longMaterial(_: unknown, { reporter }: Colleagues): Promise<string> {
  const text = `${"Rain fell on the bridge and the river rose. ".repeat(40)}\n\n`.repeat(4);
  const materials = [{ name: `${UNBROKEN} minutes.txt`, text }];
  const draft = `“It rained,” said Jon Vale at ${ownWord()}.`;
  const { checkId } = await startCheck(reporter, { text: draft, scope: "material", materials });
  return `/check/${checkId}/material/1`;
}

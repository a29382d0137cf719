import { describe, expect, it } from "vitest";
import { type Against, checkDraft, FINDING_LABELS, type HeldStatement } from "./index";

const TALK = `Press conference, Town Hall, Skarvik, 4 May 2026

ANNA LINDQVIST: Good morning. We will not open before June. If the steel comes late, it will be July. The eastern ramp has cost 1.2 million euros. We may have to close the lower road.

REPORTER: Is it true that houses will go?

PETER HALE: At least twelve houses, yes. They told me that the steel is late. Uh, no one will lose their home.

LINDQVIST: The harbour will get new lamps in autumn. I do not think that the bridge is unsafe.`;
const ARTICLE = `Fares to rise

The director Maria Costa called the timetable “a patchwork of promises” on Monday and said that passengers could expect fewer boats. “We cannot run empty boats,” she said.

The pier was built in 1902.`;

const statement = (over: Partial<HeldStatement>): HeldStatement => ({
  id: "st-1",
  wording: "The lighthouse will be sold within a year.",
  formerWordings: [],
  form: "direct",
  isDenial: false,
  speaker: { name: "Maria Costa", aliases: [] },
  role: "director",
  saidFrom: "2026-05-03",
  saidTo: "2026-05-03",
  place: null,
  standing: "stands",
  doubt: null,
  anchor: null,
  ...over,
});
const against: Against = {
  texts: [
    { id: "talk", title: "talk.txt", text: TALK },
    { id: "article", title: "article.txt", text: ARTICLE },
  ],
  statements: [
    statement({}),
    statement({ id: "st-2", wording: "Nobody ever paid for the ferry bell.", standing: "retracted" }),
    statement({ id: "st-3", wording: "My crew would rather swim to work.", doubt: "fabricated" }),
    statement({
      id: "st-4",
      wording: "Nine captains have left us since spring.",
      formerWordings: ["Ninety captains have left us since spring."],
    }),
    statement({ id: "st-5", wording: "The signal tower belongs to my cousin.", standing: "off_record" }),
    statement({ id: "st-6", wording: "We buy a second tug at Easter.", standing: "embargoed" }),
  ],
};
const labels = (draft: string) => checkDraft(draft, against).findings.map(({ label }) => label);

const CASES: readonly (readonly [draft: string, label: string])[] = [
  ["“We will not open before June,” Anna Lindqvist said.", "exact"],
  ["Mayor: bridge “will not open before June”", "exact"],
  ["“The eastern ramp has cost €1.2 million,” said Anna Lindqvist.", "cosmetic"],
  ["Anna Lindqvist said the eastern ramp had cost 1,200,000 euros.", "cosmetic"],
  ["“The harbour will get … lamps in autumn,” Anna Lindqvist said.", "marked_edit"],
  ["“[The town] will get new lamps in autumn,” Anna Lindqvist said.", "marked_edit"],
  ["“The harbour will get new trees in autumn,” Anna Lindqvist said.", "wording_drift"],
  ["“We won’t open before June,” Anna Lindqvist said.", "wording_drift"],
  ["Anna Lindqvist said the eastern ramp had cost 1.4 million euros.", "wording_drift"],
  ["Anna Lindqvist said the harbour would not get new lamps in autumn.", "wording_drift"],
  ["“We will open before June,” Anna Lindqvist said.", "lost_qualifier"],
  ["“It will be July,” Anna Lindqvist said.", "lost_qualifier"],
  ["“The steel is late,” Peter Hale said.", "lost_qualifier"],
  ["“The bridge is unsafe,” Anna Lindqvist said.", "lost_qualifier"],
  ["Peter Hale said that twelve houses would go.", "lost_qualifier"],
  ["Anna Lindqvist said that they would close the lower road.", "lost_qualifier"],
  [
    "“We will not open before June. The harbour will get new lamps in autumn,” Anna Lindqvist said.",
    "spliced",
  ],
  ["“The harbour will … open before June,” Anna Lindqvist said.", "spliced"],
  ["“The timetable is a patchwork of promises and nothing else,” Maria Costa said.", "fragment_expanded"],
  ["“In autumn there will be new lamps for the harbour,” Anna Lindqvist said.", "paraphrase_in_marks"],
  ["“No one will lose their home,” Anna Lindqvist said.", "wrong_speaker"],
  ["“No one will lose their home,” Peter Hale said on 9 May.", "wrong_occasion"],
  ["The mayor Maria Costa said: “We cannot run empty boats.”", "wrong_occasion"],
  ["“The pier was built in 1902,” Maria Costa said.", "reporters_words"],
  ["“Is it true that houses will go?” Peter Hale said.", "reporters_words"],
  ["“Nobody ever paid for the ferry bell,” Maria Costa said.", "corrected"],
  ["“Ninety captains have left us since spring,” Maria Costa said.", "corrected"],
  ["“My crew would rather swim to work,” Maria Costa said.", "disputed"],
  ["“The signal tower belongs to my cousin,” Maria Costa said.", "sealed"],
  ["“The signal tower belongs to my uncle,” Maria Costa said.", "sealed"],
  ["“We buy a second tug at Easter,” Maria Costa said.", "sealed"],
  ["“The river has eaten my orchard,” Peter Hale said.", "not_found"],
  ["Peter Hale said that the river had eaten his orchard.", "not_found"],
];

describe("each label", () => {
  it.each(CASES)("%s is %s", (draft, label) => {
    expect(labels(draft)).toEqual([label]);
  });

  it("has a case", () => {
    expect(new Set(CASES.map(([, label]) => label))).toEqual(new Set(FINDING_LABELS));
  });
});

it("an idea is looked for in what one voice says, not over the turns", () => {
  const turns = ["AGDA HOLM: We wait, unless the frost comes late.", "RUTH AMSEL: I doubt the figures."];
  const text = ["Lindmouth council, open session, transcript", ...turns].join("\n\n");
  const draft = "“Our schools will open an hour later from Monday,” said Ruth Amsel.";
  const { findings } = checkDraft(draft, { texts: [{ id: "m", title: "m", text }], statements: [] });
  expect(findings.map(({ label }) => label)).toEqual(["not_found"]);
});

describe("a finding", () => {
  const [finding] = checkDraft("“No one will lose their house,” Peter Hale said.", against).findings;

  it("has the record's words beside the draft's, and the sentences around", () => {
    expect(finding?.match).toMatchObject({
      source: "talk",
      text: "no one will lose their home",
      speaker: "PETER HALE",
    });
    expect(finding?.match?.around.text).toContain("Uh, no one will lose their home.");
    expect(finding?.aligned.map(({ kind }) => kind)).toEqual(["same", "draft", "record"]);
    expect(finding?.settles).toBe("Take the record’s wording.");
  });

  it.each([
    ["Maria Costa said the ferry company hides its losses.", "wording_drift"],
    ["Peter Hale said the ferry company hides its losses.", "wrong_speaker"],
  ])("of words that the record has as a denial never says to take them without it: %s", (draft, label) => {
    const denied = statement({
      ...{ wording: "the ferry company hides its losses", form: "indirect", isDenial: true },
    });
    const [found] = checkDraft(draft, { texts: [], statements: [denied] }).findings;
    expect(found?.label).toBe(label);
    expect(found?.settles).toMatch(/ Maria Costa denies it: say so with the words\.$/u);
  });

  it("that is not found says what was searched, and never that it is false", () => {
    const [lost] = checkDraft("“The river has eaten my orchard,” Peter Hale said.", against).findings;
    expect(lost?.reason).toMatch(/^Nothing like it in 2 texts and 6 stored statements, \d+ words in all\.$/u);
    expect(lost?.match).toBeNull();
  });

  it("shows what an ellipsis hides", () => {
    const [edited] = checkDraft(
      "“The harbour will get … lamps in autumn,” Anna Lindqvist said.",
      against,
    ).findings;
    expect(edited?.hidden).toEqual(["new"]);
  });

  it("says how the record spells a name", () => {
    const [named] = checkDraft("“We will not open before June,” Anna Lindquist said.", against).findings;
    expect([named?.label, named?.notes.map(({ kind }) => kind)]).toEqual(["exact", ["name"]]);
  });
});

it("scare quotes of a word or two are no statement, and a longer one without a cue is", () => {
  expect(labels("The so-called “green wave” is gone.")).toEqual([]);
  expect(labels("Pull quote\n\n“We cannot run empty boats”")).toEqual(["exact"]);
});

it.each([
  ["„Die Brücke öffnet nicht vor Juni“, sagte Jutta Kemper.", "exact"],
  ["„Die Brücke öffnet vor Juni“, sagte Jutta Kemper.", "lost_qualifier"],
])("%s, in German, is %s", (draft, label) => {
  const text =
    "JUTTA KEMPER: Guten Morgen. Die Brücke öffnet nicht vor Juni.\n\nBERND OTTEN: Das ist schade.";
  const { findings } = checkDraft(draft, { texts: [{ id: "a", title: "a", text }], statements: [] });
  expect(findings.map((one) => one.label)).toEqual([label]);
});

it("without rules for a language marks are compared all the same", () => {
  const text = "A ponte não abre antes de junho, disse a presidente. “Ninguém perde a casa”, disse.";
  const { findings } = checkDraft("“Ninguém perde a casa”, disse ela. “Ninguém perde a cama”, disse ela.", {
    texts: [{ id: "a", title: "a", text }],
    statements: [],
  });
  expect(findings.map((one) => one.label)).toEqual(["exact", "wording_drift"]);
});

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { companyInWords, companyOf, shortWording, signBefore, type Worded, wordedInFull } from "./company";

const PLAIN: Worded = {
  wording: "it harbours the fighters",
  editMarks: "[]",
  introduction: null,
  form: "indirect",
  language: "en",
  isDenial: false,
  state: "published",
  originalWording: null,
  originalLanguage: null,
  translatedBy: null,
  hops: [],
  verdicts: [{ axis: "said", value: "confirmed" }],
  corrections: [],
  retractions: [],
};

const on = (day: string) => new Date(`${day}T09:00:00Z`);
const said = (value: string) => ({ verdicts: [{ axis: "said", value }] });

describe("the company of a wording", () => {
  it.each<[string, Partial<Worded>, string]>([
    ["nothing", {}, "it harbours the fighters"],
    ["a denial", { isDenial: true }, "Denies: it harbours the fighters"],
    [
      "a chain",
      { hops: [{ name: "an aide" }, { name: "Axios" }] },
      "it harbours the fighters [second-hand, through an aide and Axios]",
    ],
    ["an introduction", { introduction: "Kabul said" }, "[Kabul said] it harbours the fighters"],
    [
      "a denial with an introduction",
      { introduction: "Kabul denied that", isDenial: true },
      "Denies: it harbours the fighters",
    ],
    [
      "a splice",
      {
        wording: "it harbours … them",
        editMarks: `[{"kind":"splice","startUtf16":12,"endUtf16":13,"text":"…"}]`,
      },
      "it harbours … them [joined at “…” from 2 places in its source]",
    ],
    [
      "a translation",
      { originalLanguage: "ps", translatedBy: "Wazhma Amin" },
      "it harbours the fighters [translated from Pashto by Wazhma Amin]",
    ],
    ["its original words alone", { originalWording: "…" }, "it harbours the fighters [translated]"],
    [
      "no code for a language",
      { originalLanguage: "Old Kuchi?" },
      "it harbours the fighters [translated from Old Kuchi?]",
    ],
    ["a fabrication", said("fabricated"), "it harbours the fighters [judged to be fabricated]"],
    ["words disowned", said("denied"), "it harbours the fighters [the speaker denies having said it]"],
    ["words said probably", said("probable"), "it harbours the fighters"],
    [
      "a verdict on another axis",
      { verdicts: [{ axis: "true", value: "denied" }] },
      "it harbours the fighters",
    ],
    [
      "a retraction before all",
      {
        state: "retracted",
        isDenial: true,
        retractions: [{ confirmedAt: on("2025-11-03") }],
        corrections: [{ versionNumber: 2, kind: "typo", givenAt: on("2025-11-01") }],
      },
      "[Retracted on 3 November 2025.] Denies: it harbours the fighters",
    ],
    ["a retraction without a record", { state: "retracted" }, "[Retracted.] it harbours the fighters"],
    ["a retraction that waits", { retractions: [{ confirmedAt: null }] }, "it harbours the fighters"],
    [
      "the newest correction",
      {
        corrections: [
          { versionNumber: 3, kind: "clarification", givenAt: on("2025-11-05") },
          { versionNumber: 2, kind: "typo", givenAt: on("2025-11-01") },
        ],
      },
      "[Corrected on 5 November 2025, version 3.] it harbours the fighters",
    ],
    [
      "a changed verdict",
      { corrections: [{ versionNumber: 2, kind: "verdict_change", givenAt: on("2025-11-01") }] },
      "[A verdict on it was changed on 1 November 2025, version 2.] it harbours the fighters",
    ],
  ])("%s", (_, change, text) => expect(wordedInFull({ ...PLAIN, ...change })).toBe(text));

  it("is never cut with the words", () => {
    const statement = { ...PLAIN, isDenial: true, hops: [{ name: "Axios" }] };
    expect(wordedInFull(statement, { most: 12 })).toBe("Denies: it harbours… [second-hand, through Axios]");
  });

  it.each<[string, Partial<Worded>, string | null]>([
    ["nothing", {}, null],
    ["a retraction", { state: "retracted" }, "Retracted"],
    ["a fabrication", said("fabricated"), "Judged to be fabricated"],
    [
      "a dispute of a denial",
      { isDenial: true, ...said("disputed") },
      "Disputed whether it was said. Denies",
    ],
  ])("is told of %s in the text that has the words", (_, change, sign) =>
    expect(signBefore({ ...PLAIN, ...change })).toBe(sign),
  );

  it("stands for the words where they are not", () => {
    expect(companyInWords(PLAIN)).toBe("");
    expect(companyInWords({ ...PLAIN, isDenial: true, hops: [{ name: "Axios" }] })).toBe(
      "The speaker denies what is quoted; second-hand, through Axios.",
    );
    expect(companyOf({ ...PLAIN, state: "retracted" })).toEqual({
      notice: "Retracted.",
      lead: null,
      introduction: null,
      tail: [],
    });
  });

  it.each([
    ["one two three", 8, "one two…"],
    ["one two", 7, "one two"],
    ["一二三四五", 3, "一二三…"],
    ["😀😀😀", 3, "😀…"],
  ])("%s cut at %d", (wording, most, cut) => expect(shortWording(wording, most)).toBe(cut));
});

// Where a wording is read as a field, file by file, and why it needs no company there. A file that is not named here takes
// words from `lib/statements/company` or from the components that do.
const READS_BARE: Readonly<Record<string, string>> = {
  "lib/checking/material.ts":
    "compares it with a draft, and gives its place; the page puts its company beside it",
  "lib/checking/standing.ts": "compares it with a draft, and shows it to nobody",
  "lib/checks/against.ts": "compares it with a draft; the page puts its company beside what is found",
  "lib/checks/proofing.ts": "the words of a draft, and of no statement",
  "lib/api/writes.ts": "takes it in from a program, and answers with an id",
  "components/statements/quotation.tsx": "draws the wording in its company",
  "components/relations/pair-words.ts": "cuts both wordings for PairQuotation, which draws their company",
  "components/statements/statement-fields.tsx": "the field in which a colleague edits it",
  "components/imports/proposal-form.tsx": "the field in which a reporter edits it",
  "components/tables/row-list.tsx": "a row that somebody typed, before it is a statement",
  "lib/tables/plan.ts": "compares a row with what is recorded, and shows it to nobody",
  "lib/tables/rows.ts": "reads the cells of a row",
  "lib/tables/storing.ts": "takes it in from a row",
  "lib/tables/text.ts": "writes the words of rows under each other as the text of their source",
  "components/imports/shown.ts": "gives a proposal its company",
  "app/statements/[id]/metadata.ts": "cuts the wording of a title and puts its company around it",
  "lib/text/pieces.ts": "joins pieces of a text, and knows no statement",
  "lib/spelling/queries.ts": "asks whether a word stands in it, and shows it to nobody",
  "lib/visibility/queries.ts": "compares it with what is to be public, and shows it to nobody",
  "lib/sources/hidden.ts": "reads the words that are to be struck out, and shows them to nobody",
  "lib/exports/statement-json.ts": "a program's field, beside the fields that say the rest and `inFull`",
  "lib/exports/pages-json.ts": "as in the JSON of a statement: `inFull` stands before it",
  "lib/exports/version-json.ts": "as in the JSON of a statement: `inFull` stands before it",
  "app/statements/[id]/versions/[number]/page.tsx":
    "cuts the wording of a title and puts its company around it",
  "lib/citations/csl-item.ts": "cuts the wording of a record’s title and puts its company around it",
  "lib/exports/lineage-json.ts": "as in the JSON of a statement: `inFull` stands before it",
  "components/lineage/printing-list.tsx":
    "draws each printing with its changes marked, in the company of its statement",
  "lib/lineage/model.ts": "compares printings word by word; the page draws their company",
  "lib/lineage/queries.ts": "looks for other printings of it; the page draws their company",
  "lib/pictures/model.ts": "cuts the wording of a picture and puts its company around it",
  "components/statements/found.tsx":
    "looks in it for the words of a search; Quotation draws it in its company",
  "lib/bibliographies/judge.ts":
    "compares it with what a reference prints; the page says first what became of it",
  "lib/checking/draft.ts": "the words of a draft, and of no statement",
  "lib/migrations/backfill.ts": "computes search keys of it, and shows it to nobody",
  "lib/exports/statement-csv.ts": "as in JSON: the column `in_full` stands before it",
};
const ROOT = path.resolve(import.meta.dirname, "../..");
const isOwn = (file: string) =>
  /^lib\/(?:extraction|proposals|imports|matching|statements|publication|review|corrections|relations|cli)\//u.test(
    file,
  );

describe("every place in which a wording leaves", () => {
  const files = ["app", "components", "lib"].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .map((file) => path.posix.join(folder, file.split(path.sep).join("/")))
      .filter((file) => /\.tsx?$/u.test(file) && !file.includes(".test.")),
  );
  const code = (file: string) => readFileSync(path.join(ROOT, file), "utf8");

  it("takes it with its company, or says why not", () => {
    const bare = files
      .filter((file) => !isOwn(file))
      .filter((file) => /\.wording\b|[{,]\s*wording\s*[,}]/u.test(code(file)));
    expect(bare.filter((file) => !(file in READS_BARE))).toEqual([]);
    expect(Object.keys(READS_BARE).filter((file) => !bare.includes(file))).toEqual([]);
  });

  it("reads the company in every query that reads the words for somebody", () => {
    const reading = files.filter((file) => file.startsWith("lib/"));
    expect(reading.filter((file) => /^\s*wording: true/mu.test(code(file)))).toEqual([
      "lib/publication/mutations.ts",
      "lib/sources/hidden.ts",
      "lib/statements/company.ts",
    ]);
  });
});

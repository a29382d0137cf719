import { afterEach, describe, expect, it } from "vitest";
import { setClock } from "@/lib/env";
import { detailsSchema, startImportSchema } from "@/lib/imports";
import { editSourceSchema } from "@/lib/sources";
import { typedDate } from "@/lib/text";
import { orderOf, readDateCell } from "./dates";
import type { FieldKey } from "./fields";
import type { TableChoices } from "./model";
import { readRow } from "./rows";
import { quotedText } from "./text";
import { bareKey, formNamed, formShown } from "./wording";

const CHOICES: TableChoices = {
  ...{ headerRow: 1, columns: [], dates: "auto", bareForm: "direct", title: "T", outlet: "", language: "en" },
};
const CONTEXT = { choices: CHOICES, orders: { saidOn: null, publishedOn: null }, thisYear: 2026 };

const SOURCE = { id: "x", version: 1, title: "T", kind: "article", language: "en" };

afterEach(() => setClock(null));

function read(cells: Partial<Record<FieldKey, string>>, choices: Partial<TableChoices> = {}) {
  const all: Partial<Record<FieldKey, string>> = { wording: "“No,”", speaker: "Ada", ...cells };
  return readRow(2, (field) => all[field] ?? "", { ...CONTEXT, choices: { ...CHOICES, ...choices } });
}
const told = (cells: Partial<Record<FieldKey, string>>, choices: Partial<TableChoices> = {}) =>
  read(cells, choices).problems.map(({ field, weight, message }) => `${weight} ${field}: ${message}`);

describe("dates", () => {
  it.each([
    ["2025-10-28", "2025-10-28", ""],
    ["28.10.2025", "2025-10-28", ""],
    ["28/10/2025 18:42", "2025-10-28", "18:42"],
    ["2025-10-28T18:00", "2025-10-28", "18:00"],
    ["2025-10-28T18:00Z", "2025-10-28T18:00Z", ""],
    ["3.4.2025", "2025-04-03", ""],
    ["October 2025", "2025-10", ""],
    ["45958", "2025-10-28", ""],
    ["45958.75", "2025-10-28", "18:00"],
    ["28/10/25", "2025-10-28", ""],
    ["28/10/87", "1987-10-28", ""],
    ["earlier this week", "", "earlier this week"],
    ["٢٨ أكتوبر ٢٠٢٥", "2025-10-28", ""],
    ["", "", ""],
  ])("%s", (cell, iso, printed) => {
    expect(readDateCell(cell, null, 2026)).toMatchObject({ iso, printed });
  });

  it.each(["31/02/2025", "2025-13-01", "32 October 2025", "week 14"])("%s is none", (cell) => {
    expect(readDateCell(cell, null, 2026)).toHaveProperty("reason");
  });

  it("of two days are asked, unless the column shows which is meant, or somebody said so", () => {
    expect(readDateCell("3/4/2025", null, 2026)).toHaveProperty("reason");
    expect(readDateCell("3/4/2025", "day_first", 2026)).toMatchObject({ iso: "2025-04-03" });
    expect(readDateCell("3/4/2025", "month_first", 2026)).toMatchObject({ iso: "2025-03-04" });
    expect(orderOf(["3/4/2025", "28/4/2025 10:00"])).toBe("day_first");
    expect(orderOf(["3/4/2025", "4/28/2025"])).toBe("month_first");
    expect(orderOf(["28/4/2025", "4/28/2025", "3.13.2025"])).toBeNull();
  });
});

describe("the form", () => {
  it.each([
    ["“We will not,”", "direct"],
    ["„Nein, nie“", "direct"],
    ["«Non»", "direct"],
    ['"No"', "direct"],
    ["「いいえ」", "direct"],
    ["“No,” she said, “never”", "mixed"],
    ["they will “not” come", "mixed"],
    ["they won't come", null],
    ["’tis the season", null],
  ])("of %s is shown as %s", (wording, form) => {
    expect(formShown(wording)).toBe(form);
  });

  it("is named in a column in many languages, and another word is refused", () => {
    expect(
      ["Direct", "wörtlich", "indirecta", "Paraphrase", "direct quote", "gemischt"].map(formNamed),
    ).toEqual(["direct", "direct", "indirect", "indirect", "direct", "mixed"]);
    expect(told({ form: "loud" })).toEqual([
      "stop form: “loud” is no form. Write direct, mixed or indirect.",
    ]);
    expect(read({ form: "indirect" }).row?.form).toBe("indirect");
    expect(read({ wording: "no marks" }, { bareForm: "indirect" }).row?.form).toBe("indirect");
  });

  it("is none of the words where they are compared", () => {
    expect(bareKey("“no,”")).toBe(bareKey("no,"));
    expect(bareKey("“”")).toBe("“”");
  });
});

describe("a row", () => {
  it("keeps the words to the character, right to left and with their lines", () => {
    const wording = "«ما به کابل نمی‌رویم»\nگفت \u2068X\u2069";
    const { row, problems } = read({ wording, speaker: "ذبیح الله" });
    expect(problems).toEqual([]);
    expect(row).toMatchObject({ wording, form: "mixed", language: "fa", speaker: "ذبیح الله" });
  });

  it.each([
    [{ wording: "  " }, "stop wording: A statement needs its words."],
    [{ wording: "a\u0000b" }, "stop wording: The cell holds the control character U+0000"],
    [{ place: "a\u001bb" }, "stop place: The cell holds the control character U+001B"],
    [{ wording: "half \ud83d" }, "stop wording: The cell holds half of a character."],
    [{ wording: "x".repeat(50_001) }, "stop wording: Use at most 50,000 characters."],
    [{ wording: "x".repeat(1_000_000) }, "stop wording: Use at most 50,000 characters."],
    [{ speaker: "x".repeat(201) }, "stop speaker: Use at most 200 characters."],
    [{ saidOn: "31/02/2025" }, "stop saidOn: There is no day 31"],
    [{ saidOn: "2999-01-01" }, "stop saidOn: This day lies ahead."],
    [{ publishedOn: "lately" }, "stop publishedOn: This is no date."],
    [{ address: "javascript:alert(1)" }, "stop address: This is no address of a page."],
    [{ address: "https://" }, "stop address: This is no address of a page."],
    [{ language: "Klingonese" }, "stop language: Write a language"],
    [{ speakerKind: "robot" }, "stop speakerKind: “robot” is no kind of speaker."],
    [{ title: "#REF!" }, "stop title: The spreadsheet shows an error here (#REF!)."],
  ] as const)("with %j is told", (cells, words) => {
    const messages = told(cells);
    expect(messages.some((message) => message.startsWith(words))).toBe(true);
    expect(read(cells).row).toBeNull();
  });

  it("tells every cell that is wrong, and what is only to be known stops nothing", () => {
    expect(told({ wording: "", saidOn: "2025-13-01", language: "?" })).toHaveLength(3);
    const { row, problems } = read({ saidOn: "recently", page: "A4", note: "look" });
    expect(problems.map(({ weight }) => weight)).toEqual(["care", "care"]);
    expect(row).toMatchObject({ saidOn: "", saidOnNote: "recently", page: null, note: "look\nPage: A4" });
    expect(read({ page: "S. 12 f." }).row?.page).toBe(12);
  });

  it.each([
    ["", "", null],
    ["2026-03-01", "2026-03-01", null],
    ["2 March 2026", "2026-03-02", null],
    ["March 2026", "2026-03", null],
    ["2026-03-03", "2026-03-03", "ahead"],
    ["1 January 2027", "2027-01-01", "ahead"],
    ["2027", "2027", "ahead"],
    ["lately", null, null],
    ["2026-02-30", null, null],
  ] as const)("of what was published on “%s” is read as where that is typed", (typed, iso, isAhead) => {
    setClock(new Date("2026-03-01T12:00:00Z"));
    const pasted = startImportSchema.safeParse({ text: "x", publishedOn: typed });
    const details = detailsSchema.safeParse({ draftId: "x", version: 1, publishedOn: typed });
    const { row, problems } = read({ publishedOn: typed });
    const edited = editSourceSchema.safeParse({ ...SOURCE, publishedOn: typed });
    const asTyped = edited.data && typedDate(edited.data.publishedOn, edited.data.publishedOnPrecision);
    expect([
      pasted.data?.publishedOn ?? null,
      details.data?.publishedOn ?? null,
      row?.source.publishedOn ?? null,
      asTyped ?? null,
    ]).toEqual([iso, iso, iso, iso]);
    const told = problems.filter(({ weight }) => weight === "care").map(({ message }) => message);
    expect(told).toEqual(isAhead ? [expect.stringMatching(/^This day lies ahead\. That is right of/)] : []);
  });

  it("says where it stood, or somebody says it for all rows", () => {
    expect(told({}, { title: "" })[0]).toMatch(/^stop null: Nothing says where/);
    for (const cells of [{ title: "A" }, { outlet: "A" }, { event: "A" }, { address: "https://a.example" }])
      expect(told(cells, { title: "" })).toEqual([]);
  });

  it("keeps what begins as a formula does as words", () => {
    expect(read({ wording: '=HYPERLINK("https://evil.example","x")' }).row?.wording).toMatch(/^=HYPERLINK/);
    expect(read({ place: "-2+3" }).row?.place).toBe("-2+3");
  });
});

describe("the text of what is quoted", () => {
  const rowWith = (wording: string, page: string) => {
    const { row } = read({ wording, page });
    if (row === null) throw new Error("The row cannot be read.");
    return row;
  };
  it("holds each wording once, those without a page first, and goes on behind what was held", () => {
    const [paged, bare, again] = [rowWith("On it", "7"), rowWith("Before", ""), rowWith("On it", "7")];
    const { text, spans, pages } = quotedText([paged, bare, again], "Held");
    expect(text).toBe("Held\n\nBefore\n\nOn it");
    expect([paged, bare, again].map((row) => text.slice(...(spans.get(row) ?? [0, 0])))).toEqual([
      ...["On it", "Before", "On it"],
    ]);
    expect(pages).toEqual([{ startUtf16: text.indexOf("On it"), page: 7 }]);
  });
});

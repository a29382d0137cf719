import { describe, expect, it } from "vitest";
import { statementCsvHead, statementCsvRecord } from "./statement-csv";
import { type ExportedStatement, isoDate, toStatementJson } from "./statement-json";

const STATEMENT: ExportedStatement = {
  publicId: "st-7k2m9q",
  wording: "=the prospects, “remote”",
  ...{ language: "en", form: "mixed", isDenial: false, state: "published" },
  ...{ originalWording: null, originalLanguage: null, translatedBy: null },
  ...{ hops: [], verdicts: [], corrections: [], retractions: [] },
  speaker: { name: "Sami Yousafzai", slug: "sami-yousafzai", kind: "person" },
  editMarks: "[]",
  grade: null,
  roleThen: "Journalist",
  attribution: "Yousafzai",
  cue: "said",
  introduction: null,
  addressee: "Al Jazeera",
  saidOn: new Date("2025-10-01T00:00:00Z"),
  saidOnPrecision: "month",
  saidOnNote: "recently",
  place: "",
  event: "",
  context: "",
  source: {
    publicId: "src-1",
    title: "A report",
    kind: "article",
    outlet: { name: "The Example Times", slug: "the-example-times" },
    address: null,
    author: null,
    publishedOn: new Date("2025-10-28T00:00:00Z"),
    publishedOnPrecision: "day",
  },
  anchor: null,
  story: null,
  publishedVersion: 2,
  publishedAt: new Date("2025-10-30T08:15:00Z"),
};

it.each([
  ["year", "2025"],
  ["month", "2025-10"],
  ["day", "2025-10-28"],
  ["time", "2025-10-28T18:42Z"],
  [null, "2025-10-28"],
])("a date known to the %s is written %s", (precision, written) => {
  expect(isoDate(new Date("2025-10-28T18:42:00Z"), precision)).toBe(written);
});

describe("a statement as data", () => {
  it("carries the fields that programs were promised", () => {
    expect(toStatementJson(STATEMENT)).toMatchObject({
      id: "st-7k2m9q",
      url: "http://localhost:3000/statements/st-7k2m9q",
      speaker: { name: "Sami Yousafzai", slug: "sami-yousafzai", role: "Journalist" },
      occasion: { saidOn: "2025-10", precision: "month", note: "recently" },
      source: { id: "src-1", outlet: "The Example Times", address: null, publishedOn: "2025-10-28" },
      publishedVersion: 2,
      publishedAt: "2025-10-30T08:15:00.000Z",
    });
  });

  it("says that nothing is known rather than something empty", () => {
    const unknown = {
      ...STATEMENT,
      speaker: null,
      saidOn: null,
      source: { ...STATEMENT.source, outlet: null },
    };
    expect(toStatementJson(unknown)).toMatchObject({
      speaker: null,
      occasion: { saidOn: null, precision: null },
      source: { outlet: null },
    });
  });
});

describe("a statement as a record of a table", () => {
  it("has a cell for every column and runs nothing", () => {
    const columns = statementCsvHead().trim().split(",");
    expect(columns.slice(0, 5)).toEqual(["id", "url", "notice", "in_full", "wording"]);
    const record = statementCsvRecord(STATEMENT);
    expect(record).toContain('"\'=the prospects, “remote”"');
    // the comma inside quotation marks is not one between cells
    expect(
      record
        .replaceAll(/"[^"]*"/gu, "")
        .trim()
        .split(","),
    ).toHaveLength(columns.length);
  });
});

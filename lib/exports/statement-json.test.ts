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

  it("carries all that is known of one that was translated, judged, corrected and retracted", () => {
    const whole: ExportedStatement = {
      ...STATEMENT,
      ...{ originalWording: "نه", originalLanguage: "ps", translatedBy: "Wazhma Amin" },
      ...{ introduction: "Ankara expressed", place: "Kabul", event: "the council", context: "On the talks." },
      ...{ editMarks: '[{"kind":"ellipsis"}]', state: "retracted", isDenial: true },
      hops: [{ name: "Axios" }, { name: "an aide" }],
      verdicts: [
        { axis: "said", value: "confirmed" },
        { axis: "true", value: "false", label: "False" },
      ],
      corrections: [
        { versionNumber: 2, kind: "typo", note: "A letter.", givenAt: new Date("2025-11-01T08:00:00Z") },
      ],
      retractions: [
        { reason: "Proposed first.", confirmedAt: new Date("2025-11-02T08:00:00Z") },
        { reason: "It was never said.", confirmedAt: new Date("2025-11-03T08:00:00Z") },
        { reason: "Not confirmed.", confirmedAt: null },
      ],
      grade: { reliability: "B", credibility: 2 },
      story: { slug: "the-talks", title: "The talks" },
      anchor: {
        ...{ state: "exact", startUtf16: 3, endUtf16: 9, exact: "remote", prefix: null, suffix: " talks" },
        ...{ pieces: [[3, 9]], explanation: "", edition: { number: 1, sha256: "a".repeat(64) } },
      },
    };
    const json = toStatementJson(whole);
    expect(json).toEqual({
      ...{ id: "st-7k2m9q", url: "http://localhost:3000/statements/st-7k2m9q" },
      notice: "Retracted on 3 November 2025.",
      inFull: expect.stringMatching(/^\[Retracted on 3 November 2025\.\] Denies: =the prospects/u),
      retraction: { at: "2025-11-03T08:00:00.000Z", reason: "It was never said." },
      corrections: [{ version: 2, kind: "typo", note: "A letter.", at: "2025-11-01T08:00:00.000Z" }],
      ...{ wording: STATEMENT.wording, language: "en", form: "mixed", isDenial: true, state: "retracted" },
      translation: { originalWording: "نه", originalLanguage: "ps", translatedBy: "Wazhma Amin" },
      editMarks: [{ kind: "ellipsis" }],
      speaker: { name: "Sami Yousafzai", slug: "sami-yousafzai", role: "Journalist" },
      ...{ attribution: "Yousafzai", cue: "said", introduction: "Ankara expressed", addressee: "Al Jazeera" },
      through: ["Axios", "an aide"],
      occasion: {
        ...{ saidOn: "2025-10", precision: "month", note: "recently", place: "Kabul", event: "the council" },
      },
      context: "On the talks.",
      source: {
        ...{ id: "src-1", title: "A report", kind: "article", outlet: "The Example Times" },
        ...{ address: null, author: null, publishedOn: "2025-10-28" },
      },
      anchor: whole.anchor,
      grade: { reliability: "B", credibility: 2 },
      verdicts: [
        { axis: "said", value: "confirmed", label: null },
        { axis: "true", value: "false", label: "False" },
      ],
      story: { slug: "the-talks", title: "The talks" },
      ...{ publishedVersion: 2, publishedAt: "2025-10-30T08:15:00.000Z" },
    });
  });

  it.each([
    [{}, null],
    [{ originalWording: "نه" }, { originalWording: "نه", originalLanguage: null, translatedBy: null }],
    [{ originalLanguage: "ps" }, { originalWording: null, originalLanguage: "ps", translatedBy: null }],
    [{ translatedBy: "W. Amin" }, { originalWording: null, originalLanguage: null, translatedBy: "W. Amin" }],
  ])("says that it is a translation by whatever is known of it: %j", (known, translation) => {
    expect(toStatementJson({ ...STATEMENT, ...known }).translation).toEqual(translation);
  });

  it("tells of no retraction that is only proposed, and of no day on which it is not public", () => {
    const retractions = [{ reason: "Not confirmed.", confirmedAt: null }];
    const proposed = { ...STATEMENT, retractions, publishedAt: null, publishedVersion: null };
    expect(toStatementJson(proposed)).toMatchObject({
      retraction: null,
      publishedAt: null,
      anchor: null,
      grade: null,
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

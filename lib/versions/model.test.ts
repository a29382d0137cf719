import { describe, expect, it } from "vitest";
import { NotFound } from "@/lib/errors";
import { changesBetweenVersions, noticeAsOf, readSnapshot, versionNumber } from "./model";

const STORED = {
  wording: "they harbour the fighters",
  form: "indirect",
  language: "en",
  isDenial: true,
  attribution: "an aide",
  saidOn: "2025-10-28T00:00:00.000Z",
  saidOnPrecision: "day",
  speaker: { slug: "agda", name: "Agda Holm", kind: "person" },
  hops: [{ name: "Axios", speaker: null }],
  anchors: [{ exact: "they harbour", prefix: "withheld", suffix: "withheld" }],
  story: { slug: "s", title: "withdrawn" },
  positions: [{ stance: "denies", claim: { slug: "c", proposition: "withdrawn" } }],
  verdicts: [{ axis: "said", value: "confirmed", reasons: "Heard.", scaleLabel: null }],
  assessments: [{ reliability: "B", credibility: 2 }],
};
const read = (change: object = {}) => readSnapshot(JSON.stringify({ ...STORED, ...change }));

describe("a snapshot", () => {
  it("gives the fields of that day and nothing of what lies beside them", () => {
    expect(read()).toMatchObject({
      ...{ wording: "they harbour the fighters", isDenial: true, speaker: { name: "Agda Holm" } },
      ...{ hops: [{ name: "Axios" }], saidOn: new Date("2025-10-28T00:00:00Z"), place: "" },
      ...{ grade: { reliability: "B", credibility: 2 } },
      verdicts: [{ axis: "said", value: "confirmed", label: "Confirmed" }],
    });
    expect(JSON.stringify(read())).not.toMatch(/withheld|withdrawn/u);
  });

  it("of an early version is read without what it lacks", () => {
    expect(readSnapshot("{}")).toMatchObject({
      wording: "",
      speaker: null,
      source: null,
      verdicts: [],
      hops: [],
    });
  });
});

describe("what a version changed", () => {
  it("is nothing between a version and itself", () =>
    expect(changesBetweenVersions(read(), read())).toEqual([]));

  it("is told by field, verdict and grade, the words with their company", () => {
    const now = read({
      ...{ isDenial: false, saidOn: "2025-10-27T00:00:00.000Z", speaker: { name: "Agda Holmson" } },
      ...{ verdicts: [{ axis: "true", value: "x", scaleLabel: { label: "Untrue" } }] },
      ...{ assessments: [{ reliability: "C", credibility: 2 }] },
    });
    expect(changesBetweenVersions(read(), now).map(({ field, was, now }) => [field, was, now])).toEqual([
      [
        "wording",
        "Denies: they harbour the fighters [second-hand, through Axios]",
        "they harbour the fighters [second-hand, through Axios]",
      ],
      ["isDenial", true, false],
      ["saidOn", "2025-10-28", "2025-10-27"],
      ["speaker", "Agda Holm", "Agda Holmson"],
      ["verdict:said", "Confirmed", null],
      ["verdict:true", null, "Untrue"],
      ["grade", "B2", "C2"],
    ]);
  });
});

const made = (versionNumber: number, kind: string) => ({
  ...{ versionNumber, kind, note: "", givenAt: new Date(0) },
});

describe("the notice of a version", () => {
  const all = [made(2, "correction"), made(3, "verdict_change"), made(4, "typo")];
  it.each<[number, typeof all, number[], boolean]>([
    [1, all, [2, 4], true],
    [3, all, [4], true],
    [4, all, [2, 3, 4], false],
    [2, all.slice(0, 2), [3], false],
    [1, [], [], false],
  ])("%d of %j is of %j", (version, corrections, versions, isReplaced) => {
    const notice = noticeAsOf(version, corrections);
    expect(notice.corrections.map(({ versionNumber }) => versionNumber)).toEqual(versions);
    expect(notice.isReplaced).toBe(isReplaced);
  });
});

it.each(["0", "01", "-1", "1.5", "one", "", "9999999", "1e3"])("no version has the number %j", (typed) =>
  expect(() => versionNumber(typed)).toThrow(NotFound),
);
it("reads the number of a version", () => expect(versionNumber("12")).toBe(12));

import { describe, expect, it } from "vitest";
import { lineageOf, type Printing, printedIn } from "./index";

const WORDS = "We will never sign it as long as I live";
const OTHER_WORDS = "We shall never sign it as long as I live";

let count = 0;
/** A printing in an outlet of its own; `day` is one of October 2025. */
function printing(outlet: string, day: number | null, rest: Partial<Printing> = {}): Printing {
  const key = `st-${++count}`;
  return {
    ...{ key, wording: WORDS, form: "direct", language: "en", edition: 1, addressee: "" },
    statement: { publicId: key } as NonNullable<Printing["statement"]>,
    source: {
      ...{ publicId: `src-${key}`, title: outlet, language: "en", address: null },
      outlet: { name: outlet, slug: outlet.toLowerCase() },
    },
    printedOn: day === null ? null : new Date(Date.UTC(2025, 9, day)),
    printedOnPrecision: day === null ? null : "day",
    retrievedAt: null,
    ...{ hops: [], copiedFrom: [], beside: null },
    ...rest,
  };
}

const beside = (before: string, after = "") => ({ beside: { before, after } });
const ABOUT = "Speaking on the sidelines of the summit in Doha, the mayor said ";

const told = (printings: readonly Printing[]) => {
  const rows = lineageOf(printings);
  const name = (place: number) => rows[place]?.printing.source.title;
  return Object.fromEntries(
    rows.flatMap(({ printing: { source }, takings }) =>
      takings.length === 0
        ? []
        : [
            [
              source.title,
              takings.map(({ from, isOrderKnown, evidence }) =>
                [
                  from.map(name).join("|"),
                  isOrderKnown ? "after" : "unsure",
                  ...evidence.map(({ kind }) => kind),
                ].join(" "),
              ),
            ],
          ],
    ),
  );
};

describe("who took it from whom", () => {
  it("is not told of two who print the same words", () =>
    expect(told([printing("Axios", 1), printing("Globe", 2), printing("Post", 3)])).toEqual({}));

  it("is told by a change that two share and a third has not", () =>
    expect(
      told([
        printing("Axios", 1),
        printing("Globe", 2, { wording: OTHER_WORDS }),
        printing("Post", 3, { wording: OTHER_WORDS }),
      ]),
    ).toEqual({ Post: ["Globe after within"] }));

  it("is not told by words that only a later printing changed, or one between", () =>
    expect(
      told([
        printing("Axios", 1),
        printing("Globe", 2),
        printing("Post", 3, { wording: OTHER_WORDS }),
        printing("Sun", 4),
      ]),
    ).toEqual({}));

  it("is told by the reporter's own words, and of many the first who printed them", () =>
    expect(
      told([
        printing("Post", 3, beside(ABOUT)),
        printing("Axios", 1, beside(ABOUT)),
        printing("Globe", 2, beside(ABOUT)),
      ]),
    ).toEqual({ Globe: ["Axios after around"], Post: ["Axios after around"] }));

  it("is of both where two were first", () =>
    expect(
      told([
        printing("Axios", 1, beside(ABOUT)),
        printing("Globe", 1, beside(ABOUT)),
        printing("Post", 3, beside(ABOUT)),
      ]),
    ).toEqual({
      Axios: ["Globe unsure around"],
      Globe: ["Axios unsure around"],
      Post: ["Axios|Globe after around"],
    }));

  it("is told by the chain, by whom it was told to, and by a name beside the words", () =>
    expect(
      told([
        printing("Axios", 1),
        printing("Globe", 2, { hops: [{ name: "AXIOS", sourceId: null }] }),
        printing("Post", 2, { addressee: "Axios" }),
        printing("Sun", 3, beside("", " he said in an interview with Axios.")),
      ]),
    ).toEqual({ Globe: ["Axios after chain"], Post: ["Axios after told"], Sun: ["Axios after named"] }));

  it("is never what came out later, whatever it is called", () =>
    expect(
      told([printing("Globe", 1, { hops: [{ name: "Axios", sourceId: null }] }), printing("Axios", 2)]),
    ).toEqual({}));

  it("is not told by a word that is a name only in capitals", () =>
    expect(told([printing("The Sun", 1), printing("Post", 2, beside("", " he said in the sun."))])).toEqual(
      {},
    ));

  it("is what an editor recorded", () => {
    const first = printing("Axios", 1);
    expect(told([first, printing("Post", 1, { copiedFrom: [first.key] })])).toEqual({
      Post: ["Axios after recorded"],
    });
  });

  it("says how many others have the run", () => {
    const rows = lineageOf([
      printing("Axios", 1, beside(ABOUT)),
      printing("Globe", 2, beside(ABOUT)),
      printing("Post", 3, beside(ABOUT)),
    ]);
    expect(rows[2]?.takings[0]?.evidence[0]).toMatchObject({ kind: "around", words: 12, others: 1 });
  });
});

it("is in order, each beside the first", () => {
  const rows = lineageOf([
    printing("Post", 3, { wording: "Not my words at all" }),
    printing("Globe", null),
    printing("Axios", 1),
    printing("Sun", 1, { wording: OTHER_WORDS }),
  ]);
  expect(
    rows.map(({ printing: { source }, rank, comparedWith }) => [source.title, rank, comparedWith]),
  ).toEqual([
    ["Axios", 1, null],
    ["Sun", 1, 0],
    ["Post", 3, 0],
    ["Globe", 1, 0],
  ]);
  expect(rows.map(({ changes }) => changes?.filter(({ kind }) => kind !== "same").length ?? null)).toEqual([
    null,
    1,
    null,
    0,
  ]);
});

it.each<[string, Printing[], [number, string[], number]]>([
  ["one that was first", [printing("Post", 3), printing("Axios", 1)], [2, ["Axios"], 0]],
  [
    "two of one day",
    [printing("Post", 1), printing("Axios", 1), printing("Sun", 2)],
    [3, ["Post", "Axios"], 0],
  ],
  ["one without a date", [printing("Post", null), printing("Axios", 1)], [2, ["Axios"], 1]],
  ["none with one", [printing("Post", null)], [1, [], 1]],
  [
    "one that was out before any date",
    [
      printing("Axios", 3),
      printing("Post", null, { retrievedAt: new Date("2025-10-02") }),
      printing("Sun", null),
    ],
    [3, ["Post"], 1],
  ],
  [
    "one that is dated ahead, and was out before",
    [printing("Axios", 3), printing("Post", 20, { retrievedAt: new Date("2025-10-02") })],
    [2, ["Post"], 0],
  ],
])("in a line: %s", (_, all, expected) => {
  const { places, firsts, undated } = printedIn(all);
  expect([places, firsts.map(({ source }) => source.title), undated]).toEqual(expected);
});

it("counts one source once", () => {
  const one = printing("Axios", 1);
  expect(printedIn([one, { ...one, key: "st-other" }]).places).toBe(1);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findEditMarks, isEditable, STATEMENT_STATES } from "@/lib/statements";
import { anchorIn, reanchored, reworded, wordedIn } from "./anchoring";
import { editStatementSchema } from "./schema";

const TEXT =
  "Title\n\n“The attacks have grown,” said Noor. “If they answer, people will suffer.” Noor is an analyst.";

describe("findEditMarks", () => {
  test.each([
    ["“We will … go”", [["ellipsis", "…"]]],
    [
      "“We will ... go [to Kabul]”",
      [
        ["ellipsis", "..."],
        ["bracket", "[to Kabul]"],
      ],
    ],
    [
      "“their [sic] own [...] army”",
      [
        ["sic", "[sic]"],
        ["ellipsis", "[...]"],
      ],
    ],
    ["“their (sic!) own”", [["sic", "(sic!)"]]],
    ["Mr. Noor spoke. (Later he left.)", []],
    ["[unclosed", []],
  ])("in %s", (wording, marks) => {
    expect(findEditMarks(wording).map(({ kind, text }) => [kind, text])).toEqual(marks);
  });

  test("every mark is a slice of the wording", () => {
    const part = fc.constantFrom("…", "...", "[sic]", "[", "]", "(sic)", "we ", "“", "سلام ", "\n");
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const wording = parts.join("");
        for (const { startUtf16, endUtf16, text } of findEditMarks(wording)) {
          expect(wording.slice(startUtf16, endUtf16)).toBe(text);
        }
      }),
    );
  });
});

test("a statement is editable until somebody judges it or it is public", () => {
  expect(STATEMENT_STATES.filter(isEditable)).toEqual(["captured", "in_review", "changes_requested"]);
});

describe("anchorIn", () => {
  const wording = "“The attacks have grown,”";
  const startUtf16 = TEXT.indexOf(wording);
  const endUtf16 = startUtf16 + wording.length;

  test("takes the place given and what stands around it", () => {
    expect(anchorIn(TEXT, wording, { startUtf16, endUtf16 })).toMatchObject({
      exact: wording,
      prefix: "Title\n\n",
      suffix: " said Noor. “If they answer, people".slice(0, 32),
      state: "exact",
      pieces: JSON.stringify([[startUtf16, endUtf16]]),
    });
  });

  test("a split quotation is exact when its pieces are", () => {
    const second = "“If they answer, people will suffer.”";
    const secondStart = TEXT.indexOf(second);
    const pieces: [number, number][] = [
      [startUtf16, endUtf16],
      [secondStart, secondStart + second.length],
    ];
    const span = { startUtf16, endUtf16: secondStart + second.length, pieces };
    expect(anchorIn(TEXT, `${wording} … ${second}`, span).state).toBe("exact");
    expect(anchorIn(TEXT, `${wording} ${second}`, span).state).toBe("changed");
    expect(anchorIn(TEXT, `${wording} “If they answer, all will suffer.”`, span).state).toBe("changed");
  });

  test.each([
    [wording, "exact"],
    ['"The attacks have grown,"', "exact"],
    ["“The attacks had grown,”", "changed"],
    ["“Nothing of this stands in it at all”", "lost"],
  ])("looks for %s: %s", (looked, state) => expect(anchorIn(TEXT, looked, {}).state).toBe(state));

  test.each([
    ["“The attacks have grown”", "changed"],
    ["The attacks have grown", "exact"],
    ["“The attacks have doubled,”", "changed"],
    ["Rain is expected in the north by evening", "lost"],
  ])("an edited wording %s is %s", (edited, state) => {
    const was = anchorIn(TEXT, wording, { startUtf16, endUtf16 });
    const now = reanchored(TEXT, edited, was, wording);
    expect(now.state).toBe(state);
    if ("exact" in now) expect(TEXT.slice(now.startUtf16, now.endUtf16)).toBe(now.exact);
  });
});

describe("a wording in pieces that do not touch", () => {
  const second = "“If they answer, people will suffer.”";
  const first = "“The attacks have grown,”";
  const at = (words: string): [number, number] => [TEXT.indexOf(words), TEXT.indexOf(words) + words.length];
  const pieces = [at(first), at(second)];
  const splices = (marks: readonly { kind: string; text: string }[]) =>
    marks.filter(({ kind }) => kind === "splice").map(({ text }) => text);

  test.each([
    ["as they were joined", `${first} … ${second}`, `${first} … ${second}`],
    ["joined without the sign", `${first} ${second}`, `${first} … ${second}`],
    [
      "joined without marks",
      "The attacks have grown If they answer, people will suffer",
      `${first} … ${second}`,
    ],
  ])("carries the sign and says so: %s", (_, typed, stored) => {
    const { wording, editMarks } = wordedIn(typed, TEXT, pieces);
    expect(wording).toBe(stored);
    expect(splices(editMarks)).toEqual(["…"]);
  });

  test("one piece, or pieces that only a line end parts, need none", () => {
    expect(wordedIn(first, TEXT, [at(first)])).toEqual({ wording: first, editMarks: [] });
    const text = "> We go\n> home.";
    const halves: [number, number][] = [
      [2, 7],
      [10, 15],
    ];
    expect(wordedIn("We go home.", text, halves)).toEqual({ wording: "We go home.", editMarks: [] });
  });

  test("the source’s own ellipsis is no splice", () => {
    const text = "“We … go,” she said. “Now.”";
    const own: [number, number][] = [
      [0, 10],
      [21, 27],
    ];
    expect(wordedIn("“We … go,” … “Now.”", text, own).editMarks.map(({ kind }) => kind)).toEqual([
      "ellipsis",
      "splice",
    ]);
  });

  const was = { ...anchorIn(TEXT, first, {}), edition: { text: TEXT } };

  test("a reporter may splice by hand: the pieces are found", () => {
    const typed = "The attacks have … people will suffer";
    const { wording, editMarks, places } = reworded(typed, first, [was]);
    expect(wording).toBe(typed);
    expect(splices(editMarks)).toEqual(["…"]);
    expect(places[0]).toMatchObject({ state: "exact" });
  });

  test("words taken out of a splice are one piece again, and words that are not there are no splice", () => {
    const spliced = {
      ...was,
      ...anchorIn(TEXT, `${first} … ${second}`, { startUtf16: 0, endUtf16: 1, pieces }),
    };
    expect(reworded(first, first, [spliced])).toMatchObject({
      wording: first,
      editMarks: [],
      places: [{ state: "exact" }],
    });
    expect(reworded("The attacks have … never been", first, [was]).places[0]).not.toMatchObject({
      state: "exact",
    });
  });

  test("the sign taken out of a spliced wording comes back", () => {
    const [startUtf16, endUtf16] = [pieces[0]?.[0] ?? 0, pieces[1]?.[1] ?? 0];
    const spliced = { ...was, ...anchorIn(TEXT, `${first} … ${second}`, { startUtf16, endUtf16, pieces }) };
    expect(reworded(`${first} ${second}`, first, [spliced])).toMatchObject({
      wording: `${first} … ${second}`,
      places: [{ state: "exact" }],
    });
  });
});

test("the language of the original is named as that of the words is, or not at all", () => {
  const edit = (originalLanguage?: string) =>
    editStatementSchema.safeParse({
      ...{ id: "st-1", version: 1, wording: "“No.”", form: "direct", language: "Urdu", isDenial: false },
      ...(originalLanguage === undefined ? {} : { originalLanguage }),
    });
  expect(edit("Pashto").data).toMatchObject({ language: "ur", originalLanguage: "ps" });
  for (const none of ["", " ", undefined]) expect(edit(none).data?.originalLanguage).toBeNull();
  expect(edit("Klingonish").error?.issues.map(({ path }) => path)).toEqual([["originalLanguage"]]);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findEditMarks, isEditable, STATEMENT_STATES } from "@/lib/statements";
import { anchorIn, reanchored } from "./model";

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
    expect(anchorIn(TEXT, `${wording} ${second}`, span).state).toBe("exact");
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
    const now = reanchored(TEXT, edited, was);
    expect(now.state).toBe(state);
    if ("exact" in now) expect(TEXT.slice(now.startUtf16, now.endUtf16)).toBe(now.exact);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { surroundingsOf } from "@/lib/matching";

const TEXT = "Title\n\nOne came. Two spoke: “We agree.” Three left. Four stayed.\n\nAnother paragraph.";

test("the context is the sentence with one before and one after, within the paragraph", () => {
  const start = TEXT.indexOf("“We");
  const around = surroundingsOf(TEXT, start, start + "“We agree.”".length);
  expect(TEXT.slice(around.contextStartUtf16, around.contextEndUtf16)).toBe(
    "One came. Two spoke: “We agree.” Three left.",
  );
  expect(around.prefix).toBe("Title\n\nOne came. Two spoke: ".slice(-32));
  expect(around.suffix).toBe(" Three left. Four stayed.\n\nAnother paragraph.".slice(0, 32));
});

test("holds the span, lies within the text and parts no character", () => {
  const text = fc.string({ unit: "binary", minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (whole, from, length) => {
      const start = from % whole.length;
      const end = Math.min(whole.length, start + (length % 50));
      const around = surroundingsOf(whole, start, end);
      expect(around.contextStartUtf16).toBeGreaterThanOrEqual(0);
      expect(around.contextStartUtf16).toBeLessThanOrEqual(start);
      expect(around.contextEndUtf16).toBeGreaterThanOrEqual(end);
      expect(around.contextEndUtf16).toBeLessThanOrEqual(whole.length);
      expect(whole.slice(0, start).endsWith(around.prefix)).toBe(true);
      expect(whole.slice(end).startsWith(around.suffix)).toBe(true);
    }),
  );
});

/** What stands around the words in ⟦⟧: prefix, suffix, context. */
function around(marked: string) {
  const [start, end] = [marked.indexOf("⟦"), marked.indexOf("⟧") - 1];
  const text = marked.replace(/[⟦⟧]/gu, "");
  const { prefix, suffix, contextStartUtf16, contextEndUtf16 } = surroundingsOf(text, start, end);
  return { prefix, suffix, context: text.slice(contextStartUtf16, contextEndUtf16) };
}

describe("the context", () => {
  test.each([
    ["the first of a paragraph", "⟦One came.⟧ Two left. Three stayed.", "One came. Two left."],
    ["the last of a paragraph", "One came. Two left. ⟦Three stayed.⟧", "Two left. Three stayed."],
    ["the only one", "⟦One came.⟧", "One came."],
    [
      "a part of a sentence",
      "One came. Two ⟦left⟧ early. Three stayed. Four ate.",
      "One came. Two left early. Three stayed.",
    ],
    [
      "two sentences",
      "One came. ⟦Two left. Three⟧ stayed. Four ate. Five sat.",
      "One came. Two left. Three stayed. Four ate.",
    ],
    ["within a line of its own", "One came.\n⟦Two left.⟧\nThree stayed.", "Two left."],
    ["at the end of a line", "One came.\nTwo left. ⟦Three stayed.⟧\nFour ate.", "Two left. Three stayed."],
    [
      "at the beginning of a line",
      "One came.\n⟦Two left.⟧ Three stayed.\nFour ate.",
      "Two left. Three stayed.",
    ],
    ["over two lines", "One came. ⟦Two\nleft.⟧ Three stayed.", "One came. Two\nleft. Three stayed."],
    [
      "over two lines, the first of one letter",
      "One came. ⟦A\nman left.⟧ Three stayed.",
      "One came. A\nman left. Three stayed.",
    ],
    ["up to the space behind all sentences", "One came. ⟦Two left.  ⟧", "One came. Two left.  "],
    [
      "without the space behind its last sentence",
      "One came. ⟦Two left.⟧ Three stayed.   ",
      "One came. Two left. Three stayed.",
    ],
  ])("of %s", (_, marked, context) => expect(around(marked).context).toBe(context));

  test.each(["", "\n", " ", "a"])("of all that there is: %j", (text) => {
    expect(surroundingsOf(text, 0, text.length)).toEqual({
      ...{ prefix: "", suffix: "", contextStartUtf16: 0, contextEndUtf16: text.length },
    });
  });

  test("reaches 1,200 characters at most each way, for what has no sentences", () => {
    const list = "word ".repeat(600);
    const { context } = around(`${list}⟦here⟧ ${list}`);
    expect(context.length).toBeGreaterThan(2000);
    expect(context.length).toBeLessThanOrEqual(1200 + 4 + 1200);
    expect(context).toContain("here");
  });
});

describe("the words just around", () => {
  test.each([
    ["thirty-two at most", `${"a".repeat(40)}⟦x⟧${"b".repeat(40)}`, "a".repeat(32), "b".repeat(32)],
    ["all when there are fewer", "ab⟦x⟧cd", "ab", "cd"],
    ["none at the edges", "⟦x⟧", "", ""],
    ["over the ends of lines", "a\n⟦x⟧\nb", "a\n", "\nb"],
    // a sign of two units at the edge stays whole
    ["one more before", `😀${"a".repeat(31)}⟦x⟧${"b".repeat(31)}😀`, `😀${"a".repeat(31)}`, "b".repeat(31)],
  ])("are %s", (_, marked, prefix, suffix) => {
    expect(around(marked)).toMatchObject({ prefix, suffix });
  });
});

test.each(["\u{10000}", "\u{103ff}", "\u{10fc00}", "\u{10ffff}"])(
  "takes %s whole or not at all, on either side",
  (sign) => {
    const [low, high] = [sign.charAt(1), sign.charAt(0)];
    const whole = `${"x".repeat(8)}${sign}${"y".repeat(31)}HERE${"y".repeat(31)}${sign}${"x".repeat(8)}`;
    const { prefix, suffix } = surroundingsOf(whole, 41, 45);
    // its second half is the thirty-second letter before, its first half the thirty-second behind
    expect([prefix, suffix]).toEqual([`${sign}${"y".repeat(31)}`, "y".repeat(31)]);
    // half a sign is no character: it is not joined to what stands beside it
    for (const half of [low, high]) {
      const broken = `${"x".repeat(8)}${half}${"y".repeat(31)}HERE${"y".repeat(31)}${half}${"x".repeat(8)}`;
      const beside = surroundingsOf(broken, 40, 44);
      expect([beside.prefix.length, beside.suffix.length]).toEqual([32, 32]);
    }
  },
);

import fc from "fast-check";
import { expect, test } from "vitest";
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

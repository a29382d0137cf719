import fc from "fast-check";
import { expect, test } from "vitest";
import { plainNewlines } from "./newlines";

test("newlines of every sort are one, and nothing else changes", () => {
  const text = fc.array(fc.constantFrom("\r", "\n", "a", " ", "سلام", "🙂", "\u2028"), { maxLength: 40 });
  fc.assert(
    fc.property(text, fc.constantFrom(1, 400, 3000), (parts, times) => {
      const whole = parts.join("").repeat(times);
      expect(plainNewlines(whole) === whole.replace(/\r\n?/g, "\n")).toBe(true);
    }),
  );
});

import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { readingOf } from "./reading";

const read = (text: string) => readingOf(text, { isPlace: (lower) => lower === "lisbon" });

describe("how a pasted text is read", () => {
  it.each([
    [
      "a broken line",
      "The harbour would stay shut until the\nstorm had passed.",
      "The harbour would stay shut until the storm had passed.",
    ],
    [
      "a word broken over a line end",
      "The min-\nister resigned on Friday.",
      "The minister resigned on Friday.",
    ],
    [
      "a hyphen that stays",
      "It was a long-\nterm plan of the harbour board.",
      "It was a long-term plan of the harbour board.",
    ],
    [
      "the signs of an e-mail",
      "> The ferry will be late, she said, and\n> nobody had told her why.",
      "The ferry will be late, she said, and nobody had told her why.",
    ],
    [
      "a page number in a sentence",
      "The board had been told that the\n\nPage 3 of 9\n\nferry was old.",
      "The board had been told that the ferry was old.",
    ],
    [
      "lines that are over",
      "The ferry is old.\nIt sails on Monday.",
      "The ferry is old.\nIt sails on Monday.",
    ],
    ["a heading", "Ferry Sails Again\nThe ferry left at nine.", "Ferry Sails Again\nThe ferry left at nine."],
    ["entities", "&ldquo;It sails,&#8221; she said &amp; left.", "“It sails,” she said & left."],
    ["tags", "<p>“It <em>sails</em>,” she said.</p><p>He left.</p>", "“It sails,” she said.\n\n\n\nHe left."],
    [
      "marks of other keyboards",
      "❝It sails,❞ she said. 「It does not,」 he said. ``No,'' said all.",
      "“It sails,” she said. “It does not,” he said. “No,” said all.",
    ],
    [
      "signs of a wrong encoding",
      "â€œIt sails,â€\u009d she said. \u0093No,\u0094 he said.",
      "“It sails,” she said. “No,” he said.",
    ],
    ["a dateline", "LISBON, March 3 (Reuters) - The ferry sails.", "The ferry sails."],
    ["a place that is no voice", "LISBON: The ferry sails.", "The ferry sails."],
    ["a voice that is no place", "VIDAL: The ferry sails.", "VIDAL: The ferry sails."],
    ["a byline and a credit", "By Rosa Vidal\nThe ferry sails. Photo: Piet Maas/AFP", "\nThe ferry sails. "],
    ["a nickname", "Said Joana “Jo” Reis.", "Said Joana Jo Reis."],
  ])("%s", (_name, text, expected) => {
    expect(read(text).text.replace(/^\n+|\n+$/g, (ends) => (expected.startsWith("\n") ? ends : ""))).toBe(
      expected,
    );
  });

  it("leads every place back into the text", () => {
    const signs = fc.constantFrom(
      ..."> |a|B|-|\n|&quot;|<p>|“|”|``|''|word |Page 2|\n\n|. |, |LISBON (AP) — |Jo “Bo” Reis ".split("|"),
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 60 }), fc.nat(), fc.nat(), (parts, one, other) => {
        const reading = read(parts.join(""));
        const [from, to] = [one, other].map((at) => at % (reading.text.length + 1)).sort((a, b) => a - b);
        const span = reading.spanOf({ startUtf16: from ?? 0, endUtf16: to ?? 0 });
        expect(span.startUtf16).toBeGreaterThanOrEqual(0);
        expect(span.endUtf16).toBeLessThanOrEqual(reading.source.length);
        let last = 0;
        for (const piece of reading.piecesOf({ startUtf16: from ?? 0, endUtf16: to ?? 0 })) {
          expect(piece.startUtf16).toBeGreaterThanOrEqual(last);
          expect(piece.endUtf16).toBeGreaterThanOrEqual(piece.startUtf16);
          last = piece.endUtf16;
        }
      }),
    );
  });
});

it("looks for the names that words can hold, not for every name of a book", () => {
  const given = Array.from({ length: 300 }, (_, at) => `J${"abcdefghij"[at % 10]}${"u".repeat(at % 30)}o`);
  const reading = read(given.map((name) => `Then ${name} “Jo” Reis spoke.`).join(" "));
  const replaced = vi.spyOn(String.prototype, "replaceAll");
  const kept = reading.nameOf("*Jao Jo Reis* and *Jbuo Jo Reis* were speaking");
  const count = replaced.mock.calls.length;
  replaced.mockRestore();
  expect(kept).toBe("*Jao Reis* and *Jbuo Reis* were speaking");
  expect(count).toBeLessThan(5);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { locateQuote } from "@/lib/matching";
import { growthOf } from "../../bench/growth";

const TEXT =
  "The minister spoke on Monday. “We will not close the border,” he said. Later he said it again: " +
  "“We will not close the border,” and left. The envoy’s reply was short — “No comment.”";

describe("locateQuote", () => {
  test("finds the words at the place given", () => {
    const startUtf16 = TEXT.indexOf("“We");
    const match = locateQuote(TEXT, "“We will not close the border,”", { startUtf16 });
    expect(match).toMatchObject({ startUtf16, state: "exact", isVerbatim: true });
  });

  test("prefers the copy whose surroundings agree", () => {
    const match = locateQuote(TEXT, "“We will not close the border,”", {
      prefix: "Later he said it again: ",
      suffix: " and left.",
      startUtf16: 3,
    });
    expect(match).toMatchObject({ startUtf16: TEXT.lastIndexOf("“We"), state: "moved", isVerbatim: true });
  });

  test.each([
    ["straight marks", '"No comment."', "exact", false],
    ["an apostrophe and a hyphen", "The envoy's reply was short - ", "exact", false],
    ["a soft hyphen and a zero-width space", "the bor\u00adder,\u200b”", "exact", false],
    ["no-break spaces", "“We will\u00a0not close", "exact", false],
    ["another case", "“WE will not close the border,”", "changed", false],
    ["a word more", "“We will not ever close the border,”", "changed", false],
  ])("takes %s as %s", (_, quote, state, isVerbatim) => {
    expect(locateQuote(TEXT, quote)).toMatchObject({ state, isVerbatim });
  });

  test.each([
    ["nothing", ""],
    ["space", " \n "],
    ["invisible characters", "\u200b\u00ad"],
    ["other words", "Grain prices rose by a fifth in spring"],
  ])("finds no place for %s", (_, quote) => expect(locateQuote(TEXT, quote)).toBeNull());

  test("finds right-to-left words with and without marks above them", () => {
    const text = "قال الوزير: «لَن نُغلِق الحدود» ثم غادر.";
    expect(locateQuote(text, "«لَن نُغلِق الحدود»")?.found).toBe("«لَن نُغلِق الحدود»");
    expect(locateQuote(text, '"لَن نُغلِق الحدود"')).toMatchObject({ state: "exact", isVerbatim: false });
  });

  test("joined and separate accents are one spelling, and the slice keeps the text's own", () => {
    const match = locateQuote("le cafe\u0301 est ferme\u0301", "café est fermé");
    expect(match).toMatchObject({ state: "exact", found: "cafe\u0301 est ferme\u0301" });
  });

  test("takes whole words where a near match would split one", () => {
    const match = locateQuote(
      "They said that negotiations collapsed on Friday evening.",
      "negotiation collapse on Friday",
    );
    expect(match?.found).toBe("negotiations collapsed on Friday");
  });

  test("takes the first of near matches that are equally good", () => {
    expect(locateQuote("we we we", "we e", { startUtf16: 6 })).toMatchObject({ found: "we", startUtf16: 3 });
  });

  // the limit of a test is enough to tell this from weighing every place
  test("finds the place of a word that stands everywhere", () => {
    const text = "the border is the border. ".repeat(40_000);
    expect(locateQuote(text, "the", { startUtf16: 500_001, prefix: "is " })?.found).toBe("the");
  });

  const word = fc.constantFrom(
    "we",
    "do",
    "not",
    "agree",
    "“peace”",
    "—",
    "ﬁnal",
    "café",
    "سلام",
    "和平",
    "👩‍👩‍👧",
    "İzmir",
  );
  const prose = fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => words.join(" "));

  test("whatever is found is a slice of the text", () => {
    fc.assert(
      fc.property(prose, prose, fc.nat(200), (text, quote, startUtf16) => {
        const match = locateQuote(text, quote, { startUtf16 });
        if (match) expect(text.slice(match.startUtf16, match.endUtf16)).toBe(match.found);
      }),
    );
  });

  test("a slice at word edges is always found again, and word for word", () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 3, maxLength: 30 }),
        fc.nat(),
        fc.nat(),
        (words, from, length) => {
          const start = from % words.length;
          const quote = words.slice(start, start + 1 + (length % words.length)).join(" ");
          const text = words.join(" ");
          const startUtf16 = words.slice(0, start).join(" ").length + (start > 0 ? 1 : 0);
          expect(locateQuote(text, quote, { startUtf16 })).toMatchObject({ found: quote, state: "exact" });
          // words that repeat may happen to stand at the wrong place too, and are rightly exact there
          const later = { text: `Added. ${text}`, startUtf16: startUtf16 - 8 };
          fc.pre(!later.text.startsWith(quote, later.startUtf16));
          expect(locateQuote(later.text, quote, later)?.state).toBe("moved");
        },
      ),
    );
  });
});

describe("costs in proportion to the text", () => {
  const words = (count: number, step = 7919) =>
    Array.from({ length: count }, (_, at) => `w${(at * step) % 10_007}`).join(" ");

  test.each([
    ["one letter over and over, and half of it", (size) => ["a".repeat(size), "a".repeat(size / 2)]],
    ["one letter over and over, and another", (size) => ["a".repeat(size), `${"a".repeat(100)}b`]],
    ["words, and others", (size) => [words(size), "the lock at the mill is shut until spring"]],
    ["a sentence over and over, and one like it", (size) => ["the cat sat. ".repeat(size), "the cat sit."]],
    ["words, and as many others", (size) => [words(size), words(size / 2, 104_729)]],
    ["words, and most of them", (size) => [words(size), words(size / 2).replaceAll("7", "1")]],
    ["marks on one letter", (size) => [`e${"\u0301".repeat(size)}`, "ee"]],
  ] as [string, (size: number) => [string, string]][])(
    "%s",
    async (_, make) => {
      expect(await growthOf(make, ([text, quote]) => locateQuote(text, quote), 1000)).toBeLessThan(3);
    },
    120_000,
  );

  // words that share neither letters nor lengths, as numbers do
  const prose = (count: number, seed: number) => {
    let state = seed;
    const next = (most: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return (state >>> 8) % most;
    };
    const letter = () => String.fromCharCode(97 + next(26));
    return Array.from({ length: count }, () => Array.from({ length: 2 + next(9) }, letter).join("")).join(
      " ",
    );
  };

  test("a long quotation of which some words changed is found by its pieces", () => {
    const quote = prose(1000, 1);
    const changed = quote.replaceAll(" a", " other a");
    expect(changed).not.toBe(quote);
    const text = `${prose(500, 2)} ${changed} ${prose(500, 3)}`;
    const match = locateQuote(text, quote);
    expect(match).toMatchObject({ state: "changed", isVerbatim: false });
    expect(text.slice(match?.startUtf16, match?.endUtf16)).toBe(changed);
  });

  test("a long quotation is lost when it stands nowhere, or nothing of it but its two ends", () => {
    const quote = prose(1000, 1);
    expect(locateQuote(prose(2000, 2), quote)).toBeNull();
    const hollow = `${quote.slice(0, 600)} ${prose(800, 4)} ${quote.slice(-600)}`;
    expect(locateQuote(hollow, quote)).toBeNull();
  });
});

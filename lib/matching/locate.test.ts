import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { locateQuote } from "@/lib/matching";

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

  test("finds the place of a word that stands everywhere", () => {
    const text = "the border is the border. ".repeat(40);
    const match = locateQuote(text, "the", { startUtf16: 501, prefix: "is " });
    expect([match?.found, match?.startUtf16]).toEqual(["the", 508]);
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

describe("where the words are found", () => {
  const at = (text: string, quote: string, context = {}) => {
    const match = locateQuote(text, quote, context);
    return match && { ...match, score: Math.round(match.score * 1000) / 1000 };
  };

  test("is told whole: the slice, how it stands there, and how sure that is", () => {
    expect(at("He said no and left.", "said no", { startUtf16: 3 })).toEqual({
      ...{ startUtf16: 3, endUtf16: 10, found: "said no", state: "exact", isVerbatim: true, score: 1 },
    });
    expect(at("He said no and left.", "said no")).toEqual({
      ...{ startUtf16: 3, endUtf16: 10, found: "said no", state: "exact", isVerbatim: true, score: 1 },
    });
    // the place counts least: moved by a quarter of the text
    expect(at("He said no and left.", "said no", { startUtf16: 8 })).toEqual({
      ...{ startUtf16: 3, endUtf16: 10, found: "said no", state: "moved", isVerbatim: true, score: 0.995 },
    });
    // one letter of ten is another
    expect(at("He said nay today.", "said nay todaz".slice(0, 10))).toMatchObject({ state: "exact" });
    expect(at("abcdefghij", "abcdefghiX")).toEqual({
      ...{
        startUtf16: 0,
        endUtf16: 10,
        found: "abcdefghij",
        state: "changed",
        isVerbatim: false,
        score: 0.946,
      },
    });
  });

  test("is the place given only when the very words stand there", () => {
    const text = "no, he said no, and no.";
    for (const startUtf16 of [0, 12, 20])
      expect(at(text, "no", { startUtf16 })).toMatchObject({ startUtf16, state: "exact" });
    // other signs for the same words are no other place
    expect(at("“No” and «No».", "«No»", { startUtf16: 0 })).toMatchObject({
      ...{ startUtf16: 0, found: "“No”", state: "exact", isVerbatim: false },
    });
    expect(at("«No» and “No”.", " «No» ", { startUtf16: 0 })).toMatchObject({
      startUtf16: 0,
      isVerbatim: false,
    });
    // and no surroundings speak against them
    const elsewhere = { startUtf16: 12, prefix: "and ", suffix: "." };
    expect(at(text, "no", elsewhere)).toMatchObject({ startUtf16: 12, state: "exact", score: 1 });
    // an empty quotation stands nowhere, whatever place is given
    expect(at(text, "", { startUtf16: 3 })).toBeNull();
  });

  test.each([
    ["the nearest of equal ones", "no. no. no.", "no", { startUtf16: 5 }, 4],
    ["the first when no place is given", "no. no. no.", "no", {}, 0],
    ["the one behind its prefix", "a no. b no. c no.", "no", { prefix: "b " }, 8],
    ["the one before its suffix", "no a. no b. no c.", "no", { suffix: " b." }, 6],
    [
      "the one with most of its surroundings",
      "abcd no x. zzzz no d.",
      "no",
      { prefix: "abcd ", suffix: " d." },
      5,
    ],
    ["surroundings before place", "no one. no way. no one.", "no", { suffix: " way", startUtf16: 15 }, 8],
    ["surroundings in another case and with other marks", "A “b” no. c no.", "no", { prefix: 'a "B" ' }, 6],
    [
      "surroundings that changed a little",
      "the old man said no. a man said no.",
      "no",
      { prefix: "the odd man said " },
      17,
    ],
    ["overlapping copies", "aaaa", "aa", { startUtf16: 2 }, 2],
    ["a copy that begins within another", "ababab", "abab", { startUtf16: 2 }, 2],
    ["a copy after a false start", "aabaabaaab", "aabaaab", {}, 3],
  ])("takes %s", (_, text, quote, context, startUtf16) => {
    expect(locateQuote(text, quote, context)).toMatchObject({ startUtf16 });
  });

  test("finds every place of a phrase, whatever it repeats within itself", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "b"), minLength: 1, maxLength: 40 });
    const few = fc.string({ unit: fc.constantFrom("a", "b"), minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(letters, few, fc.nat(40), (text, quote, startUtf16) => {
        const places = [...text].flatMap((_, place) => (text.startsWith(quote, place) ? [place] : []));
        fc.pre(places.length > 0);
        const nearest = Math.min(...places.map((place) => Math.abs(place - startUtf16)));
        const match = locateQuote(text, quote, { startUtf16 });
        expect(match?.found).toBe(quote);
        expect(Math.abs((match?.startUtf16 ?? 99) - startUtf16)).toBe(nearest);
        expect(match?.state).toBe(nearest === 0 ? "exact" : "moved");
      }),
      { numRuns: 400 },
    );
  });

  test.each([
    ["a third", "abcdefghijkl", "abcdefghXXXX", true],
    ["more than a third", "abcdefghijkl", "abcdefgXXXXX", false],
    ["all", "abcdefghijkl", "mnopqrstuvwx", false],
  ])("takes what differs by %s of its letters for what it is", (_, text, quote, isFound) => {
    expect(locateQuote(text, quote) !== null).toBe(isFound);
  });

  test.each([
    ["a word begun", "He never said that.", "ever say that", "never said that"],
    ["a word not ended", "He said thatness is.", "he sad thatnes", "He said thatness"],
    ["no space at its edges", "ab cdefgh ij", "xcdefghy", "cdefgh"],
    ["figures as words", "In 1999 it rose.", "in 999 it rise", "1999 it rose"],
    ["marks above letters", "لَن نُغلِق الحدود", "نغلق الحدودد", "نُغلِق الحدود"],
  ])("takes whole words: %s", (_, text, quote, found) => {
    const match = locateQuote(text, quote);
    expect(match?.state).toBe("changed");
    expect(match?.found.trim()).toContain(found);
    const before = text[(match?.startUtf16 ?? 0) - 1] ?? " ";
    const behind = text[match?.endUtf16 ?? 0] ?? " ";
    expect(`${before}${behind}`).not.toMatch(/[\p{L}\p{N}]/u);
    expect(match?.found).toBe(match?.found.trim());
  });

  test("prefers a near match whose surroundings agree, as it does with copies", () => {
    const text = "One: we will nod go. Two: we will net go.";
    expect(locateQuote(text, "we will not go")?.startUtf16).toBe(5);
    expect(locateQuote(text, "we will not go", { prefix: "Two: " })?.startUtf16).toBe(26);
    expect(locateQuote(text, "we will not go", { startUtf16: 30 })?.startUtf16).toBe(26);
  });

  test("counts surroundings by how much of them agrees, and no further than is compared", () => {
    const score = (prefix: string) => at("the old man said no.", "no", { prefix })?.score;
    expect(score("the old man said ")).toBe(1);
    // one letter of seventeen, which is 20 of 92 points
    expect(score("the odd man said ")).toBe(0.987);
    expect(score("zzzzzzzzzzzzzzzzz")).toBe(0.783);
    const around = "abcdefgh".repeat(4);
    for (const context of [{ prefix: `elsewhere ${around}` }, { suffix: `${around} elsewhere` }])
      expect(at(`${around}no${around}`, "no", context)?.score).toBe(1);
    // where nothing stands before or behind it, nothing of what is wanted there does
    expect(at("no", "no", { prefix: "he said " })?.score).toBe(0.783);
  });

  test("weighs the two hundred near matches that are nearest to the place", () => {
    const one = "we will nod go. ";
    const startUtf16 = one.length * 480;
    expect(locateQuote(one.repeat(500), "we will not go", { startUtf16 })?.startUtf16).toBe(startUtf16);
    expect(locateQuote(one.repeat(500), "we will not go")?.startUtf16).toBe(0);
  });

  test("weighs the two hundred copies nearest to the place, and those whose prefix agrees first", () => {
    const text = `${"x no. ".repeat(300)}the one no. ${"x no. ".repeat(300)}`;
    const wanted = text.indexOf("one no") + 4;
    expect(locateQuote(text, "no", { startUtf16: 3, prefix: "the one " })?.startUtf16).toBe(wanted);
    // of a long prefix its end says where to look
    expect(locateQuote(text, "no", { startUtf16: 3, prefix: "not here the one " })?.startUtf16).toBe(wanted);
    expect(locateQuote(text, "no", { startUtf16: 2400 })?.startUtf16).toBe(
      [...text.matchAll(/no/g)]
        .map(({ index }) => index)
        .sort((a, b) => Math.abs(a - 2400) - Math.abs(b - 2400))[0],
    );
  });
});

describe("a long quotation", () => {
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

  test("of which some words changed is found by its pieces", () => {
    const quote = prose(1000, 1);
    const changed = quote.replaceAll(" a", " other a");
    expect(changed).not.toBe(quote);
    const text = `${prose(500, 2)} ${changed} ${prose(500, 3)}`;
    const match = locateQuote(text, quote);
    expect(match).toMatchObject({ state: "changed", isVerbatim: false });
    expect(match?.score).toBeCloseTo(0.984, 3);
    expect(text.slice(match?.startUtf16, match?.endUtf16)).toBe(changed);
  });

  test("is lost when it stands nowhere, or nothing of it but its two ends", () => {
    const quote = prose(1000, 1);
    expect(locateQuote(prose(2000, 2), quote)).toBeNull();
    const hollow = `${quote.slice(0, 600)} ${prose(800, 4)} ${quote.slice(-600)}`;
    expect(locateQuote(hollow, quote)).toBeNull();
    expect(locateQuote(`${quote.slice(0, 800)} ${prose(1200, 5)}`, quote)).toBeNull();
    expect(locateQuote(`${prose(1200, 5)} ${quote.slice(-800)}`, quote)).toBeNull();
  });
});

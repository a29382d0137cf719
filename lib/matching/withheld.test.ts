import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { repeatsWords, spelledBy, struckOut, WITHHELD, withheldIn, withoutHidden } from "@/lib/matching";

/** What is left of a text when the stretch in ⟦⟧ is hidden and those in ⟨⟩ are published. */
function left(marked: string, wordings: readonly string[] = [], names: readonly string[] = []): string {
  const kept: [number, number][] = [];
  const spans: [number, number][] = [];
  const open: number[] = [];
  let text = "";
  for (const sign of marked) {
    if (sign === "⟨" || sign === "⟦") open.push(text.length);
    else if (sign === "⟩") kept.push([open.pop() ?? 0, text.length]);
    else if (sign === "⟧") spans.push([open.pop() ?? 0, text.length]);
    else text += sign;
  }
  const hidden = [...spans.map((span) => ({ span, wordings: [] })), { span: null, wordings, names }];
  const whole = [0, text.length] as const;
  return struckOut(text, whole, withheldIn(text, whole, hidden, kept)).text;
}

describe("what a reader may not see", () => {
  it("is found in a stretch of a text as in the whole", () => {
    const text = "Rain fell. Khan spoke. Omar told us that they lie about the dam. Night fell.";
    const from = text.indexOf("Khan");
    const hidden = [{ span: null, wordings: ["they lie about the dam"] }];
    const within = withheldIn(text, [from, text.length], hidden, []);
    expect(within).toEqual(withheldIn(text, [0, text.length], hidden, []));
    expect(struckOut(text, [from, text.length], within).text).toBe(`Khan spoke. ${WITHHELD} Night fell.`);
  });

  it.each([
    [
      "goes with its sentence, which names who spoke",
      "⟨“We agree.”⟩ So Khan. ⟦“They lie,”⟧ said Omar, asking not to be named. Night fell.",
      `“We agree.” So Khan. ${WITHHELD} Night fell.`,
    ],
    [
      "leaves published words of the same sentence",
      "⟨“We agree,”⟩ said Khan, ⟦“but they lie.”⟧ Night fell.",
      `“We agree,” ${WITHHELD} Night fell.`,
    ],
    [
      "may stand inside published words, which stay",
      "Khan said ⟨“Omar told me ⟦they lie⟧ and I laughed.”⟩ Night fell.",
      `${WITHHELD} “Omar told me they lie and I laughed.” Night fell.`,
    ],
    [
      "may hold published words, which stay",
      "⟦Omar said that Khan had said ⟨“we agree”⟩ to him twice.⟧ Night fell.",
      `${WITHHELD} “we agree” ${WITHHELD} Night fell.`,
    ],
    [
      "may stand between the pieces of a published quotation",
      "⟨“We agree,”⟩ said Khan, whom Omar called ⟦a liar⟧, ⟨“on most of it.”⟩",
      `“We agree,” ${WITHHELD} “on most of it.”`,
    ],
    [
      "does not stop at a title",
      "⟨“We agree.”⟩ ⟦“They lie,”⟧ said Gen. Omar Daud of the U.S. Army. Night fell.",
      `“We agree.” ${WITHHELD} Night fell.`,
    ],
    ["touches no other line", "⟦They lie.⟧\nNight fell.\n⟨We agree.⟩", `${WITHHELD}\nNight fell.\nWe agree.`],
    [
      "is one gap where it is more than one sentence",
      "⟦They lie. They steal.⟧ Night fell.",
      `${WITHHELD} Night fell.`,
    ],
    [
      "is one gap whatever space stands in it",
      "⟦They lie.  They steal.⟧ Night fell.",
      `${WITHHELD} Night fell.`,
    ],
    ["does not go on behind a short form", "⟦The U.S. army left.⟧ Night fell.", `${WITHHELD} Night fell.`],
    ["goes with an initial at its head", "J. ⟦Smith lied.⟧ Night fell.", `${WITHHELD} Night fell.`],
    [
      "does not stop at a title, wherever it stands",
      "Day broke. Rain fell. ⟦“They lie,”⟧ said Gen. Omar Daud. Night fell.",
      `Day broke. Rain fell. ${WITHHELD} Night fell.`,
    ],
    ["may reach up to the next sentence", "⟦They lie. ⟧Night fell.", `${WITHHELD} Night fell.`],
    ["stands beside a sentence without a space", "⟦他们撒谎。⟧夜晚来临。", `${WITHHELD}夜晚来临。`],
    ["is nothing in a text without it", "⟨“We agree.”⟩ Night fell.", "“We agree.” Night fell."],
  ])("%s", (_, text, expected) => expect(left(text)).toBe(expected));

  it.each([
    ["the whole", "Earlier: “They lie about the bridge at night”. Night fell.", `${WITHHELD} Night fell.`],
    ["a part", "He said they lie about the bridge. Night fell.", `${WITHHELD} Night fell.`],
    ["other marks and case", "THEY ‘LIE’ ABOUT THE BRIDGE! Night fell.", `${WITHHELD} Night fell.`],
    ["too little", "They lie about it. Night fell.", "They lie about it. Night fell."],
  ])("is found where it is repeated: %s", (_, text, expected) =>
    expect(left(text, ["they lie about the bridge at night"])).toBe(expected),
  );

  it.each([
    [
      "four words wholly",
      ["they lie at night"],
      `${WITHHELD} Night fell.`,
      "He said they lie at night. Night fell.",
    ],
    [
      "four words partly",
      ["they lie at night"],
      "They lie at home. Night fell.",
      "They lie at home. Night fell.",
    ],
    ["one word", ["liar"], `${WITHHELD} Night fell.`, "He called him a liar. Night fell."],
    ["part of a word", ["liar"], "He called them liars. Night fell.", "He called them liars. Night fell."],
    [
      "one of several wordings",
      ["no", "they lie"],
      `${WITHHELD} Night fell.`,
      "He said: they lie. Night fell.",
    ],
    ["no words", ["", "…"], "They … lie. Night fell.", "They … lie. Night fell."],
    [
      "words over two sentences",
      ["they lie. they steal. at night too"],
      `${WITHHELD} Night fell.`,
      "They lie. They steal. At home. Night fell.",
    ],
    [
      "five words of many, anywhere among them",
      ["it is late and they lie about the bridge at night"],
      `${WITHHELD} Night fell.`,
      "And they lie about the road. Night fell.",
    ],
  ])("is found by %s", (_, wordings, expected, text) => expect(left(text, wordings)).toBe(expected));

  it("is looked for elsewhere only by three words or more when it is known where they stand", () => {
    const text = "They lie. He asked why they lie. Night fell.";
    const struck = (wording: string, span: readonly [number, number] | null) =>
      struckOut(text, [0, text.length], withheldIn(text, [0, text.length], [{ span, wordings: [wording] }]))
        .text;
    expect(struck("They lie", [0, 8])).toBe(`${WITHHELD} He asked why they lie. Night fell.`);
    expect(struck("They lie", null)).toBe(`${WITHHELD} Night fell.`);
    expect(struck("why they lie", [0, 8])).toBe(`${WITHHELD} Night fell.`);
  });

  it.each([
    ...["Mr", "Mrs", "Ms", "Dr", "Gen", "Col", "Lt", "Sgt", "Sen", "Rep", "Prof", "Gov", "Pres", "Rev", "St"],
    ...["J", "U.S", "É"],
  ])("goes on behind %s., where no sentence ends", (title) => {
    expect(left(`Day broke. ⟦“They lie,”⟧ said ${title}. Omar Daud. Night fell.`)).toBe(
      `Day broke. ${WITHHELD} Night fell.`,
    );
  });

  it.each(["a man", "Mark", "Stan", "amr"])("stops behind %s., where one does", (word) => {
    expect(left(`Day broke. ⟦“They lie,”⟧ said ${word}. Omar left. Night fell.`)).toBe(
      `Day broke. ${WITHHELD} Omar left. Night fell.`,
    );
  });

  it.each([
    ["before it", "Day broke. ⟦They lie.⟧", [0, 10], "Day broke."],
    ["behind it", "⟦They lie.⟧ Night fell.", [10, 21], "Night fell."],
    ["up to it", "Day broke. ⟦They lie.⟧ Night fell.", [0, 11], "Day broke. "],
    ["from its end", "⟦They lie.⟧ Night fell.", [9, 21], " Night fell."],
    ["in the middle of it", "⟦They lie to us.⟧ Night fell.", [5, 8], WITHHELD],
    ["over a part of it", "Day broke. ⟦They lie to us.⟧", [0, 15], `Day broke. ${WITHHELD}`],
  ])("is struck out only in what is shown: %s", (_, marked, window, expected) => {
    const [start, end] = [marked.indexOf("⟦"), marked.indexOf("⟧") - 1];
    const text = marked.replace(/[⟦⟧]/gu, "");
    const [from = 0, to = 0] = window;
    const withheld = withheldIn(text, [from, to], [{ span: [start, end], wordings: [] }]);
    expect(struckOut(text, [from, to], withheld).text).toBe(expected);
    // the same when the whole text was judged and a part of it is shown
    const whole = withheldIn(text, [0, text.length], [{ span: [start, end], wordings: [] }]);
    expect(struckOut(text, [from, to], whole).text).toBe(expected);
  });

  it("leaves marks and spaces that stand between published pieces", () => {
    expect(left("⟨“We agree”⟩ – ⟦they⟧ – ⟨“on most of it.”⟩")).toBe(
      `“We agree” ${WITHHELD} “on most of it.”`,
    );
    expect(left("⟨“We agree”⟩ ⟦–⟧ ⟨“on most of it.”⟩")).toBe("“We agree” – “on most of it.”");
  });

  it("is one gap within a line only, and as many as there are lines", () => {
    expect(left("⟦They lie.\nThey steal.⟧ Night fell.")).toBe(`${WITHHELD}\n${WITHHELD} Night fell.`);
    expect(left("⟦They lie.⟧ Day broke. ⟦They steal.⟧")).toBe(`${WITHHELD} Day broke. ${WITHHELD}`);
  });

  it("is found again by its place when some of it is struck out before", () => {
    const text = "They lie. Day broke. They steal. Night fell.";
    const withheld = withheldIn(
      text,
      [0, text.length],
      [
        { span: [0, 9], wordings: [] },
        { span: [21, 32], wordings: [] },
      ],
    );
    const { text: shown, placeOf } = struckOut(text, [0, text.length], withheld);
    expect(shown).toBe(`${WITHHELD} Day broke. ${WITHHELD} Night fell.`);
    for (const word of ["Day", "Night"]) expect(shown.indexOf(word)).toBe(placeOf(text.indexOf(word)));
  });

  it.each([
    ["behind them", "⟦“We took the money.”⟧ Smith whispered. Night fell.", `${WITHHELD} Night fell.`],
    ["before them", "Smith leaned over. ⟦“We took the money.”⟧ Night fell.", `${WITHHELD} Night fell.`],
    ["on a line before", "SMITH:\n⟦We took it.⟧\nNight fell.", `${WITHHELD}\n${WITHHELD}\nNight fell.`],
    ["as printed", "⟦“We took it.”⟧ A senior  official nodded. Night fell.", `${WITHHELD} Night fell.`],
    [
      "in a published sentence, which stays",
      "⟨“We agree,”⟩ said Smith. ⟦“They lie.”⟧",
      `“We agree,” said Smith. ${WITHHELD}`,
    ],
    [
      "behind a published sentence, which reaches up to it",
      "⟨We agree. ⟩Smith nodded. ⟦“They lie.”⟧ Night fell.",
      `We agree. ${WITHHELD} Night fell.`,
    ],
    ["before a published sentence", "⟦“They lie.”⟧ Smith nodded. ⟨We agree.⟩", `${WITHHELD} We agree.`],
    [
      "behind published words that stand elsewhere",
      "⟨We agree.⟩ Day broke. Smith nodded. ⟦“They lie.”⟧ Night fell. ⟨We go.⟩",
      `We agree. Day broke. ${WITHHELD} Night fell. We go.`,
    ],
    ["far from them", "Smith came. Night fell. ⟦“They lie.”⟧", `Smith came. Night fell. ${WITHHELD}`],
    ["within a longer name", "⟦“They lie.”⟧ Smithson left.", `${WITHHELD} Smithson left.`],
  ])("goes with what names the speaker: %s", (_, text, expected) =>
    expect(left(text, [], ["Smith", "a senior official"])).toBe(expected),
  );

  it("is struck out in words that say so", () => {
    expect(left("⟦They lie.⟧ Night fell.")).toBe("[words withheld] Night fell.");
  });

  it("is found in scripts that do not part words", () => {
    expect(left("桥今年冬天关闭所有车辆不能通过。夜晚来临。", ["桥今年冬天关闭所有车辆"])).toBe(
      `${WITHHELD}夜晚来临。`,
    );
  });

  it("is struck out of an excerpt wherever it stood", () => {
    const hidden = [{ span: [900, 940] as const, wordings: ["they lie about the bridge"] }];
    expect(withoutHidden("“They lie about the bridge.” He left.", hidden)).toBe(`${WITHHELD} He left.`);
  });

  it("is never shown, and what is kept always is", () => {
    const place = fc.nat(120);
    const range = fc.tuple(place, place).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    const text = fc.string({ unit: fc.constantFrom(..."abc. “”\n"), minLength: 121, maxLength: 121 });
    fc.assert(
      fc.property(text, fc.array(range), fc.array(range), range, (whole, spans, kept, window) => {
        const hidden = spans.map((span) => ({ span, wordings: [] }));
        const withheld = withheldIn(whole, window, hidden, kept);
        const isIn = (ranges: readonly (readonly [number, number])[], at: number) =>
          ranges.some(([start, end]) => at >= start && at < end);
        for (let at = window[0]; at < window[1]; at++) {
          if (!/\w/u.test(whole[at] ?? "")) continue;
          if (isIn(kept, at)) expect(isIn(withheld, at)).toBe(false);
          else if (isIn(spans, at)) expect(isIn(withheld, at)).toBe(true);
        }
        const { text: shown, placeOf } = struckOut(whole, window, withheld);
        for (let at = window[0]; at < window[1]; at++) {
          if (!isIn(withheld, at)) expect(shown[placeOf(at)]).toBe(whole[at]);
        }
      }),
    );
  });
});

describe("a text of somebody’s own", () => {
  const secret = "“They shot the prisoners at the bridge,”";
  it.each<[string, string, readonly string[], boolean]>([
    ["five words in a row", "He denied that they shot THE prisoners at once.", [secret], true],
    ["four of them", "They shot the prisoners.", [secret], false],
    ["five, and others between", "They shot all the prisoners at the bridge", [secret], true],
    ["the same words in another order", "At the bridge the prisoners shot they", [secret], false],
    ["a shorter wording whole", "Is it a ‘very big lie’?", ["a very big lie", "very big lie"], true],
    ["two words", "It was a big lie.", ["big lie"], false],
    ["nothing", "They shot the prisoners at the bridge", [""], false],
    ["its end", "the prisoners at the bridge", [secret], true],
  ])("repeats %s", (_, text, wordings, expected) => expect(repeatsWords(text, wordings)).toBe(expected));
});

describe("what an address spells", () => {
  it.each([
    ["https://x.example/2026/the-lock-is-shut.html", "https x example 2026 the lock is shut html"],
    ["/2026/the_lock+is%20shut?utm=a#b", " 2026 the lock is shut utm a b"],
    ["https://x.example/%D9%82%D9%81%D9%84-%D8%A8%D8%B3%D8%AA", "https x example قفل بست"],
    ["the%E4lock", "the lock"],
    ["the-lock-", "the lock "],
  ])("%s", (address, expected) => expect(spelledBy(address)).toBe(expected));
});

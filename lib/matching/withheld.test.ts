import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { struckOut, WITHHELD, withheldIn, withoutHidden } from "@/lib/matching";

/** What is left of a text when the stretch in ⟦⟧ is hidden and those in ⟨⟩ are published. */
function left(marked: string, wordings: readonly string[] = []): string {
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
  const hidden = [...spans.map((span) => ({ span, wordings: [] })), { span: null, wordings }];
  const whole = [0, text.length] as const;
  return struckOut(text, whole, withheldIn(text, whole, hidden, kept)).text;
}

describe("what a reader may not see", () => {
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

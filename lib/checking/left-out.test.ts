import { describe, expect, it } from "vitest";
import { checkDraft } from "./index";

const HEARING = `Hearing on the tram, 9 June 2026

JONAS WELK: The tram was never stopped because of rain. It was stopped because nobody had oiled the points. In most of the carriages, but not all, the brakes were new. I signed for the ones that came in April.

EDDA PRINS: We will repair the bell. At least a third of the seats must be replaced. I have not spoken to the mayor by accident. In some of the sheds the roof leaks. We kept the one that you see on the wall.`;
const NEWS = `The fair returns to Luden

The fair will be held in May, said its manager, Mara Quist. She would not say whether the old carousel would run again. At least half of the stalls are let, she said.`;
const LAND = `Pressemitteilung, 4. März 2026

Verkehrsministerin Lotte Brehm sagte: „Wir bauen die Brücke zu Ende.“ Bundesfinanzminister Udo Kern sagte: „Das Geld ist da.“`;

const labelOf = (text: string, draft: string) =>
  checkDraft(draft, { texts: [{ id: "a", title: "a.txt", text }], statements: [] }).findings[0]?.label;

describe("what a draft leaves out behind, before and within", () => {
  it.each([
    ["a cause that is denied", HEARING, "“The tram was never stopped,” Jonas Welk said.", "lost_qualifier"],
    ["with its cause", HEARING, "“The tram was never stopped because of rain,” Jonas Welk said.", "exact"],
    [
      "a manner that is denied",
      HEARING,
      "“I have not spoken to the mayor,” Edda Prins said.",
      "lost_qualifier",
    ],
    ["which ones", HEARING, "“I signed for the ones,” Welk said.", "lost_qualifier"],
    ["most, but not all", HEARING, "“The brakes were new,” Welk said.", "lost_qualifier"],
    ["which ones, by whom", HEARING, "“We kept the one,” Edda Prins said.", "lost_qualifier"],
    ["nothing", HEARING, "“We will repair the bell,” Prins said.", "exact"],
    ["a bound before a part", HEARING, "Prins said a third of the seats must be replaced.", "lost_qualifier"],
    ["the bound", HEARING, "Prins said at least a third of the seats must be replaced.", "cosmetic"],
    ["what was left open", NEWS, "Quist said the old carousel would run again.", "lost_qualifier"],
    [
      "another ministry in one word",
      LAND,
      "„Wir bauen die Brücke zu Ende“, sagte Finanzministerin Lotte Brehm.",
      "wrong_occasion",
    ],
    ["the ministry", LAND, "„Wir bauen die Brücke zu Ende“, sagte Verkehrsministerin Lotte Brehm.", "exact"],
    ["a ministry of the federation", LAND, "„Das Geld ist da“, sagte Finanzminister Udo Kern.", "exact"],
    ["a minister", LAND, "„Das Geld ist da“, sagte Bundesminister Udo Kern.", "exact"],
  ])("%s", (_, text, draft, label) => {
    const found = labelOf(text, draft);
    expect(found === "exact" && label === "cosmetic" ? "cosmetic" : (found ?? "none")).toBe(label);
  });
});

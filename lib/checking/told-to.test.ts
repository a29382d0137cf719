import { describe, expect, it } from "vitest";
import { checkDraft } from "./index";

// to whom, as what and when somebody said it
const TEXT = `Ferry stays in port

"The sea was black," passenger Lina Storm told the Coast Herald on Sunday. "I counted the waves."

"We wait," said Odd Berge, 51. He tends the lock. Hamar's goalkeeper, Signe Moe, was on board. "I slept," Moe said.

According to the harbour office, a third of the ferries will sail in winter. Of 240 passengers, 90 were seasick and 31 were hurt, said the office.`;
const TALK = `Morning Studio, Radio Fjord, 4 May

HOST: And the birds?

INGA ROLL: The birds left in April, and I counted them.`;
const INTERVIEW = `Interview with a beekeeper

We met Amalie Krog in her garden.

Do you talk to them?

Only in winter, when they cannot answer.

Are you stung?

Every day, and I have stopped noticing it.

Why do you do it?

Because nobody else in the village would.`;
const RELEASE = `Press release, Norden Energy, 6 May 2026

The turbine at Skarv will stand still until June. "We are sorry," said Tove Lie, head of operations. Customers will get 40 crowns back.`;
const against = {
  texts: [TEXT, TALK, INTERVIEW, RELEASE].map((text, at) => ({ id: String(at), title: `${at}.txt`, text })),
  statements: [],
};
const labelOf = (draft: string) => checkDraft(draft, against).findings[0]?.label;

describe("the same words told to others, by others, at another time", () => {
  it.each([
    ["“The sea was black,” Lina Storm told the Coast Herald.", "exact"],
    ["“The sea was black,” Lina Storm told Reuters.", "wrong_occasion"],
    ["“The birds left in April,” Inga Roll told Radio Fjord.", "exact"],
    ["“The birds left in April,” Inga Roll told the Daily Post.", "wrong_occasion"],
    ["“I counted the waves,” said Lina Storm, a surgeon.", "wrong_occasion"],
    ["“I slept,” said Riga’s goalkeeper, Signe Moe.", "wrong_occasion"],
    ["“I slept,” said Hamar’s goalkeeper, Signe Moe.", "exact"],
    ["“Every day,” says Amalie Krog, an astronomer.", "wrong_occasion"],
    ["“Every day,” says Amalie Krog, a beekeeper.", "exact"],
    ["Last year Lina Storm said of the trip: “I counted the waves.”", "wrong_occasion"],
  ])("%s", (draft, label) => {
    expect(labelOf(draft)).toBe(label);
  });

  it("takes what a release tells for its issuer's words, and for nobody else's", () => {
    expect(labelOf("Customers will get 40 crowns back, Norden Energy said.")).toMatch(/exact|cosmetic/u);
    expect(labelOf("“Customers will get 40 crowns back,” said Tove Lie.")).toBe("reporters_words");
  });

  it("compares parts and what numbers count", () => {
    expect(labelOf("The harbour office said that half of the ferries would sail in winter.")).toBe(
      "wording_drift",
    );
    expect(labelOf("The harbour office said that a third of the ferries would sail in winter.")).toBe(
      "cosmetic",
    );
    expect(labelOf("The office said that 90 passengers were hurt.")).toBe("wording_drift");
  });
});

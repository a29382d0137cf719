import { describe, expect, it } from "vitest";
import { checkDraft } from "./index";
import { turnsIn } from "./turns";

describe("the labels of a transcript", () => {
  it.each([
    ["SPEAKER_00", null, false],
    ["Speaker 2", null, false],
    ["REPORTER 3", null, true],
    ["Interviewer_1", null, true],
    ["ANNA LIND", "ANNA LIND", false],
  ])("%s names %s", (label, name, asks) => {
    const [first, second] = turnsIn(`${label}: Will it open?\n\nBO KERN: It will.\n\n${label}: Thank you.`);
    expect([first?.name, first?.asks, second?.name]).toEqual([name, asks, "BO KERN"]);
  });

  it("asked by letter are answered by name", () => {
    const text = "Q. Is the bridge closed?\n\nANNA LIND: It is.\n\nQ. Until when?\n\nBO KERN: Until May.\n";
    expect(turnsIn(text).map(({ name, asks }) => [name, asks])).toEqual([
      [null, true],
      ["ANNA LIND", false],
      [null, true],
      ["BO KERN", false],
    ]);
  });

  it("of a committee stand behind the number of the question", () => {
    const text = "Q1 Chair: Why is it closed?\n\nAnna Lind: It is old.\n\nQ2 Bo Kern: So is the ferry.\n";
    expect(turnsIn(text).map(({ name }) => name)).toEqual(["Chair", "Anna Lind", "Bo Kern"]);
  });

  it("name an office with its branch before who holds it", () => {
    const text =
      "The Minister for Trade and Ports (Ms Anna Lind): It is open.\n\nMr Bo Kern: Is it?\n\nMs Lind: It is.\n";
    expect(turnsIn(text).map(({ name }) => name)).toEqual(["Ms Anna Lind", "Mr Bo Kern", "Ms Lind"]);
    const draft = "“It is open,” said the minister for trade, Anna Lind.";
    const { findings } = checkDraft(draft, { texts: [{ id: "a", title: "a", text }], statements: [] });
    expect(findings.map(({ label }) => label)).toEqual(["exact"]);
  });

  it("that a machine gave end the turn before", () => {
    const text = "ANNA LIND: Good morning.\n\nSPEAKER_00: The bridge is closed.\n\nBO KERN: It is.\n";
    const draft = "“The bridge is closed,” Anna Lind said.";
    const { findings } = checkDraft(draft, { texts: [{ id: "a", title: "a", text }], statements: [] });
    expect(findings.map(({ label }) => label)).toEqual(["wrong_speaker"]);
  });

  it("that a machine gave leave open who it is where nobody has a name", () => {
    const text = "SPEAKER_00: Good morning.\n\nSPEAKER_01: The bridge is closed.\n\nSPEAKER_00: It is.\n";
    const draft = "“The bridge is closed,” Anna Lind said.";
    const { findings } = checkDraft(draft, { texts: [{ id: "a", title: "a", text }], statements: [] });
    expect(findings.map(({ label }) => label)).toEqual(["exact"]);
  });

  it("do not reach over what is told at the end", () => {
    const turns = [
      "CHAIR: Is the pool open?",
      "ANNA LIND: It is, and we are glad.",
      "CHAIR: And the sauna?",
      "ANNA LIND: We wait for a part.",
    ].join("\n\n");
    const labelOf = (draft: string, text: string) =>
      checkDraft(draft, { texts: [{ id: "a", title: "a", text }], statements: [] }).findings[0]?.label;
    const told = "The meeting closed at ten, and the doors were locked.";
    const own = "The doors were locked, and I had the key.";
    expect(labelOf("“The doors were locked,” Anna Lind said.", `${turns}\n\n${told}`)).toBe(
      "reporters_words",
    );
    expect(labelOf("“The doors were locked,” Anna Lind said.", `${turns}\n\n${own}`)).toBe("exact");
  });
});

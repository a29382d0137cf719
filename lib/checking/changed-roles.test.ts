import { describe, expect, it } from "vitest";
import { checkDraft } from "./index";

function labelOf(text: string, draft: string) {
  return checkDraft(draft, { texts: [{ id: "a", title: "a.txt", text }], statements: [] }).findings[0]?.label;
}

describe("what somebody was, or stands in for", () => {
  it.each([
    [
      "“The net is torn,” said Elsa Dorling, a former trapeze artist.",
      "“The net is torn,” said Elsa Dorling, a trapeze artist.",
    ],
    [
      "“The net is torn,” said Elsa Dorling, once the ringmaster of the circus.",
      "“The net is torn,” said Elsa Dorling, the ringmaster of the circus.",
    ],
    [
      "“The net is torn,” said Elsa Dorling, the acting ringmaster.",
      "“The net is torn,” said Elsa Dorling, the ringmaster.",
    ],
    [
      "“The net is torn,” said Elsa Dorling, the ringmaster.",
      "“The net is torn,” said Elsa Dorling, the former ringmaster.",
    ],
    [
      "The former goalkeeper of the team, Ivo Marin, wrote: “The pitch was mud.”",
      "“The pitch was mud,” Ivo Marin, goalkeeper of the team, wrote.",
    ],
  ])("%s – %s", (text, draft) => {
    expect(labelOf(text, draft)).toBe("wrong_occasion");
  });

  it.each([
    [
      "Elsa Dorling, a former clown and now a baker, said: “The net is torn.”",
      "“The net is torn,” said the baker Elsa Dorling.",
    ],
    [
      "“The net is torn,” said Elsa Dorling, the ringmaster. She succeeded the former ringmaster, Jon Weir.",
      "“The net is torn,” said Elsa Dorling, the ringmaster.",
    ],
    [
      "In a speech on Monday Elsa Dorling said: “The net is torn.”",
      "“The net is torn,” Elsa Dorling said in a speech on Monday.",
    ],
  ])("%s – %s", (text, draft) => {
    expect(labelOf(text, draft)).not.toMatch(/wrong/u);
  });
});

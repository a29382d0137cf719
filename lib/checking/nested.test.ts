import { describe, expect, it } from "vitest";
import { checkDraft } from "./index";

// what a speaker has others say, what a speaker asks, and what holds only as yet
const TALK = `MAYOR ILSE BRANDT: People come to me every week and say, "The tram will never reach the harbour." I tell them, "It will be there before my hair is white." Some of my own council were told "the money is gone" and believed it. How could anybody know that the bridge was rotten? Shouldn't we have asked the engineers first? We have found no cracks as yet. My father used to shout, "Never trust a contractor!" I have always said, "Measure twice." I think too many tenants have been given to understand "I will get a new stove" or "I will get a new roof." and they wait.

JONAS VEIT: It is late. Does the mayor think that the harbour belongs to her?`;

const SPEECH = `Address at the Opening of the Lock
Prime Minister Sanne de Wit
Delft, South Holland

I am glad to be here, and I am glad that it rains. We built this lock for our grandchildren, and we shall keep it for them. My mother swam here when I was small, and I will swim here tomorrow if you let me.`;

const GREETED = SPEECH.replace("Delft", "Mayor Jan Kuipers\nDelft");

const labelsOf = (draft: string, text = TALK) =>
  checkDraft(draft, { texts: [{ id: "a", title: "a.txt", text }], statements: [] }).findings.map(
    ({ label }) => label,
  );

describe("what the speaker has others say", () => {
  it.each([
    ["as the speaker's words", "“The tram will never reach the harbour,” Brandt said.", "lost_qualifier"],
    ["as a report", "Brandt said that the tram would never reach the harbour.", "lost_qualifier"],
    ["heard by others", "Brandt said that the money was gone.", "lost_qualifier"],
    ["shouted by a father", "“Never trust a contractor,” Brandt said.", "lost_qualifier"],
    ["one of two behind one verb", "Brandt said that she would get a new roof.", "lost_qualifier"],
    [
      "with whose words they are",
      "Her father used to shout “Never trust a contractor,” Brandt said.",
      "exact",
    ],
    ["the speaker's own in marks", "“It will be there before my hair is white,” Brandt said.", "exact"],
    ["the speaker's own of any day", "“Measure twice,” Brandt said.", "exact"],
  ])("%s", (_, draft, label) => {
    expect(labelsOf(draft)).toEqual([label]);
  });
});

describe("what a speaker asks", () => {
  it.each([
    ["as stated", "Veit said the harbour belongs to the mayor.", "lost_qualifier"],
    ["as asked", "Veit asked whether the mayor thinks that the harbour belongs to her.", "cosmetic"],
    ["as asked, with how", "Brandt asked how anybody could know that the bridge was rotten.", "cosmetic"],
    ["for a yes", "Brandt said that they should have asked the engineers first.", "cosmetic"],
  ])("%s", (_, draft, label) => {
    expect(labelsOf(draft)[0]).toBe(label);
  });
});

it("tells a limit behind the words", () => {
  expect(labelsOf("“We have found no cracks,” Brandt said.")).toEqual(["lost_qualifier"]);
  expect(labelsOf("“We have found no cracks as yet,” Brandt said.")).toEqual(["exact"]);
});

describe("a speech whose head names the speaker in a line", () => {
  const own = "“We built this lock for our grandchildren,” de Wit said.";
  const other = "“We built this lock for our grandchildren,” Jan Kuipers said.";

  it("is that speaker's", () => {
    expect([labelsOf(own, SPEECH), labelsOf(other, SPEECH)]).toEqual([["exact"], ["wrong_speaker"]]);
  });

  it("is nobody's where two are named", () => {
    expect(labelsOf(other, GREETED)).toEqual(["exact"]);
  });
});

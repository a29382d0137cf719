import { describe, expect, it } from "vitest";
import { checkDraft } from "./index";

// several people in one paragraph, and a pronoun behind them
const TEXT = `Fire on the pier

The harbour master, Jon Weir, said that no light had burned on the pier. The second mate, Lena Ode, said she had left the deck to fetch a lamp. "The master told me to go," she said. Weir said he had no memory of that.

An expert for the insurers, Professor Rosa Wik, said the lamp had been tested in May.

The sister of one of the drowned, Tove Falk, left the room twice. "I did not come for money," she said outside.

Dag Holm knows Per Lund and likes him. "He has never rowed in a storm," he said. Asked about the ferry, Holm shook his head.

Eva Brandt, who keeps the archive, read the letter aloud. "It is signed by nobody," she said.

In her office by the dock, the county ecologist Solveig Hatlem has a map. "I need a carcass within two days," she explains.

The retired teacher Nora Ek keeps the keys. "Nobody asks for them," she says.

Outside the hall, a pensioner called Ruth Moen holds a sign. Behind the counter, the baker Tone Lund counts coins. "I stopped counting loaves," she says.

The pilot, Arne Moe, called the lamp a joke. The judge, Siri Lien, asked him twice whether he was sure. "As sure as anybody can be at night," he said.`;
const against = { texts: [{ id: "a", title: "a.txt", text: TEXT }], statements: [] };

describe("a pronoun behind marks stands for whom its paragraph spoke of last", () => {
  it.each([
    ["“The master told me to go,” said Lena Ode.", "exact"],
    ["“The master told me to go,” said Jon Weir.", "wrong_speaker"],
    ["“I did not come for money,” said Tove Falk.", "exact"],
    ["“I did not come for money,” said Rosa Wik.", "wrong_speaker"],
    ["“He has never rowed in a storm,” said Dag Holm.", "exact"],
    ["“He has never rowed in a storm,” said Per Lund.", "wrong_speaker"],
    ["“It is signed by nobody,” said Eva Brandt.", "exact"],
    ["“I need a carcass within two days,” said Solveig Hatlem.", "exact"],
    ["“I need a carcass within two days,” said Eva Brandt.", "wrong_speaker"],
    ["“Nobody asks for them,” said Nora Ek.", "exact"],
    ["“Nobody asks for them,” said Solveig Hatlem.", "wrong_speaker"],
    ["“I stopped counting loaves,” said Tone Lund.", "exact"],
    ["“As sure as anybody can be at night,” said Arne Moe.", "exact"],
    ["“As sure as anybody can be at night,” said Siri Lien.", "wrong_speaker"],
  ])("%s is %s", (draft, label) => {
    expect(checkDraft(draft, against).findings.map((finding) => finding.label)).toEqual([label]);
  });
});

import { describe, expect, it } from "vitest";
import { checkDraft } from "./index";

const TEXT = `Interviews

"We will not turn off anybody's tap in July," said Siri Lien, the chair.

"In the first year, nobody paid a penny," Ulla Fors said.

"In mice, the growth stopped within a week," Dag Holm said.

"For the first ten miles the road was clear," said Tor Vik.

"At my age every stair is a hill," said Oda Lie.

"For a small town the library is very large," Pal Ruud said.

"We pay every farmer in the north," said Rolf Nes.

"The ferry never ran in the years before the war," Gro Dahl said.

"The medicine cured most of the patients under forty," Ivar Bang said.

"Nobody was hurt at our plant," Stig Aas said.

"The tax will rise for people with two homes," the minister, Wenche Bull, said.

"I would quit if they lost," the coach, Mia Grant, said. "It was a joke. They believed me."

"I told them the goat had died," said Odd Berg. "I was joking, of course."

"I have sold the boat," said Bo Rask. "Well, half of it."

"In fact, the pier was never open," said Eli Strand.

"On Monday the bus came twice," said Jens Lunde.

"I have never been happier in my life," said Liv Haug.`;
const against = { texts: [{ id: "a", title: "a.txt", text: TEXT }], statements: [] };

describe("where, when and for whom words hold, and what takes them back", () => {
  it.each([
    ["“We will not turn off anybody's tap,” Siri Lien said.", "lost_qualifier"],
    ["“Nobody paid a penny,” Ulla Fors said.", "lost_qualifier"],
    ["“The growth stopped within a week,” Dag Holm said.", "lost_qualifier"],
    ["“The road was clear,” Tor Vik said.", "lost_qualifier"],
    ["“Every stair is a hill,” Oda Lie said.", "lost_qualifier"],
    ["“The library is very large,” Pal Ruud said.", "lost_qualifier"],
    ["“We pay every farmer,” Rolf Nes said.", "lost_qualifier"],
    ["“The ferry never ran,” Gro Dahl said.", "lost_qualifier"],
    ["“The medicine cured most of the patients,” Ivar Bang said.", "lost_qualifier"],
    ["“Nobody was hurt,” Stig Aas said.", "lost_qualifier"],
    ["“The tax will rise,” Wenche Bull said.", "lost_qualifier"],
    ["“I would quit if they lost,” Mia Grant said.", "lost_qualifier"],
    ["“I told them the goat had died,” Odd Berg said.", "lost_qualifier"],
    ["“I have sold the boat,” Bo Rask said.", "lost_qualifier"],
    ["“The pier was never open,” Eli Strand said.", "cosmetic"],
    ["“The bus came twice,” Jens Lunde said.", "cosmetic"],
    ["“I have never been happier,” Liv Haug said.", "exact"],
    ["At our plant “nobody was hurt”, Stig Aas said.", "cosmetic"],
  ])("%s is %s", (draft, label) => {
    expect(checkDraft(draft, against).findings.map((finding) => finding.label)).toEqual([label]);
  });
});

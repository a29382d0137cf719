import { describe, expect, it } from "vitest";
import { checkDraft } from "./index";

const POSTS = `Gill Hart @gillhart_bus · 12 Aug
Thamesway have sent me their numbers. I got mine wrong.

Thamesway (@thamesway) · 12 Aug
We welcome the correction. The decision stands.
41 Likes`;
const TIMES = `Lena Fuchs  0:14
We closed the ward at six.
Per Aas  0:21
My night was over by then.`;
const CLOCKS = `0:14
Lena Fuchs
We closed the ward at six.

0:21
Per Aas
My night was over by then.`;
const CHAT = `<rkoch> we wiped the server on sunday
<tam> I have a copy of it`;
const LETTER = `Colleagues,

We met the management yesterday. They would give us nothing in writing.

Deirdre Foley
General Secretary, Food Workers' Union`;
const MAIL = `Dear Sam,

I checked the weir in May and my report was lost.

Best wishes
Hugo Lindt`;

const labelOf = (text: string, draft: string) =>
  checkDraft(draft, { texts: [{ id: "a", title: "a.txt", text }], statements: [] }).findings[0]?.label;

describe("whose words posts, chats and mails without a head hold", () => {
  it.each([
    ["a post", POSTS, "“I got mine wrong,” wrote Gill Hart.", "exact"],
    ["another's post", POSTS, "“We welcome the correction,” wrote Gill Hart.", "wrong_speaker"],
    ["a name with a time", TIMES, "“We closed the ward at six,” said Lena Fuchs.", "exact"],
    ["another's turn", TIMES, "“We closed the ward at six,” said Per Aas.", "wrong_speaker"],
    ["a time above a name", CLOCKS, "“We closed the ward at six,” said Fuchs.", "exact"],
    ["another's turn of those", CLOCKS, "“My night was over by then,” said Lena Fuchs.", "wrong_speaker"],
    ["a name in angle brackets", CHAT, "“I have a copy of it,” wrote tam.", "exact"],
    ["a mail to all", LETTER, "“They would give us nothing in writing,” said Deirdre Foley.", "exact"],
    [
      "of somebody else",
      LETTER,
      "“They would give us nothing in writing,” said Rory Keane.",
      "wrong_speaker",
    ],
    ["a mail to one", MAIL, "“I checked the weir in May,” wrote Hugo Lindt.", "exact"],
    ["its addressee", MAIL, "“I checked the weir in May,” wrote Sam Whyte.", "wrong_speaker"],
  ])("%s", (_, text, draft, label) => {
    expect(labelOf(text, draft)).toBe(label);
  });

  it("an article with a post in it stays an article", () => {
    const text = `The row over the buses went on. “They are late,” Leon Abbott said. “They are cold,” he said.\n\n${POSTS}`;
    expect(labelOf(text, "“They are late,” said Leon Abbott.")).toBe("exact");
  });
});

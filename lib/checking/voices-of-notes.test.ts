import { describe, expect, it } from "vitest";
import { checkDraft } from "./index";

const CAPTIONS = `00:02:10 ALDERMAN JUNE PRATT
The bridge fund is empty, and I will not borrow for paint.
00:02:19
We can start again in spring.

00:02:31 CLERK TOM REEVE
The survey was posted in May. Two members have read it.`;
const SUBTITLES = `1
00:00:01,000 --> 00:00:04,000
<v Irene Falk>My father built clocks
that ran backwards.

2
00:00:04,200 --> 00:00:08,000
<v Sol Adeyemi>I bought the ugliest one.
It still runs.`;
const CHAT = `[02/05/2026, 21:10] pia_b: the hall roof leaks again
[02/05/2026, 21:12] Marek: who has the key?
[02/05/2026, 21:13] old tom: i gave it back in april`;
const NOTES = `call 3/6, Brix Dairy, spkr Elin Brix
- "We poured nine tanks down the drain."
- milk price "a joke"

then Piet Roos from the farmers' union: "We warned them in March."`;
const BRIEFING = `Briefing of the rail operator, 8 May 2026

Head of track Ines Brandt opened: The line will reopen on Monday. Speeds will be lower on the viaduct.

Asked about refunds, she said: That is for the ticket office.

Conductor Aldo Ricci: Nobody was hurt. We walked the last mile.`;
const LETTER = `Sir – Your report on the weir is mistaken. I kept its gates for eleven years and never saw them open in June.

I wrote to the board twice. I have kept both answers.

Cdr Alice Thorne (retd)
Nether Wick`;

const labelOf = (text: string, draft: string) =>
  checkDraft(draft, { texts: [{ id: "a", title: "a.txt", text }], statements: [] }).findings[0]?.label;

describe("whose words captions, subtitles, chats, notes and letters hold", () => {
  it.each([
    [CAPTIONS, "“I will not borrow for paint,” Alderman June Pratt said.", "exact"],
    [CAPTIONS, "“We can start again in spring,” June Pratt said.", "exact"],
    [CAPTIONS, "“We can start again in spring,” Tom Reeve said.", "wrong_speaker"],
    [CAPTIONS, "“Two members have read it,” Pratt said.", "wrong_speaker"],
    [SUBTITLES, "“I bought the ugliest one,” Sol Adeyemi says.", "exact"],
    [SUBTITLES, "“I bought the ugliest one,” Irene Falk says.", "wrong_speaker"],
    [SUBTITLES, "“My father built clocks that ran backwards,” Falk says.", "exact"],
    [CHAT, "“the hall roof leaks again,” pia_b wrote.", "exact"],
    [CHAT, "“i gave it back in april,” pia_b wrote.", "wrong_speaker"],
    [CHAT, "“who has the key?” Marek wrote.", "exact"],
    [NOTES, "“We warned them in March,” Piet Roos said.", "exact"],
    [NOTES, "“We poured nine tanks down the drain,” Piet Roos said.", "wrong_speaker"],
    [NOTES, "“We poured nine tanks down the drain,” Elin Brix said.", "exact"],
    [BRIEFING, "“The line will reopen on Monday,” Ines Brandt said.", "exact"],
    [BRIEFING, "“That is for the ticket office,” Brandt said.", "exact"],
    [BRIEFING, "“Nobody was hurt,” Ines Brandt said.", "wrong_speaker"],
    [BRIEFING, "“We walked the last mile,” conductor Aldo Ricci said.", "exact"],
    [LETTER, "“I have kept both answers,” wrote Alice Thorne.", "exact"],
    [LETTER, "“I have kept both answers,” wrote Nils Okoro.", "wrong_speaker"],
  ])("%#: %s %s", (text, draft, label) => {
    expect(labelOf(text, draft)).toBe(label);
  });

  it("words in marks whose speaker is named in the next paragraph are nobody else's", () => {
    const text = `Jo Wells was at the gate.\n\n“The bell was sold for scrap.”\n\nThat was Ada Finch’s view of it.`;
    expect(labelOf(text, "“The bell was sold for scrap,” said Ada Finch.")).toBe("exact");
  });
});

import { describe, expect, it } from "vitest";
import { checkDraft } from "./index";
import { turnsIn } from "./turns";

const CALL = `Harrow Mills – Annual Results Call, 9 June 2026

Operator: Good morning and welcome to the call.

Ines Vogel – Chief Executive Officer: We have sold the wool shed. We will not sell the river.

Tom Adeyo – Chief Financial Officer: Costs were 14 million. I would not call that cheap.

Rhea Stone – Marlow Capital: Are you moving to Spain?

Ines Vogel – Chief Executive Officer: We are not moving anywhere.`;
const TRIAL = `Baker tells court of 'quiet night'

A baker accused of arson said on Monday that he had slept.

Lars Ohm, 40, denies setting fire to the mill. "I locked the door and went home," Ohm told Ravne Crown Court.

Cross-examined by Petra Holt KC, for the Crown, he admitted that he had owed rent but said it was "a matter between brothers".

Questioned by Ada Reed MP at the inquiry a year ago, he had called the fire "a stroke of luck for the insurers".`;
const AUDIT = `Zoo faces inquiry

The keeper Alma Brun said the fence had been "held up by ivy". A report by inspectors in 2024, seen by the Post, described the cages as "damp, dark and small".

"Nobody listened to the porters," Brun said.`;
const MINUTES = `Minutes of the harbour panel, 3 March 2026

2.1 Mr Osei reported that the crane would be back in June.
2.2 Cllr Lamb said that the boats had been "parked like cars" and that she was tired of it.
2.3 Ms Kendal noted that 40 moorings were free.`;
const against = {
  texts: [CALL, TRIAL, AUDIT, MINUTES].map((text, at) => ({ id: `${at}`, title: `${at}.txt`, text })),
  statements: [],
};

describe("who speaks, where labels, titles and articles stand by the name", () => {
  it("is named by a label with a role behind a dash", () => {
    expect(turnsIn(CALL).map(({ name }) => name)).toEqual([
      "Operator",
      "Ines Vogel",
      "Tom Adeyo",
      "Rhea Stone",
      "Ines Vogel",
    ]);
  });

  it.each([
    ["“We will not sell the river,” the chief executive of Harrow Mills told analysts.", "exact"],
    ["“We have sold the wool shed,” Ines Vogel said.", "exact"],
    ["“I would not call that cheap,” Vogel said.", "wrong_speaker"],
    ["“Are you moving to Spain?” Ines Vogel asked.", "wrong_speaker"],
    ["“We are not moving anywhere,” Tom Adeyo said.", "wrong_speaker"],
    ["The rent was “a matter between brothers”, Petra Holt KC told the jury.", "wrong_speaker"],
    ["The rent was “a matter between brothers”, Lars Ohm told the jury.", "exact"],
    ["The fire was “a stroke of luck for the insurers”, Ada Reed said.", "wrong_speaker"],
    ["“I locked the door and went home,” Petra Holt said.", "wrong_speaker"],
    ["The cages were “damp, dark and small”, according to Brun.", "wrong_speaker"],
    ["The fence was “held up by ivy”, according to Brun.", "exact"],
    ["The boats were “parked like cars”, said Cllr Lamb.", "exact"],
    ["The boats were “parked like cars”, said Mr Osei.", "wrong_speaker"],
    ["Ms Kendal said the crane would be back in June.", "wrong_speaker"],
    ["Mr Osei noted that 40 moorings were free.", "wrong_speaker"],
  ])("%s is %s", (draft, label) => {
    expect(checkDraft(draft, against).findings.map((finding) => finding.label)).toEqual([label]);
  });
});

import { describe, expect, it } from "vitest";
import { checkDraft } from "./index";

const TEXTS = [
  `Sluice to be tested

“At best, the new gate wins us a winter,” said the engineer Petra Nagy. “What held the bank was, in my judgment, mostly luck. We would never knowingly open it at spring tide.”

Nagy told the Gazette she was “not yet willing” to sign, and that she had “a crew to train and, for the moment, a crew to train it with”.

“These are the driest weeks we have had,” said the dike reeve Aart Bos. “Offers of help are welcome, but they do not fill sandbags. The pumps start at 8 pm and stop at 6 a.m.”

“The test was too short to say anything about leaks,” Bos said. “We are glad, but we are not done.”`,
  `Von der Sitzung

Der Fraktionschef der Freien, Otto Kern, nannte den Plan „halbherzig“. „Das Wehr ist kein Spielzeug“, sagte er.`,
];
const against = {
  texts: TEXTS.map((text, at) => ({ id: `${at}`, title: `${at}.txt`, text })),
  statements: [],
};

describe("what stands right before quoted words, within them or right behind", () => {
  it.each([
    ["“The new gate wins us a winter,” Petra Nagy said.", "lost_qualifier"],
    ["At best, Petra Nagy said, “the new gate wins us a winter”.", "exact"],
    ["“What held the bank was luck,” Nagy said.", "lost_qualifier"],
    ["“We would never open it at spring tide,” Nagy said.", "lost_qualifier"],
    ["Nagy told the Gazette she was “willing” to sign.", "lost_qualifier"],
    ["Nagy said she had “a crew to train” and “a crew to train it with”.", "lost_qualifier"],
    ["“These are the driest weeks,” Aart Bos said.", "lost_qualifier"],
    ["“These are the driest weeks we have had,” Aart Bos said.", "exact"],
    ["“Offers of help are welcome,” Bos said.", "lost_qualifier"],
    ["“The test was too short to say anything about stray currents,” Bos said.", "wording_drift"],
    [
      "“We are glad of every hand on the dike, but we are not done and never will be,” Bos said.",
      "fragment_expanded",
    ],
    ["“The pumps start at 8pm and stop at 6am,” Bos said.", "cosmetic"],
    ["“The pumps start at 9pm and stop at 6am,” Bos said.", "wording_drift"],
    ["„Das Wehr ist kein Spielzeug“, sagte Otto Kern.", "exact"],
  ])("%s: %s", (draft, label) => {
    expect(checkDraft(draft, against).findings.map((finding) => finding.label)).toEqual([label]);
  });

  it("reads the marks of an e-mail's lines as nobody's words", () => {
    const text =
      "From: Ana Cole <ana@example.org>\nTo: Desk <desk@example.org>\nSubject: Bridge\n\nSee below.\n\n> The bridge will be shut\n> until the cable is mended.\n";
    const { findings } = checkDraft("“The bridge will be shut until the cable is mended,” the letter said.", {
      texts: [{ id: "mail", title: "mail.txt", text }],
      statements: [],
    });
    expect(findings.map(({ label }) => label)).toEqual(["cosmetic"]);
  });
});

import { describe, expect, it } from "vitest";
import { checkDraft } from "./index";

const COURT = `Judge throws out case over 'invented' precedents

Employment Judge Miriam Castle struck out the claim at a tribunal on Friday.

Barrister Owen Pike, for the claimant, told the hearing that he had relied on a colleague. "I ought to have opened the books," he said.

His client, the former chef Dana Mirza, wept as she left. "They dressed it up," she said outside.

Her brother, the plumber Sam Mirza, held the door. "We will not come back," he said.

Nigel Frome, for the employer, described the affair as "a gift we did not want". The clerk, Ada Lund, called the file "a book that nobody has read".`;
const BEES = `"Bees are not a hobby, they are a tenancy"

Questions: Hana Lutz

Beekeeper Otto Brenner on empty hives and honey fraud

**How many hives did you lose last winter?**

Nineteen out of thirty. That is bad.

**Is it the pesticides?**

I used to say so. Now I think it is mostly us.

**Will you go on?**

As long as my back lets me. Nobody can make honey for three euros a jar.`;
const BREAD = `The baker who sleeps at noon

Interview by Tom Reeve

Tone Lund has baked in Vik since 1990.

Why do you still do it?

Because the oven is warm and the house is not.

Do you ever sleep in?

Never on a weekday.

What would you change?

The stairs.`;
const against = {
  texts: [COURT, BEES, BREAD].map((text, at) => ({ id: `${at}`, title: `${at}.txt`, text })),
  statements: [],
};

describe("whose words they are", () => {
  it.each([
    ["“I ought to have opened the books,” Owen Pike told the tribunal.", "exact"],
    ["“I ought to have opened the books,” Owen Pike told the inquest.", "wrong_occasion"],
    ["“They dressed it up,” Dana Mirza said.", "exact"],
    ["“They dressed it up,” Owen Pike said.", "wrong_speaker"],
    ["“We will not come back,” Owen Pike said.", "wrong_speaker"],
    ["Nigel Frome described the affair as “a gift”.", "lost_qualifier"],
    ["Ada Lund called the file “a book”.", "lost_qualifier"],
    ["“Bees are not a hobby, they are a tenancy,” Otto Brenner says.", "exact"],
    ["“Is it the pesticides?” Brenner says.", "reporters_words"],
    ["Brenner says that nobody can make honey for three euros a jar.", "exact"],
    ["Brenner says he lost thirty hives last winter.", "wording_drift"],
    ["“Because the oven is warm and the house is not,” Tone Lund says.", "exact"],
    ["“Do you ever sleep in?” Tone Lund says.", "reporters_words"],
    ["“Because the oven is warm and the house is not,” Tom Reeve says.", "wrong_speaker"],
  ])("%s is %s", (draft, label) => {
    expect(checkDraft(draft, against).findings.map((finding) => finding.label)).toEqual([label]);
  });
});

import { expect, it } from "vitest";
import { checkDraft } from "./index";

const TALK = `Press conference, Town Hall, 4 May 2026

ANNA LINDQVIST: Good morning. We will not open before June. If the steel comes late, it will be July.

PETER HALE: At least twelve houses, yes. They told me that the steel is late. Uh, no one will lose their home.`;

it.each([
  ["“We will not open before June,” Anna Lindqvist said.", "cosmetic"],
  ["“We will open before June,” Anna Lindqvist said.", "lost_qualifier"],
  ["“No one will lose their home,” Anna Lindqvist said.", "wrong_speaker"],
  ["“It will be July,” Lindqvist said.", "lost_qualifier"],
  ["“The river has no fish left in it,” Lindqvist said.", "not_found"],
])("%s is %s", (draft, label) => {
  const { findings } = checkDraft(draft, {
    texts: [{ id: "talk", title: "talk.txt", text: TALK }],
    statements: [],
  });
  expect(findings.map((finding) => finding.label)).toEqual([label]);
});

import { expect, it } from "vitest";
import { withoutQuotations } from "./calls";

it.each([
  [
    "Did she say “no lorries” or “few lorries”?",
    "Did she say (the words in the draft) or (the words in the draft)?",
  ],
  ['Ask for "the number" again', "Ask for (the words in the draft) again"],
  ["War es „ein Versehen“?", "War es (the words in the draft)?"],
  ["¿Dijo «nunca más»?", "¿Dijo (the words in the draft)?"],
  ["Was it ‘a mistake of ours’ or Agda’s?", "Was it (the words in the draft) or Agda’s?"],
  ["Sagte er »nie wieder so«?", "Sagte er (the words in the draft)?"],
  ["Was it 'a mistake of ours' or Agda's?", "Was it (the words in the draft) or Agda's?"],
  ["‹Jamais plus›, est-ce vrai ?", "(the words in the draft), est-ce vrai ?"],
  ["She said “never again", "She said (the words in the draft)"],
  ["When was it?", "When was it?"],
])("a question leaves out what is quoted in it: %s", (note, asked) =>
  expect(withoutQuotations(note)).toBe(asked),
);

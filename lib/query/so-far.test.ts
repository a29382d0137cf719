import { expect, test } from "vitest";
import { typedSoFar } from "./so-far";

test.each([
  ["the last word may be only begun", "no ferry has le", "no ferry has le*"],
  ["a printed id", "st-4h8k2p", "st-4h8k2p*"],
  ["a phrase that is closed", '"no ferry"', '"no ferry"'],
  ["a sentence that ended", "No ferry left.", "No ferry left."],
  ["a field", "speaker:yousafzai", "speaker:yousafzai"],
  ["a beginning", "ferr*", "ferr*"],
  ["words with a colon", "Note: no ferry le", '"note no ferry le"*'],
  ["more words than a search has terms", "a ".repeat(40).trim(), `"${"a ".repeat(40).trim()}"*`],
])("%s", (_, typed, search) => expect(typedSoFar(typed)).toBe(search));

import { describe, expect, it } from "vitest";
import { english } from "../languages/en";
import { paragraphsOf } from "./paragraphs";
import { sentencesOf } from "./sentences";

const read = (text: string) =>
  paragraphsOf(text).flatMap((paragraph) =>
    sentencesOf(text, paragraph, english.sentences).map(({ startUtf16, endUtf16 }) =>
      text.slice(startUtf16, endUtf16),
    ),
  );

describe("sentences", () => {
  it.each([
    ["titles", "Gen. Asim met Mr. Sharif. They spoke.", ["Gen. Asim met Mr. Sharif.", "They spoke."]],
    ["initials", "J. K. Rao left. She returned.", ["J. K. Rao left.", "She returned."]],
    ["initialisms", "The U.S. Senate voted. It passed.", ["The U.S. Senate voted.", "It passed."]],
    [
      "a question in quotation marks goes on",
      "“Why now?” Syed asked. He left.",
      ["“Why now?” Syed asked.", "He left."],
    ],
    ["a dateline is no part of the sentence", "ISTANBUL (AP) — Talks stalled.", ["Talks stalled."]],
    ["marks stay with their sentence", "“It failed.” Nobody spoke.", ["“It failed.”", "Nobody spoke."]],
  ])("%s", (_name, text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

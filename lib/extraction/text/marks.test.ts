import { describe, expect, it } from "vitest";
import { quotedStretches } from "./marks";
import { paragraphsOf } from "./paragraphs";

const stretchesOf = (text: string) =>
  quotedStretches(text, paragraphsOf(text)).map(({ startUtf16, endUtf16 }) =>
    text.slice(startUtf16, endUtf16),
  );

describe("quoted stretches", () => {
  it.each([
    ["curly", "She said “no”.", ["“no”"]],
    ["straight", 'She said "no" and "never".', ['"no"', '"never"']],
    ["single", "She said ‘not now’ twice.", ["‘not now’"]],
    ["straight single", "She said 'not now' twice.", ["'not now'"]],
    ["guillemets", "Elle a dit « non ».", ["« non »"]],
    ["low and high", "Sie sagte „nein“ heute.", ["„nein“"]],
    ["two apostrophes", "''No,'' she said.", ["''No,''"]],
    ["nested singles stay inside", "“He said ‘no’ to me,” she said.", ["“He said ‘no’ to me,”"]],
    ["nested doubles stay inside", "“He said “no” to me” she said.", ["“He said “no” to me”"]],
    ["a possessive is no closer", "She called it ‘the voters’ choice’ again.", ["‘the voters’ choice’"]],
    ["apostrophes open nothing", "The ’90s weren’t Rock ’n’ Roll’s best.", []],
    ["inches open nothing", 'A 12" pipe burst.', []],
    ["re-opened over paragraphs", "“One.\n\n“Two.”", ["“One.\n\n“Two.”"]],
    ["a missing closer ends with the paragraph", "“One is gone.\n\nTwo.", ["“One is gone."]],
  ])("%s", (_name, text, expected) => {
    expect(stretchesOf(text)).toEqual(expected);
  });
});

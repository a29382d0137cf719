import { expect, test } from "vitest";
import { phraseOf, sourceKeyOf, statementKeyOf } from "./keys";

const STATEMENT = {
  ...{ wording: "“We will not sign.”", context: "On the truce", attribution: "the minister" },
  ...{ roleThen: "Défense minister", place: "Geneva", event: "ASEAN Summit", addressee: "Al Jazeera" },
};

test.each([
  ["its words", "will not", true],
  ["its occasion", "asean summit", true],
  ["its addressee", "al jazeera", true],
  ["across two fields", "geneva asean", false],
  ["a part of a word", "asea", false],
])("a statement is found by %s", (_, words, isFound) => {
  const key = statementKeyOf(STATEMENT);
  expect(key.includes(phraseOf({ words: words.split(" "), isPrefix: false }))).toBe(isFound);
});

test("a word that is only begun is found", () => {
  expect(statementKeyOf(STATEMENT)).toContain(phraseOf({ words: ["asea"], isPrefix: true }));
});

test("the role is found as a role, and another field is not", () => {
  expect(statementKeyOf(STATEMENT)).toContain(" /defense /minister ");
  expect(statementKeyOf({ ...STATEMENT, roleThen: "" })).not.toContain("/");
});

test("what is about to change is what is searched, and what is not named stays", () => {
  const key = statementKeyOf(STATEMENT, { place: "Bern", event: undefined, addressee: null });
  expect(key).toContain(" bern ");
  expect(key).toContain(" asean summit ");
  expect(key).not.toContain("geneva");
  expect(key).not.toContain("jazeera");
});

test("a source is found by its titles and its byline", () => {
  expect(sourceKeyOf({ title: "Der Gipfel", titleTranslated: "The summit", author: null })).toBe(
    " der gipfel \n the summit ",
  );
});

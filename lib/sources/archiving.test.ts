import { expect, test } from "vitest";
import { savePagesFor } from "./archiving";

test("a copy is made at each archive’s own page, with the address filled in", () => {
  expect(savePagesFor("https://post.example/a b?x=1&y=ü#part").map(({ href }) => href)).toEqual([
    "https://web.archive.org/save/https://post.example/a%20b?x=1&y=%C3%BC",
    "https://archive.today/?url=https%3A%2F%2Fpost.example%2Fa%2520b%3Fx%3D1%26y%3D%25C3%25BC",
  ]);
});

test.each([
  null,
  "",
  "a letter",
  "javascript:alert(1)",
  "ftp://post.example/",
  "https://ada:secret@post.example/",
])("no archive is asked for %j", (address) => {
  expect(savePagesFor(address)).toEqual([]);
});

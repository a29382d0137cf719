import { expect, test } from "vitest";
import { currentness } from "./nav.client";
import { READING } from "./places";

test.each([
  ["/sources", "/sources", "page"],
  ["/sources/src-abcd", "/sources", "true"],
  ["/outlets", "/sources", "true"],
  ["/outlets/lindmouth-courier/edit", "/sources", "true"],
  ["/doubles", "/speakers", "true"],
  ["/sourcesque", "/sources", undefined],
])("on %s the place %s is marked, and no other", (path, href, is) => {
  const marked = READING.filter((place) => currentness(path, place) !== undefined);
  expect(marked.map((place) => place.href)).toEqual(is === undefined ? [] : [href]);
  expect(marked.map((place) => currentness(path, place))).toEqual(is === undefined ? [] : [is]);
});

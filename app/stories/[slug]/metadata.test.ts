import { expect, it } from "vitest";
import { storyMetadata } from "./metadata";

const story = { slug: "the-lock", title: "The lock", summary: "", withdrawnAt: null };

it("cuts a summary at a word, and says that it did", () => {
  const summary = `${"It is told that talks were held. ".repeat(5)}The ministry says that reports of them are false.`;
  const { description } = storyMetadata({ ...story, summary });
  expect(description).toMatch(/^It is told .* The ministry says that reports of…$/);
  expect(storyMetadata({ ...story, summary: "Short." }).description).toBe("Short.");
});

it("says first that it was withdrawn", () => {
  const { title, openGraph } = storyMetadata({ ...story, withdrawnAt: new Date(0) });
  expect([title, openGraph?.title]).toEqual(["Withdrawn: The lock", "Withdrawn: The lock"]);
});

import { describe, expect, it } from "vitest";
import { MOVES } from "@/lib/review";
import { deskHistory } from "./history-words";

const told = (action: string) =>
  deskHistory([
    {
      id: "1",
      at: new Date(0),
      action,
      actorName: "L. Brandt",
      actorRole: "editor",
      reason: null,
      before: null,
      after: null,
    },
  ])[0]?.what;

describe("the desk's history", () => {
  it.each(Object.keys(MOVES))("tells %s as something that was done", (move) => {
    expect(told(`review.${move}`)).toMatch(/(ed|withdrawn|Taken for review|for changes)\.$/);
  });

  it("tells an act that it has no word for by its own name", () => {
    expect(told("statement.something_new")).toBe("Something new.");
  });
});

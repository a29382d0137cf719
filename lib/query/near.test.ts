import fc from "fast-check";
import { expect, test } from "vitest";
import { searchWords } from "@/lib/text";
import { isNear, sparedOf } from "./near";

const near = (asked: string, wording: string) => isNear(searchWords(asked), searchWords(wording));

const ASKED = "the prospects of détente look very remote today";

test.each([
  ["as it is", "The prospects of detente look very remote today.", true],
  ["within more", "“I say the prospects of détente look very remote today, and you know it.”", true],
  ["a word another", "the prospects of peace look very remote today", true],
  ["a word left out", "prospects of détente look remote today", true],
  ["a word put in", "the prospects of a détente look very remote today", true],
  ["three changes", "the hopes of peace look very bleak today", true],
  ["four changes", "the hopes of peace look very bleak now", false],
  ["the same words elsewhere", "today remote very look détente of prospects the", false],
  ["a few of its words", "détente today", false],
  ["nothing", "", false],
])("%s", (_, wording, wanted) => expect(near(ASKED, wording)).toBe(wanted));

test("so many changes and no more, wherever they are", () => {
  const words = fc.uniqueArray(fc.stringMatching(/^[a-m]{3,6}$/), { minLength: 4, maxLength: 40 });
  fc.assert(
    fc.property(words, fc.array(fc.nat(), { maxLength: 12 }), (asked, places) => {
      const changed = new Set(places.map((place) => place % asked.length));
      const wording = asked.map((word, at) => (changed.has(at) ? `zz${at}` : word));
      const framed = ["before", ...wording, "behind"];
      // at an end, what is another may as well be left out beside a neighbour that is not asked for
      expect(isNear(asked, framed)).toBe(changed.size <= sparedOf(asked.length));
    }),
  );
});

import fc from "fast-check";
import { expect, it } from "vitest";
import data from "../languages/en/tagger-weights.json";
import type { Token } from "../text/tokens";
import { tokenize } from "../text/tokens";
import { makeTagger, normalise, shapeOf } from "./tagger";
import { FEATURE_KINDS, featuresAt } from "./tagger-features";

/** The tags as the lines of weights say, line by line and string by string. */
function naiveTags(tokens: readonly Token[]): string[] {
  const words = tokens.map(normalise);
  const shapes = tokens.map(shapeOf);
  const tags: string[] = [];
  words.forEach((word, at) => {
    const certain = Object.entries(data.known).find(([, list]) => list.split(" ").includes(word));
    if (certain !== undefined) {
      tags.push(certain[0]);
      return;
    }
    const scores = data.tags.map(() => 0);
    featuresAt(words, shapes, at, tags).forEach((value, kind) => {
      const lines = data.weights[FEATURE_KINDS[kind] ?? "word"].split("\n");
      const line = lines.find((one) => one.startsWith(`${value}\t`));
      for (const cell of line?.split("\t")[1]?.split(" ") ?? []) {
        const [tag = 0, weight = 0] = cell.split(":").map(Number);
        scores[tag] = (scores[tag] ?? 0) + weight;
      }
    });
    const fallback = data.tags.indexOf("NN");
    const best = scores.reduce((top, score, tag) => (score > (scores[top] ?? 0) ? tag : top), fallback);
    tags.push(data.tags[best] ?? "NN");
  });
  return tags;
}

it("adds up the rows of weights as their lines say", () => {
  const tag = makeTagger(data);
  const words = fc.constantFrom(
    ..."The officials warned on 12 May 2016 that U.S. talks could’ve stalled , Syed said ( re-elected ) — 3,000 unheardofs no . ?".split(
      " ",
    ),
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 12 }), (sentence) => {
      const tokens = tokenize(sentence.join(" "));
      expect(tag(tokens)).toEqual(naiveTags(tokens));
    }),
    { numRuns: 25 },
  );
});

import fc from "fast-check";
import { expect, it } from "vitest";
import data from "../languages/en/parser-weights.json";
import { makeParser, makeVocabulary } from "./parser";
import { FEATURE_COUNT } from "./parser-features";
import { ParserState } from "./parser-state";
import { LEFT, RIGHT, SHIFT } from "./transitions";

const weights = new Map(
  data.weights.split("\n").map((line) => {
    const [key = "", ...scores] = line.split(" ");
    return [Number.parseInt(key, 36) | 0, scores.map(Number)] as const;
  }),
);
const vocabulary = makeVocabulary(data);

/** The heads as the lines of weights say, every feature weighed anew before every move. */
function naiveHeads(words: readonly string[], tags: readonly string[]): number[] {
  const state = new ParserState(words.length, vocabulary.wordIds(words), vocabulary.tagIds(tags));
  const features = new Int32Array(FEATURE_COUNT);
  while (!state.isDone) {
    const keys = features.subarray(0, state.features(features));
    const sums = [SHIFT, RIGHT, LEFT].map((move) =>
      keys.reduce((sum, key) => sum + (key === 0 ? 0 : (weights.get(key)?.[move] ?? 0)), 0),
    );
    const [shift = 0, right = 0, left = 0] = sums;
    if (state.stack.length === 0) state.apply(SHIFT);
    else if (state.isAllowed(SHIFT) && shift >= left && (!state.isAllowed(RIGHT) || shift >= right))
      state.apply(SHIFT);
    else state.apply(state.isAllowed(RIGHT) && right > left ? RIGHT : LEFT);
  }
  return Array.from(state.heads.subarray(0, words.length), (head) => (head === words.length ? -1 : head));
}

it("weighs in groups what it would weigh at every move", () => {
  const { parse } = makeParser(data);
  const word = fc.constantFrom(
    ..."the/DT officials/NNS said/VBD that/IN talks/NNS ,/, of/IN Kabul/NNP had/VBD stalled/VBN on/IN <number>/CD he/PRP ./. unheardof/JJ".split(
      " ",
    ),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 25 }), (sentence) => {
      const words = sentence.map((one) => one.split("/")[0] ?? "");
      const tags = sentence.map((one) => one.split("/")[1] ?? "");
      expect([...parse(words, tags)]).toEqual(naiveHeads(words, tags));
    }),
  );
});

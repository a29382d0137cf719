import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FeatureLines } from "./feature-lines";
import type { FeatureSink } from "./feature-templates";
import { makeReader, makeTemplates } from "./feature-templates";
import { AnswerScorer, OptionScorer } from "./linear";
import { symbol, symbolOf } from "./symbols";

const templates = makeTemplates({
  bias: "bias",
  word: "word={}",
  pair: "word={} {}",
  named: "word={} s={}",
  triple: "stem={} comp={} place={}",
  many: "aux={*}",
  manyThenOne: "aux={*} {}",
  inside: "closed={} opens={*} left={}",
  by: "by {} {}",
});
const T = templates.at;

type Feature = readonly [template: number, parts: readonly string[]];

const word = fc.constantFrom("say", "that", "to", "", "np+that", "=", "s=NN", "’", "said", "x");
const words = fc.constantFrom("to", "will be", "", "to to", "have been being");
const feature: fc.Arbitrary<Feature> = fc.oneof(
  fc.constant<Feature>([T.bias, []]),
  word.map((a): Feature => [T.word, [a]]),
  fc.tuple(word, word).map((parts): Feature => [T.pair, parts]),
  fc.tuple(word, word).map((parts): Feature => [T.named, parts]),
  fc.tuple(word, word, word).map((parts): Feature => [T.triple, parts]),
  words.map((a): Feature => [T.many, [a]]),
  fc.tuple(words, word).map((parts): Feature => [T.manyThenOne, parts]),
  fc.tuple(word, words, word).map((parts): Feature => [T.inside, parts]),
  fc.tuple(word, word).map((parts): Feature => [T.by, parts]),
);
const options = fc.array(fc.array(feature, { maxLength: 12 }), { minLength: 1, maxLength: 4 });

function put(sink: FeatureSink, asked: readonly (readonly Feature[])[], number: (name: string) => number) {
  for (const option of asked) {
    sink.option();
    for (const [template, parts] of option) {
      const [a = 0, b = 0, c = 0] = parts.map(number);
      if (parts.length === 0) sink.none(template);
      else if (parts.length === 1) sink.one(template, a);
      else if (parts.length === 2) sink.two(template, a, b);
      else sink.three(template, a, b, c);
    }
  }
}

function linesOf(asked: readonly (readonly Feature[])[]): string[][] {
  const lines = new FeatureLines(templates.patterns);
  put(lines, asked, symbol);
  return lines.take();
}

const naiveSum = (weights: ReadonlyMap<string, number>, lines: readonly string[]) =>
  lines.reduce((sum, line) => sum + (weights.get(line) ?? 0), 0);

describe("scores by number", () => {
  it("are the sums of the weights of the readable lines", () => {
    fc.assert(
      fc.property(
        options,
        options,
        fc.array(fc.integer({ min: -300, max: 300 })),
        (known, asked, numbers) => {
          const weights = new Map<string, number>();
          linesOf(known)
            .flat()
            .forEach((line, at) => {
              weights.set(line, (numbers[at] ?? 7) / 100);
            });
          const data = [...weights]
            .map(([line, weight]) => `${line}\t${Math.round(weight * 100)}`)
            .join("\n");
          const scorer = new OptionScorer({ weights: data }, templates.patterns);
          put(scorer, asked, symbolOf);
          expect(scorer.take()).toEqual(linesOf(asked).map((lines) => naiveSum(weights, lines)));
        },
      ),
    );
  });

  it("are found however many templates read a line", () => {
    const lines = Array.from({ length: 300 }, (_, at) => `aux=to ${at}\t${at}`);
    const scorer = new OptionScorer({ weights: lines.join("\n") }, templates.patterns);
    for (let at = 0; at < 300; at += 1) {
      scorer.option();
      scorer.one(T.many, symbolOf(`to ${at}`));
      scorer.two(T.manyThenOne, symbolOf("to"), symbolOf(`${at}`));
      scorer.one(T.many, symbolOf("to"));
    }
    expect(scorer.take()).toEqual(Array.from({ length: 300 }, (_, at) => at / 100 + at / 100));
  });

  it("are kept apart for each answer", () => {
    const data = "after word=say\t5\nbefore word=say\t-7\nafter bias\t100\nelse bias\t3";
    const scorer = new AnswerScorer({ weights: data }, templates.patterns, ["after", "before", "around"]);
    scorer.option();
    scorer.none(T.bias);
    scorer.one(T.word, symbolOf("say"));
    scorer.one(T.word, symbolOf("a word that no weight knows"));
    expect(scorer.take()).toEqual([1.05, -0.07, 0]);
  });
});

describe("a line of weights", () => {
  it("is read by every template that writes it", () => {
    fc.assert(
      fc.property(feature, ([template, parts]) => {
        const [[line = ""] = []] = linesOf([[[template, parts]]]);
        const found: Feature[] = [];
        makeReader(templates.patterns)(line, (by, read) => found.push([by, read]));
        expect(found).toContainEqual([template, parts]);
      }),
    );
  });
});

/**
 * The kinds of feature, in the order `featuresAt` returns them. Greedy averaged perceptron after M. Collins,
 * "Discriminative training methods for hidden Markov models" (EMNLP 2002), with the features of A. Ratnaparkhi (1996).
 */
export const FEATURE_KINDS = [
  "word",
  "suffix3",
  "suffix2",
  "prefix1",
  "shape",
  "tagBefore",
  "tagsBefore",
  "wordBefore",
  "wordAfter",
  "suffixAfter",
  "suffixBefore",
  "wordTwoBefore",
  "wordTwoAfter",
  "tagBeforeWord",
] as const;

/** The value of every feature kind at position `at`, given the tags already chosen to its left. */
export function featuresAt(
  words: readonly string[],
  shapes: readonly string[],
  at: number,
  tags: readonly string[],
): string[] {
  const word = words[at] ?? "";
  const before = words[at - 1] ?? "<s>";
  const after = words[at + 1] ?? "</s>";
  const tagBefore = tags[at - 1] ?? "<s>";
  return [
    word,
    word.slice(-3),
    word.slice(-2),
    word.slice(0, 1),
    at === 0 ? `^${shapes[at]}` : (shapes[at] ?? ""),
    tagBefore,
    `${tagBefore} ${tags[at - 2] ?? "<s>"}`,
    before,
    after,
    after.slice(-3),
    before.slice(-3),
    words[at - 2] ?? "<s>",
    words[at + 2] ?? "</s>",
    `${tagBefore} ${word}`,
  ];
}

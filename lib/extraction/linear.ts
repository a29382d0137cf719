/** A linear model as text: one `feature<TAB>weight` a line, weights in hundredths. */
export interface LinearData {
  readonly weights: string;
}

/** Adds up the weights of the features that hold. */
export type Scorer = (features: readonly string[]) => number;

/** Reads a linear model; features it does not know count nothing. */
export function makeScorer(data: LinearData): Scorer {
  const weights = new Map<string, number>();
  for (const line of data.weights.split("\n")) {
    const tab = line.lastIndexOf("\t");
    if (tab > 0) weights.set(line.slice(0, tab), Number(line.slice(tab + 1)) / 100);
  }
  return (features) => {
    let sum = 0;
    for (const feature of features) sum += weights.get(feature) ?? 0;
    return sum;
  };
}

/** The share of certainty a score stands for, between 0 and 1. */
export function logistic(score: number): number {
  return 1 / (1 + Math.exp(-score));
}

/** The best of several scores and its share of the whole under a softmax; -1 when there is none. */
export function softBest(scores: readonly number[]): { at: number; share: number } {
  let at = -1;
  let highest = Number.NEGATIVE_INFINITY;
  scores.forEach((score, index) => {
    if (score > highest) {
      highest = score;
      at = index;
    }
  });
  let sum = 0;
  for (const score of scores) sum += Math.exp(score - highest);
  return { at, share: at < 0 ? 0 : 1 / sum };
}

/**
 * Fits the log-linear models of bench/extraction-train-frames.ts. A feature is kept when at least MINIMUM_COUNT places
 * carry it and its weight is not negligible.
 */

/** Options of which one is right, each as the lines of its features. */
export interface Choice {
  readonly options: readonly (readonly string[])[];
  readonly right: number;
}

const MINIMUM_COUNT = 8;
const PENALTY = 8e-3;
const EPOCHS = 8;

/** Fits a log-linear model of which option is right, by AdaGrad with a small penalty, and prints how often it is. */
export function learn(name: string, choices: readonly Choice[]): { weights: string } {
  const counts = new Map<string, number>();
  for (const { options } of choices)
    for (const option of options)
      for (const feature of option) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const index = new Map<string, number>();
  for (const [feature, n] of [...counts].sort((one, other) => (one[0] < other[0] ? -1 : 1))) {
    if (n >= MINIMUM_COUNT) index.set(feature, index.size);
  }
  const coded = choices.map(({ options, right }) => ({
    right,
    options: options.map((option) => Int32Array.from(option.flatMap((feature) => index.get(feature) ?? []))),
  }));
  const isHeldOut = (at: number) => at % 10 === 9;
  const vector = train(
    coded.filter((_, at) => !isHeldOut(at)),
    index.size,
  );
  const held = coded.filter((_, at) => isHeldOut(at));
  const good = held.filter((choice) => best(vector, choice.options) === choice.right).length;
  const first = held.filter((choice) => choice.right === 0).length;
  const full = train(coded, index.size);
  const lines: string[] = [];
  for (const [feature, at] of index) {
    const weight = Math.round(100 * (full[at] ?? 0));
    if (Math.abs(weight) >= 8) lines.push(`${feature}\t${weight}`);
  }
  console.log(
    `${name}: ${choices.length} choices, held out ${((100 * good) / held.length).toFixed(1)} % right (always the first: ` +
      `${((100 * first) / held.length).toFixed(1)} %), ${lines.length} of ${index.size} weights kept`,
  );
  return { weights: lines.join("\n") };
}

type Coded = { right: number; options: Int32Array[] };

function best(vector: Float64Array, options: readonly Int32Array[]): number {
  let at = 0;
  let highest = Number.NEGATIVE_INFINITY;
  options.forEach((option, index) => {
    const score = sum(vector, option);
    if (score > highest) {
      highest = score;
      at = index;
    }
  });
  return at;
}

function sum(vector: Float64Array, option: Int32Array): number {
  let total = 0;
  for (const at of option) total += vector[at] ?? 0;
  return total;
}

function train(choices: readonly Coded[], size: number): Float64Array {
  const vector = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-6);
  const order = choices.map((_, at) => at);
  let seed = 5;
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (let at = order.length - 1; at > 0; at -= 1) {
      seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
      const other = Math.floor((seed / 0x80000000) * (at + 1));
      [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
    }
    for (const at of order) {
      const choice = choices[at];
      if (choice === undefined || choice.options.length < 2) continue;
      const scores = choice.options.map((option) => sum(vector, option));
      const highest = Math.max(...scores);
      const shares = scores.map((score) => Math.exp(score - highest));
      const all = shares.reduce((total, share) => total + share, 0);
      choice.options.forEach((option, which) => {
        const gradient = (shares[which] ?? 0) / all - (which === choice.right ? 1 : 0);
        if (Math.abs(gradient) < 1e-4) return;
        for (const cell of option) {
          const slope = gradient + PENALTY * (vector[cell] ?? 0);
          squares[cell] = (squares[cell] ?? 0) + slope * slope;
          vector[cell] = (vector[cell] ?? 0) - (0.15 * slope) / Math.sqrt(squares[cell] ?? 1);
        }
      });
    }
  }
  return vector;
}

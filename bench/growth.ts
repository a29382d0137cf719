const ROUNDS = 5;
const RETRIES = 5;
const LINEAR_BELOW = 2.6;

/**
 * How many times dearer `work` gets when its input doubles: about 2 when cost follows size, 4 when it follows the square.
 * Another program on the machine can only make a run slower, so that the fastest of several runs is compared, and a
 * ratio that looks bad is measured again; the lowest is told.
 */
export async function growthOf<Input>(
  make: (size: number) => Input,
  work: (input: Input) => unknown,
  size: number,
): Promise<number> {
  const [once, twice] = [make(size), make(size * 2)];
  await work(make(size));
  let lowest = Number.POSITIVE_INFINITY;
  for (let retry = 0; retry < RETRIES && lowest > LINEAR_BELOW; retry++) {
    const spent = { once: Number.POSITIVE_INFINITY, twice: Number.POSITIVE_INFINITY };
    for (let round = 0; round < ROUNDS; round++) {
      spent.once = Math.min(spent.once, await timeOf(work, once));
      spent.twice = Math.min(spent.twice, await timeOf(work, twice));
    }
    lowest = Math.min(lowest, spent.twice / spent.once);
  }
  return lowest;
}

async function timeOf<Input>(work: (input: Input) => unknown, input: Input): Promise<number> {
  const from = performance.now();
  await work(input);
  return performance.now() - from;
}

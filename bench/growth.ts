const ROUNDS = 3;
const RETRIES = 8;
/** How much larger the larger of two inputs is. */
export const TIMES = 8;
/** More than this is no longer in proportion: the cost grows by about 8 where it follows the size, by 64 where its square. */
export const TOO_MUCH = 32;
// below this a machine's own pauses are measured
const TOO_LITTLE_MS = 2;

/**
 * How many times dearer `work` gets with eight times the input, in time of the processor that it takes itself: neither what
 * other programs take, nor what the system takes to find it memory, which comes in a step and not in proportion. A run can
 * only be made slower by what surrounds it, so the fastest of several is compared, and a ratio that looks bad is measured
 * again; the lowest is told.
 */
export async function growthOf<Input>(
  make: (size: number) => Input,
  work: (input: Input) => unknown,
  size: number,
): Promise<number> {
  const [small, large] = [make(size), make(size * TIMES)];
  await work(make(size));
  let lowest = Number.POSITIVE_INFINITY;
  for (let retry = 0; retry < RETRIES && lowest > TOO_MUCH; retry++) {
    const [one, eight] = [await timeOf(work, small), await timeOf(work, large)];
    lowest = Math.min(lowest, eight < TOO_LITTLE_MS ? TIMES : eight / one);
  }
  return lowest;
}

async function timeOf<Input>(work: (input: Input) => unknown, input: Input): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const from = process.cpuUsage();
    await work(input);
    const { user } = process.cpuUsage(from);
    least = Math.min(least, Math.max(user, 1) / 1000);
  }
  return least;
}

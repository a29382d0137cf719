const ROUNDS = 3;
const RETRIES = 8;
/** How much larger than `size` the larger of two inputs is; the smaller is half of it. */
export const TIMES = 8;
/**
 * More than this is no longer in proportion: the cost grows by about 16 where it follows the size, by 256 where its square. Between
 * them lies room for a step, from which on what is kept has to be moved: 32,000 elements of a style cost four times what they should.
 */
export const TOO_MUCH = 128;
// below this a machine's own pauses are measured
const TOO_LITTLE_MS = 2;

/**
 * How many times dearer `work` gets with sixteen times the input, in time of the processor that it takes itself: neither what
 * other programs take, nor what the system takes to find it memory, which comes in a step and not in proportion. A run can
 * only be made slower by what surrounds it, so the fastest of several is compared, and a ratio that looks bad is measured
 * again; the lowest is told.
 */
export async function growthOf<Input>(
  make: (size: number) => Input,
  work: (input: Input) => unknown,
  size: number,
): Promise<number> {
  const [small, large] = [make(Math.ceil(size / 2)), make(size * TIMES)];
  await work(make(size));
  let lowest = Number.POSITIVE_INFINITY;
  for (let retry = 0; retry < RETRIES && lowest > TOO_MUCH; retry++) {
    const [least, most] = [await timeOf(work, small), await timeOf(work, large)];
    lowest = Math.min(lowest, most < TOO_LITTLE_MS ? TIMES : most / least);
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

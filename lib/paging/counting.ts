/** How many rows match; counting stops at `COUNT_LIMIT`, and then `isCapped`. */
export interface Count {
  readonly count: number;
  readonly isCapped: boolean;
}

/** Where counting stops: past it a reader wants to know "more than". */
export const COUNT_LIMIT = 1000;

/** What a count that took one more than the limit says. */
export function countedTo(count: number): Count {
  return { count: Math.min(count, COUNT_LIMIT), isCapped: count > COUNT_LIMIT };
}

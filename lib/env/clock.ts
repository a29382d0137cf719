let fixed: Date | null = null;

/** The moment now, or the one that a test has set. */
export function now(): Date {
  return fixed ? new Date(fixed) : new Date();
}

/** Stops the clock at an instant, for tests; null lets it run again. */
export function setClock(instant: Date | null): void {
  fixed = instant;
}

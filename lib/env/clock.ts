let current: () => Date = () => new Date();

/** The present moment. Everything that needs the time asks here, so that a test can set it. */
export function now(): Date {
  return current();
}

/** Stops the clock at `moment`, or lets it run again when null. For tests. */
export function setClock(moment: Date | null): void {
  current = moment === null ? () => new Date() : () => new Date(moment);
}

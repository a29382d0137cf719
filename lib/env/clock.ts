let current: () => Date = () => new Date();

/** The present moment. Everything that needs the time asks here, so that a test can set it. */
export function now(): Date {
  return current();
}

/** Stops the clock at `moment`, has it run as `moment` says, or lets it run again when null. For tests. */
export function setClock(moment: Date | (() => Date) | null): void {
  if (moment === null) current = () => new Date();
  else current = typeof moment === "function" ? moment : () => new Date(moment);
}

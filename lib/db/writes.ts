const kept = globalThis as typeof globalThis & { verbatimWrites?: number };

/** How often this process wrote to the database. */
export const writesSoFar = () => kept.verbatimWrites ?? 0;

/** Notes that something was written, or that the connection which tells of the writes of others is another one. */
export function noteWritten(): void {
  kept.verbatimWrites = writesSoFar() + 1;
}

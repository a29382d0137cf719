/** Starts a PostgreSQL server to throw away on a free port of this machine. */
export function startPostgres(): Promise<{
  readonly url: string;
  readonly socketUrl: string;
  stop(): Promise<void>;
}>;

/** A port that nothing listens on now. */
export function freePort(): Promise<number>;

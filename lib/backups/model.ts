/** What a database or a backup of it holds, as a check counted it. */
export interface Contents {
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>;
  /** The migrations that made its shape, oldest first. */
  readonly migrations: readonly string[];
  /** The end of the record of changes as its head tells it, and as its last entry does. */
  readonly chain: { readonly seq: number; readonly hash: string } | null;
  readonly lastEntry: { readonly seq: number; readonly hash: string } | null;
}

/** What backups need of one engine. */
export interface Store {
  readonly suffix: string;
  /** Writes everything as it stands at one moment, while others write on. */
  write(to: string): Promise<void>;
  /** What a backup holds, after reading all of it. @throws {BackupFailed} when it is damaged */
  read(from: string): Promise<Contents>;
  /** Refuses while a site runs on the database, where no lock of the data folder tells of one. @throws {BackupFailed} */
  refuseBesideSite(): Promise<void>;
  /** What the database holds, after reading all of it; null when there is none, or an empty one. @throws {BackupFailed} */
  check(): Promise<Contents | null>;
  /** Puts a backup in the place of the database, which is kept as `aside`; what is returned puts that one back. */
  replace(from: string, aside: string): Promise<() => Promise<void>>;
}

/** A backup that cannot be made, read or put back; `message` says why, and what stands unharmed. */
export class BackupFailed extends Error {
  override readonly name = "BackupFailed";
}

/** `20251028T101500Z`: a moment as part of a file's name, in the order of time. */
export function stampOf(moment: Date): string {
  return moment.toISOString().replace(/[-:]|\.\d+/g, "");
}

const MB = 1024 * 1024;

/** How much is taken: of one file, in one sending, in a batch, and of a person at once. */
export const MOST = {
  fileBytes: 10 * MB,
  /** The bodies that the server reads are of 12 MB (scripts/front): a little is left for what is typed. */
  sendingBytes: 11 * MB,
  /** Each is a part of the body and a row of one transaction. */
  sendingFiles: 500,
  files: 2000,
  bytes: 500 * MB,
  batchesUnderWay: 5,
} as const;

/** What came of a file, or that it waits to be read. */
export type FileState = "queued" | "opened" | "stored" | "waiting" | "known" | "refused" | "cancelled";

/** The states by which a report is looked through, in the order of what asks for somebody first. */
export const REPORTED = ["refused", "waiting", "stored", "known", "cancelled", "opened", "queued"] as const;

export const isZip = (name: string): boolean => /\.zip$/iu.test(name);

/** Whether what was chosen is brought as a batch: several files, or one that holds several. */
export const isMany = (names: readonly string[]): boolean => names.length > 1 || names.some(isZip);

/** The files of a choice in portions that one sending takes, in their order; none of them is larger than a file may be. */
export function portionsOf<T extends { readonly size: number }>(
  files: readonly T[],
): readonly (readonly T[])[] {
  const portions: T[][] = [];
  let [bytes, count] = [0, 0];
  for (const file of files) {
    if (portions.length === 0 || bytes + file.size > MOST.sendingBytes || count === MOST.sendingFiles) {
      portions.push([]);
      [bytes, count] = [0, 0];
    }
    portions.at(-1)?.push(file);
    bytes += file.size;
    count += 1;
  }
  return portions;
}

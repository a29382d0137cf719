export function isFragile(compiled: Uint8Array & { includes(text: string): boolean }): boolean;
export function withoutNotes(header: string): string;
/** @throws {PlainFailure} */
export function ensureSqliteModule(): Promise<void>;
export function headersOf(
  execPath: string,
  env: Readonly<Record<string, string | undefined>>,
): string | undefined;

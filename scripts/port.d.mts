/** The port to serve on. @throws {PlainFailure} when it is no port, or taken. */
export function checkPort(given?: string): Promise<number>;
/** Where to listen, by what HOST says. */
export function addressesOf(host: string | undefined): string[];

/** The port to serve on. @throws {PlainFailure} when it is no port, or taken. */
export function checkPort(given?: string): Promise<number>;
/** Where to listen, by what HOST says. */
export function addressesOf(host: string | undefined): string[];
/** Where the site reaches itself: at the one address that HOST names, or by the name of this machine. */
export function ownAddress(host: string | undefined, port: number): string;

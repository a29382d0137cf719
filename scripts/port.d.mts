/** The port to serve on. @throws {PlainFailure} when it is no port, or taken. */
export function checkPort(given?: string): Promise<number>;

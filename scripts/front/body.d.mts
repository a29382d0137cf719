import type { IncomingHttpHeaders, IncomingMessage } from "node:http";

/** The whole body of a request, at most `most` bytes. @throws {Turned} 413 */
export function readBody(request: IncomingMessage, most: number): Promise<Buffer>;
/** Stops a body that no form of ours sends. @throws {Turned} */
export function checkBody(body: Buffer, headers: IncomingHttpHeaders, mostFields: number): void;

import type { IncomingHttpHeaders, IncomingMessage } from "node:http";

/** The whole body of a request, at most `most` bytes. @throws {Turned} 413 */
export function readBody(request: IncomingMessage, most: number): Promise<Buffer>;
/** Stops a form that the parser of the site does not read. @throws {Turned} 400 */
export function parseBody(body: Buffer, headers: IncomingHttpHeaders): Promise<void>;
/** Stops a body that no form of ours sends. @throws {Turned} */
export function checkBody(body: Buffer, headers: IncomingHttpHeaders, mostFields: number): void;

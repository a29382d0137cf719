import type { IncomingHttpHeaders, IncomingMessage } from "node:http";

/** How many bytes of bodies are held at once, of everybody and of one asker. */
export const MOST_HELD: { readonly ofAll: number; readonly ofOne: number };

interface Room {
  take(bytes: number): void;
  free(): void;
}

/** What arrived and is not answered yet. */
export class Held {
  /** Room for one body of an asker. */
  room(asker: string): Room;
}

/** The whole body of a request, at most `most` bytes, for which `room` has room. @throws {Turned} 413, 429 or 503 */
export function readBody(request: IncomingMessage, most: number, room?: Room): Promise<Buffer>;
/** Stops a form that the parser of the site does not read. @throws {Turned} 400 */
export function parseBody(body: Buffer, headers: IncomingHttpHeaders): Promise<void>;
/** Whether a body of these headers may turn out to be a form of a page. */
export function mayBeFormOfPage(headers: IncomingHttpHeaders): boolean;
/** Whether a body carries, at its beginning, the key that every form of a page does. */
export function isFormOfPage(body: Buffer, headers: IncomingHttpHeaders): boolean;
/** Stops a body that no form of ours sends, or that is more than is taken. @throws {Turned} */
export function checkBody(
  body: Buffer,
  headers: IncomingHttpHeaders,
  most: { readonly bytes: number; readonly fields: number; readonly isOfPrograms?: boolean },
): void;

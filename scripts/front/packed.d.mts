import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";

export function packStatic(folder: string): void;

export function packedAnswers(
  folder: string,
  headers: OutgoingHttpHeaders,
): (request: IncomingMessage, response: ServerResponse) => boolean;

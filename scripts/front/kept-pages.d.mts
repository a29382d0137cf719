import type { IncomingMessage, ServerResponse } from "node:http";

export function nameOf(request: Pick<IncomingMessage, "method" | "url" | "headers">): string | null;

export class KeptPages {
  constructor(
    stateOf: () => Promise<string | null>,
    options?: { readonly nowMs?: () => number; readonly most?: number },
  );
  answer(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
}

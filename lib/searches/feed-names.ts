import { createHmac, timingSafeEqual } from "node:crypto";
import { sessionSecret } from "@/lib/env/server";

/** The name of the file that a saved search is followed by, without its ending. Nobody who was not told it can make it. */
export function feedNameOf({ id, salt }: { readonly id: string; readonly salt: string }): string {
  return `saved-${id}-${proofOf(id, salt)}`;
}

/** Of which saved search a feed is, and what proves that its reader was told of it; null of any other file. */
export function readFeedName(name: string): { readonly id: string; readonly proof: string } | null {
  const [, id, proof] = /^saved-([0-9a-f-]{36})-([\w-]{43})$/u.exec(name) ?? [];
  return id && proof ? { id, proof } : null;
}

/** Whether a proof is that of this search now. */
export function isProof(
  proof: string,
  { id, salt }: { readonly id: string; readonly salt: string },
): boolean {
  return timingSafeEqual(Buffer.from(proof), Buffer.from(proofOf(id, salt)));
}

// derived, so that no copy of the database, no backup and no archive holds it
function proofOf(id: string, salt: string): string {
  return createHmac("sha256", sessionSecret()).update(`saved search ${id} ${salt}`).digest("base64url");
}

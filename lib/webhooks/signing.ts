import { createHash, createHmac } from "node:crypto";
import { sessionSecret } from "@/lib/env/server";

/**
 * The secret of an address: derived from the secret of this site and a salt, so that no copy of the database, no backup and
 * no archive holds it.
 */
export function secretOf(salt: string): string {
  return `vbs_${createHmac("sha256", sessionSecret()).update(`webhook ${salt}`).digest("base64url")}`;
}

/** Which secret an address has, so that a page can tell whether it is still the one of its day; it tells nothing of it. */
export function markOf(salt: string): string {
  return createHash("sha256").update(salt).digest("hex").slice(0, 16);
}

/** The header that proves who sent a body, and when: the moment is signed with it, so that no old message passes for new. */
export function signatureOf(secret: string, body: string, at: Date): string {
  const second = Math.floor(at.getTime() / 1000);
  return `t=${second},v1=${createHmac("sha256", secret).update(`${second}.${body}`).digest("hex")}`;
}

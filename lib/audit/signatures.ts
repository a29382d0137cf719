import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { auditKeys } from "@/lib/env/server";

/** Signs with the newest key and checks with all; none of them is in the database. */
export interface Signer {
  readonly keyId: string;
  sign(text: string): string;
  /** `unknown` when the key that signed is not at hand. */
  check(text: string, signature: { keyId: string | null; mac: string | null }): "good" | "bad" | "unknown";
}

/** The signer of this installation. The key is made on first use when AUDIT_KEY names none. */
export function signer(): Signer {
  const keys = auditKeys();
  const [newest = ""] = keys;
  const byId = new Map(keys.map((key) => [idOf(key), key]));
  return {
    keyId: idOf(newest),
    sign: (text) => macOf(newest, text),
    check(text, { keyId, mac }) {
      const key = byId.get(keyId ?? "");
      if (key === undefined) return "unknown";
      const [given, right] = [Buffer.from(mac ?? ""), Buffer.from(macOf(key, text))];
      return given.length === right.length && timingSafeEqual(given, right) ? "good" : "bad";
    },
  };
}

// names a key without telling anything of it
function idOf(key: string): string {
  return createHash("sha256").update(`verbatim audit key\n${key}`).digest("hex").slice(0, 8);
}

function macOf(key: string, text: string): string {
  return createHmac("sha256", key).update(text).digest("base64url");
}

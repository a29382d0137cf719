import { createHash, randomBytes } from "node:crypto";

/** What a key may be used for. Each goes as far as its person's role, and no further. */
export const SCOPES = ["read", "capture", "import"] as const;
export type Scope = (typeof SCOPES)[number];

/** How a scope is told to whoever makes a key. */
export const SCOPE_WORDS: Readonly<Record<Scope, string>> = {
  read: "Read all that you may read yourself",
  capture: "Capture statements in sources that are recorded",
  import: "Propose articles: they wait among your imports until you store them",
};

export const LIFETIMES_DAYS = [30, 90, 365] as const;
/** How many keys of one person work at one time. */
export const MOST_KEYS = 20;

/** A new key: what its person keeps, and what is kept here of it. The sign in front lets scanners of leaked secrets find it. */
export function newKey(): { key: string; prefix: string; keyHash: string } {
  const key = `vbk_${randomBytes(30).toString("base64url")}`;
  return { key, prefix: key.slice(0, PREFIX_LENGTH), keyHash: hashKey(key) };
}

const PREFIX_LENGTH = 10;

/** A key has 240 random bits, so a plain hash keeps it: nothing is to be guessed, and each request hashes it once. */
export function hashKey(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}

/** The key of a request's Authorization header; "" where one is meant and none is there, null where none is meant. */
export function keyOf(headers: Headers): string | null {
  const sent = headers.get("authorization");
  if (sent === null) return null;
  return /^bearer\s+(vbk_[\w-]{20,80})$/iu.exec(sent.trim())?.[1] ?? "";
}

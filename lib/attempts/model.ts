import { createHash } from "node:crypto";

/**
 * How many failed attempts a span holds. `pair` is one account from one address: above a bad morning's typing, and the
 * limit that a single guesser meets. `address` is any account from one address: few guesses at each of many, while a
 * whole newsroom may sit behind one. `account` is one account from everywhere, which only many addresses together can
 * use up. `device` is a browser that has signed in to the account before: it meets no other limit, so that nobody is
 * locked out by somebody else's failures. `self` is the password asked of who is signed in.
 */
export const ALLOWED = { pair: 10, address: 50, account: 100, device: 10, self: 10 } as const;

export type AttemptKind = keyof typeof ALLOWED;
export type AttemptKey = `${AttemptKind}:${string}`;

export function kindOf(key: AttemptKey): AttemptKind {
  return key.slice(0, key.indexOf(":")) as AttemptKind;
}

/** The key of one account, which does not tell whose it is. */
export function accountKey(email: string, kind: "account" | "self" = "account"): AttemptKey {
  return `${kind}:${digest(email.trim().toLowerCase())}`;
}

/** The key of one account tried from where a request came from. */
export function pairKey(email: string, headers: Headers): AttemptKey {
  return `pair:${digest(`${email.trim().toLowerCase()}\n${networkOf(headers)}`)}`;
}

/** The key of where a request came from. */
export function addressKey(headers: Headers): AttemptKey {
  return `address:${networkOf(headers)}`;
}

/** The key of a browser that is known to an account. */
export function deviceKey(device: string): AttemptKey {
  return `device:${digest(device)}`;
}

/**
 * The network that a request came from. scripts/serve.mjs has settled the header: it holds one address, the client's,
 * whatever was claimed. Whoever has one IPv6 address has the other 2^64 of its network as well.
 */
function networkOf(headers: Headers): string {
  const address = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || "unknown";
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail ? tail.split(":") : [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array<string>(zeros).fill("0"), ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}

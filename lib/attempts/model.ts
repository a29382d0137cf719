import { createHash } from "node:crypto";

/**
 * How many failed attempts a span holds. `pair` is one account from one address: above a bad morning's typing, and the
 * limit that a single guesser meets. `address` is any account from one address: few guesses at each of many, while a
 * whole newsroom may sit behind one. `account` is one account from everywhere, which only many addresses together can
 * use up. `newcomer` is one account from one wide network, and counts once `account` is used up: the right password is let
 * in from wherever nobody guessed, however many guess elsewhere. `device` is a browser that has signed in to the account
 * before: it meets no other limit, so that nobody is locked out by somebody else's failures. `self` is the password asked
 * of who is signed in.
 */
export const ALLOWED = { pair: 10, address: 50, account: 100, newcomer: 5, device: 10, self: 10 } as const;

const QUARTER_MS = 15 * 60 * 1000;

/**
 * Attempts begin to count anew this long after the first of them. A newcomer's do so after a day: many networks together
 * may not have a few guesses more of each at every quarter of an hour.
 */
export const SPAN_MS: Readonly<Record<AttemptKind, number>> = {
  ...{ pair: QUARTER_MS, address: QUARTER_MS, account: QUARTER_MS, newcomer: 24 * 60 * 60 * 1000 },
  ...{ device: QUARTER_MS, self: QUARTER_MS },
};

export type AttemptKind = keyof typeof ALLOWED;
export type AttemptKey = `${AttemptKind}:${string}`;
/** A limit, or one with another that counts in its place once it is used up. */
export type AttemptLimit = AttemptKey | { readonly first: AttemptKey; readonly beyond: AttemptKey };

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

/** The key of one account tried from a wide network: whoever has one address of it often has many of its neighbours. */
export function newcomerKey(email: string, headers: Headers): AttemptKey {
  const network = networkOf(headers);
  const wide = network.includes(":") ? network.split(":").slice(0, 3) : network.split(".").slice(0, 3);
  return `newcomer:${digest(`${email.trim().toLowerCase()}\n${wide.join(" ")}`)}`;
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

import { createHash } from "node:crypto";
import { transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { Refused } from "@/lib/errors";

/** What is guessed at: passwords of one account, or of any account from one address. */
export type AttemptKey = `account:${string}` | `address:${string}`;

/** Attempts begin to count anew this long after the first of them. */
export const SPAN_MS = 15 * 60 * 1000;

/**
 * How many attempts a span holds. An account's is far below what guessing a password of twelve characters needs and
 * above a bad morning's typing; a whole newsroom may sit behind one address.
 */
export const ALLOWED = { account: 10, address: 100 } as const;

/**
 * Counts one attempt before it is known whether it succeeds, so that attempts made at once cannot slip through.
 * @throws {Refused} `attempts.too_many`, which says how long to wait
 */
export async function countAttempt(key: AttemptKey): Promise<void> {
  const waitMs = await takeOne(key);
  if (waitMs === 0) return;
  const minutes = Math.ceil(waitMs / 60_000);
  const message = `Too many attempts. Try again in ${minutes === 1 ? "a minute" : `${minutes} minutes`}.`;
  throw new Refused([{ rule: "attempts.too_many", message }]);
}

/** Takes back one attempt that turned out to be rightful. */
export async function forgiveAttempt(key: AttemptKey): Promise<void> {
  await transact((tx) =>
    tx.rateLimit.updateMany({ where: { key, count: { gt: 0 } }, data: { count: { decrement: 1 } } }),
  );
}

/** Forgets every attempt at something. */
export async function forgetAttempts(key: AttemptKey): Promise<void> {
  await transact((tx) => tx.rateLimit.deleteMany({ where: { key } }));
}

/** The key of one account, which does not tell whose it is. */
export function accountKey(email: string): AttemptKey {
  return `account:${createHash("sha256").update(email.trim().toLowerCase()).digest("base64url")}`;
}

/** The key of the address that a request came from: the one that the nearest proxy saw, whatever the client claims. */
export function addressKey(headers: Headers): AttemptKey {
  const seen = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  return `address:${seen || "unknown"}`;
}

/** How many milliseconds to wait, or 0 when it may go ahead. */
async function takeOne(key: AttemptKey): Promise<number> {
  const at = now().getTime();
  const allowed = key.startsWith("account:") ? ALLOWED.account : ALLOWED.address;
  return transact(async (tx) => {
    const kept = await tx.rateLimit.findUnique({ where: { key } });
    // `lastRequest` is the library's name for the column; here it holds the first attempt of the span
    const endsAt = kept === null ? at : Number(kept.lastRequest) + SPAN_MS;
    if (endsAt <= at) {
      await tx.rateLimit.deleteMany({ where: { OR: [{ key }, { lastRequest: { lte: at - SPAN_MS } }] } });
      await tx.rateLimit.create({ data: { key, count: 1, lastRequest: at } });
      return 0;
    }
    if ((kept?.count ?? 0) >= allowed) return endsAt - at;
    await tx.rateLimit.update({ where: { key }, data: { count: { increment: 1 } } });
    return 0;
  });
}

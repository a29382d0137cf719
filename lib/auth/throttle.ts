import { createHash } from "node:crypto";
import { transact } from "@/lib/db/server";
import { now } from "@/lib/env";

/** So many attempts in a span of time that begins with the first. */
interface Allowance {
  readonly attempts: number;
  readonly spanMs: number;
}

const SPAN_MS = 15 * 60 * 1000;

/** Guesses at one account. It stays far below what a 12 character password needs, and above a bad morning's typing. */
export const PER_ACCOUNT: Allowance = { attempts: 10, spanMs: SPAN_MS };
/** Guesses from one address at any account: a whole newsroom may sit behind one. */
export const PER_ADDRESS: Allowance = { attempts: 100, spanMs: SPAN_MS };

/**
 * Counts one attempt, before it is known whether it succeeds, so that attempts made at once cannot slip through.
 * Returns how many seconds to wait, or 0 when it may go ahead.
 */
export async function countAttempt(key: string, allowance: Allowance): Promise<number> {
  const at = now().getTime();
  return transact(async (tx) => {
    const kept = await tx.rateLimit.findUnique({ where: { key } });
    const since = kept === null ? Number.NEGATIVE_INFINITY : Number(kept.lastRequest);
    if (kept === null || at - since >= allowance.spanMs) {
      await tx.rateLimit.deleteMany({ where: { lastRequest: { lte: at - SPAN_MS } } });
      await tx.rateLimit.create({ data: { key, count: 1, lastRequest: at } });
      return 0;
    }
    if (kept.count >= allowance.attempts)
      return Math.max(1, Math.ceil((since + allowance.spanMs - at) / 1000));
    await tx.rateLimit.update({ where: { key }, data: { count: { increment: 1 } } });
    return 0;
  });
}

/** Takes back an attempt that turned out to be rightful. */
export async function forgiveAttempt(key: string): Promise<void> {
  await transact((tx) =>
    tx.rateLimit.updateMany({ where: { key, count: { gt: 0 } }, data: { count: { decrement: 1 } } }),
  );
}

/** Forgets every attempt under a key. */
export async function forgetAttempts(key: string): Promise<void> {
  await transact((tx) => tx.rateLimit.deleteMany({ where: { key } }));
}

/** The key for one account, which does not tell who it is. */
export function accountKey(email: string): string {
  return `sign-in:account:${createHash("sha256").update(email.trim().toLowerCase()).digest("base64url")}`;
}

/** The key for the address that a request came from: the one that the nearest proxy saw. */
export function addressKey(headers: Headers): string {
  const seen = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  return `sign-in:address:${seen || "unknown"}`;
}

import { transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { Refused } from "@/lib/errors";
import { ALLOWED, type AttemptKey, kindOf } from "./model";

/** Attempts begin to count anew this long after the first of them. */
export const SPAN_MS = 15 * 60 * 1000;

/**
 * Counts one attempt at each of `keys`, before it is known whether it succeeds, so that attempts made at once cannot slip
 * through. When one of them is used up, none is counted.
 * @throws {Refused} `attempts.too_many`, which says how long to wait
 */
export async function countAttempt(...keys: readonly AttemptKey[]): Promise<void> {
  const waitMs = await takeOne(keys);
  if (waitMs === 0) return;
  const minutes = Math.ceil(waitMs / 60_000);
  const message = `Too many attempts. Try again in ${minutes === 1 ? "a minute" : `${minutes} minutes`}.`;
  throw new Refused([{ rule: "attempts.too_many", message }]);
}

/** Takes back one attempt that turned out to be rightful. */
export async function forgiveAttempt(...keys: readonly AttemptKey[]): Promise<void> {
  await transact((tx) =>
    tx.rateLimit.updateMany({
      where: { key: { in: [...keys] }, count: { gt: 0 } },
      data: { count: { decrement: 1 } },
    }),
  );
}

/** Forgets every attempt at something. */
export async function forgetAttempts(...keys: readonly AttemptKey[]): Promise<void> {
  await transact((tx) => tx.rateLimit.deleteMany({ where: { key: { in: [...keys] } } }));
}

/** How many milliseconds to wait, or 0 when it may go ahead. */
async function takeOne(keys: readonly AttemptKey[]): Promise<number> {
  const at = now().getTime();
  return transact(async (tx) => {
    const found = await tx.rateLimit.findMany({ where: { key: { in: [...keys] } }, orderBy: { key: "asc" } });
    // `lastRequest` is the library's name for the column; here it holds the first attempt of the span
    const running = new Map(
      found
        .map(
          ({ key, count, lastRequest }) => [key, { count, endsAt: Number(lastRequest) + SPAN_MS }] as const,
        )
        // one that begins long after now was counted before the clock was set back: it would lock out for as long
        .filter(([, { endsAt }]) => endsAt > at && endsAt <= at + 2 * SPAN_MS),
    );
    const waits = keys.map((key) => {
      const kept = running.get(key);
      return kept !== undefined && kept.count >= ALLOWED[kindOf(key)] ? kept.endsAt - at : 0;
    });
    const waitMs = Math.max(0, ...waits);
    if (waitMs > 0) return waitMs;
    const fresh = keys.filter((key) => !running.has(key));
    if (fresh.length > 0) {
      await tx.rateLimit.deleteMany({
        where: {
          OR: [
            { key: { in: fresh } },
            { lastRequest: { lte: at - SPAN_MS } },
            { lastRequest: { gt: at + SPAN_MS } },
          ],
        },
      });
      await tx.rateLimit.createMany({ data: fresh.map((key) => ({ key, count: 1, lastRequest: at })) });
    }
    await tx.rateLimit.updateMany({
      where: { key: { in: keys.filter((key) => running.has(key)) } },
      data: { count: { increment: 1 } },
    });
    return 0;
  });
}

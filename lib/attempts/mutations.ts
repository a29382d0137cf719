import { transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { Refused } from "@/lib/errors";
import { ALLOWED, type AttemptKey, type AttemptKind, type AttemptLimit, kindOf, SPAN_MS } from "./model";

/**
 * Counts one attempt at each of `limits`, before it is known whether it succeeds, so that attempts made at once cannot slip
 * through, and returns the keys it was counted at. When one of them is used up, none is counted.
 * @throws {Refused} `attempts.too_many`, which says how long to wait
 */
export async function countAttempt(...limits: readonly AttemptLimit[]): Promise<readonly AttemptKey[]> {
  const { keys, waitMs } = await takeOne(limits);
  if (waitMs === 0) return keys;
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

/** The keys that count, and how many milliseconds to wait: 0 when it may go ahead. */
async function takeOne(limits: readonly AttemptLimit[]): Promise<{ keys: AttemptKey[]; waitMs: number }> {
  const at = now().getTime();
  return transact(async (tx) => {
    const asked = limits.flatMap((limit) =>
      typeof limit === "string" ? [limit] : [limit.first, limit.beyond],
    );
    const found = await tx.rateLimit.findMany({ where: { key: { in: asked } }, orderBy: { key: "asc" } });
    // `lastRequest` is the library's name for the column; here it holds the first attempt of the span
    const running = new Map(
      found
        .map(({ key, count, lastRequest }) => {
          const spanMs = SPAN_MS[kindOf(key as AttemptKey)];
          return [key, { count, spanMs, endsAt: Number(lastRequest) + spanMs }] as const;
        })
        // one that begins long after now was counted before the clock was set back: it would lock out for as long
        .filter(([, { endsAt, spanMs }]) => endsAt > at && endsAt <= at + 2 * spanMs),
    );
    const waitFor = (key: AttemptKey) => {
      const kept = running.get(key);
      return kept !== undefined && kept.count >= ALLOWED[kindOf(key)] ? kept.endsAt - at : 0;
    };
    const keys: AttemptKey[] = [];
    let waitMs = 0;
    for (const limit of limits) {
      const [first, beyond] = typeof limit === "string" ? [limit, limit] : [limit.first, limit.beyond];
      const key = waitFor(first) === 0 ? first : beyond;
      keys.push(key);
      // the one in its place is asked only while the first is used up
      waitMs = Math.max(waitMs, Math.min(waitFor(first), waitFor(key)));
    }
    if (waitMs > 0) return { keys, waitMs };
    const fresh = keys.filter((key) => !running.has(key));
    if (fresh.length > 0) {
      await tx.rateLimit.deleteMany({ where: { OR: [{ key: { in: fresh } }, ...ended(at)] } });
      await tx.rateLimit.createMany({ data: fresh.map((key) => ({ key, count: 1, lastRequest: at })) });
    }
    await tx.rateLimit.updateMany({
      where: { key: { in: keys.filter((key) => running.has(key)) } },
      data: { count: { increment: 1 } },
    });
    return { keys, waitMs: 0 };
  });
}

/** The counts whose span is over, or begins long after now. */
function ended(at: number) {
  return (Object.entries(SPAN_MS) as [AttemptKind, number][]).map(([kind, spanMs]) => ({
    key: { startsWith: `${kind}:` },
    OR: [{ lastRequest: { lte: at - spanMs } }, { lastRequest: { gt: at + spanMs } }],
  }));
}

const MINUTE_MS = 60_000;
const counted = new Map<string, { from: number; asked: number }>();

/**
 * Counts a request of a key and says how many seconds to wait, or 0. Counted in this process alone: what it holds off is a
 * loop that ran wild, and a write for each read would cost more than it saves.
 */
export function waitForTurn(keyId: string, { perMinute, at }: { perMinute: number; at: number }): number {
  const running = counted.get(keyId);
  // a clock that was set back begins anew
  if (!running || at - running.from >= MINUTE_MS || at < running.from) {
    if (counted.size > MOST_KEYS) counted.clear();
    counted.set(keyId, { from: at, asked: 1 });
    return 0;
  }
  running.asked++;
  return running.asked > perMinute ? Math.ceil((running.from + MINUTE_MS - at) / 1000) : 0;
}

const MOST_KEYS = 10_000;

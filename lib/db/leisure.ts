import { AsyncLocalStorage } from "node:async_hooks";
import { Mutex } from "./mutex";

const leisurely = new AsyncLocalStorage<true>();
const turn = new Mutex();
const MOST_PAUSE_MS = 250;

let asked = 0;

/** Notes that something is asked of the database that somebody waits for. */
export function noteAsked(): void {
  if (!leisurely.getStore()) asked++;
}

/**
 * Does a piece of work that is long as a whole, such as a page of an export: one piece at a time for the whole site, and
 * after it a pause of its own length when anybody else asked for something meanwhile. One thread makes all pages and goes
 * from one to the next at every query; ten exports at once would take ten of its eleven turns.
 */
export async function atLeisure<T>(work: () => Promise<T>): Promise<T> {
  const release = await turn.acquire();
  const [began, askedBefore] = [performance.now(), asked];
  try {
    return await leisurely.run(true, work);
  } finally {
    const pauseMs = asked === askedBefore ? 0 : Math.min(MOST_PAUSE_MS, performance.now() - began);
    // nobody who took a piece waits for the pause, only the next piece does
    if (pauseMs === 0) release();
    else setTimeout(release, pauseMs);
  }
}

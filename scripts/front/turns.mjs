// Who asks for much at once waits behind themselves, and nobody else behind them: pages are made one after another by one
// thread, in the order in which they were asked for, so that fifty searches of one visitor would all go before one page of
// another.
import { Turned } from "./request.mjs";

/**
 * How many requests of one address are worked on at once, and how many may wait for that. One thread does the work, and two
 * requests keep it busy. Each more would only be one more for which everybody else's page waits at each of its queries.
 */
export const AT_ONCE = { reading: 2, writing: 2, waiting: 300 };

const TOO_MANY =
  "So much was asked from your address at once that this was left out. Wait a moment and try again.";

/** The turns of all addresses. Reading never waits for writing: an action asks the site itself for the page it leads to. */
export class Turns {
  #queues = new Map();

  /** Waits until fewer than the most are under way; what is returned ends the turn. @throws {Turned} 429 */
  async take(address, isWriting) {
    const key = `${isWriting ? "w" : "r"} ${address}`;
    const most = isWriting ? AT_ONCE.writing : AT_ONCE.reading;
    const queue = this.#queues.get(key) ?? { underWay: 0, waiting: [] };
    this.#queues.set(key, queue);
    if (queue.underWay < most) queue.underWay++;
    else {
      if (queue.waiting.length >= AT_ONCE.waiting) throw new Turned(429, TOO_MANY);
      // whoever ends hands the turn on
      await new Promise((resolve) => queue.waiting.push(resolve));
    }
    let hasEnded = false;
    return () => {
      if (hasEnded) return;
      hasEnded = true;
      const next = queue.waiting.shift();
      if (next) return next();
      queue.underWay--;
      if (queue.underWay === 0) this.#queues.delete(key);
    };
  }
}

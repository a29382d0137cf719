import { AsyncLocalStorage } from "node:async_hooks";
import { availableParallelism } from "node:os";
import { hashPassword as hash, verifyPassword as verify } from "better-auth/crypto";
import { Refused } from "@/lib/errors";

/**
 * How many passwords are hashed at once. Each takes a core for a twentieth of a second, by design; on all of them at once
 * nothing is left for the pages of everybody else, nor of the few threads that read files.
 */
const AT_ONCE = Math.max(1, availableParallelism() - 1);
/** And how many of strangers may wait for that: some five seconds of work. */
export const MOST_WAITING = 100;

const ahead = new AsyncLocalStorage<true>();
const waiting = { known: [] as (() => void)[], strangers: [] as (() => void)[] };
let underWay = 0;

/** Does what hashes a password before all strangers: for a browser that has signed in before, or whoever is signed in. */
export function aheadOfStrangers<T>(work: () => Promise<T>): Promise<T> {
  return ahead.run(true, work);
}

/** The hash of a password, in its turn. @throws {Refused} `attempts.too_many` when too many strangers wait */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password));
}

/** Whether a password is the one that was hashed, in its turn. @throws {Refused} `attempts.too_many`, as `hashPassword` */
export function verifyPassword(given: { hash: string; password: string }): Promise<boolean> {
  return inTurn(() => verify(given));
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  await turn();
  try {
    return await work();
  } finally {
    const next = waiting.known.shift() ?? waiting.strangers.shift();
    // the place goes on to whoever waits
    if (next) next();
    else underWay--;
  }
}

async function turn(): Promise<void> {
  if (underWay < AT_ONCE) {
    underWay++;
    return;
  }
  const lane = ahead.getStore() ? waiting.known : waiting.strangers;
  if (lane === waiting.strangers && lane.length >= MOST_WAITING) throw tooMany();
  await new Promise<void>((resolve) => lane.push(resolve));
}

function tooMany(): Refused {
  const message = "Too many people sign in at this moment. Try again in a few seconds.";
  return new Refused([{ rule: "attempts.too_many", message }]);
}

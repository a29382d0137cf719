import type { Actor } from "@/lib/auth";
import { type CheckedSource, checkSource, type ToCheck } from "./checking";

/** How a round goes on: how long one host is left alone between two questions, and what stands for time in a test. */
export interface Manners {
  readonly pauseMs: number;
  readonly check: (actor: Actor, source: ToCheck) => Promise<CheckedSource>;
  readonly clock: () => number;
  readonly wait: (timeMs: number) => Promise<void>;
}

export const MANNERS: Manners = {
  pauseMs: 5000,
  check: (actor, { publicId }) => checkSource(actor, { sourceId: publicId }),
  clock: () => Date.now(),
  wait: (timeMs) => new Promise((resolve) => setTimeout(resolve, timeMs)),
};

// so many hosts in a row that are not reached mean that this machine reaches none
const MOST_UNREACHED = 3;

/** One answer of a round; `left` is what was not asked, and why. */
export type Round =
  | { readonly source: ToCheck; readonly checked: CheckedSource }
  | { readonly left: readonly ToCheck[]; readonly why: "network" | "busy" };

/**
 * Asks the addresses of sources one after another: never two at once, no host again before its pause is over, and none that asked to be
 * left alone. Where one host has to be waited for another is asked meanwhile. Each answer stands when the next is asked: a round that is
 * broken off has lost nothing.
 */
export async function* checkInTurns(
  actor: Actor,
  sources: readonly ToCheck[],
  { pauseMs, check, clock, wait }: Manners = MANNERS,
): AsyncGenerator<Round> {
  const hosts = new Map<string, { readonly waiting: ToCheck[]; freeAt: number }>();
  for (const source of sources) {
    const host = hostOf(source.address);
    const known = hosts.get(host);
    if (known) known.waiting.push(source);
    else hosts.set(host, { waiting: [source], freeAt: 0 });
  }
  const unreached = new Set<string>();
  while (hosts.size > 0) {
    const [host, next] = [...hosts].reduce((first, other) =>
      other[1].freeAt < first[1].freeAt ? other : first,
    );
    const source = next.waiting.shift();
    if (!source) {
      hosts.delete(host);
      continue;
    }
    if (next.freeAt > clock()) await wait(next.freeAt - clock());
    const checked = await check(actor, source);
    next.freeAt = clock() + pauseMs;
    yield { source, checked };
    if (checked.trouble === "network") unreached.add(host);
    else unreached.clear();
    if (unreached.size >= MOST_UNREACHED) {
      const left = [...hosts.values()].flatMap(({ waiting }) => waiting);
      if (left.length > 0) yield { left, why: "network" };
      return;
    }
    if (checked.trouble === "busy" || next.waiting.length === 0) {
      hosts.delete(host);
      if (next.waiting.length > 0) yield { left: next.waiting, why: "busy" };
    }
  }
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname : address;
}

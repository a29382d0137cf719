/** How many requests of one address are worked on at once, and how many may wait for that. */
export const AT_ONCE: Readonly<Record<"reading" | "writing" | "waiting", number>>;

export class Turns {
  /** Waits for a turn of `address`; what is returned ends it. @throws {Turned} 429 */
  take(address: string, isWriting: boolean): Promise<() => void>;
}

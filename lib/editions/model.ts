/** What of a sighting asks somebody to decide: the words of the statement are not those of its source any more. */
export const WAITING_STATES = ["changed", "lost"] as const;

/** A sighting that waits, as the `where` of a query. */
export const WAITING = {
  supersededAt: null,
  settledAt: null,
  state: { in: [...WAITING_STATES] as string[] },
};

export interface FollowCounts {
  readonly exact: number;
  readonly moved: number;
  readonly changed: number;
  readonly lost: number;
}

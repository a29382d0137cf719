/** One thing that happened, as a feed tells it. */
export interface FeedEntry {
  /** An address that stays the same however often it is told. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly html: string;
  readonly author: string;
  /** BCP 47. */
  readonly language: string;
  readonly published: Date;
  readonly updated: Date;
}

export interface Feed {
  readonly title: string;
  /** The page of which it is a feed. */
  readonly url: string;
  /** Its own address, and its id. */
  readonly self: string;
  readonly desk: string;
  readonly entries: readonly FeedEntry[];
}

/** When anything in it changed last; of an empty feed a day that never changes, so that its tag does not either. */
export function updatedOf({ entries }: Feed): Date {
  return new Date(Math.max(0, ...entries.map(({ updated }) => updated.getTime())));
}

/** Something to go to: where it is, what it is called, and what tells it from others. */
export interface Entry {
  readonly href: string;
  readonly label: string;
  readonly hint: string;
  /** The language of the label, where it is known. */
  readonly lang?: string;
}

/** Entries of one kind, under its name. */
export interface Group {
  readonly title: string;
  readonly entries: readonly Entry[];
}

export interface ExportedNotice {
  readonly note: string;
  readonly givenAt: Date;
  readonly changes: readonly { readonly what: string; readonly before: string; readonly after: string }[];
}

/** What an editor changed in public besides a statement's words: from what to what, why, and on which day. */
export function toNoticeJson({ note, givenAt, changes }: ExportedNotice) {
  return {
    on: givenAt.toISOString().slice(0, 10),
    note,
    changes: changes.map(({ what, before, after }) => ({ what, before, after })),
  };
}

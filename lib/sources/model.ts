/** What sort of document words are published or recorded in. */
export const SOURCE_KINDS = [
  "article",
  "transcript",
  "broadcast",
  "speech",
  "post",
  "report",
  "dataset",
  "press_release",
  "book",
  "other",
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

// Copies of what later domains define: lib/query/vocabularies.test.ts compares them.

export const FORMS = ["direct", "mixed", "indirect"] as const;
export const STATES = [
  "captured",
  "in_review",
  "submitted",
  "changes_requested",
  "approved",
  "published",
  "retracted",
  "declined",
] as const;
export const SOURCE_KINDS = [
  "article",
  "transcript",
  "broadcast",
  "interview",
  "hearing",
  "speech",
  "post",
  "report",
  "dataset",
  "press_release",
  "book",
  "other",
] as const;
export const RELATIONS = [
  "contradicts",
  "numeric_conflict",
  "temporal_conflict",
  "disputes_attribution",
  "denies_saying",
  "misquotes",
  "misattributes",
  "context_omitted",
  "qualifies",
  "updates",
  "reverses",
  "retracts",
  "corrects",
  "same_utterance",
  "repeats",
  "derives_from",
  "corroborates",
  "responds_to",
] as const;
/** Those that say of two statements that they compete. */
export const CONFLICTS = [
  "contradicts",
  "numeric_conflict",
  "temporal_conflict",
  "disputes_attribution",
  "denies_saying",
  "misquotes",
  "misattributes",
  "context_omitted",
  "qualifies",
  "reverses",
] as const;
export const ANCHORS = ["exact", "moved", "changed", "lost"] as const;
export const AXES = ["said", "faithful", "in_context", "true"] as const;

/** The values of a verdict, above all of *true?*, are an administrator's: only what such a key looks like is known here. */
export const VERDICTS = /^[a-z0-9_]{1,60}$/u;

/** What a notice can be about, by its table. */
export type SubjectType = "speaker" | "source" | "outlet" | "story" | "claim" | "statement" | "relation";

/** One thing, by its internal id. */
export interface Subject {
  readonly type: SubjectType;
  readonly id: string;
}

/** One change in the public's words. Empty before: it was added; empty after: it was taken away; both empty: `what` says all. */
export interface Change {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** Stands for a name that was taken away to protect somebody. */
export const WITHHELD = "[withheld]";

/** In the place of a page: the notice by which an editor took the words of one away. */
export const WITHHELD_BY = "withheld";

/** A public note has at least so many letters, in so many words: enough to say why. */
const LEAST_NOTE_LETTERS = 15;
const LEAST_NOTE_WORDS = 3;

/** Why this is no public note, in words for the person who wrote it; null when it is one. */
export function noteProblem(note: string): string | null {
  const words = [...new Intl.Segmenter("en", { granularity: "word" }).segment(note)].filter(
    ({ isWordLike }) => isWordLike,
  );
  const letters = note.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  // scripts without spaces say as much in fewer signs; the segmenter finds their words
  if (words.length >= LEAST_NOTE_WORDS && (letters >= LEAST_NOTE_LETTERS || words.length >= 6)) return null;
  return note.trim() === ""
    ? "Visitors read this: say in a public note what changed and why."
    : "Say in a sentence what changed and why; visitors read it.";
}

/** The newest notice that says `what`, such as that a thing was withdrawn: all that the public is told of it then. */
export function noticeThat<N extends { readonly changes: readonly Change[] }>(
  what: string,
  notices: readonly N[],
): N | undefined {
  return notices.find(({ changes }) => changes.some((change) => change.what === what));
}

/** What differs between two records, field by field, under the names that the public reads. */
export function changesBetween<F extends string>(
  names: Readonly<Record<F, string>>,
  before: Readonly<Record<F, string | null>>,
  after: Readonly<Record<F, string | null>>,
): Change[] {
  return (Object.keys(names) as F[]).flatMap((field) => {
    const [was, is] = [before[field] ?? "", after[field] ?? ""];
    return was === is ? [] : [{ what: names[field], before: was, after: is }];
  });
}

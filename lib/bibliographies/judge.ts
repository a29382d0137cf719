import { normaliseForMatching } from "@/lib/text";
import type { Mention } from "./mentions";
import type { Outcome } from "./model";

/** What the record has of a statement that is cited. */
export interface Cited {
  readonly state: string;
  readonly publishedVersion: number | null;
  readonly versions: readonly { readonly number: number; readonly wording: string }[];
  readonly corrections: readonly { readonly versionNumber: number; readonly kind: string }[];
  readonly retractions: readonly { readonly confirmedAt: Date | null }[];
}

/** Which version an entry cites, and what became of it since. */
export interface Judged {
  readonly outcome: Outcome;
  readonly version: number | null;
  /** The entry prints the words of that version, and no number. */
  readonly isByWords: boolean;
}

/** What became of a statement since an entry cited it; `printed` is what the entry prints, as words are compared. */
export function judge(mention: Mention, printed: string, statement: Cited): Judged {
  const version = mention.version ?? versionInWords(printed, statement.versions);
  const isByWords = mention.version === null && version !== null;
  return { outcome: outcomeOf(version, statement), version, isByWords };
}

function outcomeOf(version: number | null, statement: Cited): Outcome {
  const { state, publishedVersion, corrections } = statement;
  if (state === "retracted") return "retracted";
  if (publishedVersion === null || state !== "published") return "not_published";
  const later = corrections.filter(({ versionNumber }) => versionNumber > (version ?? 0));
  const isWorded = later.some(({ kind }) => kind !== "verdict_change");
  if (version === null) return isWorded ? "maybe_corrected" : "as_cited";
  if (version > publishedVersion) return "no_such_version";
  if (isWorded) return "corrected";
  return later.length > 0 ? "verdict_changed" : "as_cited";
}

/** The version whose words a text prints, the newest of those that have them alike; null when it prints none. */
function versionInWords(printed: string, versions: Cited["versions"]): number | null {
  let best: { readonly number: number; readonly length: number } | null = null;
  for (const { number, wording } of versions) {
    const words = normaliseForMatching(wording);
    if (words === "" || !printed.includes(words)) continue;
    if (!best || words.length > best.length || (words.length === best.length && number > best.number))
      best = { number, length: words.length };
  }
  return best?.number ?? null;
}

import type { IconName } from "@/components/ui/icon";
import { countOf } from "@/components/ui/numeral";
import type { FileState } from "@/lib/batches";

interface StateWords {
  /** Of one file. */
  readonly tag: string;
  /** Over several. */
  readonly name: string;
  readonly icon: IconName;
  readonly tone?: "stop" | "care" | "pass";
}

export const STATE_WORDS: Readonly<Record<FileState, StateWords>> = {
  refused: { tag: "refused", name: "Refused", icon: "circle-x", tone: "stop" },
  waiting: { tag: "to decide", name: "To decide", icon: "list-checks" },
  stored: { tag: "stored", name: "Stored", icon: "circle-check", tone: "pass" },
  known: { tag: "known", name: "Known", icon: "check-check" },
  cancelled: { tag: "not read", name: "Not read", icon: "ban" },
  opened: { tag: "opened", name: "Zips opened", icon: "folder-open" },
  queued: { tag: "to be read", name: "To be read", icon: "clock" },
};

interface Came {
  readonly state: FileState;
  readonly reason: string;
  readonly joinsBy: string | null;
  readonly stored: number;
  readonly pending: number;
}

/** What came of a file, behind its state. */
export function cameWords({ state, reason, joinsBy, stored, pending }: Came): string {
  const words = [
    ...(stored > 0 ? [`${countOf(stored, "statement")} stored.`] : []),
    ...(state === "waiting" && pending > 0
      ? [`${countOf(pending, "proposal")} to decide when it was read.`]
      : []),
    ...(state === "waiting" && pending === 0 && reason === ""
      ? ["No attributed statement was found: mark what is one, or discard it."]
      : []),
    ...(state === "stored" && stored === 0 ? ["Nothing in it was new."] : []),
    ...(joinsBy === "text" ? ["The record has this very text: it joins its source."] : []),
    ...(joinsBy === "address" ? ["Another text of a source that the record has: its next edition."] : []),
    ...(state === "known" && reason === "" ? ["It was brought and stored before."] : []),
    ...(reason === "" ? [] : [reason]),
  ];
  return words.join(" ");
}

type Counts = Readonly<Record<FileState, number>>;

/** The documents of a batch: zips are what they came in. */
export const documentsOf = ({ opened, ...counts }: Counts) =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/** What came of a batch in one line. */
export function tallyWords(counts: Counts): string {
  const states = ["stored", "waiting", "known", "refused", "cancelled"] as const;
  const parts = states.flatMap((state) =>
    counts[state] > 0 ? [`${counts[state].toLocaleString("en-GB")} ${STATE_WORDS[state].tag}`] : [],
  );
  return parts.length === 0 ? "nothing read yet" : parts.join(", ");
}

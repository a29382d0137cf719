import type { IconName } from "@/components/ui/icon";

interface FateWords {
  readonly label: string;
  readonly icon: IconName;
  readonly tone: "plain" | "care" | "stop";
}

const FATES: Readonly<Record<string, FateWords>> = {
  exact: { label: "Unchanged", icon: "anchor", tone: "plain" },
  moved: { label: "Moved", icon: "move-right", tone: "plain" },
  changed: { label: "Changed", icon: "diff", tone: "care" },
  lost: { label: "Not found any more", icon: "unlink", tone: "stop" },
};

/** How it is said what became of words in another text. */
export const fateWords = (state: string): FateWords =>
  FATES[state] ?? { label: state, icon: "anchor", tone: "plain" };

import type { Action } from "@/lib/auth";
import type { Refusal } from "@/lib/errors";
import { type Changes, isTypingError } from "@/lib/publication";
import type { Outcome } from "./schema";

/** A subject such as `verdict:said`, in its two parts. */
export function partsOf(subject: string): { kind: SubjectKind; key: string } {
  const cut = subject.indexOf(":");
  const kind = (cut < 0 ? subject : subject.slice(0, cut)) as SubjectKind;
  return { kind, key: cut < 0 ? "" : subject.slice(cut + 1) };
}

export type SubjectKind = "sourcing" | "verdict" | "relation" | "position" | "check";

/** Who may judge it again: whoever may judge it at all. */
export const MAY_ANSWER = {
  sourcing: "sourcing:assess",
  verdict: "verdict:give",
  relation: "relation:decide",
  position: "position:take",
  check: "review:check",
} as const satisfies Record<SubjectKind, Action>;

/** What can become of each kind of thing; on the axes of review there is always a verdict, on truth there need be none. */
export function outcomesOf(subject: string): readonly Outcome[] {
  const { kind, key } = partsOf(subject);
  if (kind === "relation") return ["holds", "falls"];
  if (kind === "position") return ["holds", "anew", "falls"];
  if (kind === "verdict" && key === "true") return ["holds", "anew", "falls"];
  return ["holds", "anew"];
}

/** What a correction of this kind may not hold, with what it changes and judges anew. */
export function kindRefusals(
  kind: string,
  { before, changes, judged, names }: KindFacts,
): { refusals: Refusal[]; isTypo: boolean } {
  const isChanged = Object.keys(changes).length > 0;
  const say = (message: string) => ({
    refusals: [{ rule: "correction.kind", message, field: "kind" }],
    isTypo: false,
  });
  if (!isChanged && judged.length === 0)
    return say("Nothing would change: mend a field or judge something anew.");
  const isTypo = judged.length === 0 && isTypingError(before, changes, names);
  if (kind === "typo" && !isTypo) {
    return say(
      "This is more than a typing error: one or two letters in all, and no name, number, negation or other word. Choose another kind; a second editor confirms it.",
    );
  }
  const isVerdict = judged.some((subject) => subject.startsWith("verdict:"));
  if (kind === "verdict_change" && (isChanged || !isVerdict))
    return say("A change of verdict comes with a new verdict, and changes no field.");
  if (kind !== "verdict_change" && !isChanged && isVerdict)
    return say("Only verdicts would change: choose “Change of verdict”.");
  return { refusals: [], isTypo };
}

interface KindFacts {
  readonly before: Readonly<Record<string, unknown>>;
  readonly changes: Changes;
  /** The subjects that are judged anew with it. */
  readonly judged: readonly string[];
  /** Names that stand in the statement, capitals or not. */
  readonly names: readonly string[];
}

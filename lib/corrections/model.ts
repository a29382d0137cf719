import type { Action } from "@/lib/auth";
import type { Refusal } from "@/lib/errors";
import type { Changes } from "@/lib/publication";
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
export function kindRefusals(kind: string, { changes, judged, slip }: KindFacts): Refusal[] {
  const isChanged = Object.keys(changes).length > 0;
  const say = (message: string) => [{ rule: "correction.kind", message, field: "kind" }];
  if (!isChanged && judged.length === 0)
    return say("Nothing would change: mend a field or judge something anew.");
  if (kind === "typo") {
    const against = judged.length > 0 ? "Something is judged anew with it." : slip;
    return against === null
      ? []
      : say(`This is more than a typing error. ${against} Choose another kind; a second editor confirms it.`);
  }
  const isVerdict = judged.some((subject) => subject.startsWith("verdict:"));
  if (kind === "verdict_change" && (isChanged || !isVerdict))
    return say("A change of verdict comes with a new verdict, and changes no field.");
  if (kind !== "verdict_change" && !isChanged && isVerdict)
    return say("Only verdicts would change: choose “Change of verdict”.");
  return [];
}

interface KindFacts {
  readonly changes: Changes;
  /** The subjects that are judged anew with it. */
  readonly judged: readonly string[];
  /** Why what changes is no typing error; null when it is one. Asked for that kind alone. */
  readonly slip: string | null;
}

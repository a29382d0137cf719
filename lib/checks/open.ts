import { LABELS } from "@/lib/checking";
import type { KeptFinding } from "./model";

/** Whether a decision ends a finding; one that was asked is open until it is answered. */
export function isDone({ kind }: { readonly kind: string }): boolean {
  return kind === "settled" || kind === "waived";
}

/** The findings that have to be looked at and that nobody decided. */
export function findingsOpen(
  findings: readonly KeptFinding[],
  decided: readonly { readonly findingKey: string; readonly kind: string }[],
): KeptFinding[] {
  const done = new Set(decided.filter(isDone).map(({ findingKey }) => findingKey));
  return findings.filter(({ key, label }) => LABELS[label].mustBeLookedAt && !done.has(key));
}

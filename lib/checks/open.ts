import { LABELS } from "@/lib/checking";
import type { KeptFinding } from "./model";

/** The findings that have to be looked at and that nobody decided; one that was asked is open until it is answered. */
export function findingsOpen(
  findings: readonly KeptFinding[],
  decided: readonly { readonly findingKey: string; readonly kind: string }[],
): KeptFinding[] {
  const done = new Set(
    decided.flatMap(({ findingKey, kind }) => (kind === "settled" || kind === "waived" ? [findingKey] : [])),
  );
  return findings.filter((finding) => LABELS[finding.label].mustBeLookedAt && !done.has(finding.key));
}

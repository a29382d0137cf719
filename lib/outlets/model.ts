import { normaliseForMatching, normaliseName } from "@/lib/text";

/** What sort of house publishes. */
export const OUTLET_KINDS = [
  "newspaper",
  "agency",
  "broadcaster",
  "ministry",
  "data_project",
  "organisation",
  "platform",
  "unspecified",
] as const;
export type OutletKind = (typeof OUTLET_KINDS)[number];

/** What makes two printed names one outlet. A name of signs alone keeps a key of its own; empty when blank. */
export function outletKey(name: string): string {
  return normaliseName(name) || normaliseForMatching(name);
}

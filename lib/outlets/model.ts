import { normaliseForMatching, normaliseName } from "@/lib/text";

/** What makes two printed names one outlet. A name of signs alone keeps a key of its own; empty when blank. */
export function outletKey(name: string): string {
  return normaliseName(name) || normaliseForMatching(name);
}

/** What an outlet is. */
export const OUTLET_KINDS = [
  "unspecified",
  ...["newspaper", "agency", "broadcaster", "magazine", "web_only"],
  ...["government", "company", "non_profit", "data_project", "academic", "social_platform", "own_desk"],
] as const;
export type OutletKind = (typeof OUTLET_KINDS)[number];

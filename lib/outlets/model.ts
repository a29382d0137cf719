import { normaliseForMatching, normaliseName } from "@/lib/text";

/** What makes two printed names one outlet. A name of signs alone keeps a key of its own; empty when blank. */
export function outletKey(name: string): string {
  return normaliseName(name) || normaliseForMatching(name);
}

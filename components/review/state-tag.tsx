import { Tag } from "@/components/ui/tag";
import { REVIEW_STATES } from "@/lib/review";
import { termOf } from "@/lib/text";

/** Where a statement stands in the process: its icon and its word. */
export function StateTag({ state }: { state: string }) {
  const known = termOf(REVIEW_STATES, state);
  return <Tag icon={known?.icon ?? "circle-help"}>{known?.label ?? state}</Tag>;
}

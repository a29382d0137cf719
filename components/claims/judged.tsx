import type { IconName } from "@/components/ui/icon";
import { Tag } from "@/components/ui/tag";

interface JudgedProps {
  /** The standing verdict on the claim; null while nobody gave one. */
  found: { readonly scaleLabel: { readonly label: string; readonly icon: string } | null } | null;
}

/** What was found of a claim, beside its words in a list. */
export function Judged({ found }: JudgedProps) {
  if (!found) return null;
  const { scaleLabel } = found;
  return scaleLabel ? (
    <Tag icon={scaleLabel.icon as IconName} tone="strong">
      Judged “{scaleLabel.label}”
    </Tag>
  ) : (
    <Tag icon="text-select" tone="strong">
      Judged in words
    </Tag>
  );
}

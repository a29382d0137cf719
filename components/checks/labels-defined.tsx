import { Fold } from "@/components/forms/fold.client";
import { Tag } from "@/components/ui/tag";
import { FINDING_LABELS, type FindingLabel } from "@/lib/checking";
import { labelWord } from "./label-words";

/** What each label that a check has says, in the order of the guide. */
export function LabelsDefined({ labels }: { labels: readonly FindingLabel[] }) {
  const shown = FINDING_LABELS.filter((label) => labels.includes(label));
  if (shown.length === 0) return null;
  return (
    <Fold className="why noprint">
      <summary>What the labels say</summary>
      <dl className="check__labels">
        {shown.map((label) => {
          const { name, definition, icon, isToLook } = labelWord(label);
          return (
            <div key={label}>
              <dt>
                <Tag icon={icon} tone={isToLook ? "care" : "pass"}>
                  {name}
                </Tag>
              </dt>
              <dd>{definition}</dd>
            </div>
          );
        })}
      </dl>
    </Fold>
  );
}

import { Icon, type IconName } from "@/components/ui/icon";
import { RELATION_TYPES } from "@/lib/relations";
import { termOf } from "@/lib/text";

interface RelationLabelProps {
  type: string;
  state: string;
  /** Whether the reader stands at the relation's first statement: decides "Misquotes" or "Misquoted by". */
  isFromReader: boolean;
  /** The boxed word that stands on the rule between two statements; else an icon and its word in a line. */
  isBoxed?: boolean | undefined;
}

const STATE_WORDS: Readonly<Record<string, string>> = {
  suggested: ", suggested",
  rejected: ", rejected",
  resolved: ", resolved",
};

/** A relation's word: whole edge when someone confirmed it, broken edge while it is only suggested. */
export function RelationLabel({ type, state, isFromReader, isBoxed }: RelationLabelProps) {
  const term = termOf(RELATION_TYPES, type);
  const icon: IconName = !isBoxed && state === "suggested" ? "circle-dashed" : (term?.icon ?? "circle-help");
  const word = (isFromReader ? term?.label : term?.inverse) ?? type;
  const isSettled = state === "confirmed" || state === "resolved";
  const boxed = isSettled ? "rel" : "rel rel--suggested";
  const plain = isSettled ? "tag tag--strong" : "tag";
  return (
    <span className={isBoxed ? boxed : plain}>
      <Icon name={icon} />
      <span>
        {word}
        {STATE_WORDS[state] ?? ""}
      </span>
    </span>
  );
}

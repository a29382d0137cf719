import { Icon } from "@/components/ui/icon";
import type { AlignedPiece } from "@/lib/checking";
import { directionOf } from "@/lib/text";

interface FindingWordsProps {
  aligned: readonly AlignedPiece[];
  language: string;
}

/** The draft's words over the record's: what only one of them has stands under a heavy rule, and a caret where the other lacks it. */
export function FindingWords({ aligned, language }: FindingWordsProps) {
  return (
    <dl className="check__pair">
      <Side aligned={aligned} language={language} side="draft" label="The draft" />
      <Side aligned={aligned} language={language} side="record" label="The record" />
    </dl>
  );
}

interface SideProps extends FindingWordsProps {
  side: "draft" | "record";
  label: string;
}

function Side({ aligned, language, side, label }: SideProps) {
  const other = side === "draft" ? "record" : "draft";
  const words = aligned.map(({ text }) => text).join("");
  return (
    <div>
      <dt>{label}</dt>
      <dd className="serif" lang={language} dir={directionOf(words, language)}>
        {aligned.map(({ kind, text }, at) => {
          // pieces stand in reading order and never move
          const key = `${at}`;
          if (kind === "same") return <span key={key}>{text}</span>;
          if (kind === side)
            return (
              <mark key={key} className="only">
                {text}
              </mark>
            );
          // where its neighbour replaces it, the heavy rule says enough
          const isReplaced = aligned[at - 1]?.kind === side || aligned[at + 1]?.kind === side;
          return kind === other && !isReplaced ? (
            <span key={key} className="caret">
              <Icon name="chevron-up" label={`missing here: ${text.trim()}`} />
            </span>
          ) : null;
        })}
      </dd>
    </div>
  );
}

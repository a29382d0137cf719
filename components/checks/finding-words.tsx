import type { AlignedPiece } from "@/lib/checking";
import { setOff } from "@/lib/reports";
import { directionOf } from "@/lib/text";

interface FindingWordsProps {
  /** Both wordings to the character, and what of them agrees. */
  draft: string;
  record: string;
  aligned: readonly AlignedPiece[];
  language: string;
}

/** The draft's words over the record's: what only one of them has stands under a heavy rule. */
export function FindingWords({ draft, record, aligned, language }: FindingWordsProps) {
  const sides = [
    { side: "draft", label: "The draft", words: draft },
    { side: "record", label: "The record", words: record },
  ] as const;
  return (
    <dl className="check__pair">
      {sides.map(({ side, label, words }) => (
        <div key={side}>
          <dt>{label}</dt>
          <dd className="serif" lang={language} dir={directionOf(words, language)}>
            {setOff(words, aligned, side).map(({ text, isOnly }, at) =>
              // the parts stand in reading order and never move
              isOnly ? (
                <mark key={`${at}${text}`} className="only">
                  {text}
                </mark>
              ) : (
                <span key={`${at}${text}`}>{text}</span>
              ),
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

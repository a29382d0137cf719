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
            {placed(setOff(words, aligned, side)).map(({ start, text, isOnly }) =>
              isOnly ? (
                <mark key={start} className="only">
                  {text}
                </mark>
              ) : (
                <span key={start}>{text}</span>
              ),
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Parts with the place at which each begins. */
function placed<T extends { readonly text: string }>(
  parts: readonly T[],
): (T & { readonly start: number })[] {
  let end = 0;
  return parts.map((part) => {
    const start = end;
    end += part.text.length;
    return { ...part, start };
  });
}

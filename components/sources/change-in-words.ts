import { countOf } from "@/components/ui/numeral";

interface Counted {
  readonly wordsGone: number | null;
  readonly wordsNew: number | null;
}

/** By how much a text changed: "3 words went, 1 word came." */
export function changeInWords({ wordsGone, wordsNew }: Counted, isSameText = false): string {
  if (isSameText) return "the same text.";
  const [gone, came] = [wordsGone ?? 0, wordsNew ?? 0];
  if (gone === 0 && came === 0) return "no word changed, only signs or layout.";
  const parts = [
    ...(gone > 0 ? [`${countOf(gone, "word")} went`] : []),
    ...(came > 0 ? [`${countOf(came, "word")} came`] : []),
  ];
  return `${parts.join(", ")}.`;
}

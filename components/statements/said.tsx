import { Time, type TimePrecision } from "@/components/ui/time";

interface Occasion {
  readonly saidOn: Date | null;
  readonly saidOnPrecision: string | null;
  readonly saidOnNote: string;
  readonly source: { readonly publishedOn: Date | null; readonly publishedOnPrecision: string | null };
}

/** When it was said, in a list: the day, the words that the source has for it, or the day by which it was printed. */
export function SaidShort({ saidOn, saidOnPrecision, saidOnNote, source }: Occasion) {
  if (saidOn) return <Time value={saidOn} precision={precisionOf(saidOnPrecision)} isShort />;
  if (source.publishedOn) {
    return (
      <span title={saidOnNote ? `“${saidOnNote}”, as printed` : undefined}>
        by <Time value={source.publishedOn} precision={precisionOf(source.publishedOnPrecision)} isShort />
      </span>
    );
  }
  return saidOnNote ? <q>{saidOnNote}</q> : <>no day</>;
}

/** When it was said, in a sentence: never more exact than it is known. */
export function SaidInWords({ saidOn, saidOnPrecision, saidOnNote, source }: Occasion) {
  const note = saidOnNote ? <> (“{saidOnNote}”, as printed)</> : null;
  if (saidOn) {
    const precision = precisionOf(saidOnPrecision);
    return (
      <>
        {precision === "month" || precision === "year" ? "in" : "on"}{" "}
        <Time value={saidOn} precision={precision} />
        {note}
      </>
    );
  }
  if (!source.publishedOn) return note ? <>on a day not recorded{note}</> : <>on a day not recorded</>;
  return (
    <>
      on or before <Time value={source.publishedOn} precision={precisionOf(source.publishedOnPrecision)} />
      {note}
    </>
  );
}

/** A stored precision as the word for it; a day when nothing else is said. */
export function precisionOf(stored: string | null): TimePrecision {
  return stored === "time" || stored === "month" || stored === "year" ? stored : "day";
}

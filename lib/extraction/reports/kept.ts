import type { Article } from "../grammar";
import type { ReportWords } from "../languages";
import type { Span } from "../model";
import { holds, touches } from "../text";
import type { Phrase } from "./phrases";
import type { Report } from "./report";
import type { Item, Unit } from "./units";

/** No more reports than these can touch a later one: they stand in its sentence. */
const NEAR = 24;

/** The reports found so far, of which none overlaps another but as a hop. */
export class Kept {
  readonly found: Report[] = [];
  /** The report that a later sentence of the paragraph may go on with. */
  protected last: { readonly report: Report; readonly paragraph: number } | null = null;
  /** A cue whose colon ends its unit: the words stand in the next. */
  protected announced: Report | null = null;

  constructor(
    protected readonly article: Article,
    protected readonly words: ReportWords,
  ) {}

  /** Keeps a report unless it overlaps one that it does not stand in with its cue. */
  protected keep({ paragraph }: Unit, draft: Report): void {
    const report =
      this.words.dropsSubjects && draft.speaker === null ? this.withLastSpeaker(draft, paragraph) : draft;
    if (report.spans.length === 0) return;
    for (let at = this.found.length - 1; at >= Math.max(0, this.found.length - NEAR); at -= 1) {
      const other = this.found[at];
      if (other === undefined) continue;
      const meets = report.spans.some((one) => other.spans.some((two) => touches(one, two)));
      if (meets && !standsIn(report, other) && !standsIn(other, report)) return;
    }
    this.found.push(report);
    const isInner = this.found.slice(-NEAR).some((other) => other !== report && standsIn(report, other));
    if (!isInner) this.last = { report, paragraph };
  }

  /** "Añadió que …": who spoke before goes on. */
  protected withLastSpeaker(report: Report, paragraph: number): Report {
    const { last } = this;
    const isNear = last !== null && paragraph - last.paragraph <= 1 && last.report.speaker !== null;
    return isNear && report.cue !== null && report.shape !== "source" && report.shape !== "introduced"
      ? { ...report, speaker: last.report.speaker, isInherited: true }
      : report;
  }

  /** “…”, sagte Weber. “…”: the quotation is taken up again in the next sentence. */
  protected goesOn(report: Report, item: Item): boolean {
    const { stretches } = this.article;
    const before = report.spans.at(-1);
    const isQuoted =
      before !== undefined &&
      item.stretch > 0 &&
      stretches[item.stretch - 1]?.endUtf16 === before.endUtf16 &&
      report.shape !== "introduced" &&
      report.speaker !== null;
    const place = isQuoted ? this.found.lastIndexOf(report) : -1;
    if (place < 0) return false;
    const longer = { ...report, spans: [...report.spans, spanOf(item)] };
    this.found[place] = longer;
    if (this.last !== null) this.last = { ...this.last, report: longer };
    return true;
  }
  protected isClaimed(span: Span): boolean {
    for (let at = this.found.length - 1; at >= Math.max(0, this.found.length - NEAR); at -= 1)
      if (this.found[at]?.spans.some((own) => touches(own, span))) return true;
    return false;
  }
}

/** One statement may stand in another, cue included, when somebody speaks in the outer one. */
function standsIn(inner: Report, outer: Report): boolean {
  const { cue } = inner;
  return (
    cue !== null &&
    outer.speaker !== null &&
    outer.spans.some(
      (span) =>
        holds(span, cue) && inner.spans.every((piece) => outer.spans.some((own) => holds(own, piece))),
    )
  );
}
export const NOBODYS: Report = {
  shape: "floating",
  cue: null,
  speaker: null,
  spans: [],
  order: "after",
  kind: null,
  tense: "none",
  addressee: null,
  told: null,
  isInherited: false,
};
export function inherited({ speaker }: Report): Report {
  return { ...NOBODYS, speaker, isInherited: true };
}
export function spanOf({ startUtf16, endUtf16 }: Item): Span {
  return { startUtf16, endUtf16 };
}
export function rangeOf(items: readonly Item[], { from, to }: Phrase): Span {
  return { startUtf16: items[from]?.startUtf16 ?? 0, endUtf16: items[to]?.endUtf16 ?? 0 };
}

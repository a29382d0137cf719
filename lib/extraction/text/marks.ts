import type { Span } from "../model";

/** A stretch of text in quotation marks, the marks included. Several paragraphs may belong to one stretch. */
export interface Stretch extends Span {
  /** The words between the outermost marks. */
  readonly inner: Span;
  readonly marks: "double" | "single" | "guillemets" | "low";
  /** False when the closing mark is missing and the end was inferred. */
  readonly isClosed: boolean;
}

type Kind = Stretch["marks"];
type Side = "open" | "close" | "either";

interface Mark {
  readonly at: number;
  readonly length: number;
  readonly kind: Kind;
  readonly side: Side;
  readonly sign: string;
}

interface Open {
  readonly mark: Mark;
  readonly paragraph: number;
  depth: number;
}

// two apostrophes are typed for a double mark on old wires
// a run ends somewhere: an endless one fills the stack of a compiled pattern
const MARK = /(["“”„«»‹›＂])\1{0,9999}|''|``|[‘’'‚]/gu;
const LETTER = /[\p{L}\p{N}]/u;
const BEFORE_OPENING = /[\s([{—–\-/…:;“"‘'«]/u;
// Words that begin with an apostrophe are not quotations.
const ELISION = /^['’‘](?:em|til|tis|twas|cause|cuz|bout|round|n|nuff|\d0s|\d\d)\b/iu;

/** The quoted stretches of a text in order, none inside another; nested quotations stay inside the outer stretch. */
export function quotedStretches(text: string, paragraphs: readonly Span[]): Stretch[] {
  const found: Stretch[] = [];
  let open: Open | null = null;
  paragraphs.forEach((paragraph, index) => {
    const marks = marksOf(text, paragraph);
    let from = 0;
    if (open !== null) {
      const first = marks[0];
      const reopens =
        first !== undefined &&
        first.side !== "close" &&
        first.kind === open.mark.kind &&
        isSameStyle(first, open.mark) &&
        first.at === paragraph.startUtf16;
      const closesHere = first !== undefined && first.side === "close" && first.kind === open.mark.kind;
      if (reopens) from = 1;
      else if (!closesHere) {
        found.push(
          unclosed(text, open, paragraphs[open.paragraph] ?? paragraph, paragraphs[index - 1] ?? paragraph),
        );
        open = null;
      }
    }
    for (let at = from; at < marks.length; at += 1) {
      const mark = marks[at];
      if (mark === undefined) continue;
      const current: Open | null = open;
      if (current === null) {
        if (mark.side === "close") continue;
        if (mark.kind === "single") {
          const closing = closingSingle(text, marks, at);
          if (closing < 0) continue;
          const end = marks[closing];
          if (end !== undefined) found.push(closed(mark, end));
          at = closing;
        } else open = { mark, paragraph: index, depth: 0 };
        continue;
      }
      if (mark.kind !== current.mark.kind) continue;
      if (mark.side === "open") {
        if (!isSameStyle(mark, current.mark) && marks[at + 1]?.side === "close") {
          // a curly pair inside straight marks is a quotation within the quotation
          at += 1;
          continue;
        }
        const second = marks[at + 1];
        const third = marks[at + 2];
        const isNested = second?.side === "close" && third?.side === "close" && third.kind === mark.kind;
        if (isNested) current.depth += 1;
        else {
          found.push(unclosed(text, current, paragraph, { startUtf16: 0, endUtf16: mark.at }));
          open = { mark, paragraph: index, depth: 0 };
        }
      } else if (current.depth > 0) current.depth -= 1;
      else {
        found.push(closed(current.mark, mark));
        open = null;
      }
    }
  });
  const last: Open | null = open;
  const final = paragraphs.at(-1);
  if (last !== null && final !== undefined) {
    found.push(unclosed(text, last, paragraphs[(last as Open).paragraph] ?? final, final));
  }
  return found.filter((stretch) => stretch.inner.endUtf16 > stretch.inner.startUtf16);
}

/** Whether two double marks are both straight or both curly: a text that mixes them means something by it. */
function isSameStyle(one: Mark, other: Mark): boolean {
  return one.sign === other.sign || !(/["“]/.test(one.sign) && /["“]/.test(other.sign));
}

function closed(opening: Mark, closing: Mark): Stretch {
  return {
    startUtf16: opening.at,
    endUtf16: closing.at + closing.length,
    inner: { startUtf16: opening.at + opening.length, endUtf16: closing.at },
    marks: opening.kind,
    isClosed: true,
  };
}

/** A missing closer: the words run to the end of the paragraph, or to the next opening mark less the attribution. */
function unclosed(text: string, open: Open, paragraph: Span, until: Span): Stretch {
  const { mark } = open;
  let endUtf16 = until.endUtf16;
  if (until.startUtf16 === 0 && mark.at >= paragraph.startUtf16) {
    const between = text.slice(mark.at + mark.length, endUtf16);
    const stop = /^[\s\S]*?[.,!?](?=\s)/u.exec(between);
    if (stop !== null) endUtf16 = mark.at + mark.length + stop[0].length;
  }
  while (endUtf16 > mark.at + mark.length && /\s/.test(text[endUtf16 - 1] ?? "")) endUtf16 -= 1;
  return {
    startUtf16: mark.at,
    endUtf16,
    inner: { startUtf16: mark.at + mark.length, endUtf16 },
    marks: mark.kind,
    isClosed: false,
  };
}

function marksOf(text: string, paragraph: Span): Mark[] {
  const marks: Mark[] = [];
  let isStraightOpen = false;
  // ‚Wort‘: the mark that opens in English closes behind a low one
  let isLowOpen = false;
  const body = text.slice(paragraph.startUtf16, paragraph.endUtf16);
  for (const match of body.matchAll(MARK)) {
    const at = paragraph.startUtf16 + match.index;
    const sign = match[1] ?? match[0];
    const length = match[0].length;
    const before = match.index === 0 ? " " : (text[at - 1] ?? " ");
    const after = match.index + length >= body.length ? " " : (text[at + length] ?? " ");
    const mark = classify(text, { at, length, sign, before, after, isStraightOpen, isLowOpen });
    if (mark === null) continue;
    if (mark.kind === "single") isLowOpen = sign === "‚";
    if (mark.kind === "double") isStraightOpen = mark.side === "open";
    marks.push(mark);
  }
  return marks;
}

interface Sign {
  readonly at: number;
  readonly length: number;
  readonly sign: string;
  readonly before: string;
  readonly after: string;
  readonly isStraightOpen: boolean;
  readonly isLowOpen: boolean;
}

function classify(
  text: string,
  { at, length, sign, before, after, isStraightOpen, isLowOpen }: Sign,
): Mark | null {
  const canOpen = BEFORE_OPENING.test(before) && !/\s/.test(after);
  const canClose = !/\s/.test(before) && !LETTER.test(after);
  const mark = (kind: Kind, side: Side): Mark => ({ at, length, kind, side, sign });
  switch (sign) {
    case "“":
      return mark("double", !canOpen && canClose && isStraightOpen ? "close" : "open");
    case "”":
      return mark("double", canOpen && !canClose && !isStraightOpen ? "open" : "close");
    case '"':
    case "''":
    case "``":
    case "＂":
      if (/\d/.test(before) && !isStraightOpen) return null;
      if (canOpen && !canClose) return mark("double", "open");
      if (canClose && !canOpen) return mark("double", "close");
      return mark("double", isStraightOpen ? "close" : "open");
    case "„":
      return mark("double", "open");
    case "«":
    case "‹":
      return mark("guillemets", canClose && !canOpen ? "close" : "open");
    case "»":
    case "›":
      return mark("guillemets", canOpen && !canClose && LETTER.test(after) ? "open" : "close");
    case "‚":
      return canOpen ? mark("single", "open") : null;
    default: {
      if (LETTER.test(before) && LETTER.test(after)) return null;
      if (sign === "‘" && isLowOpen && canClose) return mark("single", "close");
      if (ELISION.test(text.slice(at, at + 8))) return null;
      const opens =
        sign === "‘"
          ? !LETTER.test(before) && !/\s/.test(after)
          : sign === "'" && canOpen && !/[\s.,;]/.test(after);
      if (opens) return mark("single", "open");
      return sign !== "‘" && canClose ? mark("single", "close") : null;
    }
  }
}

/** The position of the mark that closes a single quotation, or -1 when what opened it was an apostrophe. */
function closingSingle(text: string, marks: readonly Mark[], opening: number): number {
  let possessive = -1;
  for (let at = opening + 1; at < marks.length && at < opening + 40; at += 1) {
    const mark = marks[at];
    if (mark === undefined) break;
    if (mark.kind !== "single") {
      if (at === opening + 1 && mark.at - (marks[opening]?.at ?? 0) > 300) break;
      continue;
    }
    if (mark.side === "open") {
      if (possessive >= 0) return possessive;
      continue;
    }
    const isPossessive =
      /s/i.test(text[mark.at - 1] ?? "") && /^.\s\p{Ll}/u.test(text.slice(mark.at, mark.at + 3));
    if (!isPossessive) return at;
    if (possessive < 0) possessive = at;
  }
  return possessive;
}

import type { Route } from "next";
import { Fragment, type ReactNode } from "react";
import { formWord } from "@/components/statements/words";
import { Icon, type IconName } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { countOf } from "@/components/ui/numeral";
import { directionOf } from "@/lib/text";
import { type Block, blocksOf, type Mark, type Stretch } from "./marked-text";

/** A statement or proposal drawn in a text. */
export interface ReaderMark extends Mark {
  readonly form: string;
  /** Words that were looked for: they lead nowhere. */
  readonly isPlace?: boolean;
  /** Its drawing in the margin; that of its form when it has none. */
  readonly icon?: IconName;
  /** Where it leads. */
  readonly href: string;
  /** What an address calls its place in the text, where it is not `t` and its id. */
  readonly at?: string;
  /** The number in the margin; none when there is no list beside it. */
  readonly number?: number;
  /** For readers: what it is, in a few words; its own words follow. */
  readonly label: string;
  /** What must be read before the words: "Retracted", "Denies". */
  readonly before?: string | null;
  readonly state?: "open" | "now" | "kept" | "out";
}

interface ReaderProps {
  text: string;
  marks: readonly ReaderMark[];
  language: string;
  /** A place whose paragraph is shown, however long the text is. */
  placeUtf16?: number | undefined;
  /** What ends a paragraph, and what stands behind it, by where it begins and what it says. */
  tail?: (startUtf16: number) => ReactNode;
  behind?: (startUtf16: number, words: string) => ReactNode;
}

/** A text with its statements drawn in place: the line under the words is the form, the number leads to the list. */
export function Reader({ text, marks, language, placeUtf16, tail, behind }: ReaderProps) {
  return (
    <div className="reader" lang={language} data-reader>
      {blocksOf(text, marks, placeUtf16).map((block) => (
        <ReaderBlock key={block.startUtf16} block={block} language={language} tail={tail} behind={behind} />
      ))}
    </div>
  );
}

type BlockProps = Pick<ReaderProps, "language"> & {
  block: Block<ReaderMark>;
  tail: ReaderProps["tail"] | undefined;
  behind: ReaderProps["behind"] | undefined;
};

function ReaderBlock({ block, language, tail, behind }: BlockProps) {
  if (block.kind === "gap") {
    return (
      <p className="reader__gap">{countOf(block.paragraphs, "paragraph")} without a statement of this page</p>
    );
  }
  const said = block.stretches.map(({ text }) => text).join("");
  const direction = directionOf(said, language);
  const words = block.stretches.map((stretch) => (
    <Fragment key={stretch.startUtf16}>
      <MarkedWords stretch={stretch} />
    </Fragment>
  ));
  if (block.kind === "heading") {
    return (
      <h3 dir={direction} data-start={block.startUtf16}>
        {words}
      </h3>
    );
  }
  const numbered = block.marks.filter(({ number }) => number !== undefined);
  return (
    <>
      <p dir={direction}>
        {numbered.length === 0 ? null : (
          <span className="n" aria-hidden="true">
            {numbered.map(({ id, form, icon, number }) => (
              <span key={id}>
                <Icon name={icon ?? formWord(form).icon} />
                {number}
              </span>
            ))}
          </span>
        )}
        <span data-start={block.startUtf16}>{words}</span>
        {tail?.(block.startUtf16)}
      </p>
      {behind?.(block.startUtf16, said)}
    </>
  );
}

const STATE_CLASSES = { open: "", now: " hl--now", kept: " hl--kept", out: " hl--out" } as const;

function MarkedWords({ stretch: { mark, text, isFirst } }: { stretch: Stretch<ReaderMark> }) {
  if (!mark) return text;
  if (mark.isPlace)
    return (
      <mark className="found" id={isFirst ? "place" : undefined} tabIndex={isFirst ? -1 : undefined}>
        {text}
      </mark>
    );
  return (
    <>
      {isFirst && mark.before ? <span className="hl__before">[{mark.before}:] </span> : null}
      <Link
        className={`hl hl--${mark.form}${STATE_CLASSES[mark.state ?? "open"]}`}
        href={mark.href as Route}
        id={isFirst ? (mark.at ?? `t${mark.id}`) : undefined}
        aria-label={`${mark.label}: ${text}`}
      >
        {text}
      </Link>
    </>
  );
}

import type { Route } from "next";
import { Fragment } from "react";
import { formWord } from "@/components/statements/words";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { countOf } from "@/components/ui/numeral";
import { directionOf } from "@/lib/text";
import { type Block, blocksOf, type Mark, type Stretch } from "./marked-text";

/** A statement or proposal drawn in a text. */
export interface ReaderMark extends Mark {
  readonly form: string;
  /** Where it leads. */
  readonly href: string;
  /** The number in the margin; none when there is no list beside it. */
  readonly number?: number;
  /** For readers: what it is, in a few words; its own words follow. */
  readonly label: string;
  /** What must be read before the words: "Retracted", "Denies". */
  readonly before?: string;
  readonly state?: "open" | "now" | "kept" | "out";
}

interface ReaderProps {
  text: string;
  marks: readonly ReaderMark[];
  language: string;
}

/** A text with its statements drawn in place: the line under the words is the form, the number leads to the list. */
export function Reader({ text, marks, language }: ReaderProps) {
  return (
    <div className="reader" lang={language} data-reader>
      {blocksOf(text, marks).map((block) => (
        <ReaderBlock key={block.startUtf16} block={block} language={language} />
      ))}
    </div>
  );
}

function ReaderBlock({ block, language }: { block: Block<ReaderMark>; language: string }) {
  if (block.kind === "gap") {
    return (
      <p className="reader__gap">{countOf(block.paragraphs, "paragraph")} without a statement of this page</p>
    );
  }
  const direction = directionOf(block.stretches.map(({ text }) => text).join(""), language);
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
    <p dir={direction}>
      {numbered.length === 0 ? null : (
        <span className="n" aria-hidden="true">
          {numbered.map(({ id, form, number }) => (
            <span key={id}>
              <Icon name={formWord(form).icon} />
              {number}
            </span>
          ))}
        </span>
      )}
      <span data-start={block.startUtf16}>{words}</span>
    </p>
  );
}

const STATE_CLASSES = { open: "", now: " hl--now", kept: " hl--kept", out: " hl--out" } as const;

function MarkedWords({ stretch: { mark, text, isFirst } }: { stretch: Stretch<ReaderMark> }) {
  if (!mark) return text;
  return (
    <>
      {isFirst && mark.before ? <span className="hl__before">[{mark.before}:] </span> : null}
      <Link
        className={`hl hl--${mark.form}${STATE_CLASSES[mark.state ?? "open"]}`}
        href={mark.href as Route}
        id={isFirst ? `t${mark.id}` : undefined}
        aria-label={`${mark.label}: ${text}`}
      >
        {text}
      </Link>
    </>
  );
}

import type { Route } from "next";
import { createElement, type ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { ACCOUNTED, type ProofSentence } from "@/lib/checks";
import { directionOf } from "@/lib/text";

interface ProofTextProps {
  text: string;
  language: string;
  paragraphs: readonly (readonly ProofSentence[])[];
  /** The sentence that is looked at. */
  current: string | null;
}

/** Paragraphs of a draft in which every word shows its state, each with how much of it is accounted for. */
export function ProofText({ text, language, paragraphs, current }: ProofTextProps) {
  return (
    <div className="reader proof" lang={language} data-reader>
      {paragraphs.map((paragraph) => {
        const first = paragraph[0];
        const last = paragraph.at(-1);
        if (first === undefined || last === undefined) return null;
        const words = text.slice(first.start, last.end);
        const sentences = paragraph.map((sentence, index) => {
          const { key } = sentence;
          const own = wordsOf(text, paragraph[index - 1]?.end ?? sentence.start, sentence);
          const now = key === current ? ({ className: "is-now", "aria-current": "true" } as const) : {};
          const at = { id: `s-${key}`, href: toSentence(key), scroll: false };
          return createElement(Link, { ...at, ...now }, ...own);
        });
        return (
          <p key={first.start} dir={directionOf(words, language)}>
            <span className="n" aria-hidden="true">
              <span>{shareOf(paragraph)} %</span>
            </span>
            {createElement("span", { "data-start": first.start }, ...sentences)}
          </p>
        );
      })}
    </div>
  );
}

/** Where a sentence stands, from the proof sheet that it is on. */
export const toSentence = (key: string) => `?at=${key}#s-${key}` as Route;

/** What stands before a sentence and its words. What nobody checked has no mark, and is drawn with what stands around it. */
function wordsOf(text: string, from: number, { runs, end }: ProofSentence): ReactNode[] {
  const drawn: ReactNode[] = [];
  let plain = from;
  for (const run of runs) {
    if (run.state === "unchecked") continue;
    if (run.start > plain) drawn.push(text.slice(plain, run.start));
    drawn.push(
      createElement("span", { className: `proof__w--${run.state}` }, text.slice(run.start, run.end)),
    );
    plain = run.end;
  }
  if (end > plain) drawn.push(text.slice(plain, end));
  return drawn;
}

function shareOf(paragraph: readonly ProofSentence[]): number {
  let [all, done] = [0, 0];
  for (const { counts } of paragraph) {
    for (const count of Object.values(counts)) all += count;
    for (const state of ACCOUNTED) done += counts[state];
  }
  return all === 0 ? 100 : Math.floor((100 * done) / all);
}

interface ProofPartsProps {
  /** Which part is shown, from 0. */
  shown: number;
  parts: readonly (readonly (readonly ProofSentence[])[])[];
}

/** The parts of a long draft; nothing where there is one. */
export function ProofParts({ shown, parts }: ProofPartsProps) {
  if (parts.length < 2) return null;
  const [before, behind] = [shown - 1, shown + 1].map((at) => parts[at]?.[0]?.[0]?.key);
  return (
    <nav className="bar pager" aria-label="Parts of the draft">
      <span className="meta">
        Part {shown + 1} of {parts.length}
      </span>
      <span className="push btns noprint">
        {before === undefined ? null : (
          <Link className="btn btn--sm" href={toSentence(before)} rel="prev">
            Earlier
          </Link>
        )}
        {behind === undefined ? null : (
          <Link className="btn btn--sm" href={toSentence(behind)} rel="next">
            Next part
          </Link>
        )}
      </span>
    </nav>
  );
}

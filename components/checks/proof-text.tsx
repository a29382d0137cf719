import type { Route } from "next";
import { Link } from "@/components/ui/link";
import { ACCOUNTED, type ProofSentence } from "@/lib/checks";
import { directionOf } from "@/lib/text";

interface ProofTextProps {
  checkId: string;
  text: string;
  language: string;
  sentences: readonly ProofSentence[];
  /** The sentence that is looked at. */
  current: string | null;
}

/** A draft in which every word shows its state, and every paragraph how much of it is accounted for. */
export function ProofText({ checkId, text, language, sentences, current }: ProofTextProps) {
  return (
    <div className="reader proof" lang={language} data-reader>
      {paragraphsOf(text, sentences).map((paragraph) => {
        const first = paragraph[0];
        const last = paragraph.at(-1);
        if (first === undefined || last === undefined) return null;
        const words = text.slice(first.start, last.end);
        return (
          <p key={first.start} dir={directionOf(words, language)}>
            <span className="n" aria-hidden="true">
              <span>{shareOf(paragraph)} %</span>
            </span>
            <span data-start={first.start}>
              {paragraph.map((sentence, index) => (
                <Link
                  key={sentence.key}
                  id={`s-${sentence.key}`}
                  className={sentence.key === current ? "proof__s is-now" : "proof__s"}
                  href={`/check/${checkId}/proof?at=${sentence.key}#s-${sentence.key}` as Route}
                  aria-current={sentence.key === current ? "true" : undefined}
                  scroll={false}
                  // a pointer that is drawn over it selects its words
                  draggable={false}
                >
                  <Words
                    text={text}
                    from={index === 0 ? sentence.start : endBefore(paragraph, index)}
                    sentence={sentence}
                  />
                </Link>
              ))}
            </span>
          </p>
        );
      })}
    </div>
  );
}

function Words({ text, from, sentence }: { text: string; from: number; sentence: ProofSentence }) {
  let at = from;
  const parts = sentence.runs.map(({ start, end, state }) => {
    const gap = text.slice(at, start);
    at = end;
    return (
      <span key={start}>
        {gap}
        <span className={`proof__w proof__w--${state}`}>{text.slice(start, end)}</span>
      </span>
    );
  });
  return (
    <>
      {parts}
      {text.slice(at, sentence.end)}
    </>
  );
}

const endBefore = (paragraph: readonly ProofSentence[], index: number) => paragraph[index - 1]?.end ?? 0;

function paragraphsOf(text: string, sentences: readonly ProofSentence[]): ProofSentence[][] {
  const paragraphs: ProofSentence[][] = [];
  let end = 0;
  for (const sentence of sentences) {
    const last = paragraphs.at(-1);
    if (last === undefined || text.slice(end, sentence.start).includes("\n")) paragraphs.push([sentence]);
    else last.push(sentence);
    end = sentence.end;
  }
  return paragraphs;
}

function shareOf(paragraph: readonly ProofSentence[]): number {
  let [all, done] = [0, 0];
  for (const { counts } of paragraph) {
    for (const count of Object.values(counts)) all += count;
    for (const state of ACCOUNTED) done += counts[state];
  }
  return all === 0 ? 100 : Math.floor((100 * done) / all);
}

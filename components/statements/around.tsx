import { directionOf } from "@/lib/text";
import { SignBefore, type Signed } from "./sign-before";

interface AroundProps {
  /** Whose words they are, with what must be read before them. */
  statement: Signed & { readonly form: string };
  around: { readonly before: string; readonly words: string; readonly after: string } | null;
  language: string;
  /** Why and about what it was said, written by the reporter. */
  context: string;
}

/** The sentences before and after the words, as the edition has them, and the reporter's note. */
export function Around({ statement, around, language, context }: AroundProps) {
  return (
    <div className="stack">
      {around ? (
        <div className="ctx" lang={language} dir={directionOf(`${around.words}${around.before}`, language)}>
          <p>
            {around.before}
            <SignBefore statement={statement} />
            <mark className={`hl hl--${statement.form}`}>{around.words}</mark>
            {around.after}
          </p>
        </div>
      ) : (
        <p>The words are not found in the text that is held, so nothing can be shown around them.</p>
      )}
      {context ? (
        <p className="small measure">
          Reporter’s note. <bdi>{context}</bdi>
        </p>
      ) : null}
    </div>
  );
}

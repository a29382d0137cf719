import { companyOf, languageName, type Worded } from "@/lib/statements";
import { Apparatus } from "./quotation";

/** The words as they were said, when those above are a translation, and who translated them. */
export function Translation({ statement }: { statement: Worded }) {
  const { language, originalWording, originalLanguage, translatedBy } = statement;
  if (!originalWording && !originalLanguage && !translatedBy) return null;
  // denied in one language is denied in the other
  const { lead } = companyOf(statement);
  return (
    <section aria-labelledby="original-title" className="above-6">
      <h3 id="original-title" className="label">
        The words as they were said{originalLanguage ? `, in ${languageName(originalLanguage)}` : null}
      </h3>
      {originalWording ? (
        <blockquote className="q q--2 above-2" lang={originalLanguage ?? undefined} dir="auto">
          <p>
            {lead ? <Apparatus>{`${lead} `}</Apparatus> : null}
            {originalWording}
          </p>
        </blockquote>
      ) : (
        <p className="small">The original words are not recorded.</p>
      )}
      <p className="meta above-2">
        Translated to {languageName(language)}{" "}
        {translatedBy ? (
          <>
            by <span dir="auto">{translatedBy}</span>
          </>
        ) : (
          "; by whom is not recorded"
        )}
      </p>
    </section>
  );
}

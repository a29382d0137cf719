import { languageName } from "@/lib/statements";

interface TranslationProps {
  statement: {
    readonly language: string;
    readonly originalWording: string | null;
    readonly originalLanguage: string | null;
    readonly translatedBy: string | null;
  };
}

/** The words as they were said, when those above are a translation, and who translated them. */
export function Translation({ statement }: TranslationProps) {
  const { language, originalWording, originalLanguage, translatedBy } = statement;
  if (!originalWording && !originalLanguage && !translatedBy) return null;
  return (
    <section aria-labelledby="original-title" className="above-6">
      <h3 id="original-title" className="label">
        The words as they were said{originalLanguage ? `, in ${languageName(originalLanguage)}` : null}
      </h3>
      {originalWording ? (
        <blockquote className="q q--2 above-2" lang={originalLanguage ?? undefined} dir="auto">
          <p>{originalWording}</p>
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

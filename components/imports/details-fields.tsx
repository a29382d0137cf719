import { ComboField } from "@/components/forms/combo-field.client";
import { TextField } from "@/components/forms/fields.client";
import { languageName } from "@/lib/statements";
import { OFFERED_LANGUAGES } from "@/lib/text";

interface DetailsFieldsProps {
  /** The story that the statements go into, as it is written in the field. */
  story: string;
  values?: {
    readonly title: string;
    readonly outletName: string;
    readonly address: string;
    readonly author: string;
    readonly publishedOn: string;
    readonly language: string;
  };
  /** What the text seems to be in, once there is one. */
  guess?: { readonly language: string; readonly because: string } | null;
}

/** What is asked about the document: all of it optional, none of it guessed. */
export function DetailsFields({ story, values, guess = null }: DetailsFieldsProps) {
  return (
    <div className="grid-2">
      <TextField name="title" label="Title" value={values?.title} hint="Left empty, its first line" />
      <ComboField
        of="outlets"
        name="outletName"
        label="Outlet"
        value={values?.outletName}
        hint="Who published it"
      />
      <TextField name="address" label="Address" value={values?.address} type="url" hint="https://…" />
      <TextField name="author" label="Author" value={values?.author} hint="As printed" />
      <TextField
        name="publishedOn"
        label="Date published"
        value={values?.publishedOn}
        hint="28 October 2025, October 2025 or 2025"
      />
      <TextField
        name="language"
        label="Language"
        value={values ? languageName(values.language) : undefined}
        hint={values ? languageHint(values.language, guess) : "Left empty, it is guessed from the text"}
        list="known-languages"
      />
      <ComboField
        of="stories"
        name="story"
        label="Story"
        value={story}
        hint="Where the statements go; may be left empty"
      />
      <datalist id="known-languages">
        {OFFERED_LANGUAGES.map((code) => (
          <option key={code} value={languageName(code)} />
        ))}
      </datalist>
    </div>
  );
}

/** Why the language stands there: what shows it, or that a person said so. */
function languageHint(
  language: string,
  guess: { readonly language: string; readonly because: string } | null,
): string {
  if (guess === null) return "The text does not show it: check it. Statements are looked for by its rules.";
  const because = guess.because.replaceAll("*", "");
  if (guess.language === language) return `Guessed: ${because}. Another one is looked through anew.`;
  return `Said by you; the text looks like ${languageName(guess.language)}, since ${because}.`;
}

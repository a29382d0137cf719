import { ComboField } from "@/components/forms/combo-field.client";
import { TextField } from "@/components/forms/fields.client";
import type { DetailName, FoundDetail, FoundDetails } from "@/lib/articles";
import { now } from "@/lib/env";
import { aheadOfPublication } from "@/lib/sources";
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
  /** What the document says of itself, and where. */
  found?: FoundDetails;
  /** What the text seems to be in, once there is one. */
  guess?: { readonly language: string; readonly because: string } | null;
}

/** What is asked about the document: all of it optional, none of it guessed; what the document says of itself is told with its place. */
export function DetailsFields({ story, values, found = {}, guess = null }: DetailsFieldsProps) {
  const hint = (name: DetailName, otherwise?: string) => sayingOf(found[name], values?.[name]) ?? otherwise;
  return (
    <div className="grid-2">
      <TextField
        name="title"
        label="Title"
        value={values?.title}
        hint={hint("title", "Left empty, its first line")}
      />
      <ComboField
        of="outlets"
        name="outletName"
        label="Outlet"
        value={values?.outletName}
        hint={hint("outletName", "Who published it")}
      />
      <TextField
        name="address"
        label="Address"
        value={values?.address}
        type="url"
        hint={hint("address", "https://…")}
      />
      <TextField name="author" label="Author" value={values?.author} hint={hint("author", "As printed")} />
      <TextField
        name="publishedOn"
        label="Date published"
        value={values?.publishedOn}
        hint={
          aheadOfPublication(values?.publishedOn ?? "", now()) ??
          hint("publishedOn", "28 October 2025, October 2025 or 2025")
        }
      />
      <TextField
        name="language"
        label="Language"
        value={values ? languageName(values.language) : undefined}
        hint={
          hint("language") ??
          (values ? languageHint(values.language, guess) : "Left empty, it is guessed from the text")
        }
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

/** Where the document says what stands in the field, or what it says where that was corrected. */
function sayingOf(found: FoundDetail | undefined, value: string | undefined): string | null {
  if (found === undefined || value === undefined) return null;
  return found.value === value ? `Read from ${found.from}` : `${capital(found.from)} says “${found.value}”`;
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

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

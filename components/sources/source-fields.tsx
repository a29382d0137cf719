import { ComboField } from "@/components/forms/combo-field.client";
import { SelectField, TextArea, TextField } from "@/components/forms/fields.client";
import { now } from "@/lib/env";
import { authorsOf, writeNames } from "@/lib/names";
import { aheadOfPublication, SOURCE_KINDS } from "@/lib/sources";
import { typedDate } from "@/lib/text";
import { sourceKindWord } from "./source-facts";

interface SourceFieldsProps {
  source: {
    readonly title: string;
    readonly kind: string;
    readonly titleRomanised: string | null;
    readonly titleTranslated: string | null;
    readonly address: string | null;
    readonly archiveAddress: string | null;
    readonly author: string | null;
    readonly authorNames: string | null;
    readonly language: string;
    readonly publishedOn: Date | null;
    readonly publishedOnPrecision: string | null;
    readonly outlet: { readonly name: string } | null;
  };
}

/** What is recorded about a source. */
export function SourceFields({ source }: SourceFieldsProps) {
  const publishedOn = typedDate(source.publishedOn, source.publishedOnPrecision);
  return (
    <>
      <TextField name="title" label="Title" value={source.title} lang={source.language} isRequired />
      <TextField
        name="titleRomanised"
        label="Title in Latin letters"
        hint="Of a title in other letters, as citations set it: Gozaresh az Kabol"
        value={source.titleRomanised}
      />
      <TextField
        name="titleTranslated"
        label="Title translated"
        hint="What a title in another language says. Citations set it in brackets behind the title."
        value={source.titleTranslated}
      />
      <ComboField
        of="outlets"
        name="outletName"
        label="Outlet"
        value={source.outlet?.name}
        hint="Who published it. A statement cannot be published without it."
      />
      <SelectField
        name="kind"
        label="Kind"
        value={source.kind}
        choices={SOURCE_KINDS.map((kind) => ({ value: kind, label: sourceKindWord(kind) }))}
      />
      <TextField name="address" label="Address" type="url" value={source.address} />
      <TextField
        name="archiveAddress"
        label="Archived copy"
        type="url"
        hint="Where somebody else keeps a copy of the page, such as https://web.archive.org/…"
        value={source.archiveAddress}
      />
      <TextField
        name="author"
        label="Author"
        hint="The byline as printed; of an interview who asked"
        value={source.author}
      />
      <TextArea
        name="authorNames"
        label="Authors, as they are cited"
        hint="One a line. A person: Family, Given. A family name that is printed first: Kim / Jong Un. In brackets what is never turned round, such as a body: [Human Rights Watch]. Read from the byline until somebody puts it right; left empty, it is read from it again."
        rows={3}
        value={writeNames(authorsOf(source))}
      />
      <TextField
        name="publishedOn"
        label="Date published"
        hint={aheadOfPublication(publishedOn, now()) ?? "28 October 2025, October 2025 or 2025"}
        value={publishedOn}
      />
      <TextField
        name="language"
        label="Language"
        hint="By its name or code, such as Urdu or ur"
        value={source.language}
        isRequired
      />
    </>
  );
}

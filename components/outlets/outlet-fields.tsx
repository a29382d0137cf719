import { SelectField, TextField } from "@/components/forms/fields.client";
import { countryName, OUTLET_KINDS } from "@/lib/outlets";
import { languageName } from "@/lib/statements";
import { outletKindWord } from "./outlet-facts";

interface OutletFieldsProps {
  outlet: {
    readonly kind: string;
    readonly homepage: string | null;
    readonly country: string | null;
    readonly language: string | null;
  };
}

/** What is recorded about an outlet. */
export function OutletFields({ outlet: { kind, homepage, country, language } }: OutletFieldsProps) {
  return (
    <>
      <SelectField
        name="kind"
        label="Kind"
        value={kind}
        choices={OUTLET_KINDS.map((value) => ({ value, label: outletKindWord(value) }))}
      />
      <TextField name="homepage" label="Homepage" type="url" value={homepage} />
      <TextField
        name="country"
        label="Country"
        hint="By its name or code, such as Norway or NO"
        value={country ? countryName(country) : ""}
      />
      <TextField
        name="language"
        label="Language"
        hint="The one that it mostly publishes in, by its name or code, such as Urdu or ur"
        value={language ? languageName(language) : ""}
      />
    </>
  );
}

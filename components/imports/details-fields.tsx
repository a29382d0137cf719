import { TextField } from "@/components/forms/fields.client";

interface DetailsFieldsProps {
  outlets: readonly { readonly name: string }[];
  values?: {
    readonly title: string;
    readonly outletName: string;
    readonly address: string;
    readonly author: string;
    readonly publishedOn: string;
  };
}

/** What is asked about the document: all of it optional, none of it guessed. */
export function DetailsFields({ outlets, values }: DetailsFieldsProps) {
  return (
    <div className="grid-2">
      <TextField
        name="title"
        label="Title"
        value={values?.title}
        hint="Left empty, its first line"
        autoComplete="off"
      />
      <TextField
        name="outletName"
        label="Outlet"
        value={values?.outletName}
        hint="Who published it"
        list="known-outlets"
        autoComplete="off"
      />
      <TextField
        name="address"
        label="Address"
        value={values?.address}
        type="url"
        hint="https://…"
        autoComplete="off"
      />
      <TextField name="author" label="Author" value={values?.author} hint="As printed" autoComplete="off" />
      <TextField
        name="publishedOn"
        label="Date published"
        value={values?.publishedOn}
        hint="28 October 2025, October 2025 or 2025"
        autoComplete="off"
      />
      <datalist id="known-outlets">
        {outlets.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </div>
  );
}

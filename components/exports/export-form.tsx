import { Button } from "@/components/ui/button";
import { Check, SelectField } from "@/components/ui/choice-field";
import { fieldIds, GroupFrame } from "@/components/ui/field";
import { TextField } from "@/components/ui/text-field";

interface ExportFormProps {
  /** What is filled in: by name, as the address has it. */
  values: Readonly<Record<string, string>>;
  /** Further values of the address that have no field here. */
  kept: readonly (readonly [name: string, value: string])[];
  formats: readonly { readonly id: string; readonly label: string; readonly about: string }[];
  format: string;
  styles: readonly { readonly key: string; readonly name: string }[];
  style: string;
  /** Whether something narrows it, so that the fields stand open. */
  isNarrowed: boolean;
}

/** What to take away and how, as one plain form: every choice is an address. */
export function ExportForm({ values, kept, formats, format, styles, style, isNarrowed }: ExportFormProps) {
  return (
    <form action="/exports" method="get" className="stack" aria-label="What to export, and how">
      {kept.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <details className="folds export__what" open={isNarrowed}>
        <summary>Choose which statements</summary>
        <div className="grid-2 above-3">
          <TextField name="q" label="Words" value={values.q} hint="Of the quotation or the speaker’s name." />
          <TextField
            name="speaker"
            label="Speaker"
            value={values.speaker}
            hint="The end of their address, such as sami-yousafzai; several with commas."
          />
          <TextField name="story" label="Story" value={values.story} hint="The end of its address." />
          <TextField name="claim" label="Claim" value={values.claim} hint="The end of its address." />
          <TextField name="source" label="Source" value={values.source} hint="Its id, such as src-2m4k7q." />
          <TextField
            name="id"
            label="Single statements"
            value={values.id}
            hint="Their ids, such as st-7k2m9q, with spaces or commas between them."
          />
        </div>
      </details>
      <FormatField formats={formats} chosen={format} />
      <SelectField
        name="style"
        label="Citation style"
        hint="For DOCX and Markdown, whose references are set; the other formats leave it to the program that reads them."
        choices={styles.map(({ key, name }) => ({ value: key, label: name }))}
        value={style}
      />
      <div className="btns">
        <Button type="submit">Show a preview</Button>
      </div>
    </form>
  );
}

function FormatField({ formats, chosen }: { formats: ExportFormProps["formats"]; chosen: string }) {
  const field = { name: "format", label: "Format" };
  const ids = fieldIds(field);
  return (
    <GroupFrame {...field} ids={ids}>
      <div className="choices export__formats">
        {formats.map(({ id, label, about }) => (
          <Check
            key={id}
            type="radio"
            id={`${ids.id}-${id}`}
            name="format"
            choice={{ value: id, label, hint: about }}
            isChosen={id === chosen}
          />
        ))}
      </div>
    </GroupFrame>
  );
}

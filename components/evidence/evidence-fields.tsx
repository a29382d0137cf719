import { RadioField, TextArea, TextField } from "@/components/forms/fields.client";
import { FieldGrid } from "@/components/ui/form";
import { EVIDENCE_STANCES } from "@/lib/claims";

/** Evidence for a decision: a source that is held or an address, the words that matter, and what they do. */
export function EvidenceFields({ rows = 1 }: { rows?: number }) {
  return (
    <details className="behind">
      <summary>Add evidence</summary>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a form have no identity but their place
        <div key={row} className="stack stack--tight above-3">
          <RadioField
            name={`evidence.${row}.stance`}
            label="What it does"
            choices={EVIDENCE_STANCES.map(({ key, label, icon }) => ({ value: key, label, icon }))}
            value="supports"
          />
          <FieldGrid>
            <TextField name={`evidence.${row}.sourceId`} label="Source" hint="Its id, such as src-7k2m9q." />
            <TextField name={`evidence.${row}.address`} label="or an address" type="url" hint="https://…" />
          </FieldGrid>
          <TextArea name={`evidence.${row}.excerpt`} label="Excerpt" rows={2} />
          <TextField name={`evidence.${row}.note`} label="Note" />
        </div>
      ))}
    </details>
  );
}

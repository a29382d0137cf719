import { CheckSet, RadioField, TextArea, TextField } from "@/components/forms/fields.client";
import { FormFold } from "@/components/forms/fold.client";
import { FieldGrid } from "@/components/ui/form";
import { withDrawing } from "@/components/ui/icon";
import { EVIDENCE_STANCES } from "@/lib/claims";
import { EvidenceList, type EvidenceShown } from "./evidence-list";

/** Evidence for a decision: a source that is held or an address, the words that matter, and what they do. */
export function EvidenceFields({ rows = 1 }: { rows?: number }) {
  return (
    <FormFold className="behind" summary="Add evidence" names={["evidence"]}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a form have no identity but their place
        <div key={row} className="stack stack--tight">
          <RadioField
            name={`evidence.${row}.stance`}
            label="What it does"
            choices={EVIDENCE_STANCES.map(({ key, label, icon }) => ({
              ...withDrawing({ icon }),
              value: key,
              label,
            }))}
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
    </FormFold>
  );
}

/** The evidence that a new record takes over from the former one, and which of it this one does without. */
export function KeptEvidence({ evidence }: { evidence: readonly EvidenceShown[] }) {
  if (evidence.length === 0) return null;
  const nameOf = ({ source, title, address, excerpt, note }: EvidenceShown) =>
    source?.title || title || address || excerpt || note;
  return (
    <div className="stack stack--tight">
      <p className="label">Evidence, kept when you save</p>
      <EvidenceList evidence={evidence} />
      <FormFold className="behind" summary="Do without some of it" names={["without"]}>
        <CheckSet
          name="without"
          label="Leave out from now on"
          choices={evidence.map((one) => ({ value: one.id, label: nameOf(one) }))}
          value={[]}
        />
      </FormFold>
    </div>
  );
}

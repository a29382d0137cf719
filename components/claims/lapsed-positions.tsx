import { ActionForm } from "@/components/forms/action-form";
import { SelectField, TextField } from "@/components/forms/fields.client";
import { PublicNote } from "@/components/notices/public-note";
import { Quotation } from "@/components/statements/quotation";
import { speakerName } from "@/components/statements/words";
import { Hidden } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { STANCES } from "@/lib/claims";
import type { FormAction } from "@/lib/forms";
import type { Worded } from "@/lib/statements";
import { labelOf } from "@/lib/text";

interface LapsedPositionsProps {
  claimId: string;
  /** Of the claim. */
  version: number;
  positions: readonly {
    readonly id: string;
    readonly stance: string;
    readonly note: string;
    readonly statement: Worded & {
      readonly publicId: string;
      readonly attribution: string;
      readonly speaker: { readonly name: string } | null;
    };
  }[];
  take: FormAction;
  drop: FormAction;
  /** Whether visitors read the claim, so that a position of a published statement takes a note. */
  isRead: boolean;
  mayChange: boolean;
}

/** Positions taken on former words of a claim: each is taken on the new ones, or let go. */
export function LapsedPositions(props: LapsedPositionsProps) {
  const { claimId, version, positions, take, drop, isRead, mayChange } = props;
  return (
    <ul className="rows">
      {positions.map(({ id, stance, note, statement }) => {
        const needsNote = isRead && (statement.state === "published" || statement.state === "retracted");
        return (
          <li key={id} className="stack stack--tight">
            <Quotation statement={statement} size="list" href={`/statements/${statement.publicId}`} />
            <p className="meta">
              <bdi>{speakerName(statement)}</bdi>: {labelOf(STANCES, stance).toLowerCase()} the former words
            </p>
            {needsNote && !mayChange ? (
              <p className="small">Both are published, so an editor takes it again.</p>
            ) : (
              <ActionForm
                action={take}
                id={`take-${id}`}
                label="Take the position again"
                version={version}
                className="stack stack--tight"
              >
                <Hidden values={{ claimId, statementId: statement.publicId }} />
                <SelectField
                  name="stance"
                  label="The statement, to the claim as it reads now"
                  value={stance}
                  choices={STANCES.map(({ key, label }) => ({ value: key, label }))}
                />
                <TextField name="note" label="Note" value={note} />
                {needsNote ? <PublicNote /> : null}
                <SubmitButton isSmall pendingLabel="Saving…">
                  Take this position
                </SubmitButton>
              </ActionForm>
            )}
            <ActionForm action={drop} id={`drop-${id}`} label="Let the position go">
              <Hidden values={{ positionId: id }} />
              <SubmitButton variant="quiet" isSmall icon="x">
                It takes no position on these words
              </SubmitButton>
            </ActionForm>
          </li>
        );
      })}
    </ul>
  );
}

import type { Route } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/fields.client";
import { Fold } from "@/components/forms/fold.client";
import { PublicNote } from "@/components/notices/public-note";
import { Hidden } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { countOf } from "@/components/ui/numeral";
import { SubmitButton } from "@/components/ui/submit-button";
import { Time } from "@/components/ui/time";
import type { FormAction } from "@/lib/forms";
import type { SplitRow } from "@/lib/speakers";

interface SplitListProps {
  /** The speaker whose page it is. */
  speakerId: string;
  splits: readonly SplitRow[];
  action: FormAction;
}

/** What was split off from this speaker, or split this one off, each to be taken back. */
export function SplitList({ speakerId, splits, action }: SplitListProps) {
  return (
    <ul className="rows">
      {splits.map(({ id, from, into, statements, reason, splitAt, isRead }) => {
        const other = from.id === speakerId ? into : from;
        return (
          <li key={id}>
            {from.id === speakerId ? "To " : "From "}
            <Link href={`/speakers/${other.slug}` as Route}>{other.name}</Link>, since{" "}
            <Time value={splitAt} precision="day" />, {countOf(statements, "statement")}: {reason}
            <Fold>
              <summary>{`Take ${from.name} and ${into.name} for one again`}</summary>
              <ActionForm
                action={action}
                id={`undo-split-${id}`}
                label={`Take ${from.name} and ${into.name} for one again`}
                className="stack measure"
              >
                <Hidden values={{ splitId: id }} />
                <p className="hint">
                  What went to {into.name} comes back to {from.name}, unless somebody gave it to a third. What
                  was recorded for {into.name} since stays there.
                </p>
                {isRead ? (
                  <PublicNote />
                ) : (
                  <TextField name="reason" label="How it is known that they are one" isRequired />
                )}
                <SubmitButton variant="plain" pendingLabel="Saving…">
                  Take the split back
                </SubmitButton>
              </ActionForm>
            </Fold>
          </li>
        );
      })}
    </ul>
  );
}

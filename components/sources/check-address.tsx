import type { Route } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { Hidden } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { Note } from "@/components/ui/note";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/forms";

/** Asks the address of a source for what stands there by now. */
export function CheckAddress({ sourceId, check }: { sourceId: string; check: FormAction }) {
  return (
    <ActionForm action={check} id="check-address" label="Check the address again" className="noprint above-4">
      <Hidden values={{ sourceId }} />
      <SubmitButton variant="quiet" isSmall icon="refresh-cw" pendingLabel="Reading…">
        Check the address again
      </SubmitButton>
    </ActionForm>
  );
}

type Query = string | string[] | undefined;

interface CheckedNoteProps {
  sourceId: string;
  /** What came of asking, in the answer to it, and the edition that it reads as. */
  checked: Query;
  as: Query;
  /** Newest first. */
  editions: readonly { readonly number: number }[];
}

/** What came of asking the address again. */
export function CheckedNote({ sourceId, checked, as, editions }: CheckedNoteProps) {
  const number = editions.find((edition) => String(edition.number) === as)?.number;
  if (number === undefined) return null;
  const former = editions.find((edition) => edition.number < number)?.number;
  if (checked === "same")
    return (
      <Note tone="pass" title="It reads as before" isLive>
        <p>What stands at its address is edition {number}.</p>
      </Note>
    );
  if (checked !== "changed" && checked !== "back") return null;
  return (
    <Note
      tone="care"
      title={checked === "back" ? `It reads as edition ${number} again` : "Its text was changed"}
      isLive
    >
      <p>
        {checked === "back"
          ? "What waited because of the later text was looked at anew."
          : `What stands at its address by now is edition ${number}.`}{" "}
        Statements whose words it does not have wait under{" "}
        <Link href={"/review?view=changed" as Route}>Changed in the source</Link>.
      </p>
      {checked === "changed" && former !== undefined ? (
        <p>
          <Link href={`/sources/${sourceId}/editions/${former}..${number}` as Route}>
            What changed since edition {former}
          </Link>
        </p>
      ) : null}
    </Note>
  );
}

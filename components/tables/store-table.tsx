import { ActionForm } from "@/components/forms/action-form";
import { SizeGuard } from "@/components/imports/size-guard.client";
import { Facts } from "@/components/ui/facts";
import { Hidden } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { countOf } from "@/components/ui/numeral";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/forms";
import { MOST_TEXT_BYTES, MOST_TEXT_WORDS } from "@/lib/text";
import { RowsFields } from "./rows-fields";

interface OfTable {
  readonly action: FormAction;
  readonly tableId: string;
  readonly version: number;
}

interface Counts {
  readonly rows: number;
  readonly new: number;
  readonly known: number;
  readonly double: number;
  readonly stop: number;
  readonly care: number;
  readonly newSources: number;
  readonly knownSources: number;
  readonly newSpeakers: number;
  readonly knownSpeakers: number;
}

/** What storing a table comes to, and the button that does it; what stops it stands in its place. */
export function StoreTable({ action, tableId, version, counts }: OfTable & { readonly counts: Counts }) {
  const { stop, care } = counts;
  const unread = counts.rows - counts.new - counts.known - counts.double;
  return (
    <div className="stack">
      <Facts
        columns={2}
        facts={[
          {
            name: "New statements",
            value: `${countOf(counts.new, "row")}${unread > 0 ? `; ${countOf(unread, "row")} cannot be read yet` : ""}`,
          },
          {
            name: "Held already",
            value: `${countOf(counts.known, "row")}${counts.double > 0 ? `, and ${counts.double} twice in the table` : ""}`,
          },
          { name: "Sources", value: `${counts.newSources} new, ${counts.knownSources} in the record` },
          { name: "Speakers", value: `${counts.newSpeakers} new, ${counts.knownSpeakers} in the record` },
        ]}
      />
      <ActionForm action={action} id="table-store" label="Store the table" version={version}>
        <Hidden values={{ tableId }} />
        {stop > 0 ? (
          <Note
            tone="stop"
            title={
              stop === 1
                ? "One problem stops this table"
                : `${stop.toLocaleString("en-GB")} problems stop this table`
            }
          >
            <p>
              They stand below by row and column, with what to do. Nothing is stored as long as one of them is
              there.
            </p>
          </Note>
        ) : (
          <>
            {care > 0 ? (
              <p className="small">
                {care === 1 ? "One thing is" : `${care.toLocaleString("en-GB")} things are`} told below. None
                of it stops the table.
              </p>
            ) : null}
            <div className="btns">
              <SubmitButton icon="check-check" pendingLabel="Storing…">
                {counts.new === 0 ? "Close: nothing is new" : `Store ${countOf(counts.new, "statement")}`}
              </SubmitButton>
            </div>
          </>
        )}
      </ActionForm>
    </div>
  );
}

/** Takes a mended file in the place of the one that was brought. */
export function MendedForm({ action, tableId, version }: OfTable) {
  return (
    <ActionForm action={action} id="table-mended" label="The mended file" version={version} className="stack">
      <SizeGuard mostBytes={MOST_TEXT_BYTES} mostWords={MOST_TEXT_WORDS} advice="Split it." />
      <Hidden values={{ tableId }} />
      <RowsFields rows={4} />
      <div className="btns">
        <SubmitButton variant="plain" icon="replace" pendingLabel="Reading…">
          Look at the mended file
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

export function PutAwayForm({ action, tableId }: Omit<OfTable, "version">) {
  return (
    <ActionForm action={action} id="table-discard" label="Put the table away">
      <Hidden values={{ tableId }} />
      <SubmitButton variant="stop" icon="x" pendingLabel="Putting away…">
        Put the table away
      </SubmitButton>
    </ActionForm>
  );
}

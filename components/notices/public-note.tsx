import { TextArea } from "@/components/forms/fields.client";
import { Note } from "@/components/ui/note";

/** The note that visitors read with a change of what is public; inside an `ActionForm`. */
export function PublicNote({ hint }: { hint?: string }) {
  return (
    <TextArea
      name="publicNote"
      label="Public note"
      hint={
        hint ?? "Visitors read this. Say in a sentence what changed and why; the page shows it with its date."
      }
      rows={2}
      isRequired={hint === undefined}
    />
  );
}

/** In place of a form over something public, for who may not change it. */
export function ClosedToRole({ what }: { what: string }) {
  return (
    <Note title={`Visitors read this ${what}`}>
      <p>
        Only an editor changes it, with a public note that the page shows. Tell an editor what is wrong and
        what it should be.
      </p>
    </Note>
  );
}

import { ActionForm } from "@/components/forms/action-form";
import { Hidden } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/forms";

interface CaptureHereProps {
  sourceId: string;
  edition: number;
  /** Where the words begin that were found. */
  startUtf16: number;
  capture: FormAction;
}

/** Leads from words that were found in a text to the import in which they become a statement. */
export function CaptureHere({ sourceId, edition, startUtf16, capture }: CaptureHereProps) {
  return (
    <div className="below-4">
      <Note title="The words that were found are marked in the text">
        <p>
          To capture them, the text is opened as an import of yours at their paragraph. What is captured of it
          is known there, and nothing is stored until you accept it and store.
        </p>
        <ActionForm action={capture} id="capture-here" label="Capture from this text" className="noprint">
          <Hidden values={{ sourceId, edition: String(edition), startUtf16: String(startUtf16) }} />
          <SubmitButton isSmall icon="plus" pendingLabel="Opening…">
            Capture from this text
          </SubmitButton>{" "}
          <SubmitButton isSmall variant="plain" name="become" value="part" pendingLabel="Opening…">
            Add to a proposal
          </SubmitButton>
        </ActionForm>
      </Note>
    </div>
  );
}

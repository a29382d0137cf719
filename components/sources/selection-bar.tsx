import { ActionForm } from "@/components/forms/action-form";
import { Hidden } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/forms";
import { SelectedPlace } from "./selected-place.client";

interface SelectionBarProps {
  sourceId: string;
  edition: number;
  capture: FormAction;
}

/** A small bar at the words that are selected in a text: they are opened in an import of one's own, to become a statement or a part of one. */
export function SelectionBar({ sourceId, edition, capture }: SelectionBarProps) {
  return (
    <div className="selbar noprint" data-selection-bar hidden>
      <ActionForm action={capture} id="capture-selected" label="Capture the selected words">
        <Hidden values={{ sourceId, edition: String(edition) }} />
        <SelectedPlace />
        <div className="btns">
          <SubmitButton isSmall icon="plus" pendingLabel="Opening…">
            Capture these words
          </SubmitButton>
          <SubmitButton isSmall variant="plain" name="become" value="part" pendingLabel="Opening…">
            Add to a proposal
          </SubmitButton>
        </div>
      </ActionForm>
    </div>
  );
}

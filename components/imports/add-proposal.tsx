import { ActionForm } from "@/components/forms/action-form";
import { TextArea } from "@/components/forms/fields.client";
import { FormFold } from "@/components/forms/fold.client";
import { Hidden } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/forms";
import { SelectedWords } from "./selected-words.client";

interface AddProposalProps {
  draftId: string;
  language: string;
  add: FormAction;
}

/** Adds a statement that the rules did not find: its words copied from the article, or selected there. */
export function AddProposal({ draftId, language, add }: AddProposalProps) {
  return (
    <ActionForm
      action={add}
      id="add-proposal"
      label="Add a statement that was not found"
      className="stack above-4"
    >
      <Hidden values={{ draftId }} />
      <FormFold summary="Add a statement that was not found" names={["wording"]}>
        <TextArea
          name="wording"
          label="Words of the statement"
          hint="As the article has them, to the letter. With the pointer: select them in the article."
          rows={3}
          lang={language}
          isRecord
        />
        <SelectedWords />
        <SubmitButton variant="plain" icon="plus" isSmall>
          Add
        </SubmitButton>
      </FormFold>
    </ActionForm>
  );
}

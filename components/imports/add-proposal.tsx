import { ActionForm } from "@/components/forms/action-form";
import { TextArea } from "@/components/forms/fields.client";
import { FormFold } from "@/components/forms/fold.client";
import { Hidden } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/forms";
import { BarAtSelection } from "./bar-at-selection.client";
import { SelectedWords } from "./selected-words.client";

interface AddProposalProps {
  draftId: string;
  language: string;
  /** The paragraph that was asked for, to be shortened to the words of the statement. */
  paragraph?: {
    readonly startUtf16: number;
    readonly words: string;
    /** They were selected to the letter. */
    readonly isSelected?: boolean;
  } | null;
  /** The proposal that is looked at, of which the words may become a part. */
  into?: number | null;
  add: FormAction;
}

/** Adds a statement that the rules did not find, where its words are: selected in the article, or cut out of their paragraph. */
export function AddProposal({ draftId, language, paragraph = null, into = null, add }: AddProposalProps) {
  const join =
    into === null ? null : (
      <SubmitButton variant="plain" name="into" value={String(into)} isSmall>
        Add to proposal {into}
      </SubmitButton>
    );
  return (
    <ActionForm
      action={add}
      id="add-proposal"
      label="Add a statement that was not found"
      className="imp__add stack"
    >
      <Hidden values={{ draftId }} />
      <FormFold summary="Add a statement that was not found" names={["wording"]} isOpen={paragraph !== null}>
        <TextArea
          name="wording"
          label="Words of the statement"
          hint={
            paragraph === null
              ? "As the article has them, to the letter. With the pointer: select them in the article."
              : paragraph.isSelected
                ? "The words that you selected. More or fewer can be selected in the article."
                : "This is the paragraph: leave of it the words of the statement."
          }
          value={paragraph?.words}
          rows={paragraph === null ? 3 : 6}
          lang={language}
          isRecord
        />
        <SelectedWords words={paragraph?.words} startUtf16={paragraph?.startUtf16 ?? null} />
        <div className="btns">
          <SubmitButton variant="plain" icon="plus" isSmall>
            Add
          </SubmitButton>
          {join}
        </div>
      </FormFold>
      {/* at the words that are selected, which the form has taken */}
      <div className="selbar noprint" data-selection-bar hidden>
        <BarAtSelection />
        <div className="btns">
          <SubmitButton icon="plus" isSmall>
            Capture these words
          </SubmitButton>
          {join}
        </div>
      </div>
    </ActionForm>
  );
}

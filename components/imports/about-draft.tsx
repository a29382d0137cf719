import { ActionForm } from "@/components/forms/action-form";
import { Hidden } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button.client";
import type { FormAction } from "@/lib/forms";
import { DetailsFields } from "./details-fields";

interface AboutDraftProps {
  draft: {
    readonly publicId: string;
    readonly version: number;
    readonly title: string;
    readonly outletName: string;
    readonly address: string;
    readonly author: string;
    readonly publishedOn: string;
  };
  outlets: readonly { readonly name: string }[];
  isOpen: boolean;
  save: FormAction;
  discard: FormAction;
}

/** Where the text was published, folded under what is known of it, and the way to put the import away. */
export function AboutDraft({ draft, outlets, isOpen, save, discard }: AboutDraftProps) {
  const known = [draft.outletName, draft.author, draft.publishedOn, draft.address].filter(Boolean).join(", ");
  return (
    <details className="fold below-5" id="about" open={isOpen}>
      <summary>
        Where it was published <span className="small">{known || "nothing is recorded yet"}</span>
      </summary>
      <div className="stack above-3">
        <ActionForm action={save} id="about-form" label="Where it was published" version={draft.version}>
          <Hidden values={{ draftId: draft.publicId }} />
          <DetailsFields outlets={outlets} values={draft} />
          <div className="btns">
            <SubmitButton variant="plain" pendingLabel="Saving…">
              Save
            </SubmitButton>
          </div>
        </ActionForm>
        <details className="fold">
          <summary>Discard this import</summary>
          <ActionForm action={discard} id="discard" label="Discard this import" className="above-3 btns">
            <Hidden values={{ draftId: draft.publicId }} />
            <span className="small">The text and every decision about it go away. What is stored stays.</span>
            <SubmitButton variant="stop" icon="trash-2" isSmall>
              Discard
            </SubmitButton>
          </ActionForm>
        </details>
      </div>
    </details>
  );
}

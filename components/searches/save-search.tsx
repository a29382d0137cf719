import { ActionForm } from "@/components/forms/action-form";
import { CheckField, TextField } from "@/components/forms/fields.client";
import { Hidden } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/forms";
import { SearchAsked } from "./search-asked";

interface SaveSearchProps {
  /** The query of the list's address, and what it asks for in names and values. */
  asked: string;
  entries: readonly (readonly [name: string, value: string])[];
  mayShare: boolean;
  save: FormAction;
}

/** Keeps what a list was searched for and narrowed by under a name. */
export function SaveSearch({ asked, entries, mayShare, save }: SaveSearchProps) {
  return (
    <ActionForm action={save} id="save-search" label="Save a search" className="stack measure">
      <Hidden values={{ asked }} />
      <p>
        <SearchAsked entries={entries} />
      </p>
      <TextField name="name" label="Name" hint="Such as: ceasefire, denials" isRequired />
      {mayShare ? <ShareField /> : null}
      <SubmitButton pendingLabel="Saving…">Save</SubmitButton>
    </ActionForm>
  );
}

/** Asks whether the desk finds it as well. */
export function ShareField({ isShared = false }: { isShared?: boolean }) {
  return (
    <CheckField
      name="isShared"
      label="Share it with the desk"
      hint="Reporters, reviewers and editors find it and what is new in it for them."
      isChecked={isShared}
    />
  );
}

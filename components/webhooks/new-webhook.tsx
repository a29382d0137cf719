import { ActionForm } from "@/components/forms/action-form";
import { CheckSet, TextField } from "@/components/forms/fields.client";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/forms";
import { EVENT_NAMES, EVENT_WORDS } from "@/lib/webhooks";

/** Asks what listens, where, and what it is told of. */
export function NewWebhook({ action }: { action: FormAction }) {
  return (
    <ActionForm action={action} id="webhook-form" label="Add an address" className="stack measure">
      <TextField name="label" label="What listens there" hint="Such as: the website" isRequired />
      <TextField
        name="url"
        label="Address"
        hint="Such as https://example.org/verbatim. It must answer on the internet."
        isRequired
      />
      <CheckSet
        name="events"
        label="What it is told of"
        value={["statement.published", "statement.corrected", "statement.retracted"]}
        choices={EVENT_NAMES.map((event) => ({ value: event, label: EVENT_WORDS[event] }))}
      />
      <SubmitButton pendingLabel="Adding…">Add the address</SubmitButton>
    </ActionForm>
  );
}

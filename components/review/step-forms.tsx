import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { ComboField } from "@/components/forms/combo-field.client";
import { TextArea, TextField } from "@/components/forms/fields.client";
import { Fold } from "@/components/forms/fold.client";
import { FieldGrid, Hidden } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/forms";

interface StepProps {
  action: FormAction;
  statementId: string;
  version: number;
}

interface PressProps extends StepProps {
  /** The id of the form. */
  id: string;
  shortcut?: string | undefined;
  variant?: "main" | "plain" | "stop" | undefined;
  children: ReactNode;
}

/** A step that takes one press: take, submit, approve, publish, confirm a retraction. */
export function PressForm({ action, statementId, version, id, shortcut, variant, children }: PressProps) {
  return (
    <ActionForm action={action} id={id} version={version} className="stack stack--tight">
      <Hidden values={{ statementId }} />
      <SubmitButton variant={variant} shortcut={shortcut} pendingLabel="Saving…">
        {children}
      </SubmitButton>
    </ActionForm>
  );
}

interface WordedProps extends PressProps {
  /** What is to be written, and for whom. */
  label: string;
  hint?: string | undefined;
  /** What it is filled in with, which opens it. */
  words?: string | undefined;
}

/** A step that is taken with words: return, decline, propose a retraction. */
export function WordedForm({
  action,
  statementId,
  version,
  id,
  label,
  hint,
  words,
  shortcut,
  variant,
  children,
}: WordedProps) {
  return (
    <Fold className="behind" id={id} isOpen={words !== undefined}>
      <summary data-key={shortcut}>{children}</summary>
      <ActionForm
        action={action}
        id={`${id}-form`}
        label={label}
        version={version}
        className="stack stack--tight above-2"
      >
        <Hidden values={{ statementId }} />
        <TextArea name="words" label={label} hint={hint} value={words} rows={2} isRequired />
        <SubmitButton variant={variant ?? "plain"} pendingLabel="Saving…">
          {children}
        </SubmitButton>
      </ActionForm>
    </Fold>
  );
}

interface AssignProps extends StepProps {
  /** By name. */
  assignee: string | null;
  /** An ISO day, or empty. */
  dueOn: string;
}

/** Who reviews it, and by when. */
export function AssignForm({ action, statementId, version, assignee, dueOn }: AssignProps) {
  return (
    <Fold className="behind" id="assign" isOpen={assignee === null}>
      <summary>{assignee === null ? "Assign it" : "Assign it to somebody else, or set the day"}</summary>
      <ActionForm
        action={action}
        id="assign-form"
        label="Assign"
        version={version}
        className="stack stack--tight above-2"
      >
        <Hidden values={{ statementId }} />
        <FieldGrid>
          <ComboField of="reviewers" name="assigneeId" label="Reviewer" value={assignee} isRequired />
          <TextField name="dueOn" label="Due on" type="date" value={dueOn} />
        </FieldGrid>
        <SubmitButton variant="plain" pendingLabel="Saving…">
          Assign
        </SubmitButton>
      </ActionForm>
    </Fold>
  );
}

/** Explains why the words may differ from the source, where the anchor is not exact. */
export function AnchorForm({
  action,
  statementId,
  version,
  explanation,
}: StepProps & { explanation: string }) {
  return (
    <ActionForm
      action={action}
      id="anchor"
      label="Explain the difference"
      version={version}
      className="stack stack--tight"
    >
      <Hidden values={{ statementId }} />
      <TextArea
        name="explanation"
        label="Why the words may differ from the source"
        value={explanation}
        rows={2}
      />
      <SubmitButton variant="plain" pendingLabel="Saving…">
        Save the explanation
      </SubmitButton>
    </ActionForm>
  );
}

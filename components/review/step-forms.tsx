import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { RadioField, SelectField, TextArea, TextField } from "@/components/forms/fields.client";
import { FieldGrid, Hidden } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button.client";
import type { FormAction } from "@/lib/forms";
import { CORRECTION_KINDS } from "@/lib/review";

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
}

/** A step that is taken with words: return, decline, propose a retraction. */
export function WordedForm({
  action,
  statementId,
  version,
  id,
  label,
  hint,
  shortcut,
  variant,
  children,
}: WordedProps) {
  return (
    <details className="behind" id={id}>
      <summary data-key={shortcut}>{children}</summary>
      <ActionForm
        action={action}
        id={`${id}-form`}
        label={label}
        version={version}
        className="stack stack--tight above-2"
      >
        <Hidden values={{ statementId }} />
        <TextArea name="words" label={label} hint={hint} rows={2} isRequired />
        <SubmitButton variant={variant ?? "plain"} pendingLabel="Saving…">
          {children}
        </SubmitButton>
      </ActionForm>
    </details>
  );
}

interface AssignProps extends StepProps {
  reviewers: readonly { id: string; name: string; role: string }[];
  assigneeId: string | null;
  /** An ISO day, or empty. */
  dueOn: string;
}

/** Who reviews it, and by when. */
export function AssignForm({ action, statementId, version, reviewers, assigneeId, dueOn }: AssignProps) {
  return (
    <details className="behind" id="assign" open={assigneeId === null}>
      <summary>{assigneeId === null ? "Assign it" : "Assign it to somebody else, or set the day"}</summary>
      <ActionForm
        action={action}
        id="assign-form"
        label="Assign"
        version={version}
        className="stack stack--tight above-2"
      >
        <Hidden values={{ statementId }} />
        <FieldGrid>
          <SelectField
            name="assigneeId"
            label="Reviewer"
            choices={reviewers.map(({ id, name, role }) => ({ value: id, label: `${name}, ${role}` }))}
            value={assigneeId}
            emptyLabel="Choose"
          />
          <TextField name="dueOn" label="Due on" type="date" value={dueOn} />
        </FieldGrid>
        <SubmitButton variant="plain" pendingLabel="Saving…">
          Assign
        </SubmitButton>
      </ActionForm>
    </details>
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

interface CorrectProps extends StepProps {
  statement: {
    wording: string;
    roleThen: string;
    place: string;
    event: string;
    addressee: string;
    context: string;
  };
  axes: readonly { key: string; label: string; values: readonly { key: string; label: string }[] }[];
}

/** Changes what is published: what kind of change, the public note, and the fields or the verdict that change. */
export function CorrectForm({ action, statementId, version, statement, axes }: CorrectProps) {
  const verdicts = axes.flatMap((axis) =>
    axis.values.map((value) => ({
      value: `${axis.key}:${value.key}`,
      label: `${axis.label} ${value.label}`,
    })),
  );
  return (
    <details className="behind" id="correct">
      <summary data-key="e">Correct it</summary>
      <ActionForm
        action={action}
        id="correct-form"
        label="Correct"
        version={version}
        className="stack above-2"
      >
        <Hidden values={{ statementId }} />
        <RadioField
          name="kind"
          label="Kind"
          choices={CORRECTION_KINDS.map(({ key, label, definition }) => ({
            value: key,
            label,
            hint: definition,
          }))}
        />
        <TextArea
          name="note"
          label="Public note"
          hint="Readers see it with the new version; the former version keeps its words."
          rows={2}
          isRequired
        />
        <TextArea name="changes.wording" label="Wording" value={statement.wording} rows={3} isRecord />
        <TextField name="changes.roleThen" label="Role as of that day" value={statement.roleThen} />
        <FieldGrid>
          <TextField name="changes.place" label="Place" value={statement.place} />
          <TextField name="changes.event" label="Event" value={statement.event} />
          <TextField name="changes.addressee" label="Addressee" value={statement.addressee} />
        </FieldGrid>
        <TextArea name="changes.context" label="Context" value={statement.context} rows={2} />
        <SelectField
          name="verdictValue"
          label="New verdict"
          hint="For a change of verdict only."
          choices={verdicts}
          emptyLabel="None"
        />
        <TextArea name="verdictReasons" label="Reasons for the new verdict" rows={2} />
        <SubmitButton pendingLabel="Publishing…">Publish the next version</SubmitButton>
      </ActionForm>
    </details>
  );
}

import { Hidden } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button.client";
import type { FormAction } from "@/lib/forms";
import { ActionForm } from "./action-form.client";

interface RemovableListProps {
  rows: readonly {
    readonly id: string;
    readonly label: string;
    /** What the button does, for readers: "Take the name Syed away". */
    readonly remove: string;
  }[];
  /** The input that names the row to the action. */
  name: string;
  values: Readonly<Record<string, string>>;
  version: number;
  action: FormAction;
  /** Said when there is no row. */
  none: string;
}

/** Small records of one thing, each with a button that takes it away. */
export function RemovableList({ rows, name, values, version, action, none }: RemovableListProps) {
  if (rows.length === 0) return <p className="small">{none}</p>;
  return (
    <ul className="rows">
      {rows.map(({ id, label, remove }) => (
        <li key={id}>
          <ActionForm
            action={action}
            id={`remove-${id}`}
            label={remove}
            version={version}
            className="rows__act"
          >
            <Hidden values={{ ...values, [name]: id }} />
            <span dir="auto">{label}</span>
            <SubmitButton variant="quiet" isSmall icon="x">
              Take away
            </SubmitButton>
          </ActionForm>
        </li>
      ))}
    </ul>
  );
}

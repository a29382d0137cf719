import type { ReactNode } from "react";
import { Hidden } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/forms";
import { ActionForm } from "./action-form";
import { FormFold } from "./fold.client";

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
  /** The save that the page showed, where the rows are parts of one thing. */
  version?: number;
  action: FormAction;
  /** Said when there is no row. */
  none: string;
  /** More to fill in before a row is taken away, such as a public note; it is folded away until then. */
  more?: ReactNode;
}

/** Small records of one thing, each with a button that takes it away. */
export function RemovableList({ rows, name, values, version, action, none, more }: RemovableListProps) {
  if (rows.length === 0) return <p className="small">{none}</p>;
  return (
    <ul className="rows">
      {rows.map(({ id, label, remove }) => (
        <li key={id}>
          <ActionForm
            action={action}
            id={`remove-${name}-${id}`}
            label={remove}
            {...(version === undefined ? {} : { version })}
            className="rows__act"
          >
            <Hidden values={{ ...values, [name]: id }} />
            <span dir="auto">{label}</span>
            {more ? (
              <FormFold className="behind" summary="Take away" names={["publicNote"]}>
                {more}
                <SubmitButton variant="plain" isSmall icon="x">
                  {remove}
                </SubmitButton>
              </FormFold>
            ) : (
              <SubmitButton variant="quiet" isSmall icon="x">
                Take away
              </SubmitButton>
            )}
          </ActionForm>
        </li>
      ))}
    </ul>
  );
}

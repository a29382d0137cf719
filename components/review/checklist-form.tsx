import { ActionForm } from "@/components/forms/action-form";
import { CheckField, TextField } from "@/components/forms/fields.client";
import { Hidden } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/forms";
import { CHECKLIST } from "@/lib/review";

interface ChecklistFormProps {
  action: FormAction;
  statementId: string;
  version: number;
  checks: readonly { item: string; isDone: boolean; note: string }[];
}

/** The eight checks; one that cannot be done says why not, and one that is done has nothing to say unless something was. */
export function ChecklistForm({ action, statementId, version, checks }: ChecklistFormProps) {
  return (
    <ActionForm action={action} id="checklist" label="Checklist" version={version} className="">
      <Hidden values={{ statementId }} />
      <ul className="checks">
        {CHECKLIST.map(({ key, label }) => {
          const check = checks.find(({ item }) => item === key);
          return (
            <li key={key}>
              <CheckField name={`checks.${key}.isDone`} label={label} isChecked={check?.isDone ?? false} />
              <TextField
                name={`checks.${key}.note`}
                label={
                  <>
                    Why not<span className="vh">: {label}</span>
                  </>
                }
                value={check?.note ?? ""}
                placeholder=" "
              />
            </li>
          );
        })}
      </ul>
      <SubmitButton variant="plain" pendingLabel="Saving…">
        Save the checklist
      </SubmitButton>
    </ActionForm>
  );
}

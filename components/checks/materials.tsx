import type { Route } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { FormFold } from "@/components/forms/fold.client";
import { Hidden } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { SubmitButton } from "@/components/ui/submit-button";
import { PressButton } from "@/components/ui/submit-button.client";
import { Run } from "@/components/ui/tag";
import type { FormAction } from "@/lib/forms";
import { MaterialFields } from "./check-fields";
import type { ShownCheck } from "./shown";

interface CheckMaterialsProps {
  check: Pick<ShownCheck, "publicId" | "version" | "materials" | "closedAt">;
  add: FormAction;
  remove: FormAction;
}

/** The texts that stand behind a draft, and a way to give it more. */
export function CheckMaterials({ check, add, remove }: CheckMaterialsProps) {
  const { publicId, version, materials, closedAt } = check;
  const at = { checkId: publicId };
  return (
    <div className="stack">
      {materials.length === 0 ? (
        <p>Nothing was given with this draft.</p>
      ) : (
        <ul className="rows">
          {materials.map(({ ordinal, name, lengthUtf16, sha256 }) => (
            <li key={ordinal}>
              <Link className="rows__title" href={`/check/${publicId}/material/${ordinal}` as Route}>
                <bdi>{name}</bdi>
              </Link>
              <Run>
                <span>{lengthUtf16.toLocaleString("en-GB")} characters</span>
                <span>
                  SHA-256 <code>{sha256.slice(0, 12)}</code>
                </span>
                {closedAt ? null : (
                  <ActionForm
                    action={remove}
                    id={`material-${ordinal}`}
                    label={`Leave out ${name}`}
                    version={version}
                    className="noprint"
                  >
                    <Hidden values={{ ...at, ordinal }} />
                    <PressButton className="btn btn--sm btn--quiet">
                      Leave it out<span className="vh">: {name}</span>
                    </PressButton>
                  </ActionForm>
                )}
              </Run>
            </li>
          ))}
        </ul>
      )}
      {closedAt ? null : (
        <ActionForm
          action={add}
          id="add-material"
          label="Add material"
          version={version}
          className="stack noprint"
        >
          <Hidden values={at} />
          <FormFold summary="Add material" names={["material", "notes"]}>
            <MaterialFields />
            <div className="btns">
              <SubmitButton variant="plain" icon="plus" pendingLabel="Comparing…">
                Add it and compare
              </SubmitButton>
            </div>
          </FormFold>
        </ActionForm>
      )}
    </div>
  );
}

import { ActionForm } from "@/components/forms/action-form";
import { CheckField, TextField } from "@/components/forms/fields.client";
import { PublicNote } from "@/components/notices/public-note";
import { Hidden } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { countOf } from "@/components/ui/numeral";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/forms";
import type { MergePreview } from "@/lib/speakers";

interface Shown {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly version: number;
  readonly aliases: readonly { readonly name: string }[];
}

interface MergeFormProps {
  action: FormAction;
  from: Shown;
  into: Shown;
  preview: MergePreview;
  /** Whether visitors read the one or the other. */
  isRead: boolean;
  /** Whether a name of the one is like a name of the other. */
  isAlike: boolean;
}

/** What a merge would do, in words, and the press that does it. */
export function MergeForm({ action, from, into, preview, isRead, isAlike }: MergeFormProps) {
  const { statements, published, attributions, roles, imports } = preview;
  const names = [from.name, ...from.aliases.map(({ name }) => name)];
  const along = [
    attributions > 0 ? countOf(attributions, "attribution") : "",
    roles > 0 ? countOf(roles, "role") : "",
    imports > 0 ? countOf(imports, "proposal of an open import", "proposals of open imports") : "",
  ].filter(Boolean);
  return (
    <ActionForm
      action={action}
      id="merge"
      label="Make one speaker of two"
      version={from.version}
      className="stack measure"
    >
      <Hidden values={{ fromId: from.id, intoId: into.id }} />
      {isAlike ? null : (
        <Note tone="care" title="No name of theirs is alike">
          <p>{`Make sure that ${from.name} is ${into.name}.`}</p>
        </Note>
      )}
      <ul className="rows">
        <li>
          Statements that go to <b>{into.name}</b>: {statements}
          {published > 0 ? ` (${published} of them public)` : ""}. No word of them changes; versions that were
          cited keep the name of their day.
        </li>
        <li>{`Names that go along: ${names.join(" · ")}.`}</li>
        {along.length > 0 ? <li>{`Besides: ${along.join(", ")}.`}</li> : null}
        <li>
          <code>{`/speakers/${from.slug}`}</code> will lead to <code>{`/speakers/${into.slug}`}</code>.
        </li>
      </ul>
      <CheckField
        name="showsName"
        label={`Show “${from.name}” as another name`}
        hint="Leave it empty when the name was an error: then it is kept for matching alone, and no visitor reads it."
      />
      {isRead ? (
        <PublicNote />
      ) : (
        <TextField name="reason" label="How it is known that they are one" isRequired />
      )}
      <div className="btns">
        <SubmitButton pendingLabel="Saving…">{`Make them one: ${into.name}`}</SubmitButton>
      </div>
    </ActionForm>
  );
}

import { ActionForm } from "@/components/forms/action-form";
import { CheckSet, TextField } from "@/components/forms/fields.client";
import { PublicNote } from "@/components/notices/public-note";
import { Hidden } from "@/components/ui/form";
import { countOf } from "@/components/ui/numeral";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/forms";
import { type HeldRole, roleInWords, type SplitPreview } from "@/lib/speakers";

interface SplitFormProps {
  action: FormAction;
  from: {
    readonly id: string;
    readonly name: string;
    readonly version: number;
    readonly aliases: readonly { readonly id: string; readonly name: string }[];
    readonly affiliations: readonly (HeldRole & { readonly id: string })[];
  };
  other: { readonly name: string; readonly kind: string } & (
    | { readonly id: string }
    | { readonly description: string }
  );
  preview: SplitPreview;
  /** Whether visitors read the one or the other. */
  isRead: boolean;
  canChangePublic: boolean;
}

/** What a split would do, in words; which names and roles go along; and the press that does it. */
export function SplitForm({ action, from, other, preview, isRead, canChangePublic }: SplitFormProps) {
  const { chosen, published, attributions, left, leftPublished, imports } = preview;
  const isVoice = other.kind === "anonymous";
  const offers = !isVoice && (!isRead || canChangePublic);
  return (
    <ActionForm
      action={action}
      id="split"
      label="Make two speakers of one"
      version={from.version}
      className="stack measure"
    >
      <Hidden
        values={{
          fromId: from.id,
          statements: chosen.map(({ publicId, version }) => `${publicId}.${version}`).join(" "),
          ...("id" in other
            ? { intoId: other.id }
            : { otherName: other.name, otherKind: other.kind, otherDescription: other.description }),
        }}
      />
      <ul className="rows">
        <li>
          To <b>{other.name}</b>
          {"id" in other ? "" : other.description ? `, new: ${other.description}` : ", new"}:{" "}
          {countOf(chosen.length, "statement")}
          {publicOf(published, chosen.length)}
          {attributions > 0 ? `, in ${attributions} of which the speaker stands between` : ""}. No word of
          them changes; versions that were cited keep the name of their day.
        </li>
        <li>
          With <b>{from.name}</b> {left === 1 ? "stays" : "stay"}: {countOf(left, "statement")}
          {publicOf(leftPublished, left)}, the address and the name
          {imports > 0
            ? `, and ${countOf(imports, "proposal of an open import", "proposals of open imports")}`
            : ""}
          .{published > 0 && leftPublished === 0 ? " Visitors find its page no longer." : ""}
        </li>
        {isVoice ? (
          <li>
            A voice without a name takes no other name and no role along, and nothing will lead from the one
            to the other: this cannot be undone as a whole.
          </li>
        ) : null}
      </ul>
      {offers && from.aliases.length > 0 ? (
        <CheckSet
          name="names"
          label="Other names that go along"
          hint={isRead ? "Visitors read them: what goes along takes a public note." : undefined}
          choices={from.aliases.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      {offers && from.affiliations.length > 0 ? (
        <CheckSet
          name="roles"
          label="Roles that go along"
          hint={isRead ? "Visitors read them: what goes along takes a public note." : undefined}
          choices={from.affiliations.map((held) => ({
            value: held.id,
            label: roleInWords(held),
          }))}
        />
      ) : null}
      {offers || isVoice ? null : (
        <p className="hint">Names and roles that visitors read go along by an editor, with a public note.</p>
      )}
      {published > 0 ? null : <TextField name="reason" label="How it is known that they are two" />}
      {published > 0 ? (
        <PublicNote />
      ) : isRead && canChangePublic && !isVoice ? (
        <PublicNote hint="For visitors, where names or roles go along that they read." />
      ) : null}
      <div className="btns">
        <SubmitButton pendingLabel="Saving…">{`Make them two: ${other.name}`}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** How many of some visitors read, behind their number. */
function publicOf(count: number, all: number): string {
  if (count === 0) return "";
  return count === all ? ", public" : ` (${count} of them public)`;
}

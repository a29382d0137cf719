import { ActionForm } from "@/components/forms/action-form";
import { CheckSet, RadioField, TextField } from "@/components/forms/fields.client";
import { Hidden } from "@/components/ui/form";
import { Empty } from "@/components/ui/note";
import { SubmitButton } from "@/components/ui/submit-button";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import type { FormAction } from "@/lib/forms";
import { LIFETIMES_DAYS, SCOPE_WORDS, SCOPES, type Scope } from "@/lib/keys";

interface OwnKey {
  readonly id: string;
  readonly label: string;
  readonly prefix: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly isWorking: boolean;
}

/** The keys of one person: what each may do, when it was used last, and how to end it. */
export function OwnKeys({ keys, revoke }: { keys: readonly OwnKey[]; revoke: FormAction }) {
  if (keys.length === 0) return <Empty title="You have no keys" />;
  return (
    <Table label="Your keys" least="m">
      <thead>
        <tr>
          <th scope="col">Used by</th>
          <th scope="col">Begins with</th>
          <th scope="col">May</th>
          <th scope="col">Used last</th>
          <th scope="col">Works until</th>
          <th scope="col">End it</th>
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => (
          <tr key={key.id}>
            <th scope="row" dir="auto">
              {key.label}
            </th>
            <td data-label="Begins with">
              <code>{key.prefix}</code>
            </td>
            <td data-label="May">{key.scopes.join(", ")}</td>
            <td data-label="Used last">
              {key.lastUsedAt ? <Time value={key.lastUsedAt} precision="time" isShort /> : "never"}
            </td>
            <td data-label="Works until">
              {key.expiresAt ? <Time value={key.expiresAt} precision="day" isShort /> : "it is revoked"}
            </td>
            <td>
              {key.isWorking ? (
                <ActionForm action={revoke} id={`revoke-${key.id}`} label={`Revoke the key of ${key.label}`}>
                  <Hidden values={{ keyId: key.id }} />
                  <SubmitButton variant="stop">Revoke</SubmitButton>
                </ActionForm>
              ) : (
                <Tag icon="ban">{key.revokedAt ? "revoked" : "over"}</Tag>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** Asks what a new key is for, what it may do and how long. */
export function NewKey({ action }: { action: FormAction }) {
  return (
    <ActionForm action={action} id="key-form" label="A new key" className="stack measure">
      <TextField name="label" label="What uses it" hint="Such as: the fact-check bot" isRequired />
      <CheckSet
        name="scopes"
        label="What it may do"
        value={["read"]}
        choices={SCOPES.map((scope) => ({ value: scope, label: SCOPE_WORDS[scope] }))}
      />
      <RadioField
        name="days"
        label="How long it works"
        value="90"
        choices={LIFETIMES_DAYS.map((days) => ({ value: String(days), label: `${days} days` }))}
      />
      <SubmitButton pendingLabel="Making…">Make a key</SubmitButton>
    </ActionForm>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PeopleTable } from "@/components/accounts/people-table";
import { RoleField } from "@/components/accounts/role-field";
import { AuditStatus } from "@/components/audit/audit-status";
import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/fields.client";
import { Link } from "@/components/ui/link";
import { Note } from "@/components/ui/note";
import { countOf } from "@/components/ui/numeral";
import { Page, PageHead, Section } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { SubmitButton } from "@/components/ui/submit-button";
import { listUsers } from "@/lib/accounts/server";
import { countAuditEntries, verifyAudit } from "@/lib/audit/server";
import { can } from "@/lib/auth";
import { requireActor } from "@/lib/auth/server";
import { listWebhooks } from "@/lib/webhooks/server";
import { addPersonAction } from "./actions";

export const metadata: Metadata = { title: "Admin", robots: { index: false } };

export default async function AdminPage({ searchParams }: PageProps<"/admin">) {
  const actor = await requireActor();
  if (!can(actor, "user:manage")) notFound();
  const { after, check } = await searchParams;
  const people = await listUsers(actor, typeof after === "string" ? { after } : {});
  const entries = await countAuditEntries(actor);
  const webhooks = await listWebhooks(actor);
  const failed = webhooks.filter(({ state }) => state === "failed");
  const outcome = check === "audit" ? await verifyAudit(actor) : null;
  return (
    <Page>
      <PageHead
        title="Admin"
        lede="Who may sign in, what they may do, and whether the record of it is whole."
      />
      <Section id="people" title="People" margin="Records keep a person’s name when their account is closed.">
        <PeopleTable people={people.items} />
        <Pager
          summary={countOf(people.items.length, "person", "people")}
          next={people.next === null ? null : `/admin?after=${encodeURIComponent(people.next)}`}
          first={after === undefined ? null : "/admin"}
        />
      </Section>
      <Section
        id="add"
        title="Add a person"
        margin="They get a link that works once, and choose their own password."
      >
        <ActionForm action={addPersonAction} id="add-form" label="Add a person" className="stack measure">
          <TextField name="name" label="Name" isRequired />
          <TextField name="email" label="Email" type="email" isRequired />
          <RoleField value="reporter" />
          <SubmitButton icon="user-round-plus" pendingLabel="Adding…">
            Add and make a link
          </SubmitButton>
        </ActionForm>
      </Section>
      <Section id="styles" title="Citation styles" margin="The shipped ones, and those that you add.">
        <p>
          <Link href="/admin/styles">Add a style, or take one away</Link>
        </p>
      </Section>
      <Section id="webhooks" title="Webhooks" margin="Other programs are told what became public.">
        <div className="stack">
          {failed.map(({ id, label }) => (
            <Note key={id} tone="stop" title={`“${label}” was switched off, for it did not answer`}>
              <p>
                <Link href={`/admin/webhooks/${id}`}>See what was tried, and switch it on</Link>
              </p>
            </Note>
          ))}
          <p>
            <Link href="/admin/webhooks">
              {webhooks.length === 0
                ? "Tell another program"
                : countOf(webhooks.length, "address", "addresses")}
            </Link>
          </p>
        </div>
      </Section>
      <Section
        id="audit"
        title="Audit"
        isLast
        margin="Every change is chained to the one before it and signed; every record is held against the change that last told of it."
      >
        <AuditStatus entries={entries} outcome={outcome} />
      </Section>
    </Page>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { orNotFound } from "@/app/or-not-found";
import { PersonState } from "@/components/accounts/people-table";
import { RoleField } from "@/components/accounts/role-field";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fields.client";
import { PageForm } from "@/components/forms/page-form";
import { Facts } from "@/components/ui/facts";
import { Hidden } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { Crumbs, Page, PageHead, Section } from "@/components/ui/page";
import { SubmitButton } from "@/components/ui/submit-button";
import { Time } from "@/components/ui/time";
import type { User } from "@/lib/accounts";
import { findLinkEnd, getUser } from "@/lib/accounts/server";
import { can } from "@/lib/auth";
import { requireActor } from "@/lib/auth/server";
import type { FormAction } from "@/lib/forms";
import {
  closeAccountAction,
  endSessionsAction,
  makeLinkAction,
  openAccountAction,
  setRoleAction,
} from "../../actions";
import { personPageAction } from "./page-action";

export const metadata: Metadata = { title: "A person", robots: { index: false } };

const DONE: Readonly<Record<string, string>> = {
  role: "The role was changed; it counts from their next page",
  closed: "The account was closed and signed out everywhere",
  opened: "The account is open again",
  "signed-out": "They were signed out everywhere",
};

export default async function PersonPage({ params, searchParams }: PageProps<"/admin/people/[id]">) {
  const actor = await requireActor();
  if (!can(actor, "user:manage")) notFound();
  const person = await getUser(actor, await params).catch(orNotFound);
  const linkEnd = await findLinkEnd(actor, person.id);
  const { done } = await searchParams;
  const message = typeof done === "string" ? DONE[done] : undefined;
  return (
    <Page>
      <Crumbs above={[{ href: "/admin", label: "Admin" }]} here={person.name} />
      <PageHead title={person.name} />
      {message === undefined ? null : (
        <div className="below-4">
          <Note tone="pass" title={message} isLive />
        </div>
      )}
      <div className="below-5">
        <Facts
          facts={[
            { name: "Email", value: person.email },
            { name: "State", value: <PersonState person={person} /> },
            { name: "Added", value: <Time value={person.createdAt} precision="day" /> },
          ]}
        />
      </div>
      <PageForm action={personPageAction}>
        <Section id="role" title="Role" margin="What they recorded under another role stays as it was.">
          <ActionForm action={setRoleAction} id="role-form" label="Role" className="stack measure">
            <Hidden values={{ userId: person.id }} />
            <HiddenField name="was" value={person.role} />
            <RoleField value={person.role} />
            <SubmitButton pendingLabel="Saving…">Change role</SubmitButton>
          </ActionForm>
        </Section>
        {person.isDisabled ? (
          <ClosedAccount person={person} />
        ) : (
          <OpenAccount person={person} linkEnd={linkEnd} />
        )}
      </PageForm>
    </Page>
  );
}

function OpenAccount({ person, linkEnd }: { person: User; linkEnd: string }) {
  return (
    <>
      <Section
        id="link"
        title="Sign-in link"
        margin="For somebody who is new or has forgotten their password. The password they have works until they set another."
      >
        <PersonForm person={person} id="link-form" action={makeLinkAction} label="Sign-in link">
          <HiddenField name="was" value={linkEnd} />
          <SubmitButton variant="plain" icon="link" pendingLabel="Making…">
            Make a sign-in link
          </SubmitButton>
        </PersonForm>
      </Section>
      <Section id="sessions" title="Sessions" margin="Ends every session; they can sign in again.">
        <PersonForm person={person} id="sessions-form" action={endSessionsAction} label="Sessions">
          <SubmitButton variant="plain" icon="log-out" pendingLabel="Signing out…">
            Sign them out everywhere
          </SubmitButton>
        </PersonForm>
      </Section>
      <Section
        id="close"
        title="Close the account"
        isLast
        margin="Signs them out at once. What they recorded stays, and the account can be opened again."
      >
        <PersonForm person={person} id="close-form" action={closeAccountAction} label="Close the account">
          <SubmitButton variant="stop" icon="ban" pendingLabel="Closing…">
            Close the account
          </SubmitButton>
        </PersonForm>
      </Section>
    </>
  );
}

function ClosedAccount({ person }: { person: User }) {
  return (
    <Section id="open" title="Open the account" isLast margin="With the role and the password they had.">
      <PersonForm person={person} id="open-form" action={openAccountAction} label="Open the account">
        <SubmitButton pendingLabel="Opening…">Open the account again</SubmitButton>
      </PersonForm>
    </Section>
  );
}

interface PersonFormProps {
  person: User;
  id: string;
  action: FormAction;
  label: string;
  children: ReactNode;
}

function PersonForm({ person, id, action, label, children }: PersonFormProps) {
  return (
    <ActionForm action={action} id={id} label={label}>
      <Hidden values={{ userId: person.id }} />
      <div>{children}</div>
    </ActionForm>
  );
}

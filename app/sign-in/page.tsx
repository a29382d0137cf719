import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/fields.client";
import { Hidden } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { Page, PageHead } from "@/components/ui/page";
import { SubmitButton } from "@/components/ui/submit-button";
import { findActor } from "@/lib/auth/server";
import { localPath } from "@/lib/http";
import { signInAction } from "./actions";

export const metadata: Metadata = { title: "Sign in", robots: { index: false } };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { next, ended, other } = await searchParams;
  const path = localPath(typeof next === "string" ? next : null);
  const actor = await findActor();
  if (actor.role !== "visitor") {
    if (other !== undefined) return <OfAnother name={actor.name} path={path} />;
    redirect(path as Route);
  }
  return (
    <Page>
      <PageHead title="Sign in" lede="Accounts are made by an administrator of this desk." />
      {ended === undefined ? null : (
        <Note title="Your session had ended">
          <p>
            What you typed was kept. It is filled in again after you signed in; then send it again. A file has
            to be chosen once more: no browser hands it to a page again.
          </p>
        </Note>
      )}
      <ActionForm
        action={signInAction}
        kept="The email is kept; write the password again."
        label="Sign in"
        className="stack measure"
      >
        <Hidden values={{ next: path }} />
        <TextField name="email" label="Email" type="email" autoComplete="username" />
        <TextField name="password" label="Password" type="password" autoComplete="current-password" />
        <SubmitButton pendingLabel="Signing in…">Sign in</SubmitButton>
      </ActionForm>
      <p className="hint above-5">
        Forgotten the password? Ask an administrator for a new sign-in link; your work is kept.
      </p>
    </Page>
  );
}

/** Somebody else signed in at this browser while a page of a colleague was open, and a form of that page was sent. */
function OfAnother({ name, path }: { name: string; path: string }) {
  return (
    <Page>
      <PageHead title="That page was a colleague’s" />
      <Note tone="care" title="Nothing was stored" isLive>
        <p>
          The form was opened by somebody else at this browser, and you are signed in as {name}. What was
          typed into it is kept for the person who opened it, and nobody else sees it.
        </p>
        <p>
          <a href={path}>Open the page anew, as {name}</a>
        </p>
      </Note>
    </Page>
  );
}

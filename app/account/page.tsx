import type { Metadata } from "next";
import { ROLE_WORDS } from "@/components/accounts/roles";
import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/fields.client";
import { PageForm } from "@/components/forms/page-form";
import { NewKey, OwnKeys } from "@/components/keys/own-keys";
import { Link } from "@/components/ui/link";
import { Note } from "@/components/ui/note";
import { Page, PageHead, Section } from "@/components/ui/page";
import { SubmitButton } from "@/components/ui/submit-button";
import { getOwnUser } from "@/lib/accounts/server";
import { requireActor } from "@/lib/auth/server";
import { listOwnKeys } from "@/lib/keys/server";
import {
  changePasswordAction,
  editProfileAction,
  makeKeyAction,
  revokeKeyAction,
  signOutEverywhereAction,
} from "./actions";
import { accountPageAction } from "./page-action";

export const metadata: Metadata = { title: "Your account", robots: { index: false } };

export default async function AccountPage({ searchParams }: PageProps<"/account">) {
  const actor = await requireActor();
  const [user, keys] = await Promise.all([getOwnUser(actor), listOwnKeys(actor)]);
  const { saved, welcome } = await searchParams;
  const { label, can } = ROLE_WORDS[user.role];
  return (
    <Page>
      <PageHead title="Your account" lede={`${label}: ${can}`} />
      {welcome === undefined ? null : (
        <div className="below-5">
          <Note tone="pass" title="Your password is set and you are signed in" isLive>
            <p>
              Check below that your name and address are right: your name stands beside everything you record.
            </p>
          </Note>
        </div>
      )}
      {saved === "profile" ? (
        <div className="below-5">
          <Note tone="pass" title="Your name and address were saved" isLive />
        </div>
      ) : null}
      {saved === "key" ? (
        <div className="below-5">
          <Note tone="pass" title="The key was revoked: it opens nothing any more" isLive />
        </div>
      ) : null}
      <PageForm action={accountPageAction}>
        <Section
          id="profile"
          title="Name and address"
          margin="What you recorded until now keeps the name you had. Another email signs you out everywhere else."
        >
          <ActionForm
            action={editProfileAction}
            id="profile-form"
            label="Name and address"
            className="stack measure"
            kept="Name and email are kept; write the password again."
          >
            <TextField name="name" label="Name" value={user.name} autoComplete="name" isRequired />
            <TextField
              name="email"
              label="Email"
              hint="You sign in with it. No mail is sent."
              type="email"
              value={user.email}
              autoComplete="username"
              isRequired
            />
            <TextField
              name="currentPassword"
              label="Your password, to change the email"
              hint="Leave it empty to change the name alone."
              type="password"
              autoComplete="current-password"
            />
            <SubmitButton pendingLabel="Saving…">Save</SubmitButton>
          </ActionForm>
        </Section>
        <Section id="password" title="Password" margin="Changing it signs you out everywhere else.">
          <ActionForm
            action={changePasswordAction}
            id="password-form"
            label="Password"
            className="stack measure"
            kept="Write all three again: a password is never sent back to the page."
          >
            <TextField
              name="currentPassword"
              label="Present password"
              type="password"
              autoComplete="current-password"
              isRequired
            />
            <TextField
              name="password"
              label="New password"
              hint="At least 12 characters. A few words that you can remember are better than signs that you cannot."
              type="password"
              autoComplete="new-password"
              isRequired
            />
            <TextField
              name="passwordAgain"
              label="The same password again"
              type="password"
              autoComplete="new-password"
              isRequired
            />
            <SubmitButton pendingLabel="Saving…">Change password</SubmitButton>
          </ActionForm>
        </Section>
        <Section
          id="keys"
          title="Keys for programs"
          margin="A program with a key reads and writes in your name, as far as you let it and your role goes."
        >
          <div className="stack">
            <OwnKeys keys={keys} revoke={revokeKeyAction} />
            <NewKey action={makeKeyAction} />
            <p>
              <Link href="/api">What a program can ask for, and how</Link>
            </p>
          </div>
        </Section>
        <Section id="typed" title="Typed and not stored" margin="What you wrote and did not send.">
          <p>
            <Link href="/account/typed">See what is kept of what you typed</Link>
          </p>
        </Section>
        <Section id="sessions" title="Sign out" isLast margin="A session ends by itself after fourteen days.">
          <ActionForm action={signOutEverywhereAction} id="everywhere" label="Sign out everywhere">
            <p className="measure">
              If you signed in on a machine that is not yours, or think that somebody knows your password:
              sign out everywhere, this browser included, then sign in and change it.
            </p>
            <div className="btns above-4">
              <SubmitButton variant="stop">Sign out everywhere</SubmitButton>
            </div>
          </ActionForm>
        </Section>
      </PageForm>
    </Page>
  );
}

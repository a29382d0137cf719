import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/fields.client";
import { LinkButton } from "@/components/ui/button";
import { Hidden } from "@/components/ui/form";
import { Empty } from "@/components/ui/note";
import { Page, PageHead } from "@/components/ui/page";
import { SubmitButton } from "@/components/ui/submit-button";
import { findLinkOwner } from "@/lib/accounts/server";
import { setPasswordAction } from "./actions";

export const metadata: Metadata = { title: "Set a password", robots: { index: false } };

export default async function SetPasswordPage({ searchParams }: PageProps<"/set-password">) {
  const { token } = await searchParams;
  const owner = typeof token === "string" ? await findLinkOwner(token) : null;
  if (owner === null || typeof token !== "string") return <EndedLink />;
  return (
    <Page>
      <PageHead
        title="Set a password"
        lede={
          <>
            For {owner.name}. You sign in with {owner.email}.
          </>
        }
      />
      <ActionForm
        action={setPasswordAction}
        kept="Write both again: a password is never sent back to the page."
        label="Set a password"
        className="stack measure"
      >
        <Hidden values={{ token }} />
        {/* lets a password manager keep the two together */}
        <input type="hidden" name="username" autoComplete="username" value={owner.email} />
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
        <SubmitButton pendingLabel="Saving…">Set password and sign in</SubmitButton>
      </ActionForm>
    </Page>
  );
}

function EndedLink() {
  return (
    <Page>
      <PageHead title="This link has ended" />
      <Empty
        title="It was used, replaced by a newer one, or is more than four days old"
        actions={
          <LinkButton href="/sign-in" variant="main">
            Sign in
          </LinkButton>
        }
      >
        If you have set a password, sign in with it. Otherwise ask an administrator for a new link. On the
        machine itself, restarting the program prints one while nobody can administer.
      </Empty>
    </Page>
  );
}

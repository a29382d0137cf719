import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { ActionForm } from "@/components/forms/action-form";
import { TextArea } from "@/components/forms/fields.client";
import { LinkButton } from "@/components/ui/button";
import { Hidden } from "@/components/ui/form";
import { Crumbs, Page, PageHead } from "@/components/ui/page";
import { SubmitButton } from "@/components/ui/submit-button";
import { can } from "@/lib/auth";
import { requireActor } from "@/lib/auth/server";
import { getCheck } from "@/lib/checks/server";
import { editDraftAction } from "../actions";

export const metadata: Metadata = { title: "Edit the draft", robots: { index: false } };

export default async function EditDraftPage({ params }: PageProps<"/check/[id]/edit">) {
  const actor = await requireActor();
  if (!can(actor, "check:work")) notFound();
  const { id } = await params;
  const check = await getCheck(actor, id).catch(orNotFound);
  // nothing of a closed check changes
  if (check.closedAt) notFound();
  const here = `/check/${check.publicId}` as Route;
  return (
    <Page>
      <Crumbs
        above={[
          { href: "/check", label: "Checks" },
          { href: here, label: check.title },
        ]}
        here="Edit the draft"
      />
      <PageHead
        title="Edit the draft"
        lede="It is compared anew. What was decided holds for every sentence that you leave as it is; the former text is kept."
      />
      <ActionForm action={editDraftAction} label="Edit the draft" version={check.version} className="stack">
        <Hidden values={{ checkId: check.publicId }} />
        <TextArea name="text" label="The draft" value={check.draft.text} rows={24} isRecord />
        <div className="btns">
          <SubmitButton icon="file-check" pendingLabel="Comparing…">
            Compare it
          </SubmitButton>
          <LinkButton href={here} variant="quiet">
            Leave it
          </LinkButton>
        </div>
      </ActionForm>
    </Page>
  );
}

import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { ActionForm } from "@/components/forms/action-form";
import { KeptHere } from "@/components/forms/kept-here";
import { ClosedToRole, PublicNote } from "@/components/notices/public-note";
import { SourceFields } from "@/components/sources/source-fields";
import { LinkButton } from "@/components/ui/button";
import { Hidden } from "@/components/ui/form";
import { Crumbs, Page, PageHead } from "@/components/ui/page";
import { SubmitButton } from "@/components/ui/submit-button";
import { can } from "@/lib/auth";
import { requireActor } from "@/lib/auth/server";
import { isPublic } from "@/lib/notices/server";
import { getSource } from "@/lib/sources/server";
import { editSourceAction } from "./actions";

export const metadata: Metadata = { title: "Edit a source", robots: { index: false } };

export default async function EditSourcePage({ params }: PageProps<"/sources/[id]/edit">) {
  const actor = await requireActor();
  if (!can(actor, "source:edit")) notFound();
  const source = await getSource(actor, { sourceId: (await params).id }).catch(orNotFound);
  const page = `/sources/${source.publicId}` as Route;
  const isRead = await isPublic({ type: "source", id: source.id });
  return (
    <Page>
      <Crumbs
        above={[
          { href: "/sources", label: "Sources" },
          { href: page, label: source.publicId },
        ]}
        here="Edit"
      />
      <PageHead
        title="Edit a source"
        lede="What is recorded about it. Its text is kept as it was retrieved."
      />
      {isRead && !can(actor, "published:change") ? (
        <>
          <ClosedToRole what="source" />
          <KeptHere />
        </>
      ) : (
        <ActionForm
          action={editSourceAction}
          id="source"
          label="Edit a source"
          version={source.version}
          className="stack measure"
        >
          <Hidden values={{ id: source.id }} />
          <SourceFields source={source} />
          {isRead ? <PublicNote /> : null}
          <div className="btns">
            <SubmitButton pendingLabel="Saving…">Save</SubmitButton>
            <LinkButton href={page} variant="quiet">
              Leave it as it is
            </LinkButton>
          </div>
        </ActionForm>
      )}
    </Page>
  );
}

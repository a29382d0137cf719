import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { ActionForm } from "@/components/forms/action-form";
import { KeptHere } from "@/components/forms/kept-here";
import { ClosedToRole, PublicNote } from "@/components/notices/public-note";
import { OutletFields } from "@/components/outlets/outlet-fields";
import { LinkButton } from "@/components/ui/button";
import { Hidden } from "@/components/ui/form";
import { Crumbs, Page, PageHead } from "@/components/ui/page";
import { SubmitButton } from "@/components/ui/submit-button";
import { can } from "@/lib/auth";
import { requireActor } from "@/lib/auth/server";
import { isPublic } from "@/lib/notices/server";
import { getOutlet } from "@/lib/outlets/server";
import { editOutletAction } from "./actions";

export const metadata: Metadata = { title: "Edit an outlet", robots: { index: false } };

export default async function EditOutletPage({ params }: PageProps<"/outlets/[slug]/edit">) {
  const actor = await requireActor();
  if (!can(actor, "source:edit")) notFound();
  const outlet = await getOutlet(actor, { slug: (await params).slug }).catch(orNotFound);
  const page = `/outlets/${outlet.slug}` as Route;
  const isRead = await isPublic({ type: "outlet", id: outlet.id });
  return (
    <Page>
      <Crumbs
        above={[
          { href: "/sources", label: "Sources" },
          { href: page, label: outlet.name },
        ]}
        here="Edit"
      />
      <PageHead
        title="Edit an outlet"
        lede="What is recorded about who publishes. Its name stands at its sources."
      />
      {isRead && !can(actor, "published:change") ? (
        <>
          <ClosedToRole what="outlet" />
          <KeptHere />
        </>
      ) : (
        <ActionForm
          action={editOutletAction}
          id="outlet"
          label="Edit an outlet"
          version={outlet.version}
          className="stack measure"
        >
          <Hidden values={{ id: outlet.id }} />
          <OutletFields outlet={outlet} />
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

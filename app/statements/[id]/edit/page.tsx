import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { ActionForm } from "@/components/forms/action-form";
import { KeptHere } from "@/components/forms/kept-here";
import { StatementFields } from "@/components/statements/statement-fields";
import { LinkButton } from "@/components/ui/button";
import { Hidden } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { Crumbs, Page, PageHead } from "@/components/ui/page";
import { SubmitButton } from "@/components/ui/submit-button";
import { can } from "@/lib/auth";
import { requireActor } from "@/lib/auth/server";
import { findSpeakersByName } from "@/lib/speakers/server";
import { isEditable } from "@/lib/statements";
import { getStatement } from "@/lib/statements/server";
import { editStatementAction } from "./actions";

export const metadata: Metadata = { title: "Edit a statement", robots: { index: false } };

export default async function EditStatementPage({ params }: PageProps<"/statements/[id]/edit">) {
  const actor = await requireActor();
  if (!can(actor, "statement:edit")) notFound();
  const statement = await getStatement(actor, (await params).id).catch(orNotFound);
  const { publicId, speaker, attribution } = statement;
  const suggestions = await findSpeakersByName(actor, speaker?.name ?? attribution);
  const page = `/statements/${publicId}` as Route;
  return (
    <Page>
      <Crumbs
        above={[
          { href: "/statements", label: "Statements" },
          { href: page, label: <span className="id">{publicId}</span> },
        ]}
        here="Edit"
      />
      <PageHead title="Edit a statement" lede="Changed words are looked for in the source again." />
      {isEditable(statement.state) ? (
        <ActionForm
          action={editStatementAction}
          id="statement"
          label="Edit a statement"
          version={statement.version}
          className="stack measure"
        >
          <Hidden values={{ id: publicId }} />
          <StatementFields statement={statement} suggestions={suggestions} />
          <div className="btns">
            <SubmitButton pendingLabel="Saving…">Save</SubmitButton>
            <LinkButton href={page} variant="quiet">
              Leave it as it is
            </LinkButton>
          </div>
        </ActionForm>
      ) : (
        <>
          <Note title="This statement is not edited here">
            <p>
              {statement.publishedVersion
                ? "What was published is not edited: an editor corrects it, with a public note."
                : "An editor is judging it, or it was declined. An editor can ask for changes first."}
            </p>
          </Note>
          <KeptHere />
        </>
      )}
    </Page>
  );
}

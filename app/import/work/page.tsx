import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { shownProposal } from "@/app/import/[id]/shown";
import { ActionForm } from "@/components/forms/action-form";
import { PageForm } from "@/components/forms/page-form";
import { DecidedImports, WorkList } from "@/components/imports/work-list";
import { LinkButton } from "@/components/ui/button";
import { Hidden } from "@/components/ui/form";
import { Empty, Note } from "@/components/ui/note";
import { countOf } from "@/components/ui/numeral";
import { Crumbs, Page, PageHead, Section } from "@/components/ui/page";
import { SubmitButton } from "@/components/ui/submit-button";
import { can } from "@/lib/auth";
import { requireActor } from "@/lib/auth/server";
import { listWork } from "@/lib/imports/server";
import { decideWorkAction, undoWorkAction } from "./actions";
import { workPageAction } from "./page-action";

export const metadata: Metadata = { title: "All that waits", robots: { index: false } };

export default async function WorkPage({ searchParams }: PageProps<"/import/work">) {
  const actor = await requireActor();
  if (!can(actor, "source:import")) notFound();
  const query = await searchParams;
  const wanted = Number(typeof query.page === "string" ? query.page : 1);
  const { all, page, pages, items, decided } = await listWork(actor, {
    page: Number.isInteger(wanted) ? wanted : 1,
  });
  return (
    <Page>
      <Crumbs above={[{ href: "/import", label: "Import" }]} here="All that waits" />
      <PageHead
        title="All that waits"
        lede={`${countOf(all, "proposal")} to decide in the imports that you have open, those in most doubt first.`}
      />
      <Done {...query} />
      {items.length === 0 ? (
        <Empty
          title="Nothing waits for your decision"
          actions={
            <LinkButton href="/import" variant="main">
              Import
            </LinkButton>
          }
        >
          Every proposal of the imports that you have open is accepted or rejected.
        </Empty>
      ) : (
        <PageForm action={workPageAction}>
          <h2 className="vh">To decide</h2>
          <WorkList
            {...{ page, pages }}
            decide={decideWorkAction}
            items={items.map(({ draft, proposal }) => ({
              draft: { publicId: draft.publicId, title: draft.title, language: draft.language },
              proposal: shownProposal(proposal, { ...draft, suggestions: new Map(draft.suggestions) }),
            }))}
          />
        </PageForm>
      )}
      {decided.length > 0 ? (
        <Section
          id="decided"
          title="Ready to store"
          margin="Nothing waits in these. Open one to store what was accepted."
          isLast
        >
          <DecidedImports drafts={decided} />
        </Section>
      ) : null}
    </Page>
  );
}

const WORDS: Readonly<Record<string, string>> = {
  accepted: "Accepted",
  rejected: "Rejected",
  pending: "Left open",
  undone: "Taken back",
};

/** What was decided last, and the way back to it. */
function Done({ done, of, at }: Readonly<Record<string, string | string[] | undefined>>) {
  const word = typeof done === "string" ? WORDS[done] : undefined;
  if (word === undefined || typeof of !== "string" || !/^imp-\w+$/u.test(of)) return null;
  const place = typeof at === "string" && /^\d{1,6}$/u.test(at) ? `?at=${at}#p${at}` : "";
  return (
    <Note title={word} isLive>
      <p>
        <a href={`/import/${of}${place}` as Route}>Look at it in its article</a>
        {done === "accepted" || done === "rejected" ? ", or take it back." : "."}
      </p>
      {done === "accepted" || done === "rejected" ? (
        <ActionForm action={undoWorkAction} id="undo-work" label="Take back" className="btns noprint">
          <Hidden values={{ draftId: of }} />
          <SubmitButton variant="quiet" isSmall icon="undo-2" shortcut="u">
            Take back the last decision
          </SubmitButton>
        </ActionForm>
      ) : null}
    </Note>
  );
}

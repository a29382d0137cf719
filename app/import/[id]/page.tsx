import type { Metadata, Route } from "next";
import { notFound, redirect } from "next/navigation";
import { PageForm } from "@/components/forms/page-form";
import { AboutDraft } from "@/components/imports/about-draft";
import { CurrentMark } from "@/components/imports/current-mark.client";
import { DraftNotes } from "@/components/imports/draft-notes";
import { ProposalList } from "@/components/imports/proposal-list";
import { ReadOn } from "@/components/imports/read-on";
import { StoreForm } from "@/components/imports/store-form";
import { WholeDraft } from "@/components/imports/whole-draft";
import { Reader } from "@/components/sources/reader";
import { Icon } from "@/components/ui/icon";
import { Page, PageHead } from "@/components/ui/page";
import { Time } from "@/components/ui/time";
import { can } from "@/lib/auth";
import { requireActor } from "@/lib/auth/server";
import { NotFound } from "@/lib/errors";
import { findSourceOfDraft, getDraft } from "@/lib/imports/server";
import { listOutlets } from "@/lib/outlets/server";
import { directionOf } from "@/lib/text";
import {
  acceptAllAction,
  addProposalAction,
  decideAction,
  discardAction,
  readOnAction,
  reviewProposalAction,
  saveDetailsAction,
  storeAction,
} from "./actions";
import { draftPageAction } from "./page-action";
import { askedOf, markOf, shownProposal } from "./shown";

export const metadata: Metadata = { title: "Import", robots: { index: false } };

export default async function DraftPage({ params, searchParams }: PageProps<"/import/[id]">) {
  const actor = await requireActor();
  if (!can(actor, "source:import")) notFound();
  const [{ id }, query] = [await params, await searchParams];
  const draft = await readDraft(actor, id, query);
  const outlets = await listOutlets(actor);
  const proposals = draft.proposals.map((proposal) => shownProposal(proposal, draft));
  const marks = proposals.map((proposal) => markOf(proposal, draft.publicId, draft.current));
  return (
    <Page isWide>
      <PageForm
        action={draftPageAction}
        here={draft.current === null ? "" : `?at=${draft.current}#p${draft.current}`}
      >
        <PageHead
          title={
            <span lang={draft.language} dir={directionOf(draft.title, draft.language)}>
              {draft.title}
            </span>
          }
          lede={
            <>
              Pasted by you, <Time value={draft.createdAt} precision="time" />. Nothing is stored until you
              accept it and store; leaving and coming back loses nothing.
            </>
          }
          actions={
            <StoreForm
              draftId={draft.publicId}
              toStore={draft.counts.toStore}
              isRead={draft.readPercent === 100}
              store={storeAction}
            />
          }
        />
        <DraftNotes draft={draft} notice={typeof query.notice === "string" ? query.notice : null} />
        <ReadOn
          draftId={draft.publicId}
          percent={draft.readPercent}
          unreadFrom={draft.unreadFromUtf16}
          readOn={readOnAction}
        />
        <AboutDraft
          draft={draft}
          outlets={outlets}
          isOpen={query.about !== undefined}
          save={saveDetailsAction}
          discard={discardAction}
        />
        <div className="imp">
          <section aria-labelledby="h-read" className="imp__text">
            <h2 id="h-read" className="imp__h">
              The article{" "}
              <span className="legend">
                <span>
                  <span className="keyline" /> direct
                </span>
                <span>
                  <span className="keyline keyline--mixed" /> mixed
                </span>
                <span>
                  <span className="keyline keyline--indirect" /> indirect
                </span>
                <span>
                  <Icon name="check" /> thin: accepted
                </span>
              </span>
            </h2>
            <Reader text={draft.text} marks={marks} language={draft.language} />
          </section>
          <section aria-labelledby="h-props" className="imp__p">
            <WholeDraft
              draftId={draft.publicId}
              counts={draft.counts}
              asked={askedOf(proposals)}
              acceptAll={acceptAllAction}
            />
            <ProposalList
              draft={draft}
              proposals={proposals}
              review={reviewProposalAction}
              decide={decideAction}
              add={addProposalAction}
            />
          </section>
        </div>
        <CurrentMark current={draft.current} />
      </PageForm>
    </Page>
  );
}

async function readDraft(
  actor: Parameters<typeof getDraft>[0],
  draftId: string,
  query: Record<string, string | string[] | undefined>,
) {
  try {
    return await getDraft(actor, { draftId, at: numberOf(query.at), page: numberOf(query.page) });
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    const sourceId = await findSourceOfDraft(actor, { draftId });
    if (sourceId) redirect(`/sources/${sourceId}` as Route);
    notFound();
  }
}

function numberOf(value: string | string[] | undefined): number | undefined {
  const number = Number(typeof value === "string" ? value : Number.NaN);
  return Number.isInteger(number) && number > 0 && number < 1_000_000 ? number : undefined;
}

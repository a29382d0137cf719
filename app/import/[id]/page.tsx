import type { Metadata, Route } from "next";
import { notFound, redirect } from "next/navigation";
import { tellWhatIsKept } from "@/app/kept-behind";
import { PageForm } from "@/components/forms/page-form";
import { AboutDraft } from "@/components/imports/about-draft";
import { AddProposal } from "@/components/imports/add-proposal";
import { ArrivalFacts } from "@/components/imports/arrival-facts";
import { DeskKeys } from "@/components/imports/desk-keys.client";
import { DraftNotes } from "@/components/imports/draft-notes";
import { NearText } from "@/components/imports/near-text";
import { ProposalList } from "@/components/imports/proposal-list";
import { ReadOn } from "@/components/imports/read-on";
import type { ShownProposal } from "@/components/imports/shown";
import { StoreForm } from "@/components/imports/store-form";
import { WholeDraft } from "@/components/imports/whole-draft";
import { Reader } from "@/components/sources/reader";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Page, PageHead } from "@/components/ui/page";
import { Time } from "@/components/ui/time";
import { can } from "@/lib/auth";
import { requireActor } from "@/lib/auth/server";
import { NotFound } from "@/lib/errors";
import { findSourceOfDraft, getDraft } from "@/lib/imports/server";
import { findStoryTold } from "@/lib/stories/server";
import { directionOf } from "@/lib/text";
import {
  acceptRunAction,
  addProposalAction,
  decideAction,
  discardAction,
  readOnAction,
  reviewProposalAction,
  saveDetailsAction,
  sayNearAction,
  storeAction,
  undoAction,
} from "./actions";
import { draftPageAction } from "./page-action";
import { askedOf, deskItem, markOf, shownProposal } from "./shown";

export const metadata: Metadata = { title: "Import", robots: { index: false } };

export default async function DraftPage({ params, searchParams }: PageProps<"/import/[id]">) {
  const actor = await requireActor();
  if (!can(actor, "source:import")) notFound();
  const [{ id }, query] = [await params, await searchParams];
  const draft = await readDraft(actor, id, query);
  // one that was withdrawn since is shown, and refused when it is sent
  const story = (await findStoryTold(actor, draft.story?.slug)) || (draft.story?.title ?? "");
  const proposals = sorted(
    draft.proposals.map((proposal) => shownProposal(proposal, draft)),
    draft.order,
  );
  const marks = proposals.map((proposal) => markOf(proposal, draft, draft.current));
  const waiting = proposals.filter(({ decision }) => decision === "pending");
  const doubtful =
    draft.pages > 1 ? draft.counts.doubtful : waiting.filter(({ doubt }) => doubt !== null).length;
  const addAt = numberOf(query.add, 0);
  const joinable = proposals.find(
    ({ ordinal, decision, statementId }) =>
      ordinal === draft.current && decision !== "known" && statementId === null,
  );
  const sortedBy = draft.order === "text" ? "" : `&order=${draft.order}`;
  const addForm = (paragraph: { startUtf16: number; words: string; isSelected?: boolean } | null) => (
    <AddProposal
      key={paragraph?.startUtf16 ?? "selected"}
      draftId={draft.publicId}
      language={draft.language}
      paragraph={paragraph}
      into={joinable?.ordinal ?? null}
      add={addProposalAction}
    />
  );
  const isAddShown = addAt !== undefined && beginsParagraph(draft.text, addAt);
  return (
    <Page isWide>
      <PageForm
        action={draftPageAction}
        here={draft.current === null ? "" : `?at=${draft.current}${sortedBy}#p${draft.current}`}
      >
        <PageHead
          title={
            <span lang={draft.language} dir={directionOf(draft.title, draft.language)}>
              {draft.title}
            </span>
          }
          lede={
            <>
              {draft.arrivals[0] ? (
                <>
                  From <bdi>{draft.arrivals[0].name}</bdi>, brought by you,
                </>
              ) : (
                "Pasted by you,"
              )}{" "}
              <Time value={draft.createdAt} precision="time" />. Nothing is stored until you accept it and
              store; leaving and coming back loses nothing.
            </>
          }
          actions={
            <StoreForm
              draftId={draft.publicId}
              toStore={draft.counts.toStore}
              toFind={draft.counts.toFind}
              isNewText={!draft.record?.isSameText}
              isNewEdition={draft.record !== null && !draft.record.isSameText}
              older={draft.record?.older ?? null}
              mayReview={can(actor, "review:take")}
              isRead={draft.readPercent === 100}
              store={storeAction}
            />
          }
        />
        <DraftNotes draft={draft} notice={typeof query.notice === "string" ? query.notice : null} />
        <NearText
          draftId={draft.publicId}
          version={draft.version}
          near={draft.near}
          said={draft.said}
          action={sayNearAction}
        />
        <ReadOn
          draftId={draft.publicId}
          percent={draft.readPercent}
          unreadFrom={draft.unreadFromUtf16}
          readOn={readOnAction}
        />
        <AboutDraft
          draft={draft}
          story={story}
          isOpen={query.about !== undefined}
          save={saveDetailsAction}
          discard={discardAction}
        />
        {draft.arrivals.length > 0 ? <ArrivalFacts arrivals={draft.arrivals} /> : null}
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
            <Reader
              text={draft.text}
              marks={marks}
              language={draft.language}
              placeUtf16={addAt}
              tail={(startUtf16) => <AddHere draft={draft} startUtf16={startUtf16} />}
              behind={(startUtf16, words) =>
                startUtf16 === addAt ? addForm(selectedIn({ startUtf16, words }, query.words)) : null
              }
            />
            {isAddShown ? null : addForm(null)}
          </section>
          <section aria-labelledby="h-props" className="imp__p">
            <WholeDraft
              draftId={draft.publicId}
              order={draft.order}
              counts={{ ...draft.counts, doubtful }}
              sure={waiting.filter(({ isSure, asked }) => isSure && asked === null).length}
              asked={askedOf(proposals)}
              accept={acceptRunAction}
              undo={undoAction}
            />
            <DeskKeys
              draftId={draft.publicId}
              order={draft.order}
              current={draft.current}
              items={proposals.map(deskItem)}
              isWhole={draft.pages === 1}
              press={decideAction}
            />
            <ProposalList
              draft={draft}
              proposals={proposals}
              review={reviewProposalAction}
              decide={decideAction}
            />
          </section>
        </div>
        <nav className="imp__jump noprint" aria-label="Article and proposals">
          <a className="btn btn--sm" href={draft.current === null ? "#h-read" : `#t${draft.current}`}>
            The article
          </a>
          <a className="btn btn--sm" href={draft.current === null ? "#h-props" : `#p${draft.current}`}>
            The proposals
          </a>
        </nav>
      </PageForm>
    </Page>
  );
}

/** The way to the form that adds a statement of one paragraph, right behind it. */
function AddHere({ draft, startUtf16 }: { draft: { publicId: string; order: string }; startUtf16: number }) {
  const sortedBy = draft.order === "text" ? "" : `&order=${draft.order}`;
  return (
    <Link
      className="reader__add"
      href={`/import/${draft.publicId}?add=${startUtf16}${sortedBy}#add-proposal` as Route}
      aria-label="Add a statement of this paragraph"
    >
      <Icon name="plus" />
    </Link>
  );
}

/** In doubt first, each part in its order: what asks is in doubt too, which only the page knows. */
function sorted(proposals: readonly ShownProposal[], order: string): readonly ShownProposal[] {
  if (order === "text") return proposals;
  const isFirst = ({ doubt, decision }: ShownProposal) => doubt !== null && decision === "pending";
  return [...proposals.filter(isFirst), ...proposals.filter((one) => !isFirst(one))];
}

function beginsParagraph(text: string, at: number): boolean {
  return at < text.length && (at === 0 || text[at - 1] === "\n") && text[at] !== "\n";
}

async function readDraft(
  actor: Parameters<typeof getDraft>[0],
  draftId: string,
  query: Record<string, string | string[] | undefined>,
) {
  try {
    const order = query.order === "doubt" ? "doubt" : "text";
    return await getDraft(actor, { draftId, at: numberOf(query.at), page: numberOf(query.page), order });
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    const sourceId = await findSourceOfDraft(actor, { draftId });
    if (!sourceId) notFound();
    await tellWhatIsKept();
    redirect(`/sources/${sourceId}` as Route);
  }
}

function numberOf(value: string | string[] | undefined, least = 1): number | undefined {
  const number = Number(typeof value === "string" && value !== "" ? value : Number.NaN);
  return Number.isInteger(number) && number >= least && number < 10_000_000 ? number : undefined;
}

/** What of a paragraph was selected where it was read, as its address says; all of it where that is no part of it. */
function selectedIn(paragraph: { startUtf16: number; words: string }, asked: string | string[] | undefined) {
  const [, from, to] = (typeof asked === "string" && /^(\d{1,8})-(\d{1,8})$/u.exec(asked)) || [];
  const [start, end] = [Number(from) - paragraph.startUtf16, Number(to) - paragraph.startUtf16];
  if (!(0 <= start && start < end && end <= paragraph.words.length)) return paragraph;
  return { startUtf16: Number(from), words: paragraph.words.slice(start, end), isSelected: true };
}

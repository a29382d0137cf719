import type { Route } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { Quotation } from "@/components/statements/quotation";
import { Hidden } from "@/components/ui/form";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { PressButton } from "@/components/ui/submit-button.client";
import type { FormAction } from "@/lib/forms";
import { directionOf } from "@/lib/text";
import { KindQuestion } from "./kind-question";
import { FormerWords, ProposalHead } from "./proposal-item";
import { type ShownProposal, speakerLine, wordedProposal } from "./shown";

interface OfDraft {
  readonly publicId: string;
  readonly title: string;
  readonly language: string;
}

interface WorkListProps {
  readonly items: readonly { readonly draft: OfDraft; readonly proposal: ShownProposal }[];
  readonly decide: FormAction;
  readonly page: number;
  readonly pages: number;
}

/** What waits in all imports, each proposal with its article and the decisions that it has there. */
export function WorkList({ items, decide, page, pages }: WorkListProps) {
  return (
    <>
      <ol className="props work">
        {items.map(({ draft, proposal }) => (
          <WorkItem
            key={`${draft.publicId} ${proposal.ordinal}`}
            draft={draft}
            proposal={proposal}
            decide={decide}
          />
        ))}
      </ol>
      {pages > 1 ? (
        <nav className="bar noprint" aria-label="Pages of proposals">
          <span className="meta">
            Page {page} of {pages}
          </span>
          <span className="push btns">
            {page > 1 ? (
              <Link className="btn btn--sm" href={`/import/work?page=${page - 1}` as Route} rel="prev">
                Previous page
              </Link>
            ) : null}
            {page < pages ? (
              <Link className="btn btn--sm" href={`/import/work?page=${page + 1}` as Route} rel="next">
                Next page
              </Link>
            ) : null}
          </span>
        </nav>
      ) : null}
    </>
  );
}

interface WorkItemProps {
  readonly draft: OfDraft;
  readonly proposal: ShownProposal;
  readonly decide: FormAction;
}

function WorkItem({ draft, proposal, decide }: WorkItemProps) {
  const { ordinal, asked, doubled, reasons } = proposal;
  const { publicId: draftId, title, language } = draft;
  const name = `${draftId}-${ordinal}`;
  const place = `/import/${draftId}?at=${ordinal}#p${ordinal}` as Route;
  return (
    <li id={name} data-list-item tabIndex={-1}>
      <ProposalHead proposal={proposal} />
      <Quotation statement={wordedProposal(proposal, language)} size="list" />
      <p className="why">
        {speakerLine(proposal)}; in{" "}
        <Link href={place} lang={language} dir={directionOf(title, language)} data-open>
          {title}
        </Link>
        {reasons[0] ? `; ${reasons[0].because.replaceAll("*", "")}` : null}
      </p>
      <FormerWords proposal={proposal} />
      <ActionForm
        action={decide}
        id={`work-${name}`}
        label={`Decide on proposal ${ordinal} of ${title}`}
        className="acts"
      >
        <Hidden values={{ draftId, ordinal }} />
        {asked === null ? null : <KindQuestion name={asked} ordinal={ordinal} of={draftId} />}
        {doubled === null ? null : (
          <p className="small">
            <Icon name="circle-help" /> Several known speakers are called <bdi>{doubled}</bdi>: edit it and
            choose which of them spoke.
          </p>
        )}
        {asked !== null || doubled !== null ? null : (
          <PressButton
            className="btn btn--sm"
            name="decision"
            value="accepted"
            data-key="a"
            aria-keyshortcuts="a"
          >
            <Icon name="check" />
            Accept
            <span className="vh">
              , proposal {ordinal} of {title}
            </span>
          </PressButton>
        )}
        <Link className="btn btn--sm btn--quiet" href={place} data-key="e" aria-keyshortcuts="e">
          Edit
          <span className="vh">
            {" "}
            proposal {ordinal} of {title}
          </span>
        </Link>
        <PressButton
          className="btn btn--sm btn--quiet"
          name="decision"
          value="rejected"
          data-key="r"
          aria-keyshortcuts="r"
        >
          Reject
          <span className="vh">
            , proposal {ordinal} of {title}
          </span>
        </PressButton>
      </ActionForm>
    </li>
  );
}

/** Imports in which nothing waits any more, each with the way to store it. */
export function DecidedImports({ drafts }: { drafts: readonly OfDraft[] }) {
  return (
    <ul className="rows">
      {drafts.map(({ publicId, title, language }) => (
        <li key={publicId} data-list-item>
          <Link
            className="rows__title"
            href={`/import/${publicId}` as Route}
            lang={language}
            dir={directionOf(title, language)}
          >
            {title}
          </Link>
        </li>
      ))}
    </ul>
  );
}

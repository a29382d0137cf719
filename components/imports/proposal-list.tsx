import type { Route } from "next";
import { Link } from "@/components/ui/link";
import { Empty } from "@/components/ui/note";
import type { FormAction } from "@/lib/forms";
import { ProposalForm } from "./proposal-form";
import { ProposalItem } from "./proposal-item";
import type { ShownProposal } from "./shown";

interface ProposalListProps {
  draft: {
    readonly publicId: string;
    readonly version: number;
    readonly language: string;
    readonly current: number | null;
    readonly siblings: readonly number[];
    readonly page: number;
    readonly pages: number;
    /** How much of the text is read, in percent. */
    readonly readPercent: number;
    /** How the list is sorted. */
    readonly order: string;
  };
  proposals: readonly ShownProposal[];
  review: FormAction;
  decide: FormAction;
}

/** The proposals of one page, the one that is looked at unfolded. */
export function ProposalList({ draft, proposals, review, decide }: ProposalListProps) {
  const { current } = draft;
  return (
    <>
      <Pages draft={draft} />
      {proposals.length === 0 ? (
        <Empty
          title={
            draft.readPercent < 100
              ? "No attributed statement was found so far"
              : "No attributed statement was found"
          }
          level={3}
        >
          <p>
            The rules look for quotation marks and for words such as “said” or “according to” beside a name.
            If the text has statements, add them where they stand in the article.
          </p>
        </Empty>
      ) : (
        <ol className="props">
          {proposals.map((proposal) =>
            proposal.ordinal === current && proposal.statementId === null ? (
              <ProposalForm
                key={proposal.ordinal}
                draft={draft}
                proposal={proposal}
                siblings={draft.siblings}
                review={review}
                decide={decide}
              />
            ) : (
              <ProposalItem key={proposal.ordinal} draft={draft} proposal={proposal} decide={decide} />
            ),
          )}
        </ol>
      )}
      <Pages draft={draft} />
    </>
  );
}

function Pages({ draft: { publicId, page, pages, order } }: Pick<ProposalListProps, "draft">) {
  if (pages === 1) return null;
  const to = (target: number) =>
    `/import/${publicId}?page=${target}${order === "text" ? "" : `&order=${order}`}` as Route;
  return (
    <nav className="bar noprint" aria-label="Pages of proposals">
      <span className="meta">
        Page {page} of {pages}
      </span>
      <span className="push btns">
        {page > 1 ? (
          <Link className="btn btn--sm" href={to(page - 1)} rel="prev">
            Previous page
          </Link>
        ) : null}
        {page < pages ? (
          <Link className="btn btn--sm" href={to(page + 1)} rel="next">
            Next page
          </Link>
        ) : null}
      </span>
    </nav>
  );
}

import type { Route } from "next";
import Link from "next/link";
import { Quotation } from "@/components/statements/quotation";
import { FormTag } from "@/components/statements/marks";
import { Button, LinkButton } from "@/components/ui/button";
import { Hidden } from "@/components/ui/form";
import { Tag } from "@/components/ui/tag";
import { type ShownProposal, speakerLine } from "./shown";

interface ProposalItemProps {
  draftId: string;
  proposal: ShownProposal;
  language: string;
  decide: (form: FormData) => Promise<void>;
}

/** One proposal in the list: who, the words, how it was found, and what to do with it. */
export function ProposalItem({ draftId, proposal, language, decide }: ProposalItemProps) {
  const { ordinal, decision, statementId } = proposal;
  const open = `/import/${draftId}?at=${ordinal}#p${ordinal}` as Route;
  return (
    <li id={`p${ordinal}`} data-list-item tabIndex={-1}>
      <ProposalNumber ordinal={ordinal} />
      <ProposalHead proposal={proposal} />
      <Quotation wording={proposal.wording} form={proposal.fields.form} language={language} size="list" />
      {statementId ? (
        <p className="why">
          <Link href={`/statements/${statementId}` as Route} data-open>
            Open the statement {statementId}
          </Link>
        </p>
      ) : (
        <>
          {decision === "rejected" ? null : (
            <p className="why">
              {speakerLine(proposal)}
              {proposal.fields.cue ? (
                <>
                  ; cue <i className="serif">{proposal.fields.cue}</i>
                </>
              ) : null}
            </p>
          )}
          <form action={decide} id={`decide-${ordinal}`} className="acts">
            <Hidden values={{ draftId, ordinal }} />
            {decision === "accepted" ? null : (
              <Button type="submit" name="decision" value="accepted" isSmall icon="check" label={`Accept proposal ${ordinal}`} shortcut="a">
                Accept
              </Button>
            )}
            <OpenLink href={open} ordinal={ordinal} />
            {decision === "rejected" ? null : (
              <Button type="submit" name="decision" value="rejected" isSmall variant="quiet" label={`Reject proposal ${ordinal}`} shortcut="r">
                Reject
              </Button>
            )}
            {decision === "pending" ? null : (
              <Button type="submit" name="decision" value="pending" isSmall variant="quiet" label={`Undo the decision about proposal ${ordinal}`} shortcut="u">
                Undo
              </Button>
            )}
          </form>
        </>
      )}
    </li>
  );
}

function OpenLink({ href, ordinal }: { href: Route; ordinal: number }) {
  return (
    <LinkButton href={href} isSmall variant="quiet" label={`Edit proposal ${ordinal}`} shortcut="e">
      Edit
    </LinkButton>
  );
}

/** The number of a proposal, which leads to its place in the article. */
export function ProposalNumber({ ordinal }: { ordinal: number }) {
  return (
    <a className="n" href={`#t${ordinal}`} aria-label={`Proposal ${ordinal}, show it in the article`}>
      {ordinal}
    </a>
  );
}

/** Who speaks, and the form of the words or the decision. */
export function ProposalHead({ proposal }: { proposal: ShownProposal }) {
  const { speaker, decision, statementId, fields } = proposal;
  return (
    <div className="done">
      <h3 dir="auto">{speaker?.name ?? "Nobody named"}</h3>
      {statementId ? (
        <Tag icon="file-check">Stored</Tag>
      ) : decision === "accepted" ? (
        <Tag icon="check">Accepted</Tag>
      ) : decision === "rejected" ? (
        <Tag icon="x">Rejected</Tag>
      ) : (
        <FormTag form={fields.form} />
      )}
    </div>
  );
}

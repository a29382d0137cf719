import type { Route } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { FormTag } from "@/components/statements/marks";
import { Quotation } from "@/components/statements/quotation";
import { Hidden } from "@/components/ui/form";
import { Icon, type IconName } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { PressButton } from "@/components/ui/submit-button.client";
import { Tag } from "@/components/ui/tag";
import type { FormAction } from "@/lib/forms";
import { KindQuestion } from "./kind-question";
import { type ShownProposal, speakerLine, wordedProposal } from "./shown";

interface ProposalItemProps {
  draftId: string;
  proposal: ShownProposal;
  language: string;
  decide: FormAction;
}

/** One proposal in the list: who, the words, how it was found, and what to do with it. */
export function ProposalItem({ draftId, proposal, language, decide }: ProposalItemProps) {
  const { ordinal, decision, statementId, asked, doubled } = proposal;
  const isAsked = asked !== null && decision === "pending";
  const isDoubled = doubled !== null && decision === "pending";
  return (
    <li id={`p${ordinal}`} data-list-item tabIndex={-1}>
      <ProposalNumber ordinal={ordinal} />
      <ProposalHead proposal={proposal} />
      <Quotation statement={wordedProposal(proposal, language)} size="list" />
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
                  ; cue{" "}
                  <i className="serif" lang={language} dir="auto">
                    {proposal.fields.cue}
                  </i>
                </>
              ) : null}
            </p>
          )}
          <ActionForm
            action={decide}
            id={`decide-${ordinal}`}
            label={`Decide on proposal ${ordinal}`}
            className="acts"
          >
            <Hidden values={{ draftId, ordinal }} />
            {isAsked ? <KindQuestion name={asked} ordinal={ordinal} /> : null}
            {isDoubled ? (
              <p className="small" id={`which-${ordinal}`}>
                <Icon name="circle-help" /> Several known speakers are called <bdi>{doubled}</bdi>: edit it
                and choose which of them spoke.
              </p>
            ) : null}
            {decision === "accepted" || isAsked || isDoubled ? null : (
              <RowButton decision="accepted" shortcut="a" of={ordinal} icon="check">
                Accept
              </RowButton>
            )}
            <Link
              className="btn btn--sm btn--quiet"
              href={`/import/${draftId}?at=${ordinal}#p${ordinal}` as Route}
              data-key="e"
              aria-keyshortcuts="e"
            >
              Edit<span className="vh"> proposal {ordinal}</span>
            </Link>
            {decision === "rejected" ? null : (
              <RowButton decision="rejected" shortcut="r" of={ordinal}>
                Reject
              </RowButton>
            )}
            {decision === "pending" ? null : (
              <RowButton decision="pending" shortcut="u" of={ordinal}>
                Undo
              </RowButton>
            )}
          </ActionForm>
        </>
      )}
    </li>
  );
}

interface RowButtonProps {
  decision: "accepted" | "rejected" | "pending";
  /** Works in the marked row; written only on the proposal that is looked at, to keep the list calm. */
  shortcut: string;
  of: number;
  icon?: IconName;
  children: string;
}

function RowButton({ decision, shortcut, of, icon, children }: RowButtonProps) {
  return (
    <PressButton
      className={icon ? "btn btn--sm" : "btn btn--sm btn--quiet"}
      name="decision"
      value={decision}
      data-key={shortcut}
      aria-keyshortcuts={shortcut}
    >
      {icon ? <Icon name={icon} /> : null}
      {children}
      <span className="vh"> proposal {of}</span>
    </PressButton>
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

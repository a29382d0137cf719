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
  draft: { readonly publicId: string; readonly language: string; readonly order: string };
  proposal: ShownProposal;
  decide: FormAction;
}

/** One proposal in the list: who, the words, how it was found, and what to do with it. */
export function ProposalItem({ draft, proposal, decide }: ProposalItemProps) {
  const { ordinal, decision, statementId, asked, doubled } = proposal;
  const { publicId: draftId, language, order } = draft;
  const isAsked = asked !== null && decision !== "accepted";
  const isDoubled = doubled !== null && decision !== "accepted";
  return (
    <li id={`p${ordinal}`} data-list-item data-drawn={decision} tabIndex={-1}>
      <ProposalNumber ordinal={ordinal} />
      <ProposalHead proposal={proposal} />
      <Quotation statement={wordedProposal(proposal, language)} size="list" />
      {statementId ? (
        <p className="why">
          <Link href={`/statements/${statementId}` as Route} data-open>
            Open the statement {statementId}
          </Link>
          {decision === "known"
            ? ": it stands in a former edition of this source, and is not stored again."
            : null}
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
          <FormerWords proposal={proposal} />
          <ActionForm
            action={decide}
            id={`decide-${ordinal}`}
            label={`Decide on proposal ${ordinal}`}
            className="acts"
          >
            <Hidden values={{ draftId, ordinal, order }} />
            {isAsked ? <KindQuestion name={asked} ordinal={ordinal} /> : null}
            {isDoubled ? (
              <p className="small" id={`which-${ordinal}`}>
                <Icon name="circle-help" /> Several known speakers are called <bdi>{doubled}</bdi>: edit it
                and choose which of them spoke.
              </p>
            ) : null}
            {decision === "accepted" || isAsked || isDoubled ? null : (
              <RowButton name="decision" value="accepted" shortcut="a" of={ordinal} icon="check">
                Accept
              </RowButton>
            )}
            <Link
              className="btn btn--sm btn--quiet"
              href={addressOf(draft, ordinal)}
              data-key="e"
              aria-keyshortcuts="e"
            >
              Edit<span className="vh"> proposal {ordinal}</span>
            </Link>
            {decision === "rejected" ? null : (
              <RowButton name="decision" value="rejected" shortcut="r" of={ordinal}>
                Reject
              </RowButton>
            )}
            {decision === "pending" ? null : (
              <RowButton name="decision" value="pending" of={ordinal}>
                Leave it open
              </RowButton>
            )}
            {order === "text" && decision !== "accepted" ? (
              <span className="ifmarked">
                <RowButton part="accept-all" name="run" value={`${ordinal}`} shortcut="t" of={ordinal}>
                  Accept all up to here
                </RowButton>
              </span>
            ) : null}
          </ActionForm>
        </>
      )}
    </li>
  );
}

/** Where a proposal is looked at, in the list as it is sorted. */
function addressOf({ publicId, order }: ProposalItemProps["draft"], ordinal: number): Route {
  return `/import/${publicId}?at=${ordinal}${order === "text" ? "" : `&order=${order}`}#p${ordinal}` as Route;
}

interface RowButtonProps {
  /** Another form of the page that it sends. */
  part?: string;
  name: string;
  value: string;
  /** Works in the marked row; written only on the proposal that is looked at, to keep the list calm. */
  shortcut?: string;
  of: number;
  icon?: IconName;
  children: string;
}

function RowButton({ part, name, value, shortcut, of, icon, children }: RowButtonProps) {
  return (
    <PressButton
      className={icon ? "btn btn--sm" : "btn btn--sm btn--quiet"}
      {...{ part, name, value }}
      {...(shortcut ? { "data-key": shortcut, "aria-keyshortcuts": shortcut } : {})}
    >
      {icon ? <Icon name={icon} /> : null}
      {children}
      <span className="vh">, proposal {of}</span>
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

/** What a former edition of the source has in the place of this. */
export function FormerWords({ proposal: { former } }: { proposal: ShownProposal }) {
  if (!former) return null;
  return (
    <div className="why why--care">
      <p>
        <Icon name="triangle-alert" /> Changed since it was stored as{" "}
        <Link href={`/statements/${former.publicId}` as Route}>{former.publicId}</Link>, by{" "}
        <bdi>{former.speaker?.name ?? "nobody who is named"}</bdi>:
      </p>
      <Quotation statement={former} size="list" />
      <p>Accepted, this is a statement of its own beside it.</p>
    </div>
  );
}

/** Who speaks, and the form of the words or the decision. */
export function ProposalHead({ proposal }: { proposal: ShownProposal }) {
  const { speaker, decision, statementId, fields, doubt } = proposal;
  return (
    <div className="done">
      <h3 dir="auto">{speaker?.name ?? "Nobody named"}</h3>
      <span className="done__tags">
        {decision === "pending" && doubt !== null ? (
          <Tag icon="circle-help" tone="care">
            {doubt}
          </Tag>
        ) : null}
        {decision === "known" ? (
          <Tag icon="file-check">In the record</Tag>
        ) : statementId ? (
          <Tag icon="file-check">Stored</Tag>
        ) : decision === "accepted" ? (
          <Tag icon="check">Accepted</Tag>
        ) : decision === "rejected" ? (
          <Tag icon="x">Rejected</Tag>
        ) : (
          <FormTag form={fields.form} />
        )}
      </span>
    </div>
  );
}

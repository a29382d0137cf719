import type { Route } from "next";
import { Withdrawn } from "@/components/corrections/withdrawn";
import { Blockers } from "@/components/review/blockers";
import { AssignForm, PressForm, WordedForm } from "@/components/review/step-forms";
import { stateWord } from "@/components/statements/words";
import { Facts } from "@/components/ui/facts";
import { Link } from "@/components/ui/link";
import { Note } from "@/components/ui/note";
import { Time } from "@/components/ui/time";
import { type Actor, can } from "@/lib/auth";
import { listWithdrawnRetractions } from "@/lib/corrections/server";
import { handRefusal } from "@/lib/independence";
import { blockersOfMove, MOVES, type Move } from "@/lib/review";
import type { ReviewDetail } from "@/lib/review/server";
import type { StatementDetail } from "@/lib/statements/server";
import * as actions from "./actions";
import { CorrectionPart } from "./correction-part";

interface NextStepProps {
  actor: Actor;
  statement: StatementDetail;
  review: ReviewDetail;
  /** The id of a proposal that was withdrawn, with which its form is to be filled in. */
  again: string;
}

/** What the next step is, what blocks it, and every step that this actor can take from here. */
export async function NextStep({ actor, statement, review, again }: NextStepProps) {
  const { facts } = review;
  const at = { statementId: statement.publicId, version: facts.version };
  const next = NEXT[facts.state];
  const blockers = next
    ? blockersOfMove(next.move, facts, { actorId: actor.id }).filter(
        // taking and assigning are offered right here
        ({ rule }) => rule !== "review.assignee" || next.move === "submit",
      )
    : [];
  const isOpen = (move: Move) => (MOVES[move] as readonly string[]).includes(facts.state);
  const mayAssign = can(actor, "review:assign") && isOpen("assign");
  return (
    <section id="state" className="stack" aria-label="Next step">
      <p className="vh" role="status">
        {stateWord(facts.state).label}
      </p>
      <Facts
        facts={[
          { name: "Reviewer", value: review.assignee ?? "Nobody yet" },
          ...(review.dueOn
            ? [{ name: "Due", value: <Time key="due" value={review.dueOn} precision="day" /> }]
            : []),
        ]}
      />
      {next ? <Blockers title={next.title} blockers={blockers} /> : null}
      <StateNote statement={statement} review={review} />
      <div className="btns noprint">
        {can(actor, "review:take") && isOpen("take") ? (
          <PressForm action={actions.takeAction} id="take" shortcut="t" {...at}>
            {facts.state === "captured" ? "Take it" : "Take up the changes"}
          </PressForm>
        ) : null}
        {can(actor, "review:submit") && isOpen("submit") && facts.assigneeId === actor.id ? (
          <PressForm
            action={actions.submitAction}
            id="submit"
            shortcut="s"
            variant={blockers.length === 0 ? "main" : "plain"}
            {...at}
          >
            {blockers.length === 0 ? "Submit for approval" : `Submit, ${blockers.length} missing`}
          </PressForm>
        ) : null}
        {can(actor, "review:approve") && isOpen("approve") ? (
          <PressForm
            action={actions.approveAction}
            id="approve"
            shortcut="a"
            variant={blockers.length === 0 ? "main" : "plain"}
            {...at}
          >
            Approve
          </PressForm>
        ) : null}
        {can(actor, "statement:publish") && isOpen("publish") ? (
          <PressForm action={actions.publishAction} id="publish" shortcut="p" {...at}>
            Publish
          </PressForm>
        ) : null}
      </div>
      {can(actor, "review:return") && isOpen("return") ? (
        <WordedForm
          action={actions.returnAction}
          id="return"
          shortcut="r"
          label="What is to be changed"
          hint="It becomes an open comment, to be resolved before approval."
          {...at}
        >
          Return it
        </WordedForm>
      ) : null}
      {mayAssign ? (
        <AssignForm
          action={actions.assignAction}
          assignee={review.assignee}
          dueOn={review.dueOn?.toISOString().slice(0, 10) ?? ""}
          {...at}
        />
      ) : null}
      {isOpen("propose_correction") ? (
        <CorrectionPart actor={actor} statement={statement} review={review} again={again} />
      ) : null}
      {can(actor, "statement:retract") && isOpen("propose_retraction") ? (
        <Retract {...at} review={review} actor={actor} again={again} />
      ) : null}
      {can(actor, "review:decline") && isOpen("decline") ? (
        <WordedForm
          action={actions.declineAction}
          id="decline"
          label="Why it is declined"
          variant="stop"
          {...at}
        >
          Decline it
        </WordedForm>
      ) : null}
    </section>
  );
}

const NEXT: Readonly<Record<string, { move: Move; title: string }>> = {
  captured: { move: "take", title: "Why it cannot be taken yet" },
  in_review: { move: "submit", title: "Why it cannot be submitted yet" },
  changes_requested: { move: "take", title: "Why it cannot be taken up yet" },
  submitted: { move: "approve", title: "Why it cannot be approved yet" },
  approved: { move: "publish", title: "Why it cannot be published yet" },
};

function StateNote({ statement, review }: Pick<NextStepProps, "statement" | "review">) {
  const { state } = review.facts;
  if (state === "submitted") {
    return (
      <p className="meta">
        Submitted by {review.submittedBy ?? "Verbatim"}. An editor who had no hand in it decides.
      </p>
    );
  }
  if (state === "published") {
    return (
      <Note tone="pass" title={`Published, version ${statement.publishedVersion ?? 1}`}>
        <p>
          <Link href={`/statements/${statement.publicId}` as Route}>See its page</Link>
        </p>
      </Note>
    );
  }
  if (state === "retracted")
    return <Note tone="care" title="Retracted: its address stays, with the notice." />;
  if (state === "declined") return <Note title="Declined: nothing more is recorded on it." />;
  return null;
}

interface RetractProps {
  statementId: string;
  version: number;
  review: ReviewDetail;
  actor: Actor;
  again: string;
}

async function Retract({ review, actor, again, ...at }: RetractProps) {
  const { retraction, facts } = review;
  if (!retraction) {
    const withdrawn = await listWithdrawnRetractions(actor, at.statementId);
    const before = withdrawn.find(({ id }) => id === again);
    return (
      <>
        <Withdrawn
          statementId={at.statementId}
          what="retraction"
          proposals={withdrawn.filter((one) => one !== before).map((one) => ({ ...one, text: one.reason }))}
        />
        <WordedForm
          key={before?.id ?? ""}
          words={before?.reason}
          action={actions.proposeRetractionAction}
          id="retract"
          label="Why it is retracted"
          hint="Readers will see it. A second editor confirms."
          variant="stop"
          {...at}
        >
          Propose to retract it
        </WordedForm>
      </>
    );
  }
  const ownHand = handRefusal(facts.retraction?.hands ?? [], actor.id, "another editor confirms it.");
  return (
    <div id="retract" className="stack">
      <Note tone="care" title={`${retraction.proposedBy ?? "An editor"} proposes to retract it`}>
        <p dir="auto">{retraction.reason}</p>
        <p>The public sees nothing of it until a second editor confirms.</p>
      </Note>
      {ownHand ? (
        <p>{ownHand}</p>
      ) : (
        <PressForm action={actions.confirmRetractionAction} id="confirm-retraction" variant="stop" {...at}>
          Retract it
        </PressForm>
      )}
      <WordedForm
        action={actions.withdrawRetractionAction}
        id="withdraw-retraction"
        label="Why the proposal is withdrawn"
        {...at}
      >
        Withdraw the proposal
      </WordedForm>
    </div>
  );
}

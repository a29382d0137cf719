import { ClaimVerdictForm } from "@/components/claims/claim-verdict-form";
import { LapsedPositions } from "@/components/claims/lapsed-positions";
import { ActionForm } from "@/components/forms/action-form";
import { CheckField, TextArea, TextField } from "@/components/forms/fields.client";
import { Fold } from "@/components/forms/fold.client";
import { PageForm } from "@/components/forms/page-form";
import { RemovableList } from "@/components/forms/removable-list";
import { ClosedToRole, PublicNote } from "@/components/notices/public-note";
import { speakerName } from "@/components/statements/words";
import { Hidden } from "@/components/ui/form";
import { Section } from "@/components/ui/page";
import { SubmitButton } from "@/components/ui/submit-button";
import { type Actor, can } from "@/lib/auth";
import { STANCES } from "@/lib/claims";
import {
  type ClaimDetail,
  type ClaimTruth,
  countPositionSaves,
  listLapsedPositions,
} from "@/lib/claims/server";
import { labelOf } from "@/lib/text";
import { listScales } from "@/lib/verdicts/server";
import {
  judgeClaimAction,
  publishClaimAction,
  reinstateClaimAction,
  rephraseClaimAction,
  takeAgainAction,
  withdrawClaimAction,
  withdrawPositionAction,
} from "../actions";
import { claimPageAction } from "./page-action";

interface ClaimDeskProps {
  actor: Actor;
  claim: ClaimDetail;
  truth: ClaimTruth | null;
}

/** What the desk does with a claim: a verdict, other words, its positions, publication and withdrawal. */
export async function ClaimDesk({ actor, claim, truth }: ClaimDeskProps) {
  const isRead = claim.state === "published" || claim.state === "withdrawn";
  const mayChange = can(actor, "published:change");
  const lapsed = await listLapsedPositions(actor, claim.id);
  return (
    <PageForm action={claimPageAction}>
      {lapsed.length > 0 ? (
        <Section
          id="lapsed"
          title="To ask again"
          margin="Taken on former words of the claim. Until somebody says what the statement does to the words of today, it takes no position."
        >
          <LapsedPositions
            claimId={claim.id}
            version={claim.version}
            positions={lapsed}
            take={takeAgainAction}
            drop={withdrawPositionAction}
            isRead={isRead}
            mayChange={mayChange}
          />
        </Section>
      ) : null}
      {claim.positions.length > 0 && (mayChange || !isRead) ? (
        <Section
          id="take-back"
          title="Take a position back"
          margin="It stays on record as one that was taken."
        >
          <RemovableList
            rows={claim.positions.map(({ id, stance, statement }) => ({
              id,
              label: `${speakerName(statement)}, ${statement.publicId}: ${labelOf(STANCES, stance).toLowerCase()}`,
              remove: `Take the position of ${statement.publicId} back`,
            }))}
            name="positionId"
            values={{}}
            version={claim.version}
            action={withdrawPositionAction}
            none=""
            more={isRead ? <PublicNote /> : null}
          />
        </Section>
      ) : null}
      {can(actor, "verdict:give") && claim.state !== "withdrawn" && (mayChange || !isRead) ? (
        <Section
          id="judging"
          title={truth ? "Judge it again" : "Judge its truth"}
          margin="Most claims are never judged. A verdict of a scale makes the claim a ClaimReview once it is published."
        >
          <ClaimVerdictForm
            action={judgeClaimAction}
            claimId={claim.id}
            version={claim.version}
            scales={await listScales()}
            truth={truth}
            isRead={isRead}
          />
        </Section>
      ) : null}
      <Section
        id="edit"
        title="The claim itself"
        margin="Its address stays when it is put in other words."
        isLast
      >
        {isRead && !mayChange ? (
          <ClosedToRole what="claim" />
        ) : (
          <ActionForm
            action={rephraseClaimAction}
            id="rephrase"
            label="Put it in other words"
            version={claim.version}
            className="stack measure noprint"
          >
            <Hidden values={{ claimId: claim.id }} />
            <TextField name="proposition" label="Claim" value={claim.proposition} isRequired />
            <TextArea name="note" label="Note" value={claim.note} rows={2} />
            {claim.positions.length > 0 || truth ? (
              <CheckField
                name="isTypingError"
                label="It is a typing error only"
                hint="A slip of a letter: nobody else on record writes the former word, and a source or something published writes the new one. Otherwise the positions taken on the former words are asked for again, and a verdict on them ends."
              />
            ) : null}
            {isRead ? <PublicNote /> : null}
            <SubmitButton variant="plain">Save the claim</SubmitButton>
          </ActionForm>
        )}
        {claim.state === "captured" && can(actor, "statement:publish") ? (
          <ActionForm
            action={publishClaimAction}
            id="publish"
            label="Publish the claim"
            version={claim.version}
            className="stack above-5 noprint"
          >
            <Hidden
              values={{ claimId: claim.id, saves: String(await countPositionSaves(actor, claim.id)) }}
            />
            <SubmitButton>Publish the claim</SubmitButton>
          </ActionForm>
        ) : null}
        {isRead && mayChange ? <Withdrawal claim={claim} /> : null}
      </Section>
    </PageForm>
  );
}

function Withdrawal({ claim }: { claim: ClaimDetail }) {
  const isWithdrawn = claim.state === "withdrawn";
  const label = isWithdrawn ? "Publish the claim again" : "Withdraw the claim";
  return (
    <Fold className="behind above-5 noprint">
      <summary>{label}</summary>
      <ActionForm
        action={isWithdrawn ? reinstateClaimAction : withdrawClaimAction}
        id={isWithdrawn ? "reinstate" : "withdraw"}
        label={label}
        version={claim.version}
        className="stack measure above-3"
      >
        <Hidden values={{ claimId: claim.id }} />
        <p className="small">
          {isWithdrawn
            ? "The positions that stand on it are shown again."
            : "Lists and statements no longer show it. Its address stays and answers with the notice alone."}
        </p>
        <PublicNote />
        <SubmitButton variant="plain">{label}</SubmitButton>
      </ActionForm>
    </Fold>
  );
}

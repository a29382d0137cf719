import { CorrectForm } from "@/components/corrections/correct-form";
import { fieldChanges } from "@/components/corrections/field-changes";
import { WaitingCorrection } from "@/components/corrections/waiting-correction";
import { Withdrawn } from "@/components/corrections/withdrawn";
import type { SourcingShown } from "@/components/sourcing/sourcing-glance";
import { type Actor, can } from "@/lib/auth";
import { listWithdrawnCorrections, type WithdrawnCorrection } from "@/lib/corrections/server";
import { findWaitingSighting } from "@/lib/editions/server";
import { handRefusal } from "@/lib/independence";
import { typedFields } from "@/lib/publication";
import type { ReviewDetail } from "@/lib/review/server";
import type { AssessInput } from "@/lib/sourcing";
import { latestSourcing } from "@/lib/sourcing/server";
import { findSpeakersByName, nameSpeakers } from "@/lib/speakers/server";
import type { StatementDetail } from "@/lib/statements/server";
import { labelOf, parseDated, writeDated } from "@/lib/text";
import { AXES } from "@/lib/verdicts";
import { latestVerdicts, listScales } from "@/lib/verdicts/server";
import * as actions from "./actions";

interface CorrectionPartProps {
  actor: Actor;
  statement: StatementDetail;
  review: ReviewDetail;
  /** The id of a proposal that was withdrawn, with which the form is to be filled in. */
  again: string;
}

/** What is published can be changed from here: the form that proposes a correction, or the one that waits. */
export async function CorrectionPart({ actor, statement, review, again }: CorrectionPartProps) {
  const { correction, facts } = review;
  const at = { statementId: statement.publicId, version: facts.version };
  const scales = await listScales();
  if (!correction) {
    if (!can(actor, "statement:correct")) return null;
    const [sourcing, verdicts, withdrawn] = await Promise.all([
      latestSourcing(actor, statement.id),
      latestVerdicts(actor, statement.id),
      listWithdrawnCorrections(actor, statement.id),
    ]);
    const before =
      withdrawn.find(({ id }) => id === again) ?? (await asSourcePrints(actor, statement, again));
    const drawn = before ? await asProposed(actor, statement, before) : statement;
    const anchor = { explanation: before?.explanation || (facts.anchor?.explanation ?? "") };
    return (
      <>
        <Withdrawn
          statementId={statement.publicId}
          what="correction"
          proposals={withdrawn.filter((one) => one !== before).map((one) => ({ ...one, text: one.note }))}
        />
        <CorrectForm
          key={before?.id ?? ""}
          action={actions.proposeCorrectionAction}
          statement={{ ...drawn, anchor }}
          suggestions={drawn.speaker ? await findSpeakersByName(actor, drawn.speaker.name) : []}
          sourcing={before?.sourcing ? assessedAs(before.sourcing.given) : sourcing}
          scales={scales}
          isTruthJudged={verdicts.some(({ axis }) => axis === "true")}
          again={
            before && {
              ...{ kind: before.kind, note: before.note, by: before.by, verdict: before.verdict },
              areFieldsChanged: Object.keys(before.changes).length > 0,
              sourcingReason: before.sourcing?.reason ?? null,
            }
          }
          {...at}
        />
      </>
    );
  }
  const { changes } = correction;
  const names = await nameSpeakers(actor, [statement.speaker?.id, changes.speakerId]);
  const named = (id: unknown) => (typeof id === "string" ? (names.get(id) ?? id) : "");
  const was = typedFields({ ...statement, speakerId: statement.speaker?.id ?? null });
  return (
    <WaitingCorrection
      {...at}
      kind={correction.kind}
      note={correction.note}
      explanation={correction.explanation}
      by={correction.proposedBy}
      changes={fieldChanges(
        { ...was, speakerId: named(was.speakerId) },
        { ...changes, ...("speakerId" in changes ? { speakerId: named(changes.speakerId) } : {}) },
        statement.language,
      )}
      questions={correction.questions}
      anew={correction.answers
        .filter(({ outcome }) => outcome !== "holds")
        .map(({ subject, outcome, reason }) => `${anewWord(subject, outcome)} (${reason})`)}
      scales={scales}
      ownHand={handRefusal(facts.correction?.hands ?? [], actor.id, "another editor confirms it.")}
      mayDecide={can(actor, "statement:correct")}
      mayJudge={can(actor, "verdict:give")}
      actions={{
        judge: actions.judgeAgainAction,
        confirm: actions.confirmCorrectionAction,
        withdraw: actions.withdrawCorrectionAction,
      }}
    />
  );
}

/** What the source prints by now, as a correction that its form is filled in with; null where that is not asked for. */
async function asSourcePrints(actor: Actor, { publicId }: StatementDetail, again: string) {
  const seen = again === "source" ? await findWaitingSighting(actor, publicId) : null;
  if (seen?.state !== "changed") return null;
  const day = writeDated({ on: seen.retrievedAt, precision: "day" });
  return {
    ...{ id: again, kind: "correction", by: null, verdict: null, sourcing: null, explanation: "" },
    note: `The source changed these words after we published them; they stand here as it has printed them since ${day} at the latest.`,
    changes: { wording: seen.found } as WithdrawnCorrection["changes"],
  };
}

/** A statement as a withdrawn correction would have it. */
async function asProposed(
  actor: Actor,
  statement: StatementDetail,
  { changes }: Pick<WithdrawnCorrection, "changes">,
) {
  const { saidOn, speakerId, ...fields } = changes;
  const dated = saidOn === undefined ? null : parseDated(saidOn);
  const when = { saidOn: dated?.on ?? null, saidOnPrecision: dated?.precision ?? null };
  return {
    ...statement,
    ...(fields as Partial<StatementDetail>),
    ...(saidOn === undefined ? {} : when),
    speaker: speakerId === undefined ? statement.speaker : await findSpeaker(actor, speakerId),
  };
}

async function findSpeaker(actor: Actor, id: string | null) {
  const name = (await nameSpeakers(actor, [id])).get(id ?? "");
  const known = name === undefined ? [] : await findSpeakersByName(actor, name);
  return known.find((one) => one.id === id) ?? null;
}

/** An assessment that was typed for a correction, as its form draws it. */
function assessedAs({ statementId: _, version: __, embargoedUntil, ...given }: AssessInput): SourcingShown {
  const { sensitivity = [], reliability = "F", credibility = 6 } = given;
  return {
    ...{ ...given, sensitivity, reliability, credibility: Number(credibility) },
    embargoedUntil: embargoedUntil ? (parseDated(embargoedUntil)?.on ?? null) : null,
  };
}

function anewWord(subject: string, outcome: string): string {
  const what = subject.startsWith("verdict:") ? `“${labelOf(AXES, subject.slice(8))}”` : subject;
  return outcome === "falls" ? `${what}, no longer` : what;
}

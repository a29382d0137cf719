import { CorrectForm } from "@/components/corrections/correct-form";
import { fieldChanges } from "@/components/corrections/field-changes";
import { WaitingCorrection } from "@/components/corrections/waiting-correction";
import { type Actor, can } from "@/lib/auth";
import { handRefusal } from "@/lib/independence";
import { typedFields } from "@/lib/publication";
import type { ReviewDetail } from "@/lib/review/server";
import { latestSourcing } from "@/lib/sourcing/server";
import { findSpeakersByName, nameSpeakers } from "@/lib/speakers/server";
import type { StatementDetail } from "@/lib/statements/server";
import { labelOf } from "@/lib/text";
import { AXES } from "@/lib/verdicts";
import { latestVerdicts, listScales } from "@/lib/verdicts/server";
import * as actions from "./actions";

interface CorrectionPartProps {
  actor: Actor;
  statement: StatementDetail;
  review: ReviewDetail;
}

/** What is published can be changed from here: the form that proposes a correction, or the one that waits. */
export async function CorrectionPart({ actor, statement, review }: CorrectionPartProps) {
  const { correction, facts } = review;
  const at = { statementId: statement.publicId, version: facts.version };
  const scales = await listScales();
  if (!correction) {
    if (!can(actor, "statement:correct")) return null;
    const [sourcing, verdicts] = await Promise.all([
      latestSourcing(actor, statement.id),
      latestVerdicts(actor, statement.id),
    ]);
    return (
      <CorrectForm
        action={actions.proposeCorrectionAction}
        statement={{ ...statement, anchor: facts.anchor }}
        suggestions={statement.speaker ? await findSpeakersByName(actor, statement.speaker.name) : []}
        sourcing={sourcing}
        scales={scales}
        isTruthJudged={verdicts.some(({ axis }) => axis === "true")}
        {...at}
      />
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

function anewWord(subject: string, outcome: string): string {
  const what = subject.startsWith("verdict:") ? `“${labelOf(AXES, subject.slice(8))}”` : subject;
  return outcome === "falls" ? `${what}, no longer` : what;
}

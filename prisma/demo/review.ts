import type { Actor } from "@/lib/auth";
import type { Tx } from "@/lib/db/server";
import {
  approve,
  publish,
  requestChanges,
  submitForApproval,
  takeReview,
  tickChecklist,
} from "@/lib/review/server";
import { assessSourcing } from "@/lib/sourcing/server";
import { giveVerdict } from "@/lib/verdicts/server";
import type { DemoReview, DemoState } from "./reviews";
import { SOURCING } from "./sourcing";

type Person = Actor & { readonly id: string };

export interface Staff {
  readonly reporter: Person;
  readonly reviewer: Person;
  readonly editor: Person;
}

const DONE = { isDone: true };
const CHECKS = {
  words_match: DONE,
  speaker_identified: DONE,
  role_right: DONE,
  date_and_place: { isDone: true, note: "As far as the report gives them." },
  context_fair: DONE,
  translation_checked: { isDone: false, note: "The report is in English; the language spoken is not told." },
  competing_looked_for: DONE,
  speaker_contacted: { isDone: false, note: "A sample: nobody was contacted." },
};

const ORDER: readonly DemoState[] = ["captured", "in_review", "submitted", "approved", "published"];

/** Walks one statement through the process as the three people would, as far as the demo shows it. */
export async function reviewStatement(
  tx: Tx,
  staff: Staff,
  review: DemoReview,
  publicId: string,
): Promise<void> {
  const { reviewer, editor } = staff;
  const at = async () => {
    const { version } = await tx.statement.findUniqueOrThrow({
      where: { publicId },
      select: { version: true },
    });
    return { statementId: publicId, version };
  };
  const reaches = (state: DemoState) => ORDER.indexOf(review.state) >= ORDER.indexOf(state);
  const isReturned = review.state === "changes_requested";

  await assessSourcing(reviewer, { ...(await at()), ...SOURCING[review.sourcing] });
  if (review.state === "captured") return;
  await takeReview(reviewer, await at());
  if (!review.verdicts) return;
  for (const axis of ["said", "faithful", "in_context"] as const) {
    const [value, reasons] = review.verdicts[axis];
    await giveVerdict(reviewer, { ...(await at()), axis, value, reasons });
  }
  await tickChecklist(reviewer, { ...(await at()), checks: CHECKS });
  if (!isReturned && !reaches("submitted")) return;
  await submitForApproval(reviewer, await at());
  if (isReturned) {
    await requestChanges(editor, { ...(await at()), words: review.returned ?? "" });
    return;
  }
  if (reaches("approved")) await approve(editor, await at());
  if (reaches("published")) await publish(editor, await at());
}

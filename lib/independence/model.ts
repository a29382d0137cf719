/** What somebody did to the version at hand, or for it. */
export const WORKS = {
  captured: "captured it",
  wrote: "wrote it",
  edited: "edited it",
  assessed: "assessed its sourcing",
  related: "related it to another statement",
  judged: "gave a verdict on it",
  positioned: "recorded a position of it",
  evidenced: "brought evidence for it",
  checked: "filled in its checklist",
  assigned: "were given it to review",
  submitted: "submitted it",
  proposed: "proposed it",
  renewed: "judged again what it changes",
} as const;

export type Work = keyof typeof WORKS;

/** That a person had a hand in something, as a record tells. */
export interface Hand {
  readonly actorId: string;
  readonly work: Work;
}

/** What the actor did to it, each kind of work once; nothing for the program itself, which has no id. */
function worksOf(hands: readonly Hand[], actorId: string | null): Work[] {
  return (Object.keys(WORKS) as Work[]).filter((work) =>
    hands.some((hand) => hand.work === work && hand.actorId === actorId),
  );
}

/**
 * Why this person may not be the second: in words that name every hand they had in it, ending with `then`; null when
 * they had none. The one rule of independence, for statements, claims, corrections and retractions.
 */
export function handRefusal(hands: readonly Hand[], actorId: string | null, then: string): string | null {
  const works = worksOf(hands, actorId).map((work) => WORKS[work]);
  const last = works.pop();
  if (last === undefined) return null;
  return `You ${works.length > 0 ? `${works.join(", ")} and ${last}` : last}: ${then}`;
}

/** The acts after which a new version of a statement is public. */
export const PUBLISHES = ["review.publish", "review.confirm_correction", "review.correct_typo"] as const;

/** The acts on a statement that are no hand in it: what an editor does who judges it, and talk about it. */
export const NO_HAND: readonly string[] = [
  "review.assign",
  "review.return",
  "review.approve",
  ...PUBLISHES,
  "review.decline",
  "review.commented",
  "review.comment_resolved",
  "review.propose_correction",
  "review.withdraw_correction",
  "review.judge_again",
  "review.propose_retraction",
  "review.confirm_retraction",
  "review.withdraw_retraction",
  "statement.put_into_story",
  "statement.taken_from_story",
];

const AUDITED: Readonly<Record<string, Work>> = {
  "statement.captured": "captured",
  "sourcing.assessed": "assessed",
  "verdict.given": "judged",
  "verdict.withdrawn": "judged",
  "position.taken": "positioned",
  "review.checked": "checked",
  "review.take": "assigned",
  "review.submit": "submitted",
};

/** What kind of work an audited act on a statement was; what is not known by name changed it. */
export function workOf(action: string): Work {
  return AUDITED[action] ?? "edited";
}

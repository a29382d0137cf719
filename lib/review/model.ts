import { type Hand, handRefusal } from "@/lib/independence";
import type { StatementState } from "@/lib/statements";
import type { Act, Blocker, ReviewFacts } from "./facts";
import { policyBlockers, submissionBlockers } from "./submission";

/** Every step of the process, with the states from which it can be taken: product.md section 6. */
export const MOVES = {
  take: ["captured", "changes_requested"],
  assign: ["captured", "in_review", "changes_requested"],
  submit: ["in_review"],
  // an approval may be taken back while nothing is public: the approver may have taken a hand in it since
  return: ["submitted", "approved"],
  approve: ["submitted"],
  publish: ["approved"],
  propose_correction: ["published"],
  correct_typo: ["published"],
  confirm_correction: ["published"],
  withdraw_correction: ["published", "retracted"],
  propose_retraction: ["published"],
  confirm_retraction: ["published"],
  withdraw_retraction: ["published"],
  decline: ["captured", "in_review", "submitted", "changes_requested", "approved"],
} as const satisfies Record<string, readonly StatementState[]>;

export type Move = keyof typeof MOVES;

/** The saved views of the queue. */
export const QUEUE_VIEWS = [
  "mine",
  "unassigned",
  "due",
  "to_decide",
  "to_publish",
  "to_confirm",
  "changed",
  "all",
] as const;
export type QueueView = (typeof QUEUE_VIEWS)[number];

/** Whether a day is over on which work was due: on the day itself it is due. In UTC, as days are kept. */
export function isOverdue(dueOn: Date, at: Date): boolean {
  return dueOn.toISOString().slice(0, 10) < at.toISOString().slice(0, 10);
}

/** Every guard of the step that is not met, all at once; empty when the step can be taken. */
export function blockersOfMove(move: Move, facts: ReviewFacts, act: Act): Blocker[] {
  const state = stateBlocker(move, facts.state);
  // in the wrong state the other guards would only mislead
  return state ? [state] : GUARDS[move](facts, act);
}

type Guard = (facts: ReviewFacts, act: Act) => Blocker[];

const GUARDS: Record<Move, Guard> = {
  take: ({ state, assigneeId }, { actorId }) =>
    state === "changes_requested" && assigneeId !== null && assigneeId !== actorId
      ? [
          {
            rule: "review.assignee",
            message: "It was returned to a colleague; an editor can reassign it.",
            href: "#assign",
          },
        ]
      : [],
  assign: (_, { assigneeId }) =>
    assigneeId
      ? []
      : [
          {
            rule: "review.assignee",
            message: "Choose who reviews it.",
            href: "#assign",
            field: "assigneeId",
          },
        ],
  submit: (facts, { actorId }) => [...assigneeBlockers(facts, actorId), ...submissionBlockers(facts)],
  return: (_, act) => wordsBlocker(act, "review.comment", "Say what is to be changed.", "#return"),
  approve: (facts, { actorId }) => [
    ...handBlocker(facts.hands, actorId, "another editor approves it."),
    ...commentBlockers(facts),
    ...policyBlockers(facts),
  ],
  publish: (facts) => [...unchangedBlockers(facts), ...approverBlockers(facts), ...policyBlockers(facts)],
  propose_correction: (facts, act) => [...waitingBlockers(facts), ...noteBlocker(act)],
  correct_typo: (facts, act) => [...waitingBlockers(facts), ...noteBlocker(act)],
  confirm_correction: ({ correction }, { actorId }) => {
    if (!correction) return [NO_CORRECTION];
    return [
      ...handBlocker(correction.hands, actorId, "another editor confirms it.", "#correct"),
      ...(correction.isSpeakerChanged ? [OTHER_SPEAKER] : []),
      ...correction.open.map(({ subject, what }) => ({
        rule: "correction.judged_again",
        message: `${what}: judged of what stood before, and not again since.`,
        href: `#again-${subject}`,
      })),
    ];
  },
  withdraw_correction: ({ correction }, act) => [
    ...(correction ? [] : [NO_CORRECTION]),
    ...wordsBlocker(act, "correction.reason", "Say why it is withdrawn.", "#correct"),
  ],
  propose_retraction: (facts, act) => [
    ...(facts.retraction === null
      ? []
      : [
          {
            rule: "retraction.waits",
            message: "A retraction waits for a second editor already.",
            href: "#retract",
          },
        ]),
    ...wordsBlocker(act, "retraction.reason", "Give the reason: the public will read it.", "#retract"),
  ],
  confirm_retraction: ({ retraction }, { actorId }) => {
    if (!retraction) return [NO_RETRACTION];
    return handBlocker(retraction.hands, actorId, "another editor confirms it.", "#retract");
  },
  withdraw_retraction: ({ retraction }, act) => [
    ...(retraction ? [] : [NO_RETRACTION]),
    ...wordsBlocker(act, "retraction.reason", "Say why it is withdrawn.", "#retract"),
  ],
  decline: (_, act) => wordsBlocker(act, "review.reason", "Give the reason.", "#decline"),
};

const OTHER_SPEAKER = {
  rule: "correction.unchanged",
  message: "The speaker that it names was changed after it was proposed: withdraw it and propose it anew.",
  href: "#correct",
};
const NO_CORRECTION = { rule: "correction.proposed", message: "No correction waits.", href: "#correct" };
const NO_RETRACTION = { rule: "retraction.proposed", message: "No retraction waits.", href: "#retract" };

function stateBlocker(move: Move, state: string): Blocker | null {
  const states: readonly string[] = MOVES[move];
  if (states.includes(state)) return null;
  const nameOf = (key: string) => key.replaceAll("_", " ");
  const message = `It is ${nameOf(state)}; this step starts from ${states.map(nameOf).join(" or ")}.`;
  return { rule: "review.state", message, href: "#state" };
}

function assigneeBlockers({ assigneeId }: ReviewFacts, actorId: string | null): Blocker[] {
  if (assigneeId === null) {
    return [{ rule: "review.assignee", message: "Nobody has taken it yet.", href: "#assign" }];
  }
  if (assigneeId === actorId) return [];
  return [
    {
      rule: "review.assignee",
      message: "Only the reviewer that it is assigned to submits it.",
      href: "#assign",
    },
  ];
}

function handBlocker(
  hands: readonly Hand[],
  actorId: string | null,
  then: string,
  href = "#state",
): Blocker[] {
  const message = handRefusal(hands, actorId, then);
  return message === null ? [] : [{ rule: "independence", message, href }];
}

/** Whoever approved it may have related or judged it since: then the approval is no longer independent. */
function approverBlockers({ hands, approvedById }: ReviewFacts): Blocker[] {
  if (handRefusal(hands, approvedById, "") === null) return [];
  const message =
    "Whoever approved it has had a hand in it since: return it, and another editor approves it.";
  return [{ rule: "independence.approval", message, href: "#state" }];
}

function waitingBlockers({ correction }: ReviewFacts): Blocker[] {
  if (!correction) return [];
  const message = "A correction waits for a second editor already: confirm or withdraw it first.";
  return [{ rule: "correction.waits", message, href: "#correct" }];
}

const noteBlocker = (act: Act) => wordsBlocker(act, "correction.note", "Write the public note.", "#correct");

function commentBlockers({ openComments }: ReviewFacts): Blocker[] {
  if (openComments === 0) return [];
  const message = openComments === 1 ? "One comment is open." : `${openComments} comments are open.`;
  return [{ rule: "comments.resolved", message, href: "#comments" }];
}

function unchangedBlockers({ version, approvedVersion, changedSinceApproval }: ReviewFacts): Blocker[] {
  const changed = [...(approvedVersion === version ? [] : ["It"]), ...changedSinceApproval.map(itsOwn)];
  return changed.map((what) => ({
    rule: "publication.unchanged",
    message: `${what} ${what.endsWith("s") ? "were" : "was"} changed after its approval: return it, to be reviewed and approved again.`,
    href: "#state",
  }));
}

const itsOwn = (what: string) => `Its ${what}`;

function wordsBlocker({ words = "" }: Act, rule: string, message: string, href: string): Blocker[] {
  return words.trim() === "" ? [{ rule, message, href, field: "words" }] : [];
}

/** What a colleague did last with a statement that this person captured, reviews or submitted. */
export interface Happened {
  readonly publicId: string;
  readonly action: string;
  readonly by: string;
  readonly at: Date;
  /** Whether it is later than this person's own last act. */
  readonly isNew: boolean;
}

import { type Hand, handRefusal } from "@/lib/independence";
import { CHECKLIST, type CheckItem } from "@/lib/publication";
import { anonymityRefusals, type Corroboration, FACETS } from "@/lib/sourcing";
import type { StatementState } from "@/lib/statements";
import { AXES } from "@/lib/verdicts";

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

/** Everything that a guard looks at, as plain data. */
export interface ReviewFacts {
  readonly state: string;
  /** The saves counted so far. */
  readonly version: number;
  /** The save that the approval made; null while it is not approved. */
  readonly approvedVersion: number | null;
  /** What stands beside the words and was changed since they were approved, such as "speaker". */
  readonly changedSinceApproval: readonly string[];
  /** Who approved it last. */
  readonly approvedById: string | null;
  readonly assigneeId: string | null;
  /** Everyone who had a hand in the version at hand: that after the last one published. */
  readonly hands: readonly Hand[];
  readonly sourcing: SourcingFacts | null;
  readonly corroboration: Corroboration;
  readonly axesGiven: readonly string[];
  /** The anchor in the newest edition that holds it; null when there is none. */
  readonly anchor: { readonly state: string; readonly explanation: string } | null;
  readonly checks: readonly { readonly item: string; readonly isDone: boolean; readonly note: string }[];
  readonly openComments: number;
  /** The retraction that waits for a second editor. */
  readonly retraction: { readonly hands: readonly Hand[] } | null;
  /** The correction that waits for a second editor, with what was judged of the former words and not again since. */
  readonly correction: { readonly hands: readonly Hand[]; readonly open: readonly OpenQuestion[] } | null;
  readonly now: Date;
}

/** Something judged of the former words that nobody has judged for the new ones yet. */
export interface OpenQuestion {
  readonly subject: string;
  /** "“Said?”, confirmed". */
  readonly what: string;
}

export interface SourcingFacts {
  readonly attributionTerms: string;
  readonly sourceIdentity: string;
  readonly channel: string;
  readonly proximity: string;
  readonly origin: string;
  readonly wordingBasis: readonly string[];
  readonly interest: readonly string[];
  readonly sensitivity: readonly string[];
  readonly reliability: string;
  readonly note: string;
  readonly embargoedUntil: Date | null;
}

/** Who takes the step and what they wrote. */
export interface Act {
  readonly actorId: string | null;
  /** A comment, a reason or a public note, as the step asks for. */
  readonly words?: string;
  readonly assigneeId?: string | null;
}

/** One guard that is not met; `href` leads to where it can be met on the review screen. */
export interface Blocker {
  readonly rule: string;
  readonly message: string;
  readonly href: string;
  readonly field?: string;
}

/** Every guard of the step that is not met, all at once; empty when the step can be taken. */
export function blockersOfMove(move: Move, facts: ReviewFacts, act: Act): Blocker[] {
  const state = stateBlocker(move, facts.state);
  // in the wrong state the other guards would only mislead
  return state ? [state] : GUARDS[move](facts, act);
}

/** What a policy still forbids: off the record, under embargo, an anonymous voice that does not pass the test. */
export function policyBlockers({ sourcing, corroboration, now }: ReviewFacts): Blocker[] {
  if (!sourcing) return [];
  const blockers: Blocker[] = [];
  if (sourcing.attributionTerms === "off_record") {
    const message = "It is off the record: it is never published nor exported.";
    blockers.push({ rule: "policy.off_record", message, href: "#sourcing-f-attributionTerms" });
  }
  if (sourcing.embargoedUntil && sourcing.embargoedUntil > now) {
    const message = `It is under embargo until ${sourcing.embargoedUntil.toISOString().slice(0, 16).replace("T", " ")} UTC.`;
    blockers.push({ rule: "policy.embargo", message, href: "#sourcing-f-embargoedUntil" });
  }
  for (const message of anonymityRefusals({ ...sourcing, corroboration })) {
    blockers.push({ rule: "policy.anonymous_source", message, href: "#sourcing" });
  }
  return blockers;
}

/** The checks that are neither done nor explained, in the order of the list. */
export function openChecks(checks: ReviewFacts["checks"]): CheckItem[] {
  return CHECKLIST.filter(({ key }) => {
    const check = checks.find(({ item }) => item === key);
    return !check || (!check.isDone && check.note.trim() === "");
  }).map(({ key }) => key);
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

const NO_CORRECTION = { rule: "correction.proposed", message: "No correction waits.", href: "#correct" };
const NO_RETRACTION = { rule: "retraction.proposed", message: "No retraction waits.", href: "#retract" };

/** What an editor is handed must be whole, and what the public reads stays so: the guards of submission. */
export function submissionBlockers(facts: ReviewFacts): Blocker[] {
  return [
    ...anchorBlockers(facts),
    ...sourcingBlockers(facts),
    ...axisBlockers(facts),
    ...checklistBlockers(facts),
  ];
}

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

function anchorBlockers({ anchor }: ReviewFacts): Blocker[] {
  if (!anchor)
    return [{ rule: "anchor.missing", message: "It stands in no edition of its source.", href: "#anchor" }];
  if (anchor.state === "exact" || anchor.explanation.trim() !== "") return [];
  const message = `The anchor is ${anchor.state}, and the difference is not explained.`;
  return [{ rule: "anchor.explained", message, href: "#anchor" }];
}

// a sensitivity may well be none; every other facet has a value
const NEEDED_FACETS = FACETS.filter((facet) => facet.key !== "sensitivity");

function sourcingBlockers({ sourcing }: ReviewFacts): Blocker[] {
  if (!sourcing)
    return [{ rule: "sourcing.given", message: "The sourcing is not assessed.", href: "#sourcing" }];
  return NEEDED_FACETS.filter((facet) => sourcing[facet.key].length === 0).map((facet) => ({
    rule: "sourcing.complete",
    message: `${facet.label} has no value.`,
    href: `#sourcing-f-${facet.key}`,
  }));
}

function axisBlockers({ axesGiven }: ReviewFacts): Blocker[] {
  return AXES.filter((axis) => axis.key !== "true" && !axesGiven.includes(axis.key)).map((axis) => ({
    rule: `verdict.${axis.key}`,
    message: `“${axis.label}” has no verdict.`,
    href: `#verdict-${axis.key}`,
  }));
}

function checklistBlockers({ checks }: ReviewFacts): Blocker[] {
  const open = openChecks(checks).length;
  if (open === 0) return [];
  const message = `${open} of ${CHECKLIST.length} checks ${open === 1 ? "is" : "are"} open.`;
  return [{ rule: "checklist.complete", message, href: "#checklist" }];
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
    message: `${what} was changed after its approval: return it, to be reviewed and approved again.`,
    href: "#state",
  }));
}

const itsOwn = (what: string) => `Its ${what}`;

function wordsBlocker({ words = "" }: Act, rule: string, message: string, href: string): Blocker[] {
  return words.trim() === "" ? [{ rule, message, href, field: "words" }] : [];
}

import { anonymityRefusals, type Corroboration, FACETS } from "@/lib/sourcing";
import type { StatementState } from "@/lib/statements";
import { AXES } from "@/lib/verdicts";

/** How each state is called and drawn. */
const REVIEW_STATES = [
  { key: "captured", label: "Captured", icon: "inbox" },
  { key: "in_review", label: "In review", icon: "eye" },
  { key: "submitted", label: "Submitted", icon: "send" },
  { key: "changes_requested", label: "Changes requested", icon: "corner-up-left" },
  { key: "approved", label: "Approved", icon: "thumbs-up" },
  { key: "published", label: "Published", icon: "badge-check" },
  { key: "retracted", label: "Retracted", icon: "archive-x" },
  { key: "declined", label: "Declined", icon: "circle-slash" },
] as const satisfies readonly { key: StatementState; label: string; icon: string }[];

/** What is checked by eye before a statement is submitted; each is done, or says why not. */
export const CHECKLIST = [
  { key: "words_match", label: "Words match the source" },
  { key: "speaker_identified", label: "Speaker identified" },
  { key: "role_right", label: "Role right on that day" },
  { key: "date_and_place", label: "Date and place" },
  { key: "context_fair", label: "Context fair" },
  { key: "translation_checked", label: "Translation checked" },
  { key: "competing_looked_for", label: "Competing claims looked for" },
  { key: "speaker_contacted", label: "Speaker contacted, or why not" },
] as const;

export type CheckItem = (typeof CHECKLIST)[number]["key"];

/** What a public notice of a change says it was. */
export const CORRECTION_KINDS = [
  { key: "typo", label: "Typing error", definition: "A slip that changes no meaning." },
  { key: "clarification", label: "Clarification", definition: "It could be misread; now it cannot." },
  { key: "correction", label: "Correction", definition: "Something was wrong; now it is right." },
  {
    key: "verdict_change",
    label: "Change of verdict",
    definition: "The facts are the same; we judge them anew.",
  },
] as const;

export type CorrectionKind = (typeof CORRECTION_KINDS)[number]["key"];

/** Every step of the process, with the states from which it can be taken: product.md section 6. */
export const MOVES = {
  take: ["captured", "changes_requested"],
  assign: ["captured", "in_review", "changes_requested"],
  submit: ["in_review"],
  return: ["submitted"],
  approve: ["submitted"],
  publish: ["approved"],
  correct: ["published"],
  propose_retraction: ["published"],
  confirm_retraction: ["published"],
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
  readonly authorId: string | null;
  readonly assigneeId: string | null;
  readonly submittedById: string | null;
  readonly sourcing: SourcingFacts | null;
  readonly corroboration: Corroboration;
  readonly axesGiven: readonly string[];
  /** The anchor in the newest edition that holds it; null when there is none. */
  readonly anchor: { readonly state: string; readonly explanation: string } | null;
  readonly checks: readonly { readonly item: string; readonly isDone: boolean; readonly note: string }[];
  readonly openComments: number;
  /** Who proposed the retraction that waits for a second editor. */
  readonly retractionProposedById: string | null;
  readonly now: Date;
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
  submit: (facts, { actorId }) => [
    ...assigneeBlockers(facts, actorId),
    ...anchorBlockers(facts),
    ...sourcingBlockers(facts),
    ...axisBlockers(facts),
    ...checklistBlockers(facts),
  ],
  return: (_, act) => wordsBlocker(act, "review.comment", "Say what is to be changed.", "#return"),
  approve: (facts, { actorId }) => [
    ...independenceBlockers(facts, actorId),
    ...commentBlockers(facts),
    ...policyBlockers(facts),
  ],
  publish: (facts) => [...unchangedBlockers(facts), ...policyBlockers(facts)],
  correct: (_, act) => wordsBlocker(act, "correction.note", "Write the public note.", "#correct"),
  propose_retraction: (facts, act) => [
    ...(facts.retractionProposedById === null
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
  confirm_retraction: ({ retractionProposedById }, { actorId }) => {
    if (retractionProposedById === null) {
      return [
        { rule: "retraction.proposed", message: "Nobody has proposed to retract it.", href: "#retract" },
      ];
    }
    if (retractionProposedById !== actorId) return [];
    return [{ rule: "retraction.second", message: "A retraction takes a second editor.", href: "#retract" }];
  },
  decline: (_, act) => wordsBlocker(act, "review.reason", "Give the reason.", "#decline"),
};

function stateBlocker(move: Move, state: string): Blocker | null {
  const states: readonly string[] = MOVES[move];
  if (states.includes(state)) return null;
  const nameOf = (key: string) =>
    REVIEW_STATES.find((known) => known.key === key)?.label.toLowerCase() ?? key;
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

function independenceBlockers(
  { authorId, assigneeId, submittedById }: ReviewFacts,
  actorId: string | null,
): Blocker[] {
  if (actorId === null) return [];
  if (actorId === authorId) {
    return [
      { rule: "approval.author", message: "You captured it: another editor approves it.", href: "#state" },
    ];
  }
  if (actorId === submittedById || actorId === assigneeId) {
    return [
      { rule: "approval.reviewer", message: "You reviewed it: another editor approves it.", href: "#state" },
    ];
  }
  return [];
}

function commentBlockers({ openComments }: ReviewFacts): Blocker[] {
  if (openComments === 0) return [];
  const message = openComments === 1 ? "One comment is open." : `${openComments} comments are open.`;
  return [{ rule: "comments.resolved", message, href: "#comments" }];
}

function unchangedBlockers({ version, approvedVersion }: ReviewFacts): Blocker[] {
  if (approvedVersion === version) return [];
  const message = "It was changed after its approval: decline it, or have it captured and reviewed anew.";
  return [{ rule: "publication.unchanged", message, href: "#state" }];
}

function wordsBlocker({ words = "" }: Act, rule: string, message: string, href: string): Blocker[] {
  return words.trim() === "" ? [{ rule, message, href, field: "words" }] : [];
}

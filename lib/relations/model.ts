import { FALLEN_STATES } from "@/lib/statements";

/**
 * Every tie between two statements: product.md section 4. `symmetric` ties read the same from both ends and are stored
 * in one order; for `directed` ones `label` is read from the first statement and `inverse` from the second.
 */
export const RELATION_TYPES = [
  {
    key: "contradicts",
    label: "Contradicts",
    inverse: "Contradicts",
    definition: "Cannot both be true: same proposition, same time, same scope.",
    icon: "equal-not",
    direction: "symmetric",
    family: "conflict",
  },
  {
    key: "numeric_conflict",
    label: "Numeric conflict",
    inverse: "Numeric conflict",
    definition: "A different value for the same quantity.",
    icon: "hash",
    direction: "symmetric",
    family: "conflict",
  },
  {
    key: "temporal_conflict",
    label: "Temporal conflict",
    inverse: "Temporal conflict",
    definition: "Dates or an order that cannot both hold.",
    icon: "calendar-clock",
    direction: "symmetric",
    family: "conflict",
  },
  {
    key: "disputes_attribution",
    label: "Disputes attribution",
    inverse: "Attribution disputed by",
    definition: "Says that the other never said it.",
    icon: "user-x",
    direction: "directed",
    family: "conflict",
  },
  {
    key: "denies_saying",
    label: "Denies saying",
    inverse: "Denied by its speaker",
    definition: "The speaker denies their own statement.",
    icon: "message-square-off",
    direction: "directed",
    family: "conflict",
  },
  {
    key: "misquotes",
    label: "Misquotes",
    inverse: "Misquoted by",
    definition: "The wording drifted, and the meaning with it. From the later report to its source.",
    icon: "replace",
    direction: "directed",
    family: "conflict",
  },
  {
    key: "misattributes",
    label: "Misattributes",
    inverse: "Misattributed by",
    definition: "The right words, the wrong speaker. From the later report to its source.",
    icon: "user-search",
    direction: "directed",
    family: "conflict",
  },
  {
    key: "context_omitted",
    label: "Context omitted",
    inverse: "Its context is omitted by",
    definition: "A qualifier or a condition was dropped. From the later report to its source.",
    icon: "scissors",
    direction: "directed",
    family: "conflict",
  },
  {
    key: "qualifies",
    label: "Qualifies",
    inverse: "Qualified by",
    definition: "Narrows or hedges the other.",
    icon: "list-filter",
    direction: "directed",
    family: "conflict",
  },
  {
    key: "updates",
    label: "Updates",
    inverse: "Updated by",
    definition: "A newer value; the older was right then.",
    icon: "refresh-cw",
    direction: "directed",
    family: "succession",
  },
  {
    key: "reverses",
    label: "Reverses",
    inverse: "Reversed by",
    definition: "The same speaker changed position.",
    icon: "undo-2",
    direction: "directed",
    family: "conflict",
  },
  {
    key: "retracts",
    label: "Retracts",
    inverse: "Retracted by",
    definition: "Withdrawn by its origin.",
    icon: "archive-x",
    direction: "directed",
    family: "succession",
  },
  {
    key: "corrects",
    label: "Corrects",
    inverse: "Corrected by",
    definition: "Replaced by its origin.",
    icon: "pencil-line",
    direction: "directed",
    family: "succession",
  },
  {
    key: "same_utterance",
    label: "Same utterance",
    inverse: "Same utterance",
    definition: "Another outlet’s report of the same act of speaking.",
    icon: "copy",
    direction: "symmetric",
    family: "origin",
  },
  {
    key: "repeats",
    label: "Repeats",
    inverse: "Repeated by",
    definition: "The same proposition on a new occasion.",
    icon: "repeat",
    direction: "directed",
    family: "succession",
  },
  {
    key: "derives_from",
    label: "Derives from",
    inverse: "Origin of",
    definition: "Copied from one origin, such as a wire or a release. From the copy to the origin.",
    icon: "git-fork",
    direction: "directed",
    family: "origin",
  },
  {
    key: "corroborates",
    label: "Corroborates",
    inverse: "Corroborated by",
    definition: "Supports the other from an independent origin.",
    icon: "check-check",
    direction: "directed",
    family: "support",
  },
  {
    key: "responds_to",
    label: "Responds to",
    inverse: "Answered by",
    definition: "Answers the other.",
    icon: "reply",
    direction: "directed",
    family: "succession",
  },
] as const;

export type RelationType = (typeof RELATION_TYPES)[number]["key"];

export const RELATION_STATES = [
  { key: "suggested", label: "Suggested", definition: "Nobody has decided yet.", icon: "circle-dashed" },
  {
    key: "confirmed",
    label: "Confirmed",
    definition: "A reviewer says that the tie holds.",
    icon: "circle-check",
  },
  { key: "rejected", label: "Rejected", definition: "A reviewer says that it does not hold.", icon: "x" },
  {
    key: "resolved",
    label: "Resolved",
    definition: "It holds, and how it comes out is on record.",
    icon: "check",
  },
] as const;

export type RelationState = (typeof RELATION_STATES)[number]["key"];

/** How a confirmed tie comes out. `a` is the statement that the relation is stored from. */
export const RESOLUTIONS = [
  { key: "a_stands", label: "The first stands", icon: "arrow-left" },
  { key: "b_stands", label: "The second stands", icon: "arrow-right" },
  { key: "both_partly", label: "Both, in part", icon: "contrast" },
  { key: "different_definitions", label: "Different definitions", icon: "signpost" },
  { key: "unresolvable", label: "Cannot be resolved", icon: "infinity" },
] as const;

export type Resolution = (typeof RESOLUTIONS)[number]["key"];

/** A rationale, a reason for a decision: at least this many characters, white space at the ends not counted. */
export const LEAST_RATIONALE = 20;

const SYMMETRIC: ReadonlySet<string> = new Set(
  RELATION_TYPES.filter((type) => type.direction === "symmetric").map((type) => type.key),
);

const CONFLICTS: ReadonlySet<string> = new Set(
  RELATION_TYPES.filter((type) => type.family === "conflict").map((type) => type.key),
);

/** The types that set two statements against each other: what `/contradictions` shows. */
export const CONFLICT_TYPES: readonly RelationType[] = RELATION_TYPES.filter(
  (type) => type.family === "conflict",
).map((type) => type.key);

/** Whether the tie reads the same from both ends. */
export function isSymmetric(type: string): boolean {
  return SYMMETRIC.has(type);
}

/** Whether the tie sets two statements against each other. */
export function isConflict(type: string): boolean {
  return CONFLICTS.has(type);
}

/** How a tie came out that is no contradiction after all: the two speak of different things. */
export const NO_CONFLICT: Resolution = "different_definitions";

/**
 * Whether a tie is a contradiction that stands: decided, between two statements that stand, and not resolved as one of
 * words alone. `ends` are the states of its two statements.
 */
export function isStandingConflict(
  { type, state, resolution }: { type: string; state: string; resolution: string | null },
  ends: readonly string[],
): boolean {
  const isDecided = state === "confirmed" || (state === "resolved" && resolution !== NO_CONFLICT);
  return (
    isConflict(type) && isDecided && ends.every((end) => !FALLEN_STATES.some((fallen) => fallen === end))
  );
}

/** The two ends in the order in which they are stored: for a symmetric type the smaller id first. */
export function storedEnds(
  type: RelationType,
  fromId: string,
  toId: string,
): { fromId: string; toId: string } {
  return isSymmetric(type) && toId < fromId ? { fromId: toId, toId: fromId } : { fromId, toId };
}

/** Every decision on a relation, and the states in which it can be made. */
const DECIDED_IN = {
  confirmed: ["suggested"],
  rejected: ["suggested", "confirmed"],
  resolved: ["confirmed"],
  reopened: ["rejected", "resolved"],
} as const satisfies Record<string, readonly RelationState[]>;

export type RelationDecision = keyof typeof DECIDED_IN;

/** Whether a relation in this state can be decided so. */
export function canDecide(state: string, decision: RelationDecision): boolean {
  return (DECIDED_IN[decision] as readonly string[]).includes(state);
}

/** What a type asks of its two ends, as far as they are known. */
export interface RelationEnd {
  readonly speakerId: string | null;
  readonly sourceId: string;
}

/** Why these two cannot stand in this relation, or null. @see product.md section 4, the meaning of each type. */
export function endsRefusal(type: RelationType, from: RelationEnd, to: RelationEnd): string | null {
  const areKnown = from.speakerId !== null && to.speakerId !== null;
  const isSameSpeaker = areKnown && from.speakerId === to.speakerId;
  if ((type === "denies_saying" || type === "reverses") && areKnown && !isSameSpeaker) {
    return "Here both statements must be by the same speaker.";
  }
  if ((type === "disputes_attribution" || type === "misattributes") && isSameSpeaker) {
    return "Here the two statements must be given to different speakers.";
  }
  if (type === "same_utterance" && from.sourceId === to.sourceId) {
    return "The same act of speaking must be reported by two sources.";
  }
  return null;
}

/** Both wordings as one short key, whichever stands first: a rejected pair is not suggested again while it is the same. */
export function wordingsKeyOf(oneWordingKey: string, otherWordingKey: string): string {
  return [oneWordingKey, otherWordingKey].sort().map(hashText).join(".");
}

/** FNV-1a, 64 bits, in base 36: short, the same on every machine; nobody gains by a collision. */
function hashText(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash.toString(36);
}

/** What somebody did to the version at hand, or for it. */
export const WORKS = {
  captured: "captured it",
  brought: "brought the text in which it stands",
  wrote: "wrote it",
  named: "changed its speaker or its source",
  edited: "edited it",
  assessed: "assessed its sourcing",
  related: "related it to another statement",
  judged: "gave a verdict on it",
  positioned: "recorded a position of it",
  unpositioned: "took back a position on it",
  evidenced: "brought evidence for it",
  checked: "filled in its checklist",
  assigned: "were given it to review",
  submitted: "submitted it",
  proposed: "proposed it",
  first: "were the first to propose what it holds",
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

/**
 * The acts that are no hand in anything, on a statement or on a relation of it: a public note goes along with an act that
 * counts by itself, and words that named somebody are taken away, not given.
 */
export const NOTHING_GIVEN: readonly string[] = ["notice.given", "words.withheld"];

/** The acts on a statement that are no hand in it: what an editor does who judges it, and talk about it. */
export const NO_HAND: readonly string[] = [
  ...NOTHING_GIVEN,
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
  // that its source prints others by now changes none of them: taking the new ones is an edit or a correction
  "statement.words_kept",
];

const AUDITED: Readonly<Record<string, Work>> = {
  "statement.captured": "captured",
  "sourcing.assessed": "assessed",
  "verdict.given": "judged",
  "verdict.withdrawn": "judged",
  "position.taken": "positioned",
  "position.withdrawn": "unpositioned",
  "review.checked": "checked",
  "review.take": "assigned",
  "review.submit": "submitted",
};

/** An act as the log tells it: on the statement, on a relation of it, or on the speaker or source that it names. */
export interface LoggedAct {
  readonly on: "statement" | "relation" | "beside";
  readonly actorId: string | null;
  readonly action: string;
  /** JSON of what stood before and after. */
  readonly before: string | null;
  readonly after: string | null;
}

/** What is on record of a statement: who made each record that hangs on it, and the acts in the order of the log. */
export interface Recorded {
  readonly isPublished: boolean;
  readonly records: readonly Hand[];
  readonly acts: readonly LoggedAct[];
}

/**
 * Everyone who had a hand in the version at hand of a statement, superseded records included, each kind of work once.
 * Once something is published the version at hand begins after it, in the order of the log, which no clock can confuse:
 * then the acts alone count, and what names the statement changes by public acts of their own (decision 013).
 */
export function handsOf({ isPublished, records, acts }: Recorded): Hand[] {
  if (isPublished) {
    const since = acts.slice(acts.findLastIndex(isPublication) + 1);
    return distinct(since.filter(({ on }) => on !== "beside").map(handOfAct));
  }
  // a name that was put right before it was captured belongs to no version of it
  const captured = acts.findIndex(({ action }) => action === "statement.captured");
  const beside = acts.slice(captured + 1).filter((act) => act.on === "beside" && isChange(act));
  return distinct([
    ...records,
    ...acts.filter(({ on }) => on !== "beside").map(handOfAct),
    ...beside.map(({ actorId }) => hand(actorId, "named")),
  ]);
}

/** What is on record of a claim. */
export interface RecordedClaim {
  readonly records: readonly Hand[];
  readonly acts: readonly Pick<LoggedAct, "actorId" | "action">[];
}

/**
 * Everyone who had a hand in a claim: who wrote it, put it in other words, judged it, or decided who is read on it by
 * taking a position or by taking one back.
 */
export function handsOfClaim({ records, acts }: RecordedClaim): Hand[] {
  const own = acts.flatMap(({ actorId, action }) => {
    const work = ON_CLAIM[action];
    return work ? [hand(actorId, work)] : [];
  });
  return distinct([...records, ...own]);
}

/** The acts that give a claim its words. */
export const WORDED = ["claim.created", "claim.rephrased"] as const;

/** The act, on the statement, that leaves no record of its own but takes somebody off a claim. */
export const POSITION_WITHDRAWN = "position.withdrawn";

const ON_CLAIM: Readonly<Record<string, Work>> = {
  ...({ "claim.created": "wrote", "claim.rephrased": "edited" } satisfies Record<
    (typeof WORDED)[number],
    Work
  >),
  [POSITION_WITHDRAWN]: "unpositioned",
};

/** The acts that change what is published along with the words of a statement: of its speaker, its source and its story. */
export const CHANGES_BESIDE = {
  speaker: [
    ...["speaker.edited", "speaker.alias_added", "speaker.alias_removed"],
    ...["speaker.affiliation_recorded", "speaker.affiliation_removed"],
    ...["speaker.merged", "speaker.taken_apart", "speaker.split", "speaker.rejoined"],
  ],
  source: ["source.edited"],
  story: ["story.edited"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/**
 * Whether an edit changed anything that the public could read: a save that left every field as it was did not, nor did a name
 * that is kept for matching alone.
 */
export function isChange({ before, after }: Pick<LoggedAct, "before" | "after">): boolean {
  const was = JSON.parse(before ?? "{}") as Record<string, unknown>;
  const is = JSON.parse(after ?? "null") as Record<string, unknown> | null;
  if ((is ?? was).kind === "printed") return false;
  // what was taken away has nothing after it
  if (is === null) return Object.keys(was).length > 0;
  const fields = Object.entries(is);
  return fields.some(
    ([field, value]) => JSON.stringify(was[field] ?? null) !== JSON.stringify(value ?? null),
  );
}

/** A hand of somebody; none when nobody, or the program itself, did it. */
export function hand(actorId: string | null | undefined, work: Work): Hand | null {
  return actorId ? { actorId, work } : null;
}

function isPublication({ action }: LoggedAct): boolean {
  return (PUBLISHES as readonly string[]).includes(action);
}

function handOfAct({ on, actorId, action, after }: LoggedAct): Hand | null {
  if (on === "relation") return NOTHING_GIVEN.includes(action) ? null : hand(actorId, "related");
  // giving it to somebody is no hand in it; having been given it is
  if (action === "review.assign") {
    const { assigneeId } = JSON.parse(after ?? "{}") as { assigneeId?: string };
    return hand(assigneeId, "assigned");
  }
  // what is not known by name changed it
  return NO_HAND.includes(action) ? null : hand(actorId, AUDITED[action] ?? "edited");
}

function distinct(hands: readonly (Hand | null)[]): Hand[] {
  const known = new Map(hands.flatMap((one) => (one ? [[`${one.actorId} ${one.work}`, one]] : [])));
  return [...known.values()];
}

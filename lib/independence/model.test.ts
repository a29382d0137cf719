import fc from "fast-check";
import { expect, it } from "vitest";
import { type Action, can, type Role } from "@/lib/auth";
import { CHECKLIST } from "@/lib/publication";
import { blockersOfMove, MOVES, type Move, type ReviewFacts } from "@/lib/review";
import { type Hand, handRefusal, handsOf, handsOfClaim, type LoggedAct, type Work } from "./index";

/**
 * Random histories by five people on three statements that share a speaker, a source and a claim, without a database. One
 * side records what the program records and asks the program's guards; the other, `made`, keeps account of who did what
 * in plain sets. They must agree on every approval, publication, confirmation and retraction: nobody passes who had a
 * hand, and nobody is stopped by a hand they did not have.
 */

const HISTORIES = 1_000;
const PEOPLE = 5;
const STATEMENTS = 3;

interface Step {
  readonly act: string;
  readonly who: number;
  readonly whom: number;
  readonly at: number;
}

interface Entry extends LoggedAct {
  readonly subjects: readonly string[];
}

class Statement {
  state = "captured";
  isPublished = false;
  assigneeId: string | null = null;
  approvedById: string | null = null;
  openComments = 0;
  records: Hand[] = [];
  correction: { hands: Hand[] } | null = null;
  retraction: { hands: Hand[] } | null = null;
  /** The test's own account. */
  made = new Set<string>();
  proposed = new Set<string>();
  retracting = new Set<string>();
}

class Newsroom {
  readonly roles: Role[] = ["reporter", "reviewer", "editor", "editor", "editor"];
  readonly statements = Array.from({ length: STATEMENTS }, () => new Statement());
  readonly log: Entry[] = [];
  readonly faults: string[] = [];
  readonly done = new Map<string, number>();
  claim: { records: Hand[]; isPublished: boolean; made: Set<string> } = {
    records: [],
    isPublished: false,
    made: new Set(),
  };

  constructor() {
    for (const at of this.statements.keys()) this.capture("0", at);
  }

  take({ act, who, whom, at }: Step) {
    ACTS[act]?.(this, String(who), at % STATEMENTS, whom);
  }

  statement(at: number): Statement {
    const statement = this.statements[at];
    if (!statement) throw new Error(`no statement ${at}`);
    return statement;
  }

  may(who: string, action: Action): boolean {
    return can({ id: who, name: who, role: this.roles[Number(who)] ?? "reader" }, action);
  }

  capture(who: string, at: number) {
    this.work(who, at, "captured", "statement.captured");
  }

  tell(
    who: string,
    on: LoggedAct["on"],
    subjects: readonly string[],
    action: string,
    after: object = { x: 1 },
  ) {
    const act = { on, actorId: who, action, before: null, after: JSON.stringify(after) };
    this.log.push({ ...act, subjects });
  }

  /** Work on a statement that leaves a record of its own, an act in the log, or both. */
  work(who: string, at: number, work: Work | null, action: string) {
    const statement = this.statement(at);
    if (work) statement.records.push({ actorId: who, work });
    this.tell(who, "statement", [`st${at}`], action);
    statement.made.add(who);
  }

  handsOn(at: number): Hand[] {
    const subjects = [`st${at}`, "the speaker", "the source"];
    const { isPublished, records } = this.statement(at);
    const acts = this.log.filter((entry) => entry.subjects.some((one) => subjects.includes(one)));
    return handsOf({ isPublished, records, acts });
  }

  factsOf(at: number): ReviewFacts {
    const { state, assigneeId, approvedById, openComments, correction, retraction } = this.statement(at);
    const hands = this.handsOn(at);
    return {
      ...CLEAN,
      ...{ state, assigneeId, approvedById, openComments, hands, retraction },
      correction: correction && { hands: [...correction.hands, ...hands], open: [], isSpeakerChanged: false },
    };
  }

  /** A step as the program takes it; `hands` is whom the account shuts out, null where nobody is. */
  move(
    who: string,
    at: number,
    move: Move,
    action: Action,
    hands: ReadonlySet<string> | null,
    then: () => void,
  ) {
    const statement = this.statement(at);
    const starts: readonly string[] = MOVES[move];
    if (!this.may(who, action) || !starts.includes(statement.state)) return;
    const act = { actorId: who, words: "It is said why.", assigneeId: who };
    const blockers = blockersOfMove(move, this.factsOf(at), act);
    const isOwn = blockers.some(({ rule }) => rule.startsWith("independence"));
    const judged = move === "publish" ? (statement.approvedById ?? "") : who;
    const asked = blockers.every(({ rule }) => rule.startsWith("independence"));
    if (hands && asked && isOwn !== hands.has(judged))
      this.faults.push(`${move} of ${at} by ${who} ${isOwn ? "is refused" : "passes"}`);
    if (blockers.length > 0) return;
    this.done.set(move, (this.done.get(move) ?? 0) + 1);
    then();
    this.tell(who, "statement", [`st${at}`], `review.${move}`, { assigneeId: null });
  }
}

const CLEAN: ReviewFacts = {
  ...{
    state: "captured",
    version: 1,
    approvedVersion: 1,
    changedSinceApproval: [],
    repeatsSealed: [],
    approvedById: null,
  },
  ...{
    assigneeId: null,
    hands: [],
    corroboration: "none",
    openComments: 0,
    retraction: null,
    correction: null,
  },
  sourcing: {
    ...{ attributionTerms: "on_record", sourceIdentity: "named_person", channel: "speech" },
    ...{ proximity: "first_hand", origin: "original_reporting", reliability: "B", note: "" },
    ...{ wordingBasis: ["recording"], interest: ["none_declared"], sensitivity: [], embargoedUntil: null },
  },
  axesGiven: ["said", "faithful", "in_context"],
  anchor: { state: "exact", explanation: "" },
  checks: CHECKLIST.map(({ key }) => ({ item: key, isDone: true, note: "" })),
  now: new Date("2026-11-26T12:00:00Z"),
};

const OPEN = ["captured", "in_review", "changes_requested"];
const UNDER_WORK = [...OPEN, "submitted", "approved"];

const whileIn =
  (states: readonly string[], action: Action, work: (desk: Newsroom, who: string, at: number) => void) =>
  (desk: Newsroom, who: string, at: number) => {
    if (states.includes(desk.statement(at).state) && desk.may(who, action)) work(desk, who, at);
  };

const ACTS: Record<string, (desk: Newsroom, who: string, at: number, whom: number) => void> = {
  edit: whileIn(OPEN, "statement:edit", (desk, who, at) => desk.work(who, at, null, "statement.edited")),
  unknown: whileIn(OPEN, "statement:edit", (desk, who, at) =>
    desk.work(who, at, null, "statement.something_new"),
  ),
  assess: whileIn(OPEN, "sourcing:assess", (desk, who, at) =>
    desk.work(who, at, "assessed", "sourcing.assessed"),
  ),
  judge: whileIn(OPEN, "verdict:give", (desk, who, at) => desk.work(who, at, "judged", "verdict.given")),
  // what is withdrawn, and done anew by somebody else, was done by both
  unjudge: whileIn(OPEN, "verdict:give", (desk, who, at) => desk.work(who, at, null, "verdict.withdrawn")),
  check: whileIn(OPEN, "review:check", (desk, who, at) => desk.work(who, at, "checked", "review.checked")),
  // from the page of either statement it is the same relation of both
  relate: whileIn(UNDER_WORK, "relation:decide", (desk, who, at) => {
    const other = (at + 1) % STATEMENTS;
    desk.tell(who, "relation", [`st${at}`, `st${other}`], "relation.suggested");
    for (const end of [at, other]) {
      desk.statement(end).records.push({ actorId: who, work: "related" });
      desk.statement(end).made.add(who);
    }
  }),
  position: whileIn(UNDER_WORK, "position:take", (desk, who, at) => {
    desk.work(who, at, "positioned", "position.taken");
    desk.claim.records.push({ actorId: who, work: "positioned" });
    desk.claim.made.add(who);
  }),
  // leaves no record but the log's: whoever takes the others' positions back decides who is read
  unposition: whileIn(UNDER_WORK, "position:take", (desk, who, at) => {
    if (desk.claim.records.length === 0) return;
    desk.tell(who, "statement", [`st${at}`, "the claim"], "position.withdrawn");
    desk.statement(at).made.add(who);
    desk.claim.made.add(who);
  }),
  rename: (desk, who, _, whom) => {
    if (!desk.may(who, "speaker:edit")) return;
    const isSpeaker = whom % 2 === 0;
    const [subject, action] = isSpeaker ? ["the speaker", "speaker.edited"] : ["the source", "source.edited"];
    desk.tell(who, "beside", [subject], action, { name: who });
    for (const { isPublished, made } of desk.statements) if (!isPublished) made.add(who);
  },
  // saved without a change, or remembered from an import: no hand
  touch: (desk, who) => {
    if (desk.may(who, "speaker:edit")) desk.tell(who, "beside", ["the speaker"], "speaker.edited", {});
  },
  comment: (desk, who, at) => desk.tell(who, "statement", [`st${at}`], "review.commented"),
  resolve: (desk, who, at) => {
    desk.statement(at).openComments = 0;
    desk.tell(who, "statement", [`st${at}`], "review.comment_resolved");
  },
  take: (desk, who, at) =>
    desk.move(who, at, "take", "review:take", null, () => {
      Object.assign(desk.statement(at), { assigneeId: who, state: "in_review" });
      desk.statement(at).made.add(who);
    }),
  assign: (desk, who, at, whom) =>
    desk.move(who, at, "assign", "review:assign", null, () => {
      Object.assign(desk.statement(at), { assigneeId: String(whom), state: "in_review" });
      desk.tell(who, "statement", [`st${at}`], "review.assign", { assigneeId: String(whom) });
      desk.statement(at).made.add(String(whom));
    }),
  submit: (desk, who, at) =>
    desk.move(who, at, "submit", "review:submit", null, () => {
      desk.statement(at).state = "submitted";
      desk.statement(at).made.add(who);
    }),
  return: (desk, who, at) =>
    desk.move(who, at, "return", "review:return", null, () =>
      Object.assign(desk.statement(at), { state: "changes_requested", openComments: 1 }),
    ),
  approve: (desk, who, at) => approve(desk, who, at),
  // many at once, one's own among them: each is asked by itself
  approveAll: (desk, who) => {
    for (const at of desk.statements.keys()) approve(desk, who, at);
  },
  publish: (desk, who, at) =>
    desk.move(who, at, "publish", "statement:publish", desk.statement(at).made, () => publish(desk, at)),
  correct: (desk, who, at) =>
    desk.move(who, at, "propose_correction", "statement:correct", null, () => {
      desk.statement(at).correction = { hands: [{ actorId: who, work: "proposed" }] };
      desk.statement(at).proposed = new Set([who]);
    }),
  again: (desk, who, at) => {
    const { correction, proposed } = desk.statement(at);
    if (!correction || !desk.may(who, "verdict:give")) return;
    correction.hands.push({ actorId: who, work: "renewed" });
    desk.tell(who, "statement", [`st${at}`], "review.judge_again");
    proposed.add(who);
  },
  confirm: (desk, who, at) => {
    const { proposed, made, correction } = desk.statement(at);
    const hands = correction ? new Set([...proposed, ...made]) : null;
    desk.move(who, at, "confirm_correction", "statement:correct", hands, () => publish(desk, at));
  },
  withdraw: (desk, who, at) =>
    desk.move(who, at, "withdraw_correction", "statement:correct", null, () => {
      desk.statement(at).correction = null;
    }),
  typo: (desk, who, at) =>
    desk.move(who, at, "correct_typo", "statement:correct", null, () => publish(desk, at)),
  retract: (desk, who, at) =>
    desk.move(who, at, "propose_retraction", "statement:retract", null, () => {
      desk.statement(at).retraction = { hands: [{ actorId: who, work: "proposed" }] };
      desk.statement(at).retracting = new Set([who]);
    }),
  confirmRetraction: (desk, who, at) => {
    const { retracting, retraction } = desk.statement(at);
    const hands = retraction ? retracting : null;
    desk.move(who, at, "confirm_retraction", "statement:retract", hands, () => {
      desk.statement(at).state = "retracted";
    });
  },
  unretract: (desk, who, at) =>
    desk.move(who, at, "withdraw_retraction", "statement:retract", null, () => {
      desk.statement(at).retraction = null;
    }),
  rephrase: (desk, who) => {
    if (!desk.may(who, "claim:edit")) return;
    desk.tell(who, "statement", ["the claim"], "claim.rephrased");
    desk.claim.made.add(who);
  },
  publishClaim: (desk, who) => {
    const { records, isPublished, made } = desk.claim;
    if (isPublished || made.size === 0 || !desk.may(who, "statement:publish")) return;
    const acts = desk.log.filter(({ subjects }) => subjects.includes("the claim"));
    const isOwn = handRefusal(handsOfClaim({ records, acts }), who, "") !== null;
    if (isOwn !== made.has(who)) desk.faults.push(`claim by ${who} ${isOwn ? "is refused" : "passes"}`);
    if (isOwn) return;
    desk.claim.isPublished = true;
    desk.done.set("publish_claim", (desk.done.get("publish_claim") ?? 0) + 1);
  },
  // an administrator changes a role; what somebody did in another role they did all the same
  role: (desk, who, _, whom) => {
    const roles: readonly Role[] = ["reporter", "reviewer", "editor", "editor", "editor"];
    desk.roles[Number(who)] = roles[whom] ?? "editor";
  },
};

function approve(desk: Newsroom, who: string, at: number) {
  desk.move(who, at, "approve", "review:approve", desk.statement(at).made, () =>
    Object.assign(desk.statement(at), { state: "approved", approvedById: who }),
  );
}

function publish(desk: Newsroom, at: number) {
  const made = new Set<string>();
  Object.assign(desk.statement(at), { state: "published", isPublished: true, made, correction: null });
}

const number = (most: number) => fc.integer({ min: 0, max: most - 1 });
const step = (act: fc.Arbitrary<string>) =>
  fc.record({ act, who: number(PEOPLE), whom: number(PEOPLE), at: number(STATEMENTS) });

// each stage is tried by several, so that histories get somewhere; anything at all happens in between
const WAY = [
  ...["take", "judge", "position", "submit", "approve", "publish", "publishClaim"],
  ...["correct", "again", "confirm", "retract", "confirmRetraction"],
];
const history = fc
  .tuple(
    ...WAY.map((act) =>
      fc.tuple(
        fc.array(step(fc.constantFrom(...Object.keys(ACTS))), { maxLength: 4 }),
        fc.array(step(fc.constant(act)), { minLength: 2, maxLength: 12 }),
      ),
    ),
  )
  .map((stages) => stages.flat(2));

it(`nobody decides alone, and nobody is shut out without a hand, in ${HISTORIES} random histories`, () => {
  const done = new Map<string, number>();
  fc.assert(
    fc.property(history, (steps) => {
      const desk = new Newsroom();
      for (const one of steps) desk.take(one);
      for (const [move, count] of desk.done) done.set(move, (done.get(move) ?? 0) + count);
      expect(desk.faults).toEqual([]);
    }),
    { numRuns: HISTORIES, seed: 2611 },
  );
  // the net is of no use where nothing swims
  for (const move of ["approve", "publish", "publish_claim", "confirm_correction", "confirm_retraction"])
    expect(done.get(move) ?? 0, move).toBeGreaterThan(20);
});

it("names every hand once, whatever the number of records", () => {
  const act = { on: "statement", actorId: "a", action: "verdict.given", before: null, after: null } as const;
  const records: Hand[] = [{ actorId: "a", work: "judged" }];
  expect(handsOf({ isPublished: false, records, acts: [act, act] })).toEqual(records);
  expect(handRefusal([...records, { actorId: "a", work: "captured" }], "a", "another does.")).toBe(
    "You captured it and gave a verdict on it: another does.",
  );
});

it("leaves out a name that was put right before the words were captured, or saved as it was", () => {
  const edited = { on: "beside", action: "speaker.edited", before: '{"name":"A"}' } as const;
  const acts: LoggedAct[] = [
    { ...edited, actorId: "before", after: '{"name":"B"}' },
    { on: "statement", actorId: "reporter", action: "statement.captured", before: null, after: "{}" },
    { ...edited, actorId: "same", after: '{"name":"A"}' },
    { ...edited, actorId: "after", after: '{"name":"B"}' },
  ];
  const named = handsOf({ isPublished: false, records: [], acts }).filter(({ work }) => work === "named");
  expect(named).toEqual([{ actorId: "after", work: "named" }]);
  expect(handsOf({ isPublished: true, records: [], acts }).some(({ work }) => work === "named")).toBe(false);
});

import { describe, expect, it } from "vitest";
import { WORKS, type Work } from "@/lib/independence";
import { CHECKLIST } from "@/lib/publication";
import { STATEMENT_STATES } from "@/lib/statements";
import { blockersOfMove, MOVES, type Move, openChecks, type ReviewFacts } from "./model";

const CLEAN: ReviewFacts = {
  state: "in_review",
  version: 7,
  approvedVersion: 7,
  changedSinceApproval: [],
  approvedById: "editor",
  assigneeId: "reviewer",
  hands: [
    { actorId: "reporter", work: "captured" },
    { actorId: "reviewer", work: "submitted" },
  ],
  sourcing: {
    attributionTerms: "on_record",
    sourceIdentity: "named_person",
    channel: "speech",
    proximity: "first_hand",
    origin: "original_reporting",
    wordingBasis: ["recording"],
    interest: ["none_declared"],
    sensitivity: [],
    reliability: "B",
    note: "",
    embargoedUntil: null,
  },
  corroboration: "none",
  axesGiven: ["said", "faithful", "in_context"],
  anchor: { state: "exact", explanation: "" },
  checks: CHECKLIST.map(({ key }) => ({ item: key, isDone: true, note: "" })),
  openComments: 0,
  retraction: null,
  correction: null,
  now: new Date("2025-10-29T12:00:00Z"),
};

const ACTS: Record<Move, { actorId: string; words?: string; assigneeId?: string }> = {
  take: { actorId: "reviewer" },
  assign: { actorId: "editor", assigneeId: "reviewer" },
  submit: { actorId: "reviewer" },
  return: { actorId: "editor", words: "Which day?" },
  approve: { actorId: "editor" },
  publish: { actorId: "editor" },
  propose_correction: { actorId: "editor", words: "A name was wrong." },
  correct_typo: { actorId: "editor", words: "A letter was missing." },
  confirm_correction: { actorId: "second" },
  withdraw_correction: { actorId: "editor", words: "It was right." },
  propose_retraction: { actorId: "editor", words: "Never said." },
  confirm_retraction: { actorId: "second" },
  withdraw_retraction: { actorId: "second", words: "It was said." },
  decline: { actorId: "editor", words: "Not news." },
};

const PROPOSED = { hands: [{ actorId: "editor", work: "proposed" as const }], open: [] };

const moves = Object.keys(MOVES) as Move[];
const factsFor = (move: Move, state: string): ReviewFacts => ({
  ...CLEAN,
  state,
  retraction: /^(confirm|withdraw)_retraction/.test(move) ? PROPOSED : null,
  correction: /^(confirm|withdraw)_correction/.test(move) ? PROPOSED : null,
});
const rules = (move: Move, facts: Partial<ReviewFacts>, act: object = {}) =>
  blockersOfMove(move, { ...factsFor(move, MOVES[move][0]), ...facts }, { ...ACTS[move], ...act }).map(
    ({ rule }) => rule,
  );

describe("every step from every state", () => {
  const table = moves.flatMap((move) => STATEMENT_STATES.map((state) => [move, state] as const));
  it.each(table)("%s from %s", (move, state) => {
    const isAllowed = (MOVES[move] as readonly string[]).includes(state);
    const blockers = blockersOfMove(move, factsFor(move, state), ACTS[move]);
    expect(blockers.map(({ rule }) => rule)).toEqual(isAllowed ? [] : ["review.state"]);
  });
});

describe("every guard", () => {
  const sourcing = (part: object) => ({
    sourcing: { ...CLEAN.sourcing, ...part } as ReviewFacts["sourcing"],
  });
  const later = new Date("2025-10-29T12:00:01Z");
  it.each<[string, Move, Partial<ReviewFacts>, object, string[]]>([
    [
      "returned to a colleague",
      "take",
      { state: "changes_requested", assigneeId: "other" },
      {},
      ["review.assignee"],
    ],
    ["returned to me", "take", { state: "changes_requested" }, {}, []],
    ["no assignee", "assign", {}, { assigneeId: "" }, ["review.assignee"]],
    ["nobody has it", "submit", { assigneeId: null }, {}, ["review.assignee"]],
    ["somebody else has it", "submit", { assigneeId: "other" }, {}, ["review.assignee"]],
    ["no anchor", "submit", { anchor: null }, {}, ["anchor.missing"]],
    ["moved anchor", "submit", { anchor: { state: "moved", explanation: " " } }, {}, ["anchor.explained"]],
    [
      "moved anchor, explained",
      "submit",
      { anchor: { state: "moved", explanation: "New paragraph." } },
      {},
      [],
    ],
    ["no sourcing", "submit", { sourcing: null }, {}, ["sourcing.given"]],
    [
      "facets missing",
      "submit",
      sourcing({ channel: "", wordingBasis: [] }),
      {},
      ["sourcing.complete", "sourcing.complete"],
    ],
    ["no sensitivity", "submit", sourcing({ sensitivity: [] }), {}, []],
    [
      "axes missing",
      "submit",
      { axesGiven: ["true"] },
      {},
      ["verdict.said", "verdict.faithful", "verdict.in_context"],
    ],
    ["a check open", "submit", { checks: CLEAN.checks.slice(1) }, {}, ["checklist.complete"]],
    ["no comment", "return", {}, { words: " " }, ["review.comment"]],
    ["its author", "approve", {}, { actorId: "reporter" }, ["independence"]],
    ["its reviewer", "approve", {}, { actorId: "reviewer" }, ["independence"]],
    ["nobody, as the program does", "approve", {}, { actorId: null }, []],
    [
      "an approver who judged it since",
      "publish",
      { hands: [{ actorId: "editor", work: "judged" }] },
      { actorId: "second" },
      ["independence.approval"],
    ],
    ["an open comment", "approve", { openComments: 1 }, {}, ["comments.resolved"]],
    ["off the record", "approve", sourcing({ attributionTerms: "off_record" }), {}, ["policy.off_record"]],
    ["embargo running", "approve", sourcing({ embargoedUntil: later }), {}, ["policy.embargo"]],
    ["embargo over", "approve", sourcing({ embargoedUntil: CLEAN.now }), {}, []],
    [
      "anonymous, unexplained",
      "approve",
      sourcing({ sourceIdentity: "pseudonym" }),
      {},
      ["policy.anonymous_source"],
    ],
    [
      "off the record since",
      "publish",
      sourcing({ attributionTerms: "off_record" }),
      {},
      ["policy.off_record"],
    ],
    [
      "another name since approval",
      "publish",
      { changedSinceApproval: ["speaker"] },
      {},
      ["publication.unchanged"],
    ],
    ["saved since approval", "publish", { approvedVersion: 6 }, {}, ["publication.unchanged"]],
    ["no public note", "propose_correction", {}, { words: "" }, ["correction.note"]],
    ["no public note", "correct_typo", {}, { words: "" }, ["correction.note"]],
    ["one that waits", "propose_correction", { correction: PROPOSED }, {}, ["correction.waits"]],
    ["one that waits", "correct_typo", { correction: PROPOSED }, {}, ["correction.waits"]],
    ["none that waits", "confirm_correction", { correction: null }, {}, ["correction.proposed"]],
    ["its proposer", "confirm_correction", {}, { actorId: "editor" }, ["independence"]],
    [
      "something to judge again",
      "confirm_correction",
      { correction: { ...PROPOSED, open: [{ subject: "verdict:said", what: "“Said?”, confirmed" }] } },
      {},
      ["correction.judged_again"],
    ],
    ["none that waits", "withdraw_correction", { correction: null }, {}, ["correction.proposed"]],
    ["no reason", "withdraw_correction", {}, { words: "" }, ["correction.reason"]],
    ["none that waits", "withdraw_retraction", { retraction: null }, {}, ["retraction.proposed"]],
    ["no reason", "withdraw_retraction", {}, { words: "" }, ["retraction.reason"]],
    ["no reason", "propose_retraction", {}, { words: "" }, ["retraction.reason"]],
    ["proposed already", "propose_retraction", { retraction: PROPOSED }, {}, ["retraction.waits"]],
    ["not proposed", "confirm_retraction", { retraction: null }, {}, ["retraction.proposed"]],
    ["the same editor", "confirm_retraction", {}, { actorId: "editor" }, ["independence"]],
    ["no reason", "decline", {}, { words: "" }, ["review.reason"]],
  ])("%s: %s", (_, move, facts, act, expected) => {
    expect(rules(move, facts, act)).toEqual(expected);
  });

  it.each(Object.keys(WORKS) as Work[])("keeps who %s it from approving it", (work) => {
    const [blocker] = blockersOfMove(
      "approve",
      { ...CLEAN, state: "submitted", hands: [{ actorId: "editor", work }] },
      { actorId: "editor" },
    );
    expect(blocker?.message).toBe(`You ${WORKS[work]}: another editor approves it.`);
  });

  it("names every hand at once", () => {
    const hands = (["captured", "judged", "checked"] as const).map((work) => ({ actorId: "editor", work }));
    const facts = { ...CLEAN, state: "submitted", hands };
    expect(blockersOfMove("approve", facts, { actorId: "editor" })[0]?.message).toBe(
      "You captured it, gave a verdict on it and filled in its checklist: another editor approves it.",
    );
  });

  it("leads from each blocker to a place on the page", () => {
    const bare: ReviewFacts = {
      ...CLEAN,
      assigneeId: null,
      anchor: null,
      sourcing: null,
      axesGiven: [],
      checks: [],
    };
    const blockers = blockersOfMove("submit", bare, { actorId: "reviewer" });
    expect(blockers).toHaveLength(7);
    for (const { href } of blockers) expect(href).toMatch(/^#[a-z]/);
  });
});

describe("openChecks", () => {
  it("takes a note for a check that cannot be done", () => {
    const checks = CHECKLIST.map(({ key }) => ({ item: key, isDone: false, note: "No translation." }));
    expect(openChecks(checks)).toEqual([]);
    expect(openChecks(checks.map((check) => ({ ...check, note: " " })))).toHaveLength(CHECKLIST.length);
  });
});

import { describe, expect, it } from "vitest";
import { WORKS, type Work } from "@/lib/independence";
import { CHECKLIST } from "@/lib/publication";
import { FACETS } from "@/lib/sourcing";
import { STATEMENT_STATES } from "@/lib/statements";
import {
  blockersOfMove,
  isOverdue,
  MOVES,
  type Move,
  openChecks,
  policyBlockers,
  type ReviewFacts,
  submissionBlockers,
} from "./index";

const CLEAN: ReviewFacts = {
  state: "in_review",
  version: 7,
  approvedVersion: 7,
  changedSinceApproval: [],
  repeatsSealed: [],
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

const PROPOSED = {
  hands: [{ actorId: "editor", work: "proposed" as const }],
  open: [],
  isSpeakerChanged: false,
};

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

// product.md section 6, written out a second time: a step is only opened or closed by changing both places.
// columns:                captured in_review submitted changes_requested approved published retracted declined
const STEPS: Readonly<Record<Move, string>> = {
  take: "                   x        -         -         x                 -        -         -         -",
  assign: "                 x        x         -         x                 -        -         -         -",
  submit: "                 -        x         -         -                 -        -         -         -",
  return: "                 -        -         x         -                 x        -         -         -",
  approve: "                -        -         x         -                 -        -         -         -",
  publish: "                -        -         -         -                 x        -         -         -",
  propose_correction: "     -        -         -         -                 -        x         -         -",
  correct_typo: "           -        -         -         -                 -        x         -         -",
  confirm_correction: "     -        -         -         -                 -        x         -         -",
  withdraw_correction: "    -        -         -         -                 -        x         x         -",
  propose_retraction: "     -        -         -         -                 -        x         -         -",
  confirm_retraction: "     -        -         -         -                 -        x         -         -",
  withdraw_retraction: "    -        -         -         -                 -        x         -         -",
  decline: "                x        x         x         x                 x        -         -         -",
};

describe("every step from every state", () => {
  const table = moves.flatMap((move) => {
    const marks = STEPS[move].trim().split(/\s+/);
    return STATEMENT_STATES.map((state, column) => [move, state, marks[column] === "x"] as const);
  });
  it.each(table)("%s from %s: %s", (move, state, isAllowed) => {
    const blockers = blockersOfMove(move, factsFor(move, state), ACTS[move]);
    expect(blockers.map(({ rule }) => rule)).toEqual(isAllowed ? [] : ["review.state"]);
    expect(STATEMENT_STATES).toHaveLength(8);
  });

  it.each<[Move, string, string]>([
    ["submit", "captured", "It is captured; this step starts from in review."],
    ["take", "in_review", "It is in review; this step starts from captured or changes requested."],
    ["approve", "changes_requested", "It is changes requested; this step starts from submitted."],
    ["withdraw_correction", "approved", "It is approved; this step starts from published or retracted."],
  ])("%s from %s says from where it starts, and nothing else", (move, state, message) => {
    const act = { actorId: "editor" };
    const bare = { ...factsFor(move, state), sourcing: null, anchor: null };
    expect(blockersOfMove(move, bare, act)).toEqual([{ rule: "review.state", message, href: "#state" }]);
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
    [
      "another speaker by now",
      "confirm_correction",
      { correction: { ...PROPOSED, isSpeakerChanged: true } },
      {},
      ["correction.unchanged"],
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

  const off = (part: object) => ({
    sourcing: { ...CLEAN.sourcing, ...part } as ReviewFacts["sourcing"],
  });
  it.each<[Move, Partial<ReviewFacts>, object, message: string, href: string, field?: string]>([
    [
      "take",
      { state: "changes_requested", assigneeId: "other" },
      {},
      "It was returned to a colleague; an editor can reassign it.",
      "#assign",
    ],
    ["assign", {}, { assigneeId: null }, "Choose who reviews it.", "#assign", "assigneeId"],
    ["submit", { assigneeId: null }, {}, "Nobody has taken it yet.", "#assign"],
    [
      "submit",
      { assigneeId: "other" },
      {},
      "Only the reviewer that it is assigned to submits it.",
      "#assign",
    ],
    ["submit", { anchor: null }, {}, "It stands in no edition of its source.", "#anchor"],
    [
      "submit",
      { anchor: { state: "changed", explanation: "" } },
      {},
      "The anchor is changed, and the difference is not explained.",
      "#anchor",
    ],
    ["submit", { sourcing: null }, {}, "The sourcing is not assessed.", "#sourcing"],
    ["submit", off({ interest: [] }), {}, "Interest has no value.", "#sourcing-f-interest"],
    ["submit", off({ proximity: "" }), {}, "Proximity has no value.", "#sourcing-f-proximity"],
    [
      "submit",
      { axesGiven: ["said", "faithful", "true"] },
      {},
      "“In context?” has no verdict.",
      "#verdict-in_context",
    ],
    ["submit", { checks: CLEAN.checks.slice(2) }, {}, "2 of 8 checks are open.", "#checklist"],
    ["submit", { checks: CLEAN.checks.slice(1) }, {}, "1 of 8 checks is open.", "#checklist"],
    ["return", {}, { words: undefined }, "Say what is to be changed.", "#return", "words"],
    ["approve", {}, { actorId: "reporter" }, "You captured it: another editor approves it.", "#state"],
    ["approve", { openComments: 1 }, {}, "One comment is open.", "#comments"],
    ["approve", { openComments: 3 }, {}, "3 comments are open.", "#comments"],
    [
      "approve",
      off({ attributionTerms: "off_record" }),
      {},
      "It is off the record: it is never published nor exported.",
      "#sourcing-f-attributionTerms",
    ],
    [
      "publish",
      off({ embargoedUntil: new Date("2025-10-30T06:05:40Z") }),
      {},
      "It is under embargo until 2025-10-30 06:05 UTC.",
      "#sourcing-f-embargoedUntil",
    ],
    [
      "publish",
      off({ sourceIdentity: "anonymous_described", reliability: "B", note: " x " }),
      {},
      "The sourcing note must say why the name is withheld.",
      "#sourcing",
    ],
    [
      "approve",
      {
        repeatsSealed: [
          { message: "Its context repeats words of st-2222ab, which is off the record or under an embargo." },
        ],
      },
      {},
      "Its context repeats words of st-2222ab, which is off the record or under an embargo.",
      "#state",
    ],
    [
      "publish",
      {
        repeatsSealed: [
          { message: "Its verdicts repeat words of st-2222ab, which is off the record or under an embargo." },
        ],
      },
      {},
      "Its verdicts repeat words of st-2222ab, which is off the record or under an embargo.",
      "#state",
    ],
    [
      "publish",
      { version: 8 },
      {},
      "It was changed after its approval: return it, to be reviewed and approved again.",
      "#state",
    ],
    [
      "publish",
      { changedSinceApproval: ["source"] },
      {},
      "Its source was changed after its approval: return it, to be reviewed and approved again.",
      "#state",
    ],
    [
      "publish",
      { changedSinceApproval: ["relations"] },
      {},
      "Its relations were changed after its approval: return it, to be reviewed and approved again.",
      "#state",
    ],
    [
      "confirm_correction",
      { correction: { ...PROPOSED, isSpeakerChanged: true } },
      {},
      "The speaker that it names was changed after it was proposed: withdraw it and propose it anew.",
      "#correct",
    ],
    [
      "publish",
      { hands: [{ actorId: "editor", work: "related" }] },
      {},
      "Whoever approved it has had a hand in it since: return it, and another editor approves it.",
      "#state",
    ],
    ["propose_correction", {}, { words: " \n" }, "Write the public note.", "#correct", "words"],
    ["correct_typo", {}, { words: " " }, "Write the public note.", "#correct", "words"],
    [
      "propose_correction",
      { correction: PROPOSED },
      {},
      "A correction waits for a second editor already: confirm or withdraw it first.",
      "#correct",
    ],
    ["confirm_correction", { correction: null }, {}, "No correction waits.", "#correct"],
    [
      "confirm_correction",
      {},
      { actorId: "editor" },
      "You proposed it: another editor confirms it.",
      "#correct",
    ],
    [
      "confirm_correction",
      { correction: { ...PROPOSED, open: [{ subject: "verdict:said", what: "“Said?”, confirmed" }] } },
      {},
      "“Said?”, confirmed: judged of what stood before, and not again since.",
      "#again-verdict:said",
    ],
    ["withdraw_correction", { correction: null }, {}, "No correction waits.", "#correct"],
    ["withdraw_correction", {}, { words: "" }, "Say why it is withdrawn.", "#correct", "words"],
    [
      "propose_retraction",
      { retraction: PROPOSED },
      {},
      "A retraction waits for a second editor already.",
      "#retract",
    ],
    [
      "propose_retraction",
      {},
      { words: "" },
      "Give the reason: the public will read it.",
      "#retract",
      "words",
    ],
    ["confirm_retraction", { retraction: null }, {}, "No retraction waits.", "#retract"],
    [
      "confirm_retraction",
      {},
      { actorId: "editor" },
      "You proposed it: another editor confirms it.",
      "#retract",
    ],
    ["withdraw_retraction", { retraction: null }, {}, "No retraction waits.", "#retract"],
    ["withdraw_retraction", {}, { words: "" }, "Say why it is withdrawn.", "#retract", "words"],
    ["decline", {}, { words: "" }, "Give the reason.", "#decline", "words"],
  ])("%s %j %j is refused in words, with the place to meet it", (move, facts, act, message, href, field) => {
    const blockers = blockersOfMove(
      move,
      { ...factsFor(move, MOVES[move][0]), ...facts },
      { ...ACTS[move], ...act },
    );
    expect(blockers).toEqual([
      { rule: expect.stringMatching(/^[a-z]+(\.[a-z_]+)?$/), message, href, ...(field ? { field } : {}) },
    ]);
  });

  it("tells everything that is missing at once, each with a place on the page", () => {
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
    // what the public reads stays whole by the same guards, whoever is assigned
    expect(submissionBlockers(bare)).toEqual(blockers.slice(1));
    const waits = { ...factsFor("propose_correction", "published"), correction: PROPOSED };
    const noNote = blockersOfMove("propose_correction", waits, { actorId: "editor" });
    expect(noNote.map(({ rule }) => rule)).toEqual(["correction.waits", "correction.note"]);
  });

  it("asks every facet but a sensitivity, which may be none, before an editor is handed it", () => {
    for (const { key, label } of FACETS) {
      const empty = off({ [key]: Array.isArray(CLEAN.sourcing?.[key]) ? [] : "" });
      const messages = submissionBlockers({ ...CLEAN, ...empty }).map(({ message }) => message);
      expect(messages).toEqual(key === "sensitivity" ? [] : [`${label} has no value.`]);
    }
  });

  it("lets a statement be taken by whoever is assigned, and by anybody while nobody is", () => {
    const take = (facts: Partial<ReviewFacts>) => rules("take", facts, { actorId: "reviewer" });
    expect(take({ state: "changes_requested", assigneeId: null })).toEqual([]);
    // nobody works on it: what an editor assigned is no colleague's work yet
    expect(take({ state: "captured", assigneeId: "other" })).toEqual([]);
  });

  it("forbids nothing by policy while nothing is assessed, and all that applies at once", () => {
    expect(policyBlockers({ ...CLEAN, sourcing: null })).toEqual([]);
    const worst = off({
      ...{ attributionTerms: "off_record", embargoedUntil: new Date("2026-01-01T00:00:00Z") },
      ...{ sourceIdentity: "anonymous_bare", reliability: "F", note: "" },
    });
    expect(policyBlockers({ ...CLEAN, ...worst }).map(({ rule }) => rule)).toEqual([
      "policy.off_record",
      "policy.embargo",
      "policy.anonymous_source",
      "policy.anonymous_source",
    ]);
  });

  it("lets the program approve, which has no hands, and keeps whoever approved first", () => {
    expect(rules("publish", { approvedById: null, hands: [{ actorId: "x", work: "judged" }] })).toEqual([]);
  });
});

describe("openChecks", () => {
  it("takes a note for a check that cannot be done", () => {
    const checks = CHECKLIST.map(({ key }) => ({ item: key, isDone: false, note: "No translation." }));
    expect(openChecks(checks)).toEqual([]);
    const bare = checks.map((check) => ({ ...check, note: " " }));
    expect(openChecks(bare)).toEqual(CHECKLIST.map(({ key }) => key));
  });
});

it.each([
  ["2025-10-27", true],
  ["2025-10-28", false],
  ["2025-10-29", false],
])("work due on %s is overdue on 28 October: %s", (dueOn, expected) => {
  expect(isOverdue(new Date(dueOn), new Date("2025-10-28T23:59:00Z"))).toBe(expected);
});

import { describe, expect, it, test } from "vitest";
import {
  CHANGES_BESIDE,
  handRefusal,
  handsOf,
  handsOfClaim,
  isChange,
  type LoggedAct,
  PUBLISHES,
  type Work,
} from "./model";

// The rules of independence one by one, written out a second time from docs/decisions/012 and 026.

const act = (action: string, rest: Partial<LoggedAct> = {}): LoggedAct => ({
  ...{ on: "statement", actorId: "a", action, before: null, after: null },
  ...rest,
});
const handsIn = (acts: readonly LoggedAct[], isPublished = false) =>
  handsOf({ isPublished, records: [], acts });

describe("the words of a refusal", () => {
  test.each<[Work, string]>([
    ["captured", "You captured it: no."],
    ["brought", "You brought the text in which it stands: no."],
    ["wrote", "You wrote it: no."],
    ["named", "You changed its speaker or its source: no."],
    ["edited", "You edited it: no."],
    ["assessed", "You assessed its sourcing: no."],
    ["related", "You related it to another statement: no."],
    ["judged", "You gave a verdict on it: no."],
    ["positioned", "You recorded a position of it: no."],
    ["unpositioned", "You took back a position on it: no."],
    ["evidenced", "You brought evidence for it: no."],
    ["checked", "You filled in its checklist: no."],
    ["assigned", "You were given it to review: no."],
    ["submitted", "You submitted it: no."],
    ["proposed", "You proposed it: no."],
    ["first", "You were the first to propose what it holds: no."],
    ["renewed", "You judged again what it changes: no."],
  ])("%s", (work, words) => {
    expect(handRefusal([{ actorId: "a", work }], "a", "no.")).toBe(words);
    expect(handRefusal([{ actorId: "a", work }], "b", "no.")).toBeNull();
    expect(handRefusal([{ actorId: "a", work }], null, "no.")).toBeNull();
  });

  it("name three hands in the order of the work, and nobody else's", () => {
    const hands = (["checked", "captured", "judged"] as const).map((work) => ({ actorId: "a", work }));
    expect(handRefusal([...hands, { actorId: "b", work: "edited" }], "a", "no.")).toBe(
      "You captured it, gave a verdict on it and filled in its checklist: no.",
    );
    expect(handRefusal([], "a", "no.")).toBeNull();
  });
});

describe("an act on the statement", () => {
  test.each<[string, Work]>([
    ["statement.captured", "captured"],
    ["sourcing.assessed", "assessed"],
    ["verdict.given", "judged"],
    ["verdict.withdrawn", "judged"],
    ["position.taken", "positioned"],
    ["position.withdrawn", "unpositioned"],
    ["review.checked", "checked"],
    ["review.take", "assigned"],
    ["review.submit", "submitted"],
    ["statement.edited", "edited"],
    ["statement.no_such_act_yet", "edited"],
  ])("%s is a hand: %s", (action, work) => {
    expect(handsIn([act(action)])).toEqual([{ actorId: "a", work }]);
    expect(handsIn([act(action, { actorId: null })])).toEqual([]);
  });

  test.each([
    ...["review.return", "review.approve", "review.decline"],
    ...["review.publish", "review.confirm_correction", "review.correct_typo"],
    ...["review.commented", "review.comment_resolved", "review.propose_correction"],
    ...["review.withdraw_correction", "review.judge_again", "review.propose_retraction"],
    ...["review.confirm_retraction", "review.withdraw_retraction"],
    ...["statement.put_into_story", "statement.taken_from_story"],
    ...["notice.given", "words.withheld", "statement.words_kept"],
  ])("%s is none", (action) => {
    expect(handsIn([act(action)])).toEqual([]);
  });

  test.each(["notice.given", "words.withheld"])("%s is none on a relation of it either", (action) => {
    expect(handsIn([act(action, { on: "relation" })])).toEqual([]);
  });

  test("of giving it to somebody is theirs to whom it is given", () => {
    const given = (after: string | null) => handsIn([act("review.assign", { after })]);
    expect(given('{"assigneeId":"b"}')).toEqual([{ actorId: "b", work: "assigned" }]);
    expect(given("{}")).toEqual([]);
    expect(given(null)).toEqual([]);
  });

  test("on a relation of it is a hand, whatever it is called", () => {
    expect(handsIn([act("review.approve", { on: "relation" })])).toEqual([{ actorId: "a", work: "related" }]);
  });
});

describe("the version at hand", () => {
  test.each(PUBLISHES)("begins after the last %s", (published) => {
    const acts = [act("statement.edited"), act(published), act("verdict.given", { actorId: "b" })];
    expect(handsIn(acts, true)).toEqual([{ actorId: "b", work: "judged" }]);
    expect(handsIn([...acts, act(published, { actorId: "c" })], true)).toEqual([]);
    // what was never published has no version before
    expect(handsIn(acts)).toHaveLength(2);
  });

  it("keeps the records of what was never published, and none of a version before", () => {
    const records = [{ actorId: "a", work: "brought" } as const];
    expect(handsOf({ isPublished: false, records, acts: [] })).toEqual(records);
    expect(handsOf({ isPublished: true, records, acts: [] })).toEqual([]);
  });

  it("counts what names it from its capture on", () => {
    const named = (actorId: string) =>
      act("source.edited", { on: "beside", actorId, before: '{"title":"A"}', after: '{"title":"B"}' });
    const acts = [named("a"), act("statement.captured", { actorId: "b" }), named("c")];
    expect(handsIn(acts)).toEqual([
      { actorId: "b", work: "captured" },
      { actorId: "c", work: "named" },
    ]);
    expect(handsIn([named("a")])).toEqual([{ actorId: "a", work: "named" }]);
  });
});

describe("a change beside it", () => {
  test.each<[boolean, string, string | null, string | null]>([
    [false, "was saved as it was", '{"name":"A","note":null}', '{"name":"A","note":null}'],
    [false, "left a blank that was none before", "{}", '{"note":null}'],
    [false, "lost a blank", '{"note":null,"name":"A"}', '{"name":"A"}'],
    [true, "gave another name", '{"name":"A"}', '{"name":"B"}'],
    [true, "changed one of two fields", '{"name":"A","role":"B"}', '{"name":"A","role":"C"}'],
    [true, "added something", null, '{"name":"A"}'],
    [true, "took something away", '{"name":"A"}', null],
    [false, "took nothing away", null, null],
    [false, "kept a name for matching", null, '{"name":"A","kind":"printed"}'],
    [false, "dropped a name that was kept for matching", '{"name":"A","kind":"printed"}', null],
    [true, "made a name of one that was kept for matching", '{"kind":"printed"}', '{"kind":"alias"}'],
  ])("%s: %s", (is, _, before, after) => {
    expect(isChange({ before, after })).toBe(is);
  });

  test("is one of these acts", () => {
    expect(CHANGES_BESIDE).toEqual({
      speaker: [
        "speaker.edited",
        "speaker.alias_added",
        "speaker.alias_removed",
        "speaker.affiliation_recorded",
        "speaker.affiliation_removed",
        "speaker.merged",
        "speaker.taken_apart",
        "speaker.split",
        "speaker.rejoined",
      ],
      source: ["source.edited"],
      story: ["story.edited"],
    });
  });
});

test("a claim has the hands of whoever worded it and of whoever decides who is read on it", () => {
  const acts = [
    { actorId: "a", action: "claim.created" },
    { actorId: "b", action: "claim.rephrased" },
    { actorId: "c", action: "position.withdrawn" },
    { actorId: "d", action: "claim.published" },
    { actorId: null, action: "claim.created" },
  ];
  expect(handsOfClaim({ records: [{ actorId: "e", work: "positioned" }], acts })).toEqual([
    { actorId: "e", work: "positioned" },
    { actorId: "a", work: "wrote" },
    { actorId: "b", work: "edited" },
    { actorId: "c", work: "unpositioned" },
  ]);
});

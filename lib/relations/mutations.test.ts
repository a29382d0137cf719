import { beforeAll, describe, expect, it } from "vitest";
import { type Action, type Actor, can, ROLES, SYSTEM, VISITOR } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { Conflict, Forbidden, NotFound, Refused } from "@/lib/errors";
import { makeSource, makeSpeaker, makeStatement, makeUser } from "@/prisma/factories";
import {
  confirmRelation,
  countContradictions,
  listContradictingSpeakers,
  listContradictions,
  listNewestContradictions,
  listRelationsOf,
  rejectRelation,
  relateStatements,
  reopenRelation,
  resolveRelation,
  suggestRelation,
} from "./server";

const RATIONALE = "Each names the other side as the cause of the halt.";
const REASON = "They speak of two different sessions of the talks.";
const COMPARABLE = "The same session on the same day.";

let reviewer: Actor;

beforeAll(async () => {
  reviewer = await makeUser("reviewer");
});

async function pair(state = "captured") {
  const [one, other] = [await makeStatement({ state }), await makeStatement({ state })];
  return { fromId: one.publicId, toId: other.publicId, one, other };
}

const content = (ends: { fromId: string; toId: string }, type = "contradicts" as const) => ({
  fromId: ends.fromId,
  toId: ends.toId,
  type,
  rationale: RATIONALE,
  comparability: COMPARABLE,
});

const suggestion = (ends: { fromId: string; toId: string }) => ({ ...content(ends), suggestedBy: "a rule" });

const rulesOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Refused)) throw new Error(`expected a refusal, got ${String(error)}`);
  return error.refusals.map(({ rule, field }) => (rule === "input" ? field : rule));
};

const relation = (id: string) =>
  db.relation.findUniqueOrThrow({ where: { id }, include: { decisions: true } });

describe("relating two statements", () => {
  it("stores a symmetric pair in one order, with the values on their sides", async () => {
    const { one, other } = await pair();
    const [low, high] = [one, other].sort((a, b) => (a.id < b.id ? -1 : 1)) as [typeof one, typeof one];
    const { id } = await relateStatements(reviewer, {
      ...content({ fromId: high.publicId, toId: low.publicId }),
      type: "numeric_conflict",
      valueFrom: "600",
      valueTo: "450",
      unit: "attacks",
      period: "a year",
    });
    expect(await relation(id)).toMatchObject({
      fromId: low.id,
      toId: high.id,
      valueFrom: "450",
      valueTo: "600",
      state: "confirmed",
    });
    const twin = {
      ...content({ fromId: low.publicId, toId: high.publicId }),
      type: "numeric_conflict" as const,
    };
    const values = { valueFrom: "450", valueTo: "600", unit: "attacks", period: "a year" };
    expect(await rulesOf(relateStatements(reviewer, { ...twin, ...values }))).toEqual(["relation.twin"]);
  });

  it("keeps the direction of a directed pair", async () => {
    const ends = await pair();
    const { id } = await relateStatements(reviewer, { ...content(ends), type: "responds_to" });
    expect(await relation(id)).toMatchObject({ fromId: ends.one.id, toId: ends.other.id });
    await expect(
      relateStatements(reviewer, {
        ...content({ fromId: ends.toId, toId: ends.fromId }),
        type: "responds_to",
      }),
    ).resolves.toMatchObject({ version: 1 });
  });

  it.each([
    ["a short rationale", { rationale: "Both blame.        " }, ["rationale"]],
    ["no comparability", { comparability: " " }, ["comparability"]],
    [
      "a numeric conflict without values",
      { type: "numeric_conflict" as const },
      ["valueFrom", "valueTo", "unit", "period"],
    ],
  ])("refuses %s", async (_, part, fields) => {
    expect(await rulesOf(relateStatements(reviewer, { ...content(await pair()), ...part }))).toEqual(fields);
  });

  it("refuses a statement with itself, by either of its ids", async () => {
    const { one } = await pair();
    expect(
      await rulesOf(relateStatements(reviewer, content({ fromId: one.publicId, toId: one.publicId }))),
    ).toEqual(["toId"]);
    expect(
      await rulesOf(relateStatements(reviewer, content({ fromId: one.publicId, toId: one.id }))),
    ).toEqual(["relation.self"]);
  });

  it("asks of the ends what the type means", async () => {
    const [asif, yaqoob] = [await makeSpeaker(), await makeSpeaker()];
    const [one, other] = [
      await makeStatement({ speakerId: asif.id }),
      await makeStatement({ speakerId: yaqoob.id }),
    ];
    const ends = { fromId: one.publicId, toId: other.publicId };
    expect(await rulesOf(relateStatements(reviewer, { ...content(ends), type: "reverses" }))).toEqual([
      "relation.ends",
    ]);
    const source = await makeSource("One two.");
    const [a, b] = [
      await makeStatement({ sourceId: source.id, wording: "One" }),
      await makeStatement({ sourceId: source.id, wording: "two" }),
    ];
    const same = { ...content({ fromId: a.publicId, toId: b.publicId }), type: "same_utterance" as const };
    expect(await rulesOf(relateStatements(reviewer, same))).toEqual(["relation.ends"]);
  });

  it("keeps evidence, with a source by its printable id", async () => {
    const source = await makeSource("The minutes of the session.");
    const { id } = await relateStatements(reviewer, {
      ...content(await pair()),
      evidence: [
        { stance: "supports", sourceId: source.publicId, excerpt: "the session" },
        { stance: "context" },
      ],
    });
    expect(await db.evidence.findMany({ where: { relationId: id } })).toMatchObject([
      { sourceId: source.id, stance: "supports" },
    ]);
    const lost = { ...content(await pair()), evidence: [{ sourceId: "src-000000" }] };
    expect(await rulesOf(relateStatements(reviewer, lost))).toEqual(["evidence.source"]);
  });
});

describe("the life of a relation", () => {
  it("goes from suggested to resolved and keeps every decision", async () => {
    const saved = await suggestRelation(reviewer, suggestion(await pair()));
    const id = saved?.publicId ?? "";
    const confirmed = await confirmRelation(reviewer, { id, version: 1 });
    const resolved = await resolveRelation(reviewer, {
      id,
      version: confirmed.version,
      resolution: "both_partly",
      reason: REASON,
    });
    expect(await rulesOf(confirmRelation(reviewer, { id, version: resolved.version }))).toEqual([
      "relation.state",
    ]);
    const reopened = await reopenRelation(reviewer, { id, version: resolved.version, reason: REASON });
    await rejectRelation(reviewer, { id, version: reopened.version, reason: REASON });
    const stored = await relation(resolved.id);
    expect(stored).toMatchObject({ state: "rejected", resolution: null, version: 5 });
    expect(stored.decisions.map(({ decision }) => decision).sort()).toEqual(
      ["suggested", "confirmed", "resolved", "reopened", "rejected"].sort(),
    );
    const entries = await db.auditEntry.findMany({
      where: { subjectType: "relation", subjectId: resolved.id },
      orderBy: { seq: "asc" },
    });
    expect(entries.map(({ action }) => action)).toEqual([
      "relation.suggested",
      "relation.confirmed",
      "relation.resolved",
      "relation.reopened",
      "relation.rejected",
    ]);
  });

  it("tells the log what a decision changed of its words, before and after", async () => {
    const ends = await pair();
    const saved = await suggestRelation(reviewer, suggestion(ends));
    const words = "Each says that the other one closed the bridge.";
    await confirmRelation(reviewer, { id: saved?.id ?? "", version: 1, rationale: words });
    await rejectRelation(reviewer, { id: saved?.id ?? "", version: 2, reason: REASON });
    await db.statement.update({ where: { id: ends.one.id }, data: { wordingKey: "other words" } });
    await relateStatements(reviewer, content(ends));
    const entries = await db.auditEntry.findMany({
      where: { subjectType: "relation", subjectId: saved?.id ?? "" },
      orderBy: { seq: "asc" },
    });
    const told = entries.map(({ before, after }) => [before, after].map((json) => JSON.parse(json ?? "{}")));
    expect(told[1]).toMatchObject([
      { state: "suggested", rationale: RATIONALE },
      { state: "confirmed", rationale: words, type: "contradicts", publicId: saved?.publicId },
    ]);
    expect(told[3]).toMatchObject([
      { state: "rejected", rationale: words, comparability: COMPARABLE },
      { state: "confirmed", rationale: RATIONALE },
    ]);
  });

  it("does not suggest a rejected pair again until a wording changes", async () => {
    const ends = await pair();
    const saved = await suggestRelation(reviewer, suggestion(ends));
    expect(await suggestRelation(reviewer, suggestion(ends))).toBeNull();
    await rejectRelation(reviewer, { id: saved?.id ?? "", version: 1, reason: REASON });
    expect(await suggestRelation(reviewer, suggestion(ends))).toBeNull();
    await db.statement.update({ where: { id: ends.one.id }, data: { wordingKey: "other words" } });
    expect(await suggestRelation(reviewer, suggestion(ends))).toMatchObject({ publicId: saved?.publicId });
    expect(await relation(saved?.id ?? "")).toMatchObject({ state: "suggested", wordingsKey: "" });
  });

  it("asks for what a suggestion lacks before it is confirmed", async () => {
    const ends = await pair();
    const saved = await suggestRelation(reviewer, {
      ...suggestion(ends),
      type: "numeric_conflict",
      comparability: "",
    });
    expect(await rulesOf(confirmRelation(reviewer, { id: saved?.id ?? "", version: 1 }))).toEqual([
      "relation.comparability",
      "relation.valueFrom",
      "relation.valueTo",
      "relation.unit",
      "relation.period",
    ]);
  });

  it("stores one of two decisions and tells the other", async () => {
    const saved = await suggestRelation(reviewer, suggestion(await pair()));
    const id = saved?.id ?? "";
    const results = await Promise.allSettled([
      confirmRelation(reviewer, { id, version: 1 }),
      rejectRelation(reviewer, { id, version: 1, reason: REASON }),
    ]);
    const lost = results.filter((result) => result.status === "rejected");
    expect(lost.map(({ reason }) => (reason as Error).name)).toEqual([new Conflict().name]);
    expect((await relation(id)).decisions).toHaveLength(2);
  });

  it("does not find what is not there", async () => {
    await expect(confirmRelation(reviewer, { id: "rel-000000", version: 1 })).rejects.toBeInstanceOf(
      NotFound,
    );
  });
});

describe("who sees and who decides", () => {
  it("shows the public only decided relations between published statements", async () => {
    const open = await pair("published");
    await suggestRelation(reviewer, suggestion(open));
    const half = { one: await makeStatement({ state: "published" }), other: await makeStatement() };
    await relateStatements(reviewer, content({ fromId: half.one.publicId, toId: half.other.publicId }));
    const decided = await pair("published");
    await relateStatements(await makeUser("editor"), {
      ...content(decided),
      publicNote: "Both were asked, and both keep to their words.",
    });
    const shown = (await listContradictions(VISITOR, {}, { take: 200 })).items;
    expect(shown.flatMap(({ from, to }) => [from.publicId, to.publicId]).sort()).toEqual(
      [decided.fromId, decided.toId].sort(),
    );
    expect(await countContradictions(VISITOR)).toEqual({ count: 1, isCapped: false });
    expect(await listRelationsOf(VISITOR, open.fromId)).toEqual([]);
    expect(await listRelationsOf(VISITOR, half.one.publicId)).toEqual([]);
    expect(await listRelationsOf(VISITOR, decided.toId)).toMatchObject([
      { other: { publicId: decided.fromId } },
    ]);
    expect(await listRelationsOf(reviewer, open.fromId)).toHaveLength(1);
    await expect(listRelationsOf(VISITOR, half.other.publicId)).rejects.toBeInstanceOf(NotFound);
  });

  it.each([
    ["a visitor", () => VISITOR],
    ["a reviewer", () => reviewer],
  ] as const)(
    "gives %s the newest confirmed ones first where few are shown, and nothing that only narrows",
    async (_, actor) => {
      const narrowing = await pair("published");
      const note = "The second says what the first leaves open.";
      await relateStatements(await makeUser("editor"), {
        ...{ ...content(narrowing), type: "qualifies", publicNote: note },
      });
      const { items } = await listContradictions(actor(), { isOpenOnly: true }, { take: 200 });
      // what the front page counts is what it lists, and what its link leads to
      expect(items.filter(({ type, state }) => type === "qualifies" && state === "confirmed")).toEqual([]);
      const count = { count: items.length, isCapped: false };
      expect(await countContradictions(actor(), { isOpenOnly: true })).toEqual(count);
      const wanted = items.filter(({ state }) => state === "confirmed");
      const ids = (rows: readonly { publicId: string }[]) => rows.map(({ publicId }) => publicId);
      expect(ids(await listNewestContradictions(actor(), { take: 200 }))).toEqual(ids(wanted).reverse());
      expect(wanted).not.toEqual([]);
    },
  );

  it("pages without a gap or a repeat", async () => {
    const all = (await listContradictions(reviewer, {}, { take: 200 })).items.map(({ publicId }) => publicId);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listContradictions(reviewer, {}, { after, take: 2 });
      seen.push(...page.items.map(({ publicId }) => publicId));
      after = page.next ?? undefined;
    } while (after);
    expect(seen).toEqual(all);
    expect(all.length).toBeGreaterThan(2);
  });

  it("lists those of two speakers in both directions, oldest first, and those of one with themselves", async () => {
    const [ada, bo, cleo] = [
      await makeSpeaker("Ada Quill"),
      await makeSpeaker("Bo Quill"),
      await makeSpeaker("C"),
    ];
    const made: string[] = [];
    for (const [from, to] of [
      [ada, bo],
      [bo, ada],
      [ada, ada],
      [cleo, ada],
    ] as const) {
      const [one, other] = [
        await makeStatement({ speakerId: from.id }),
        await makeStatement({ speakerId: to.id }),
      ];
      const ends = { fromId: one.publicId, toId: other.publicId };
      made.push((await relateStatements(reviewer, content(ends))).id);
    }
    const listed = async (between: readonly string[]) => {
      const { items } = await listContradictions(reviewer, { between });
      const { count } = await countContradictions(reviewer, { between });
      expect(count).toBe(items.length);
      return items.map(({ id }) => id);
    };
    expect(await listed([ada.slug, bo.slug])).toEqual(made.slice(0, 2));
    expect(await listed([bo.slug, ada.slug])).toEqual(made.slice(0, 2));
    expect(await listed([ada.slug])).toEqual(made.slice(2, 3));
    expect(await listed([bo.slug])).toEqual([]);
    const pairs = await listContradictingSpeakers(reviewer);
    const between = pairs.find(
      ({ one, other }) => [one.slug, other.slug].sort().join() === [ada.slug, bo.slug].sort().join(),
    );
    expect(between).toMatchObject({ confirmed: 2, suggested: 0, resolved: 0 });
  });

  const DECISIONS: readonly [string, Action, (actor: Actor, id: string) => Promise<unknown>][] = [
    ["confirmRelation", "relation:decide", (actor, id) => confirmRelation(actor, { id, version: 1 })],
    [
      "rejectRelation",
      "relation:decide",
      (actor, id) => rejectRelation(actor, { id, version: 1, reason: REASON }),
    ],
    [
      "resolveRelation",
      "relation:decide",
      (actor, id) => resolveRelation(actor, { id, version: 1, resolution: "a_stands", reason: REASON }),
    ],
    [
      "reopenRelation",
      "relation:decide",
      (actor, id) => reopenRelation(actor, { id, version: 1, reason: REASON }),
    ],
    ["relateStatements", "relation:decide", async (actor) => relateStatements(actor, content(await pair()))],
    [
      "relateStatements, suggesting",
      "relation:suggest",
      async (actor) => relateStatements(actor, { ...content(await pair()), state: "suggested" }),
    ],
    [
      "suggestRelation",
      "relation:suggest",
      async (actor) => suggestRelation(actor, suggestion(await pair())),
    ],
  ];

  it.each(DECISIONS)("%s asks for %s", async (_, action, decide) => {
    for (const actor of [
      VISITOR,
      SYSTEM,
      ...ROLES.map((role) => ({ id: reviewer.id, name: "Somebody", role })),
    ]) {
      const saved = await suggestRelation(reviewer, suggestion(await pair()));
      const outcome = await decide(actor, saved?.id ?? "").then(
        () => "done",
        (error: unknown) => error,
      );
      if (can(actor, action)) expect(outcome).not.toBeInstanceOf(Forbidden);
      else expect(outcome).toBeInstanceOf(Forbidden);
    }
  });
});

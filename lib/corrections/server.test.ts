import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import type { Actor } from "@/lib/auth";
import { publishClaim, takePosition } from "@/lib/claims/server";
import { db, engine } from "@/lib/db/server";
import { Conflict, Forbidden, NotFound, Refused } from "@/lib/errors";
import { CHECKLIST } from "@/lib/publication";
import { findWaitingCorrection } from "@/lib/publication/server";
import { relateStatements } from "@/lib/relations/server";
import {
  approve,
  assignReview,
  publish,
  requestChanges,
  submitForApproval,
  takeReview,
  tickChecklist,
} from "@/lib/review/server";
import { assessSourcing } from "@/lib/sourcing/server";
import { editStatement } from "@/lib/statements/server";
import { ensureScales, giveVerdict } from "@/lib/verdicts/server";
import { makeStatement, makeUser } from "@/prisma/factories";
import {
  confirmCorrection,
  confirmRetraction,
  judgeAgain,
  proposeCorrection,
  proposeRetraction,
  withdrawCorrection,
  withdrawRetraction,
} from "./server";

/**
 * Random histories by five people. The test keeps its own account of who did what, from what was accepted and from
 * nothing that the program stores, and holds every publication, confirmation and retraction against it.
 */

const SOURCING = {
  ...({ attributionTerms: "on_record", sourceIdentity: "named_person", channel: "speech" } as const),
  ...({ proximity: "first_hand", origin: "original_reporting", reliability: "B", credibility: "2" } as const),
  wordingBasis: ["recording" as const],
  interest: ["none_declared" as const],
};
const AXES = [
  ["said", "confirmed"],
  ["faithful", "exact"],
  ["in_context", "complete"],
] as const;
const WORDS = "It is said why, in a sentence.";
const HISTORIES = engine === "sqlite" ? 20 : 2;

type Step = { readonly act: string; readonly who: number; readonly whom: number };

let people: readonly (Actor & { readonly id: string })[];
beforeAll(async () => {
  await ensureScales();
  people = [
    await makeUser("reporter"),
    await makeUser("reviewer"),
    ...(await Promise.all(["One", "Two", "Three"].map((name) => makeUser("editor", `Editor ${name}`)))),
  ];
});

/** Who did what in one history, and every independent act that was accepted against it. */
class Account {
  made = new Set<string>();
  proposed = new Set<string>();
  retracting = new Set<string>();
  /** Who first proposed a context, or a reason to retract. */
  first = new Map<string, string>();
  claimed = new Set<string>();
  approver = "";
  readonly faults: string[] = [];
  readonly done: string[] = [];

  independent(what: string, who: string, hands: ReadonlySet<string>) {
    this.done.push(what);
    if (hands.has(who)) this.faults.push(`${what} by somebody who had a hand in it`);
  }
}

async function live(steps: readonly Step[]): Promise<Account> {
  const account = new Account();
  const { id } = await makeStatement({ capturedById: people[0]?.id ?? null });
  account.made.add(people[0]?.id ?? "");
  let claimId = "";
  const at = async () => {
    const { version } = await db.statement.findUniqueOrThrow({ where: { id } });
    return { statementId: id, version };
  };
  const isPublic = async () =>
    (await db.statement.findUniqueOrThrow({ where: { id } })).publishedVersion !== null;

  const ACTS: Record<string, (who: Actor & { id: string }, whom: string) => Promise<void>> = {
    take: async (who) => {
      await takeReview(who, await at());
      account.made.add(who.id);
    },
    assign: async (who, whom) => {
      await assignReview(who, { ...(await at()), assigneeId: whom });
      account.made.add(whom);
    },
    edit: async (who) => {
      await editStatement(who, { id, version: (await at()).version, place: randomUUID() });
      account.made.add(who.id);
    },
    assess: async (who) => {
      await assessSourcing(who, { ...SOURCING, ...(await at()) });
      account.made.add(who.id);
    },
    judge: async (who) => {
      for (const [axis, value] of AXES) {
        await giveVerdict(who, { ...(await at()), axis, value, reasons: WORDS });
        account.made.add(who.id);
      }
    },
    check: async (who) => {
      const checks = Object.fromEntries(CHECKLIST.map(({ key }) => [key, { isDone: true, note: "" }]));
      await tickChecklist(who, { ...(await at()), checks });
      account.made.add(who.id);
    },
    relate: async (who) => {
      const other = await makeStatement();
      await relateStatements(who, {
        ...{ type: "contradicts", fromId: id, toId: other.id, state: "suggested" },
        ...{ rationale: WORDS, comparability: WORDS },
      });
      // a relation of what is public already is no hand in a version of it, unless one is under work
      if (!(await isPublic())) account.made.add(who.id);
    },
    position: async (who) => {
      const about = claimId ? { claimId } : { proposition: `It is so, ${randomUUID()}.` };
      const wasPublic = await isPublic();
      const taken = await takePosition(who, { ...about, statementId: id, stance: "asserts" });
      claimId = taken.claimId;
      account.claimed.add(who.id);
      if (!wasPublic) account.made.add(who.id);
    },
    submit: async (who) => {
      await submitForApproval(who, await at());
      account.made.add(who.id);
    },
    return: async (who) => {
      await requestChanges(who, { ...(await at()), words: WORDS });
      await db.reviewComment.updateMany({
        where: { review: { statementId: id } },
        data: { resolvedAt: new Date() },
      });
    },
    approve: async (who) => {
      await approve(who, await at());
      account.approver = who.id;
      account.independent("approved", who.id, account.made);
    },
    publish: async (who) => {
      await publish(who, await at());
      account.independent("published", account.approver, account.made);
    },
    publishClaim: async (who) => {
      const claim = await db.claim.findFirst({ where: { id: claimId } });
      await publishClaim(who, { claimId, version: claim?.version ?? 1 });
      account.independent("claim published", who.id, account.claimed);
    },
    correct: async (who) => {
      const { publishedVersion, version } = await db.statement.findUniqueOrThrow({ where: { id } });
      // sometimes in the very words of a proposal that was withdrawn
      const context = `Another context, ${publishedVersion}, ${version % 2}.`;
      const changes = { context };
      await proposeCorrection(who, { ...(await at()), kind: "correction", note: WORDS, changes });
      if (!account.first.has(context)) account.first.set(context, who.id);
      account.proposed = new Set([who.id, account.first.get(context) ?? ""]);
    },
    again: async (who) => {
      const waiting = await db.$transaction((tx) => findWaitingCorrection(tx, id));
      const answers = (waiting?.questions ?? []).map(({ subject }) => ({
        ...{ subject, outcome: "holds" as const, reason: WORDS },
      }));
      await judgeAgain(who, { ...(await at()), answers });
      account.proposed.add(who.id);
    },
    confirm: async (who) => {
      await confirmCorrection(who, await at());
      account.independent("corrected", who.id, account.proposed);
    },
    withdraw: async (who) => {
      await withdrawCorrection(who, { ...(await at()), words: WORDS });
    },
    retract: async (who) => {
      await proposeRetraction(who, { ...(await at()), words: WORDS });
      if (!account.first.has(WORDS)) account.first.set(WORDS, who.id);
      account.retracting = new Set([who.id, account.first.get(WORDS) ?? ""]);
    },
    unretract: async (who) => {
      await withdrawRetraction(who, { ...(await at()), words: WORDS });
    },
    confirmRetraction: async (who) => {
      await confirmRetraction(who, await at());
      account.independent("retracted", who.id, account.retracting);
    },
  };

  for (const { act, who, whom } of steps) {
    const [actor, other] = [people[who], people[whom]];
    if (!actor || !other) throw new Error("five people");
    try {
      await ACTS[act]?.(actor, other.id);
    } catch (error) {
      if (![Refused, Forbidden, Conflict, NotFound].some((kind) => error instanceof kind)) throw error;
    }
  }
  return account;
}

// the way of a statement; work is done by few, so that somebody is left who had no hand in it, and each step that needs
// an independent person is tried by all five, one after another
const WORK = new Set(["take", "assess", "judge", "check", "position", "correct", "again", "retract"]);
const WAY = [
  ...["take", "assess", "judge", "check", "position", "submit", "approve", "publish", "publishClaim"],
  ...["correct", "again", "confirm", "retract", "confirmRetraction"],
];
const ANY = [...WAY, "assign", "edit", "relate", "return", "withdraw", "unretract"];
const person = fc.integer({ min: 0, max: 4 });
const worker = fc.oneof(
  { weight: 4, arbitrary: fc.constant(1) },
  { weight: 1, arbitrary: fc.integer({ min: 2, max: 4 }) },
);
const EDITORS_ONLY = new Set(["correct", "retract"]);
const anything = fc.record({ act: fc.constantFrom(...ANY), who: person, whom: person });
const turn = (act: string) =>
  fc.tuple(
    fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.tuple(anything) }),
    EDITORS_ONLY.has(act)
      ? fc.tuple(fc.integer({ min: 2, max: 4 }))
      : WORK.has(act)
        ? fc.tuple(worker)
        : fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
    fc.constant(act),
  );
const history = fc
  .tuple(...WAY.map(turn))
  .map((turns) =>
    turns.flatMap(([before, tries, act]): Step[] => [
      ...before,
      ...tries.map((who) => ({ act, who, whom: who })),
    ]),
  );

it(`publishes, corrects and retracts nothing by one person's hand alone, in ${HISTORIES} random histories`, {
  timeout: 600_000,
}, async () => {
  const done: Record<string, number> = {};
  for (const steps of fc.sample(history, { numRuns: HISTORIES, seed: 71 })) {
    const account = await live(steps);
    expect(account.faults, JSON.stringify(steps)).toEqual([]);
    for (const what of account.done) done[what] = (done[what] ?? 0) + 1;
  }
  // the net is of no use where nothing swims
  if (engine === "sqlite")
    for (const what of ["published", "corrected", "retracted", "claim published"])
      expect(done[what] ?? 0, `${what} in ${JSON.stringify(done)}`).toBeGreaterThan(0);
});

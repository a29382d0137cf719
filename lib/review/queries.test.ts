import { beforeAll, describe, expect, it } from "vitest";
import { appendAudit } from "@/lib/audit/server";
import { type Actor, SYSTEM } from "@/lib/auth";
import { db, transact } from "@/lib/db/server";
import { listTouchedBy } from "@/lib/independence/server";
import { relateStatements } from "@/lib/relations/server";
import { editSource } from "@/lib/sources/server";
import { assessSourcing } from "@/lib/sourcing/server";
import { editSpeaker } from "@/lib/speakers/server";
import { editStatement } from "@/lib/statements/server";
import { makeSource, makeSpeaker, makeStatement, makeUser } from "@/prisma/factories";
import { clearDatabase } from "@/prisma/testing/database";
import { blockersOf, comment, countQueue, listQueue, loadFacts, takeReview } from "./server";

let editor: Actor;
let reviewer: Actor;

beforeAll(async () => {
  await clearDatabase();
  [editor, reviewer] = [await makeUser("editor"), await makeUser("reviewer")];
});

const versionOf = async (id: string) => (await db.statement.findUniqueOrThrow({ where: { id } })).version;
const move = async (id: string) => ({ statementId: id, version: await versionOf(id) });
const SOURCING: Omit<Parameters<typeof assessSourcing>[1], "statementId" | "version"> = {
  attributionTerms: "on_record",
  sourceIdentity: "named_person",
  channel: "speech",
  proximity: "first_hand",
  origin: "original_reporting",
  reliability: "B",
  credibility: "2",
  wordingBasis: ["recording"],
  interest: ["none_declared"],
};

/** What an editor may do to a statement under work, and whether it is a hand in it. */
const DEEDS: readonly (readonly [string, (id: string) => Promise<unknown>])[] = [
  ["nothing", async () => {}],
  ["commented", async (id) => comment(editor, { ...(await move(id)), body: "Which meeting was it?" })],
  ["took it", async (id) => takeReview(editor, await move(id))],
  ["assessed it", async (id) => assessSourcing(editor, { ...(await move(id)), ...SOURCING })],
  [
    "edited it",
    async (id) => {
      const { wording } = await db.statement.findUniqueOrThrow({ where: { id } });
      const version = await versionOf(id);
      await editStatement(editor, {
        ...{ id, version, wording, form: "direct", language: "en", isDenial: false, place: "Kabul" },
      });
    },
  ],
  [
    "related it",
    async (id) => {
      const other = await makeStatement({ capturedById: reviewer.id });
      await relateStatements(editor, {
        ...{ type: "contradicts", fromId: id, toId: other.id },
        ...{ rationale: "They say the opposite of each other.", comparability: "One place and one day." },
      });
    },
  ],
  [
    "saved its speaker as it was",
    async (id) => {
      const speaker = await db.speaker.findFirstOrThrow({ where: { statements: { some: { id } } } });
      const { version, name, description } = speaker;
      await editSpeaker(editor, { id: speaker.id, version, kind: "person", name, description });
    },
  ],
  [
    "named its speaker before it was captured",
    async (id) => {
      const speaker = await db.speaker.findFirstOrThrow({ where: { statements: { some: { id } } } });
      const named = { kind: "person", name: "Named Before", description: "" } as const;
      await editSpeaker(editor, { id: speaker.id, version: speaker.version, ...named });
      await transact((tx) =>
        appendAudit(tx, {
          ...{ actor: reviewer, action: "statement.captured", subjectType: "statement", subjectId: id },
        }),
      );
    },
  ],
  [
    "put a source right that evidence cites",
    async (id) => {
      const { id: sourceId, version } = await makeSource("The tape of the meeting.", "A tape");
      await db.verdict.create({
        data: {
          ...{ statementId: id, axis: "said", value: "confirmed", reasons: "Heard.", asOf: new Date() },
          ...{ givenById: reviewer.id, givenAt: new Date() },
          evidence: { create: { stance: "supports", sourceId, addedById: reviewer.id, addedAt: new Date() } },
        },
      });
      await editSource(editor, {
        ...{ id: sourceId, version, title: "A confession", kind: "article", outletName: "", address: "" },
        ...{ author: "", language: "en", publishedOn: null, publishedOnPrecision: null },
      });
    },
  ],
  [
    "named its speaker",
    async (id) => {
      const speaker = await db.speaker.findFirstOrThrow({ where: { statements: { some: { id } } } });
      await editSpeaker(editor, {
        ...{
          id: speaker.id,
          version: speaker.version,
          kind: "person",
          name: "Another Name",
          description: "",
        },
      });
    },
  ],
];

describe("what waits for an editor's approval", () => {
  it("is what they had no hand in, on the list and in the number", async () => {
    const ids: Record<string, string> = {};
    for (const [deed, work] of DEEDS) {
      const { id } = await makeStatement({ capturedById: reviewer.id });
      const speaker = await makeSpeaker();
      await db.statement.update({ where: { id }, data: { speaker: { connect: { id: speaker.id } } } });
      await work(id);
      ids[deed] = id;
    }
    const all = Object.values(ids);
    await db.statement.updateMany({ where: { id: { in: all } }, data: { state: "submitted" } });
    const mayApprove: string[] = [];
    for (const id of all) {
      const rules = (await blockersOf(editor, id, "approve")).map(({ rule }) => rule);
      if (!rules.includes("independence")) mayApprove.push(id);
    }
    const without = ["nothing", "commented", "saved its speaker as it was"];
    without.push("named its speaker before it was captured");
    expect(mayApprove.sort()).toEqual(without.map((deed) => ids[deed]).sort());
    const listed = async (actor: Actor) =>
      (await listQueue(actor, "to_decide", { take: 50 })).items.map(({ id }) => id).sort();
    expect(await listed(editor)).toEqual(mayApprove);
    expect((await countQueue(editor)).views.to_decide).toBe(mayApprove.length);
    // who approves nothing sees all that waits
    expect(await listed(reviewer)).toEqual([...all].sort());
    expect((await countQueue(reviewer)).views.to_decide).toBe(all.length);
  });

  it("looks at no statement by itself when they put right a name that many bear", async () => {
    const queries = async (many: number) => {
      const { id: speakerId, version } = await makeSpeaker();
      const ids: string[] = [];
      for (let n = 0; n < many; n++)
        ids.push((await makeStatement({ capturedById: reviewer.id, speakerId })).id);
      const fields = { kind: "person", name: `Name of ${many}`, description: "" } as const;
      await editSpeaker(editor, { id: speakerId, version, ...fields });
      const asked: string[] = [];
      const counting = new Proxy(db, {
        get(target, table) {
          asked.push(String(table));
          return Reflect.get(target, table);
        },
      });
      expect([...(await listTouchedBy(counting, editor.id ?? "", ids))].sort()).toEqual(ids.sort());
      return asked.length;
    };
    expect(await queries(12)).toBe(await queries(3));
  });

  it("goes on from page to page past what they had a hand in, and says when it stops counting", async () => {
    for (let n = 0; n < 7; n++) {
      const { id } = await makeStatement({ capturedById: n % 2 ? editor.id : reviewer.id });
      await db.statement.update({ where: { id }, data: { state: "submitted" } });
    }
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listQueue(editor, "to_decide", { take: 2, after });
      seen.push(...page.items.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after);
    expect(new Set(seen).size).toBe(seen.length);
    const { views, more } = await countQueue(editor);
    expect([views.to_decide, more.size]).toEqual([seen.length, 0]);
    expect(seen.length).toBe(4 + 4);
  });

  it("counts states, and the views that are states, exactly", async () => {
    const { views, states } = await countQueue(SYSTEM);
    expect(states.submitted).toBe(await db.statement.count({ where: { state: "submitted" } }));
    expect(views.unassigned).toBe((await listQueue(SYSTEM, "unassigned", { take: 200 })).items.length);
    expect(views.all).toBe((await listQueue(SYSTEM, "all", { take: 200 })).items.length);
    const pages: string[] = [];
    let after: string | undefined;
    do {
      const page = await listQueue(SYSTEM, "all", { take: 3, after });
      pages.push(...page.items.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after);
    expect(pages).toEqual((await listQueue(SYSTEM, "all", { take: 200 })).items.map(({ id }) => id));
  });
});

it("takes the approval of the newest version for the approval, though the clock was set back since", async () => {
  const { id } = await makeStatement({ capturedById: reviewer.id, state: "approved" });
  const approvals = [
    { version: null, actorId: null, at: "2026-03-01T09:00:00Z" },
    { version: 3, actorId: reviewer.id, at: "2026-03-02T09:00:00Z" },
    { version: 5, actorId: editor.id, at: "2026-02-01T09:00:00Z" },
  ];
  await db.review.create({
    data: {
      ...{ statementId: id, openedAt: new Date() },
      transitions: {
        create: approvals.map(({ at, ...one }) => ({
          ...{ ...one, fromState: "submitted", toState: "approved" },
          ...{ actorRole: "editor", at: new Date(at) },
        })),
      },
    },
  });
  expect(await loadFacts(db, id)).toMatchObject({ approvedVersion: 5, approvedById: editor.id });
});
